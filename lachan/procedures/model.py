"""What can be declared. Frozen values without behaviour beyond looking themselves up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from lachan.foundation.sources import Source
from lachan.foundation.terms import Term

FieldKind = Literal["text", "choice", "number", "date", "yes_no", "unit", "party"]
Facts = Mapping[str, str]


@dataclass(frozen=True)
class Field:
    """One thing that a step asks for. Values are kept as short strings (codes, ISO dates); identities never go here.

    `functions` limits a unit field to units with one of these functions, perhaps at one level ("police:district"); `party` fields hold
    the uid of a party of the record.
    """

    code: str
    label: str
    kind: FieldKind = "text"
    is_required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    functions: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class FactSpec:
    """A fact that becomes true when the step is taken.

    `dated_by`: code of the step whose day dates the fact (the step's own day when empty): the cohort reading, "of the tips received
    in the period, those classified". `subject`: field that holds the party the fact is about (the record itself when empty).
    `dimensions`: fields of the step that become dimensions. `repeats`: each taking counts; otherwise only the first one does,
    so that a figure once published does not wander.
    `when`: values that fields of the step must have.
    """

    kind: str
    dated_by: str = ""
    subject: str = ""
    dimensions: tuple[str, ...] = ()
    repeats: bool = False
    when: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """One act of a procedure: from which states, by units of which function, under which article.

    `to` is the state after it (unchanged when empty), `paths` where it leads from particular states instead. `tolerated`: states in which
    the law does not forbid it, although the usual order, which records keep to, does not come there; "" when it may begin a course.
    `by_exception`: units whom the law lets take it in cases of its own, who are offered no button. `once`: a second taking is refused.
    `waits_for`: code of a limit that must have run out before. `takes_over`: the unit that takes the step has to act from then on.
    `by_holder`: only the unit that has the record may take it, though `by` names several bodies for its several stages.
    `hands_over` and `involves` name a unit field: the unit gets the record to act on, or joins those who may see it. `needs_decision`: a
    decision with a number is issued. `is_opening`: the head begins with it.
    """

    code: str
    label: str
    done: str
    source: Source
    by: frozenset[str]
    states: frozenset[str] = frozenset()
    to: str = ""
    fields: tuple[Field, ...] = ()
    facts: tuple[FactSpec, ...] = ()
    hands_over: str = ""
    involves: str = ""
    needs_decision: bool = False
    is_opening: bool = False
    note: str = ""
    paths: Facts = field(default_factory=dict)
    tolerated: frozenset[str] = frozenset()
    by_exception: frozenset[str] = frozenset()
    once: bool = False
    waits_for: str = ""
    takes_over: bool = False
    by_holder: bool = False

    def field(self, code: str) -> Field:
        return next(each for each in self.fields if each.code == code)


@dataclass(frozen=True)
class Variant:
    """A term that holds under conditions; the first that fits is taken. `source` where it is another one than the limit's.

    Conditions look at the course's facts (severity ...) and at the step that sets the term off: `step` is its code, `from` the state that
    it met, `after.<code>` is "yes" when that step was taken before, `given.<field>` what a field of the step holds.
    """

    term: Term
    when: Facts = field(default_factory=dict)
    source: Source | None = None


@dataclass(frozen=True, kw_only=True)
class Extension:
    """A step that prolongs a limit: one row for each time that the law allows it, in their order.

    `variants` hold the longest term allowed. `counts_from`: the start of the clock, the end that it had, or as the reading of Điều 147
    says. `latest_days_before`: how many days before the expiry it must be asked for. `by`: the functions of unit that may grant it (any
    when empty). `follows`: a step that must have prolonged the clock before. `runs`: only clocks begun by these steps (any when empty).
    `after_resumption`: whether the row is for clocks that were resumed, or for those that were not.
    """

    step: str
    variants: tuple[Variant, ...]
    counts_from: Literal["start", "end", "reading"] = "end"
    latest_days_before: int = 0
    by: frozenset[str] = frozenset()
    follows: str = ""
    runs: frozenset[str] = frozenset()
    after_resumption: bool = False
    source: Source | None = None


@dataclass(frozen=True)
class Limit:
    """A legal clock: started and ended by steps, perhaps stopped and resumed by others.

    `resumed_variants`: the term that runs from a resumption; without one the clock just goes on to the end that it had.
    `applies`: conditions without which there is no such clock. `is_right`: what lapses at the end is somebody's right (to appeal), so
    nobody is ever late and the end itself meets it.
    """

    code: str
    label: str
    source: Source
    starts: frozenset[str]
    ends: frozenset[str]
    variants: tuple[Variant, ...]
    extensions: tuple[Extension, ...] = ()
    stops: frozenset[str] = frozenset()
    resumes: frozenset[str] = frozenset()
    resumed_variants: tuple[Variant, ...] = ()
    applies: Facts = field(default_factory=dict)
    is_right: bool = False
    note: str = ""


EXTENSION_FIELDS = (
    Field("asked_on", "Ngày đề nghị", "date", hint="Để trống nếu đề nghị trong cùng ngày."),
    Field("months", "Kéo dài mấy tháng", "number", hint="Để trống cả hai mục tháng, ngày nếu kéo dài hết mức luật cho phép."),
    Field("days", "Kéo dài mấy ngày", "number"),
)
"""What every step that prolongs a limit asks for."""


@dataclass(frozen=True)
class State:
    """Where a record stands: a label for people and the stage (0-based) of the track that it belongs to."""

    code: str
    label: str
    stage: int
    is_final: bool = False


@dataclass(frozen=True)
class Procedure:
    """One version of the law on one kind of record, in force from a day to a day (the last not included)."""

    kind: str
    label: str
    law: str
    valid_from: date
    valid_to: date | None
    stages: tuple[str, ...]
    states: tuple[State, ...]
    steps: tuple[Step, ...]
    limits: tuple[Limit, ...]

    def step(self, code: str) -> Step:
        """Raises KeyError for a step that this version of the law does not know."""
        for step in self.steps:
            if step.code == code:
                return step
        raise KeyError(code)

    def limit(self, code: str) -> Limit:
        """Raises KeyError for a limit that this version of the law does not know."""
        for limit in self.limits:
            if limit.code == code:
                return limit
        raise KeyError(code)

    def state(self, code: str) -> State:
        """Raises KeyError for an unknown state."""
        for state in self.states:
            if state.code == code:
                return state
        raise KeyError(code)

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


def fits(when: Facts, facts: Facts) -> bool:
    """Do the facts have every value asked for? A condition may name several values, parted by `|`."""
    return all(facts.get(key, "") in value.split("|") for key, value in when.items())
