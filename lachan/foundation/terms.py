"""Legal terms: when does a term in hours, days or months end.

After BLTTHS 2015, Điều 134: a term in days ends at 24:00 of its last day; a term in months on the same day number of the later month, or
on that month's last day when it has no such number; an end on a day off moves to the next working day. Two points are read differently
by different bodies and are therefore a `Reading`, not a rule: whether the first day counts, and which terms move from a day off.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from lachan.foundation.calendars import has_notice, name_of_day_off, next_working_day, previous_working_day
from lachan.foundation.errors import Refused
from lachan.foundation.numerals import format_date
from lachan.foundation.sources import Mark, Source

COUNTING_SOURCE = Source("BLTTHS 2015", "Điều 134", Mark.UNCONFIRMED)
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, kw_only=True)
class Term:
    """A length of exactly one unit, or `at_once`: what the law wants done "ngay", which we read as within the same day.

    Raises Refused when it is not positive (an officer typed it), ValueError on none or two units.
    """

    hours: int | None = None
    days: int | None = None
    months: int | None = None
    at_once: bool = False

    def __post_init__(self) -> None:
        given = [length for length in (self.hours, self.days, self.months) if length is not None]
        if len(given) + self.at_once != 1:
            raise ValueError("a term has exactly one of hours, days, months, or is at once")
        if self.at_once:
            return
        if given[0] <= 0:
            raise Refused("Thời hạn phải từ 1 trở lên.", code="term-not-positive")

    def __str__(self) -> str:
        if self.at_once:
            return "ngay trong ngày"
        if self.hours is not None:
            return f"{self.hours} giờ"
        return f"{self.days} ngày" if self.days is not None else f"{self.months} tháng"


@dataclass(frozen=True)
class Reading:
    """How the open points are read.

    `first_day_counted`: the day of the event is the first day of a term in days (months and hours are not touched by it).
    `day_off_moves`: which terms that end on a day off move on: in days and months ("all"), only in months, none.
    `extension_counts_from`: does the prolonged term of Điều 147 (not over 2 months) run from the receipt or from the expiry of the 20 days?
    """

    first_day_counted: bool = False
    day_off_moves: Literal["all", "months", "none"] = "all"
    extension_counts_from: Literal["receipt", "expiry"] = "receipt"

    def __post_init__(self) -> None:
        if self.extension_counts_from not in {"receipt", "expiry"}:
            raise Refused(
                f"“{self.extension_counts_from}” không phải là mốc tính thời hạn kéo dài; chọn receipt hoặc expiry.",
                code="reading-extension-counts-from",
            )
        if self.day_off_moves not in {"all", "months", "none"}:
            raise Refused(
                f"“{self.day_off_moves}” không phải là cách chuyển hạn; chọn all, months hoặc none.", code="reading-day-off-moves"
            )


DEFAULT_READING = Reading()


@dataclass(frozen=True)
class TermEnd:
    """`legal_end`: the end that the law gives, moved where it moves; a date, for hours an aware local datetime to the minute.

    `unmoved_end`: the same before moving. `safe_day`: the last working day not after the unmoved end, the one that a careful desk works
    to; for a short term that runs within days off it can lie before the beginning. `proof`: the count in one Vietnamese sentence.
    """

    legal_end: date | datetime
    unmoved_end: date | datetime
    safe_day: date
    proof: str


def end_of(term: Term, started: date | datetime, reading: Reading = DEFAULT_READING) -> TermEnd:
    """When a term ends that began at `started` (a naive datetime is local time in Viet Nam).

    Raises Refused when a term in hours begins on a day without an hour, or ends beyond the calendar.
    """
    try:
        if term.at_once:
            return _same_day(_local_day(started))
        return _hours_end(term, started) if term.hours is not None else _days_end(term, _local_day(started), reading)
    except (OverflowError, ValueError) as error:
        raise Refused(f"Thời hạn {term} vượt quá lịch; kiểm tra lại số đã nhập.", code="term-too-long") from error


def local_moment(moment: datetime) -> datetime:
    """The same moment on the clocks of Viet Nam; a naive one is taken to be local already."""
    return moment.replace(tzinfo=LOCAL) if moment.tzinfo is None else moment.astimezone(LOCAL)


def _local_day(started: date | datetime) -> date:
    return local_moment(started).date() if isinstance(started, datetime) else started


def continued(term: Term, unmoved_end: date | datetime, reading: Reading = DEFAULT_READING) -> TermEnd:
    """When a term ends that goes on where another ended: its first day is the day after, so there is no first day to count twice."""
    return end_of(term, unmoved_end, replace(reading, first_day_counted=False))


def _same_day(day: date) -> TermEnd:
    proof = f"Phải làm ngay trong ngày {format_date(day)}; việc phải làm ngay không chuyển sang ngày khác."
    return TermEnd(legal_end=day, unmoved_end=day, safe_day=previous_working_day(day), proof=proof)


def _hours_end(term: Term, started: date | datetime) -> TermEnd:
    if not isinstance(started, datetime):
        raise Refused(f"Thời hạn {term} tính từ giờ: ghi cả giờ bắt đầu của ngày {format_date(started)}.", code="term-needs-hour")
    begin = local_moment(started).replace(second=0, microsecond=0)
    end = begin + timedelta(hours=term.hours or 0)
    proof = f"Từ {_clock(begin)}, {term} hết lúc {_clock(end)}; thời hạn tính theo giờ không chuyển sang ngày khác."
    return TermEnd(legal_end=end, unmoved_end=end, safe_day=previous_working_day(end.date()), proof=proof)


def _days_end(term: Term, first: date, reading: Reading) -> TermEnd:
    if term.days is not None:
        end = first + timedelta(days=term.days - (1 if reading.first_day_counted else 0))
        count = f"{term} ({'tính' if reading.first_day_counted else 'không tính'} ngày đầu)"
        moves = reading.day_off_moves == "all"
    else:
        end = first + relativedelta(months=term.months or 0)
        count = f"{term}{_clipping(first, end)}"
        moves = reading.day_off_moves != "none"
    legal_end = next_working_day(end) if moves else end
    proof = f"Từ {format_date(first)}, {count} hết ngày {format_date(end)}{_moving(end, legal_end)}."
    return TermEnd(legal_end=legal_end, unmoved_end=end, safe_day=previous_working_day(end), proof=proof)


def _clipping(first: date, end: date) -> str:
    return "" if first.day == end.day else f" (tháng {end.month} năm {end.year} không có ngày {first.day}, lấy ngày cuối tháng)"


def _moving(end: date, legal_end: date) -> str:
    name = name_of_day_off(end)
    if not name:
        return ""
    if end == legal_end:
        return f"; ngày này là ngày nghỉ ({name}), theo cách tính đang dùng thì không chuyển"
    forecast = "" if has_notice(end.year) else f" (lịch nghỉ năm {end.year} là dự kiến)"
    return f"; ngày này là ngày nghỉ ({name}) nên chuyển sang ngày làm việc đầu tiên tiếp theo là {format_date(legal_end)}{forecast}"


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M} ngày {format_date(moment)}"
