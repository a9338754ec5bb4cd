"""The question to the ledger: which figure, of whom, over which days, as known up to where."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import cast
from urllib.parse import urlencode

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lachan.access.models import Account
from lachan.foundation.errors import NotAllowed, Refused
from lachan.foundation.numerals import format_date, parse_vietnamese_date
from lachan.foundation.periods import Period, period_of
from lachan.interface import forms
from lachan.ledger.queries import position_at
from lachan.organisations.models import Unit
from lachan.statistics.declared import INDICATORS
from lachan.statistics.reach import askable_units, usual_unit

_ONE_DAY = date.resolution


class MomentField(forms.DateTimeField):
    """Also takes what a program writes: an ISO moment with its offset."""

    def to_python(self, value):
        if isinstance(value, str):
            try:
                moment = datetime.fromisoformat(value.strip())
            except ValueError:
                return super().to_python(value)
            if moment.tzinfo is not None:
                forms.read_date(moment.date().isoformat())  # refuses years that no clock of ours has seen
                return moment
        return super().to_python(value)


@dataclass(frozen=True)
class Question:
    """What was asked. `position` is set when the ledger is read up to a position, `known_at` when up to a moment; never both."""

    unit: Unit
    period: Period
    known_at: datetime | None = None
    position: int | None = None

    @property
    def is_historical(self) -> bool:
        return self.known_at is not None or self.position is not None

    @cached_property
    def reached(self) -> int:
        """The position up to which the ledger is read; asked once, so that a page shows one moment however long it takes to make."""
        return self.position if self.position is not None else position_at(self.known_at)

    def query(self, **changes: str | int | None) -> str:
        """The address part that asks this again, with changes; "?don_vi=…&tu=…&den=…"."""
        return "?" + urlencode(query_of(self.unit.code, self.period, position=self.position, known_at=self.known_at) | _kept(changes))


def query_of(unit: str, period: Period, *, position: int | None = None, known_at: datetime | None = None) -> dict[str, str]:
    """The parameters that a page of statistics reads. `unit` is its code."""
    query = {"don_vi": unit, "tu": period.start.isoformat(), "den": period.last_day.isoformat()}
    if known_at is not None:
        query["biet_den"] = known_at.isoformat(timespec="minutes")
    if position is not None:
        query["vi_tri"] = str(position)
    return query


def _kept(changes: dict) -> dict[str, str]:
    return {key: str(value) for key, value in changes.items() if value is not None}


class QuestionForm(forms.Form):
    """The sentence at the head of the pages. Days are inclusive on both sides, as offices write them."""

    chi_tieu = django_forms.ChoiceField(label=_("Chỉ tiêu"), required=False)
    don_vi = django_forms.ChoiceField(label=_("Đơn vị"), required=False)
    tu = forms.DateField(label=_("Từ ngày"), required=False)
    den = forms.DateField(label=_("Đến hết ngày"), required=False)
    biet_den = MomentField(label=_("Như đã biết vào"), required=False)
    vi_tri = django_forms.IntegerField(label=_("Vị trí của sổ"), required=False, min_value=0, widget=django_forms.HiddenInput)

    def __init__(self, *args, units: list[Unit], last_position: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.units, self.last_position = units, last_position
        _choice(self, "don_vi").choices = [(unit.code, unit.name) for unit in units]
        _choice(self, "chi_tieu").choices = [("", _("mọi chỉ tiêu")), *((code, each.label) for code, each in INDICATORS.items())]
        for name in ("chi_tieu", "don_vi"):
            self.fields[name].widget.attrs["class"] = "sel"

    def clean_vi_tri(self) -> int | None:
        position = self.cleaned_data["vi_tri"]
        if position is not None and position > self.last_position:
            raise ValidationError(_("Sổ mới đến vị trí %(last)s."), params={"last": self.last_position})
        return position

    def clean(self) -> dict:
        super().clean()
        data = self.cleaned_data
        first, last = data.get("tu"), data.get("den")
        if first and last and last < first:
            sentence = _("Ngày cuối %(last)s phải bằng hoặc sau ngày đầu %(first)s.")
            self.add_error("den", ValidationError(sentence, params={"last": format_date(last), "first": format_date(first)}))
        if data.get("biet_den") and data.get("vi_tri") is not None:
            self.add_error("biet_den", _("Chỉ hỏi theo một mốc: thời điểm hoặc vị trí của sổ."))
        return data


def _choice(form: django_forms.Form, name: str) -> django_forms.ChoiceField:
    return cast(django_forms.ChoiceField, form.fields[name])


def usual_period(today: date) -> Period:
    """The half-year of the administrative calendar that holds the day."""
    year = today.year + (today >= date(today.year, 12, 15))
    return next(half for half in (period_of("administrative", "half_year", year, index) for index in (1, 2)) if today in half)


def form_for(actor: Account, data, *, today: date) -> QuestionForm:
    """The form with what the address says, the usual unit and period where it says nothing.

    Raises NotAllowed for a unit outside the actor's reach, exactly as for one that does not exist.
    """
    units = askable_units(actor, on=today)
    if not units:
        raise NotAllowed(_("Tài khoản không có quyền xem thống kê."), code="not-allowed")
    period = usual_period(today)
    asked = {"don_vi": usual_unit(actor, units, on=today).code, "tu": period.start.isoformat(), "den": period.last_day.isoformat()}
    asked |= {name: data[name] for name in QuestionForm.base_fields if data.get(name, "").strip()}
    if asked["don_vi"] not in {unit.code for unit in units}:
        raise NotAllowed(_("Không có đơn vị này trong phạm vi được xem."), code="not-visible")
    asked |= {name: _as_written(asked[name]) for name in ("tu", "den")}
    if "biet_den" in asked:
        asked["biet_den"] = _moment_as_written(asked["biet_den"])
    return QuestionForm(asked, units=units, last_position=position_at())


def _as_written(day: str) -> str:
    """An ISO day of an address as the input shows it, 15/12/2023; what is no day stays as typed."""
    try:
        return f"{parse_vietnamese_date(day):%d/%m/%Y}"
    except Refused:
        return day


def _moment_as_written(moment: str) -> str:
    try:
        found = MomentField().to_python(moment)
    except ValidationError:
        return moment
    return f"{timezone.localtime(found):%d/%m/%Y %H:%M}" if found else moment


def question_of(form: QuestionForm) -> Question:
    """The question of a valid form."""
    data = form.cleaned_data
    unit = next(unit for unit in form.units if unit.code == data["don_vi"])
    return Question(unit, Period(data["tu"], data["den"] + _ONE_DAY), data.get("biet_den"), data.get("vi_tri"))
