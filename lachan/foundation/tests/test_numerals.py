from datetime import date
from decimal import Decimal

import pytest

from lachan.foundation.errors import Refused
from lachan.foundation.numerals import format_date, format_document_date, format_number, format_percent, parse_vietnamese_date


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (86240, 0, "86.240"),
        (1_234_567, 0, "1.234.567"),
        (0, 0, "0"),
        (-3, 0, "−3"),
        (-0.2, 0, "0"),
        (1234.5, 1, "1.234,5"),
        (2.5, 0, "3"),
        (Decimal("2.345"), 2, "2,35"),
    ],
)
def test_numbers_show_points_for_thousands_and_a_comma_for_decimals(value, decimals, shown):
    assert format_number(value, decimals=decimals) == shown


@pytest.mark.parametrize(
    ("ratio", "shown"), [(0.874, "87,4%"), (1, "100%"), (0.9, "90%"), (0, "0%"), (1 / 3, "33,3%"), (-0.05, "−5%"), (12, "1.200%")]
)
def test_percentages_show_one_decimal_where_it_says_something(ratio, shown):
    assert format_percent(ratio) == shown


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2025, 12, 10), "10/12/2025", "ngày 10 tháng 12 năm 2025"),
        (date(2024, 2, 5), "05/02/2024", "ngày 05 tháng 02 năm 2024"),
        (date(2025, 7, 1), "01/7/2025", "ngày 01 tháng 7 năm 2025"),
    ],
)
def test_dates_have_zeros_where_documents_have_them(day, short, long):
    assert format_date(day) == short
    assert format_document_date(day) == long


@pytest.mark.parametrize("typed", ["05/02/2024", "5/2/2024", " 05/2/2024 ", "2024-02-05"])
def test_a_typed_date_is_read(typed):
    assert parse_vietnamese_date(typed) == date(2024, 2, 5)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31/02/2024", "Tháng 02/2024 chỉ có 29 ngày."),
        ("29/02/2023", "Tháng 02/2023 chỉ có 28 ngày."),
        ("2024-04-31", "Tháng 04/2024 chỉ có 30 ngày."),
        ("00/04/2024", "Không có ngày 00"),
        ("05/13/2024", "Không có tháng 13"),
        ("05/02/24", "đủ bốn chữ số"),
        ("05/02/20244", "đủ bốn chữ số"),
        ("05/02/0024", "ngoài khoảng"),
        ("05-02-2024", "không phải là ngày"),
        ("mai", "không phải là ngày"),
        ("", "không phải là ngày"),
    ],
)
def test_an_impossible_date_is_refused_with_the_reason(typed, words):
    with pytest.raises(Refused) as refused:
        parse_vietnamese_date(typed, field="received_on")
    assert words in refused.value.message
    assert refused.value.field == "received_on"
