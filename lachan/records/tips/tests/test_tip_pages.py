"""Receiving a tip by its page, and what the page of a tip keeps closed."""

from uuid import uuid4

import pytest
from django.urls import reverse

from lachan.audit.models import Entry
from lachan.audit.operations import broken_links
from lachan.people.models import Person
from lachan.records.tips.models import Tip
from tests.courses import CONTENT, INFORMANT, a_tip, opened_case

NEW = reverse("tips:new")


def filled(place, **changes):
    sent = {
        "token": uuid4(),
        "tip_kind": "report",
        "channel": "phone",
        "received_at": "22/05/2024 08:30",
        "area": place.ward_1.pk,
        "purpose": "forced_labour",
        "content": CONTENT,
        "informant_name": INFORMANT,
        "informant_phone": "0000 000 000",
        "is_secret": "on",
    } | changes
    return {name: value for name, value in sent.items() if value is not None}


@pytest.fixture
def desk(client, place, present):
    client.force_login(place.an)
    return client


def test_a_tip_sent_by_the_page_is_received_in_the_own_unit(desk, place):
    response = desk.post(NEW, filled(place))
    tip = Tip.objects.get()
    assert response.url == reverse("tips:detail", args=[tip.code])
    assert (tip.code, tip.unit, tip.state, tip.area, tip.is_secret) == ("TB-2024-0001", place.police_1, "received", place.ward_1, True)
    assert (tip.content.open(), tip.informant.full_name.open()) == (CONTENT, INFORMANT)
    assert tip.steps.get().at.isoformat() == "2024-05-22T01:30:00+00:00"


def test_a_tip_without_a_name_is_a_tip(desk, place):
    desk.post(NEW, filled(place, informant_name=None, informant_phone=None, purpose=None, is_secret=None))
    tip = Tip.objects.get()
    assert (tip.informant, tip.purpose, tip.is_secret) == (None, "", False)


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"content": "   "}, "content", "Nhập nội dung tin"),
        ({"content": "a" * 10_001}, "content", "tối đa 10000 ký tự"),
        ({"received_at": "22/05/2024 09:13"}, "received_at", "trước hoặc bằng hiện tại"),
        ({"received_at": "31/02/2024 09:00"}, "received_at", "chỉ có 29 ngày"),
        ({"received_at": "22/05/2024"}, "received_at", "Thiếu giờ"),
        ({"received_at": "01/01/2017 09:00"}, "received_at", "Chưa có quy trình nào"),
        ({"tip_kind": "bịa"}, "tip_kind", "không có trong danh mục"),
        ({"channel": None}, "channel", "Chọn kênh tiếp nhận"),
        ({"area": None}, "area", "Chọn địa bàn"),
        ({"purpose": "bịa"}, "purpose", "không có trong danh mục"),
        ({"token": "x"}, "token", "Tải lại trang"),
    ],
)
def test_bad_input_is_refused_at_its_field_and_nothing_is_half_saved(desk, place, changes, field, says):
    response = desk.post(NEW, filled(place, **changes))
    assert response.status_code == 422
    assert says in " ".join(response.context["form"].errors[field])
    assert response.context["form"].data["informant_name"] == INFORMANT
    assert (Tip.objects.count(), Person.objects.count(), Entry.objects.filter(act__startswith="tip").count()) == (0, 0, 0)


def test_a_ward_enters_its_own_area_alone_and_the_city_all_of_its_wards(desk, place):
    form = desk.get(NEW).context["form"]
    assert list(form.fields["area"].queryset) == [place.ward_1]
    assert form["area"].value() == place.ward_1.pk
    assert desk.post(NEW, filled(place, area=place.ward_2.pk)).status_code == 422
    desk.force_login(place.binh)
    assert set(desk.get(NEW).context["form"].fields["area"].queryset) == {place.ward_1, place.ward_2}
    assert desk.post(NEW, filled(place, area=place.city.pk)).status_code == 422


def test_a_form_sent_twice_is_one_tip(desk, place):
    sent = filled(place)
    first, second = desk.post(NEW, sent), desk.post(NEW, sent)
    assert first.url == second.url
    assert Tip.objects.count() == 1


def test_who_may_not_receive_tips_finds_no_form(client, place, present):
    for account in (place.dung, place.giang, place.hoa, place.khanh):
        client.force_login(account)
        assert client.get(NEW).status_code == 404
        assert client.post(NEW, filled(place)).status_code == 404
    assert not Tip.objects.exists()


def test_nothing_sealed_stands_on_the_page_or_in_the_list(desk, place):
    tip = a_tip(place)
    for url in (reverse("tips:detail", args=[tip.code]), reverse("tips:list"), reverse("tips:content", args=[tip.code])):
        page = desk.get(url).content.decode()
        assert CONTENT not in page
        assert INFORMANT not in page


def test_the_content_opens_with_a_reason_and_the_reading_is_in_the_journal(desk, place):
    tip = a_tip(place)
    url = reverse("tips:content", args=[tip.code])
    response = desk.post(url, {"reason": "handling"})
    assert CONTENT in response.content.decode()
    assert response["Cache-Control"] == "no-store"
    entry = Entry.objects.get(act="tip.read_content")
    assert (entry.actor_label, entry.subject_label, entry.reason) == ("Lê Ví An", tip.code, "Thụ lý, giải quyết hồ sơ")
    assert CONTENT not in str(entry.details)
    assert broken_links() == []


@pytest.mark.parametrize("reason", ["", "tò mò"])
def test_without_a_reason_nothing_opens(desk, place, reason):
    tip = a_tip(place)
    for name in ("tips:content", "tips:informant"):
        response = desk.post(reverse(name, args=[tip.code]), {"reason": reason})
        assert response.status_code == 422
        assert CONTENT not in response.content.decode()
        assert INFORMANT not in response.content.decode()
    assert not Entry.objects.filter(act__in=["tip.read_content", "people.reveal"]).exists()


def test_the_informant_opens_with_a_reason_for_those_who_may(desk, place):
    tip = a_tip(place)
    url = reverse("tips:informant", args=[tip.code])
    assert INFORMANT in desk.post(url, {"reason": "support"}).content.decode()
    assert Entry.objects.filter(act="people.reveal", subject_label=tip.code).count() == 1


def test_the_procurator_reads_the_content_but_not_who_told(client, place, present):
    case = opened_case(place)
    tip = case.tips.get()
    client.force_login(place.dung)
    assert CONTENT in client.post(reverse("tips:content", args=[tip.code]), {"reason": "proceedings"}).content.decode()
    assert client.post(reverse("tips:informant", args=[tip.code]), {"reason": "proceedings"}).status_code == 404
    assert reverse("tips:informant", args=[tip.code]) not in client.get(reverse("tips:detail", args=[tip.code])).content.decode()


def test_others_open_nothing(client, place, present):
    tip = a_tip(place)
    client.force_login(place.chi)
    for name in ("tips:content", "tips:informant"):
        assert client.get(reverse(name, args=[tip.code])).status_code == 404
        assert client.post(reverse(name, args=[tip.code]), {"reason": "handling"}).status_code == 404
    assert not Entry.objects.filter(act__in=["tip.read_content", "people.reveal"]).exists()
