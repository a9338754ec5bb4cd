"""What the fields accept, and the words with which they refuse."""

import unicodedata
import uuid
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from lachan.foundation.errors import Refused
from lachan.interface import forms


class TipForm(forms.TokenMixin, forms.RevisionMixin, forms.Form):
    title = forms.NfcCharField(label="Tên gọi", max_length=10)
    rate = forms.NfcCharField(label="Tỷ lệ (%)", max_length=3, required=False)
    area = django_forms.ChoiceField(label="Địa bàn", choices=[("1", "Xã Sim Tím")])
    office = forms.NfcCharField(label="VKSND thụ lý")
    sentence = forms.NfcCharField(label="Ghi chú", error_messages={"required": "Ghi lý do trả lại."})


def errors_of(form_field, value):
    with pytest.raises(ValidationError) as caught:
        form_field.clean(value)
    return caught.value.messages


@pytest.mark.parametrize("text", ["21/03/2024", "21/3/2024", " 2024-03-21 "])
def test_a_day_is_read_as_offices_write_it(text):
    assert forms.DateField().clean(text) == date(2024, 3, 21)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31/02/2024", "Tháng 02/2024 chỉ có 29 ngày."),
        ("29/02/2023", "Tháng 02/2023 chỉ có 28 ngày."),
        ("01/13/2024", "Không có tháng 13"),
        ("hôm qua", "“hôm qua” không phải là ngày"),
        ("01/01/24", "đủ bốn chữ số"),
    ],
)
def test_a_day_that_does_not_exist_is_refused_with_its_reason(text, message):
    assert message in errors_of(forms.DateField(), text)[0]


def test_a_bound_date_field_shows_again_what_was_typed():
    class DayForm(forms.Form):
        day = forms.DateField(label="Ngày")

    assert 'value="31/02/2024"' in str(DayForm({"day": "31/02/2024"})["day"])
    assert 'value="01/07/2025"' in str(DayForm(initial={"day": date(2025, 7, 1)})["day"])


@pytest.mark.parametrize("text", ["21/03/2024 09:12", "2024-03-21T09:12", "21/3/2024 9h12"])
def test_a_moment_is_read_in_the_time_zone_of_the_unit(text):
    read = forms.DateTimeField().clean(text)
    assert read == datetime(2024, 3, 21, 9, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    assert read.astimezone(UTC).hour == 2


@pytest.mark.parametrize(("text", "message"), [("21/03/2024", "Thiếu giờ"), ("21/03/2024 25:00", "Không có giờ 25:00")])
def test_a_moment_without_a_true_time_is_refused(text, message):
    assert message in errors_of(forms.DateTimeField(), text)[0]


def test_a_moment_is_shown_in_the_time_zone_of_the_unit():
    shown = forms.DateTimeField().prepare_value(datetime(2024, 3, 21, 2, 12, tzinfo=UTC))
    assert f"{shown:%d/%m/%Y %H:%M}" == "21/03/2024 09:12"


def test_one_line_of_text_is_composed_and_cleaned():
    typed = unicodedata.normalize("NFD", "  Nguyễn\u200b Thị\x00 Ánh\n ")
    assert forms.NfcCharField().clean(typed) == "Nguyễn Thị Ánh"


def test_paragraphs_keep_their_lines():
    assert forms.TextField().clean("một  \r\nhai\u202e\n\n") == "một\nhai"


def test_length_is_counted_after_composing():
    assert forms.NfcCharField(max_length=2).clean(unicodedata.normalize("NFD", "Ấy")) == "Ấy"


def test_messages_name_the_field_in_vietnamese():
    form = TipForm({"title": "dài hơn mười chữ", "rate": "1234", "area": "9"})
    assert form.errors["title"] == ["Rút gọn tên gọi: tối đa 10 ký tự, đang có 16."]
    assert form.errors["rate"] == ["Rút gọn tỷ lệ (%): tối đa 3 ký tự, đang có 4."]
    assert form.errors["area"] == ["Giá trị đã chọn ở ô địa bàn không có trong danh mục. Chọn lại."]
    assert form.errors["office"] == ["Nhập VKSND thụ lý"]
    assert form.errors["sentence"] == ["Ghi lý do trả lại."]


def test_the_token_is_new_for_every_blank_form_and_stays_with_a_refused_one():
    first, second = TipForm(), TipForm()
    assert first["token"].value() != second["token"].value()
    assert first["token"].value() == first["token"].value()
    sent = str(first["token"].value())
    assert TipForm({"token": sent})["token"].value() == sent


@pytest.mark.parametrize(("token", "revision"), [("", ""), ("no-uuid", "-1"), ("x" * 5000, "2.5")])
def test_a_form_without_a_sound_token_and_revision_asks_to_reload(token, revision):
    errors = TipForm({"token": token, "revision": revision}).errors
    assert "Tải lại trang" in errors["token"][0]
    assert "Tải lại trang" in errors["revision"][0]


def test_a_file_is_refused_for_its_size_and_its_kind():
    field = forms.UploadField(endings=(".pdf", ".docx"), limit=2 * forms.MEGABYTE)
    too_big = SimpleUploadedFile("a.pdf", b"x" * (2 * forms.MEGABYTE + 1))
    assert errors_of(field, too_big) == ["Tệp 3 MB vượt mức 2 MB. Chia nhỏ hoặc gửi bản nén."]
    assert errors_of(field, SimpleUploadedFile("a.exe", b"x")) == ["Tệp “a.exe” không thuộc loại nhận được. Chọn tệp PDF, DOCX."]
    assert field.clean(SimpleUploadedFile("KẾ HOẠCH.PDF", b"x")).size == 1


@pytest.mark.parametrize(("named", "shown_at"), [("title", "title"), ("unknown", "__all__"), (None, "__all__")])
def test_a_refusal_is_shown_at_the_field_it_names(named, shown_at):
    form = TipForm({"title": "a", "area": "1", "office": "b", "sentence": "c", "token": uuid.uuid4(), "revision": 1})
    assert form.is_valid()
    forms.add_refusal(form, Refused("Mã đã dùng.", field=named))
    assert form.errors[shown_at] == ["Mã đã dùng."]
