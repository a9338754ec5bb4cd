from datetime import date
from itertools import pairwise

import pytest

from lachan.foundation.errors import Refused
from lachan.foundation.periods import REPORTING_CALENDARS, Period, name_of_period, parse_period, period_of


def test_a_period_holds_its_first_day_and_not_its_end():
    period = Period(date(2023, 12, 15), date(2024, 6, 15))
    assert date(2023, 12, 15) in period
    assert period.contains(date(2024, 6, 14))
    assert date(2024, 6, 15) not in period
    assert period.last_day == date(2024, 6, 14)
    assert period.days == 183
    assert period.label() == "từ 15/12/2023 đến 14/6/2024"


@pytest.mark.parametrize(
    ("calendar", "kind", "year", "index", "first", "last"),
    [
        ("administrative", "month", 2024, 1, "2023-12-15", "2024-01-14"),
        ("administrative", "month", 2024, 3, "2024-02-15", "2024-03-14"),
        ("administrative", "month", 2024, 12, "2024-11-15", "2024-12-14"),
        ("administrative", "quarter", 2024, 1, "2023-12-15", "2024-03-14"),
        ("administrative", "quarter", 2024, 4, "2024-09-15", "2024-12-14"),
        ("administrative", "half_year", 2024, 1, "2023-12-15", "2024-06-14"),
        ("administrative", "half_year", 2024, 2, "2024-06-15", "2024-12-14"),
        ("administrative", "year", 2024, 1, "2023-12-15", "2024-12-14"),
        ("justice", "half_year", 2024, 1, "2023-12-01", "2024-05-31"),
        ("justice", "year", 2024, 1, "2023-12-01", "2024-11-30"),
    ],
)
def test_reporting_periods(calendar, kind, year, index, first, last):
    period = period_of(calendar, kind, year, index)
    assert (period.start.isoformat(), period.last_day.isoformat()) == (first, last)


@pytest.mark.parametrize("kind", ["month", "quarter", "half_year"])
def test_the_periods_of_a_year_follow_each_other_and_fill_it(kind):
    count = {"month": 12, "quarter": 4, "half_year": 2}[kind]
    parts = [period_of("administrative", kind, 2024, index) for index in range(1, count + 1)]
    assert all(earlier.end == later.start for earlier, later in pairwise(parts))
    assert Period(parts[0].start, parts[-1].end) == period_of("administrative", "year", 2024)


@pytest.mark.parametrize(
    ("calendar", "kind", "index", "code"),
    [
        ("lunar", "year", 1, "calendar-unknown"),
        ("justice", "month", 1, "period-kind-unknown"),
        ("administrative", "quarter", 5, "period-index"),
        ("administrative", "month", 0, "period-index"),
    ],
)
def test_a_period_that_no_calendar_has_is_refused(calendar, kind, index, code):
    with pytest.raises(Refused) as refused:
        period_of(calendar, kind, 2024, index)
    assert refused.value.code == code


def test_calendars_say_how_sure_their_source_is():
    assert REPORTING_CALENDARS["administrative"].source.is_confirmed
    assert not REPORTING_CALENDARS["justice"].source.is_confirmed


def test_a_period_is_read_from_its_two_inclusive_days():
    assert parse_period("2021-02-09", "15/6/2025") == Period(date(2021, 2, 9), date(2025, 6, 16))
    assert parse_period("2024-07-30", "2024-07-30").days == 1


@pytest.mark.parametrize(("first", "last", "field"), [("2024-02-30", "2024-03-01", "first"), ("2024-02-01", "x", "last")])
def test_a_wrong_day_is_refused_on_its_field(first, last, field):
    with pytest.raises(Refused) as refused:
        parse_period(first, last)
    assert refused.value.field == field


def test_a_reversed_period_is_refused():
    with pytest.raises(Refused, match="phải bằng hoặc sau ngày đầu 02/3/2024"):
        parse_period("2024-03-02", "2024-03-01")
    with pytest.raises(Refused):
        Period(date(2024, 3, 1), date(2024, 3, 1))


@pytest.mark.parametrize(
    ("kind", "index", "name"),
    [
        ("month", 3, "Tháng 3 năm 2024"),
        ("quarter", 4, "Quý IV năm 2024"),
        ("half_year", 2, "6 tháng cuối năm 2024"),
        ("year", 1, "Năm 2024"),
    ],
)
def test_periods_have_names(kind, index, name):
    assert name_of_period(kind, 2024, index) == name
