"""Numbers and dates as Vietnamese offices write them, and dates as officers type them."""

import re
from calendar import monthrange
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from lachan.foundation.errors import Refused
from lachan.foundation.sources import Mark, Source

# A day below 10 and the months 1 and 2 take a leading zero.
DATE_FORM = Source("NĐ 30/2020/NĐ-CP", "Phụ lục I", Mark.VERIFIED)

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_TYPED = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]+)")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")


def format_number(value: int | float | Decimal, *, decimals: int = 0) -> str:
    """86240 → "86.240"; with decimals=1, 2.35 → "2,4" (half is rounded away from zero). The minus sign is "−"."""
    step = Decimal(1).scaleb(-decimals)
    rounded = Decimal(str(value)).quantize(step, ROUND_HALF_UP)
    if not rounded:
        rounded = abs(rounded)
    return f"{rounded:,f}".translate(str.maketrans(",.-", ".,−"))


def format_percent(ratio: float | Decimal, *, decimals: int = 1) -> str:
    """A ratio (1 is the whole) as a percentage: 0.874 → "87,4%". Zeros that say nothing are left out: 0.9 → "90%"."""
    text = format_number(Decimal(str(ratio)) * 100, decimals=decimals)
    return (text.rstrip("0").rstrip(",") if "," in text else text) + "%"


def format_date(day: date) -> str:
    """10/12/2025, 01/7/2025, 05/02/2024: zeros stand where documents have them."""
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def format_document_date(day: date) -> str:
    """The date line of a document: "ngày 05 tháng 02 năm 2024"."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def parse_vietnamese_date(text: str, *, field: str | None = None) -> date:
    """The day that "31/12/2024", "5/2/2024" or "2024-12-31" names. Raises Refused, on `field`, saying why it names none."""
    typed = text.strip()
    found = _TYPED.fullmatch(typed) or _ISO.fullmatch(typed)
    if not found:
        raise Refused(f"“{typed[:30]}” không phải là ngày. Ghi theo dạng ngày/tháng/năm, ví dụ 05/02/2024.", code="date-form", field=field)
    if len(found["year"]) != 4:
        raise Refused(f"Năm “{found['year']}” phải ghi đủ bốn chữ số, ví dụ 2024.", code="date-year-digits", field=field)
    return _existing_day(int(found["year"]), int(found["month"]), int(found["day"]), field=field)


def _existing_day(year: int, month: int, day: int, *, field: str | None) -> date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Refused(f"Năm {year:04d} nằm ngoài khoảng {_FIRST_YEAR} - {_LAST_YEAR}.", code="date-year-range", field=field)
    if not 1 <= month <= 12:
        raise Refused(f"Không có tháng {month:02d}; tháng ghi từ 01 đến 12.", code="date-month", field=field)
    last = monthrange(year, month)[1]
    if day > last:
        raise Refused(f"Tháng {month:02d}/{year} chỉ có {last} ngày.", code="date-day", field=field)
    if day == 0:
        raise Refused(f"Không có ngày 00; tháng {month:02d}/{year} có ngày 01 đến {last}.", code="date-day", field=field)
    return date(year, month, day)


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month < 3 else str(day.month)
