"""Spans of days, half-open inside and inclusive on paper, and the calendars by which bodies report.

A reporting calendar is data: the day of the month on which its periods begin and the cadences it knows. Both declared ones begin their
year in the December before, so "the year 2024" of the executive and of the courts start on different days, and neither on 1 January.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from lachan.foundation.errors import Refused
from lachan.foundation.numerals import format_date, parse_vietnamese_date
from lachan.foundation.sources import Mark, Source

MONTHS_OF_KIND = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Period:
    """The days from `start` up to, not including, `end`. Raises Refused when it would hold no day."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise Refused(
                f"Kỳ phải có ít nhất một ngày: ngày cuối {format_date(self.end - _ONE_DAY)} đứng trước ngày đầu {format_date(self.start)}.",
                code="period-reversed",
            )

    def __contains__(self, day: date) -> bool:
        return self.contains(day)

    def contains(self, day: date) -> bool:
        return self.start <= day < self.end

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def last_day(self) -> date:
        return self.end - _ONE_DAY

    def label(self) -> str:
        """In words, both days inclusive: "từ 15/12/2023 đến 14/6/2024"."""
        return f"từ {format_date(self.start)} đến {format_date(self.last_day)}"


def parse_period(first: str, last: str, *, first_field: str = "first", last_field: str = "last") -> Period:
    """The period from the first to the last day, both inclusive, each written as ISO or as dd/mm/yyyy. Raises Refused on its field."""
    start = parse_vietnamese_date(first, field=first_field)
    last_day = parse_vietnamese_date(last, field=last_field)
    if last_day < start:
        raise Refused(
            f"Ngày cuối {format_date(last_day)} phải bằng hoặc sau ngày đầu {format_date(start)}.", code="period-reversed", field=last_field
        )
    return Period(start, last_day + _ONE_DAY)


@dataclass(frozen=True)
class ReportingCalendar:
    """Periods begin on `first_day` of the month before the plain one (January begins in December)."""

    code: str
    label: str
    first_day: int
    kinds: tuple[str, ...]
    source: Source


REPORTING_CALENDARS: dict[str, ReportingCalendar] = {
    calendar.code: calendar
    for calendar in (
        ReportingCalendar(
            code="administrative",
            label="Kỳ báo cáo hành chính",
            first_day=15,
            kinds=("month", "quarter", "half_year", "year"),
            source=Source("NĐ 09/2019/NĐ-CP", "Điều 12", Mark.VERIFIED),
        ),
        ReportingCalendar(
            code="justice",
            label="Kỳ thống kê của Viện kiểm sát, Tòa án",
            first_day=1,
            kinds=("half_year", "year"),
            source=Source("Chế độ thống kê của Viện kiểm sát, Tòa án", "", Mark.UNCONFIRMED),
        ),
    )
}


def period_of(calendar: str, kind: str, year: int, index: int = 1) -> Period:
    """The `index`-th (from 1) period of a kind ("month", "quarter", "half_year", "year") in a calendar's year.

    Raises Refused when the calendar, the kind or the index does not exist.
    """
    declared = REPORTING_CALENDARS.get(calendar)
    if declared is None:
        raise Refused(f"Không có lịch báo cáo “{calendar}”. Chọn: {', '.join(REPORTING_CALENDARS)}.", code="calendar-unknown")
    if kind not in declared.kinds:
        raise Refused(f"{declared.label} không có kỳ “{kind}”. Chọn: {', '.join(declared.kinds)}.", code="period-kind-unknown")
    months = MONTHS_OF_KIND[kind]
    if not 1 <= index <= 12 // months:
        raise Refused(f"Kỳ thứ {index} không có trong năm; chọn từ 1 đến {12 // months}.", code="period-index")
    if not 1900 <= year <= 2199:
        raise Refused(f"Năm {year} nằm ngoài khoảng 1900 - 2199.", code="date-year-range")
    return Period(_boundary(declared, year, (index - 1) * months), _boundary(declared, year, index * months))


def name_of_period(kind: str, year: int, index: int = 1) -> str:
    """What reports call it: "Tháng 3 năm 2024", "Quý I năm 2024", "6 tháng đầu năm 2024", "Năm 2024"."""
    names = {
        "month": f"Tháng {index} năm {year}",
        "quarter": f"Quý {('I', 'II', 'III', 'IV')[(index - 1) % 4]} năm {year}",
        "half_year": f"6 tháng {'đầu' if index == 1 else 'cuối'} năm {year}",
        "year": f"Năm {year}",
    }
    return names[kind]


def _boundary(calendar: ReportingCalendar, year: int, months: int) -> date:
    """The day that lies `months` months after the beginning of the calendar's year in the December before."""
    return date(year - 1, 12, calendar.first_day) if months == 0 else date(year, months, calendar.first_day)
