"""Values of a question, read strictly: each refusal names the place and says what stands there and what should."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from lachan.foundation.errors import Refused
from lachan.foundation.numerals import parse_vietnamese_date
from lachan.foundation.terms import local_moment

LARGEST = 99_999
INVESTIGATION = frozenset({"police", "police:district", "police:province", "border_guard"})
BODIES: dict[str, frozenset[str]] = {
    "investigation_body": INVESTIGATION,
    "police": INVESTIGATION,
    "provincial_police": frozenset({"police", "police:province"}),
    "district_police": frozenset({"police", "police:district"}),
    "commune_police": frozenset({"police", "police:commune"}),
    "border_guard": frozenset({"border_guard"}),
    "procuracy": frozenset({"procuracy"}),
    "court": frozenset({"court"}),
    "people_committee": frozenset({"peoples_committee"}),
    "health": frozenset({"health"}),
    "labour": frozenset({"labour"}),
}
_MOMENT = re.compile(
    r"(?P<day>[0-9/-]{8,10})(?:[T ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?P<rest>:[0-9]{2}(?:\.[0-9]+)?)?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)


def mapping_of(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(value, where, "một nhóm “tên: giá trị”")
    return value


def text_of(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(value, where, "chữ")
    return value.strip()


def chosen(value: Any, options: Mapping[str, Any], where: str) -> str:
    """One of the codes. Raises Refused listing them."""
    if not isinstance(value, str) or value not in options:
        raise _wrong(value, where, f"một trong: {', '.join(options)}", code="unknown-code")
    return value


def choice_of(value: Any, options: Mapping[str, str], where: str) -> str:
    """One of the codes of a choice; a number stands for the code that it writes (150, 2015)."""
    return chosen(str(value) if isinstance(value, int) and not isinstance(value, bool) else value, options, where)


def flag_of(value: Any, where: str) -> str:
    """ "yes" or "no" for true or false."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    raise _wrong(value, where, "true hoặc false")


def whole_number_of(value: Any, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong(value, where, "số nguyên")
    if not 1 <= value <= LARGEST:
        raise _wrong(value, where, f"số từ 1 đến {LARGEST}", code="number-range")
    return value


def day_of(value: Any, where: str) -> date:
    moment = moment_of(value, where)
    return moment.date() if isinstance(moment, datetime) else moment


def moment_of(value: Any, where: str) -> date | datetime:
    """ "2025-12-10" as a day, "2025-12-10T09:12" as a moment of Viet Nam. Raises Refused for 31/02, 25:00 and what is no date."""
    found = _MOMENT.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise _wrong(value, where, "ngày như 2025-12-10 hoặc ngày giờ như 2025-12-10T09:12", code="date-form")
    try:
        day = parse_vietnamese_date(found["day"], field=where)
    except Refused as refused:
        raise Refused(f"“{where}”: {refused.message}", code=refused.code, field=where) from refused
    if found["hour"] is None:
        return day
    try:
        return local_moment(datetime.fromisoformat(f"{day.isoformat()}T{found['hour']}:{found['minute']}:00{found['zone'] or ''}"))
    except ValueError as error:
        raise Refused(f"“{where}”: không có giờ {found['hour']}:{found['minute']}.", code="hour-form", field=where) from error


def body_of(value: Any, where: str) -> frozenset[str]:
    """The functions of unit that a body's code stands for; none, so that nothing is judged by it, for a code that we do not know."""
    code = text_of(value, where).lower()
    if code in BODIES:
        return BODIES[code]
    if "procuracy" in code:
        return frozenset({"procuracy", "procuracy:central"}) if "supreme" in code or "central" in code else frozenset({"procuracy"})
    return frozenset({"court"}) if "court" in code else frozenset()


def _wrong(value: Any, where: str, wanted: str, *, code: str = "question-form") -> Refused:
    if value is None:
        return Refused(f"Thiếu “{where}”: cần {wanted}.", code=code, field=where)
    shown = str(value)
    return Refused(f"“{where}” là “{shown[:40]}{'…' if len(shown) > 40 else ''}”; phải là {wanted}.", code=code, field=where)
