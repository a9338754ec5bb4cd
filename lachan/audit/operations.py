"""Writing an entry, claiming a form's token, verifying the chain."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol
from uuid import UUID

from lachan.audit.models import Entry
from lachan.foundation.database import serialise

GENESIS = "0" * 64


class Actor(Protocol):
    """Whoever acts, as the journal needs to name them."""

    @property
    def audit_ref(self) -> str: ...
    @property
    def audit_label(self) -> str: ...
    @property
    def audit_unit_ref(self) -> str: ...
    @property
    def audit_unit_label(self) -> str: ...


@dataclass(frozen=True)
class SystemActor:
    """The software itself: loading data, checking, seeding the demo."""

    name: str = "Hệ thống"
    audit_ref: str = "system"
    audit_unit_ref: str = ""
    audit_unit_label: str = ""

    @property
    def audit_label(self) -> str:
        return self.name


@dataclass(frozen=True)
class Subject:
    """What was acted on: a kind, an opaque identifier, and a label that carries no identity (a record's code)."""

    kind: str
    uid: UUID | None
    label: str


class AlreadyDone(Exception):
    """The same form was sent before: `entry` is what it did. Nothing is done twice."""

    def __init__(self, entry: Entry):
        super().__init__(entry.act)
        self.entry = entry


def claim(token: UUID | None) -> None:
    """Make sure that the form with this token was not carried out yet; twins sent at once wait for each other here.

    Raises AlreadyDone. A missing token claims nothing (imports and commands have their own keys).
    """
    if token is None:
        return
    serialise(f"form:{token}")
    if done := Entry.objects.filter(token=token).first():
        raise AlreadyDone(done)


def record(
    act: str,
    subject: Subject,
    *,
    actor: Actor,
    at: datetime,
    reason: str = "",
    details: dict[str, Any] | None = None,
    token: UUID | None = None,
) -> Entry:
    """Append one entry to the chain. Must run in the transaction of the act."""
    serialise("audit")
    last = Entry.objects.order_by("-id").values_list("digest", flat=True).first() or GENESIS
    entry = Entry(
        at=at,
        act=act,
        actor_ref=actor.audit_ref,
        actor_label=actor.audit_label,
        unit_ref=actor.audit_unit_ref,
        unit_label=actor.audit_unit_label,
        subject_kind=subject.kind,
        subject_uid=subject.uid,
        subject_label=subject.label,
        reason=reason,
        details=details or {},
        token=token,
        previous=last,
    )
    entry.digest = digest_of(entry)
    entry.save(force_insert=True)
    return entry


def digest_of(entry: Entry) -> str:
    """SHA-256 over the entry's content and the digest of the one before it."""
    content = [
        entry.previous,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.act,
        entry.actor_ref,
        entry.actor_label,
        entry.unit_ref,
        entry.unit_label,
        entry.subject_kind,
        str(entry.subject_uid or ""),
        entry.subject_label,
        entry.reason,
        entry.details,
        str(entry.token or ""),
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def broken_links() -> list[int]:
    """Ids of entries whose digest or link does not hold; an empty list means that the chain is whole.

    Rows cut off at the very end leave no trace in the chain itself; that is seen only by comparing with a copy kept elsewhere.
    """
    broken, previous = [], GENESIS
    for entry in Entry.objects.order_by("id").iterator(chunk_size=2000):
        if entry.previous != previous or entry.digest != digest_of(entry):
            broken.append(entry.pk)
        previous = entry.digest
    return broken
