"""Working days: weekends, public holidays of Viet Nam, and the days that are swapped for them.

The holidays themselves follow Điều 112 of the Labour Code 2019. Days off in lieu and swapped working Saturdays are set each year by
announcement; they are what the `holidays` package knows of them, and therefore unconfirmed. What it does not know yet is declared in
`EXTRA_DAYS_OFF` and `EXTRA_WORKING_DAYS`, which win over it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

from lachan.foundation.sources import Mark, Source
from lachan.foundation.text import nfc

HOLIDAYS_SOURCE = Source("Bộ luật Lao động 2019", "Điều 112", Mark.UNCONFIRMED)
SWAPPED_DAYS_SOURCE = Source("Thông báo nghỉ lễ, Tết hằng năm", "", Mark.UNCONFIRMED)

# day -> name of the day off / reason for working. An installation fills them when it starts, when an announcement is newer than the
# package. They are read at every question, so a change holds at once.
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
    """One year as the package knows it. Its object grows with each year asked for, hence a fresh one here, read once."""
    package = holidays.country_holidays("VN", years=year, language="vi", expand=False)
    days_off = {day: nfc(name) for day, name in package.items()}
    return _Year(days_off, frozenset(package.weekend_workdays))


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
