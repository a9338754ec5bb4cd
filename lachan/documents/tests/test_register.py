"""The register of documents: what is kept of a file, and how documents find each other."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from lachan.documents.models import Document, DocumentLink
from lachan.documents.operations import Citation, DocumentEntry, check_document, link_document, register_document, replace_document
from lachan.documents.queries import documents_numbered, documents_of_file, file_of, links_of, text_of
from lachan.documents.reading import ReadText

NOW = datetime(2024, 3, 25, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
ENTRY = DocumentEntry(number="38/KH-BCĐ", issued_on=date(2024, 3, 1), issuing_body="Ban Chỉ đạo tỉnh", title="Kế hoạch của tỉnh")


@pytest.fixture
def enter(place):
    def enter(entry=ENTRY, data=b"x", name="ke-hoach.txt"):
        return register_document(entry, ReadText("Nội dung", "txt", ("ghi chú",)), data=data, name=name, actor=place.binh, now=NOW)

    return enter


def test_a_document_is_unchecked_until_somebody_went_through_it(enter):
    document = enter()
    assert document.status == Document.Status.UNCHECKED
    check_document(document, DocumentEntry(number="39/KH-BCĐ", signer_name="Nguyễn Ví Mẫu"))
    document.refresh_from_db()
    assert (document.status, document.number, document.signer_name, document.title) == ("in_force", "39/KH-BCĐ", "Nguyễn Ví Mẫu", "")


def test_the_file_and_its_text_are_kept_and_loaded_only_when_asked_for(enter):
    pk = enter(data=b"\x00\xff").pk
    document = Document.objects.get(pk=pk)
    assert document.get_deferred_fields() == {"content", "text"}
    assert (file_of(document), text_of(document), document.reading_notes) == (b"\x00\xff", "Nội dung", ["ghi chú"])


def test_a_file_name_loses_its_folders_and_keeps_its_ending(enter):
    assert enter(name="C:\\Users\\an\\Kế hoạch.docx").file_name == "Kế hoạch.docx"
    long = enter(name="a" * 300 + ".docx").file_name
    assert len(long) <= 200
    assert long.endswith(".docx")


def test_a_cited_document_is_found_when_number_and_day_agree(enter):
    cited, citing = enter(), enter(DocumentEntry(number="04/KH-BCĐ"))
    link_document(citing, Citation(DocumentLink.Relation.CARRIES_OUT, "38/KH-BCĐ", date(2024, 3, 1)))
    link_document(citing, Citation(DocumentLink.Relation.BASED_ON, "38/KH-BCĐ", date(2023, 3, 1), "năm khác"))
    link_document(citing, Citation(DocumentLink.Relation.BASED_ON, title="Luật Phòng, chống mua bán người"))
    assert [link.to_document for link in links_of(citing)] == [cited, None, None]


def test_the_register_knows_a_file_and_a_number_again(enter):
    document = enter(data=b"abc")
    assert list(documents_of_file(document.sha256)) == [document]
    assert list(documents_numbered("38/KH-BCĐ", issued_on=date(2024, 3, 1), issuing_body="Ban Chỉ đạo tỉnh")) == [document]
    assert not documents_numbered("", issued_on=None, issuing_body="").exists()


def test_a_replaced_document_says_so_and_is_linked(enter):
    old, new = enter(), enter(DocumentEntry(number="05/KH-BCĐ"))
    replace_document(old, new)
    assert (old.status, links_of(new).get().to_document) == ("replaced", old)
