"""Receiving a tip, reading what it says. Every later step is the engine's `take_step`."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.access.policy import require
from lachan.audit import operations as audit
from lachan.foundation.errors import NotAllowed, Refused
from lachan.organisations.models import Area
from lachan.people.models import Person
from lachan.people.operations import REASONS
from lachan.procedures.models import Record
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


@transaction.atomic
def read_content(tip: Tip, *, reason: str, actor: Account, now: datetime) -> dict[str, str]:
    """The opened content, by field name; empty when there is none.

    Who: the act `tip.view`, for a tip that the actor may see. The journal keeps the code and the reason, not the content. Raises
    NotAllowed, or Refused when the reason is none of the reasons for opening what is sealed.
    """
    require(actor, "tip.view")
    if not Record.objects.visible_to(actor).filter(pk=tip.pk).exists():
        raise NotAllowed(_("Không tìm thấy hồ sơ."), code="not-visible")
    if reason not in dict(REASONS):
        raise Refused(_("Chọn lý do xem nội dung."), code="reason-missing", field="reason")
    audit.record("tip.read_content", tip.as_subject(), actor=actor, at=now, reason=str(dict(REASONS)[reason]))
    return {} if tip.content.is_empty else {"content": tip.content.open()}
