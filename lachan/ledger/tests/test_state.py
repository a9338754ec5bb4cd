"""Appending differences: whatever a record states in turn, the ledger comes to the last of it and never loses what it said before."""

from datetime import date, datetime, timedelta, timezone
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from lachan.ledger.models import Fact
from lachan.ledger.operations import held_of, state
from lachan.ledger.queries import facts_known, position_at
from lachan.ledger.statements import Statement, difference

NOON = datetime(2024, 5, 6, 12, 0, tzinfo=timezone(timedelta(hours=7)))
SUBJECT = UUID(int=7)


def fact(kind="tips.received", day=1, **dimensions):
    return Statement(kind, SUBJECT, "ca-p-1", "p75/d731", date(2024, 5, day), dimensions)


def say(source, *statements, at=NOON):
    with transaction.atomic():
        return state(source, statements, at=at)


@pytest.mark.django_db
def test_what_is_stated_again_is_not_written_again():
    source = uuid4()
    assert len(say(source, fact())) == 1
    assert say(source, fact()) == []


@pytest.mark.django_db
def test_what_is_no_longer_stated_is_written_again_with_weight_minus_one():
    source = uuid4()
    say(source, fact(), fact("tips.classified"))
    (withdrawn,) = say(source, fact())
    assert (withdrawn.kind, withdrawn.weight) == ("tips.classified", -1)
    assert Fact.objects.count() == 3


@pytest.mark.django_db
def test_a_changed_dimension_takes_the_old_fact_back_before_it_states_the_new_one():
    source = uuid4()
    say(source, fact(purpose="unknown"))
    rows = say(source, fact(purpose="forced_labour"))
    assert [(row.weight, row.dimensions["purpose"]) for row in rows] == [(-1, "unknown"), (1, "forced_labour")]


@pytest.mark.django_db
def test_as_known_at_a_moment_is_a_prefix():
    source = uuid4()
    say(source, fact())
    then = position_at()
    say(source, at=NOON + timedelta(days=7))
    assert facts_known(at=NOON + timedelta(days=1)).count() == facts_known(position=then).count() == 1
    assert facts_known().count() == 2


@pytest.mark.django_db
def test_a_clock_that_runs_backwards_does_not_disturb_the_order():
    say(uuid4(), fact(), at=NOON)
    (late,) = say(uuid4(), fact(day=2), at=NOON - timedelta(hours=5))
    assert late.recorded_at == NOON


@pytest.mark.django_db
def test_a_rolled_back_act_leaves_no_fact():
    def act_that_fails():
        with transaction.atomic():
            state(uuid4(), [fact()], at=NOON)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        act_that_fails()
    assert not Fact.objects.exists()


statements = st.lists(
    st.builds(
        fact,
        kind=st.sampled_from(["tips.received", "tips.classified"]),
        day=st.integers(1, 3),
        purpose=st.sampled_from(["forced_labour", "unknown"]),
    ),
    max_size=6,
)


@settings(max_examples=60)
@given(st.lists(statements, min_size=1, max_size=4))
def test_after_any_course_the_sums_are_what_was_stated_last(course):
    held: dict[str, tuple[Statement, int]] = {}
    for wanted in course:
        for statement, weight in difference(wanted, held):
            held[statement.digest] = (statement, held.get(statement.digest, (statement, 0))[1] + weight)
        held = {digest: both for digest, both in held.items() if both[1]}
    expected: dict[str, int] = {}
    for statement in course[-1]:
        expected[statement.digest] = expected.get(statement.digest, 0) + 1
    assert {digest: weight for digest, (_statement, weight) in held.items()} == expected


@pytest.mark.django_db
def test_held_facts_are_those_that_do_not_come_to_nothing():
    source = uuid4()
    say(source, fact(), fact("tips.classified"))
    say(source, fact())
    assert [statement.kind for statement, _weight in held_of(source).values()] == ["tips.received"]
