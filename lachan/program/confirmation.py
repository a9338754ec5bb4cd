"""The draft becomes the programme: targets, tasks with their agencies, demands, and a duty for every unit and day."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.audit import operations as audit
from lachan.documents.models import DocumentLink
from lachan.documents.operations import Citation, DocumentEntry, check_document, link_document, replace_document
from lachan.foundation.errors import Refused
from lachan.foundation.periods import Period
from lachan.organisations.models import Unit
from lachan.program.assignees import Assignee, Whom
from lachan.program.drafting import day_of
from lachan.program.models import Demand, DraftItem, Duty, Plan, Target, Task, TaskRole
from lachan.program.operations import locked_draft
from lachan.program.recurrences import Occurrence, occurrences

Kind, State = DraftItem.Kind, DraftItem.State
DUTY_OF = {Demand.Kind.OWN_PLAN: Duty.Kind.PLAN, Demand.Kind.REPORT: Duty.Kind.REPORT}


def open_doubts(plan: Plan) -> int:
    """How many items in doubt nobody has decided on yet."""
    return sum(item.is_doubtful for item in plan.items.filter(state=State.OPEN))


@transaction.atomic
def confirm_plan(plan: Plan, *, actor: Account, now: datetime, token: UUID | None = None) -> Plan:
    """Put what was gone through into the programme; items without a doubt that nobody touched are accepted with it.

    Who: the act `program.confirm` for the committee. Raises NotAllowed; Conflict when it was confirmed before; Refused while items in doubt
    are open or the paper's day or period is not known; audit.AlreadyDone for a form sent twice.
    A confirmed plan of the same committee, number and day gives way to this one: what its units have sent already counts here too.
    """
    audit.claim(token)
    plan = locked_draft(plan, actor, "program.confirm", now)
    if left := open_doubts(plan):
        raise Refused(
            _("Còn %(left)d mục cần xem lại. Duyệt, sửa hoặc bỏ từng mục trước khi đưa vào theo dõi.") % {"left": left}, code="doubts-open"
        )
    plan.items.filter(state=State.OPEN).update(state=State.ACCEPTED)
    kept = [item for item in plan.items.prefetch_related("corrections") if item.is_kept]
    issued_on, span = _enter_document(plan, [item for item in kept if item.kind == Kind.FIELD])
    plan.period_start, plan.period_end = span.start, span.last_day
    plan.status, plan.confirmed_at, plan.confirmed_by = Plan.Status.CONFIRMED, now, actor
    plan.supersedes = _earlier(plan)
    plan.save()
    whom = Whom(plan.committee, issued_on)
    Target.objects.bulk_create(_target(plan, item) for item in kept if item.kind in {Kind.TARGET, Kind.OBJECTIVE})
    for item in kept:
        if item.kind == Kind.TASK:
            _create_task(plan, item, whom)
    made = sum(_create_demand(plan, item, whom, issued_on, span) for item in kept if item.kind == Kind.DEADLINE)
    if plan.supersedes:
        _supersede(plan.supersedes, plan)
    audit.record("program.confirm", plan.as_subject(), actor=actor, at=now, details={"items": len(kept), "duties": made}, token=token)
    return plan


def _enter_document(plan: Plan, fields: list[DraftItem]) -> tuple[date, Period]:
    """Write the checked fields to the register. Returns the plan's day and the days that it covers."""
    said = {item.current["field"]: item.current["value"] for item in fields if "value" in item.current}
    issued_on = day_of(said.get("date"))
    period = said.get("period") or {}
    start, end = day_of(period.get("start")), day_of(period.get("end"))
    if issued_on is None:
        raise Refused(_("Chưa có ngày ban hành. Sửa mục “Ngày ban hành” theo bản giấy."), code="issued-on-missing")
    if start is None or end is None:
        raise Refused(_("Chưa có kỳ thực hiện. Sửa mục “Kỳ thực hiện” theo bản giấy."), code="period-missing")
    signer = said.get("signer") or {}
    check_document(
        plan.document,
        DocumentEntry(
            kind=said.get("type") or "Kế hoạch",
            number=said.get("number") or "",
            title=said.get("title") or "",
            issuing_body=said.get("issuing_body") or "",
            issuer=plan.committee,
            place=said.get("place") or "",
            issued_on=issued_on,
            signer_name=signer.get("name") or "",
            signer_title=signer.get("title") or "",
            period_start=start,
            period_end=end,
        ),
    )
    for item in fields:
        if item.current["field"] == "based_on":
            link_document(plan.document, _citation(item))
    return issued_on, Period(start, end + timedelta(days=1))


def _citation(item: DraftItem) -> Citation:
    said = item.current
    relation = DocumentLink.Relation.CARRIES_OUT if (said["title"] or "").lower().startswith("kế hoạch") else DocumentLink.Relation.BASED_ON
    return Citation(relation, said["number"] or "", day_of(said["date"]), said["title"] or "", item.line)


def _place(item: DraftItem) -> dict[str, Any]:
    return {"ordinal": item.ordinal, "line": item.line, "start": item.start, "end": item.end, "text": item.text}


def _target(plan: Plan, item: DraftItem) -> Target:
    said = item.current
    if item.kind == Kind.OBJECTIVE:
        return Target(plan=plan, indicator=item.text, op=Target.Op.QUALITATIVE, section=said.get("section") or "", **_place(item))
    return Target(
        plan=plan,
        indicator=said["indicator"],
        op=said["op"],
        op_strict=said["op_strict"] or "",
        value=_decimal(said["value"]),
        value_to=_decimal(said["value_to"]),
        unit=said["unit"] or "",
        per=said["per"] or "",
        due=said["due"] or "",
        section=said["section"] or "",
        indicator_code=said["indicator_code"],
        **_place(item),
    )


def _decimal(value: float | int | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _create_task(plan: Plan, item: DraftItem, whom: Whom) -> None:
    said = item.current
    resolve = whom.for_item(said)
    first, last = _due_days(said["due"])
    place = _place(item) | {"text": said["text"]}
    task = Task.objects.create(plan=plan, section=said["section"] or "", kind=said["kind"] or "", starts_on=first, due_on=last, **place)
    named = [(role, name) for role in ("lead", "coordinating", "requested") for name in said[role]]
    named += [(TaskRole.Role.OTHER, name) for name, _role in said["others"]]
    TaskRole.objects.bulk_create(_role(task, role, resolve(name)) for role, name in named)


def _role(task: Task, role: str, assignee: Assignee) -> TaskRole:
    return TaskRole(task=task, role=role, written=assignee.written[:400], unit=assignee.unit, is_group=assignee.is_group)


def _due_days(due: str | None) -> tuple[date | None, date | None]:
    """ "2024-07-01/2024-09-30", "2024-03-28" or "2024" → first and last day."""
    first, _separator, last = (due or "").partition("/")
    if len(first) == 4 and first.isdigit():
        return None, date(int(first), 12, 31)
    return (day_of(first), day_of(last)) if last else (None, day_of(first))


def _create_demand(plan: Plan, item: DraftItem, whom: Whom, issued_on: date, span: Period) -> int:
    """The demand and, for own plans and reports, a duty for each unit and day. Returns how many duties."""
    said = item.current
    demand = Demand.objects.create(
        plan=plan,
        kind=said["demand"],
        section=said["section"] or "",
        what=said["what"] or "",
        from_whom=said["from_whom"],
        to=said["to"] or "",
        via=said["via"] or "",
        starts_on=day_of(said["start_date"]),
        due_on=day_of(said["before"] or said["date"] or said["end_date"]),
        is_before=said["is_before"],
        recurrence=said["recurrence"],
        **_place(item),
    )
    kind = DUTY_OF.get(Demand.Kind(demand.kind))
    if kind is None:
        return 0
    resolve = whom.for_item(said)
    units = {unit.pk: unit for name in demand.from_whom for unit in resolve(name).units if unit.pk != plan.committee_id}
    duties = [_duty(demand, kind, unit, each, issued_on) for each in due_days(demand, span) for unit in units.values()]
    Duty.objects.bulk_create(duties)
    return len(duties)


def due_days(demand: Demand, span: Period) -> Iterator[Occurrence]:
    """The days on which a demand falls due in the plan's period, each with what it is about."""
    if demand.recurrence:
        yield from occurrences(demand.recurrence, span)
    elif demand.due_on:
        label = _("Kế hoạch năm %(year)d") % {"year": span.last_day.year} if demand.kind == Demand.Kind.OWN_PLAN else ""
        yield Occurrence(demand.due_on, label, None)


def _duty(demand: Demand, kind: str, unit: Unit, each: Occurrence, issued_on: date) -> Duty:
    return Duty(
        demand=demand,
        unit=unit,
        kind=kind,
        period_label=each.label,
        period_start=each.period.start if each.period else None,
        period_end=each.period.last_day if each.period else None,
        due_on=each.due_on,
        is_before_issue=each.due_on < issued_on,
    )


def _earlier(plan: Plan) -> Plan | None:
    same = Plan.objects.filter(committee=plan.committee, status=Plan.Status.CONFIRMED, document__issued_on=plan.document.issued_on)
    return same.filter(document__number=plan.document.number).exclude(pk=plan.pk).first() if plan.document.number else None


def _supersede(old: Plan, new: Plan) -> None:
    old.status = Plan.Status.SUPERSEDED
    old.save(update_fields=["status"])
    replace_document(old.document, new.document)
    sent = {(duty.unit_id, duty.kind, duty.due_on): duty for duty in Duty.objects.filter(demand__plan=old, status=Duty.Status.SENT)}
    Duty.objects.filter(demand__plan=old, status=Duty.Status.OWED).update(status=Duty.Status.REPLACED)
    for duty in Duty.objects.filter(demand__plan=new):
        before = sent.get((duty.unit_id, duty.kind, duty.due_on))
        if before is not None:
            duty.status, duty.fulfilled_on, duty.fulfilled_by = Duty.Status.SENT, before.fulfilled_on, before.fulfilled_by
            duty.note, duty.document = before.note, before.document
            duty.save()
