"""The pages of statistics: what they show, to whom, and what they say to a question that cannot be asked."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lachan.foundation import clock
from lachan.ledger.queries import position_at
from lachan.procedures.operations import withdraw_step
from tests.people import moment
from tests.test_spine import a_tip, go, prosecuted_tip

HALF_YEAR = {"don_vi": "bcd-bien-hoa", "tu": "2023-12-15", "den": "2024-06-14"}
NOW = moment("2024-06-07 09:12")


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: NOW.date())


def page(client, actor, code="", /, **query):
    client.force_login(actor)
    address = reverse("statistics:figure", args=[code]) if code else reverse("statistics:index")
    return client.get(address, query)


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_the_page_of_a_count_shows_the_number_and_its_record(client, place):
    tip = prosecuted_tip(place)
    response = page(client, place.binh, "tips.resolved", **HALF_YEAR)
    shown = text_of(response)
    assert response.status_code == 200
    assert "1 tin" in shown
    assert "Tăng 1 tin so với 0 cùng kỳ năm trước" in shown
    assert "Tố giác, tin báo: Chuyển theo thẩm quyền, Khởi tố vụ án, Không khởi tố vụ án" in shown
    assert tip.code in shown


def test_the_page_of_a_ratio_shows_both_parts_with_their_records_apart(client, place):
    prosecuted_tip(place)
    a_tip(place, at="2024-05-08 09:00")
    shown = text_of(page(client, place.binh, "tips.resolved_rate", **HALF_YEAR))
    assert "50% 1/2 tin" in shown
    assert "Tử số: Tin đã giải quyết, 1" in shown
    assert "Mẫu số: Tin phải giải quyết trong kỳ, 2" in shown
    assert "suy luận, chờ xác nhận" in shown


def test_the_terms_add_up_to_the_number_with_their_signs(client, place):
    prosecuted_tip(place)
    a_tip(place, at="2024-05-08 09:00")
    (part,) = page(client, place.binh, "tips.pending", **HALF_YEAR).context["parts"]
    assert [(term.sign, term.kind, term.value) for term in part.terms] == [
        ("+", "tips.received", 2),
        ("−", "tips.resolved", 1),
        ("−", "tips.suspended", 0),
        ("+", "tips.resumed", 0),
    ]
    assert part.value == 1


def test_records_that_one_may_not_see_are_counted_without_name_or_day(client, place):
    tip = prosecuted_tip(place)
    shown = text_of(page(client, place.hoa, "tips.received", tu="2023-12-15", den="2024-06-14", don_vi="ldtbxh-bien-hoa"))
    assert "Không có hồ sơ nào" in shown
    place.committee.seats.create(member=place.labour)
    shown = text_of(page(client, place.hoa, "tips.received", **HALF_YEAR))
    assert "Hồ sơ không thuộc quyền xem" in shown
    assert tip.code not in shown
    assert "06/5/2024" not in shown


def test_without_the_act_on_records_the_number_stands_and_its_records_do_not(client, place):
    tip = a_tip(place)
    shown = text_of(page(client, place.khanh, "tips.received", tu="2023-12-15", den="2024-06-14"))
    assert "1 tin" in shown
    assert "không thuộc nhiệm vụ được giao" in shown
    assert tip.code not in shown


def test_what_was_known_then_stands_beside_what_is_known_now(client, place):
    tip = a_tip(place)
    step = go(tip, "classify", place.an, "2024-05-06 10:00", outcome="unclear")
    position = position_at()
    withdraw_step(step, reason="Ghi nhầm hồ sơ", actor=place.binh, now=moment("2024-05-20 08:00"))
    for ask in ({"biet_den": "13/05/2024 08:00"}, {"biet_den": "2024-05-13T08:00:00+07:00"}, {"vi_tri": position}):
        response = page(client, place.binh, "tips.classified", **HALF_YEAR, **ask)
        both = response.context["then"]
        assert (both.then_text, both.now_text) == ("1", "0"), ask
        assert "Từ đó đến nay giảm 1 tin (100%)" in text_of(response)


def test_an_area_of_the_ranking_leads_to_its_records_alone(client, place):
    in_1, in_2 = a_tip(place), a_tip(place, actor=place.chi, at="2024-05-08 09:00")
    in_2.area = place.ward_2
    in_2.save()
    other = a_tip(place, actor=place.chi, at="2024-05-09 09:00")
    response = page(client, place.binh, "tips.received", **HALF_YEAR)
    assert [(row.area, row.text) for row in response.context["ranking"].rows] == [(place.ward_1, "3")]
    shown = text_of(page(client, place.binh, "tips.received", **HALF_YEAR, dia_ban=place.ward_1.ref))
    assert in_1.code in shown
    assert "3 hồ sơ, cộng lại bằng 3" in shown
    assert other.code in shown or "không thuộc quyền xem" in shown
    assert page(client, place.binh, "tips.received", **HALF_YEAR, dia_ban="p75").status_code == 404


def test_a_record_that_came_and_left_before_the_period_is_not_behind_the_number(client, place):
    left = prosecuted_tip(place)
    stays = a_tip(place, at="2024-05-08 09:00")
    response = page(client, place.binh, "tips.carried_over", **HALF_YEAR | {"tu": "2024-06-01"})
    (listed,) = response.context["lists"]
    assert [(row.behind.record.code, row.weight) for row in listed[0].rows] == [(stays.code, "+1")]
    assert left.code not in text_of(response)


def test_the_sentence_leads_to_the_figure_that_was_chosen(client, place):
    response = page(client, place.binh, chi_tieu="cases.opened", **HALF_YEAR)
    assert response.status_code == 302
    assert response["Location"] == "/thong-ke/cases.opened?don_vi=bcd-bien-hoa&tu=2023-12-15&den=2024-06-14"


def test_the_usual_question_is_of_the_committee_that_the_unit_serves_and_of_the_running_half_year(client, place):
    response = page(client, place.binh)
    asked = response.context["question"]
    assert asked.unit == place.committee
    assert asked.period.label() == "từ 15/12/2023 đến 14/6/2024"


def test_units_offered_are_the_own_one_those_below_and_the_committee(client, place):
    offered = [unit.code for unit in page(client, place.binh).context["form"].units]
    assert offered == ["bcd-bien-hoa", "ca-bien-hoa", "ca-p-2", "ca-p-1"]
    assert [unit.code for unit in page(client, place.an).context["form"].units] == ["ca-p-1"]


@pytest.mark.parametrize("unit", ["ca-p-2", "bcd-bien-hoa", "khong-co"])
@pytest.mark.parametrize("code", ["", "tips.received"])
def test_a_unit_out_of_reach_looks_like_one_that_does_not_exist(client, place, unit, code):
    assert page(client, place.an, code, **HALF_YEAR | {"don_vi": unit}).status_code == 404


def test_an_account_without_the_act_finds_nothing(client, place):
    place.an.grants.update(valid_to=NOW.date() - timedelta(days=1))
    assert page(client, place.an).status_code == 404
    assert page(client, place.an, "tips.received").status_code == 404


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        ({"tu": "2024-06-14", "den": "2023-12-15"}, "Ngày cuối 15/12/2023 phải bằng hoặc sau ngày đầu 14/6/2024."),
        ({"tu": "31/02/2024"}, "Tháng 02/2024 chỉ có 29 ngày."),
        ({"tu": "hôm qua"}, "không phải là ngày"),
        ({"biet_den": "13/05/2024"}, "Thiếu giờ, phút."),
        ({"biet_den": "0001-01-01T00:00:00+14:00"}, "nằm ngoài khoảng"),
        ({"vi_tri": "-1"}, "nhỏ nhất là 0"),
        ({"vi_tri": "999999999"}, "Sổ mới đến vị trí"),
        ({"vi_tri": "0", "biet_den": "13/05/2024 08:00"}, "Chỉ hỏi theo một mốc"),
        ({"chi_tieu": "tips.unheard"}, "không có trong danh mục"),
    ],
)
def test_a_question_that_cannot_be_asked_is_answered_in_words(client, place, ask, says):
    response = page(client, place.binh, **HALF_YEAR | ask)
    assert response.status_code == 422
    assert says in text_of(response)


def test_a_figure_that_nobody_declared_is_refused_in_words(client, place):
    response = page(client, place.binh, "tips.unheard", **HALF_YEAR)
    assert response.status_code == 422
    assert "Không có chỉ tiêu thống kê mã “tips.unheard”." in text_of(response)


@pytest.mark.parametrize(("first", "last"), [("2024-01-01", "2024-01-01"), ("1900-01-01", "2199-12-31"), ("2024-02-29", "2024-02-29")])
def test_short_and_long_periods_are_answered(client, place, first, last):
    a_tip(place)
    assert page(client, place.binh, "tips.to_resolve", **HALF_YEAR | {"tu": first, "den": last}).status_code == 200


def test_a_page_asks_the_database_no_more_often_when_there_are_more_records(client, place):
    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address, HALF_YEAR).status_code == 200
        return len(asked)

    client.force_login(place.binh)
    pages = [reverse("statistics:index"), reverse("statistics:figure", args=["tips.resolved_rate"])]
    prosecuted_tip(place)
    first = [queries(page) for page in pages]
    for hour in range(6):
        a_tip(place, at=f"2024-05-21 1{hour}:00")
    assert [queries(page) for page in pages] == first
    assert max(first) < 60
