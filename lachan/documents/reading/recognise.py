"""Which format a file has, by what is in it. A name can be wrong by accident or by intent; the first bytes decide."""

import re
from pathlib import PurePosixPath

from .plain import BYTE_ORDER_MARKS
from .refusals import refusal

PDF_MARK = b"%PDF-"
PDF_MARK_WITHIN = 1024  # readers accept rubbish before the mark (ISO 32000-1, annex H.3, note 13)
ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

IMAGES = ((b"\x89PNG\r\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"))
ARCHIVES = ((b"Rar!\x1a\x07", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"))
HEIF_BRANDS = (b"heic", b"heix", b"mif1", b"avif")

HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|h1)\b", re.I | re.S
)
HTML_ANYWHERE = re.compile(r"</(?:html|body|p|div|table|td|li|span)\s*>", re.I)
MIN_CLOSING_TAGS = 3  # a saved fragment of a page has no <html>; a plan that mentions one tag is still text

FORMAT_OF_SUFFIX = {
    ".txt": "txt",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".doc": "doc",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rtf": "rtf",
    ".xlsx": "xlsx",
    ".xls": "xls",
    ".pptx": "pptx",
    ".jpg": "jpg",
    ".jpeg": "jpg",
    ".png": "png",
    ".zip": "zip",
}


def container_of(data: bytes) -> str:
    """ "pdf", "zip" or "text" (plain or html, told apart after decoding). Raises Refused, by name, for what is known and not read."""
    if PDF_MARK in data[:PDF_MARK_WITHIN]:
        return "pdf"
    if data.startswith(ZIP_MARKS):
        return "zip"
    if data.startswith(OLE_MARK):
        raise _ole_refusal(data)
    _refuse_known_others(data)
    return "text"


def is_html(text: str) -> bool:
    """Whether decoded text is a web page or a fragment of one."""
    if HTML_START.match(text[:4096]):
        return True
    return len(HTML_ANYWHERE.findall(text[:65_536])) >= MIN_CLOSING_TAGS


def refuse_foreign_markup(text: str) -> None:
    """Refuse text that is the source of another format: rtf, a saved mail page (mhtml), any other xml."""
    start = text[:4096].lstrip().lower()
    if start.startswith("{\\rtf"):
        raise refusal("dang-khac", what="văn bản RTF (mở bằng Word, lưu lại thành .docx)")
    if start.startswith("mime-version:") or ("content-type: multipart/related" in start and "boundary=" in start):
        raise refusal("dang-khac", what="trang web một tệp (.mht; mở bằng Word, lưu lại thành .docx)")
    if start.startswith("<?xml") and not is_html(text):
        raise refusal("dang-khac", what="tệp XML")


def name_notes(name: str, format: str) -> tuple[str, ...]:
    """A note for the user when the name promises another format than the content has."""
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if FORMAT_OF_SUFFIX.get(suffix, format) == format:
        return ()
    return (f"Tên tệp ghi {suffix} nhưng nội dung là {format}: đã đọc theo nội dung.",)


def _ole_refusal(data: bytes) -> Exception:
    """Names in an OLE directory are UTF-16; looking for them needs no parser."""
    for stream, code, values in (
        ("EncryptedPackage", "co-mat-khau", {"kind": "Word"}),
        ("WordDocument", "doc-cu", {}),
        ("Workbook", "dang-khac", {"what": "bảng tính Excel (.xls)"}),
        ("PowerPoint Document", "dang-khac", {"what": "bản trình chiếu PowerPoint (.ppt)"}),
    ):
        if stream.encode("utf-16-le") in data:
            return refusal(code, **values)
    return refusal("dang-khac", what="tệp Office kiểu cũ")


def _refuse_known_others(data: bytes) -> None:
    for mark, what in IMAGES:
        if data.startswith(mark):
            raise refusal("tep-anh", what=what)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        raise refusal("tep-anh", what="WebP")
    if data[4:8] == b"ftyp":
        if data[8:12] in HEIF_BRANDS:
            raise refusal("tep-anh", what="HEIC")
        raise refusal("dang-khac", what="tệp phim hoặc âm thanh")
    if data.startswith(b"BM") and b"\0" in data[:32]:
        raise refusal("tep-anh", what="BMP")
    for mark, what in ARCHIVES:
        if data.startswith(mark):
            raise refusal("tep-nen", what=what)
    if data.startswith((b"MZ", b"\x7fELF")):
        raise refusal("dang-khac", what="chương trình máy tính")
    if not data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)) and b"\0" in data:
        raise refusal("tep-nhi-phan")
