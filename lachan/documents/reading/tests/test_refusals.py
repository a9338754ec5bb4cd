import zipfile
import zlib
from io import BytesIO

import pytest

from lachan.documents.reading import archive, read, read_file, read_file_apart
from lachan.documents.reading.limits import MAX_FILE_BYTES, MAX_MEMBERS, MEGABYTE
from lachan.documents.reading.refusals import MESSAGES
from lachan.foundation.errors import Refused

from .samples import PLAN, pdf_of, text_lines, with_parts, word_of, zip_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
MACRO_TYPES = CONTENT_TYPES.replace(
    "/>", '><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)
ENCRYPTED = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{'00' * 32}>>>/ID[<00><00>]"


def code_of(data: bytes, name: str = "tep") -> str:
    with pytest.raises(Refused) as refused:
        read_file(data, name)
    assert refused.value.message.strip()
    return refused.value.code


def test_every_message_says_what_to_do_in_a_second_sentence():
    for message in MESSAGES.values():
        assert len([part for part in message.split(". ") if part.strip()]) >= 2, message


def test_an_empty_file_is_refused():
    assert code_of(b"") == "tep-rong"


@pytest.mark.parametrize(
    ("size", "said"), [(50 * MEGABYTE, "Tệp 50 MB vượt mức 25 MB."), (MAX_FILE_BYTES + 1, "Tệp 25,1 MB vượt mức 25 MB.")]
)
def test_a_file_beyond_the_limit_is_refused_with_both_sizes(size, said):
    with pytest.raises(Refused, match=said) as refused:
        read_file(bytes(size), "lon.pdf")
    assert refused.value.code == "tep-qua-lon"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "co-mat-khau"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc-cu"),
        (OLE + "Workbook".encode("utf-16-le"), "dang-khac"),
        (OLE, "dang-khac"),
        (b"{\\rtf1\\ansi K\\'e1}", "dang-khac"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n<html></html>", "dang-khac"),
        (b'<?xml version="1.0"?><plan>x</plan>', "dang-khac"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "tep-anh"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "tep-anh"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "tep-anh"),
        (b"\0\0\0\x18ftypheic" + bytes(50), "tep-anh"),
        (b"Rar!\x1a\x07\0", "tep-nen"),
        (b"\x1f\x8b\x08" + bytes(20), "tep-nen"),
        (b"MZ\x90\0", "dang-khac"),
        (zip_of({"ke-hoach.txt": PLAN}), "tep-nen"),
        (zip_of({"[Content_Types].xml": CONTENT_TYPES, "xl/workbook.xml": "<a/>"}), "dang-khac"),
        (zip_of({"[Content_Types].xml": CONTENT_TYPES, "ppt/presentation.xml": "<a/>"}), "dang-khac"),
        (zip_of({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "dang-khac"),
        (zip_of({"[Content_Types].xml": CONTENT_TYPES}), "tep-hong"),
        (zip_of({}), "tep-nen"),
        (b"PK\x03\x04" + bytes(100), "tep-hong"),
        (b"%PDF-1.7\n" + bytes(range(1, 200)), "tep-hong"),
        (word_of("")[:-300], "tep-hong"),
    ],
)
def test_what_is_no_readable_document_is_refused_by_name(data, code):
    assert code_of(data) == code


@pytest.mark.parametrize("parts", [{"word/vbaProject.bin": b"x"}, {"[Content_Types].xml": MACRO_TYPES}])
def test_a_word_file_with_macros_is_refused_even_under_an_innocent_name(parts):
    assert code_of(with_parts(word_of("Kế hoạch"), parts), "ke-hoach.docx") == "co-macro"


def test_a_name_that_contradicts_the_content_gives_a_note_and_no_refusal():
    read = read_file(word_of("Kế hoạch"), "ke-hoach.pdf")
    assert (read.format, read.text) == ("docx", "Kế hoạch\n")
    assert read.notes == ("Tên tệp ghi .pdf nhưng nội dung là docx: đã đọc theo nội dung.",)
    assert read_file(word_of("Kế hoạch"), "KE-HOACH.DOCX").notes == ()


def test_too_many_members_are_refused():
    assert code_of(zip_of({f"{number}": b"" for number in range(MAX_MEMBERS + 1)})) == "bom-nen"


def test_a_part_that_unpacks_without_end_is_refused(monkeypatch):
    data = with_parts(word_of("x"), {"word/document.xml": b" " * 3_000_000})
    monkeypatch.setattr(archive, "RATIO_COUNTS_FROM_BYTES", 1_000_000)
    assert code_of(data) == "bom-nen"


def test_sizes_are_counted_while_unpacking_and_not_believed_from_the_directory(monkeypatch):
    data = bytearray(with_parts(word_of("x"), {"word/document.xml": b" " * 3_000_000}))
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    assert zipfile.ZipFile(BytesIO(bytes(data))).getinfo("word/document.xml").file_size == 100
    monkeypatch.setattr(archive, "MAX_PART_BYTES", 1_000_000)
    assert code_of(bytes(data)) in ("bom-nen", "tep-hong")


def test_members_that_share_bytes_are_refused():
    data = bytearray(zip_of({"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": "<a/>"}))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = (0).to_bytes(4, "little")
    assert code_of(bytes(data)) == "tep-hong"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE d [<!ENTITY a "b">]>',
        '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_inside_a_word_file_is_refused(declaration, encoding):
    source = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}<d>&a;</d>'.encode(encoding)
    assert code_of(with_parts(word_of("x"), {"word/document.xml": source})) == "xml-la"


def test_a_pdf_of_pictures_is_refused_as_a_scan():
    assert code_of(pdf_of([])) == "ban-scan"


def test_a_pdf_with_a_password_is_refused():
    assert code_of(pdf_of(text_lines(["x"]), trailer=ENCRYPTED)) == "co-mat-khau"


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr("lachan.documents.reading.page_drawing.MAX_PAGES", 2)
    assert code_of(pdf_of(*[text_lines(["x"])] * 3)) == "qua-nhieu-trang"


def test_an_error_of_a_parser_never_comes_out(monkeypatch):
    def fails(*_):
        raise RecursionError

    monkeypatch.setattr(read, "read_word", fails)
    assert code_of(word_of("x")) == "tep-hong"


def test_a_process_of_its_own_reads_the_same():
    data = PLAN.encode()
    assert read_file_apart(data, "ke-hoach.txt") == read_file(data, "ke-hoach.txt")


def test_a_process_of_its_own_refuses_with_the_same_code():
    with pytest.raises(Refused) as refused:
        read_file_apart(b"{\\rtf1}", "--help")
    assert refused.value.code == "dang-khac"


def unpacking_to(content: bytes, times: int) -> bytes:
    """A pdf whose page is drawn by `content`, `times` over, packed."""
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(content) for _ in range(times)) + packer.flush()
    head, tail = pdf_of(text_lines(["x"])).split(b"stream\n", 1)
    length = b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    return head[: head.rindex(b"<<")] + length + packed + tail[tail.index(b"\nendstream") :]


def test_a_pdf_that_unpacks_without_end_ends_its_process_and_not_ours():
    letters = b"BT /F1 12 Tf (" + b"x" * 10_000 + b") Tj ET\n"
    with pytest.raises(Refused) as refused:
        read_file_apart(unpacking_to(letters, 1_000), "bom.pdf", memory_bytes=500 * MEGABYTE)
    assert refused.value.code == "qua-nang"


def test_a_pdf_that_unpacks_to_nothing_is_read_without_keeping_it_in_memory():
    with pytest.raises(Refused) as refused:
        read_file_apart(unpacking_to(bytes(MEGABYTE), 600), "bom.pdf", memory_bytes=500 * MEGABYTE)
    assert refused.value.code == "ban-scan"


def test_a_file_that_takes_too_long_is_refused():
    with pytest.raises(Refused) as refused:
        read_file_apart(PLAN.encode(), "ke-hoach.txt", seconds=0)
    assert refused.value.code == "qua-nang"
