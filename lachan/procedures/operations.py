"""Taking a step and withdrawing one: check, change, state facts, audit; one transaction."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.access.policy import require, units_for
from lachan.audit import operations as audit
from lachan.foundation.errors import Conflict, NotAllowed, Refused
from lachan.ledger import operations as ledger
from lachan.organisations.models import Unit
from lachan.procedures import registry
from lachan.procedures.checks import check_day, check_terms, checked_data
from lachan.procedures.course import VOID, is_possible
from lachan.procedures.model import Step as StepSpec
from lachan.procedures.models import Numbering, Record, Step, Withdrawal
from lachan.procedures.projection import effective_steps, procedure_of, project, statements
from lachan.procedures.taking import Taking


def next_code(prefix: str, year: int) -> str:
    """The next free code of a kind in a year ("TB-2024-0149"); numbers are never given twice, gaps may stay."""
    Numbering.objects.get_or_create(prefix=prefix, year=year)
    numbering = Numbering.objects.select_for_update().get(prefix=prefix, year=year)
    numbering.last += 1
    numbering.save(update_fields=["last"])
    return f"{prefix}-{year}-{numbering.last:04d}"


@transaction.atomic
def take_step(
    record: Record, code: str, taking: Taking, *, actor: Account, now: datetime, revision: int | None = None, token: UUID | None = None
) -> Step:
    """Append a step to a record.

    Who: an account with the act `<kind>.take` in a unit that takes part in the record and has a function that the declaration names.
    Raises NotAllowed; Conflict when `revision` is not the record's; Refused when the law or a field does not allow it;
    audit.AlreadyDone when the form with `token` was carried out before.
    """
    audit.claim(token)
    record = locked(record, revision=revision)
    steps = effective_steps(record)
    spec = possible_step(record, code, is_first=not steps)
    unit = acting_unit(record, spec, actor)
    check_day(taking, spec, previous=steps[-1] if steps else None, now=now)
    data = checked_data(record, spec, taking)
    check_terms(record, taking, code, data, steps=steps, unit=unit)
    step = Step.objects.create(
        record=record,
        code=code,
        on=taking.on,
        at=taking.at,
        unit=unit,
        taker=actor,
        decision_number=taking.decision_number.strip(),
        data=data,
        recorded_at=now,
    )
    _carry_through(record, now=now)
    for do in registry.kind_of(record.kind).after.get(code, []):
        do(step=step, actor=actor, now=now)
    details = {"on": taking.on.isoformat(), "decision": step.decision_number} | data
    audit.record(f"{record.kind}.{code}", record.as_subject(), actor=actor, at=now, details=details, token=token)
    return step


@transaction.atomic
def withdraw_step(
    step: Step, *, reason: str, actor: Account, now: datetime, revision: int | None = None, token: UUID | None = None
) -> None:
    """State that a step was wrong. It stays readable with the reason; its facts are taken back from today on.

    Who: the act `step.withdraw`, in a unit that took the step or is above it. Raises Refused when later steps rest on it.
    """
    audit.claim(token)
    require(actor, "step.withdraw")
    record = locked(step.record, revision=revision)
    if step.unit_id not in units_for(actor, "step.withdraw"):
        raise NotAllowed(_("Chỉ đơn vị đã thực hiện bước hoặc cấp trên được rút bước."), code="not-own-step")
    if not reason.strip():
        raise Refused(_("Ghi lý do rút bước."), code="reason-missing", field="reason")
    if hasattr(step, "withdrawal"):
        raise Conflict(_("Bước này đã được rút."), code="already-withdrawn")
    for ask in registry.kind_of(record.kind).before_withdrawal:
        ask(step=step)
    Withdrawal.objects.create(step=step, reason=reason.strip(), taker=actor, recorded_at=now)
    try:
        _carry_through(record, now=now)
    except Refused as refused:
        message = _("Có bước sau dựa trên bước này, rút bước sau trước. (%(why)s)") % {"why": refused.message}
        raise Refused(message, code="later-steps-rest-on-it") from refused
    audit.record(
        f"{record.kind}.withdraw", record.as_subject(), actor=actor, at=now, reason=reason.strip(), details={"step": step.code}, token=token
    )


@transaction.atomic
def restate(record: Record, *, now: datetime) -> None:
    """State the record's facts again after one of its own fields was corrected by an operation of its app."""
    ledger.state(record.uid, statements(locked(record)), at=now)


def locked(record: Record, *, revision: int | None = None) -> Record:
    """The record's head, locked until commit. Raises Conflict when somebody else changed it since `revision` was read."""
    head = Record.objects.select_for_update().get(pk=record.pk)
    if revision is not None and head.revision != revision:
        last = Step.objects.filter(record=head).order_by("-recorded_at", "-id").select_related("taker").first()
        who = last.taker.full_name if last else ""
        when = f"{last.recorded_at.astimezone():%H:%M %d/%m/%Y}" if last else ""
        message = _("%(who)s đã lưu hồ sơ này lúc %(when)s, sau khi đồng chí mở. Xem lại rồi ghi lại bước.") % {"who": who, "when": when}
        raise Conflict(message, code="record-changed")
    return head


def acting_units(record: Record, actor: Account, *, is_opening: bool = False) -> list[Unit]:
    """The units taking part in the record for which the actor takes steps, the actor's own first."""
    reach = units_for(actor, f"{record.kind}.take") | (units_for(actor, f"{record.kind}.receive") if is_opening else set())
    part = {record.unit_id} | set(record.participations.values_list("unit_id", flat=True))
    units = Unit.objects.filter(pk__in=reach & part).order_by("pk")
    return sorted(units, key=lambda unit: unit.pk != actor.unit_id)


def acting_unit(record: Record, spec: StepSpec, actor: Account) -> Unit:
    """The unit for which the actor takes the step: their own when it may, else one within their reach. Raises NotAllowed."""
    units = [unit for unit in acting_units(record, actor, is_opening=spec.is_opening) if may_take(spec, unit, record)]
    if not units:
        raise NotAllowed(_("Đơn vị của đồng chí không thực hiện bước “%(step)s”.") % {"step": spec.label}, code="not-this-unit")
    return units[0]


def may_take(spec: StepSpec, unit: Unit, record: Record) -> bool:
    """Does the declaration name the unit's function, at any level or at the unit's level ("police", "police:district")?

    For a step of the holder the record must lie with the unit.
    """
    if spec.by_holder and unit.pk != record.holder_id:
        return False
    return bool(spec.by & {unit.function, f"{unit.function}:{unit.level}"})


def possible_step(record: Record, code: str, *, is_first: bool = False) -> StepSpec:
    """The declaration of a step that the record's state allows now.

    `is_first`: no step stands yet. Raises NotAllowed for a step that this law does not know, Refused for one that is out of order.
    """
    procedure = procedure_of(record)
    try:
        spec = procedure.step(code)
    except KeyError as error:
        raise NotAllowed(_("Không có bước này trong quy trình."), code="unknown-step") from error
    if not is_possible(spec, "" if is_first else record.state):
        here = procedure.state(record.state).label if record.state and record.state != VOID else ""
        message = _("Bước “%(step)s” không thực hiện được khi hồ sơ ở trạng thái “%(state)s”.") % {"step": spec.label, "state": here}
        raise Refused(message, code="out-of-order")
    return spec


def _carry_through(record: Record, *, now: datetime) -> None:
    record.revision += 1
    project(record)
    ledger.state(record.uid, statements(record), at=now)
