"""Opening what is sealed: with a reason, for one record, in the journal."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from lachan.access.models import Account
from lachan.access.policy import require
from lachan.audit import operations as audit
from lachan.foundation.errors import NotAllowed, Refused
from lachan.people.models import Person
from lachan.procedures.models import Record

REASONS = (
    ("handling", _("Thụ lý, giải quyết hồ sơ")),
    ("support", _("Liên hệ để bảo vệ, hỗ trợ")),
    ("proceedings", _("Theo yêu cầu của cơ quan tiến hành tố tụng")),
)
SEALED = ("full_name", "id_number", "address", "phone")


@transaction.atomic
def reveal(person: Person, *, record: Record, reason: str, actor: Account, now: datetime) -> dict[str, str]:
    """The opened identity fields of a person, by field name; empty ones left out.

    Who: the act `people.reveal`, for a record that the actor may see. The journal keeps the record's code and the reason, not the
    identity. Raises NotAllowed, or Refused when the reason is none of REASONS.
    """
    require(actor, "people.reveal")
    if not Record.objects.visible_to(actor).filter(pk=record.pk).exists():
        raise NotAllowed(_("Không tìm thấy hồ sơ."), code="not-visible")
    if reason not in dict(REASONS):
        raise Refused(_("Chọn lý do xem danh tính."), code="reason-missing", field="reason")
    opened = {name: getattr(person, name).open() for name in SEALED if not getattr(person, name).is_empty}
    audit.record(
        "people.reveal", record.as_subject(), actor=actor, at=now, reason=str(dict(REASONS)[reason]), details={"person": str(person.uid)}
    )
    return opened
