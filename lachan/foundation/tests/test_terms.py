from datetime import UTC, date, datetime

import pytest

from lachan.foundation.errors import Refused
from lachan.foundation.terms import LOCAL, Reading, Term, continued, end_of

COUNTED = Reading(first_day_counted=True)
ONLY_MONTHS = Reading(day_off_moves="months")
NEVER = Reading(day_off_moves="none")
DEFAULT = Reading()


@pytest.mark.parametrize(
    # started, term, reading -> unmoved end, legal end, safe day
    ("started", "term", "reading", "unmoved", "legal", "safe"),
    [
        # days: the first is not counted, unless the reading counts it
        ("2025-12-10", Term(days=20), DEFAULT, "2025-12-30", "2025-12-30", "2025-12-30"),
        ("2025-12-10", Term(days=20), COUNTED, "2025-12-29", "2025-12-29", "2025-12-29"),
        ("2025-12-10", Term(days=3), DEFAULT, "2025-12-13", "2025-12-15", "2025-12-12"),  # Saturday
        ("2025-12-10", Term(days=3), ONLY_MONTHS, "2025-12-13", "2025-12-13", "2025-12-12"),
        ("2025-12-10", Term(days=3), NEVER, "2025-12-13", "2025-12-13", "2025-12-12"),
        ("2025-12-10", Term(days=1), COUNTED, "2025-12-10", "2025-12-10", "2025-12-10"),
        # Tết 2024: off from Thursday 8 to Wednesday 14 February
        ("2024-01-25", Term(days=20), DEFAULT, "2024-02-14", "2024-02-15", "2024-02-07"),
        ("2024-01-19", Term(days=20), DEFAULT, "2024-02-08", "2024-02-15", "2024-02-07"),
        ("2024-01-18", Term(days=20), DEFAULT, "2024-02-07", "2024-02-07", "2024-02-07"),
        ("2024-02-08", Term(days=3), DEFAULT, "2024-02-11", "2024-02-15", "2024-02-07"),  # safe day before the start
        ("2023-12-10", Term(months=2), NEVER, "2024-02-10", "2024-02-10", "2024-02-07"),
        # leap day and the year's end
        ("2024-02-09", Term(days=20), DEFAULT, "2024-02-29", "2024-02-29", "2024-02-29"),
        ("2023-02-09", Term(days=20), DEFAULT, "2023-03-01", "2023-03-01", "2023-03-01"),
        ("2025-12-12", Term(days=20), DEFAULT, "2026-01-01", "2026-01-05", "2025-12-31"),  # Friday 2/1 is off for Saturday 10/1
        # months: the same number, or the month's last day; the first day never matters
        ("2025-12-10", Term(months=2), DEFAULT, "2026-02-10", "2026-02-10", "2026-02-10"),
        ("2025-12-10", Term(months=2), COUNTED, "2026-02-10", "2026-02-10", "2026-02-10"),
        ("2023-12-31", Term(months=2), DEFAULT, "2024-02-29", "2024-02-29", "2024-02-29"),
        ("2022-12-31", Term(months=2), DEFAULT, "2023-02-28", "2023-02-28", "2023-02-28"),
        ("2024-02-29", Term(months=12), DEFAULT, "2025-02-28", "2025-02-28", "2025-02-28"),
        ("2025-03-31", Term(months=1), DEFAULT, "2025-04-30", "2025-05-05", "2025-04-29"),  # 30/4, 1/5, swapped 2/5, weekend
        ("2025-10-14", Term(months=2), DEFAULT, "2025-12-14", "2025-12-15", "2025-12-12"),  # Sunday
        ("2025-10-14", Term(months=2), ONLY_MONTHS, "2025-12-14", "2025-12-15", "2025-12-12"),
        ("2025-10-14", Term(months=2), NEVER, "2025-12-14", "2025-12-14", "2025-12-12"),
        # a swapped Saturday is worked
        ("2024-04-14", Term(days=20), DEFAULT, "2024-05-04", "2024-05-04", "2024-05-04"),
    ],
)
def test_terms_in_days_and_months(started, term, reading, unmoved, legal, safe):
    end = end_of(term, date.fromisoformat(started), reading)
    assert (end.unmoved_end.isoformat(), end.legal_end.isoformat(), end.safe_day.isoformat()) == (unmoved, legal, safe)


@pytest.mark.parametrize(
    ("started", "term", "legal", "safe"),
    [
        (datetime.fromisoformat("2025-12-10T09:12"), Term(hours=24), "2025-12-11T09:12+07:00", "2025-12-11"),
        (datetime.fromisoformat("2025-12-10T09:12:59"), Term(hours=48), "2025-12-12T09:12+07:00", "2025-12-12"),
        (
            datetime.fromisoformat("2025-12-12T09:12"),
            Term(hours=24),
            "2025-12-13T09:12+07:00",
            "2025-12-12",
        ),  # ends on Saturday, is not moved
        (datetime(2025, 12, 10, 20, 0, tzinfo=UTC), Term(hours=24), "2025-12-12T03:00+07:00", "2025-12-12"),
    ],
)
def test_terms_in_hours_run_to_the_minute_and_never_move(started, term, legal, safe):
    end = end_of(term, started)
    assert end.legal_end == end.unmoved_end
    assert end.legal_end.isoformat(timespec="minutes") == legal
    assert end.safe_day.isoformat() == safe


def test_a_moment_in_another_zone_begins_a_term_on_its_vietnamese_day():
    assert end_of(Term(days=20), datetime(2025, 12, 9, 18, 0, tzinfo=UTC)).legal_end == date(2025, 12, 30)
    assert end_of(Term(days=20), datetime.fromisoformat("2025-12-10T23:59")).legal_end == date(2025, 12, 30)
    assert end_of(Term(days=20), datetime(2025, 12, 10, 1, 0, tzinfo=LOCAL)).legal_end == date(2025, 12, 30)


@pytest.mark.parametrize(
    ("started", "term", "reading", "proof"),
    [
        (date(2025, 12, 10), Term(days=20), DEFAULT, "Từ 10/12/2025, 20 ngày (không tính ngày đầu) hết ngày 30/12/2025."),
        (
            date(2025, 12, 10),
            Term(days=3),
            DEFAULT,
            "Từ 10/12/2025, 3 ngày (không tính ngày đầu) hết ngày 13/12/2025; ngày này là ngày nghỉ (thứ Bảy) "
            "nên chuyển sang ngày làm việc đầu tiên tiếp theo là 15/12/2025.",
        ),
        (
            date(2025, 12, 10),
            Term(days=4),
            Reading(first_day_counted=True, day_off_moves="none"),
            "Từ 10/12/2025, 4 ngày (tính ngày đầu) hết ngày 13/12/2025; ngày này là ngày nghỉ (thứ Bảy), "
            "theo cách tính đang dùng thì không chuyển.",
        ),
        (
            date(2023, 12, 31),
            Term(months=2),
            DEFAULT,
            "Từ 31/12/2023, 2 tháng (tháng 2 năm 2024 không có ngày 31, lấy ngày cuối tháng) hết ngày 29/02/2024.",
        ),
        (
            datetime.fromisoformat("2025-12-10T09:12"),
            Term(hours=24),
            DEFAULT,
            "Từ 09:12 ngày 10/12/2025, 24 giờ hết lúc 09:12 ngày 11/12/2025; thời hạn tính theo giờ không chuyển sang ngày khác.",
        ),
    ],
)
def test_the_proof_explains_the_count_in_one_sentence(started, term, reading, proof):
    assert end_of(term, started, reading).proof == proof


def test_what_must_be_done_at_once_ends_the_same_day_and_never_moves():
    end = end_of(Term(at_once=True), date(2025, 12, 13), COUNTED)  # Saturday
    assert (end.legal_end, end.safe_day) == (date(2025, 12, 13), date(2025, 12, 12))


def test_a_term_that_goes_on_counts_no_first_day_twice():
    assert continued(Term(days=10), date(2025, 12, 9), COUNTED).unmoved_end == date(2025, 12, 19)


def test_a_move_in_a_year_without_an_announcement_says_that_it_is_a_forecast():
    assert "lịch nghỉ năm 2027 là dự kiến" in end_of(Term(days=20), date(2027, 1, 15)).proof
    assert "dự kiến" not in end_of(Term(days=20), date(2026, 1, 31)).proof


def test_hours_from_a_day_without_an_hour_are_refused():
    with pytest.raises(Refused, match="ghi cả giờ bắt đầu của ngày 10/12/2025") as refused:
        end_of(Term(hours=24), date(2025, 12, 10))
    assert refused.value.code == "term-needs-hour"


@pytest.mark.parametrize("term", [Term(days=10**8), Term(months=10**6), Term(days=10**12), Term(hours=10**12)])
def test_a_term_beyond_the_calendar_is_refused(term):
    with pytest.raises(Refused) as refused:
        end_of(term, datetime.fromisoformat("2025-12-10T09:00"))
    assert refused.value.code == "term-too-long"


@pytest.mark.parametrize("days", [0, -3])
def test_a_term_of_nothing_is_refused(days):
    with pytest.raises(Refused):
        Term(days=days)


@pytest.mark.parametrize("units", [{}, {"days": 1, "months": 1}])
def test_a_term_has_exactly_one_unit(units):
    with pytest.raises(ValueError, match="exactly one"):
        Term(**units)


@pytest.mark.parametrize("reading", [{"day_off_moves": "sometimes"}, {"extension_counts_from": "start"}])
def test_an_unknown_reading_is_refused(reading):
    with pytest.raises(Refused):
        Reading(**reading)
