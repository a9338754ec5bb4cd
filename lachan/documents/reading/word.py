"""Word files (.docx): what the archive holds, then body, then footnotes. Pictures, headers, footers and comments are not read."""

from posixpath import normpath

from .archive import Archive
from .encodings import modern
from .numbering import W, read_numbering
from .refusals import refusal
from .text import paragraphs_to_text
from .word_body import Body
from .word_styles import Styles

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
MAIN_PART = "word/document.xml"

FOREIGN_ARCHIVES = (
    ("xl/", "bảng tính Excel (.xlsx)"),
    ("ppt/", "bản trình chiếu PowerPoint (.pptx)"),
    ("content.xml", "văn bản OpenDocument (mở bằng LibreOffice, lưu lại thành .docx)"),
    ("META-INF/container.xml", "sách điện tử (.epub)"),
)


def read_word(data: bytes, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Text and notes of a .docx file. `encoding`: the user's word that it was typed in an old encoding. Raises Refused."""
    archive = Archive(data)
    main = _main_part(archive)
    root = archive.xml(main)
    content = None if root is None else root.find(W + "body")
    if content is None:
        raise refusal("tep-hong", kind="Word")
    folder = main.rpartition("/")[0]
    styles = Styles(archive.xml(f"{folder}/styles.xml"))
    body = Body(styles, read_numbering(archive.xml(f"{folder}/numbering.xml"), styles.list_styles()))
    paragraphs = [*body.paragraphs(content), *_footnotes(archive, folder, body)]
    return paragraphs_to_text(modern(paragraphs, encoding)), _notes(body)


def _main_part(archive: Archive) -> str:
    """The name of the part with the text. Raises Refused for macros and for archives that are not Word files."""
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in archive.names else b""
    names = {name.lower() for name in archive.names}
    if b"macroenabled" in types.lower() or any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise refusal("co-macro")
    for start, what in FOREIGN_ARCHIVES:
        if any(name.startswith(start) for name in archive.names):
            raise refusal("dang-khac", what=what)
    if not types:
        raise refusal("tep-nen", what="ZIP")
    relationships = archive.xml("_rels/.rels")
    for node in () if relationships is None else relationships.iterchildren(RELATIONSHIP):
        target = normpath((node.get("Target") or "").lstrip("/"))
        if (node.get("Type") or "").endswith("/officeDocument") and target in archive.names:
            return target
    if MAIN_PART not in archive.names:
        raise refusal("tep-hong", kind="Word")
    return MAIN_PART


def _footnotes(archive: Archive, folder: str, body: Body) -> list[str]:
    """Cited footnotes and endnotes in the order of their marks, each beginning with its mark: "[1] ..."."""
    if not body.cited:
        return []
    found = {}
    for kind in ("footnote", "endnote"):
        root = archive.xml(f"{folder}/{kind}s.xml")
        for node in () if root is None else root.iterchildren(W + kind):
            found[kind, node.get(W + "id") or ""] = node
    marks = list(body.cited)  # a note may cite another note, which is then not followed
    return [
        f"[{place}] " + " ".join(text.strip() for text in body.paragraphs(found[cited]) if text.strip())
        for place, cited in enumerate(marks, start=1)
        if cited in found
    ]


def _notes(body: Body) -> tuple[str, ...]:
    said = (
        (body.has_tracked_changes, "Tệp còn dấu vết sửa đổi: đã đọc như đã chấp nhận mọi sửa đổi."),
        (body.has_hidden_text, "Tệp có chữ ẩn: không đọc phần chữ ẩn."),
        (body.has_contents_table, "Đã bỏ mục lục tự động."),
    )
    return tuple(note for holds, note in said if holds)
