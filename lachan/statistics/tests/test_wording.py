"""Values and changes in words."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from lachan.foundation.periods import Period
from lachan.statistics.wording import change, parts_of, printed, same_period_last_year


@pytest.mark.parametrize(
    ("now", "before", "text", "signed"),
    [
        (27, 24, "tăng 3 tin (12,5%)", "+3"),
        (22, 24, "giảm 2 tin (8,3%)", "−2"),
        (24, 24, "bằng", "0"),
        (3, 0, "tăng 3 tin", "+3"),
        (0, 3, "giảm 3 tin (100%)", "−3"),
        (1234, 0, "tăng 1.234 tin", "+1.234"),
        (None, 3, "", "–"),
        (3, None, "", "–"),
    ],
)
def test_a_count_changes_by_a_number_and_a_share(now, before, text, signed):
    difference = change(now, before, unit="tin", is_ratio=False)
    assert (difference.text, difference.signed) == (text, signed)


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        (Fraction(9, 10), Fraction(4, 5), "tăng 10 điểm phần trăm"),
        (Fraction(2, 3), Fraction(7, 10), "giảm 3,3 điểm phần trăm"),
        (Fraction(1), Fraction(1), "bằng"),
        (None, Fraction(1), ""),
    ],
)
def test_a_ratio_changes_by_percentage_points(now, before, text):
    assert change(now, before, unit="%", is_ratio=True).text == text


@pytest.mark.parametrize(
    ("value", "is_ratio", "text"), [(0, False, "0"), (86240, False, "86.240"), (Fraction(17, 19), True, "89,5%"), (None, True, "–")]
)
def test_a_value_is_printed_as_documents_have_it(value, is_ratio, text):
    assert printed(value, is_ratio=is_ratio) == text


def test_the_same_days_a_year_earlier_end_where_february_ends():
    leap = Period(date(2024, 2, 29), date(2024, 3, 1))
    assert same_period_last_year(leap) == Period(date(2023, 2, 28), date(2023, 3, 1))


@pytest.mark.parametrize(
    ("period", "count"),
    [
        (Period(date(2024, 1, 1), date(2024, 1, 2)), 1),
        (Period(date(2023, 12, 15), date(2024, 6, 15)), 6),
        (Period(date(2023, 12, 15), date(2024, 6, 1)), 6),
        (Period(date(2021, 1, 1), date(2026, 1, 1)), 5),
        (Period(date(1900, 1, 1), date(2200, 1, 1)), 1),
    ],
)
def test_a_period_is_cut_into_months_or_years_without_gap(period, count):
    parts = parts_of(period)
    assert len(parts) == count
    assert (parts[0].start, parts[-1].end) == (period.start, period.end)
    assert all(one.end == other.start for one, other in pairwise(parts))
