"""The page "Tính thời hạn": a course of steps typed in, its terms worked out. Nothing is stored; the address holds the question."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms as django_forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from lachan.access.requests import SignedInRequest
from lachan.foundation import clock
from lachan.foundation.errors import Refused
from lachan.foundation.terms import COUNTING_SOURCE
from lachan.interface import forms
from lachan.procedures import registry
from lachan.procedures.asked_values import LARGEST
from lachan.procedures.asking import Answered, Askable, judge, understand
from lachan.procedures.forms import BLANK, HOURS, YES_NO
from lachan.procedures.model import Field
from lachan.procedures.terms_shown import ClockRow, clock_row

FEWEST_ROWS, MOST_ROWS = 6, 40
BODIES = (
    ("investigation_body", _("Cơ quan điều tra")),
    ("procuracy", _("Viện kiểm sát")),
    ("supreme_procuracy", _("Viện kiểm sát nhân dân tối cao")),
    ("court", _("Tòa án")),
    ("commune_police", _("Công an cấp xã")),
)
READINGS: dict[str, tuple[Any, tuple[tuple[str, Any], ...]]] = {
    "first_day_counted": (_("Ngày đầu của thời hạn tính theo ngày"), (("no", _("không tính")), ("yes", _("tính là ngày thứ nhất")))),
    "day_off_moves": (
        _("Hết hạn vào ngày nghỉ thì chuyển"),
        (("all", _("thời hạn ngày và tháng")), ("months", _("chỉ thời hạn tháng")), ("none", _("không chuyển"))),
    ),
    "extension_counts_from": (
        _("Kéo dài không quá 2 tháng (Điều 147) tính từ"),
        (("receipt", _("ngày tiếp nhận")), ("expiry", _("khi hết 20 ngày"))),
    ),
}
COLUMNS = (
    ("step", _("Bước")),
    ("on", _("Ngày")),
    ("at", _("Giờ")),
    ("months", _("Kéo dài (tháng)")),
    ("days", _("Kéo dài (ngày)")),
    ("by", _("Cơ quan")),
)


@dataclass(frozen=True)
class Worked:
    """The answer as the page prints it; `refused` with the rows of the form that they stand in."""

    answered: Answered
    clocks: tuple[ClockRow, ...]
    refused: tuple[tuple[int, str], ...]
    state: str


class CalculatorForm(forms.Form):
    """Facts (`fact_<code>`), rows of steps (`<column>_<row>`), readings and the day asked for. `rows` counts from 1."""

    asked_on = forms.DateField(label=_("Tính đến ngày"))

    def __init__(self, data: Any, *, askable: Askable, rows: int, initial: Mapping[str, Any]):
        self.askable, self.rows = askable, range(1, rows + 1)
        super().__init__(data, initial=dict(initial))
        steps = [BLANK, *((step.code, step.label) for step in askable.procedures[-1].steps)]
        for field in askable.fields:
            self.fields[f"fact_{field.code}"] = _fact_field(field)
        for row in self.rows:
            self._add_row(row, steps)
        for name, (label, choices) in READINGS.items():
            self.fields[name] = django_forms.ChoiceField(label=label, choices=choices)

    def _add_row(self, row: int, steps: list[tuple[str, Any]]) -> None:
        hour = django_forms.TimeInput(format="%H:%M", attrs={"placeholder": "hh:mm", "inputmode": "numeric", "autocomplete": "off"})
        made: dict[str, django_forms.Field] = {
            "step": django_forms.ChoiceField(choices=steps, required=False),
            "on": forms.DateField(required=False),
            "at": django_forms.TimeField(
                required=False, input_formats=HOURS, widget=hour, error_messages={"invalid": _("Không có giờ này; ghi như 09:12.")}
            ),
            "months": django_forms.IntegerField(required=False, min_value=1, max_value=LARGEST),
            "days": django_forms.IntegerField(required=False, min_value=1, max_value=LARGEST),
            "by": django_forms.ChoiceField(choices=[("", "–"), *BODIES], required=False),
        }
        for code, label in COLUMNS:
            made[code].label = _("%(column)s, dòng %(row)d") % {"column": label, "row": row}
            made[code].widget.attrs |= {"class": "in", "aria-label": made[code].label}
            self.fields[f"{code}_{row}"] = made[code]

    def clean(self) -> dict[str, Any]:
        entered = super().clean() or {}
        for row in self.rows:
            if entered.get(f"step_{row}") and not entered.get(f"on_{row}") and f"on_{row}" not in self.errors:
                self.add_error(f"on_{row}", _("Dòng %(row)d có bước nhưng thiếu ngày.") % {"row": row})
        return entered

    def facts(self) -> list[Any]:
        return [self[f"fact_{field.code}"] for field in self.askable.fields]

    def readings(self) -> list[Any]:
        return [self[name] for name in READINGS]

    def table(self) -> list[list[tuple[Any, Any]]]:
        """The rows of steps as pairs of column label and field."""
        return [[(label, self[f"{code}_{row}"]) for code, label in COLUMNS] for row in self.rows]

    def filled(self) -> list[int]:
        return [row for row in self.rows if self.cleaned_data.get(f"step_{row}")]

    def question(self) -> dict[str, Any]:
        """What was typed as the calculator is asked, once the form is valid."""
        entered = self.cleaned_data
        return {
            "procedure": self.askable.kind,
            "facts": {field.code: _asked_value(field, entered[f"fact_{field.code}"]) for field in self.askable.fields},
            "steps": [_asked_step(entered, row) for row in self.filled()],
            "on": entered["asked_on"].isoformat(),
            "parameters": {name: entered[name] == "yes" if name == "first_day_counted" else entered[name] for name in READINGS},
        }


@require_safe
def calculator(request: SignedInRequest) -> HttpResponse:
    """The form; with `tinh` in the address also what follows from it. A question that cannot be answered is shown again (422)."""
    askables = {kind.code: kind.askable for kind in registry.kinds().values() if kind.askable}
    chosen = askables.get(request.GET.get("loai", ""), next(iter(askables.values())))
    is_asked = "tinh" in request.GET
    given = _with_defaults(request.GET)
    initial = {"asked_on": clock.now().date()} | given.dict()  # rows were added: what was typed stays, and is not judged yet
    form = CalculatorForm(given if is_asked else None, askable=chosen, rows=_rows(request.GET), initial=initial)
    worked = _worked(form, askables) if is_asked and form.is_valid() else None
    status = 422 if is_asked and form.errors else 200
    context = {
        "form": form,
        "askables": askables.values(),
        "chosen": chosen,
        "worked": worked,
        "columns": COLUMNS,
        "rows": len(form.rows),
        "counting_source": COUNTING_SOURCE,
    }
    return render(request, "procedures/calculator.html", context, status=status)


def _worked(form: CalculatorForm, askables: Mapping[str, Askable]) -> Worked | None:
    try:
        answered = judge(understand(form.question(), askables, today=form.cleaned_data["asked_on"]))
    except Refused as refused:
        name = (refused.field or "").replace("facts.", "fact_")
        form.add_error(name if name in form.fields else None, refused.message)
        return None
    rows = form.filled()
    state = "" if not answered.taken else answered.asked.procedure.state(answered.state).label
    return Worked(
        answered=answered,
        clocks=tuple(clock_row(each, now=answered.asked.asked_at) for each in answered.clocks),
        refused=tuple((rows[number - 1], found.message) for number, found in answered.refused),
        state=state,
    )


def _with_defaults(given: QueryDict) -> QueryDict:
    """The address may leave out the readings: then the installed ones hold."""
    data = given.copy()
    for name, (_label, choices) in READINGS.items():
        data.setdefault(name, choices[0][0])
    return data


def _rows(given: Mapping[str, str]) -> int:
    asked = given.get("dong", "")
    rows = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else FEWEST_ROWS
    return min(max(rows + (FEWEST_ROWS if "them" in given else 0), FEWEST_ROWS), MOST_ROWS)


def _fact_field(field: Field) -> django_forms.Field:
    shared: dict[str, Any] = {"label": field.label, "required": field.is_required, "help_text": field.hint}
    if field.kind == "date":
        return forms.DateField(**shared)
    if field.kind == "number":
        return django_forms.IntegerField(min_value=1, max_value=LARGEST, **shared)
    return django_forms.ChoiceField(choices=[BLANK, *(YES_NO if field.kind == "yes_no" else field.choices)], **shared)


def _asked_value(field: Field, value: Any) -> Any:
    if value in {None, ""}:
        return None
    if field.kind == "yes_no":
        return value == "yes"
    return value.isoformat() if isinstance(value, date) else value


def _asked_step(entered: Mapping[str, Any], row: int) -> dict[str, Any]:
    on, at = entered[f"on_{row}"], entered[f"at_{row}"]
    return {
        "step": entered[f"step_{row}"],
        "at": datetime.combine(on, at).isoformat(timespec="minutes") if at else None,
        "on": on.isoformat(),
        "months": entered[f"months_{row}"],
        "days": entered[f"days_{row}"],
        "by": entered[f"by_{row}"] or None,
    }
