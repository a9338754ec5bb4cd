"""Working days: weekends, public holidays of Viet Nam, and the days that are swapped for them.

The holidays themselves follow Điều 112 of the Labour Code 2019 and are computed by the `holidays` package, lunar ones included. Days off
in lieu, days that are moved and Saturdays worked instead are announced for each year: `NOTICES` names the announcement that was read
for a year and what the package lacks of it. A year without one is a forecast.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import holidays

from lachan.foundation.sources import Mark, Source
from lachan.foundation.text import nfc

HOLIDAYS_SOURCE = Source("Bộ luật Lao động 2019", "Điều 112", Mark.UNCONFIRMED)


@dataclass(frozen=True)
class Notice:
    """The yearly announcement of days off: where it was read, and the days that the package does not have."""

    source: Source
    days_off: Mapping[date, str] = field(default_factory=dict)
    working_days: Mapping[date, str] = field(default_factory=dict)


# 2024: Tết 8-14/2, Quốc khánh 31/8-3/9. 2025: Tết 25/1-2/2. 2026: Tết 14-22/2; for the swap at the New Year see 12729/VPCP-KGVX.
# From the package, not read in an announcement: 29/4/2024 for 4/5/2024, 2/5/2025 for 26/4/2025, 31/8/2026 for 22/8/2026; and 24/11 from
# 2026 on, which was decided in principle (Nghị quyết 80-NQ/TW).
NOTICES: dict[int, Notice] = {
    2024: Notice(Source("Văn bản 8662/VPCP-KGVX ngày 03/11/2023", "", Mark.VERIFIED)),
    2025: Notice(Source("Văn bản 8726/VPCP-KGVX ngày 26/11/2024", "", Mark.SECONDARY)),
    2026: Notice(
        Source("Văn bản 12729/VPCP-KGVX ngày 25/12/2025 và phương án nghỉ Tết Bính Ngọ đã công bố", "", Mark.SECONDARY),
        days_off={date(2026, 1, 2): "Ngày nghỉ (thay cho ngày 10/01/2026)"},
        working_days={date(2026, 1, 10): "Làm bù cho ngày 02/01/2026"},
    ),
}

# day -> name of the day off / reason for working, over the package and the notices. An installation fills them when it starts; they are
# read at every question, so a change holds at once.
EXTRA_DAYS_OFF: dict[date, str] = {}
EXTRA_WORKING_DAYS: dict[date, str] = {}

_ONE_DAY = timedelta(days=1)
_WEEKEND = {5: "thứ Bảy", 6: "Chủ nhật"}


@dataclass(frozen=True)
class _Year:
    days_off: Mapping[date, str]
    working_weekends: frozenset[date]


@lru_cache(maxsize=64)
def _year(year: int) -> _Year:
    """One year as package and notice know it. The package's object grows with each year asked for, hence a fresh one here, read once."""
    package = holidays.country_holidays("VN", years=year, language="vi", expand=False)
    notice = NOTICES.get(year, Notice(HOLIDAYS_SOURCE))
    days_off = {day: nfc(name) for day, name in package.items() if day not in notice.working_days}
    return _Year(days_off | dict(notice.days_off), frozenset(package.weekend_workdays) | frozenset(notice.working_days))


def has_notice(year: int) -> bool:
    """Was the announcement of a year's days off read? Past years without one count as known, for the package recorded them."""
    return year in NOTICES or year < min(NOTICES)


def name_of_day_off(day: date) -> str:
    """Why the day is off ("Quốc khánh", "thứ Bảy"), or "" for a working day."""
    day = date(day.year, day.month, day.day)  # a datetime is a date that equals no date
    if day in EXTRA_WORKING_DAYS:
        return ""
    if day in EXTRA_DAYS_OFF:
        return EXTRA_DAYS_OFF[day]
    year = _year(day.year)
    if day in year.days_off:
        return year.days_off[day]
    return "" if day in year.working_weekends else _WEEKEND.get(day.weekday(), "")


def is_day_off(day: date) -> bool:
    return bool(name_of_day_off(day))


def next_working_day(day: date) -> date:
    """The day itself when it is a working day, otherwise the first one after it."""
    while is_day_off(day):
        day += _ONE_DAY
    return day


def previous_working_day(day: date) -> date:
    """The day itself when it is a working day, otherwise the last one before it."""
    while is_day_off(day):
        day -= _ONE_DAY
    return day
