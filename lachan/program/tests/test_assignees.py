"""Names of agencies that the register does not know: the reviewer says which unit it is, and the paper's words stay."""

from uuid import uuid4

import pytest
from django.urls import reverse

from lachan.foundation.errors import Refused
from lachan.program.assignees import Whom
from lachan.program.confirmation import confirm_plan
from lachan.program.models import DraftItem
from lachan.program.operations import correct_item
from lachan.program.tests.conftest import NOW, accept_all

OLD_NAME = "Phòng Lao động, Thương binh thị xã"


@pytest.fixture
def task(city, draft) -> DraftItem:
    """A task whose lead the register does not know."""
    task = draft.items.filter(kind="task").first()
    return correct_item(task, {"lead": [OLD_NAME], "coordinating": [], "requested": []}, actor=city.binh, now=NOW)


def test_units_that_share_the_words_of_an_unknown_name_are_offered_the_likeliest_first(city, task):
    offered = Whom(city.committee, NOW.date()).unknown_in(task.current)
    assert list(offered) == [OLD_NAME]
    assert offered[OLD_NAME][0] == city.labour


def test_a_known_name_is_not_asked_about(city, task):
    assert Whom(city.committee, NOW.date()).unknown_in({"lead": ["Công an thành phố"], "from_whom": ["UBND các phường, xã"]}) == {}


def test_the_chosen_unit_does_the_task_under_the_name_that_the_paper_gives(city, draft, task):
    correct_item(task, {"units": {OLD_NAME: city.labour.code}}, actor=city.binh, now=NOW)
    accept_all(draft, city.binh)
    role = confirm_plan(draft, actor=city.binh, now=NOW).tasks.get(ordinal=task.ordinal).roles.get()
    assert (role.written, role.unit, role.is_group) == (OLD_NAME, city.labour, False)


def test_a_unit_chosen_for_who_has_to_report_owes_the_report(city, draft):
    demand = draft.items.filter(kind="deadline", data__demand="report").first()
    said = {"from_whom": [OLD_NAME], "units": {OLD_NAME: city.labour.code}}
    correct_item(demand, said, actor=city.binh, now=NOW)
    accept_all(draft, city.binh)
    plan = confirm_plan(draft, actor=city.binh, now=NOW)
    assert {duty.unit for duty in plan.demands.get(ordinal=demand.ordinal).duties.all()} == {city.labour}


def test_a_choice_goes_with_the_name_and_only_registered_units_can_be_chosen(city, task):
    correct_item(task, {"units": {OLD_NAME: city.labour.code}}, actor=city.binh, now=NOW)
    correct_item(task, {"lead": ["Công an thành phố"]}, actor=city.binh, now=NOW)
    assert DraftItem.objects.get(pk=task.pk).current["units"] == {}
    with pytest.raises(Refused, match="có trong danh mục"):
        correct_item(task, {"units": {"Công an thành phố": "khong-co"}}, actor=city.binh, now=NOW)


def test_the_form_asks_keeps_the_choice_and_proposes_it_where_the_name_comes_again(city, draft, task, client, at):
    client.force_login(city.binh)
    page = client.get(reverse("program:item", args=[draft.pk, task.pk]) + "?sua").content.decode()
    assert f"“{OLD_NAME}” là" in page
    said = {"text": task.current["text"], "section": task.current["section"], "lead": OLD_NAME, "unit_0": city.labour.code}
    client.post(reverse("program:correct", args=[draft.pk, task.pk]), said | {"revision": 1, "token": uuid4()})
    assert DraftItem.objects.get(pk=task.pk).current["units"] == {OLD_NAME: city.labour.code}
    shown = client.get(reverse("program:review", args=[draft.pk]) + "?muc=nhiem-vu").content.decode()
    assert f"“{OLD_NAME}” là {city.labour.name}" in shown
    again = draft.items.filter(kind="task").exclude(pk=task.pk).first()
    correct_item(again, {"lead": [OLD_NAME]}, actor=city.binh, now=NOW)
    page = client.get(reverse("program:item", args=[draft.pk, again.pk]) + "?sua").content.decode()
    assert f'<option value="{city.labour.code}" selected>' in page
