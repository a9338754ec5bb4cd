"""Legal clocks as pages show them: the end that a careful desk works to, the row of a clock, the bar of the main term."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from lachan.foundation.numerals import format_date
from lachan.foundation.sources import Source
from lachan.interface import deadlines
from lachan.interface.elements import ClockMark
from lachan.procedures import registry
from lachan.procedures.course import Clock, Taken, clocks_of
from lachan.procedures.model import Facts, Procedure
from lachan.procedures.models import RunningClock
from lachan.procedures.projection import end_of_day, start_of_day


@dataclass(frozen=True, kw_only=True)
class ClockRow:
    """One clock in the table of terms: the words of its level, its ends, its count, its source."""

    label: str
    level: str
    status: str
    is_late: bool
    started: str
    legal_end: str
    safe_day: str
    proof: str
    note: str
    source: Source


@dataclass(frozen=True, kw_only=True)
class TermBar:
    """The main term as a bar: `headline` counts its days; `extension_from` is set when a declared extension could follow."""

    label: str
    headline: str
    marks: tuple[ClockMark, ...]
    extension_from: date | datetime | None
    now_note: str
    row: ClockRow


def shown_end(legal_end: date | datetime, safe_day: date, today: date) -> date | datetime:
    """The end that a page counts down to: the safe day while it lies ahead, then the legal end; for hours always the minute."""
    if isinstance(legal_end, datetime):
        return legal_end
    return safe_day if today <= safe_day else legal_end


def end_of_clock(clock: Clock, now: datetime) -> date | datetime:
    return shown_end(clock.end.legal_end, clock.end.safe_day, deadlines.local_day(now))


def end_of_row(row: RunningClock, kind: registry.Kind, now: datetime) -> date | datetime:
    """The same for a projected clock, whose row keeps 24:00 of the day for terms in days."""
    if any(variant.term.hours is not None for variant in kind.limit(row.code).variants):
        return row.due_at
    legal_end = timezone.localtime(row.due_at - timedelta(minutes=1)).date()
    return shown_end(legal_end, row.safe_day, deadlines.local_day(now))


def by_due(clocks: Sequence[Clock]) -> list[Clock]:
    """The clocks that nobody has met yet, the nearest legal end first."""
    return sorted((clock for clock in clocks if clock.ended is None), key=lambda clock: end_of_day(clock.end.legal_end))


def moment_text(moment: date | datetime) -> str:
    """07/5/2024 09:12, or 07/5/2024 where the hour is not known."""
    if not isinstance(moment, datetime):
        return format_date(moment)
    local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    return f"{format_date(local.date())} {local:%H:%M}"


def clock_row(clock: Clock, *, now: datetime) -> ClockRow:
    status = clock.status(now)
    end = end_of_clock(clock, now)
    if clock.ended is not None:
        level, words = "done", _("Đã xong %(day)s") % {"day": moment_text(clock.ended)}
    elif clock.is_stopped:
        level, words = "wait", _("Tạm dừng")
    else:
        level, words = deadlines.level_of(end, now), deadlines.text_of(end, now)
    return ClockRow(
        label=clock.limit.label,
        level=level,
        status=words,
        is_late=status == "met_late",
        started=moment_text(clock.started),
        legal_end=moment_text(clock.end.legal_end),
        safe_day=""
        if isinstance(clock.end.legal_end, datetime) or clock.end.safe_day == clock.end.legal_end
        else format_date(clock.end.safe_day),
        proof=clock.end.proof,
        note=clock.limit.note,
        source=clock.source,
    )


def term_bar(procedure: Procedure, course: Sequence[Taken], facts: Facts, clocks: Sequence[Clock], *, now: datetime) -> TermBar | None:
    """The bar of the term that ends last among those still running or stopped; None when none is."""
    waiting = by_due(clocks)
    if not waiting:
        return None
    main = waiting[-1]
    possible = _extended_end(procedure, course, facts, main)
    marks = [_start_mark(procedure, course, main), _end_mark(main), *([possible] if possible else [])]
    marks += [mark for mark in map(_other_mark, (clock for clock in waiting if clock is not main)) if _has_room(mark, marks, now)]
    is_overdue = main.status(now) == "overdue"
    if is_overdue:
        marks.append(ClockMark(at=now, title=_("Đã quá hạn"), note=deadlines.text_of(main.end.legal_end, now)))
    return TermBar(
        label=main.limit.label,
        headline=_headline(main, now),
        marks=tuple(marks),
        extension_from=main.end.legal_end if possible else None,
        now_note="",
        row=clock_row(main, now=now),
    )


def _headline(clock: Clock, now: datetime) -> str:
    if clock.is_stopped:
        return _("Đang tạm dừng")
    if clock.status(now) == "overdue" or isinstance(clock.end.legal_end, datetime):
        return deadlines.text_of(clock.end.legal_end, now)
    first = timezone.localtime(start_of_day(clock.started)).date()
    today = deadlines.local_day(now)
    if today <= first:
        return _("Còn %(left)d ngày tính cả ngày nghỉ") % {"left": (clock.end.legal_end - today).days}
    return _("Ngày thứ %(day)d trên %(total)d, còn %(left)d ngày tính cả ngày nghỉ") % {
        "day": (today - first).days,
        "total": (clock.end.legal_end - first).days,
        "left": (clock.end.legal_end - today).days,
    }


def _start_mark(procedure: Procedure, course: Sequence[Taken], clock: Clock) -> ClockMark:
    begun = next((step for step in course if step.code in clock.limit.starts | clock.limit.resumes and step.moment == clock.started), None)
    title = procedure.step(begun.code).done if begun else _("Bắt đầu")
    return ClockMark(at=start_of_day(clock.started), title=title, note=moment_text(clock.started))


def _other_mark(clock: Clock) -> ClockMark:
    return ClockMark(at=clock.end.legal_end, title=clock.limit.label, note=_("hạn %(day)s") % {"day": moment_text(clock.end.legal_end)})


def _end_mark(clock: Clock) -> ClockMark:
    note = clock.limit.label
    if not isinstance(clock.end.legal_end, datetime) and clock.end.safe_day != clock.end.legal_end:
        note = _("nên xong %(day)s") % {"day": format_date(clock.end.safe_day)}
    return ClockMark(at=clock.end.legal_end, title=_("Hết hạn %(day)s") % {"day": moment_text(clock.end.legal_end)}, note=note, is_due=True)


def _has_room(mark: ClockMark, marks: Sequence[ClockMark], now: datetime) -> bool:
    """Does the mark lie on the bar, a tenth of it away from the present and from every other mark?"""
    places = [end_of_day(each.at) for each in marks]
    first, last, place = min(places), max(places), end_of_day(mark.at)
    return first < place < last and all(abs(place - other) >= (last - first) / 10 for other in [*places, now])


def _extended_end(procedure: Procedure, course: Sequence[Taken], facts: Facts, clock: Clock) -> ClockMark | None:
    """Where the term would end after the first declared extension that was not used yet."""
    codes = {step.code for step in course}
    extension = next((each for each in clock.limit.extensions if each.step not in codes), None)
    if extension is None:
        return None
    last_day = timezone.localtime(end_of_day(clock.end.legal_end) - timedelta(minutes=1)).date()
    supposed = [*course, Taken(extension.step, last_day)]
    longer = next((each for each in clocks_of(procedure, supposed, facts) if each.limit.code == clock.limit.code), None)
    if longer is None or end_of_day(longer.end.legal_end) <= end_of_day(clock.end.legal_end):
        return None
    note = _("nếu có: %(step)s") % {"step": procedure.step(extension.step).label}
    return ClockMark(at=longer.end.legal_end, title=moment_text(longer.end.legal_end), note=note)
