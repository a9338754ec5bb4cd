"""Whatever is asked of the clocks, an answer comes, and what was refused leaves nothing behind."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from lachan.config.clocks_command import ASKABLES
from lachan.procedures.asking import answer

TODAY = date(2027, 12, 31)
BEGIN = date(2024, 1, 1)
FACTS = {
    "tip": [{}, {"received_by": "commune_police", "remote": True}],
    "case": [{"severity": each} for each in ("less_serious", "serious", "very_serious", "especially_serious")],
    "victim": [{"received_on": "2025-06-30"}, {"route": "returned", "received_on": "2025-07-01"}],
}


@st.composite
def questions(draw):
    """A course of steps in an order that may make no sense, over two years."""
    kind = draw(st.sampled_from(sorted(ASKABLES)))
    codes = [step.code for step in ASKABLES[kind].procedures[-1].steps]
    length = st.fixed_dictionaries({}, optional={"months": st.integers(1, 5), "days": st.integers(1, 90)})
    day = st.integers(0, 700).map(lambda each: (BEGIN + timedelta(days=each)).isoformat())
    first = [{"step": codes[0], "on": "2024-01-01"}]
    steps = draw(st.lists(st.tuples(st.sampled_from(codes), day, length), max_size=12))
    if draw(st.booleans()):
        steps.sort(key=lambda each: each[1])
    parameters = {
        "first_day_counted": draw(st.booleans()),
        "day_off_moves": draw(st.sampled_from(["all", "months", "none"])),
        "extension_counts_from": draw(st.sampled_from(["receipt", "expiry"])),
    }
    return {
        "procedure": kind,
        "facts": draw(st.sampled_from(FACTS[kind])),
        "steps": first + [{"step": code, "on": on, **term} for code, on, term in steps],
        "on": draw(day),
        "parameters": parameters,
    }


@settings(max_examples=150, deadline=None)
@given(questions())
def test_an_answer_comes_and_refused_steps_leave_nothing_behind(question):
    reply = answer(question, ASKABLES, today=TODAY)
    refused = {each["step"] for each in reply["refused"]}
    stands = [step for number, step in enumerate(question["steps"], start=1) if number not in refused]
    if not stands:
        return
    again = answer(question | {"steps": stands}, ASKABLES, today=TODAY)
    assert again["refused"] == []
    assert (again["clocks"], again["state"]) == (reply["clocks"], reply["state"])


@settings(max_examples=100, deadline=None)
@given(questions())
def test_the_safe_day_is_never_after_the_legal_end(question):
    for clock in answer(question, ASKABLES, today=TODAY)["clocks"]:
        assert clock["safe_day"] <= clock["legal_end"][:10]
        assert clock["proof"]
        assert clock["status"] in {"open", "met", "overdue", "met_late", "stopped"}
