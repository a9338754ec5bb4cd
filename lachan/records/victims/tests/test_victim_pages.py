"""Receiving a person by the page, and what the page of their file says and keeps closed."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lachan.audit.models import Entry
from lachan.people.models import Person
from lachan.records.victims.models import Victim
from lachan.records.victims.operations import VictimEntry, receive_victim
from tests.courses import a_tip, go, opened_case
from tests.people import moment

NEW = reverse("victims:new")
NAME, CONTACT, CARD = "Tên Bịa Kín", "Chỉ gọi 19:00 qua người bịa", "000000000001"


def filled(place, **changes):
    sent = {
        "token": uuid4(),
        "route": "returned",
        "received_on": "21/05/2024",
        "area": place.ward_1.pk,
        "sex": "female",
        "birth_year": "2008",
        "nationality": "VN",
        "purpose": "forced_labour",
        "trafficked_to": "KH",
        "full_name": NAME,
        "id_number": CARD,
        "safe_contact": CONTACT,
    } | changes
    return {name: value for name, value in sent.items() if value is not None}


def a_victim(place, *, actor=None, on=date(2024, 5, 14), **more):
    entry = VictimEntry(
        "returned", on, place.ward_1, "female", full_name=NAME, id_number=CARD, birth_year=2008, safe_contact=CONTACT, **more
    )
    return receive_victim(entry, actor=actor or place.hoa, now=moment("2024-05-21 08:00"))


@pytest.fixture
def desk(client, place, present):
    client.force_login(place.hoa)
    return client


def test_a_person_sent_by_the_page_is_received_with_the_identity_sealed(desk, place):
    response = desk.post(NEW, filled(place))
    victim = Victim.objects.get()
    assert response.url == reverse("victims:detail", args=[victim.code])
    assert (victim.unit, victim.state, victim.route, victim.trafficked_to) == (place.labour, "reported", "returned", "KH")
    assert (victim.person.full_name.open(), victim.safe_contact.open()) == (NAME, CONTACT)
    assert str(victim.person.full_name) == "••••••"


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"received_on": "23/05/2024"}, "received_on", "trước hoặc bằng hôm nay"),
        ({"received_on": "31/02/2024"}, "received_on", "chỉ có 29 ngày"),
        ({"received_on": "01/01/2011"}, "received_on", "Chưa có quy trình nào"),
        ({"birth_year": "2025"}, "birth_year", "từ 1900 đến 2024"),
        ({"birth_year": "1899"}, "birth_year", "nhỏ nhất là 1900"),
        ({"birth_year": "tuổi"}, "birth_year", "chỉ nhận số"),
        ({"sex": None}, "sex", "Chọn giới tính"),
        ({"route": "bịa"}, "route", "không có trong danh mục"),
        ({"trafficked_to": "XX"}, "trafficked_to", "không có trong danh mục"),
        ({"area": "0"}, "area", "không có trong danh mục"),
    ],
)
def test_bad_input_is_refused_at_its_field_and_nothing_is_half_saved(desk, place, changes, field, says):
    response = desk.post(NEW, filled(place, **changes))
    assert response.status_code == 422
    assert says in " ".join(response.context["form"].errors[field])
    assert (Victim.objects.count(), Person.objects.count()) == (0, 0)


def test_a_form_sent_twice_is_one_file(desk, place):
    sent = filled(place)
    assert desk.post(NEW, sent).url == desk.post(NEW, sent).url
    assert Victim.objects.count() == 1


def test_a_person_may_come_from_a_tip_that_one_may_see(client, place, present):
    tip = a_tip(place)
    client.force_login(place.an)
    assert tip.code in client.get(NEW, {"tip": tip.code}).content.decode()
    client.post(f"{NEW}?tip={tip.code}", filled(place))
    assert Victim.objects.get().from_tip == tip
    client.force_login(place.hoa)
    for code in (tip.code, "TB-2024-9999"):
        assert client.get(NEW, {"tip": code}).status_code == 404
        assert client.post(f"{NEW}?tip={code}", filled(place)).status_code == 404
    assert Victim.objects.count() == 1


def test_nobody_is_called_a_victim_before_it_was_determined(desk, place):
    victim = a_victim(place)
    url = reverse("victims:detail", args=[victim.code])
    assert "Người đang trong quá trình xác định là nạn nhân" in desk.get(url).content.decode()
    go(victim, "receive", place.hoa, "2024-05-15 08:00")
    go(victim, "initial_check", place.hoa, "2024-05-16 08:00", papers="no")
    go(victim, "request_verification", place.hoa, "2024-05-16 09:00", to_unit=place.city_police.pk)
    go(victim, "determine_victim", place.binh, "2024-05-20 09:00", "20/QĐ")
    page = desk.get(url)
    assert page.context["title"] == "Nạn nhân"


def test_every_regime_of_the_law_stands_with_what_was_received(desk, place):
    victim = a_victim(place)
    go(victim, "receive", place.hoa, "2024-05-15 08:00")
    go(victim, "support", place.hoa, "2024-05-16 08:00", regime="psychological", provider=place.women.pk)
    go(victim, "support", place.hoa, "2024-05-17 08:00", regime="psychological")
    response = desk.get(reverse("victims:detail", args=[victim.code]))
    given = {support.regime: [(str(day), by) for day, by in support.given] for support in response.context["supports"]}
    assert given["Hỗ trợ tâm lý"] == [("2024-05-16", place.women.name), ("2024-05-17", place.labour.name)]
    assert given["Hỗ trợ y tế"] == []
    assert len(given) == 6
    assert reverse("procedures:step", args=[victim.code, "support"]) in response.content.decode()


def test_identity_opens_with_a_reason_on_that_answer_alone(desk, place):
    victim = a_victim(place)
    detail, url = reverse("victims:detail", args=[victim.code]), reverse("victims:identity", args=[victim.code])
    asked = desk.get(url).content.decode()
    opened = desk.post(url, {"reason": "support"}).content.decode()
    assert all(text in opened for text in (NAME, CARD, CONTACT))
    closed = asked + desk.get(detail).content.decode() + desk.get(reverse("victims:list")).content.decode()
    assert not any(text in closed for text in (NAME, CARD, CONTACT))
    entry = Entry.objects.get(act="people.reveal")
    assert (entry.subject_label, entry.actor_label) == (victim.code, "Vũ Ví Hoa")
    assert NAME not in str(entry.details)


def test_without_a_reason_or_the_right_nothing_opens(client, place, present):
    victim = a_victim(place, actor=place.an)
    url = reverse("victims:identity", args=[victim.code])
    client.force_login(place.an)
    refused = client.post(url, {"reason": "vì muốn biết"})
    assert refused.status_code == 422
    assert NAME not in refused.content.decode()
    for account in (place.chi, place.hoa, place.khanh):
        client.force_login(account)
        assert client.post(url, {"reason": "support"}).status_code == 404
    assert not Entry.objects.filter(act="people.reveal").exists()


def test_a_clerk_sees_the_file_and_not_the_way_to_the_identity(client, place, present):
    victim = a_victim(place, actor=place.khanh)
    client.force_login(place.khanh)
    page = client.get(reverse("victims:detail", args=[victim.code]))
    assert page.status_code == 200
    assert reverse("victims:identity", args=[victim.code]) not in page.content.decode()


def test_a_longer_list_asks_the_database_no_more(desk, place):
    url = reverse("victims:list")

    def queries():
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(url).status_code == 200
        return len(asked)

    a_victim(place)
    few = queries()
    for day in range(1, 8):
        a_victim(place, on=date(2024, 5, day))
    assert queries() == few


def test_the_page_of_the_tip_links_case_and_victims_and_counts_what_lies_beyond_ones_scope(desk, place, present):
    case = opened_case(place)
    tip = case.tips.get()
    victim = a_victim(place, actor=place.binh, tip=tip)
    url = reverse("tips:detail", args=[tip.code])
    desk.force_login(place.binh)
    page = desk.get(url).content.decode()
    assert case.code in page
    assert victim.code in page
    assert NAME not in page
    assert f"{reverse('victims:new')}?tip={tip.code}" in page
    desk.force_login(place.an)
    page = desk.get(url).content.decode()
    assert case.code not in page
    assert victim.code not in page
    assert "Còn 1 hồ sơ ngoài phạm vi của đồng chí." in page
