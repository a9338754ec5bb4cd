"""State and clocks from a declaration, without a database: a small invented law, so that a change of the real one breaks nothing here."""

from datetime import date, datetime

import pytest

from lachan.foundation.sources import Source
from lachan.foundation.terms import LOCAL, Term
from lachan.procedures.course import VOID, OutOfOrder, Taken, clocks_of, possible_steps, state_after
from lachan.procedures.model import Extension, Limit, Procedure, State, Step, Variant, fits

LAW = Source("Luật bịa", "Điều 1")
ANYONE = frozenset({"police"})


def step(code, states=(), to="", is_opening=False):
    return Step(code, code, code, LAW, by=ANYONE, states=frozenset(states), to=to, is_opening=is_opening)


DECIDE = Limit(
    "decide",
    "Quyết định",
    LAW,
    starts=frozenset({"begin"}),
    ends=frozenset({"decide"}),
    variants=(Variant(Term(days=40), {"far": "yes"}), Variant(Term(days=20))),
    extensions=(
        Extension(step="extend", variants=(Variant(Term(months=2)),), counts_from="start"),
        Extension(step="extend_again", variants=(Variant(Term(months=1)),), counts_from="end"),
    ),
    stops=frozenset({"rest"}),
    resumes=frozenset({"wake"}),
    resumed_variants=(Variant(Term(months=1)),),
)
HURRY = Limit("hurry", "Báo ngay", LAW, frozenset({"begin"}), frozenset({"tell"}), (Variant(Term(hours=24)),), applies={"far": "no"})
PROCEDURE = Procedure(
    kind="thing",
    label="Việc bịa",
    law="Luật bịa",
    valid_from=date(2020, 1, 1),
    valid_to=None,
    stages=("Đầu", "Cuối"),
    states=(State("open", "Mở", 0), State("resting", "Nghỉ", 0), State("done", "Xong", 1, is_final=True)),
    steps=(
        step("begin", to="open", is_opening=True),
        step("tell", {"open"}),
        step("extend", {"open"}),
        step("extend_again", {"open"}),
        step("rest", {"open"}, "resting"),
        step("wake", {"resting"}, "open"),
        step("decide", {"open"}, "done"),
    ),
    limits=(DECIDE, HURRY),
)


def course(text):
    """ "begin 2024-03-04, decide 2024-03-10" as steps taken."""
    return [Taken(code, date.fromisoformat(day)) for code, day in (each.split() for each in text.split(", "))]


def clock(text, code="decide", **facts):
    return next(each for each in clocks_of(PROCEDURE, course(text), facts) if each.limit.code == code)


@pytest.mark.parametrize(
    ("taken", "state"),
    [
        ("begin 2024-03-04", "open"),
        ("begin 2024-03-04, tell 2024-03-04", "open"),
        ("begin 2024-03-04, rest 2024-03-05, wake 2024-03-06, decide 2024-03-07", "done"),
    ],
)
def test_the_state_is_where_the_steps_lead(taken, state):
    assert state_after(PROCEDURE, course(taken)) == state


def test_a_record_without_steps_is_void_and_may_only_be_opened():
    assert state_after(PROCEDURE, []) == VOID
    assert [each.code for each in possible_steps(PROCEDURE, VOID)] == ["begin"]


@pytest.mark.parametrize("taken", ["decide 2024-03-04", "begin 2024-03-04, wake 2024-03-05", "begin 2024-03-04, begin 2024-03-05"])
def test_a_step_that_the_state_does_not_allow_is_out_of_order(taken):
    with pytest.raises(OutOfOrder):
        state_after(PROCEDURE, course(taken))


@pytest.mark.parametrize(
    ("taken", "ends", "why"),
    [
        ("begin 2024-03-04", "2024-03-25", "20 days end on Sunday 24/3, moved to Monday"),
        ("begin 2024-03-04, extend 2024-03-20", "2024-05-04", "2 months from the start; that Saturday was worked in exchange for 29/4"),
        ("begin 2024-03-04, extend 2024-03-20, extend_again 2024-04-20", "2024-06-04", "1 month from the unmoved end 4/5"),
        ("begin 2024-03-04, rest 2024-03-10, wake 2024-06-03", "2024-07-03", "1 month from the resumption"),
    ],
)
def test_a_clock_ends_where_the_declaration_says(taken, ends, why):
    assert clock(taken).end.legal_end.isoformat() == ends, why


def test_conditions_choose_the_term_and_whether_there_is_a_clock():
    assert clock("begin 2024-03-04", far="yes").end.legal_end == date(2024, 4, 15)
    assert [each.limit.code for each in clocks_of(PROCEDURE, course("begin 2024-03-04"), {"far": "yes"})] == ["decide"]


@pytest.mark.parametrize(
    ("taken", "now", "status"),
    [
        ("begin 2024-03-04", "2024-03-25T23:59", "open"),
        ("begin 2024-03-04", "2024-03-26T00:00", "overdue"),
        ("begin 2024-03-04, decide 2024-03-25", "2024-09-01T00:00", "met"),
        ("begin 2024-03-04, decide 2024-03-26", "2024-09-01T00:00", "met_late"),
        ("begin 2024-03-04, rest 2024-03-10", "2024-09-01T00:00", "stopped"),
    ],
)
def test_a_clock_in_days_lasts_until_the_end_of_its_last_day(taken, now, status):
    assert clock(taken).status(datetime.fromisoformat(now).replace(tzinfo=LOCAL)) == status


def test_a_clock_in_hours_from_a_day_without_hour_counts_from_its_beginning():
    hurry = clock("begin 2024-03-04", "hurry", far="no")
    assert hurry.end.legal_end == datetime(2024, 3, 5, 0, 0, tzinfo=LOCAL)


@pytest.mark.parametrize(("when", "facts", "fit"), [({}, {}, True), ({"a": "1|2"}, {"a": "2"}, True), ({"a": "1"}, {}, False)])
def test_a_condition_fits_when_every_value_is_among_those_named(when, facts, fit):
    assert fits(when, facts) is fit
