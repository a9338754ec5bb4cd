"""What follows from the steps taken: the state, what may come next, and where each clock stands. Pure: no database, no present."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from lachan.foundation.sources import Source
from lachan.foundation.terms import DEFAULT_READING, LOCAL, Reading, Term, TermEnd, continued, end_of
from lachan.procedures.model import Extension, Facts, Limit, Procedure, Step, Variant, fits

VOID = "void"


@dataclass(frozen=True)
class Taken:
    """A step as taken: the day, the hour where it is known, what its fields held.

    `data` of a step that prolongs a limit may hold `days` or `months`, and `asked_on`, the day on which it was asked for. `by` are the
    functions of the unit that took it ("police", "police:province"), empty when nobody asks.
    """

    code: str
    on: date
    at: datetime | None = None
    data: Facts = field(default_factory=dict)
    by: frozenset[str] = frozenset()

    @property
    def moment(self) -> datetime | date:
        return self.at or self.on

    @property
    def asked_on(self) -> date:
        """The day on which a prolongation was asked for: the step's own day when nothing else is known."""
        return date.fromisoformat(self.data["asked_on"]) if self.data.get("asked_on") else self.on

    @property
    def term(self) -> Term | None:
        """The length that a prolongation was given; None for as long as the law allows. Raises Refused for a length of nothing."""
        if self.data.get("days"):
            return Term(days=int(self.data["days"]))
        return Term(months=int(self.data["months"])) if self.data.get("months") else None


class OutOfOrder(Exception):
    """A step that the state before it does not allow: `index` in the course, `step`, and the `state` it met."""

    def __init__(self, index: int, step: Step, state: str):
        super().__init__(f"{step.code} in state {state or 'none'}")
        self.index, self.step, self.state = index, step, state


@dataclass(frozen=True, kw_only=True)
class Clock:
    """One legal clock as it stands after the steps taken.

    `legal_end` is a date for terms in days and months and a moment for terms in hours; `safe_day` the last working day not after the
    unmoved end; `ended` when a step met it; `is_stopped` while the law lets it rest. `begun_by` is the step that started it, `runs_from`
    its start or the last resumption, `prolonged_by` the extensions since then, `counts` the proof of each term in their order.
    """

    limit: Limit
    started: datetime | date
    end: TermEnd
    source: Source
    begun_by: str
    runs_from: datetime | date
    counts: tuple[str, ...]
    prolonged_by: tuple[str, ...] = ()
    ended: datetime | date | None = None
    is_stopped: bool = False
    is_resumed: bool = False

    def status(self, now: datetime) -> str:
        """open, met, overdue, met_late or stopped, seen at `now`."""
        if self.ended is not None:
            return "met_late" if is_after(self.ended, self.end.legal_end) else "met"
        if self.is_stopped:
            return "stopped"
        if self.limit.is_right and is_after(now, self.end.legal_end):
            return "met"
        return "overdue" if is_after(now, self.end.legal_end) else "open"


def is_after(moment: datetime | date, end: datetime | date) -> bool:
    """Days last until 24:00, hours until the minute; a day compared with an hour counts by its beginning."""
    if not isinstance(end, datetime):
        return (moment.date() if isinstance(moment, datetime) else moment) > end
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time.min, end.tzinfo)
    return moment > end


def state_after(procedure: Procedure, taken: Sequence[Taken], *, is_tolerant: bool = False) -> str:
    """The state that the steps lead to; VOID for none. Raises OutOfOrder at the first step that was not possible."""
    state = ""
    for index, each in enumerate(taken):
        step = procedure.step(each.code)
        if not is_possible(step, state, is_tolerant=is_tolerant):
            raise OutOfOrder(index, step, state)
        state = leads_to(step, state)
    return state or VOID


def is_possible(step: Step, state: str, *, is_tolerant: bool = False) -> bool:
    """Does the step follow in the usual order; with `is_tolerant`, does the law at least not forbid it? `state` is "" before any step."""
    if is_tolerant and state in step.tolerated:
        return True
    return state in step.states if state else step.is_opening


def leads_to(step: Step, state: str) -> str:
    """The state after a step taken in a state."""
    return step.paths.get(state, step.to) or state


def possible_steps(procedure: Procedure, state: str) -> list[Step]:
    """Steps that follow in the usual order, in the order of the declaration."""
    if state in {VOID, ""}:
        return [step for step in procedure.steps if step.is_opening]
    return [step for step in procedure.steps if state in step.states]


def clocks_of(procedure: Procedure, taken: Sequence[Taken], facts: Facts, reading: Reading = DEFAULT_READING) -> list[Clock]:
    """Every clock that the course has started, in the order of the declaration; of one that started anew, the last run.

    `facts` are what conditions ask for (who received, severity ...). `reading` settles what the law leaves open. The course is taken as
    it is: whether each of its steps was allowed is asked in `objections`.
    """
    met = conditions(procedure, taken, facts)
    clocks = (_clock(limit, taken, met, reading) for limit in procedure.limits if fits(limit.applies, facts))
    return [clock for clock in clocks if clock]


def conditions(procedure: Procedure, taken: Sequence[Taken], facts: Facts) -> list[Facts]:
    """What conditions may look at when each step is taken: the facts, the step, the state that it met, the steps before it."""
    state, before, met = "", dict[str, str](), list[Facts]()
    for each in taken:
        given = {f"given.{code}": value for code, value in each.data.items()}
        met.append({**facts, **before, **given, "step": each.code, "from": state})
        before[f"after.{each.code}"] = "yes"
        state = leads_to(procedure.step(each.code), state)
    return met


def next_extension(clock: Clock, code: str, known: Facts) -> tuple[Extension, Variant] | None:
    """The row of the law under which a step would prolong a clock, with its longest term; None when the law has no (more) such row."""
    rows = [
        (row, variant)
        for row in clock.limit.extensions
        if row.step == code and row.after_resumption == clock.is_resumed and (not row.runs or clock.begun_by in row.runs)
        if (variant := next((each for each in row.variants if fits(each.when, known)), None))
    ]
    used = clock.prolonged_by.count(code)
    return rows[used] if used < len(rows) else None


def prolonged_end(clock: Clock, row: Extension, term: Term, reading: Reading) -> TermEnd:
    """Where a clock ends that a row of the law prolongs by a term."""
    from_start = row.counts_from == "start" or (row.counts_from == "reading" and reading.extension_counts_from == "receipt")
    return end_of(term, clock.runs_from, reading) if from_start else continued(term, clock.end.unmoved_end, reading)


def _clock(limit: Limit, taken: Sequence[Taken], met: Sequence[Facts], reading: Reading) -> Clock | None:
    clock: Clock | None = None
    for step, known in zip(taken, met, strict=True):
        if step.code in limit.starts:
            clock = _begin(limit, limit.variants, step, known, reading) or clock
        elif clock is None or clock.ended is not None:
            continue
        elif step.code in limit.ends:
            clock = replace(clock, ended=step.moment, is_stopped=False)
        elif step.code in limit.stops:
            clock = replace(clock, is_stopped=True)
        elif step.code in limit.resumes and clock.is_stopped:
            clock = _resumed(clock, step, known, reading)
        else:
            clock = _prolonged(clock, step, known, reading)
    return clock


def _begin(limit: Limit, variants: Sequence[Variant], step: Taken, known: Facts, reading: Reading) -> Clock | None:
    variant = next((each for each in variants if fits(each.when, known)), None)
    if variant is None:
        return None
    moment = step.moment
    if variant.term.hours is not None and not isinstance(moment, datetime):
        moment = datetime.combine(moment, time.min, LOCAL)  # the hour is unknown: a careful desk counts from the day's beginning
    end = end_of(variant.term, moment, reading)
    source = variant.source or limit.source
    return Clock(limit=limit, started=moment, end=end, source=source, begun_by=step.code, runs_from=moment, counts=(end.proof,))


def _resumed(clock: Clock, step: Taken, known: Facts, reading: Reading) -> Clock:
    again = _begin(clock.limit, clock.limit.resumed_variants, step, known, reading)
    if again is None:
        return replace(clock, is_stopped=False)
    counts = (*clock.counts, *again.counts)
    return replace(again, started=clock.started, begun_by=clock.begun_by, counts=counts, is_resumed=True)


def _prolonged(clock: Clock, step: Taken, known: Facts, reading: Reading) -> Clock:
    found = next_extension(clock, step.code, known)
    if found is None:
        return clock
    row, variant = found
    end = prolonged_end(clock, row, step.term or variant.term, reading)
    return replace(
        clock,
        end=end,
        source=variant.source or row.source or clock.source,
        counts=(*clock.counts, end.proof),
        prolonged_by=(*clock.prolonged_by, step.code),
    )
