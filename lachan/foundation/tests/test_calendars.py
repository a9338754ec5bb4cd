from datetime import date, datetime, timedelta

import pytest

from lachan.foundation import calendars
from lachan.foundation.calendars import has_notice, is_day_off, name_of_day_off, next_working_day, previous_working_day


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2024, 2, 7), ""),
        (date(2024, 2, 8), "29 Tết"),
        (date(2024, 2, 10), "Tết Nguyên Đán"),
        (date(2024, 2, 15), ""),
        (date(2024, 9, 2), "Quốc khánh"),
        (date(2023, 1, 2), "Tết Dương lịch (nghỉ bù)"),
        (date(2025, 12, 13), "thứ Bảy"),
        (date(2025, 12, 14), "Chủ nhật"),
        (date(2024, 4, 29), "Ngày nghỉ (thay cho ngày 04/05/2024)"),
        (date(2024, 5, 4), ""),  # the Saturday worked instead
    ],
)
def test_days_off_have_names_and_working_days_have_none(day, name):
    assert name_of_day_off(day) == name
    assert is_day_off(day) == bool(name)


@pytest.mark.parametrize(
    ("before", "after", "is_announced"),
    [
        # the last working day before Tết and the first one after it
        (date(2024, 2, 7), date(2024, 2, 15), True),
        (date(2025, 1, 24), date(2025, 2, 3), True),
        (date(2026, 2, 13), date(2026, 2, 23), True),
        (date(2027, 2, 3), date(2027, 2, 11), False),  # a forecast
    ],
)
def test_tet_of_each_year(before, after, is_announced):
    assert next_working_day(before) == before
    assert next_working_day(before + timedelta(days=1)) == after
    assert previous_working_day(after - timedelta(days=1)) == before
    assert has_notice(after.year) is is_announced


def test_a_notice_moves_a_working_day_to_a_saturday():
    assert name_of_day_off(date(2026, 1, 2)) == "Ngày nghỉ (thay cho ngày 10/01/2026)"
    assert not is_day_off(date(2026, 1, 10))
    assert is_day_off(date(2026, 1, 17))


def test_a_moment_is_asked_like_its_day():
    assert is_day_off(datetime.fromisoformat("2024-09-02T08:30"))


def test_the_nearest_working_days_around_tet_2024():
    assert next_working_day(date(2024, 2, 8)) == date(2024, 2, 15)
    assert previous_working_day(date(2024, 2, 14)) == date(2024, 2, 7)


def test_a_working_day_is_its_own_nearest_one():
    assert next_working_day(date(2024, 2, 7)) == previous_working_day(date(2024, 2, 7)) == date(2024, 2, 7)


def test_years_asked_in_any_order_do_not_change_each_other():
    before = name_of_day_off(date(2024, 12, 31))
    is_day_off(date(2025, 1, 1)), is_day_off(date(2023, 12, 31))
    assert name_of_day_off(date(2024, 12, 31)) == before


def test_an_announced_day_off_wins_over_the_package(monkeypatch):
    monkeypatch.setitem(calendars.EXTRA_DAYS_OFF, date(2025, 12, 10), "Nghỉ theo thông báo")
    assert name_of_day_off(date(2025, 12, 10)) == "Nghỉ theo thông báo"
    assert next_working_day(date(2025, 12, 10)) == date(2025, 12, 11)


def test_an_announced_working_day_wins_over_the_package(monkeypatch):
    monkeypatch.setitem(calendars.EXTRA_WORKING_DAYS, date(2025, 12, 13), "Làm bù")
    assert not is_day_off(date(2025, 12, 13))
