"""What the law has against a step, by a small invented law."""

from dataclasses import replace
from datetime import date

import pytest

from lachan.foundation.terms import Reading, Term
from lachan.procedures.course import Taken, clocks_of
from lachan.procedures.model import Extension, Variant
from lachan.procedures.objections import objection
from lachan.procedures.tests.test_course import DECIDE, LAW, PROCEDURE, course, step

LOOSE = replace(step("decide", {"open"}, "done"), tolerated=frozenset({"resting", ""}), waits_for="hurry")
DECIDE_TWICE = replace(
    DECIDE,
    starts=frozenset({"begin", "wake"}),
    variants=(Variant(Term(days=5), {"from": "resting"}), Variant(Term(days=7), {"after.tell": "yes"}), *DECIDE.variants),
    resumes=frozenset(),
    extensions=(
        Extension(step="extend", variants=(Variant(Term(months=2)),), counts_from="reading", latest_days_before=5),
        Extension(step="extend", variants=(Variant(Term(days=10)),), by=frozenset({"court"})),
        Extension(step="extend_again", variants=(Variant(Term(months=1)),), follows="extend", runs=frozenset({"begin"})),
    ),
)
LAW_2 = replace(
    PROCEDURE,
    steps=(*(each for each in PROCEDURE.steps if each.code not in {"decide", "tell"}), LOOSE, replace(step("tell", {"open"}), once=True)),
    limits=(DECIDE_TWICE, PROCEDURE.limits[1]),
)
# 20 days from 4/3/2024 end on Sunday 24/3, moved to 25/3.


def against(text, after, **facts):
    """The code of the objection to the last step of "extend 2024-03-20 months=3 by=court"; "" when it is allowed."""
    code, on, *rest = text.split()
    given = dict(each.split("=") for each in rest)
    by = frozenset({given.pop("by")}) if "by" in given else frozenset()
    found = objection(LAW_2, course(after), Taken(code, date.fromisoformat(on), data=given, by=by), facts)
    return found.code if found else ""


@pytest.mark.parametrize(
    ("text", "after", "code"),
    [
        ("extend 2024-03-20", "begin 2024-03-04", ""),
        ("extend 2024-03-21", "begin 2024-03-04", "extension-asked-too-late"),
        ("extend 2024-03-25 asked_on=2024-03-20", "begin 2024-03-04", ""),
        ("extend 2024-03-20 months=2", "begin 2024-03-04", ""),
        ("extend 2024-03-20 days=61", "begin 2024-03-04", ""),
        ("extend 2024-03-20 days=62", "begin 2024-03-04", "extension-too-long"),
        ("extend 2024-03-20 days=20", "begin 2024-03-04", "extension-shortens"),
        ("extend 2024-03-20 days=0", "begin 2024-03-04", "term-not-positive"),
        ("extend 2024-03-20 days=9 months=2", "begin 2024-03-04", "extension-two-units"),
        ("extend 2024-03-18 asked_on=2024-03-19", "begin 2024-03-04", "asked-after-step"),
        ("extend 2024-03-20 by=nobody", "begin 2024-03-04", "wrong-body"),
        ("extend 2024-04-01", "begin 2024-03-04, extend 2024-03-20", "extension-too-many"),
        ("extend 2024-04-01 by=police", "begin 2024-03-04, extend 2024-03-20", "extension-by-wrong-body"),
        ("extend_again 2024-03-20", "begin 2024-03-04", "extension-out-of-turn"),
        ("extend_again 2024-04-20", "begin 2024-03-04, extend 2024-03-20", ""),
        ("extend_again 2024-03-14", "begin 2024-03-04, rest 2024-03-10, wake 2024-03-12", "extension-not-allowed"),
        ("tell 2024-03-03", "begin 2024-03-04", "before-previous"),
        ("tell 2024-03-06", "begin 2024-03-04, tell 2024-03-05", "already-taken"),
        ("wake 2024-03-06", "begin 2024-03-04", "out-of-order"),
        ("extend 2024-03-06", "begin 2024-03-04, rest 2024-03-05", "out-of-order"),
    ],
)
def test_a_step_is_allowed_or_told_what_stands_against_it(text, after, code):
    assert against(text, after) == code


def test_a_step_waits_for_a_term_to_run_out():
    assert against("decide 2024-03-04", "begin 2024-03-04", far="no") == "before-term"
    assert against("decide 2024-03-06", "begin 2024-03-04", far="no") == ""
    assert against("decide 2024-03-04", "begin 2024-03-04, tell 2024-03-04", far="no") == ""


def test_the_law_does_not_forbid_all_that_the_usual_order_leaves_out():
    assert against("decide 2024-03-08", "begin 2024-03-04, rest 2024-03-05") == ""


def test_conditions_see_the_state_that_a_step_met_and_the_steps_before_it():
    def ends(text):
        return clocks_of(LAW_2, course(text), {})[0].end.unmoved_end.isoformat()

    assert ends("begin 2024-03-04") == "2024-03-24"
    assert ends("begin 2024-03-04, rest 2024-03-10, wake 2024-03-12") == "2024-03-17"


@pytest.mark.parametrize(("counts_from", "end"), [("receipt", "2024-05-04"), ("expiry", "2024-05-24")])
def test_a_reading_says_from_where_a_prolonged_term_runs(counts_from, end):
    reading = Reading(extension_counts_from=counts_from)
    clock = clocks_of(LAW_2, course("begin 2024-03-04, extend 2024-03-20"), {}, reading)[0]
    assert clock.end.unmoved_end.isoformat() == end
    assert len(clock.counts) == 2


def test_the_objection_cites_the_law():
    found = objection(LAW_2, course("begin 2024-03-04"), Taken("extend", date(2024, 3, 21)), {})
    assert found.source == LAW
    assert str(LAW) in found.message
