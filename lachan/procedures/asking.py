"""Asking the clocks without a record: a question of facts, dated steps and readings of the law, answered from the declarations alone.

The question and the answer are plain JSON values, so that the command line, a page and a test ask the same calculator. Steps are
numbered from 1. A question that cannot be understood is Refused whole, naming the field; a step that the law does not allow is listed
under `refused` and changes nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from typing import Any, cast

from lachan.foundation.errors import Refused
from lachan.foundation.numerals import format_date
from lachan.foundation.sources import Source
from lachan.foundation.terms import COUNTING_SOURCE, LOCAL, Reading
from lachan.procedures.asked_values import body_of, choice_of, chosen, day_of, flag_of, mapping_of, moment_of, text_of, whole_number_of
from lachan.procedures.course import Clock, Taken, clocks_of, state_after
from lachan.procedures.model import Facts, Field, Procedure
from lachan.procedures.objections import Objection, objection

MOST_STEPS = 500
KNOWN = {"procedure", "facts", "steps", "on", "parameters"}
KNOWN_IN_STEP = {"step", "at", "on", "by", "days", "months", "number"}


@dataclass(frozen=True, kw_only=True)
class Askable:
    """What can be asked of one kind of record without having one.

    `fields` are the facts that a question may give; `course_facts` turns them, once their values were checked, into what conditions of
    the law look at (raises Refused). `law_fact`: the fact that holds the day which decides the law; without it the first step does.
    """

    kind: str
    label: str
    procedures: tuple[Procedure, ...]
    fields: tuple[Field, ...]
    course_facts: Callable[[Facts], Facts] = dict
    law_fact: str = ""

    def law_on(self, day: date) -> Procedure:
        """The version in force on a day. Raises Refused when none is declared for it."""
        for procedure in self.procedures:
            if procedure.holds_on(day):
                return procedure
        raise Refused(f"Chưa có quy trình “{self.label}” nào có hiệu lực vào ngày {format_date(day)}.", code="no-procedure", field="steps")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question understood: everything checked but the order of the steps, which the law judges."""

    askable: Askable
    procedure: Procedure
    facts: Facts
    steps: tuple[Taken, ...]
    asked_at: datetime
    reading: Reading
    defaults: tuple[str, ...]
    ignored: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What follows: the steps that stand, those refused (by their number from 1), the clocks at the moment asked for."""

    asked: Asked
    taken: tuple[Taken, ...]
    refused: tuple[tuple[int, Objection], ...]
    clocks: tuple[Clock, ...]

    @property
    def state(self) -> str:
        return state_after(self.asked.procedure, self.taken, is_tolerant=True)


def answer(question: Any, askables: Mapping[str, Askable], *, today: date) -> dict[str, Any]:
    """The answer as JSON values. `today` stands in for a question without `on`. Raises Refused for one that cannot be understood."""
    return as_json(judge(understand(question, askables, today=today)))


def judge(asked: Asked) -> Answered:
    """Take the steps one after the other; a step that the law does not allow is left out."""
    stands: list[Taken] = []
    refused: list[tuple[int, Objection]] = []
    for number, step in enumerate(asked.steps, start=1):
        found = _in_the_future(step, asked.asked_at) or objection(asked.procedure, stands, step, asked.facts, asked.reading)
        if found:
            refused.append((number, found))
        else:
            stands.append(step)
    clocks = clocks_of(asked.procedure, stands, asked.facts, asked.reading)
    return Answered(asked=asked, taken=tuple(stands), refused=tuple(refused), clocks=tuple(clocks))


def understand(question: Any, askables: Mapping[str, Askable], *, today: date) -> Asked:
    """Check everything that a question says. Raises Refused, with `field` naming the place ("steps[2].on")."""
    given = mapping_of(question, "câu hỏi")
    askable = askables[chosen(given.get("procedure"), askables, "procedure")]
    facts, facts_ignored = _facts(given.get("facts", {}), askable)
    raw = given.get("steps", [])
    if not isinstance(raw, list):
        raise Refused("“steps” phải là một danh sách các bước.", code="question-form", field="steps")
    if len(raw) > MOST_STEPS:
        raise Refused(f"“steps” có {len(raw)} bước; nhiều nhất {MOST_STEPS} bước.", code="too-many-steps", field="steps")
    entries = [mapping_of(each, f"steps[{number}]") for number, each in enumerate(raw, start=1)]
    moments = [_moment(each, f"steps[{number}]") for number, each in enumerate(entries, start=1)]
    asked_on = moment_of(given["on"], "on") if given.get("on") is not None else today
    procedure = _law(askable, facts, moments, asked_on)
    steps = tuple(
        _step(each, moment, procedure, f"steps[{number}]") for number, (each, moment) in enumerate(zip(entries, moments, strict=True), 1)
    )
    reading, defaults = _reading(given.get("parameters", {}))
    ignored = [*sorted(given.keys() - KNOWN), *facts_ignored]
    for number, (each, step) in enumerate(zip(entries, steps, strict=True), start=1):
        own = {field.code for field in procedure.step(step.code).fields}
        ignored += [f"steps[{number}].{name}" for name in sorted(each.keys() - KNOWN_IN_STEP - own)]
    return Asked(
        askable=askable,
        procedure=procedure,
        facts=askable.course_facts(facts),
        steps=steps,
        asked_at=_beginning(asked_on),
        reading=reading,
        defaults=defaults,
        ignored=tuple(ignored),
    )


def as_json(answered: Answered) -> dict[str, Any]:
    """The answer as plain values: days as 2026-02-10, moments as 2025-12-11T09:12."""
    asked = answered.asked
    result = {
        "procedure": asked.askable.kind,
        "law": asked.procedure.law,
        "state": answered.state,
        "clocks": [_clock(clock, asked.asked_at) for clock in answered.clocks],
        "refused": [
            {"step": number, "code": found.code, "message": found.message, "article": cited(found.source) if found.source else ""}
            for number, found in answered.refused
        ],
        "parameters": {each.name: getattr(asked.reading, each.name) for each in fields(Reading)},
        "defaults": list(asked.defaults),
    }
    return result | ({"ignored": list(asked.ignored)} if asked.ignored else {})


def cited(source: Source) -> str:
    """ "BLTTHS 2015, Điều 147"."""
    return f"{source.instrument}, {source.article}" if source.article else source.instrument


def proof_of(clock: Clock) -> str:
    """Every term of the clock as it was counted, the article of the term, the article of the counting."""
    return f"{' '.join(clock.counts)} Căn cứ: {cited(clock.source)}; cách tính: {cited(COUNTING_SOURCE)}."


def _clock(clock: Clock, asked_at: datetime) -> dict[str, Any]:
    return {
        "clock": clock.limit.code,
        "started": _written(clock.started if isinstance(clock.end.legal_end, datetime) else _day(clock.started)),
        "legal_end": _written(clock.end.legal_end),
        "safe_day": clock.end.safe_day.isoformat(),
        "status": clock.status(asked_at),
        "article": cited(clock.source),
        "mark": clock.source.mark.value,
        "proof": proof_of(clock),
        "note": clock.limit.note,
    }


def _facts(raw: Any, askable: Askable) -> tuple[Facts, list[str]]:
    """The declared facts as text, and the names of those that nobody asked for."""
    given = mapping_of(raw, "facts")
    facts = {}
    for field in askable.fields:
        value = given.get(field.code)
        if value is None:
            if field.is_required:
                raise Refused(f"Thiếu “facts.{field.code}”: {field.label}.", code="fact-missing", field=f"facts.{field.code}")
            continue
        facts[field.code] = _value(field, value, f"facts.{field.code}")
    return facts, [f"facts.{name}" for name in sorted(given.keys() - {field.code for field in askable.fields})]


def _value(field: Field, value: Any, where: str) -> str:
    if field.kind == "yes_no":
        return flag_of(value, where)
    if field.kind == "choice":
        return choice_of(value, dict(field.choices), where)
    if field.kind == "date":
        return day_of(value, where).isoformat()
    if field.kind == "number":
        return str(whole_number_of(int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value, where))
    return text_of(value, where)


def _law(askable: Askable, facts: Facts, moments: Sequence[date | datetime], asked_on: date | datetime) -> Procedure:
    if facts.get(askable.law_fact):
        return askable.law_on(date.fromisoformat(facts[askable.law_fact]))
    return askable.law_on(_day(moments[0] if moments else asked_on))


def _moment(entry: Mapping[str, Any], where: str) -> date | datetime:
    """The hour where `at` gives one, else the day. Raises Refused when there is neither, or when they contradict each other."""
    at, on = entry.get("at"), entry.get("on")
    if at is None and on is None:
        raise Refused(f"“{where}” thiếu ngày: ghi “at” (ngày và giờ) hoặc “on” (ngày).", code="step-without-day", field=where)
    if at is None:
        return moment_of(on, f"{where}.on")
    moment = moment_of(at, f"{where}.at")
    if on is not None and day_of(on, f"{where}.on") != _day(moment):
        raise Refused(f"“{where}”: “at” và “on” là hai ngày khác nhau.", code="step-two-days", field=f"{where}.at")
    return moment


def _step(entry: Mapping[str, Any], moment: date | datetime, procedure: Procedure, where: str) -> Taken:
    spec = procedure.step(chosen(entry.get("step"), {step.code: step for step in procedure.steps}, f"{where}.step"))
    data = {name: str(whole_number_of(entry[name], f"{where}.{name}")) for name in ("days", "months") if entry.get(name) is not None}
    for field in spec.fields:
        if field.code not in data and entry.get(field.code) is not None and field.kind in {"yes_no", "choice", "date"}:
            data[field.code] = _value(field, entry[field.code], f"{where}.{field.code}")
    if isinstance(number := entry.get("number"), bool | list | dict | float):
        text_of(number, f"{where}.number")
    by = body_of(entry["by"], f"{where}.by") if entry.get("by") is not None else frozenset()
    return Taken(spec.code, _day(moment), moment if isinstance(moment, datetime) else None, data, by)


def _reading(raw: Any) -> tuple[Reading, tuple[str, ...]]:
    """The installed reading with what the question overrides, and the names of the defaults that hold."""
    given = mapping_of(raw, "parameters")
    names = [each.name for each in fields(Reading)]
    for name in given:
        chosen(name, dict.fromkeys(names), "parameters")
    reading = Reading()
    for name, value in given.items():
        if value is None:
            continue
        where = f"parameters.{name}"
        read = flag_of(value, where) == "yes" if isinstance(getattr(reading, name), bool) else text_of(value, where)
        try:
            reading = replace(reading, **cast(dict[str, Any], {name: read}))
        except Refused as refused:
            raise Refused(f"“{where}”: {refused.message}", code=refused.code, field=where) from refused
    return reading, tuple(name for name in names if given.get(name) is None)


def _in_the_future(step: Taken, asked_at: datetime) -> Objection | None:
    is_ahead = step.at > asked_at if step.at and asked_at.time() != time.min else step.on > asked_at.date()
    if not is_ahead:
        return None
    return Objection("future", f"Bước ngày {format_date(step.on)} sau ngày đang hỏi ({format_date(asked_at.date())}).")


def _beginning(moment: date | datetime) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min, LOCAL)


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _written(moment: date | datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M") if isinstance(moment, datetime) else moment.isoformat()
