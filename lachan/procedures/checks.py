"""Is what was entered for a step acceptable? Each refusal names the field."""

from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from lachan.foundation.errors import Refused
from lachan.foundation.text import nfc
from lachan.organisations.models import Unit
from lachan.procedures import registry
from lachan.procedures.course import Taken
from lachan.procedures.model import Facts, Field
from lachan.procedures.model import Step as StepSpec
from lachan.procedures.models import Record, Step
from lachan.procedures.objections import term_objection
from lachan.procedures.projection import details_of, procedure_of, start_of_day, taken
from lachan.procedures.taking import Taking

LONGEST_TEXT = 500


def check_day(taking: Taking, spec: StepSpec, *, previous: Step | None, now: datetime) -> None:
    """A step lies neither in the future nor before the step that it follows; its decision has a number."""
    if taking.on > now.date() or (taking.at and taking.at > now):
        raise Refused(
            _("Ngày thực hiện phải trước hoặc bằng hôm nay (%(today)s).") % {"today": f"{now:%d/%m/%Y}"}, code="future", field="on"
        )
    if previous and (taking.on < previous.on or (taking.at and previous.at and taking.at < previous.at)):
        before = (
            f"{timezone.localtime(previous.at):%H:%M %d/%m/%Y}" if previous.at and taking.on == previous.on else f"{previous.on:%d/%m/%Y}"
        )
        raise Refused(
            _("Ngày thực hiện không được trước bước liền trước (%(before)s).") % {"before": before}, code="before-previous", field="on"
        )
    if taking.at and timezone.localtime(taking.at).date() != taking.on:
        raise Refused(_("Giờ thực hiện phải thuộc ngày đã ghi."), code="hour-of-another-day", field="at")
    if spec.needs_decision and not taking.decision_number.strip():
        raise Refused(_("Ghi số quyết định."), code="decision-missing", field="decision_number")


def check_terms(record: Record, taking: Taking, code: str, data: Facts, *, steps: list[Step], unit: Unit) -> None:
    """The terms allow the step: not before its time, no prolongation too late, too long or too often. Raises Refused with the article."""
    course, facts = taken(steps), registry.kind_of(record.kind).course_facts(details_of(record))
    at = timezone.localtime(taking.at) if taking.at else None
    step = Taken(code, taking.on, at, data, frozenset({unit.function, f"{unit.function}:{unit.level}"}))
    found = term_objection(procedure_of(record), course, step, facts)
    if found:
        raise Refused(found.message, code=found.code, field="on")


def checked_data(record: Record, spec: StepSpec, taking: Taking) -> dict[str, str]:
    """The declared fields, cleaned. Raises Refused naming the field; fields that are not declared are refused too."""
    unknown = set(taking.data) - {field.code for field in spec.fields}
    if unknown:
        raise Refused(_("Trường không có trong bước này: %(names)s.") % {"names": ", ".join(sorted(unknown))}, code="unknown-field")
    data: dict[str, str] = {}
    for field in spec.fields:
        value = nfc(str(taking.data.get(field.code, "") or "")).strip()
        if value:
            _check_value(record, field, value, taking.on)
            data[field.code] = value
        elif field.is_required:
            raise Refused(_("Điền mục “%(field)s”.") % {"field": field.label}, code="field-missing", field=field.code)
    return data


def _check_value(record: Record, field: Field, value: str, on: date) -> None:
    check = {
        "text": lambda: len(value) <= LONGEST_TEXT,
        "choice": lambda: value in dict(field.choices),
        "number": lambda: value.isascii() and value.isdigit() and len(value) <= 9,
        "date": lambda: _is_date(value),
        "yes_no": lambda: value in {"yes", "no"},
        "unit": lambda: is_unit(field, value, on),
        "party": lambda: value in dict(registry.kind_of(record.kind).party_choices(details_of(record))),
    }[field.kind]
    if not check():
        raise Refused(_("Mục “%(field)s” có giá trị không hợp lệ.") % {"field": field.label}, code="field-invalid", field=field.code)


def units_for_field(field: Field, on: date) -> QuerySet[Unit]:
    """The units of a day that a unit field may name: those with one of its functions."""
    units = Unit.objects.valid_on(on)
    if not field.functions:
        return units
    named = Q()
    for each in field.functions:
        function, _colon, level = each.partition(":")
        named |= Q(function=function, level=level) if level else Q(function=function)
    return units.filter(named)


def is_unit(field: Field, value: str, on: date) -> bool:
    """Is the value the key of a unit that the field may name on a day?"""
    return value.isascii() and value.isdigit() and len(value) < 16 and units_for_field(field, on).filter(pk=int(value)).exists()


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def moment_of(step: Step) -> datetime:
    """The step's moment, the beginning of its day where no hour is known."""
    return step.at or start_of_day(step.on)
