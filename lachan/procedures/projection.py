"""From the steps in the database to everything that follows from them: course, state, holder, participants, clocks, facts."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from lachan.foundation.errors import Refused
from lachan.ledger.statements import Statement
from lachan.organisations.models import Unit
from lachan.procedures import registry
from lachan.procedures.course import Clock, OutOfOrder, Taken, clocks_of, state_after
from lachan.procedures.model import FactSpec, Procedure, fits
from lachan.procedures.models import Participation, Record, RunningClock, Step


def procedure_of(record: Record) -> Procedure:
    """The law that the record follows: the version in force on the day it was opened."""
    return registry.kind_of(record.kind).procedure_on(record.opened_on)


def effective_steps(record: Record) -> list[Step]:
    """Steps that stand, in their order: those that were not withdrawn."""
    return list(record.steps.filter(withdrawal=None).select_related("unit", "taker").order_by("on", "id"))


def taken(steps: list[Step]) -> list[Taken]:
    return [Taken(step.code, step.on, timezone.localtime(step.at) if step.at else None, step.data) for step in steps]


def details_of(record: Record) -> Record:
    """The record as its own kind (tip, case, victim), whose table has the fields that the kind's questions read."""
    return getattr(record, record.kind, record) if type(record) is Record else record


def checked_state(record: Record, steps: list[Step]) -> str:
    """The state that the steps lead to. Raises Refused in words when one does not follow from those before it."""
    procedure = procedure_of(record)
    try:
        return state_after(procedure, taken(steps))
    except OutOfOrder as error:
        if not error.state:
            message = _("Bước “%(step)s” không thể là bước đầu tiên của hồ sơ.") % {"step": error.step.label}
        else:
            here = procedure.state(error.state).label
            message = _("Bước “%(step)s” không thực hiện được khi hồ sơ ở trạng thái “%(state)s”.") % {
                "step": error.step.label,
                "state": here,
            }
        raise Refused(message, code="out-of-order") from error


def clocks(record: Record) -> list[Clock]:
    """The legal clocks of the record after its effective steps."""
    kind = registry.kind_of(record.kind)
    return clocks_of(procedure_of(record), taken(effective_steps(record)), kind.course_facts(details_of(record)))


def end_of_day(moment: date | datetime) -> datetime:
    """24:00 of a day; a moment stays what it is."""
    if isinstance(moment, datetime):
        return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
    return timezone.make_aware(datetime.combine(moment + timedelta(days=1), time.min))


def start_of_day(moment: date | datetime) -> datetime:
    if isinstance(moment, datetime):
        return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
    return timezone.make_aware(datetime.combine(moment, time.min))


def project(record: Record) -> None:
    """Rewrite what is derived: state, holder, participants, clocks. Raises Refused when the steps do not follow from each other."""
    steps = effective_steps(record)
    record.state = checked_state(record, steps)
    since = participants(record, steps)
    record.holder = holder(record, steps)
    record.save(update_fields=["state", "holder", "revision"])
    Participation.objects.filter(record=record).delete()
    Participation.objects.bulk_create(Participation(record=record, unit_id=unit, since=day) for unit, day in since.items())
    RunningClock.objects.filter(record=record).delete()
    RunningClock.objects.bulk_create(clock_rows(record))


def clock_rows(record: Record) -> list[RunningClock]:
    """The rows of the record's clocks as its steps make them, not saved."""
    return [
        RunningClock(
            record=record,
            code=clock.limit.code,
            due_at=end_of_day(clock.end.legal_end),
            safe_day=clock.end.safe_day,
            started_on=clock.started.date() if isinstance(clock.started, datetime) else clock.started,
            ended_at=start_of_day(clock.ended) if clock.ended else None,
            is_stopped=clock.is_stopped,
        )
        for clock in clocks(record)
        if not clock.limit.is_right
    ]


def participants(record: Record, steps: list[Step]) -> dict[int, date]:
    """Unit keys and the day since which each takes part: the opener, whoever took a step, whoever was handed or involved."""
    procedure = procedure_of(record)
    since: dict[int, date] = {record.unit_id: record.opened_on}
    for step in steps:
        since.setdefault(step.unit_id, step.on)
        spec = procedure.step(step.code)
        for code in (spec.hands_over, spec.involves):
            if code and step.data.get(code):
                since.setdefault(int(step.data[code]), step.on)
    return since


def holder(record: Record, steps: list[Step]) -> Unit:
    """The unit that has to act: the one that the record was last handed to, at first the one that opened it."""
    procedure = procedure_of(record)
    handed = record.unit_id
    for step in steps:
        spec = procedure.step(step.code)
        if spec.takes_over:
            handed = step.unit_id
        elif spec.hands_over and step.data.get(spec.hands_over):
            handed = int(step.data[spec.hands_over])
    return Unit.objects.get(pk=handed)


def statements(record: Record) -> list[Statement]:
    """Every fact that is true of the record after its effective steps, as the declaration says it."""
    kind = registry.kind_of(record.kind)
    procedure, own = procedure_of(record), details_of(record)
    steps = effective_steps(record)
    shared, parties = kind.dimensions(own), kind.party_dimensions(own)
    once: dict[tuple[str, str], Statement] = {}
    every: list[Statement] = []
    for step in steps:
        for spec in procedure.step(step.code).facts:
            if not fits(spec.when, step.data):
                continue
            party = step.data.get(spec.subject, "") if spec.subject else ""
            fact = _statement(record, spec, step, steps, party, shared | parties.get(party, {}))
            if spec.repeats:
                every.append(fact)
            else:
                once.setdefault((spec.kind, party), fact)
    return every + list(once.values())


def _statement(record: Record, spec: FactSpec, step: Step, steps: list[Step], party: str, shared: dict[str, str]) -> Statement:
    dated_by = next((each for each in steps if each.code == spec.dated_by), step) if spec.dated_by else step
    own = {code: step.data[code] for code in spec.dimensions if step.data.get(code)}
    subject = type(record.uid)(party) if party else record.uid
    return Statement(spec.kind, subject, step.unit.code, record.area.path, dated_by.on, shared | own)
