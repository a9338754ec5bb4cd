"""Due days of recurring demands and the reporting period that each is about."""

from datetime import date

import pytest

from lachan.foundation.periods import Period
from lachan.program.recurrences import occurrences

YEAR = Period(date(2024, 1, 1), date(2025, 1, 1))


def told(recurrence, span=YEAR):
    return [(each.due_on.strftime("%d/%m/%Y"), each.label) for each in occurrences(recurrence, span)]


@pytest.mark.parametrize(
    ("recurrence", "days"),
    [
        (
            {"freq": ["quarterly"], "quarters": [1, 3], "before_month_days": ["03-12", "09-12"]},
            [("12/03/2024", "Báo cáo quý I năm 2024"), ("12/09/2024", "Báo cáo quý III năm 2024")],
        ),
        ({"freq": ["half-yearly"], "before_month_days": ["06-12"]}, [("12/06/2024", "Báo cáo 6 tháng đầu năm 2024")]),
        ({"freq": ["yearly"], "before_month_days": ["12-12"]}, [("12/12/2024", "Báo cáo năm 2024")]),
        ({"freq": ["yearly"], "before_month_days": ["01-15"]}, [("15/01/2024", "Báo cáo năm 2023")]),
        (
            {"freq": ["half-yearly", "yearly"], "before_month_days": ["06-15", "11-15"]},
            [("15/06/2024", "Báo cáo 6 tháng đầu năm 2024"), ("15/11/2024", "Báo cáo năm 2024")],
        ),
        ({"freq": ["yearly"], "month_days": ["07-30"]}, [("30/07/2024", "")]),
        ({"freq": ["unspecified"]}, []),
        ({"freq": ["yearly"], "before_month_days": ["02-30"]}, []),
    ],
)
def test_days_within_a_year(recurrence, days):
    assert told(recurrence) == days


def test_a_plan_of_five_years_has_five_reports():
    span = Period(date(2021, 1, 1), date(2026, 1, 1))
    assert [day[-4:] for day, _label in told({"freq": ["yearly"], "before_month_days": ["12-12"]}, span)] == [
        "2021",
        "2022",
        "2023",
        "2024",
        "2025",
    ]


def test_monthly_reports_fall_due_each_month():
    assert len(told({"freq": ["monthly"], "before_day_of_month": 15})) == 12


def test_a_report_is_about_the_administrative_period():
    half_year = occurrences({"freq": ["half-yearly"], "before_month_days": ["06-12"]}, YEAR)[0]
    assert half_year.period == Period(date(2023, 12, 15), date(2024, 6, 15))
