"""Form fields that read what Vietnamese offices write, and say in Vietnamese what is wrong and how to mend it.

A form of this project is written as

    class TipForm(forms.TokenMixin, forms.Form):
        received_on = forms.DateField(label=_("Ngày tiếp nhận"))
        summary = forms.TextField(label=_("Tóm tắt"), max_length=4000)
"""

import math
import re
import uuid
from datetime import date, datetime, time
from typing import Any

from django import forms as django_forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lachan.foundation.errors import Refused
from lachan.foundation.numerals import parse_vietnamese_date
from lachan.foundation.text import nfc, strip_controls

MEGABYTE = 1024 * 1024
_CLOCK = re.compile(r"([0-9]{1,2})[:hg]([0-9]{2})(?::[0-9]{2})?")


class PlainMessagesMixin:
    """Messages that name the field: "Nhập ngày tiếp nhận", "Chọn địa bàn", "Rút gọn tóm tắt: tối đa 4000 ký tự, đang có 4102"."""

    def __init__(self, *args: Any, **kwargs: Any):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, form_field in self.fields.items():  # type: ignore[attr-defined]
            _name_field_in_messages(form_field, str(form_field.label or name))


class Form(PlainMessagesMixin, django_forms.Form):
    """`django.forms.Form` with messages that name the field."""


class ModelForm(PlainMessagesMixin, django_forms.ModelForm):
    """`django.forms.ModelForm` with messages that name the field."""


def _one_message(sentence: Any) -> dict[str, Any]:
    return {"required": sentence, "invalid": sentence, "min_value": sentence}


class TokenMixin(django_forms.Form):
    """A hidden `token` (UUID), new for every blank form: the act that receives it twice does its work once."""

    token = django_forms.UUIDField(
        widget=django_forms.HiddenInput,
        initial=uuid.uuid4,
        error_messages=_one_message(_("Biểu mẫu đã cũ. Tải lại trang rồi gửi lại.")),
    )


class RevisionMixin(django_forms.Form):
    """A hidden `revision`: the number of the record's version that the person was looking at. Given as `initial`."""

    revision = django_forms.IntegerField(
        widget=django_forms.HiddenInput,
        min_value=0,
        error_messages=_one_message(_("Chưa rõ đồng chí sửa từ bản nào của hồ sơ. Tải lại trang rồi gửi lại.")),
    )


class NfcCharField(django_forms.CharField):
    """One line of text in Unicode NFC, without control and invisible characters; runs of spaces become one."""

    is_multiline = False

    def __init__(self, *, max_length: int = 255, **kwargs: Any):
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value: Any) -> str:
        text = clean_text("" if value is None else str(value), is_multiline=self.is_multiline)
        return super().to_python(text) or ""


class TextField(NfcCharField):
    """Paragraphs: as `NfcCharField`, line breaks and tabs kept."""

    is_multiline = True
    widget = django_forms.Textarea

    def __init__(self, *, max_length: int = 10_000, rows: int = 4, **kwargs: Any):
        kwargs.setdefault("widget", django_forms.Textarea(attrs={"rows": rows}))
        super().__init__(max_length=max_length, **kwargs)


class DateField(django_forms.Field):
    """A day: 21/03/2024 or 2024-03-21."""

    widget = django_forms.DateInput

    def __init__(self, **kwargs: Any):
        kwargs.setdefault("widget", django_forms.DateInput(format="%d/%m/%Y", attrs=_typed_date_attrs("dd/mm/yyyy", 10)))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        return read_date(str(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class DateTimeField(DateField):
    """A moment in the unit's time zone: 21/03/2024 09:12 or 2024-03-21T09:12. Without a time it is refused, not guessed."""

    def __init__(self, **kwargs: Any):
        attrs = _typed_date_attrs("dd/mm/yyyy hh:mm", 16)
        kwargs.setdefault("widget", django_forms.DateTimeInput(format="%d/%m/%Y %H:%M", attrs=attrs))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value if timezone.is_aware(value) else timezone.make_aware(value)
        return read_moment(str(value))


class UploadField(django_forms.FileField):
    """One file of a kind named by `endings` (".pdf", ".docx") and at most `limit` bytes; what is inside is the reader's to judge."""

    def __init__(self, *, endings: tuple[str, ...], limit: int | None = None, **kwargs: Any):
        self.endings = endings
        self.limit = limit
        kwargs.setdefault("widget", django_forms.FileInput(attrs={"accept": ",".join(endings)}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if not isinstance(file, UploadedFile):
            return file
        limit = self.limit or settings.LACHAN_UPLOAD_LIMIT
        if (file.size or 0) > limit:
            sizes = {"size": math.ceil((file.size or 0) / MEGABYTE), "limit": limit // MEGABYTE}
            raise _invalid(_("Tệp %(size)s MB vượt mức %(limit)s MB. Chia nhỏ hoặc gửi bản nén."), **sizes)
        if not str(file.name).lower().endswith(self.endings):
            kinds = ", ".join(ending.lstrip(".").upper() for ending in self.endings)
            raise _invalid(_("Tệp “%(name)s” không thuộc loại nhận được. Chọn tệp %(kinds)s."), name=str(file.name)[:80], kinds=kinds)
        return file


def add_refusal(form: django_forms.BaseForm, refusal: Refused) -> None:
    """Show a refusal of an act at the field it names, or at the head of the form. `form` was valid before the act was tried."""
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)


def read_date(text: str) -> date:
    """The day that `text` names. Raises ValidationError with a sentence in Vietnamese."""
    try:
        return parse_vietnamese_date(text)
    except Refused as refusal:
        raise ValidationError(refusal.message, code=refusal.code) from refusal


def read_moment(text: str) -> datetime:
    """The moment that `text` names, aware, in the current time zone. Raises ValidationError with a sentence in Vietnamese."""
    day_text, _separator, time_text = text.strip().replace("T", " ").partition(" ")
    day = read_date(day_text)
    match = _CLOCK.fullmatch(time_text.strip())
    if not match:
        raise _invalid(_("Thiếu giờ, phút. Nhập theo mẫu 21/03/2024 09:12."))
    hour, minute = int(match[1]), int(match[2])
    if hour > 23 or minute > 59:
        raise _invalid(_("Không có giờ %(time)s. Giờ từ 00:00 đến 23:59."), time=f"{hour:02d}:{minute:02d}")
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def clean_text(text: str, *, is_multiline: bool) -> str:
    """NFC, without control, formatting and zero-width characters. One line: white space becomes single spaces."""
    kept = strip_controls(nfc(text))
    if is_multiline:
        return "\n".join(line.rstrip() for line in kept.split("\n")).strip()
    return " ".join(kept.split())


def _typed_date_attrs(example: str, length: int) -> dict[str, Any]:
    return {"inputmode": "numeric", "autocomplete": "off", "placeholder": example, "maxlength": length + 6, "class": "w-date"}


def _invalid(message: Any, **params: Any) -> ValidationError:
    return ValidationError(message, code="invalid", params=params)


def _name_field_in_messages(form_field: django_forms.Field, label: str) -> None:
    """Replace Django's stock sentences by those above; a sentence that the form gave itself stays."""
    # A label that begins with an abbreviation ("VKSND thụ lý") keeps its capitals.
    name = label[:1].lower() + label[1:] if label[1:2].islower() else label
    stock: dict[str, Any] = {}
    for kind in reversed(type(form_field).__mro__):
        stock.update(getattr(kind, "default_error_messages", {}))
    for code, sentence in _sentences_for(form_field).items():
        if form_field.error_messages.get(code) is stock.get(code):
            # Sentences with %(…)s are filled by the validator later: a "%" of the label must survive that.
            safe_name = name.replace("%", "%%") if "%(" in sentence else name
            form_field.error_messages[code] = sentence.replace("{name}", safe_name)


def _sentences_for(form_field: django_forms.Field) -> dict[str, str]:
    sentences = {
        "required": _("Nhập {name}"),
        "max_length": _("Rút gọn {name}: tối đa %(limit_value)s ký tự, đang có %(show_value)s."),
        "min_length": _("Ghi rõ hơn {name}: ít nhất %(limit_value)s ký tự, đang có %(show_value)s."),
        "min_value": _("Sửa {name}: nhỏ nhất là %(limit_value)s."),
        "max_value": _("Sửa {name}: lớn nhất là %(limit_value)s."),
    }
    if isinstance(form_field, (django_forms.ChoiceField, django_forms.ModelChoiceField)):
        sentences["required"] = _("Chọn {name}")
        sentences["invalid_choice"] = _("Giá trị đã chọn ở ô {name} không có trong danh mục. Chọn lại.")
        sentences["invalid_list"] = _("Giá trị đã chọn ở ô {name} không hợp lệ. Chọn lại.")
    elif isinstance(form_field, django_forms.BooleanField):
        sentences["required"] = _("Đánh dấu ô: {name}")
    elif isinstance(form_field, django_forms.FileField):
        sentences["required"] = _("Chọn tệp: {name}")
        sentences["empty"] = _("Tệp ở ô {name} rỗng. Chọn tệp có nội dung.")
        sentences["invalid"] = _("Chưa nhận được tệp ở ô {name}. Chọn lại tệp rồi gửi.")
    elif isinstance(form_field, django_forms.IntegerField):
        sentences["invalid"] = _("Ô {name} chỉ nhận số, ví dụ 12.")
    return {code: str(sentence) for code, sentence in sentences.items()}
