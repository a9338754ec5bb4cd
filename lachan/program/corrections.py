"""What a person may enter in place of what was read: each kind of item has its fields, and nothing else gets in."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from lachan.foundation.errors import Refused
from lachan.foundation.text import nfc
from lachan.organisations.models import Unit
from lachan.program.bindings import choices_for
from lachan.program.drafting import day_of
from lachan.program.models import Demand, DraftItem, Target

HOLDS_AGENCIES = {DraftItem.Kind.TASK, DraftItem.Kind.DEADLINE}
MAX_NAMES = 60
MAX_WORDS = 2000


def checked(item: DraftItem, entered: dict[str, Any]) -> dict[str, Any]:
    """The data of `item` with `entered` laid over what counts now. Raises Refused on the field that is wrong."""
    check = {
        DraftItem.Kind.FIELD: _field,
        DraftItem.Kind.TARGET: _target,
        DraftItem.Kind.TASK: _task,
        DraftItem.Kind.DEADLINE: _deadline,
    }.get(DraftItem.Kind(item.kind))
    if check is None:
        raise Refused(_("Mục này chỉ duyệt hoặc bỏ, không sửa được."), code="item-not-editable")
    unknown = set(entered) - set(item.current) - ({"units"} if item.kind in HOLDS_AGENCIES else set())
    if unknown:
        raise Refused(_("Mục này không có ô “%(name)s”.") % {"name": sorted(unknown)[0]}, code="unknown-field")
    return check(item.current | entered)


def _field(data: dict[str, Any]) -> dict[str, Any]:
    name = data["field"]
    if name == "based_on":
        return data | {"number": _words(data, "number", 60), "date": _day(data, "date"), "title": _words(data, "title")}
    value = data["value"]
    if name == "period":
        start, end = _day(value or {}, "start", is_required=True), _day(value or {}, "end", is_required=True)
        if end < start:
            raise Refused(_("Ngày cuối kỳ phải bằng hoặc sau ngày đầu kỳ."), code="period-reversed", field="end")
        return data | {"value": {"start": start, "end": end}}
    if name == "signer":
        return data | {"value": {"name": _words(value or {}, "name", 120), "title": _words(value or {}, "title", 200)}}
    if name == "date":
        return data | {"value": _day(data, "value", is_required=True)}
    limits = {"number": 60, "type": 40, "issuing_body": 300, "place": 80}
    return data | {"value": _words(data, "value", limits.get(name, MAX_WORDS), is_required=name in {"number", "title"})}


def _target(data: dict[str, Any]) -> dict[str, Any]:
    if data["op"] not in Target.Op.values:
        raise Refused(_("Chọn cách so sánh."), code="op", field="op")
    if (data["op_strict"] or "") not in {"", ">", "<"}:
        raise Refused(_("Chọn cách so sánh."), code="op", field="op")
    value = _number(data, "value")
    if value is None and data["op"] != Target.Op.QUALITATIVE:
        raise Refused(_("Ghi giá trị mục tiêu."), code="value-missing", field="value")
    if value is not None and (value < 0 or (data["unit"] == "%" and value > 100)):
        raise Refused(_("Tỷ lệ phải từ 0 đến 100."), code="value-range", field="value")
    code = data["indicator_code"] or ""
    if code and code not in {each.code for each in choices_for(data["unit"] or "")}:
        raise Refused(_("Chỉ số đo không cùng đơn vị tính với chỉ tiêu."), code="binding", field="indicator_code")
    return data | {
        "indicator": _words(data, "indicator", is_required=True),
        "value": value,
        "unit": _words(data, "unit", 40),
        "per": _words(data, "per", 40),
        "due": _due(data),
        "indicator_code": code,
    }


def _task(data: dict[str, Any]) -> dict[str, Any]:
    names = {role: _names(data, role) for role in ("lead", "coordinating", "requested")}
    words = {"text": _words(data, "text", 10_000, is_required=True), "section": _words(data, "section", 40)}
    return data | names | words | _units(data, {each for role in names.values() for each in role})


def _deadline(data: dict[str, Any]) -> dict[str, Any]:
    if data["demand"] not in Demand.Kind.values:
        raise Refused(_("Chọn loại thời hạn."), code="demand", field="demand")
    days = {name: _day(data, name) for name in ("before", "date", "start_date", "end_date")}
    if days["start_date"] and days["end_date"] and days["end_date"] < days["start_date"]:
        raise Refused(_("Ngày cuối phải bằng hoặc sau ngày đầu."), code="period-reversed", field="end_date")
    words = {name: _words(data, name, 400) for name in ("what", "to", "via")}
    names = _names(data, "from_whom")
    return data | days | words | {"from_whom": names} | _units(data, set(names))


def _words(data: dict[str, Any], name: str, limit: int = MAX_WORDS, *, is_required: bool = False) -> str:
    words = " ".join(nfc(str(data.get(name) or "")).split())
    if is_required and not words:
        raise Refused(_("Ô này không được để trống."), code="missing", field=name)
    if len(words) > limit:
        raise Refused(_("Rút gọn còn tối đa %(limit)d ký tự, đang có %(length)d.") % {"limit": limit, "length": len(words)}, field=name)
    return words


def _names(data: dict[str, Any], name: str) -> list[str]:
    names = [" ".join(nfc(str(each)).split()) for each in data.get(name) or []]
    names = [each for each in names if each]
    if len(names) > MAX_NAMES or any(len(each) > 400 for each in names):
        raise Refused(_("Ghi mỗi cơ quan một dòng, tên không quá 400 ký tự."), code="names", field=name)
    return names


def _units(data: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """The units chosen for names that still stand in the item; nothing where none was ever chosen."""
    chosen = data.get("units")
    if chosen is None:
        return {}
    known = set(Unit.objects.filter(code__in=chosen.values()).values_list("code", flat=True))
    if set(chosen.values()) - known:
        raise Refused(_("Chọn đơn vị có trong danh mục."), code="unit-unknown", field="units")
    return {"units": {name: code for name, code in chosen.items() if name in names}}


def _day(data: dict[str, Any], name: str, *, is_required: bool = False) -> Any:
    value = data.get(name)
    day = value if isinstance(value, date) else day_of(value or None)
    if day is None and (value or is_required):
        raise Refused(_("Ghi ngày theo dạng ngày/tháng/năm, ví dụ 05/02/2024."), code="date-form", field=name)
    return day.isoformat() if day else None


def _due(data: dict[str, Any]) -> str:
    """A year or an ISO day, "" for none."""
    due = str(data["due"] or "").strip()
    if due and not (due.isdigit() and len(due) == 4) and day_of(due) is None:
        raise Refused(_("Ghi năm (2024) hoặc ngày của mốc."), code="due-form", field="due")
    return due


def _number(data: dict[str, Any], name: str) -> float | int | None:
    value = data.get(name)
    if value is None or value == "":
        return None
    try:
        number = Decimal(str(value).replace(",", "."))
    except InvalidOperation as error:
        raise Refused(_("“%(value)s” không phải là số.") % {"value": str(value)[:20]}, code="number", field=name) from error
    if not number.is_finite() or abs(number) >= 10**10:
        raise Refused(_("“%(value)s” không phải là số.") % {"value": str(value)[:20]}, code="number", field=name)
    return int(number) if number == number.to_integral_value() else float(number)
