"""One plan written by an office program as docx, pdf and html, and as txt, gives the same lines."""

import shutil
import subprocess

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Cm, Pt

from lachan.documents.reading import read_file

from .samples import W, lines_of, saved

HEAD = [
    ("UBND TỈNH AN HÒA\nBAN CHỈ ĐẠO 138", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
    ("Số: 04/KH-BCĐ", "An Hòa, ngày 21 tháng 3 năm 2024"),
]
TITLES = ["KẾ HOẠCH", "PHÒNG, CHỐNG MUA BÁN NGƯỜI VÀ BẢO VỆ NẠN NHÂN TRÊN ĐỊA BÀN TỈNH AN HÒA NĂM 2024"]
LONG = (
    "tăng cường tuyên truyền, phổ biến pháp luật về phòng, chống mua bán người; tỷ lệ giải quyết tin báo đạt trên 90%; 95% số vụ án được truy tố "
    "theo Quyết định số 793/QĐ-TTg ngày 10/5/2016 của Thủ tướng Chính phủ, bảo đảm quyền và lợi ích hợp pháp của nạn nhân"
)
BODY = [
    "Thực hiện Kế hoạch số 38/KH-BCĐ ngày 01/3/2024, Ban Chỉ đạo " + LONG + " như sau:",
    *[
        line
        for number in ["I", "II", "III"]
        for line in (f"{number}. NHIỆM VỤ", f"1. Công an tỉnh {LONG}.", f"a) Sở Y tế {LONG};", f"- {LONG}.")
    ]
    * 4,
    "Quá trình thực hiện có khó khăn, vướng mắc, kịp thời báo cáo./.",
]
FOOT = ("Nơi nhận:\n- Ban Chỉ đạo tỉnh;\n- Lưu: VT.", "TRƯỞNG BAN\n\n\nNguyễn Văn A")
EXPECTED = [line for text in (HEAD[0][0], HEAD[1][0], HEAD[0][1], HEAD[1][1], *TITLES, *BODY, *FOOT) for line in lines_of(text)]


def plan() -> bytes:
    """The plan as offices write it: 14-point letters, justified, first lines indented, page numbers at the head."""
    document = Document()
    document.styles["Normal"].font.size = Pt(14)
    document.styles["Normal"].font.name = "Liberation Serif"
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin, section.right_margin = Cm(21), Cm(29.7), Cm(3), Cm(2)
    field = (
        f'<w:p xmlns:w="{W}"><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    )
    section.header.paragraphs[0]._p.addnext(parse_xml(field))
    add_table(document, HEAD, size=12)
    for text in TITLES:
        paragraph = document.add_paragraph()
        paragraph.add_run(text).bold = True
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in BODY:
        paragraph = document.add_paragraph(text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
    add_table(document, [FOOT], size=12)
    return saved(document)


def add_table(document, rows: list[tuple[str, str]], *, size: int) -> None:
    """Two columns without rules, centred."""
    table = document.add_table(len(rows), 2)
    table.autofit = False
    for row, texts in zip(table.rows, rows, strict=True):
        row._tr.get_or_add_trPr().append(parse_xml(f'<w:cantSplit xmlns:w="{W}"/>'))
        for cell, text, width in zip(row.cells, texts, (6, 10), strict=True):
            cell.width = Cm(width)
            cell.text = text
            for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
                run.font.size = Pt(size)


def test_the_word_file_gives_the_lines_that_were_written():
    assert lines_of(read_file(plan(), "ke-hoach.docx").text) == EXPECTED


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize("format", ["pdf", "html"])
def test_an_office_program_writes_the_same_lines(format, tmp_path):
    (tmp_path / "ke-hoach.docx").write_bytes(plan())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", format, "ke-hoach.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert lines_of(read_file((tmp_path / f"ke-hoach.{format}").read_bytes(), f"ke-hoach.{format}").text) == EXPECTED
