"""The page on which a step of any record is taken, and what it answers to bad input."""

from uuid import uuid4

import pytest
from django.urls import reverse

from lachan.audit.models import Entry
from lachan.procedures.models import Record, Step
from tests.courses import a_tip, go, verified_tip


def url(record, step):
    return reverse("procedures:step", args=[record.code, step])


def filled(record, **changes):
    """What the page of `classify` sends, with changes; None leaves a field out."""
    sent = {"token": uuid4(), "revision": record.revision, "on": "22/05/2024", "at": "09:00", "outcome": "unclear"} | changes
    return {name: value for name, value in sent.items() if value is not None}


@pytest.fixture
def tip(place, present):
    return a_tip(place)


@pytest.fixture
def desk(client, place):
    """The browser of the duty officer of ward 1."""
    client.force_login(place.an)
    return client


def errors(response):
    return {name: list(texts) for name, texts in response.context["form"].errors.items()}


def test_the_form_asks_for_what_the_declaration_names(desk, tip):
    response = desk.get(url(tip, "classify"))
    assert response.status_code == 200
    form = response.context["form"]
    assert [name for name in form.fields if name not in {"token", "revision"}] == ["on", "at", "outcome"]
    assert form.initial["on"].isoformat() == "2024-05-22"
    assert "TTLT 01/2017" in response.content.decode()
    assert "chưa xác nhận" in response.content.decode()


def test_a_step_sent_by_the_page_is_taken_and_the_record_says_so(desk, tip):
    response = desk.post(url(tip, "classify"), filled(tip), follow=True)
    assert response.redirect_chain == [(reverse("tips:detail", args=[tip.code]), 302)]
    assert Record.objects.get(pk=tip.pk).state == "classified"
    assert "đã phân loại" in response.content.decode()
    step = tip.steps.get(code="classify")
    assert (step.on.isoformat(), step.data) == ("2024-05-22", {"outcome": "unclear"})


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"on": "20/05/2024", "at": None}, "on", "trước bước liền trước"),
        ({"on": "21/05/2024", "at": "10:29"}, "on", "trước bước liền trước"),
        ({"on": "23/05/2024", "at": None}, "on", "trước hoặc bằng hôm nay"),
        ({"at": "09:13"}, "on", "trước hoặc bằng hôm nay"),
        ({"on": "31/02/2024"}, "on", "chỉ có 29 ngày"),
        ({"on": "hôm qua"}, "on", "không phải là ngày"),
        ({"on": None}, "on", "Nhập ngày thực hiện"),
        ({"at": "25:00"}, "at", "Không có giờ này"),
        ({"outcome": None}, "outcome", "Chọn kết quả phân loại"),
        ({"outcome": "bịa"}, "outcome", "không có trong danh mục"),
        ({"revision": "abc"}, "revision", "Tải lại trang"),
        ({"revision": None}, "revision", "Tải lại trang"),
        ({"token": "không phải mã"}, "token", "Tải lại trang"),
    ],
)
def test_bad_input_is_refused_at_its_field_with_everything_typed_kept(desk, tip, changes, field, says):
    before = Entry.objects.count()
    response = desk.post(url(tip, "classify"), filled(tip, **changes))
    assert response.status_code == 422
    assert says in " ".join(errors(response)[field])
    typed = filled(tip, **changes)
    assert all(response.context["form"].data.get(name) == str(value) for name, value in typed.items() if name in {"on", "at", "outcome"})
    assert tip.steps.count() == 1
    assert Entry.objects.count() == before


def test_a_decision_needs_its_number(client, place, present):
    tip = verified_tip(place)
    client.force_login(place.binh)
    sent = filled(tip, outcome=None, offence="150", decision_number="   ")
    response = client.post(url(tip, "decide_prosecute"), sent)
    assert (response.status_code, errors(response)) == (422, {"decision_number": ["Nhập số quyết định"]})
    assert not tip.cases.exists()


def test_a_step_out_of_order_says_why_when_asked_for_and_when_sent(client, place, present):
    tip = verified_tip(place)
    client.force_login(place.binh)
    asked = client.get(url(tip, "classify"))
    assert asked.status_code == 422
    assert "không thực hiện được khi hồ sơ ở trạng thái “Đang xác minh”" in asked.content.decode()
    sent = client.post(url(tip, "classify"), filled(tip))
    assert sent.status_code == 422
    assert "Đang xác minh" in " ".join(errors(sent)["__all__"])
    assert tip.steps.filter(code="classify").count() == 1


def test_a_form_sent_twice_takes_one_step(desk, tip):
    sent = filled(tip)
    desk.post(url(tip, "classify"), sent)
    again = desk.post(url(tip, "classify"), sent, follow=True)
    assert again.status_code == 200
    assert "đã được ghi từ lần gửi trước" in again.content.decode()
    assert tip.steps.filter(code="classify").count() == 1


def test_the_second_of_two_officers_gets_a_note_keeps_what_was_typed_and_may_send_again(desk, place, tip):
    typed = filled(tip, outcome=None, to_unit=place.city_police.pk)
    go(tip, "classify", place.an, "2024-05-22 08:00", outcome="unclear")
    response = desk.post(url(tip, "forward"), typed)
    assert response.status_code == 409
    page = response.content.decode()
    assert "Hồ sơ đã thay đổi" in page
    assert "Lê Ví An đã lưu hồ sơ này" in page
    assert response.context["form"]["to_unit"].value() == str(place.city_police.pk)
    assert not tip.steps.filter(code="forward").exists()
    typed["revision"] = response.context["form"]["revision"].value()
    assert desk.post(url(tip, "forward"), typed).status_code == 302
    assert tip.steps.filter(code="forward").count() == 1


def test_a_unit_without_the_function_is_refused(desk, place, tip):
    response = desk.post(url(tip, "forward"), filled(tip, outcome=None, to_unit=place.court.pk))
    assert response.status_code == 422
    assert "không có trong danh mục" in " ".join(errors(response)["to_unit"])


def test_units_are_offered_by_function_and_level_without_those_of_other_wards(desk, place, tip):
    choices = desk.get(url(tip, "forward")).context["form"].fields["to_unit"].choices
    assert [str(name) for _key, name in choices] == ["Chọn", place.city_police.name]


def test_a_unit_that_no_longer_exists_on_the_day_is_not_offered_and_not_taken(desk, place, tip):
    place.police_2.valid_to = "2024-05-01"
    place.police_2.save()
    choices = desk.get(url(tip, "forward")).context["form"].fields["to_unit"].choices
    assert place.police_2.name not in [name for _key, name in choices]
    assert desk.post(url(tip, "forward"), filled(tip, outcome=None, to_unit=place.police_2.pk)).status_code == 422


def test_hidden_fields_that_the_page_does_not_have_change_nothing(desk, place, tip):
    sent = filled(tip, taker=place.binh.pk, unit=place.court.pk, state="closed", decision_number="1/QĐ", recorded_at="2020-01-01")
    assert desk.post(url(tip, "classify"), sent).status_code == 302
    step = tip.steps.get(code="classify")
    assert (step.taker, step.unit, step.decision_number, step.recorded_at.year) == (place.an, place.police_1, "", 2024)
    assert Record.objects.get(pk=tip.pk).state == "classified"


def test_unknown_step_unknown_record_and_other_peoples_record_are_one_answer(client, place, tip):
    client.force_login(place.an)
    unknown_step = client.get(url(tip, "khong-co"))
    client.force_login(place.chi)
    others = client.get(url(tip, "classify"))
    unknown = client.get(reverse("procedures:step", args=["TB-2024-9999", "classify"]))
    sent = client.post(url(tip, "classify"), filled(tip))
    answers = [unknown_step, others, unknown, sent]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert len({answer.content for answer in answers}) == 1
    assert Step.objects.count() == 1


def test_a_step_of_another_authority_is_not_found(client, place, present):
    tip = verified_tip(place)
    client.force_login(place.dung)
    assert client.get(url(tip, "extend_by_procuracy")).status_code == 200
    assert client.get(url(tip, "suspend")).status_code == 404
    assert client.post(url(tip, "suspend"), filled(tip)).status_code == 404


def test_the_code_alone_leads_to_the_page_of_its_kind(desk, place, tip):
    assert desk.get(reverse("procedures:record", args=[tip.code])).url == reverse("tips:detail", args=[tip.code])
    desk.force_login(place.chi)
    assert desk.get(reverse("procedures:record", args=[tip.code])).status_code == 404
