"""Forms of the plan pages. Those of review start from what counts now and give back the keys that `corrections.checked` knows."""

import re
from datetime import date
from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lachan.documents.reading.encodings import NAMES
from lachan.foundation.numerals import format_date
from lachan.interface import forms
from lachan.organisations.models import Unit
from lachan.program.bindings import choices_for
from lachan.program.drafting import FIELDS, day_of
from lachan.program.models import Demand, DraftItem, Target

COMPARISONS = {
    "ge": (">=", ""),
    "gt": (">=", ">"),
    "eq": ("=", ""),
    "le": ("<=", ""),
    "lt": ("<=", "<"),
    "range": ("range", ""),
}
_COMPARISON_LABELS = {
    "ge": _("Từ mức này trở lên (đúng mức là đạt)"),
    "gt": _("Trên mức này (đúng mức là chưa đạt)"),
    "eq": _("Đạt mức này"),
    "le": _("Không quá mức này"),
    "lt": _("Dưới mức này"),
    "range": _("Trong khoảng"),
}
_DAY_AND_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")


class UploadForm(forms.TokenMixin, forms.Form):
    """The file of a signed plan and the committee whose plan it is; `encoding` is asked for only when the file turns out to need it."""

    file = django_forms.FileField(
        label=_("Tệp kế hoạch đã ký"),
        help_text=_("Tệp .docx, .pdf có chữ, .html hoặc .txt, tối đa 25 MB. Bản quét cần nhận dạng chữ (OCR) trước."),
        error_messages={"required": _("Chọn tệp kế hoạch."), "empty": _("Tệp rỗng. Chọn lại tệp có nội dung.")},
        widget=django_forms.FileInput(attrs={"accept": ".docx,.pdf,.html,.htm,.txt"}),
    )
    encoding = django_forms.ChoiceField(label=_("Bảng mã"), required=False, choices=[("", "Unicode"), *NAMES.items()])
    committee = django_forms.ModelChoiceField(label=_("Kế hoạch của"), queryset=Unit.objects.none(), empty_label=None)

    def __init__(self, *args: Any, committees: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        chosen = self.fields["committee"]
        assert isinstance(chosen, django_forms.ModelChoiceField)
        chosen.queryset = committees


class NamesField(forms.TextField):
    """One agency a line."""

    def __init__(self, **kwargs: Any):
        kwargs.setdefault("required", False)
        kwargs.setdefault("help_text", _("Mỗi cơ quan một dòng, ghi như trong văn bản."))
        super().__init__(max_length=20_000, rows=3, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        return [line.strip() for line in super().clean(value).split("\n") if line.strip()]


class IsoDateField(forms.DateField):
    """A day that is kept as ISO text."""

    def prepare_value(self, value: Any) -> Any:
        day = day_of(value) if isinstance(value, str) else value
        return format_date(day) if isinstance(day, date) else value

    def clean(self, value: Any) -> str | None:
        day = super().clean(value)
        return day.isoformat() if day else None


class ItemForm(forms.TokenMixin, forms.RevisionMixin, forms.Form):
    """What every form of an item shares; `entered` is what goes to the operation."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._asked: dict[str, str] = {}  # name of the input to the agency that it asks of
        self._chosen: dict[str, str] = {}

    def ask_units(self, unknown: dict[str, list[Unit]], *, chosen: dict[str, str], likely: dict[str, str]) -> None:
        """Ask which unit each unknown name is: `chosen` for this item so far, `likely` as it was chosen for others (codes by name)."""
        self._chosen = chosen
        for number, (written, units) in enumerate(unknown.items()):
            name = f"unit_{number}"
            self._asked[name] = written
            self.fields[name] = django_forms.ChoiceField(
                label=_("“%(name)s” là") % {"name": written},
                required=False,
                choices=[("", _("Không gắn đơn vị, giữ tên như văn bản")), *((unit.code, unit.name) for unit in units)],
                initial=chosen.get(written) or likely.get(written, ""),
                error_messages={"invalid_choice": _("Chọn đơn vị trong danh sách.")},
            )

    def entered(self) -> dict[str, Any]:
        entered = {name: value for name, value in self.cleaned_data.items() if name not in {"token", "revision", *self._asked}}
        units = self._chosen | {written: self.cleaned_data[name] for name, written in self._asked.items()}
        units = {written: code for written, code in units.items() if code}
        return entered | {"units": units} if units or self._chosen else entered


class TargetForm(ItemForm):
    indicator = forms.TextField(label=_("Nội dung chỉ tiêu"), max_length=2000, rows=2)
    comparison = django_forms.ChoiceField(label=_("Cách so sánh"), choices=list(_COMPARISON_LABELS.items()))
    value = forms.NfcCharField(
        label=_("Mức"), max_length=20, widget=django_forms.TextInput(attrs={"class": "w-num", "inputmode": "decimal"})
    )
    value_to = forms.NfcCharField(
        label=_("Đến mức"), max_length=20, required=False, widget=django_forms.TextInput(attrs={"class": "w-num", "inputmode": "decimal"})
    )
    unit = forms.NfcCharField(
        label=_("Đơn vị tính"), max_length=40, required=False, widget=django_forms.TextInput(attrs={"class": "w-num"})
    )
    due = forms.NfcCharField(label=_("Mốc (năm)"), max_length=10, required=False, widget=django_forms.TextInput(attrs={"class": "w-num"}))
    indicator_code = django_forms.ChoiceField(label=_("Chỉ số đo"), required=False)

    def __init__(self, *args: Any, item: DraftItem, **kwargs: Any):
        said = item.current
        kind = next((code for code, pair in COMPARISONS.items() if pair == (said["op"], said["op_strict"] or "")), "eq")
        super().__init__(*args, initial=said | {"comparison": kind, "revision": item.revision, "value": _written(said["value"])}, **kwargs)
        offered = [(each.code, f"{each.label} ({each.unit})") for each in (*choices_for("%"), *choices_for(""))]
        field = self.fields["indicator_code"]
        assert isinstance(field, django_forms.ChoiceField)
        field.choices = [("", _("Chưa gắn chỉ số")), *offered]
        if said["op"] != Target.Op.RANGE:
            del self.fields["value_to"]

    def entered(self) -> dict[str, Any]:
        entered = super().entered()
        entered["op"], entered["op_strict"] = COMPARISONS[entered.pop("comparison")]
        return entered


class TaskForm(ItemForm):
    text = forms.TextField(label=_("Nội dung nhiệm vụ"), max_length=10_000, rows=4)
    section = forms.NfcCharField(label=_("Mục"), max_length=40, required=False, widget=django_forms.TextInput(attrs={"class": "w-date"}))
    lead = NamesField(label=_("Chủ trì"))
    coordinating = NamesField(label=_("Phối hợp"))
    requested = NamesField(label=_("Được đề nghị"))

    def __init__(self, *args: Any, item: DraftItem, **kwargs: Any):
        super().__init__(*args, initial=item.current | {"revision": item.revision}, **kwargs)


class DeadlineForm(ItemForm):
    demand = django_forms.ChoiceField(label=_("Loại"), choices=Demand.Kind.choices)
    what = forms.NfcCharField(label=_("Việc phải làm"), max_length=400, required=False)
    before = IsoDateField(label=_("Hạn"), required=False)
    start_date = IsoDateField(label=_("Từ ngày"), required=False)
    end_date = IsoDateField(label=_("Đến hết ngày"), required=False)
    days = forms.NfcCharField(label=_("Các ngày hằng năm"), max_length=120, required=False, help_text=_("Ngày/tháng, ví dụ 12/3, 12/9."))
    is_before = django_forms.BooleanField(label=_("Phải xong trước ngày ghi ở trên"), required=False)
    from_whom = NamesField(label=_("Đơn vị phải gửi"))
    to = forms.NfcCharField(label=_("Gửi đến"), max_length=400, required=False)
    via = forms.NfcCharField(label=_("Gửi qua"), max_length=400, required=False)

    def __init__(self, *args: Any, item: DraftItem, **kwargs: Any):
        self.said = item.current
        recurrence = self.said["recurrence"] or {}
        self.key = "month_days" if recurrence.get("month_days") else "before_month_days"
        days = ", ".join(_day_and_month(text) for text in recurrence.get(self.key) or [])
        # A day as such and a last day share one input; what comes back goes where it came from.
        self.day_key = "date" if self.said["date"] and not self.said["before"] else "before"
        initial = self.said | {"revision": item.revision, "days": days, "before": self.said[self.day_key]}
        super().__init__(*args, initial=initial, **kwargs)
        for name in ("before", "start_date", "end_date") if recurrence else ("days",):
            del self.fields[name]
        if not recurrence and self.said["start_date"] is None and self.said["kind"] != "period":
            del self.fields["start_date"], self.fields["end_date"]

    def clean_days(self) -> list[str]:
        """ "12/3, 12/9" → ["03-12", "09-12"]."""
        typed = self.cleaned_data["days"]
        found = [(int(month), int(day)) for day, month in _DAY_AND_MONTH.findall(typed)]
        if re.sub(r"[\s,;/\d]", "", typed) or any(not (1 <= month <= 12 and 1 <= day <= 31) for month, day in found):
            raise ValidationError(_("Ghi các ngày theo dạng ngày/tháng, ngăn bằng dấu phẩy: 12/3, 12/9."))
        return [f"{month:02d}-{day:02d}" for month, day in found]

    def entered(self) -> dict[str, Any]:
        entered = super().entered()
        if "before" in entered:
            entered[self.day_key] = entered.pop("before")
        days = entered.pop("days", None)
        recurrence = self.said["recurrence"]
        if recurrence and days is not None and days != list(recurrence.get(self.key) or []):
            # Which quarter each day stands for is then told by its month.
            entered["recurrence"] = recurrence | {self.key: days, "quarters": []}
        return entered


class FieldForm(ItemForm):
    """A field of the document; which inputs it has depends on the field."""

    value = forms.NfcCharField(label=_("Giá trị"), max_length=2000)

    def __init__(self, *args: Any, item: DraftItem, **kwargs: Any):
        said = item.current
        self.name = said["field"]
        inner = said["value"] if isinstance(said.get("value"), dict) else {}
        super().__init__(*args, initial=said | inner | {"revision": item.revision}, **kwargs)
        label = FIELDS[self.name]
        if self.name in {"signer", "period", "based_on"}:
            del self.fields["value"]
            self.fields |= _parts_of_field(self.name)
        elif self.name == "date":
            self.fields["value"] = IsoDateField(label=label)
        else:
            self.fields["value"].label = label
            self.fields["value"].required = self.name in {"number", "title"}

    def entered(self) -> dict[str, Any]:
        entered = super().entered()
        return {"value": entered} if self.name in {"signer", "period"} else entered


def form_of(item: DraftItem, data: Any = None) -> ItemForm | None:
    """The form in which an item is corrected, bound when `data` is given; None for what is only accepted or dropped."""
    kinds: dict[str, type[ItemForm]] = {
        DraftItem.Kind.TARGET: TargetForm,
        DraftItem.Kind.TASK: TaskForm,
        DraftItem.Kind.DEADLINE: DeadlineForm,
        DraftItem.Kind.FIELD: FieldForm,
    }
    form = kinds.get(item.kind)
    return form(data, item=item, auto_id=f"m{item.ordinal}_%s") if form else None


class FulfilForm(forms.TokenMixin, forms.Form):
    """The day on which a unit sent what it owed."""

    on = forms.DateField(label=_("Ngày gửi"))
    note = forms.TextField(
        label=_("Ghi chú"), max_length=2000, rows=2, required=False, help_text=_("Số, ký hiệu văn bản đã gửi; không ghi tên người bị hại.")
    )


class ReturnForm(forms.TokenMixin, forms.Form):
    """Why a unit has to send again."""

    note = forms.TextField(label=_("Lý do trả lại"), max_length=1900, rows=2)


def _parts_of_field(name: str) -> dict[str, django_forms.Field]:
    if name == "signer":
        return {
            "name": forms.NfcCharField(label=_("Họ và tên"), max_length=120, required=False),
            "title": forms.NfcCharField(label=_("Chức vụ"), max_length=200, required=False),
        }
    if name == "period":
        return {"start": IsoDateField(label=_("Từ ngày")), "end": IsoDateField(label=_("Đến hết ngày"))}
    return {
        "number": forms.NfcCharField(label=_("Số, ký hiệu"), max_length=60, required=False),
        "date": IsoDateField(label=_("Ngày ban hành"), required=False),
        "title": forms.TextField(label=_("Tên văn bản"), max_length=2000, rows=2, required=False),
    }


def _day_and_month(text: str) -> str:
    month, day = text.split("-")
    return f"{int(day)}/{int(month)}"


def _written(value: Any) -> str:
    return "" if value is None else str(value).replace(".", ",")
