"""What the terms have against a step, asked of records: a prolongation too late, too long, too often, by the wrong unit, a step too early."""

from datetime import timedelta

import pytest

from lachan.foundation.errors import Refused
from lachan.procedures.operations import withdraw_step
from tests.courses import go, opened_case, verified_tip
from tests.people import LOCAL, moment

REASON = {"reason": "Nhiều địa điểm phải xác minh"}
# verified_tip was received on 10/05/2024: 20 days end on 30/05, asked for until 25/05; 2 months end on 10/07, asked for until 05/07.


def end_of(record, code):
    """The last day of a term, whose row keeps 24:00 of it."""
    return (record.clocks.get(code=code).due_at - timedelta(minutes=1)).astimezone(LOCAL).date().isoformat()


def refusal(*args, **data):
    with pytest.raises(Refused) as refused:
        go(*args, **data)
    return refused.value


def test_a_prolongation_in_time_moves_the_term_and_is_told_by_the_state(place):
    tip = verified_tip(place)
    go(tip, "extend", place.binh, "2024-05-25 09:00", **REASON)
    tip.refresh_from_db()
    assert tip.state == "extended"
    assert end_of(tip, "tip.resolve") == "2024-07-10"


@pytest.mark.parametrize(
    ("at", "data", "code", "says"),
    [
        ("2024-05-26 09:00", {}, "extension-asked-too-late", "chậm nhất ngày 25/5/2024 (Điều 147, BLTTHS 2015)"),
        ("2024-06-03 09:00", {}, "extension-asked-too-late", "quá muộn"),
        ("2024-05-20 09:00", {"months": 3}, "extension-too-long", "không quá 2 tháng, tức đến ngày 10/7/2024"),
        ("2024-05-20 09:00", {"days": 62}, "extension-too-long", "không quá 2 tháng"),
        ("2024-05-20 09:00", {"days": 19}, "extension-shortens", "không làm thời hạn dài hơn"),
        ("2024-05-20 09:00", {"days": 0}, "term-not-positive", "từ 1 trở lên"),
    ],
)
def test_what_the_law_does_not_give_is_refused_with_its_article(place, at, data, code, says):
    tip = verified_tip(place)
    refused = refusal(tip, "extend", place.binh, at, **REASON, **data)
    assert refused.code == code
    assert says in refused.message
    assert end_of(tip, "tip.resolve") == "2024-05-30"


def test_a_prolongation_asked_for_in_time_may_be_granted_later(place):
    tip = verified_tip(place)
    go(tip, "extend", place.binh, "2024-05-28 09:00", **REASON, asked_on="2024-05-24")
    assert end_of(tip, "tip.resolve") == "2024-07-10"


def test_the_procuracy_prolongs_only_what_was_prolonged_before_and_only_once(place):
    tip = verified_tip(place)
    assert refusal(tip, "extend_by_procuracy", place.dung, "2024-05-20 09:00", "1/QĐ-VKS").code == "extension-out-of-turn"
    go(tip, "extend", place.binh, "2024-05-21 09:00", **REASON)
    go(tip, "extend_by_procuracy", place.dung, "2024-07-01 09:00", "1/QĐ-VKS")
    assert end_of(tip, "tip.resolve") == "2024-09-10"
    assert refusal(tip, "extend_by_procuracy", place.dung, "2024-08-01 09:00", "2/QĐ-VKS").code == "extension-too-many"


def test_a_withdrawn_prolongation_gives_the_time_back(place):
    tip = verified_tip(place)
    step = go(tip, "extend", place.binh, "2024-05-21 09:00", **REASON)
    withdraw_step(step, reason="Nhầm", actor=place.binh, now=moment("2024-05-22 09:00"))
    assert end_of(tip, "tip.resolve") == "2024-05-30"
    tip.refresh_from_db()
    assert tip.state == "verifying"


def test_a_refused_prolongation_leaves_no_trace(place):
    tip = verified_tip(place)
    before = tip.steps.count()
    refusal(tip, "extend", place.binh, "2024-05-29 09:00", **REASON)
    assert tip.steps.count() == before


def test_an_unknown_field_of_a_prolongation_is_refused(place):
    assert refusal(verified_tip(place), "extend", place.binh, "2024-05-20 09:00", **REASON, weeks=2).code == "unknown-field"


def test_an_investigation_is_prolonged_by_the_procuracy_and_not_by_who_investigates(place):
    case = opened_case(place)
    go(case, "notify_procuracy", place.binh, "2024-05-21 09:00", procuracy=place.procuracy.pk)
    assert refusal(case, "extend_investigation", place.binh, "2024-08-01 09:00", "1/QĐ").code == "not-this-unit"
    assert refusal(case, "extend_investigation", place.dung, "2024-09-11 09:00", "1/QĐ-VKS").code == "extension-asked-too-late"
    go(case, "extend_investigation", place.dung, "2024-09-10 09:00", "1/QĐ-VKS")
    assert end_of(case, "case.investigate") == "2025-01-20"


def test_a_judgment_is_not_final_while_it_can_be_appealed(place):
    case = opened_case(place)
    go(case, "conclude", place.binh, "2024-06-20 09:00", "1/KLĐT")
    go(case, "send_to_procuracy", place.binh, "2024-06-21 09:00", procuracy=place.procuracy.pk)
    go(case, "indict", place.dung, "2024-07-01 09:00", "1/CT", court=place.court.pk)
    go(case, "accept_at_court", place.giang, "2024-07-02 09:00", "1/TLST")
    go(case, "set_for_trial", place.giang, "2024-07-20 09:00", "1/QĐXX")
    go(case, "try", place.giang, "2024-07-30 09:00", "1/HS-ST")
    assert refusal(case, "final", place.giang, "2024-08-14 09:00").code == "before-term"
    go(case, "final", place.giang, "2024-08-15 09:00")


def test_who_accepts_a_transferred_tip_holds_it_and_has_twenty_days(place):
    tip = verified_tip(place)
    go(tip, "transfer", place.binh, "2024-05-20 09:00", "1/QĐ", to_unit=place.city_police.pk)
    go(tip, "accept_transfer", place.binh, "2024-05-22 09:00")
    tip.refresh_from_db()
    assert tip.holder == place.city_police
    assert end_of(tip, "tip.resolve") == "2024-06-11"
