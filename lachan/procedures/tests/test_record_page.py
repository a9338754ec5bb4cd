"""What the page of a record says is next, what it lists, and that its words are the declaration's."""

import pytest
from django.urls import reverse

from lachan.procedures.models import Record
from lachan.procedures.operations import withdraw_step
from lachan.procedures.presentation import record_page
from tests.courses import a_tip, go, opened_case, verified_tip
from tests.people import moment


def page_of(record, actor, now):
    return record_page(type(record).objects.get(pk=record.pk), actor=actor, now=now)


def labels(page):
    return [str(action.label) for action in page.next.actions]


def primary(page):
    return [str(action.label) for action in page.next.actions if action.kind == "pri"]


def test_the_step_that_alone_meets_the_nearest_clock_is_the_primary_button(place, present):
    page = page_of(a_tip(place), place.an, present)
    assert primary(page) == ["Chuyển Cơ quan điều tra"]
    assert labels(page) == ["Phân loại", "Chuyển Cơ quan điều tra"]
    assert (page.next.level, page.next.due) == ("today", "Còn 1 giờ 18 phút")
    assert page.next.source.instrument.startswith("TTLT 01/2017")


def test_a_clock_that_ran_out_is_shown_as_overdue(place, present):
    page = page_of(a_tip(place, at="2024-05-20 08:00"), place.an, present)
    assert (page.next.level, page.next.due) == ("over", "Quá 1 ngày")


def test_where_the_law_leaves_a_choice_no_button_is_primary(place, present):
    page = page_of(verified_tip(place), place.binh, present)
    assert page.next.title == "Quyết định"
    assert labels(page) == ["Chuyển theo thẩm quyền", "Khởi tố vụ án", "Không khởi tố vụ án"]
    assert primary(page) == []


def test_the_last_step_is_primary_only_when_it_is_the_only_one(place, present):
    tip = verified_tip(place)
    go(tip, "decide_not_prosecute", place.binh, "2024-05-20 10:00", "15/QĐ-CSĐT")
    assert primary(page_of(tip, place.binh, present)) == ["Thông báo người cung cấp tin"]


def test_who_can_only_wait_is_told_for_whom(place, present):
    tip = verified_tip(place)
    page = page_of(tip, place.an, present)
    assert page.next.title == "Chờ Công an thành phố Biên Hòa"
    assert page.next.actions == page.others == ()


def test_a_finished_record_has_no_next_action_and_no_running_term(place, present):
    tip = verified_tip(place)
    go(tip, "decide_not_prosecute", place.binh, "2024-05-20 10:00", "15/QĐ-CSĐT")
    go(tip, "inform", place.binh, "2024-05-21 10:00")
    page = page_of(tip, place.binh, present)
    assert (page.next, page.bar, page.stage) == (None, None, 6)
    assert [row.state for row in page.rows] == ["ok"] * 7


def test_at_most_one_button_is_primary_in_every_state_for_everybody(place, present):
    case = opened_case(place)
    records = [a_tip(place), verified_tip(place), case]
    for record in records:
        for actor in (place.an, place.binh, place.dung, place.giang):
            page = page_of(record, actor, present)
            assert len(primary(page)) <= 1, (record, actor)
            assert len(labels(page)) <= 3


def test_the_bar_runs_from_receipt_to_the_legal_end_and_shows_what_an_extension_would_give(place, present):
    bar = page_of(verified_tip(place), place.binh, present).bar
    assert bar.label == "Giải quyết tin"
    assert bar.headline == "Ngày thứ 12 trên 20, còn 8 ngày tính cả ngày nghỉ"
    assert [str(mark.title) for mark in bar.marks] == ["Đã tiếp nhận", "Hết hạn 30/5/2024", "10/7/2024"]
    assert bar.extension_from.isoformat() == "2024-05-30"


def test_a_term_that_ends_on_a_day_off_counts_down_to_the_safe_day(place, present):
    tip = a_tip(place, at="2024-05-05 10:30")
    row = next(row for row in page_of(tip, place.an, present).clocks if row.label == "Giải quyết tin")
    assert (row.legal_end, row.safe_day, row.status) == ("27/5/2024", "24/5/2024", "Còn 2 ngày")
    later = next(row for row in page_of(tip, place.an, moment("2024-05-25 09:00")).clocks if row.label == "Giải quyết tin")
    assert later.status == "Còn 2 ngày"


def test_every_clock_shows_its_source_its_count_and_whether_it_is_confirmed(client, place, present):
    tip = a_tip(place)
    client.force_login(place.an)
    page = client.get(reverse("tips:detail", args=[tip.code])).content.decode()
    for row in page_of(tip, place.an, present).clocks:
        assert row.label in page
        assert row.proof in page
        assert str(row.source) in page
    assert page.count("chưa xác nhận") >= 2


def test_the_list_of_steps_shows_taken_withdrawn_possible_and_what_follows(place, present):
    tip = a_tip(place, at="2024-05-10 10:30")
    wrong = go(tip, "classify", place.an, "2024-05-10 11:00", outcome="crime_signs")
    withdraw_step(wrong, reason="Ghi nhầm", actor=place.binh, now=moment("2024-05-10 12:00"))
    go(tip, "forward", place.an, "2024-05-10 13:00", to_unit=place.city_police.pk)
    rows = page_of(tip, place.binh, present).rows
    assert [(row.title, row.state) for row in rows] == [
        ("Đã tiếp nhận", "ok"),
        ("Đã phân loại", "gone"),
        ("Đã chuyển Cơ quan điều tra", "ok"),
        ("Phân loại", "now"),
        ("Thông báo Viện kiểm sát", "now"),
        ("Xác minh", "no"),
        ("Quyết định", "no"),
        ("Thông báo", "no"),
    ]
    assert rows[1].lines[-1] == "Đã rút 10/5/2024 12:00, Trần Ví Bình: Ghi nhầm"
    assert "Cơ quan điều tra nhận: Công an thành phố Biên Hòa" in rows[2].lines


def test_every_step_offered_opens_its_form(client, place, present):
    case = opened_case(place)
    client.force_login(place.binh)
    for record in (verified_tip(place), case):
        page = page_of(record, place.binh, present)
        assert page.others
        for action in page.others:
            assert client.get(action.url).status_code == 200, action.url


def test_a_record_whose_every_step_was_withdrawn_says_so(client, place, present):
    tip = a_tip(place)
    withdraw_step(tip.steps.get(), reason="Ghi nhầm", actor=place.binh, now=present)
    client.force_login(place.an)
    page = client.get(reverse("tips:detail", args=[tip.code]))
    assert page.status_code == 200
    assert "Đã rút mọi bước" in page.content.decode()


@pytest.mark.parametrize("act", ["", "khong-co"])
def test_a_record_of_others_is_not_found_and_looks_like_an_unknown_one(client, place, present, act):
    tip = a_tip(place)
    client.force_login(place.chi)
    others = client.get(reverse("tips:detail", args=[tip.code]) + (f"/{act}" if act else ""))
    unknown = client.get(reverse("tips:detail", args=["TB-2024-9999"]))
    assert (others.status_code, unknown.status_code) == (404, 404)
    assert others.content == unknown.content
    assert Record.objects.filter(pk=tip.pk).exists()
