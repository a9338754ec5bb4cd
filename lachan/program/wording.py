"""Words for goals, terms and items, the same on every page."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lachan.foundation.numerals import format_date, format_number
from lachan.foundation.sources import Source
from lachan.organisations.models import Unit
from lachan.program.assignees import Assignee, Whom
from lachan.program.drafting import FIELDS, day_of
from lachan.program.goals import Verdict
from lachan.program.models import Correction, Demand, DraftItem, Target
from lachan.statistics.declared import INDICATORS
from lachan.statistics.model import Indicator
from lachan.statistics.queries import Figure

Kind = DraftItem.Kind


@dataclass(frozen=True)
class Detail:
    """A line under an item: its name, what it says, and a warning where something is missing."""

    label: str
    text: str
    warning: str = ""


@dataclass(frozen=True)
class ItemRow:
    """An item as the review page prints it."""

    item: DraftItem
    title: str
    details: list[Detail] = field(default_factory=list)
    indicator: Indicator | None = None
    source: Source | None = None
    changes: list[tuple[Correction, list[Detail]]] = field(default_factory=list)
    is_editable: bool = True
    may_be_dropped: bool = True


def goal_text(op: str, op_strict: str | None, value: Any, unit: str | None, value_to: Any = None) -> str:
    """ "trên 90%", "từ 95% trở lên", "100%", "không quá 5 vụ", "5–10 người"."""
    if value is None:
        return ""
    amount = f"{number_text(value)}%" if unit == "%" else f"{number_text(value)} {unit or ''}".strip()
    if op == Target.Op.RANGE and value_to is not None:
        return f"{number_text(value)} – {number_text(value_to)}{'%' if unit == '%' else f' {unit or chr(32)}'.rstrip()}"
    if op_strict == ">":
        return _("trên %(amount)s") % {"amount": amount}
    if op_strict == "<":
        return _("dưới %(amount)s") % {"amount": amount}
    if op == Target.Op.AT_LEAST:
        return _("từ %(amount)s trở lên") % {"amount": amount}
    if op == Target.Op.AT_MOST:
        return _("không quá %(amount)s") % {"amount": amount}
    return amount


def number_text(value: Any) -> str:
    """90 → "90", 92.5 → "92,5", 86240 → "86.240"."""
    number = Decimal(str(value)).normalize()
    places = max(0, -int(number.as_tuple().exponent))
    return format_number(number, decimals=places)


def verdict_text(verdict: Verdict, figure: Figure) -> str:
    """What the table says of a target: "Đạt", "Thiếu 4 tin", "Chưa phát sinh"."""
    if verdict.state == "met":
        return _("Đạt")
    if verdict.state == "nothing_happened":
        return _("Chưa phát sinh")
    if verdict.state == "not_comparable":
        return _("Khác đơn vị tính")
    if verdict.missing is None:
        return _("Vượt mức") if verdict.state == "over" else _("Chưa đạt")
    counted = figure.indicator.numerator.unit if figure.is_ratio else figure.indicator.unit  # type: ignore[union-attr]
    return _("Thiếu %(missing)d %(unit)s") % {"missing": verdict.missing, "unit": counted}


def row_of(item: DraftItem, whom: Whom) -> ItemRow:
    """An item in words. `whom` resolves the names of agencies on the plan's day."""
    said = item.current
    resolve = whom.for_item(said)
    changes = [(each, _changed(item, each)) for each in item.corrections.all()]
    if item.is_added and not changes:
        return ItemRow(item, _("Mục mới, chưa điền"))
    if item.kind == Kind.TARGET:
        figure = INDICATORS.get(said["indicator_code"] or "")
        return ItemRow(item, _capital(said["indicator"]), _target(said, figure), figure, figure.source if figure else None, changes)
    if item.kind == Kind.TASK:
        return ItemRow(item, _capital(said["text"]), _task(said, resolve), changes=changes)
    if item.kind == Kind.DEADLINE:
        title = f"{said['what']}: {item.text}" if said["what"] and said["what"].lower() not in item.text.lower() else item.text
        return ItemRow(item, _capital(title), _deadline(said, item, resolve), changes=changes)
    if item.kind == Kind.FIELD:
        is_cited = said["field"] == "based_on"
        title = f"{FIELDS[said['field']]}: {field_text(said)}"
        return ItemRow(item, title, changes=changes, may_be_dropped=is_cited)
    if item.kind == Kind.OBJECTIVE:
        return ItemRow(item, _capital(item.text), is_editable=False)
    return ItemRow(item, said["message"], is_editable=False, may_be_dropped=False)


def _target(said: dict[str, Any], figure: Indicator | None) -> list[Detail]:
    goal = goal_text(said["op"], said["op_strict"], said["value"], said["unit"], said["value_to"])
    details = [Detail(_("Mục tiêu"), goal)]
    if said["per"]:
        details.append(Detail(_("Cho mỗi"), said["per"]))
    if said["due"]:
        details.append(Detail(_("Mốc"), due_text(said["due"])))
    if figure is None:
        details.append(Detail(_("Chỉ số đo"), "", _("chưa gắn chỉ số")))
    return details


def _task(said: dict[str, Any], whom: Callable[[str], Assignee]) -> list[Detail]:
    details = [Detail(_("Mục"), said["section"])] if said["section"] else []
    for role, label in (("lead", _("Chủ trì")), ("coordinating", _("Phối hợp")), ("requested", _("Được đề nghị"))):
        details += [_agency(label, whom(name)) for name in said[role]]
    if said["due"]:
        details.append(Detail(_("Thời hạn"), due_text(said["due"])))
    return details


def _deadline(said: dict[str, Any], item: DraftItem, whom: Callable[[str], Assignee]) -> list[Detail]:
    details = [Detail(_("Loại"), str(Demand.Kind(said["demand"]).label)), Detail(_("Thời hạn"), term_text(said) or item.text)]
    if said["demand"] in {Demand.Kind.OWN_PLAN, Demand.Kind.REPORT}:
        label = _("Đơn vị phải gửi (theo cùng mục)") if said["is_from_inherited"] else _("Đơn vị phải gửi")
        details += [_agency(label, whom(name)) for name in said["from_whom"]]
        details += [Detail(label, said[name]) for name, label in (("to", _("Gửi đến")), ("via", _("qua"))) if said[name]]
    return details


def _agency(label: str, assignee: Assignee) -> Detail:
    if not assignee.is_known:
        return Detail(label, assignee.written, _("không có trong danh mục"))
    if assignee.is_chosen:
        return Detail(label, _("%(written)s (là %(unit)s)") % {"written": assignee.written, "unit": assignee.units[0].name})
    count = len(assignee.units)
    return Detail(label, f"{assignee.written} ({count} {_('đơn vị')})" if assignee.is_group else assignee.written)


def term_text(said: dict[str, Any]) -> str:
    """ "trước 28/3/2024", "01/7/2024 – 30/9/2024", "trước 12/3, 12/9 hằng năm"."""
    before = _("trước ") if said["is_before"] else ""
    recurrence = said["recurrence"] or {}
    days = recurrence.get("before_month_days") or recurrence.get("month_days") or []
    if days:
        return _("%(days)s hằng năm") % {"days": before + ", ".join(f"{int(text[3:])}/{int(text[:2])}" for text in days)}
    if said["start_date"] and said["end_date"]:
        return f"{_iso(said['start_date'])} – {_iso(said['end_date'])}"
    day = said["before"] or said["date"] or said["end_date"] or said["start_date"]
    return before + _iso(day) if day else ""


def due_text(due: str) -> str:
    """ "2024", "28/3/2024", "01/7/2024 – 30/9/2024" from what the reader keeps."""
    return " – ".join(_iso(part) if "-" in part else part for part in due.split("/"))


def field_text(said: dict[str, Any]) -> str:
    """The value of a field of the document."""
    if said["field"] == "based_on":
        day = f" ({_iso(said['date'])})" if said["date"] and _iso(said["date"]) not in (said["title"] or "") else ""
        return f"{said['title'] or said['number'] or ''}{day}"
    value = said["value"]
    if said["field"] == "signer" and value:
        return ", ".join(part for part in (value.get("name"), value.get("title")) if part)
    if said["field"] == "period" and value:
        return f"{_iso(value['start'])} – {_iso(value['end'])}"
    if said["field"] == "date" and value:
        return _iso(value)
    return str(value or _("chưa đọc được"))


_NAMES = {
    "indicator": "nội dung",
    "op": "cách so sánh",
    "op_strict": "cách so sánh",
    "value": "mức",
    "value_to": "đến mức",
    "unit": "đơn vị tính",
    "due": "mốc",
    "indicator_code": "chỉ số đo",
    "text": "nội dung",
    "section": "mục",
    "lead": "chủ trì",
    "coordinating": "phối hợp",
    "requested": "được đề nghị",
    "demand": "loại",
    "what": "việc phải làm",
    "before": "hạn",
    "start_date": "từ ngày",
    "end_date": "đến hết ngày",
    "recurrence": "các ngày hằng năm",
    "units": "đơn vị trong danh mục",
    "is_before": "phải xong trước ngày",
    "from_whom": "đơn vị phải gửi",
    "to": "gửi đến",
    "via": "gửi qua",
    "number": "số, ký hiệu",
    "date": "ngày ban hành",
    "title": "tên văn bản",
}


def _changed(item: DraftItem, correction: Correction) -> list[Detail]:
    """What a correction changed, in words: before and after."""
    found = []
    for key, after in correction.after.items():
        before = correction.before.get(key)
        if (before or None) != (after or None) and before != after:
            name = FIELDS[correction.after["field"]].lower() if key == "value" and item.kind == Kind.FIELD else _NAMES.get(key, key)
            found.append(Detail(name, f"{_plain(key, before)} → {_plain(key, after)}"))
    return found


def _plain(key: str, value: Any) -> str:
    if value in (None, "", []):
        return "–"
    if key == "indicator_code":
        return str(INDICATORS[value].label) if value in INDICATORS else str(value)
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, list):
        return "; ".join(str(each) for each in value)
    if key == "units":
        names = dict(Unit.objects.filter(code__in=value.values()).values_list("code", "name"))
        return "; ".join(_("“%(written)s” là %(unit)s") % {"written": each, "unit": names.get(code, code)} for each, code in value.items())
    if isinstance(value, dict):
        days = value.get("before_month_days") or value.get("month_days")
        if days:
            return ", ".join(f"{int(text[3:])}/{int(text[:2])}" for text in days)
        return ", ".join(_plain("", each) for name, each in value.items() if name != "basis")
    if isinstance(value, (int, float)):
        return number_text(value)
    return _iso(value) if day_of(str(value)) else str(value)


def _iso(text: str) -> str:
    day = day_of(text)
    return format_date(day) if day else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def units_text(count: int) -> str:
    return ngettext("%(n)d đơn vị", "%(n)d đơn vị", count) % {"n": count}
