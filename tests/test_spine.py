"""The spine without screens: records move figures at once, a withdrawal takes one back, the past stays as it was known."""

from datetime import date

import pytest

from lachan.audit.models import Entry
from lachan.audit.operations import AlreadyDone, broken_links
from lachan.foundation.errors import Conflict, NotAllowed, Refused
from lachan.foundation.periods import Period
from lachan.procedures.models import Record
from lachan.procedures.operations import take_step, withdraw_step
from lachan.procedures.taking import Taking
from lachan.records.cases.models import Case
from lachan.records.cases.operations import AccusedEntry, add_accused
from lachan.records.tips.operations import TipEntry, receive_tip
from lachan.statistics.queries import figure, records_behind
from tests.people import moment

HALF_YEAR = Period(date(2023, 12, 15), date(2024, 6, 15))


def a_tip(place, actor=None, at="2024-05-06 09:12"):
    entry = TipEntry(
        "report", "hotline_111", moment(at), place.ward_1, "Nội dung bịa để thử.", purpose="forced_labour", informant_name="Người Bịa"
    )
    return receive_tip(entry, actor=actor or place.an, now=moment(at))


def go(record, code, actor, at, number="", **data):
    return take_step(
        record, code, Taking(moment(at).date(), moment(at), number, {k: str(v) for k, v in data.items()}), actor=actor, now=moment(at)
    )


def prosecuted_tip(place):
    tip = a_tip(place)
    go(tip, "classify", place.an, "2024-05-06 10:00", outcome="crime_signs")
    go(tip, "forward", place.an, "2024-05-06 11:00", to_unit=place.city_police.pk)
    go(tip, "notify_procuracy", place.binh, "2024-05-07 09:00", procuracy=place.procuracy.pk)
    go(tip, "assign", place.binh, "2024-05-07 10:00", "12/QĐ-CSĐT")
    go(tip, "decide_prosecute", place.binh, "2024-05-20 10:00", "15/QĐ-CSĐT", offence="150")
    return tip


def value(code, place, **known):
    return figure(code, unit=place.committee, period=HALF_YEAR, **known).value


def test_a_tip_that_is_prosecuted_opens_a_case_that_can_go_to_judgment(place):
    tip = prosecuted_tip(place)
    case = Case.objects.get(tips=tip)
    accused = add_accused(case, AccusedEntry("male", "Kẻ Bịa", 1990), actor=place.binh, now=moment("2024-05-21 08:00"))
    go(case, "charge", place.binh, "2024-05-21 09:00", "16/QĐ-CSĐT", accused=accused.uid, clause="150.2")
    go(case, "conclude", place.binh, "2024-05-28 09:00", "17/KLĐT")
    go(case, "send_to_procuracy", place.binh, "2024-05-29 09:00", procuracy=place.procuracy.pk)
    go(case, "indict", place.dung, "2024-06-03 09:00", "3/CT-VKS", court=place.court.pk)
    go(case, "accept_at_court", place.giang, "2024-06-04 09:00", "4/TB-TA")
    go(case, "set_for_trial", place.giang, "2024-06-05 09:00", "5/QĐXX")
    go(case, "try", place.giang, "2024-06-10 09:00", "6/2024/HSST")
    for code in ("tips.classified_rate", "tips.resolved_rate", "cases.cleared_rate", "cases.indicted_rate", "cases.tried_rate"):
        assert value(code, place) == 1, code
    assert case.clocks.get(code="case.investigate").started_on == date(2024, 5, 20)
    assert broken_links() == []


def test_a_withdrawn_step_takes_one_off_today_and_leaves_last_week_as_it_was(place):
    tip = a_tip(place)
    step = go(tip, "classify", place.an, "2024-05-06 10:00", outcome="unclear")
    assert value("tips.classified", place) == 1
    withdraw_step(step, reason="Ghi nhầm hồ sơ", actor=place.binh, now=moment("2024-05-20 08:00"))
    assert value("tips.classified", place) == 0
    assert value("tips.classified", place, known_at=moment("2024-05-13 08:00")) == 1
    assert Record.objects.get(pk=tip.pk).state == "received"


def test_a_step_on_which_others_rest_cannot_be_withdrawn(place):
    tip = prosecuted_tip(place)
    with pytest.raises(Refused, match="rút bước sau trước"):
        withdraw_step(tip.steps.get(code="assign"), reason="Nhầm", actor=place.binh, now=moment("2024-05-21 08:00"))
    with pytest.raises(Refused, match="VA-2024-0001"):
        withdraw_step(tip.steps.get(code="decide_prosecute"), reason="Nhầm", actor=place.binh, now=moment("2024-05-21 08:00"))


@pytest.mark.parametrize(
    ("code", "at", "number", "data", "says"),
    [
        ("decide_prosecute", "2024-05-07 09:00", "1/QĐ", {"offence": "150"}, "không thực hiện được khi hồ sơ ở trạng thái"),
        ("classify", "2024-05-05 09:00", "", {"outcome": "unclear"}, "không được trước bước liền trước"),
        ("classify", "2024-05-07 09:00", "", {}, "Điền mục"),
        ("classify", "2024-05-07 09:00", "", {"outcome": "bịa"}, "giá trị không hợp lệ"),
        ("classify", "2024-05-07 09:00", "", {"outcome": "unclear", "is_staff": "1"}, "không có trong bước này"),
    ],
)
def test_what_the_law_or_a_field_does_not_allow_is_refused_and_nothing_is_kept(place, code, at, number, data, says):
    tip = a_tip(place)
    before = Entry.objects.count()
    with pytest.raises(Refused, match=says):
        take_step(tip, code, Taking(moment(at).date(), moment(at), number, data), actor=place.binh, now=moment("2024-05-08 09:00"))
    assert tip.steps.count() == 1
    assert Entry.objects.count() == before


def test_a_step_in_the_future_is_refused(place):
    tip = a_tip(place)
    with pytest.raises(Refused, match="trước hoặc bằng hôm nay"):
        take_step(tip, "classify", Taking(date(2024, 5, 9), data={"outcome": "unclear"}), actor=place.an, now=moment("2024-05-08 09:00"))


def test_a_form_sent_twice_is_one_record(place):
    from uuid import uuid4

    token = uuid4()
    entry = TipEntry("report", "phone", moment("2024-05-06 09:12"), place.ward_1, "Nội dung bịa.")
    tip = receive_tip(entry, actor=place.an, now=moment("2024-05-06 09:20"), token=token)
    with pytest.raises(AlreadyDone) as done:
        receive_tip(entry, actor=place.an, now=moment("2024-05-06 09:21"), token=token)
    assert done.value.entry.subject_uid == tip.uid
    assert Record.objects.count() == 1


def test_the_second_of_two_officers_on_one_record_is_told_who_was_first(place):
    tip = a_tip(place)
    seen = tip.revision
    go(tip, "classify", place.an, "2024-05-06 10:00", outcome="unclear")
    with pytest.raises(Conflict, match="Lê Ví An đã lưu hồ sơ này"):
        take_step(
            tip,
            "forward",
            Taking(date(2024, 5, 6), moment("2024-05-06 11:00"), data={"to_unit": str(place.city_police.pk)}),
            actor=place.an,
            now=moment("2024-05-06 11:00"),
            revision=seen,
        )


def test_the_neighbour_ward_neither_sees_nor_acts(place):
    tip = a_tip(place)
    assert not Record.objects.visible_to(place.chi).exists()
    assert not Record.objects.visible_to(place.hoa).exists()
    with pytest.raises(NotAllowed):
        go(tip, "classify", place.chi, "2024-05-06 10:00", outcome="unclear")


def test_a_number_leads_to_its_records_and_hides_those_that_one_may_not_see(place):
    prosecuted_tip(place)
    found = figure("tips.resolved", unit=place.committee, period=HALF_YEAR)
    shown = records_behind(found.indicator, unit=place.committee, period=HALF_YEAR, actor=place.binh, position=found.position)
    hidden = records_behind(found.indicator, unit=place.committee, period=HALF_YEAR, actor=place.hoa, position=found.position)
    assert sum(row.weight for row in shown) == sum(row.weight for row in hidden) == found.value == 1
    assert shown[0].record.code == "TB-2024-0001"
    assert hidden[0].record is None


def test_the_police_cannot_suspend_a_case_that_lies_with_the_procuracy(place):
    tip = prosecuted_tip(place)
    case = Case.objects.get(tips=tip)
    accused = add_accused(case, AccusedEntry("male", "Kẻ Bịa", 1990), actor=place.binh, now=moment("2024-05-21 08:00"))
    go(case, "charge", place.binh, "2024-05-21 09:00", "16/QĐ-CSĐT", accused=accused.uid, clause="150.2")
    go(case, "conclude", place.binh, "2024-05-28 09:00", "17/KLĐT")
    go(case, "send_to_procuracy", place.binh, "2024-05-29 09:00", procuracy=place.procuracy.pk)
    with pytest.raises(NotAllowed):
        go(case, "suspend", place.binh, "2024-06-03 09:00", "18/QĐ")
    go(case, "suspend", place.dung, "2024-06-03 09:00", "4/QĐ-VKS")
    assert Record.objects.get(pk=case.pk).state == "prosecution_suspended"
