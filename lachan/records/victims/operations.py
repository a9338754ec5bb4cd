"""Receiving a person who may be a victim, opening their identity. Every later step is the engine's `take_step`."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.access.policy import require
from lachan.audit import operations as audit
from lachan.foundation.errors import NotAllowed, Refused
from lachan.organisations.models import Area
from lachan.people.operations import enter_person, reveal
from lachan.procedures.models import Record
from lachan.procedures.operations import next_code, take_step
from lachan.procedures.taking import Taking
from lachan.records.tips.models import Tip
from lachan.records.victims.models import Victim


@dataclass(frozen=True)
class VictimEntry:
    """What is written down at reception. A name may be missing; sex and birth year are what every form counts by."""

    route: str
    received_on: date
    area: Area
    sex: str
    full_name: str = ""
    birth_year: int | None = None
    nationality: str = "VN"
    ethnic_group: str = ""
    id_number: str = ""
    address: str = ""
    phone: str = ""
    safe_contact: str = ""
    purpose: str = ""
    trafficked_to: str = ""
    tip: Tip | None = None


@transaction.atomic
def receive_victim(entry: VictimEntry, *, actor: Account, now: datetime, token: UUID | None = None) -> Victim:
    """Open a file in the actor's own unit.

    Who: the act `victim.receive`. Raises NotAllowed (also for a tip that the actor may not see); Refused for a birth year that cannot be.
    """
    audit.claim(token)
    require(actor, "victim.receive")
    if entry.tip and not Record.objects.visible_to(actor).filter(pk=entry.tip.pk).exists():
        raise NotAllowed(_("Không tìm thấy nguồn tin."), code="not-visible")
    if entry.received_on > now.date():
        raise Refused(
            _("Ngày tiếp nhận phải trước hoặc bằng hôm nay (%(day)s).") % {"day": f"{now:%d/%m/%Y}"}, code="future", field="received_on"
        )
    person = enter_person(entry, born_by=entry.received_on.year, phone=entry.phone)
    victim = Victim.objects.create(
        kind="victim",
        code=next_code("NN", entry.received_on.year),
        area=entry.area,
        opened_on=entry.received_on,
        unit=actor.unit,
        holder=actor.unit,
        person=person,
        route=entry.route,
        purpose=entry.purpose,
        trafficked_to=entry.trafficked_to,
        from_tip=entry.tip,
        safe_contact=entry.safe_contact,
    )
    take_step(victim, "report", Taking(entry.received_on), actor=actor, now=now, token=token)
    victim.refresh_from_db()
    return victim


@transaction.atomic
def reveal_identity(victim: Victim, *, reason: str, actor: Account, now: datetime) -> dict[str, str]:
    """The opened identity and the safe way to reach the person, by field name; one entry in the journal.

    Who and what it raises: as `people.operations.reveal`.
    """
    opened = reveal(victim.person, record=victim, reason=reason, actor=actor, now=now)
    return opened if victim.safe_contact.is_empty else opened | {"safe_contact": victim.safe_contact.open()}
