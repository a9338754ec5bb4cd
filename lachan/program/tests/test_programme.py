"""What a confirmed plan makes: targets, tasks with agencies, a duty for every unit and day; and what a later plan does to it."""

from collections import Counter
from datetime import date, timedelta

import pytest

from lachan.audit.operations import broken_links
from lachan.foundation.errors import Conflict, NotAllowed, Refused
from lachan.program.confirmation import confirm_plan
from lachan.program.duties import fulfil_duty, reopen_duty
from lachan.program.models import Duty, TaskRole
from lachan.program.operations import upload_plan
from lachan.program.tests.conftest import NOW, accept_all


def a_duty(plan, unit, day=date(2024, 3, 28)) -> Duty:
    return Duty.objects.get(demand__plan=plan, unit=unit, due_on=day)


def test_every_member_and_every_commune_owes_its_plan_and_its_reports(city, plan):
    owed = Counter(Duty.objects.values_list("due_on", flat=True))
    days = [date(2024, 3, 12), date(2024, 3, 28), date(2024, 6, 12), date(2024, 9, 12), date(2024, 12, 12)]
    assert owed == dict.fromkeys(days, 5)
    units = {city.police, city.labour, city.ward_1, city.ward_2, city.ward_3}
    assert {duty.unit for duty in Duty.objects.select_related("unit")} == units


def test_reports_carry_the_period_that_they_are_about(city, plan):
    half_year = a_duty(plan, city.ward_1, date(2024, 6, 12))
    assert (half_year.label, half_year.period_start, half_year.period_end) == (
        "Báo cáo 6 tháng đầu năm 2024",
        date(2023, 12, 15),
        date(2024, 6, 14),
    )
    assert half_year.last_day == date(2024, 6, 11)


def test_a_day_before_the_plan_was_issued_is_marked_and_makes_nobody_late(city, plan):
    first = a_duty(plan, city.ward_1, date(2024, 3, 12))
    assert first.is_before_issue
    fulfil_duty(first, on=date(2024, 3, 25), actor=city.khanh, now=NOW)
    first.refresh_from_db()
    assert not first.is_late
    assert set(Duty.objects.filter(is_before_issue=True).values_list("due_on", flat=True)) == {date(2024, 3, 12)}


def test_agencies_are_those_of_the_register_and_groups_stay_groups(city, plan):
    roles = {(role.written, role.role): role for role in TaskRole.objects.all()}
    assert roles["Công an thành phố", "lead"].unit == city.police
    assert roles["các ban, ngành, UBND các phường, xã", "coordinating"].is_group


def test_the_register_of_documents_holds_what_was_checked(plan):
    document = plan.document
    assert (document.status, document.period_start, document.period_end) == ("in_force", date(2024, 1, 1), date(2024, 12, 31))
    link = document.links.get()
    assert (link.relation, link.number, link.issued_on, link.to_document) == ("carries_out", "38/KH-BCĐ", date(2023, 3, 1), None)


def test_a_unit_states_that_it_sent_and_the_standing_agency_may_for_it(city, plan):
    fulfil_duty(a_duty(plan, city.ward_1), on=date(2024, 3, 24), note="Số 12/KH-UBND", actor=city.khanh, now=NOW)
    fulfil_duty(a_duty(plan, city.ward_2), on=date(2024, 3, 25), actor=city.binh, now=NOW)
    sent = Duty.objects.filter(status="sent").order_by("unit__code")
    assert [(duty.unit, duty.fulfilled_by, duty.note) for duty in sent] == [
        (city.ward_1, city.khanh, "Số 12/KH-UBND"),
        (city.ward_2, city.binh, ""),
    ]
    assert broken_links() == []


def test_another_unit_cannot_state_it(city, plan):
    for actor in (city.hoa, city.lan):
        with pytest.raises(NotAllowed):
            fulfil_duty(a_duty(plan, city.ward_1), on=date(2024, 3, 24), actor=actor, now=NOW)


@pytest.mark.parametrize(("day", "says"), [(date(2024, 3, 26), "trước hoặc bằng hôm nay"), (date(2024, 3, 20), "trước ngày ban hành")])
def test_a_day_that_cannot_be_is_refused(city, plan, day, says):
    with pytest.raises(Refused, match=says):
        fulfil_duty(a_duty(plan, city.ward_1), on=day, actor=city.khanh, now=NOW)


def test_what_was_sent_is_not_sent_twice_but_can_be_returned_with_a_reason(city, plan):
    duty = a_duty(plan, city.ward_1)
    fulfil_duty(duty, on=date(2024, 3, 24), actor=city.khanh, now=NOW)
    with pytest.raises(Conflict):
        fulfil_duty(duty, on=date(2024, 3, 24), actor=city.khanh, now=NOW)
    with pytest.raises(Refused, match="Ghi lý do"):
        reopen_duty(duty, reason=" ", actor=city.binh, now=NOW)
    with pytest.raises(NotAllowed):
        reopen_duty(duty, reason="Thiếu phụ lục", actor=city.khanh, now=NOW)
    reopen_duty(duty, reason="Thiếu phụ lục", actor=city.binh, now=NOW)
    duty.refresh_from_db()
    assert (duty.status, duty.note) == ("owed", "Trả lại ngày 25/3/2024: Thiếu phụ lục")


def test_a_later_text_of_the_same_plan_takes_over_and_keeps_what_was_sent(city, plan, plan_file):
    fulfil_duty(a_duty(plan, city.ward_1), on=date(2024, 3, 24), actor=city.khanh, now=NOW)
    later = NOW + timedelta(hours=1)
    again = upload_plan(plan_file + "\nĐính chính.\n".encode(), "b.txt", committee=city.committee, actor=city.binh, now=later)
    accept_all(again, city.binh, later)
    confirm_plan(again, actor=city.binh, now=later)
    plan.refresh_from_db()
    again.refresh_from_db()
    assert (plan.status, plan.document.status, again.supersedes) == ("superseded", "replaced", plan)
    assert Counter(Duty.objects.filter(demand__plan=plan).values_list("status", flat=True)) == {"replaced": 24, "sent": 1}
    assert a_duty(again, city.ward_1).status == "sent"
    assert Duty.objects.owed().filter(due_on=date(2024, 3, 28)).count() == 4
