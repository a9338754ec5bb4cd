"""Putting a document into the register, entering what was read of it, linking it. Each runs in the transaction of the act it is part of."""

import hashlib
from dataclasses import dataclass, fields
from datetime import date, datetime

from lachan.access.models import Account
from lachan.documents.models import Document, DocumentLink
from lachan.documents.reading import ReadText
from lachan.foundation.text import nfc
from lachan.organisations.models import Unit


@dataclass(frozen=True, kw_only=True)
class DocumentEntry:
    """What the register says of a document; empty where the document does not say. `period_end` is the last day."""

    kind: str = "Kế hoạch"
    number: str = ""
    title: str = ""
    issuing_body: str = ""
    issuer: Unit | None = None
    place: str = ""
    issued_on: date | None = None
    signer_name: str = ""
    signer_title: str = ""
    period_start: date | None = None
    period_end: date | None = None


@dataclass(frozen=True)
class Citation:
    """A document named in another: `relation` is one of DocumentLink.Relation."""

    relation: str
    number: str = ""
    issued_on: date | None = None
    title: str = ""
    line: int | None = None


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file, by which the register knows it again."""
    return hashlib.sha256(data).hexdigest()


def register_document(entry: DocumentEntry, read: ReadText, *, data: bytes, name: str, actor: Account, now: datetime) -> Document:
    """Enter a document that was just read; it counts as unchecked until somebody has gone through it."""
    document = Document(
        file_name=_file_name(name),
        file_format=read.format,
        file_size=len(data),
        sha256=digest_of(data),
        content=data,
        text=read.text,
        reading_notes=list(read.notes),
        registered_at=now,
        registered_by=actor,
    )
    _fill(document, entry)
    document.save()
    return document


def check_document(document: Document, entry: DocumentEntry) -> None:
    """Write what a person has gone through; from now on the document is in force."""
    document.status = Document.Status.IN_FORCE
    document.save(update_fields=[*_fill(document, entry), "status"])


def replace_document(old: Document, new: Document) -> DocumentLink:
    """State that `new` takes the place of `old`."""
    old.status = Document.Status.REPLACED
    old.save(update_fields=["status"])
    return DocumentLink.objects.create(
        from_document=new,
        to_document=old,
        relation=DocumentLink.Relation.REPLACES,
        number=old.number,
        issued_on=old.issued_on,
        title=old.title,
    )


def link_document(document: Document, citation: Citation) -> DocumentLink:
    """Note that `document` names another one; found again in the register by number and day, both of which must be given."""
    known = None
    if citation.number and citation.issued_on:
        known = Document.objects.filter(number=citation.number, issued_on=citation.issued_on).exclude(pk=document.pk).first()
    return DocumentLink.objects.create(
        from_document=document,
        to_document=known,
        relation=citation.relation,
        number=citation.number[:60],
        issued_on=citation.issued_on,
        title=citation.title,
        line=citation.line,
    )


def _fill(document: Document, entry: DocumentEntry) -> list[str]:
    """Set the fields of `entry`, cut to what the register's columns hold. Returns their names."""
    names = [field.name for field in fields(entry)]
    for name in names:
        value = getattr(entry, name)
        limit = getattr(Document._meta.get_field(name), "max_length", None)
        setattr(document, name, value[:limit] if isinstance(value, str) and limit else value)
    return names


def _file_name(name: str) -> str:
    """The name without the folders that some browsers send along, kept to 200 characters with its ending."""
    plain = " ".join(nfc(name).replace("\\", "/").rpartition("/")[2].split()) or "van-ban"
    return plain if len(plain) <= 200 else f"{plain[:150]}…{plain[-40:]}"
