"""What follows from the steps taken: the state, what may come next, and where each clock stands. Pure: no database, no present."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from lachan.foundation.sources import Source
from lachan.foundation.terms import LOCAL, Reading, TermEnd, end_of
from lachan.procedures.model import Facts, Limit, Procedure, Step, Variant, fits

VOID = "void"


@dataclass(frozen=True)
class Taken:
    """A step as taken: the day, the hour where it is known, what its fields held."""

    code: str
    on: date
    at: datetime | None = None
    data: Facts = field(default_factory=dict)

    @property
    def moment(self) -> datetime | date:
        return self.at or self.on


class OutOfOrder(Exception):
    """A step that the state before it does not allow: `index` in the course, `step`, and the `state` it met."""

    def __init__(self, index: int, step: Step, state: str):
        super().__init__(f"{step.code} in state {state or 'none'}")
        self.index, self.step, self.state = index, step, state


@dataclass(frozen=True)
class Clock:
    """One legal clock as it stands after the steps taken.

    `legal_end` is a date for terms in days and months and a moment for terms in hours; `safe_day` the last working day not after the
    unmoved end; `ended` when a step met it; `is_stopped` while the law lets it rest.
    """

    limit: Limit
    started: datetime | date
    end: TermEnd
    ended: datetime | date | None = None
    is_stopped: bool = False

    @property
    def source(self) -> Source:
        return self.limit.source

    def status(self, now: datetime) -> str:
        """open, met, overdue, met_late or stopped, seen at `now`."""
        if self.ended is not None:
            return "met_late" if _is_after(self.ended, self.end.legal_end) else "met"
        if self.is_stopped:
            return "stopped"
        if self.limit.is_right and _is_after(now, self.end.legal_end):
            return "met"
        return "overdue" if _is_after(now, self.end.legal_end) else "open"


def _is_after(moment: datetime | date, end: datetime | date) -> bool:
    """Days last until 24:00, hours until the minute; a day compared with an hour counts by its beginning."""
    if not isinstance(end, datetime):
        return (moment.date() if isinstance(moment, datetime) else moment) > end
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time.min, end.tzinfo)
    return moment > end


def state_after(procedure: Procedure, taken: Sequence[Taken]) -> str:
    """The state that the steps lead to; VOID for none. Raises OutOfOrder at the first step that was not possible."""
    state = ""
    for index, each in enumerate(taken):
        step = procedure.step(each.code)
        if not is_possible(step, state):
            raise OutOfOrder(index, step, state)
        state = step.to or state
    return state or VOID


def is_possible(step: Step, state: str) -> bool:
    return step.is_opening if not state else state in step.states


def possible_steps(procedure: Procedure, state: str) -> list[Step]:
    """Steps that the law allows in a state, in the order of the declaration."""
    return [step for step in procedure.steps if is_possible(step, "" if state == VOID else state)]


def clocks_of(procedure: Procedure, taken: Sequence[Taken], facts: Facts, reading: Reading | None = None) -> list[Clock]:
    """Every clock that the course has started, in the order of the declaration.

    `facts` are what conditions ask for (who received, severity ...). `reading` settles what the law leaves open.
    """
    reading = reading or Reading()
    clocks = (_clock(limit, taken, facts, reading) for limit in procedure.limits if fits(limit.applies, facts))
    return [clock for clock in clocks if clock]


def _clock(limit: Limit, taken: Sequence[Taken], facts: Facts, reading: Reading) -> Clock | None:
    clock: Clock | None = None
    for step in taken:
        if step.code in limit.starts:
            clock = _begin(limit, limit.variants, step.moment, facts, reading) or clock
        elif clock is None or clock.ended is not None:
            continue
        elif step.code in limit.ends:
            clock = Clock(limit, clock.started, clock.end, ended=step.moment)
        elif step.code in limit.stops:
            clock = Clock(limit, clock.started, clock.end, is_stopped=True)
        elif step.code in limit.resumes and clock.is_stopped:
            resumed = _begin(limit, limit.resumed_variants, step.moment, facts, reading)
            clock = Clock(limit, clock.started, resumed.end if resumed else clock.end)
        else:
            clock = _extended(limit, clock, step, facts, reading)
    return clock


def _begin(limit: Limit, variants: Sequence[Variant], moment: datetime | date, facts: Facts, reading: Reading) -> Clock | None:
    variant = next((each for each in variants if fits(each.when, facts)), None)
    if variant is None:
        return None
    if variant.term.hours is not None and not isinstance(moment, datetime):
        moment = datetime.combine(moment, time.min, LOCAL)  # the hour is unknown: a careful desk counts from the day's beginning
    return Clock(limit, moment, end_of(variant.term, moment, reading))


def _extended(limit: Limit, clock: Clock, step: Taken, facts: Facts, reading: Reading) -> Clock:
    extension = next((each for each in limit.extensions if each.step == step.code), None)
    variant = next((each for each in extension.variants if fits(each.when, facts)), None) if extension else None
    if extension is None or variant is None:
        return clock
    origin = clock.started if extension.counts_from == "start" else clock.end.unmoved_end
    end = end_of(variant.term, origin, reading)
    return Clock(limit, clock.started, end, is_stopped=clock.is_stopped)
