"""Calendar days in running text: 01/7/2024, 1-7-2024, ngày 01 tháng 7 năm 2024, 12/3, tháng 6/2021, quý II/2024."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_FULL = r"(?P<d>\d{1,2})\s{0,2}(?P<sep>[/.\-])\s{0,2}(?P<m>\d{1,2})\s{0,2}(?P=sep)\s{0,2}(?P<y>\d{4})(?![\d/])"
_WORDS = r"(?P<d2>\d{1,2})\s{1,3}tháng\s{1,3}(?P<m2>\d{1,2})(?:\s{1,3}năm\s{1,3}(?P<y2>\d{4}))?(?!\d)"
_SHORT = r"(?P<d3>\d{1,2})\s?[/]\s?(?P<m3>\d{1,2})(?![\d/])"
DAY = re.compile(rf"(?<![\d/.])(?:{_FULL}|{_WORDS}|{_SHORT})", re.IGNORECASE)
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed: offsets in the text, and the year only if the text gives one. An impossible day has `is_real` False."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    @property
    def is_real(self) -> bool:
        return (
            1900 <= (self.year or 2024) <= 2199 and 1 <= self.month <= 12 and 1 <= self.day <= monthrange(self.year or 2024, self.month)[1]
        )

    @property
    def month_day(self) -> str:
        """ "03-12", as the reader prints days that come back every year."""
        return f"{self.month:02d}-{self.day:02d}"

    def iso(self, year: int | None = None) -> str | None:
        """ISO day; None without a year or when there is no such day."""
        if (self.year or year) is None or not self.is_real:
            return None
        return date(self.year or year or 1, self.month, self.day).isoformat()


def find_days(text: str, start: int = 0, end: int | None = None) -> list[Day]:
    """Days in text[start:end], in order; offsets are those of `text`."""
    return [_day(found) for found in DAY.finditer(text, start, len(text) if end is None else end)]


def match_day(text: str, start: int) -> Day | None:
    """The day that begins exactly at `start`, if any."""
    found = DAY.match(text, start)
    return _day(found) if found else None


def _day(found: re.Match[str]) -> Day:
    group = found.groupdict()
    day, month = group["d"] or group["d2"] or group["d3"], group["m"] or group["m2"] or group["m3"]
    year = group["y"] or group["y2"]
    return Day(found.start(), found.end(), int(day), int(month), int(year) if year else None)


def month_span(year: int, month: int) -> tuple[str, str] | None:
    """First and last day of a month (ISO), None for a month that does not exist."""
    if not (1 <= month <= 12 and 1900 <= year <= 2199):
        return None
    return date(year, month, 1).isoformat(), date(year, month, monthrange(year, month)[1]).isoformat()


def quarter_span(year: int, quarter: int) -> tuple[str, str]:
    """First and last day of a quarter (ISO)."""
    last = quarter * 3
    return date(year, last - 2, 1).isoformat(), date(year, last, monthrange(year, last)[1]).isoformat()


def year_span(first: int, last: int | None = None) -> tuple[str, str]:
    """First and last day of a year, or of the years from `first` to `last` (ISO)."""
    return f"{first:04d}-01-01", f"{last or first:04d}-12-31"
