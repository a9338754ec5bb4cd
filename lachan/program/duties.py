"""Acts on what units owe under a plan."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.access.policy import require, units_for
from lachan.audit import operations as audit
from lachan.documents.models import Document
from lachan.foundation.errors import Conflict, NotAllowed, Refused
from lachan.foundation.numerals import format_date
from lachan.program.models import Duty, Plan
from lachan.program.querysets import committees_served_by


def may_fulfil(duty: Duty, actor: Account, *, on: date) -> bool:
    """An account of the owing unit (or of one above it that may), or of the committee's standing agency."""
    if not actor.may("duty.fulfil"):
        return False
    if duty.unit_id in units_for(actor, "duty.fulfil", on=on):
        return True
    return committees_served_by(actor, "duty.oversee", on=on).filter(pk=duty.demand.plan.committee_id).exists()


@transaction.atomic
def fulfil_duty(
    duty: Duty, *, on: date, note: str = "", actor: Account, now: datetime, token: UUID | None = None, document: Document | None = None
) -> Duty:
    """State that the unit sent what it owed on a day.

    Who: see `may_fulfil`. Raises NotAllowed; Conflict when it was sent already or the plan is no longer followed; Refused on a day in the
    future or before the plan was issued; audit.AlreadyDone for a form sent twice.
    """
    audit.claim(token)
    require(actor, "duty.fulfil")
    duty = Duty.objects.select_for_update(of=("self",)).select_related("demand__plan__document", "unit").get(pk=duty.pk)
    if not may_fulfil(duty, actor, on=now.date()):
        raise NotAllowed(_("Chỉ đơn vị phải gửi hoặc cơ quan thường trực được ghi đã gửi."), code="not-own-duty")
    plan = duty.demand.plan
    if duty.status != Duty.Status.OWED or plan.status != Plan.Status.CONFIRMED:
        raise Conflict(_("Mục này không còn chờ gửi. Tải lại trang để xem."), code="duty-not-owed")
    if on > now.date():
        raise Refused(_("Ngày gửi phải trước hoặc bằng hôm nay (%(day)s).") % {"day": format_date(now.date())}, code="future", field="on")
    issued_on = plan.document.issued_on
    if issued_on and on < issued_on and not duty.is_before_issue:
        raise Refused(
            _("Ngày gửi đứng trước ngày ban hành kế hoạch (%(day)s).") % {"day": format_date(issued_on)}, code="too-early", field="on"
        )
    duty.status, duty.fulfilled_on, duty.fulfilled_by = Duty.Status.SENT, on, actor
    duty.note, duty.document = note.strip()[:2000], document
    duty.save(update_fields=["status", "fulfilled_on", "fulfilled_by", "note", "document"])
    details = {"unit": duty.unit.code, "due_on": duty.due_on.isoformat(), "on": on.isoformat()}
    audit.record("duty.fulfil", plan.as_subject(), actor=actor, at=now, details=details, token=token)
    return duty


@transaction.atomic
def reopen_duty(duty: Duty, *, reason: str, actor: Account, now: datetime, token: UUID | None = None) -> Duty:
    """Send a duty back to its unit: it is owed again, the reason stands at it.

    Who: the act `duty.oversee` for the committee. Raises NotAllowed; Refused without a reason; Conflict when it was not sent.
    """
    audit.claim(token)
    duty = Duty.objects.select_for_update(of=("self",)).select_related("demand__plan__document", "unit").get(pk=duty.pk)
    plan = duty.demand.plan
    if not committees_served_by(actor, "duty.oversee", on=now.date()).filter(pk=plan.committee_id).exists():
        raise NotAllowed(_("Chỉ cơ quan thường trực được trả lại."), code="not-overseer")
    if duty.status != Duty.Status.SENT:
        raise Conflict(_("Đơn vị chưa gửi mục này."), code="duty-not-sent")
    if not reason.strip():
        raise Refused(_("Ghi lý do trả lại."), code="reason-missing", field="note")
    duty.status, duty.fulfilled_on, duty.fulfilled_by, duty.document = Duty.Status.OWED, None, None, None
    duty.note = _("Trả lại ngày %(day)s: %(reason)s") % {"day": format_date(now.date()), "reason": reason.strip()[:1900]}
    duty.save(update_fields=["status", "fulfilled_on", "fulfilled_by", "note", "document"])
    details = {"unit": duty.unit.code, "due_on": duty.due_on.isoformat()}
    audit.record("duty.return", plan.as_subject(), actor=actor, at=now, reason=reason.strip(), details=details, token=token)
    return duty
