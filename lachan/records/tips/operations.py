"""Receiving a tip. Every later step is the engine's `take_step`."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.access.policy import require
from lachan.audit import operations as audit
from lachan.foundation.errors import Refused
from lachan.organisations.models import Area
from lachan.people.models import Person
from lachan.procedures.operations import next_code, take_step
from lachan.procedures.taking import Taking
from lachan.records.tips.models import Tip


@dataclass(frozen=True)
class TipEntry:
    """What the desk writes down. `informant_*` may be empty: an anonymous tip is a tip."""

    tip_kind: str
    channel: str
    received_at: datetime
    area: Area
    content: str
    purpose: str = ""
    is_remote: bool = False
    is_secret: bool = True
    informant_name: str = ""
    informant_phone: str = ""


@transaction.atomic
def receive_tip(entry: TipEntry, *, actor: Account, now: datetime, token: UUID | None = None) -> Tip:
    """Enter a tip and take its first step, in the actor's own unit.

    Who: the act `tip.receive`. Raises NotAllowed; Refused on an empty content or a moment in the future; audit.AlreadyDone for a
    form sent twice.
    """
    audit.claim(token)
    require(actor, "tip.receive")
    if not entry.content.strip():
        raise Refused(_("Ghi nội dung tin."), code="content-missing", field="content")
    if entry.received_at > now:
        raise Refused(_("Thời điểm tiếp nhận phải trước hoặc bằng hiện tại."), code="future", field="received_at")
    informant = None
    if entry.informant_name or entry.informant_phone:
        informant = Person.objects.create(full_name=entry.informant_name, phone=entry.informant_phone)
    day = entry.received_at.astimezone(now.tzinfo).date()
    tip = Tip.objects.create(
        kind="tip",
        code=next_code("TB", day.year),
        area=entry.area,
        opened_on=day,
        unit=actor.unit,
        holder=actor.unit,
        tip_kind=entry.tip_kind,
        channel=entry.channel,
        received_at=entry.received_at,
        is_remote=entry.is_remote,
        purpose=entry.purpose,
        content=entry.content.strip(),
        informant=informant,
        is_secret=entry.is_secret,
    )
    take_step(tip, "receive", Taking(day, entry.received_at), actor=actor, now=now, token=token)
    tip.refresh_from_db()
    return tip
