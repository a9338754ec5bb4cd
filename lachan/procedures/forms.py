"""The form of a step, made from its declaration; withdrawing one; the filters of a list."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, cast

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lachan.foundation.text import collation_key
from lachan.interface import forms
from lachan.interface.forms import read_date
from lachan.organisations.models import Area, Unit
from lachan.procedures import registry
from lachan.procedures.checks import LONGEST_TEXT, units_for_field
from lachan.procedures.model import Field, Procedure
from lachan.procedures.model import Step as StepSpec
from lachan.procedures.models import Record
from lachan.procedures.projection import details_of, procedure_of
from lachan.procedures.steps_shown import YES_NO
from lachan.procedures.taking import Taking

BLANK = ("", _("Chọn"))
HOURS = ["%H:%M", "%Hh%M", "%Hg%M"]


class StepForm(forms.TokenMixin, forms.RevisionMixin, forms.Form):
    """The day, the hour, the decision's number where one is issued, and every field that the declaration asks for."""

    on = forms.DateField(label=_("Ngày thực hiện"))
    at = django_forms.TimeField(
        label=_("Giờ"),
        required=False,
        input_formats=HOURS,
        widget=django_forms.TimeInput(
            format="%H:%M", attrs={"class": "w-num", "placeholder": "hh:mm", "inputmode": "numeric", "autocomplete": "off"}
        ),
        error_messages={"invalid": _("Không có giờ này. Ghi theo mẫu 09:12, từ 00:00 đến 23:59.")},
    )

    spec: StepSpec

    def taking(self) -> Taking:
        """What was entered, once the form is valid."""
        entered = self.cleaned_data
        hour = entered.get("at")
        at = timezone.make_aware(datetime.combine(entered["on"], hour)) if hour else None
        data = {field.code: _kept(entered.get(field.code)) for field in self.spec.fields}
        return Taking(entered["on"], at, entered.get("decision_number", ""), data)


def step_form(
    data: Any, *, record: Record, spec: StepSpec, now: datetime, unit: Unit, prefilled: Mapping[str, str] | None = None
) -> StepForm:
    """The form of a declared step in a record; `data` None for a blank one. `unit`: the unit that takes the step.

    `prefilled`: values that a link suggests for declared fields of the blank form; the person still sees and sends them.
    """
    day = _typed_day(data, now.date())
    fields: dict[str, Any] = {"spec": spec}
    if spec.needs_decision:
        fields["decision_number"] = forms.NfcCharField(label=_("Số quyết định"), max_length=60)
    fields |= {field.code: _form_field(field, record, day, unit) for field in spec.fields}
    initial: dict[str, Any] = {field.code: prefilled[field.code] for field in spec.fields if prefilled and field.code in prefilled}
    initial |= {"on": now.date(), "revision": record.revision}
    if counts_hours(procedure_of(record), spec):
        initial["at"] = now.time()
    return type("DeclaredStepForm", (StepForm,), fields)(data, initial=initial)


def counts_hours(procedure: Procedure, spec: StepSpec) -> bool:
    """Does the step start or end a term in hours, so that its hour matters?"""
    limits = [limit for limit in procedure.limits if spec.code in limit.starts | limit.ends]
    return any(variant.term.hours is not None for limit in limits for variant in limit.variants)


def _typed_day(data: Any, today: date) -> date:
    """The day as typed, on which a chosen unit must have existed; today while there is none."""
    try:
        return read_date(str(data["on"])) if data and data.get("on") else today
    except ValidationError:
        return today


class WithdrawForm(forms.TokenMixin, forms.RevisionMixin, forms.Form):
    reason = forms.TextField(label=_("Lý do rút bước"), max_length=500, rows=3, help_text=_("Bước và lý do còn đọc được mãi trong hồ sơ."))


class FilterForm(forms.Form):
    """The filters of a list. `sort` is the one that the kind of record names itself."""

    state = django_forms.ChoiceField(label=_("Trạng thái"), required=False)
    sort = django_forms.ChoiceField(required=False)
    area = django_forms.ModelChoiceField(Area.objects.none(), label=_("Địa bàn"), required=False, empty_label=_("Mọi địa bàn"))
    since = forms.DateField(label=_("Từ ngày"), required=False)
    until = forms.DateField(label=_("Đến ngày"), required=False)

    def __init__(self, data: Any, *, kind: registry.Kind, areas: QuerySet[Area], sort_label: str, sort_choices: Sequence[tuple[str, str]]):
        super().__init__(data)
        labels = {state.code: state.label for procedure in kind.procedures for state in procedure.states}
        special = [("", _("Mọi trạng thái")), ("open", _("Đang giải quyết")), ("overdue", _("Quá hạn"))]
        offer(self, "state", special + list(labels.items()))
        offer(self, "sort", [("", _("Tất cả")), *sort_choices])
        self.fields["sort"].label = sort_label
        cast(django_forms.ModelChoiceField, self.fields["area"]).queryset = areas

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("Ngày cuối phải bằng hoặc sau ngày đầu."))
        return cleaned


def offer(form: django_forms.Form, name: str, choices: Sequence[tuple[str, Any]]) -> None:
    """Give a choice field of a form the choices of the moment."""
    cast(django_forms.ChoiceField, form.fields[name]).choices = choices


def _form_field(field: Field, record: Record, day: date, unit: Unit) -> django_forms.Field:
    shared: dict[str, Any] = {"label": field.label, "required": field.is_required, "help_text": field.hint}
    if field.kind == "text":
        return forms.NfcCharField(max_length=LONGEST_TEXT, **shared)
    if field.kind == "number":
        return django_forms.IntegerField(min_value=0, max_value=999_999_999, **shared)
    if field.kind == "date":
        return forms.DateField(**shared)
    if field.kind == "yes_no":
        return django_forms.ChoiceField(choices=YES_NO, widget=django_forms.RadioSelect, **shared)
    if field.kind == "choice" and len(field.choices) <= 3 and field.is_required:
        return django_forms.ChoiceField(choices=field.choices, widget=django_forms.RadioSelect, **shared)
    choices = list(field.choices)
    if field.kind == "unit":
        choices = unit_choices(field, day, unit)
    elif field.kind == "party":
        choices = registry.kind_of(record.kind).party_choices(details_of(record))
        if not choices:
            shared["help_text"] = _("Chưa có ai để chọn. Thêm ở trang hồ sơ trước, rồi ghi bước này.")
    initial = choices[0][0] if len(choices) == 1 and field.is_required else None
    return django_forms.ChoiceField(choices=[BLANK, *choices], initial=initial, **shared)


def unit_choices(field: Field, day: date, unit: Unit) -> list[tuple[str, str]]:
    """Units of that day with the field's functions, without the acting one; its superior first, then by name."""
    others = [other for other in units_for_field(field, day) if other != unit]
    others.sort(key=lambda other: (other.pk != unit.superior_id, collation_key(other.name)))
    return [(str(other.pk), other.name) for other in others]


def _kept(value: Any) -> str:
    """The short string that a step keeps of a cleaned value."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
