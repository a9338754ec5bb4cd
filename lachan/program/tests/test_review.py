"""Going through a draft: corrections are kept beside what was read, doubts hold the plan up."""

import pytest

from lachan.audit.models import Entry
from lachan.foundation.errors import Conflict, NotAllowed, Refused
from lachan.program.confirmation import confirm_plan, open_doubts
from lachan.program.models import DraftItem, Plan, Target
from lachan.program.operations import (
    accept_item,
    accept_sure,
    add_item,
    correct_item,
    discard_plan,
    drop_item,
    reopen_item,
    upload_plan,
)
from lachan.program.tests.conftest import NOW, accept_all


@pytest.fixture
def target(draft) -> DraftItem:
    return draft.items.filter(kind="target").order_by("ordinal")[1]


def test_a_correction_keeps_what_was_read_who_changed_it_and_when(city, target):
    correct_item(target, {"value": "92,5"}, actor=city.binh, now=NOW)
    target.refresh_from_db()
    correction = target.corrections.get()
    assert (target.data["value"], target.current["value"], target.state) == (90, 92.5, "corrected")
    assert (correction.before["value"], correction.after["value"], correction.by, correction.at) == (90, 92.5, city.binh, NOW)
    assert Entry.objects.get(act="program.correct").details == {"item": target.ordinal, "kind": "target", "changed": ["value"]}


@pytest.mark.parametrize(
    ("entered", "field", "says"),
    [
        ({"value": "nhiều"}, "value", "không phải là số"),
        ({"value": 130}, "value", "từ 0 đến 100"),
        ({"value": None}, "value", "Ghi giá trị"),
        ({"op": "~"}, "op", "Chọn cách so sánh"),
        ({"indicator": "  "}, "indicator", "không được để trống"),
        ({"due": "sang năm"}, "due", "Ghi năm"),
        ({"indicator_code": "tips.received"}, "indicator_code", "không cùng đơn vị"),
        ({"is_staff": True}, None, "không có ô"),
    ],
)
def test_what_a_target_cannot_be_is_refused_on_its_field(city, target, entered, field, says):
    with pytest.raises(Refused, match=says) as refused:
        correct_item(target, entered, actor=city.binh, now=NOW)
    assert refused.value.field == field
    assert not target.corrections.exists()


def test_a_plan_is_not_confirmed_while_doubts_are_open(city, draft):
    left = open_doubts(draft)
    assert left > 1
    with pytest.raises(Refused, match=f"Còn {left} mục cần xem lại"):
        confirm_plan(draft, actor=city.binh, now=NOW)
    assert not Target.objects.exists()


def test_accepting_the_sure_ones_leaves_the_doubts(city, draft):
    doubts = open_doubts(draft)
    accept_sure(draft, actor=city.binh, now=NOW)
    assert draft.items.filter(state="open").count() == doubts == open_doubts(draft)


def test_the_second_of_two_officers_on_an_item_is_told(city, target):
    accept_item(target, actor=city.binh, now=NOW, revision=0)
    with pytest.raises(Conflict, match="vừa được người khác"):
        drop_item(target, actor=city.binh, now=NOW, revision=0)


def test_a_dropped_item_can_be_taken_up_again_and_stays_out_while_dropped(city, draft, target):
    drop_item(target, actor=city.binh, now=NOW)
    reopen_item(target, actor=city.binh, now=NOW)
    target.refresh_from_db()
    assert target.state == "open"
    drop_item(target, actor=city.binh, now=NOW)
    accept_all(draft, city.binh)
    assert confirm_plan(draft, actor=city.binh, now=NOW).targets.count() == 4


def test_the_day_of_the_document_cannot_be_dropped(city, draft):
    with pytest.raises(Refused, match="không bỏ được"):
        drop_item(draft.items.get(data__field="date"), actor=city.binh, now=NOW)


def test_a_confirmed_plan_is_no_longer_changed(city, plan):
    item = plan.items.filter(kind="target").first()
    with pytest.raises(Conflict, match="đã được đưa vào theo dõi"):
        correct_item(item, {"value": 95}, actor=city.binh, now=NOW)
    with pytest.raises(Conflict):
        confirm_plan(plan, actor=city.binh, now=NOW)


def test_nobody_but_the_standing_agency_goes_through_a_draft(city, target):
    for actor in (city.hoa, city.khanh):
        with pytest.raises(NotAllowed):
            accept_item(target, actor=actor, now=NOW)


def test_only_corrected_words_reach_the_programme(city, draft, target):
    correct_item(target, {"value": 92, "op": ">=", "op_strict": ""}, actor=city.binh, now=NOW)
    number = draft.items.get(data__field="number")
    correct_item(number, {"value": "4/KH-BCĐ"}, actor=city.binh, now=NOW)
    accept_all(draft, city.binh)
    plan = confirm_plan(draft, actor=city.binh, now=NOW)
    made = plan.targets.get(ordinal=target.ordinal)
    assert (made.value, made.op_strict, made.line, made.start) == (92, "", target.line, target.start)
    assert plan.document.number == "4/KH-BCĐ"


def test_an_item_that_the_reader_missed_is_added_and_counts_once_it_is_filled(city, draft):
    item = add_item(draft, "target", actor=city.binh, now=NOW)
    with pytest.raises(Refused, match="còn trống"):
        accept_item(item, actor=city.binh, now=NOW)
    filled = {"indicator": "Nạn nhân được xác minh", "op": "=", "value": 100, "indicator_code": "victims.verified_rate"}
    correct_item(item, filled, actor=city.binh, now=NOW)
    accept_all(draft, city.binh)
    plan = confirm_plan(draft, actor=city.binh, now=NOW)
    assert plan.targets.get(indicator_code="victims.verified_rate").value == 100
    assert plan.targets.count() == 6


def test_an_added_deadline_makes_duties(city, draft):
    item = add_item(draft, "deadline", actor=city.binh, now=NOW)
    correct_item(item, {"what": "Báo cáo tổng kết", "before": "2024-11-20", "from_whom": ["UBND các phường, xã"]}, actor=city.binh, now=NOW)
    accept_all(draft, city.binh)
    plan = confirm_plan(draft, actor=city.binh, now=NOW)
    assert plan.demands.get(what="Báo cáo tổng kết").duties.count() == 3


def test_only_targets_tasks_and_deadlines_can_be_added(city, draft):
    with pytest.raises(Refused, match="Chỉ thêm được"):
        add_item(draft, "flag", actor=city.binh, now=NOW)


def test_a_draft_that_was_given_up_leaves_the_lists_and_its_file_can_come_again(city, draft, plan_file):
    discard_plan(draft, actor=city.binh, now=NOW)
    assert not Plan.objects.visible_to(city.binh, on=NOW.date()).exists()
    again = upload_plan(plan_file, "a.txt", committee=city.committee, actor=city.binh, now=NOW)
    assert again.pk != draft.pk
    assert not again.items.filter(data__code="same-number").exists()
    with pytest.raises(Conflict):
        discard_plan(draft, actor=city.binh, now=NOW)


def test_a_plan_without_a_period_gets_one_from_its_reviewer(city, plan_file):
    text = plan_file.decode().replace("năm 2024", "").replace("28/03/2024", "28/3")
    draft = upload_plan(text.encode(), "a.txt", committee=city.committee, actor=city.binh, now=NOW)
    period = draft.items.get(data__field="period")
    assert period.is_doubtful
    with pytest.raises(Refused, match="còn trống"):
        accept_item(period, actor=city.binh, now=NOW)
    correct_item(period, {"value": {"start": "2024-01-01", "end": "2024-12-31"}}, actor=city.binh, now=NOW)
    for item in draft.items.filter(state="open"):
        if item.data.get("field") == "date" and not item.current["value"]:
            correct_item(item, {"value": "2024-03-21"}, actor=city.binh, now=NOW)
        else:
            accept_item(item, actor=city.binh, now=NOW)
    assert confirm_plan(draft, actor=city.binh, now=NOW).year_label == "2024"
