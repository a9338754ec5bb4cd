"""A record as its page shows it: where it stands, what is to be done next and by whom. Every word comes from the declaration."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.foundation.sources import Source
from lachan.foundation.terms import COUNTING_SOURCE
from lachan.interface import deadlines
from lachan.interface.elements import Action, Event, Phase
from lachan.procedures import registry
from lachan.procedures.course import VOID, Clock, clocks_of, possible_steps
from lachan.procedures.model import Procedure, State
from lachan.procedures.model import Step as StepSpec
from lachan.procedures.models import Record, Step
from lachan.procedures.operations import acting_units, may_take
from lachan.procedures.projection import details_of, procedure_of, taken
from lachan.procedures.queries import steps_of
from lachan.procedures.steps_shown import StepRow, Words, events, phases, step_rows
from lachan.procedures.terms_shown import ClockRow, TermBar, by_due, clock_row, end_of_clock, moment_text, term_bar

VOID_STATE = State(VOID, "Đã rút mọi bước", 0)
MOST_BUTTONS = 3


@dataclass(frozen=True, kw_only=True)
class NextAction:
    """The card at the head of the page: the deadline it serves, and at most one primary button."""

    title: str
    level: str = ""
    due: str = ""
    detail: str = ""
    source: Source | None = None
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecordPage:
    """Everything that the scaffold `procedures/record.html` prints."""

    record: Record
    kind: registry.Kind
    procedure: Procedure
    state: State
    next: NextAction | None
    others: tuple[Action, ...]
    bar: TermBar | None
    clocks: tuple[ClockRow, ...]
    rows: tuple[StepRow, ...]
    events: tuple[Event, ...]
    phases: tuple[Phase, ...]
    effective: tuple[Step, ...] = field(repr=False)
    words: Words = field(repr=False)

    @property
    def code(self) -> str:
        return self.record.code

    @property
    def stage(self) -> int:
        """Counted from 1; beyond the last one when all is over."""
        return stage_number(self.procedure, self.state)


def record_page(record: Record, *, actor: Account, now: datetime) -> RecordPage:
    """The page of a record (of its own kind: Tip, Victim, Case) as one account may use it."""
    kind, procedure = registry.kind_of(record.kind), procedure_of(record)
    steps = steps_of(record)
    effective = [step for step in steps if not hasattr(step, "withdrawal")]
    course, facts = taken(effective), kind.course_facts(details_of(record))
    clocks = clocks_of(procedure, course, facts)
    running = by_due(clocks)
    state = state_of(procedure, record.state)
    possible = possible_steps(procedure, record.state)
    mine = steps_open_to(record, possible, actor)
    words = Words(record, procedure, steps)
    return RecordPage(
        record=record,
        kind=kind,
        procedure=procedure,
        state=state,
        next=None if state.is_final else _Choice(record, procedure, state, effective, mine, running, now).card(),
        others=tuple(_action(record, spec) for spec in mine),
        bar=None if state.is_final else term_bar(procedure, course, facts, clocks, now=now),
        clocks=tuple(clock_row(clock, now=now) for clock in clocks),
        rows=tuple(
            step_rows(record, procedure, state, steps, possible=possible, mine=mine, running=running, words=words, actor=actor, now=now)
        ),
        events=tuple(events(steps, [] if state.is_final else running, words, now=now)),
        phases=tuple(phases(procedure, state, effective, clocks, now=now)),
        effective=tuple(effective),
        words=words,
    )


def page_context(record: Record, *, actor: Account, now: datetime, list_url: str) -> dict[str, Any]:
    """What the scaffold `procedures/record.html` needs; a kind's own page adds to it. `list_url`: name of the address of its list."""
    page = record_page(record, actor=actor, now=now)
    return {"page": page, "now": now, "title": page.kind.title(record), "list_url": list_url, "counting_source": COUNTING_SOURCE}


def state_of(procedure: Procedure, code: str) -> State:
    return VOID_STATE if code in {VOID, ""} else procedure.state(code)


def stage_number(procedure: Procedure, state: State) -> int:
    """The stage counted from 1; one more than there are when all is over."""
    return len(procedure.stages) + 1 if state.is_final else state.stage + 1


def steps_open_to(record: Record, possible: Sequence[StepSpec], actor: Account) -> list[StepSpec]:
    """Those of the possible steps that the actor may take now, in the order of the declaration."""
    units = {is_opening: acting_units(record, actor, is_opening=is_opening) for is_opening in {spec.is_opening for spec in possible}}
    return [spec for spec in possible if any(may_take(spec, unit, record) for unit in units[spec.is_opening])]


def _action(record: Record, spec: StepSpec, kind: str = "") -> Action:
    return Action(label=spec.label, url=reverse("procedures:step", args=[record.code, spec.code]), kind=kind)


@dataclass(frozen=True)
class _Choice:
    """What the next action is. A step that alone can meet a running clock comes first, the most urgent clock before the others; then the
    one step into the next stage. Where the law leaves a choice between steps, none of them is made the primary button."""

    record: Record
    procedure: Procedure
    state: State
    effective: Sequence[Step]
    mine: Sequence[StepSpec]
    running: Sequence[Clock]
    now: datetime

    def card(self) -> NextAction | None:
        counting = [clock for clock in self.running if not clock.is_stopped]
        nearest = counting[0] if counting else None
        duties = [(clock, spec) for clock in counting if len(clock.limit.ends) == 1 for spec in self.mine if spec.code in clock.limit.ends]
        if duties:
            clock, spec = duties[0]
            return self._card(spec.label, clock, [spec, *(other for _clock, other in duties[1:])], is_choice=False)
        steps = self._forward()
        if steps:
            codes = {spec.code for spec in steps}
            served = next((clock for clock in counting if clock.limit.ends & codes), nearest)
            title = steps[0].label if len(steps) == 1 else self.procedure.stages[self._stage_after(steps[0])]
            return self._card(title, served, steps, is_choice=len(steps) > 1)
        if self.mine:
            return self._card(_("Bước tiếp theo"), nearest, self._choices(nearest), is_choice=True)
        return self._card(_("Chờ %(unit)s") % {"unit": self.record.holder.name}, nearest, [], is_choice=True)

    def _forward(self) -> list[StepSpec]:
        """The steps into the nearest later stage; a step that ends the whole procedure only when nothing else can be done."""
        done = {step.code for step in self.effective}
        later = [spec for spec in self.mine if spec.to and spec.code not in done and self._stage_after(spec) > self.state.stage]
        if len(self.mine) > 1:
            later = [spec for spec in later if not self.procedure.state(spec.to).is_final]
        nearest = min((self._stage_after(spec) for spec in later), default=0)
        return [spec for spec in later if self._stage_after(spec) == nearest]

    def _choices(self, clock: Clock | None) -> list[StepSpec]:
        """The steps not taken yet that end nothing, those that meet the clock first; every step when there is no such one."""
        done = {step.code for step in self.effective}
        fresh = [spec for spec in self.mine if spec.code not in done and not (spec.to and self.procedure.state(spec.to).is_final)]
        fresh.sort(key=lambda spec: not (clock and spec.code in clock.limit.ends))
        return fresh or list(self.mine)

    def _stage_after(self, spec: StepSpec) -> int:
        return self.procedure.state(spec.to).stage

    def _card(self, title: str, clock: Clock | None, steps: Sequence[StepSpec], *, is_choice: bool) -> NextAction:
        shown = list({spec.code: spec for spec in steps}.values())[:MOST_BUTTONS]
        if not is_choice:  # the primary button stands last, where the eye ends
            shown = [*shown[1:], shown[0]]
        actions = tuple(_action(self.record, spec, "" if is_choice or spec is not shown[-1] else "pri") for spec in shown)
        if clock is None:
            return NextAction(title=title, actions=actions)
        end = end_of_clock(clock, self.now)
        detail = _("%(term)s: hạn %(day)s") % {"term": clock.limit.label, "day": moment_text(clock.end.legal_end)}
        return NextAction(
            title=title,
            level=deadlines.level_of(end, self.now),
            due=deadlines.text_of(end, self.now),
            detail=detail
            if end == clock.end.legal_end
            else _("%(detail)s, nên xong %(day)s") % {"detail": detail, "day": moment_text(end)},
            source=clock.source,
            actions=actions,
        )
