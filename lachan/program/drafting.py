"""From what the reader read to the items that a person goes through: numbered as they stand in the text, doubts of the register added."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from lachan.foundation.numerals import format_date
from lachan.foundation.periods import Period
from lachan.foundation.text import fold
from lachan.organisations.models import Unit
from lachan.organisations.queries import find_units
from lachan.program.assignees import assignee_of
from lachan.program.bindings import propose
from lachan.program.models import Demand, DraftItem
from lachan.program.reader.draft import CitedDocument, DeadlineItem, DocumentFields, Draft, Flag, Item, Signer, TargetItem, TaskItem
from lachan.program.recurrences import occurrences

Kind = DraftItem.Kind

# The order in which the fields of a document are shown, with what they are called.
FIELDS = {
    "number": "Số, ký hiệu",
    "date": "Ngày ban hành",
    "type": "Loại văn bản",
    "title": "Trích yếu",
    "issuing_body": "Cơ quan ban hành",
    "place": "Nơi ban hành",
    "signer": "Người ký",
    "period": "Kỳ thực hiện",
    "based_on": "Văn bản căn cứ",
}
# What the register or the calendar contradicts is for a person to decide, however well it was read.
CONTRADICTED = 0.5
# Remarks that change nothing of what was read: shown, but nobody has to decide on them.
REMARKS = {"misspelling", "misspelt-role-word", "label-without-dot"}
# Words that point back at units named before; who is meant stands in the task of the same section.
POINTING_BACK = re.compile(
    r"^(?:cac )?(?:co quan|don vi|dia phuong|nganh|cap)(?:,? (?:va )?(?:co quan|don vi|dia phuong|nganh|cap|tren|neu tren))*$"
)
# Flags that say of a line what the item on that line says itself.
SAID_BY_ITEMS = {"number-with-blank", "number-missing", "date-missing", "signer-missing", "due-before-issue"}
# What every signed plan has: where it was not read, a person writes it.
EXPECTED_FIELDS = {"number", "date", "issuing_body", "signer", "period"}
# Documents that are cited by their number; a law or a programme is cited by its name and day.
CITED_BY_NUMBER = re.compile(
    r"^(?:quyet dinh|ke hoach|nghi quyet|nghi dinh|thong tu|chi thi|cong van|cong dien|to trinh|huong dan|thong bao)\b"
)


@dataclass
class Reading:
    """What an item is made of before it has a number."""

    kind: str
    data: dict[str, Any]
    line: int | None = None
    start: int = 0
    end: int = 0
    text: str = ""
    rest: list[dict[str, Any]] = field(default_factory=list)
    confidence: float = 1.0
    doubts: list[str] = field(default_factory=list)


def items_of(draft: Draft, *, committee: Unit, today: date) -> list[DraftItem]:
    """Every item of a draft, unsaved and without a plan, numbered from 1 as they stand in the text.

    Names of agencies are looked up in the register of the document's day (of `today` while that is not known).
    """
    issued_on = day_of(draft.document.date)
    known_on = issued_on or today
    span = span_of(draft.document)
    readings = [
        *_fields(draft, committee, known_on),
        *_targets(draft),
        *(Reading(Kind.OBJECTIVE, {"section": item.section}, **_placed(item)) for item in draft.objectives),
        *(_task(item, committee, known_on) for item in draft.tasks),
        *_deadlines(draft, issued_on, span),
        *_flags(draft),
    ]
    order = list(Kind)
    readings.sort(key=lambda each: (each.line or 0, each.start, order.index(Kind(each.kind))))
    return [DraftItem(ordinal=number, **vars(each)) for number, each in enumerate(readings, start=1)]


def span_of(document: DocumentFields) -> Period | None:
    """The days that the plan covers, as read."""
    start, end = (day_of(document.period.start), day_of(document.period.end)) if document.period else (None, None)
    return Period(start, date.fromordinal(end.toordinal() + 1)) if start and end and start <= end else None


def day_of(text: str | None) -> date | None:
    """An ISO day as the reader writes it; None for anything else."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _fields(draft: Draft, committee: Unit, on: date) -> Iterator[Reading]:
    document = draft.document
    for name in FIELDS:
        if name == "based_on":
            yield from (_citation(draft, each) for each in document.based_on)
            continue
        value = getattr(document, name)
        read, doubts = list(document.doubts.get(name, ())), []
        if name in EXPECTED_FIELDS and not (value.name if isinstance(value, Signer) else value):
            doubts.append(_("Không đọc được trong văn bản. Ghi theo bản giấy."))
        if name == "issuing_body" and value:
            doubts += _issuer_doubts(value, committee, on)
        if value or doubts:
            shown = (
                {key: part for key, part in asdict(value).items() if key != "basis"} if name in {"signer", "period"} and value else value
            )
            place = _found_in(draft, document.lines.get(name), _written(shown))
            sure = CONTRADICTED if doubts else 1.0
            yield Reading(Kind.FIELD, {"field": name, "value": shown}, doubts=read + doubts, confidence=sure, **place)


def _written(value: Any) -> str:
    return str(value.get("name") or "") if isinstance(value, dict) else str(value or "")


def _found_in(draft: Draft, line: int | None, written: str) -> dict[str, Any]:
    """The place of a value in its line; the whole line when it is not written there in these words."""
    if not line or line > len(draft.lines):
        return {}
    text = draft.lines[line - 1]
    at = fold_position(text, written)
    start, end = (at, at + len(written)) if at >= 0 else (len(text) - len(text.lstrip()), len(text.rstrip()))
    return {"line": line, "start": start, "end": end, "text": text[start:end]}


def fold_position(text: str, written: str) -> int:
    """Where `written` stands in `text`, whatever the case; -1 when it does not."""
    return text.lower().find(written.lower()) if written else -1


def _citation(draft: Draft, cited: CitedDocument) -> Reading:
    data = {"field": "based_on", "number": cited.number, "date": cited.date, "title": cited.title}
    needs_number = not cited.number and (not cited.title or CITED_BY_NUMBER.match(fold(cited.title)))
    doubts = [_("Không đọc được số của văn bản căn cứ.")] if needs_number else []
    doubts += [flag.message for flag in draft.flags if _is_about(flag, cited)]
    place = _found_in(draft, cited.line, cited.title or cited.number or "")
    return Reading(Kind.FIELD, data, doubts=doubts, confidence=CONTRADICTED if doubts else 1.0, **place)


def _is_about(flag: Flag, cited: CitedDocument) -> bool:
    """A flag on the day of a cited document is said by the item of that document, where it can be corrected."""
    return flag.code.startswith("cited-date") and flag.line == cited.line and bool(cited.number) and str(cited.number) in flag.message


def _issuer_doubts(written: str, committee: Unit, on: date) -> list[str]:
    """An issuer that is not the committee: names in its plan would be looked up around the committee, which a person must want."""
    match = find_units(written, near=committee, on=on)
    if match.kind == "one" and match.units[0].pk == committee.pk:
        return []
    said = {"committee": committee.name, "day": format_date(on)}
    follows = _("Chấp nhận thì tên cơ quan trong kế hoạch được hiểu theo địa bàn của %(committee)s.") % said
    if match.kind == "one":
        return [_("Khác ban chỉ đạo đã chọn khi nộp: %(committee)s.") % said, follows]
    return [_("Không có trong danh mục đơn vị ngày %(day)s, khác ban chỉ đạo đã chọn khi nộp.") % said, follows]


def _targets(draft: Draft) -> Iterator[Reading]:
    for item in draft.targets:
        before = draft.lines[item.line - 1][: item.start] if item.line <= len(draft.lines) else ""
        code = propose(f"{item.indicator} {item.text}", unit=item.unit or "", before=before)
        yield Reading(Kind.TARGET, _own(item, TargetItem) | {"indicator_code": code}, **_placed(item))


def _task(item: TaskItem, committee: Unit, on: date) -> Reading:
    said = _("“%(name)s” không có trong danh mục đơn vị ngày %(day)s. Bấm Sửa để chọn đơn vị, hoặc giữ tên như văn bản.")
    unknown = [name for name in item.lead if not assignee_of(name, near=committee, on=on).is_known]
    doubts = [said % {"name": name, "day": format_date(on)} for name in unknown]
    return Reading(Kind.TASK, _own(item, TaskItem) | {"text": item.full_text}, **_placed(item, doubts))


def _deadlines(draft: Draft, issued_on: date | None, span: Period | None) -> Iterator[Reading]:
    owing: tuple[str, ...] = ()
    for item in draft.deadlines:
        demand = demand_kind(item)
        makes_duties = demand in {Demand.Kind.OWN_PLAN, Demand.Kind.REPORT}
        from_whom = _from_whom(item, draft.tasks, owing) if makes_duties else item.from_whom
        if demand == Demand.Kind.OWN_PLAN and from_whom:
            owing = from_whom
        doubts = [_("Văn bản không nói đơn vị nào phải gửi.")] if makes_duties and not from_whom else []
        doubts += _past_days(item, issued_on, span)
        data = _own(item, DeadlineItem) | {
            "demand": demand,
            "from_whom": list(from_whom),
            "is_from_inherited": bool(from_whom) and from_whom != item.from_whom,
            "is_before": "trước" in item.text.lower(),
        }
        yield Reading(Kind.DEADLINE, data, **_placed(item, doubts))


def _from_whom(item: DeadlineItem, tasks: Iterable[TaskItem], before: tuple[str, ...]) -> tuple[str, ...]:
    """Who owes it: as named; where the words only point back, those of the task of the same section; else those of the demand before."""
    named = tuple(name for name in item.from_whom if not POINTING_BACK.match(fold(name)))
    if named:
        return item.from_whom
    leads = next((task.lead for task in tasks if task.section == item.section and task.lead), ())
    if item.from_whom:
        return leads or item.from_whom
    return before


def demand_kind(item: DeadlineItem) -> str:
    """What a deadline is for the programme; only own plans and reports become duties of units."""
    what = fold(f"{item.what or ''} {item.text}")
    days = item.recurrence and (item.recurrence.before_month_days or item.recurrence.before_day_of_month)
    if item.kind == "period":
        return Demand.Kind.PERIOD
    if item.kind in {"date", "recurring"} and "bao cao" in what and (item.before or item.date or days):
        return Demand.Kind.REPORT
    if item.kind == "date":
        return Demand.Kind.OWN_PLAN if "ke hoach" in what and "to chuc" not in what else Demand.Kind.DAY
    if item.kind == "event" or (item.recurrence and item.recurrence.month_days):
        return Demand.Kind.EVENT
    return Demand.Kind.OTHER


def _past_days(item: DeadlineItem, issued_on: date | None, span: Period | None) -> list[str]:
    """Days that had passed when the plan was issued are shown as such, and nobody is late for them."""
    if issued_on is None:
        return []
    days = [day_of(item.before or item.date)] if item.recurrence is None else []
    if item.recurrence and span:
        days = [each.due_on for each in occurrences(asdict(item.recurrence), span) if item.recurrence.before_month_days]
    return [
        _("Hạn %(day)s đứng trước ngày ban hành %(issued)s: được ghi lại nhưng không tính là quá hạn.")
        % {"day": format_date(day), "issued": format_date(issued_on)}
        for day in days
        if day and day < issued_on
    ]


def _flags(draft: Draft) -> Iterator[Reading]:
    for flag in draft.flags:
        if flag.code in SAID_BY_ITEMS or any(_is_about(flag, cited) for cited in draft.document.based_on):
            continue
        text = draft.lines[flag.line - 1] if 0 < flag.line <= len(draft.lines) else ""
        yield Reading(
            Kind.FLAG,
            {"code": flag.code, "message": flag.message},
            flag.line or None,
            flag.start,
            flag.end or len(text),
            text[flag.start : flag.end or len(text)],
            confidence=1.0 if flag.code in REMARKS else CONTRADICTED,
            doubts=[flag.message],
        )


def _placed(item: Item, doubts: Iterable[str] = ()) -> dict[str, Any]:
    """What every item has; `doubts` are those that the reader could not have."""
    more = list(doubts)
    return {
        "line": item.line,
        "start": item.start,
        "end": item.end,
        "text": item.text,
        "rest": [asdict(place) for place in item.rest],
        "confidence": min(item.confidence, CONTRADICTED) if more else item.confidence,
        "doubts": [*item.doubts, *more],
    }


def _own(item: Item, kind: type[Item]) -> dict[str, Any]:
    """The fields that the kind of item adds to those of every item, as plain JSON values."""
    shared = set(Item.__dataclass_fields__)
    return {name: value for name, value in asdict(item).items() if name in kind.__dataclass_fields__ and name not in shared}
