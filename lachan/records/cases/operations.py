"""Opening a case, adding an accused, linking victims. Every later step is the engine's `take_step`."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.access.policy import require
from lachan.audit import operations as audit
from lachan.foundation.errors import NotAllowed, Refused
from lachan.people.operations import enter_person
from lachan.procedures.course import VOID
from lachan.procedures.models import Record, Step
from lachan.procedures.operations import acting_unit, locked, next_code, take_step
from lachan.procedures.projection import procedure_of
from lachan.procedures.taking import Taking
from lachan.records.cases.models import Accused, Case
from lachan.records.tips.models import Tip
from lachan.records.victims.models import Victim


def open_case_of_tip(*, step: Step, actor: Account, now: datetime) -> None:
    """A tip's decision to prosecute opens its case, in the same transaction, with the same day and decision number."""
    tip = Tip.objects.get(pk=step.record_id)
    case = Case.objects.create(
        kind="case",
        code=next_code("VA", step.on.year),
        area=tip.area,
        opened_on=step.on,
        unit=step.unit,
        holder=step.unit,
        offence=step.data["offence"],
        purpose=tip.purpose,
    )
    case.tips.add(tip)
    case.victims.set(Victim.objects.filter(from_tip=tip))
    take_step(case, "open", Taking(step.on, step.at, step.decision_number), actor=actor, now=now)


def refuse_while_case_stands(*, step: Step) -> None:
    """A tip's decision to prosecute cannot be withdrawn while the case that it opened stands."""
    if step.code != "decide_prosecute":
        return
    standing = Case.objects.filter(tips__pk=step.record_id).exclude(state=VOID).first()
    if standing:
        message = _("Quyết định này đã mở vụ án %(code)s; rút bước khởi tố của vụ án trước.") % {"code": standing.code}
        raise Refused(message, code="case-stands")


@dataclass(frozen=True)
class AccusedEntry:
    """Who is to be charged. The name may be unknown at first."""

    sex: str
    full_name: str = ""
    birth_year: int | None = None
    nationality: str = "VN"
    ethnic_group: str = ""
    id_number: str = ""
    address: str = ""


@transaction.atomic
def add_accused(
    case: Case, entry: AccusedEntry, *, actor: Account, now: datetime, revision: int | None = None, token: UUID | None = None
) -> Accused:
    """Add a person to the case; the charge itself is the step `charge`.

    Who: whoever may take the step `charge` in this case. Raises NotAllowed, Conflict, Refused for an impossible birth year.
    """
    audit.claim(token)
    head = locked(case, revision=revision)
    acting_unit(head, procedure_of(head).step("charge"), actor)
    person = enter_person(entry, born_by=case.opened_on.year)
    accused = Accused.objects.create(case=case, person=person, ordinal=case.accused.count() + 1)
    audit.record("case.add_accused", case.as_subject(), actor=actor, at=now, details={"accused": str(accused.uid)}, token=token)
    return accused


@transaction.atomic
def link_victim(case: Case, victim: Victim, *, actor: Account, now: datetime, token: UUID | None = None) -> None:
    """Note that a victim's file belongs to the case. Who: the act `case.take`, for a case and a victim that the actor may see.

    Raises NotAllowed; audit.AlreadyDone for a form sent twice.
    """
    audit.claim(token)
    require(actor, "case.take")
    visible = Record.objects.visible_to(actor).filter(pk__in=[case.pk, victim.pk]).count()
    if visible != 2:
        raise NotAllowed(_("Không tìm thấy hồ sơ."), code="not-visible")
    case.victims.add(victim)
    audit.record("case.link_victim", case.as_subject(), actor=actor, at=now, details={"victim": victim.code}, token=token)
