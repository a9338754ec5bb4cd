"""The days on which a recurring demand falls due within a plan's period, and which reporting period each of them is about. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lachan.foundation.periods import Period, name_of_period, period_of

CALENDAR = "administrative"
_QUARTER_OF_MONTH = {3: 1, 6: 2, 9: 3, 12: 4}


@dataclass(frozen=True)
class Occurrence:
    """One time that something falls due; `period` is what it reports on, None when that cannot be told."""

    due_on: date
    label: str
    period: Period | None


def occurrences(recurrence: dict, span: Period) -> list[Occurrence]:
    """Every due day of a recurrence (as the reader states it) in the days of `span`, in order.

    Empty when the paper names no day. A day that a year does not have (30/2) is left out of that year.
    """
    found: dict[date, Occurrence] = {}
    for year in range(span.start.year, span.last_day.year + 1):
        for each in _of_year(recurrence, year):
            if each.due_on in span:
                found.setdefault(each.due_on, each)
    return [found[day] for day in sorted(found)]


def _of_year(recurrence: dict, year: int) -> Iterator[Occurrence]:
    kinds = recurrence.get("freq") or []
    days = [_month_day(text) for text in recurrence.get("before_month_days") or []]
    for place, (month, day) in enumerate(days):
        due_on = _day(year, month, day)
        if due_on:
            label, period = _reported(kinds, recurrence.get("quarters") or [], place, len(days), due_on)
            yield Occurrence(due_on, label, period)
    if recurrence.get("before_day_of_month") and not days:
        yield from _monthly(recurrence["before_day_of_month"], kinds, recurrence.get("quarters") or [], year)
    for text in recurrence.get("month_days") or []:
        due_on = _day(year, *_month_day(text))
        if due_on:
            yield Occurrence(due_on, "", None)


def _reported(kinds: list[str], quarters: list[int], place: int, count: int, due_on: date) -> tuple[str, Period | None]:
    """What a report due on a day is about. With one frequency it is that one; with several the month tells: III and IX a quarter,
    VI half a year, XII the year.
    """
    kind = kinds[place] if len(kinds) == count else kinds[0] if len(kinds) == 1 else ""
    if not kind:
        kind = {3: "quarterly", 9: "quarterly", 6: "half-yearly", 12: "yearly"}.get(due_on.month, "")
    if kind == "quarterly":
        quarter = quarters[place] if len(quarters) == count else _QUARTER_OF_MONTH.get(due_on.month)
        return _named("quarter", due_on.year, quarter) if quarter else ("", None)
    if kind == "half-yearly":
        return _named("half_year", due_on.year, 1 if due_on.month <= 9 else 2)
    if kind == "nine-monthly":
        start, end = period_of(CALENDAR, "year", due_on.year).start, period_of(CALENDAR, "quarter", due_on.year, 3).end
        return f"9 tháng năm {due_on.year}", Period(start, end)
    if kind == "yearly":
        # A report on a year that is due in spring is about the year before.
        return _named("year", due_on.year if due_on.month > 6 else due_on.year - 1, 1)
    if kind == "monthly":
        return _named("month", due_on.year, due_on.month)
    return "", None


def _monthly(day: int, kinds: list[str], quarters: list[int], year: int) -> Iterator[Occurrence]:
    """ "trước ngày 15 hằng tháng", or of the last month of each quarter."""
    for month in range(1, 13):
        if "monthly" not in kinds and month not in _QUARTER_OF_MONTH:
            continue
        if quarters and _QUARTER_OF_MONTH.get(month) not in quarters:
            continue
        due_on = _day(year, month, day)
        if due_on:
            label, period = _reported(["monthly"] if "monthly" in kinds else ["quarterly"], [], 0, 1, due_on)
            yield Occurrence(due_on, label, period)


def _named(kind: str, year: int, index: int) -> tuple[str, Period]:
    name = name_of_period(kind, year, index)
    return f"Báo cáo {name[:1].lower()}{name[1:]}", period_of(CALENDAR, kind, year, index)


def _month_day(text: str) -> tuple[int, int]:
    month, day = re.findall(r"\d+", text)[:2]
    return int(month), int(day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
