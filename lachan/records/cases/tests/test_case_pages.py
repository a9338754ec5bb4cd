"""The page of a case: its accused, their charges, its victims."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lachan.audit.models import Entry
from lachan.records.cases.models import Case
from lachan.records.cases.operations import AccusedEntry, add_accused
from lachan.records.victims.operations import VictimEntry, receive_victim
from tests.courses import go, opened_case
from tests.people import moment

NAME = "Kẻ Bịa Kín"


@pytest.fixture
def case(place, present):
    return opened_case(place)


@pytest.fixture
def desk(client, place):
    client.force_login(place.binh)
    return client


def url_of(case, name="detail", *more):
    return reverse(f"cases:{name}", args=[case.code, *more])


def filled(case, **changes):
    sent = {
        "token": uuid4(),
        "revision": case.revision,
        "sex": "male",
        "birth_year": "1990",
        "nationality": "VN",
        "full_name": NAME,
    } | changes
    return {name: value for name, value in sent.items() if value is not None}


def a_victim(place, *, actor, ward=None):
    entry = VictimEntry("returned", date(2024, 5, 20), ward or place.ward_1, "female", full_name="Nạn Nhân Bịa")
    return receive_victim(entry, actor=actor, now=moment("2024-05-21 08:00"))


def test_an_accused_is_added_and_charged_and_stands_with_clause_and_gravity(desk, place, case):
    assert desk.post(url_of(case, "new_accused"), filled(case)).status_code == 302
    accused = case.accused.get()
    page = desk.get(url_of(case)).content.decode()
    charge = reverse("procedures:step", args=[case.code, "charge"])
    assert f"{charge}?accused={accused.uid}" in page
    form = desk.get(charge, {"accused": str(accused.uid)}).context["form"]
    assert form["accused"].value() == str(accused.uid)
    sent = {
        "token": uuid4(),
        "revision": form["revision"].value(),
        "on": "21/05/2024",
        "decision_number": "16/QĐ",
        "accused": accused.uid,
        "clause": "150.3",
    }
    assert desk.post(charge, sent).status_code == 302
    page = desk.get(url_of(case)).content.decode()
    assert "Bị can 1" in page
    assert "Khoản 3 Điều 150: Tội mua bán người" in page
    assert "Đặc biệt nghiêm trọng" in page
    assert NAME not in page


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"birth_year": "2030"}, "birth_year", "đến 2024"),
        ({"birth_year": "-1"}, "birth_year", "nhỏ nhất là 1900"),
        ({"sex": "bịa"}, "sex", "không có trong danh mục"),
        ({"nationality": None}, "nationality", "Chọn quốc tịch"),
        ({"revision": "0x1"}, "revision", "Tải lại trang"),
    ],
)
def test_a_bad_accused_is_refused_at_its_field(desk, case, changes, field, says):
    response = desk.post(url_of(case, "new_accused"), filled(case, **changes))
    assert response.status_code == 422
    assert says in " ".join(response.context["form"].errors[field])
    assert not case.accused.exists()


def test_an_accused_sent_twice_is_one_person(desk, case):
    sent = filled(case)
    desk.post(url_of(case, "new_accused"), sent)
    assert desk.post(url_of(case, "new_accused"), sent).status_code == 302
    assert case.accused.count() == 1


def test_an_accused_for_a_case_that_changed_since_is_a_conflict_and_keeps_what_was_typed(desk, place, case):
    sent = filled(case)
    go(case, "notify_procuracy", place.binh, "2024-05-21 09:00", procuracy=place.procuracy.pk)
    response = desk.post(url_of(case, "new_accused"), sent)
    assert response.status_code == 409
    assert response.context["form"]["full_name"].value() == NAME
    assert not case.accused.exists()


def test_a_charge_against_somebody_of_another_case_is_refused(desk, place, case):
    other = opened_case(place)
    stranger = add_accused(other, AccusedEntry("male"), actor=place.binh, now=moment("2024-05-21 08:00"))
    sent = {"token": uuid4(), "revision": case.revision, "on": "21/05/2024", "decision_number": "16/QĐ"}
    response = desk.post(reverse("procedures:step", args=[case.code, "charge"]), sent | {"accused": str(stranger.uid), "clause": "150.1"})
    assert response.status_code == 422
    assert "accused" in response.context["form"].errors


def test_the_identity_of_an_accused_opens_with_a_reason_for_those_who_may(client, place, case):
    add_accused(case, AccusedEntry("male", NAME), actor=place.binh, now=moment("2024-05-21 08:00"))
    go(case, "notify_procuracy", place.binh, "2024-05-21 09:00", procuracy=place.procuracy.pk)
    url = url_of(case, "accused_identity", 1)
    client.force_login(place.binh)
    assert NAME not in client.post(url, {"reason": ""}).content.decode()
    assert NAME in client.post(url, {"reason": "handling"}).content.decode()
    assert client.get(url_of(case, "accused_identity", 2)).status_code == 404
    client.force_login(place.dung)
    assert client.get(url_of(case)).status_code == 200
    assert client.post(url, {"reason": "proceedings"}).status_code == 404
    assert Entry.objects.filter(act="people.reveal").count() == 1


def test_a_visible_file_is_linked_once_and_one_beyond_ones_scope_is_no_choice(desk, place, case):
    mine, foreign = a_victim(place, actor=place.an), a_victim(place, actor=place.hoa)
    url = url_of(case, "link_victim")
    form = desk.get(url).context["form"]
    assert [victim.code for victim in form.fields["victim"].queryset] == [mine.code]
    refused = desk.post(url, {"token": uuid4(), "victim": foreign.code})
    assert refused.status_code == 422
    sent = {"token": uuid4(), "victim": mine.code}
    assert desk.post(url, sent).status_code == 302
    assert Entry.objects.filter(act="case.link_victim").count() == 1
    assert list(case.victims.values_list("code", flat=True)) == [mine.code]
    assert mine.code in desk.get(url_of(case)).content.decode()


def test_a_court_sees_the_case_and_only_the_number_of_the_victims(client, place, case):
    victim = a_victim(place, actor=place.an)
    case.victims.add(victim)
    go(case, "conclude", place.binh, "2024-05-21 09:00", "17/KL")
    go(case, "send_to_procuracy", place.binh, "2024-05-21 10:00", procuracy=place.procuracy.pk)
    go(case, "indict", place.dung, "2024-05-21 11:00", "3/CT", court=place.court.pk)
    client.force_login(place.giang)
    page = client.get(url_of(case)).content.decode()
    assert victim.code not in page
    assert "Còn 1 hồ sơ ngoài phạm vi của đồng chí." in page
    assert client.get(url_of(case, "new_accused")).status_code == 404


def test_who_may_not_see_the_case_finds_none_of_its_pages(client, place, case):
    for account in (place.an, place.chi, place.hoa):
        client.force_login(account)
        for name in ("detail", "new_accused", "link_victim"):
            assert client.get(url_of(case, name)).status_code == 404


def test_a_longer_list_and_more_accused_ask_the_database_no_more(desk, place, case):
    def queries(url):
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(url).status_code == 200
        return len(asked)

    add_accused(case, AccusedEntry("male"), actor=place.binh, now=moment("2024-05-21 08:00"))
    urls = [reverse("cases:list"), url_of(case)]
    few = [queries(url) for url in urls]
    opened_case(place), opened_case(place)
    for _more in range(3):
        add_accused(case, AccusedEntry("male"), actor=place.binh, now=moment("2024-05-21 08:00"))
    assert [queries(url) for url in urls] == few
    assert Case.objects.count() == 3
