"""Questions to the register of documents."""

from datetime import date

from django.db.models import QuerySet

from lachan.documents.models import Document, DocumentLink


def documents_of_file(sha256: str) -> QuerySet[Document]:
    """Documents whose file had exactly these bytes, newest first."""
    return Document.objects.filter(sha256=sha256).order_by("-id")


def documents_numbered(number: str, *, issued_on: date | None, issuing_body: str) -> QuerySet[Document]:
    """Documents with the same number, day and issuing body; none when the number is not known."""
    if not number:
        return Document.objects.none()
    return Document.objects.filter(number=number, issued_on=issued_on, issuing_body=issuing_body).order_by("-id")


def links_of(document: Document) -> QuerySet[DocumentLink]:
    """What the document names, in the order in which it does."""
    return document.links.select_related("to_document").defer("to_document__content", "to_document__text")


def file_of(document: Document) -> bytes:
    """The bytes as they were handed in."""
    return bytes(Document.objects.values_list("content", flat=True).get(pk=document.pk))


def text_of(document: Document) -> str:
    return Document.objects.values_list("text", flat=True).get(pk=document.pk)
