"""Choosing a new report, writing under a section, the head and the foot."""

from datetime import date
from typing import cast

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lachan.access.models import Account
from lachan.foundation.numerals import format_date
from lachan.foundation.periods import MONTHS_OF_KIND, Period, name_of_period, period_of
from lachan.interface import forms
from lachan.program.models import Plan
from lachan.reporting.heads import Head
from lachan.reporting.models import Report
from lachan.reporting.operations import LONGEST_NARRATIVE, ReportEntry
from lachan.reporting.outlines import OUTLINES
from lachan.statistics.forms import usual_period
from lachan.statistics.reach import askable_units, committees_of, usual_unit

_ONE_DAY = date.resolution


class StartForm(forms.TokenMixin, forms.Form):
    """A new report. Days are inclusive; the cut-off may differ from the calendar's."""

    outline = django_forms.ChoiceField(label=_("Đề cương"))
    plan = django_forms.ChoiceField(label=_("Thực hiện kế hoạch"), required=False)
    figures_of = django_forms.ChoiceField(label=_("Số liệu của"))
    first_on = forms.DateField(label=_("Số liệu từ ngày"))
    last_on = forms.DateField(label=_("Đến hết ngày"))
    subject = forms.NfcCharField(
        label=_("Trích yếu"), required=False, max_length=300, help_text=_("Để trống thì lấy theo đề cương và kỳ báo cáo.")
    )

    field_order = ["outline", "plan", "figures_of", "first_on", "last_on", "subject"]

    def __init__(self, *args, actor: Account, today: date, **kwargs):
        units = askable_units(actor, on=today)
        period = usual_period(today)
        usual = usual_unit(actor, units, on=today).code if units else ""
        initial = {"outline": next(iter(OUTLINES)), "figures_of": usual, "first_on": period.start, "last_on": period.last_day}
        plans = Plan.objects.visible_to(actor, on=today).filter(status=Plan.Status.CONFIRMED)
        self.plans = {str(plan.pk): plan for plan in plans}
        running = [key for key, plan in self.plans.items() if _runs_on(plan, today)]
        initial["plan"] = running[0] if len(running) == 1 else ""
        super().__init__(*args, initial=initial | kwargs.pop("initial", {}), **kwargs)
        self.committees = committees_of(actor.unit, on=today)
        self.units = {unit.code: unit for unit in units}
        offered: dict[str, list[tuple[str, object]]] = {
            "outline": [(code, outline.label) for code, outline in OUTLINES.items()],
            "figures_of": [(code, unit.name) for code, unit in self.units.items()],
            "plan": [("", _("không gắn với kế hoạch")), *((key, _plan_label(plan)) for key, plan in self.plans.items())],
        }
        for name, choices in offered.items():
            cast(django_forms.ChoiceField, self.fields[name]).choices = choices

    def clean(self) -> dict:
        super().clean()
        data = self.cleaned_data
        first, last = data.get("first_on"), data.get("last_on")
        if first and last and last < first:
            sentence = _("Ngày cuối %(last)s phải bằng hoặc sau ngày đầu %(first)s.")
            self.add_error("last_on", ValidationError(sentence, params={"last": format_date(last), "first": format_date(first)}))
        return data

    def entry(self) -> ReportEntry:
        """What a valid form asks for."""
        data = self.cleaned_data
        outline = OUTLINES[data["outline"]]
        plan = self.plans.get(data["plan"])
        period = Period(data["first_on"], data["last_on"] + _ONE_DAY)
        return ReportEntry(
            outline_code=outline.code,
            period=period,
            subject=data["subject"] or outline.subject.replace("{period}", name_of(period)),
            figures_of=self.units[data["figures_of"]],
            committee=plan.committee if plan else next(iter(self.committees), None),
            plan=plan,
        )


def _runs_on(plan: Plan, day: date) -> bool:
    return plan.period_start is not None and plan.period_end is not None and plan.period_start <= day <= plan.period_end


def _plan_label(plan: Plan) -> str:
    return f"{plan.document.label}: {plan.title}"[:160]


def name_of(period: Period) -> str:
    """What offices call the period: the shortest one of the calendar that begins with it and holds it, else its days in words."""
    year = period.start.year + (period.start >= date(period.start.year, 12, 15))
    for kind in ("month", "quarter", "half_year", "year"):
        for index in range(1, 12 // MONTHS_OF_KIND[kind] + 1):
            whole = period_of("administrative", kind, year, index)
            if whole.start == period.start and period.end <= whole.end:
                name = name_of_period(kind, year, index)
                return f"{name[:1].lower()}{name[1:]}" if kind != "quarter" else name.replace("Quý", "quý")
    return period.label()


class NarrativeForm(forms.TokenMixin, forms.RevisionMixin, forms.Form):
    """The text of one section. `revision`: how many versions of it the writer has before them."""

    text = forms.TextField(
        label=_("Nội dung"),
        required=False,
        max_length=LONGEST_NARRATIVE,
        widget=django_forms.Textarea(attrs={"rows": 12, "class": "in"}),
    )


class HeadForm(forms.TokenMixin, forms.RevisionMixin, forms.Form):
    """Head and foot, by the names of the model."""

    subject = forms.NfcCharField(label=_("Trích yếu"), max_length=300)
    number_symbol = forms.NfcCharField(
        label=_("Ký hiệu"), max_length=40, help_text=_("Phần sau dấu gạch chéo; số do văn thư ghi khi ban hành.")
    )
    place_name = forms.NfcCharField(label=_("Địa danh"), max_length=80)
    superior_body = forms.NfcCharField(label=_("Cơ quan chủ quản"), max_length=200, required=False)
    addressees = forms.TextField(label=_("Kính gửi"), max_length=1000, rows=2, required=False, help_text=_("Mỗi dòng một nơi."))
    signer_prefix = forms.NfcCharField(
        label=_("Quyền hạn ký"), max_length=80, required=False, help_text=_("TM., KT., TL., TUQ., Q.; ghi đủ cả chữ sau.")
    )
    signer_title = forms.NfcCharField(label=_("Chức vụ người ký"), max_length=120, required=False)
    signer_name = forms.NfcCharField(label=_("Họ và tên người ký"), max_length=120, required=False)
    recipients = forms.TextField(label=_("Nơi nhận"), max_length=2000, rows=3, required=False, help_text=_("Mỗi dòng một nơi."))
    archive = forms.NfcCharField(label=_("Dòng lưu"), max_length=80, required=False)

    field_order = [
        "subject",
        "number_symbol",
        "place_name",
        "superior_body",
        "addressees",
        "signer_prefix",
        "signer_title",
        "signer_name",
        "recipients",
        "archive",
    ]

    @classmethod
    def of(cls, report: Report) -> "HeadForm":
        names = [*Head.__dataclass_fields__, "subject", "revision"]
        return cls(initial={name: getattr(report, name) for name in names})

    def head(self) -> Head:
        return Head(**{name: self.cleaned_data[name] for name in Head.__dataclass_fields__})
