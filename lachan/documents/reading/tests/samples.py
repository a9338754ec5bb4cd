"""Small documents of every format, made in memory. Names, numbers and places in them are invented."""

import io
import unicodedata
import zipfile
from collections.abc import Iterable

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from lachan.documents.reading import ReadText, read_file
from lachan.foundation.errors import Refused

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONT_SHARE = 500  # width of every letter of the test font, in thousandths of its size

PLAN = """ỦY BAN NHÂN DÂN
TỈNH AN HÒA
Số: 12/KH-UBND

KẾ HOẠCH

I. MỤC TIÊU

1. Đảm bảo 100% tin báo được phân loại; tỷ lệ giải quyết đạt trên 90%.

a) Công an tỉnh chủ trì, phối hợp với các sở, ban, ngành.

- Phòng, chống mua bán người là nhiệm vụ thường xuyên.
"""


HEAD = "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\nKế hoạch phòng, chống mua bán người năm 2024"
TCVN3_HEAD = "Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\nKÕ ho¹ch phßng, chèng mua b¸n ng\u00adêi n¨m 2024"
VNI_HEAD = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\nÑoäc laäp - Töï do - Haïnh phuùc\nKeá hoaïch phoøng, choáng mua baùn ngöôøi naêm 2024"


def lines_of(text: str) -> list[str]:
    """Lines that hold something."""
    return [line for line in text.split("\n") if line.strip()]


def assert_read_or_refused(data: bytes) -> None:
    """A clean text or a refusal comes out of `read_file`; any other exception fails the test."""
    try:
        found = read_file(data, "tep")
    except Refused:
        return
    assert isinstance(found, ReadText)
    assert found.text.strip()
    assert not set(found.text) & set("\r\0\ufeff\u200b\u00ad\u00a0")


def saved(document: WordDocument) -> bytes:
    """The bytes of a python-docx document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def word_of(*paragraphs: str) -> bytes:
    """A .docx file with these paragraphs."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def word_of_xml(*blocks: str) -> bytes:
    """A .docx file whose body holds these blocks of WordprocessingML, prefix w."""
    document = Document()
    for block in blocks:
        document.element.body.insert(len(document.element.body) - 1, parse_xml(_declared(block)))
    return saved(document)


def with_parts(data: bytes, parts: dict[str, bytes | str]) -> bytes:
    """The archive with parts replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, content in parts.items():
            target.writestr(name, content)
    return stream.getvalue()


def zip_of(parts: dict[str, bytes | str]) -> bytes:
    """A zip archive with these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return stream.getvalue()


def paragraph_xml(content: str, properties: str = "") -> str:
    """A w:p with runs given as WordprocessingML."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def run_xml(text: str, properties: str = "") -> str:
    """A w:r with one text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


Placed = tuple[float, float, float, str]  # x, y from the bottom, size, text


def pdf_of(*pages: Iterable[Placed], extra: str = "", trailer: str = "") -> bytes:
    """A pdf with a page for each list of placed texts; every letter is half as wide as it is high. `extra`: drawing on every page."""
    pages = tuple(list(page) for page in pages)
    letters = sorted({letter for page in pages for *_, text in page for letter in text} - {" "})
    codes = {" ": 32} | {letter: code for code, letter in enumerate(letters, start=33)}
    objects = ["", "<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for page in pages:
        drawn = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{''.join(f'{codes[letter]:02x}' for letter in text)}> Tj ET\n"
            for x, y, size, text in page
        )
        objects.append(_stream(drawn + extra))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 {{font}} 0 R>>>>/Contents {len(objects) - 1} 0 R>>"
        )
        kids.append(f"{len(objects) - 1} 0 R")
    objects[2] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    font = len(objects)
    objects.append(
        f"<</Type/Font/Subtype/Type1/BaseFont/AnHoaSans/FirstChar 0/LastChar 255/Widths[{' '.join([str(FONT_SHARE)] * 256)}]"
        f"/FontDescriptor {font + 2} 0 R/ToUnicode {font + 1} 0 R>>"
    )
    mapping = "\n".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    objects.append(
        _stream(f"begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{mapping}\nendbfchar\nendcmap")
    )
    objects.append("<</Type/FontDescriptor/FontName/AnHoaSans/Flags 32/Ascent 800/Descent -200/FontBBox[0 -200 1000 800]>>")
    return _pdf_file([item.replace("{font}", str(font)) for item in objects], trailer)


def text_lines(lines: Iterable[str], *, x: float = 85, y: float = 760, size: float = 14, leading: float = 20) -> list[Placed]:
    """Lines one below the other."""
    return [(x, y - leading * place, size, line) for place, line in enumerate(lines)]


def windows_1258(text: str) -> bytes:
    """`text` as Windows wrote it: a letter of the code page, then its tone as a mark."""
    written = bytearray()
    for letter in text:
        try:
            written += letter.encode("cp1258")
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", letter)
            tone = next(mark for mark in "\u0300\u0301\u0303\u0309\u0323" if mark in marks)
            written += unicodedata.normalize("NFC", marks.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return bytes(written)


def _declared(block: str) -> str:
    start, _, rest = block.partition(">")
    names = (
        f' xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    return f"{start}{names}>{rest}"


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream"


def _pdf_file(objects: list[str], trailer: str) -> bytes:
    file = bytearray(b"%PDF-1.4\n")
    places = []
    for number, item in enumerate(objects[1:], start=1):
        places.append(len(file))
        file += f"{number} 0 obj\n{item}\nendobj\n".encode("latin-1")
    start = len(file)
    file += f"xref\n0 {len(objects)}\n0000000000 65535 f \n".encode()
    file += "".join(f"{place:010d} 00000 n \n" for place in places).encode()
    file += f"trailer\n<</Size {len(objects)}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(file)


# Files typed before Unicode: the bytes, the key of the encoding, and the name that a refusal gives it.
OLD = [
    (TCVN3_HEAD.encode("latin-1"), "tcvn3", "TCVN3"),
    (VNI_HEAD.encode("latin-1"), "vni", "VNI"),
    (windows_1258(HEAD), "windows-1258", "Windows-1258"),
]
