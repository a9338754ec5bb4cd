"""Opening what is sealed: with a reason, for one record, in the journal."""

from datetime import datetime
from typing import Protocol

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


class Described(Protocol):
    """What an entry says of a person, whatever else it says."""

    @property
    def full_name(self) -> str: ...
    @property
    def id_number(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def sex(self) -> str: ...
    @property
    def birth_year(self) -> int | None: ...
    @property
    def nationality(self) -> str: ...
    @property
    def ethnic_group(self) -> str: ...


def enter_person(entry: Described, *, born_by: int, phone: str = "") -> Person:
    """A new person as an entry describes them. Raises Refused for a birth year before 1900 or after `born_by`.

    Part of the act that opens or fills a record: the right to it and the journal are that act's.
    """
    if entry.birth_year and not 1900 <= entry.birth_year <= born_by:
        raise Refused(_("Năm sinh phải từ 1900 đến %(year)d.") % {"year": born_by}, code="birth-year", field="birth_year")
    return Person.objects.create(
        full_name=entry.full_name,
        id_number=entry.id_number,
        address=entry.address,
        phone=phone,
        sex=entry.sex,
        birth_year=entry.birth_year,
        nationality=entry.nationality,
        ethnic_group=entry.ethnic_group,
    )


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
