import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from lxml import etree

from lachan.reporting.document import Heading
from lachan.reporting.renderers import RENDERERS, word_xml
from lachan.reporting.renderers.docx import render
from lachan.reporting.renderers.line_widths import line_width
from lachan.reporting.tests.sample import COMMITTEE_DRAFT, REPORT, paragraph, row


def read(document):
    return docx.Document(BytesIO(render(document)))


@pytest.fixture(scope="module")
def word():
    return read(REPORT)


def paragraph_with(word, text):
    return next(paragraph for paragraph in word.paragraphs if text in paragraph.text)


def printed(paragraph):
    """Size in points, bold and italic of a paragraph as printed: its first run, and its style where the run is silent."""
    run, style = paragraph.runs[0], paragraph.style
    size = run.font.size or style.font.size or style.base_style.font.size
    bold = style.font.bold if run.bold is None else run.bold
    italic = style.font.italic if run.italic is None else run.italic
    return size.pt, bool(bold), bool(italic)


def cell_lines(cell):
    return [paragraph for paragraph in cell.paragraphs if paragraph.text]


def test_pages_are_a4_with_the_margins_of_the_decree(word):
    section = word.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == (pytest.approx(210, abs=0.1), pytest.approx(297, abs=0.1))
    assert section.orientation == WD_ORIENT.PORTRAIT
    assert 20 <= round(section.top_margin.mm) <= 25
    assert 20 <= round(section.bottom_margin.mm) <= 25
    assert 30 <= round(section.left_margin.mm) <= 35
    assert 15 <= round(section.right_margin.mm) <= 20


def test_every_style_names_times_new_roman_for_every_script_and_speaks_vietnamese(word):
    fonts = list(word.styles.element.iter(qn("w:rFonts")))
    assert fonts
    for font in fonts:
        assert dict(font.attrib) == {qn(f"w:{script}"): "Times New Roman" for script in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert {language.get(qn("w:val")) for language in word.styles.element.iter(qn("w:lang"))} == {"vi-VN"}
    assert not list(word.styles.element.iter(qn("w:color")))


def test_pages_are_numbered_in_the_middle_of_the_top_margin_from_the_second_on(word):
    section = word.sections[0]
    header = section.header.paragraphs[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    assert header.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert "PAGE" in [instruction.text for instruction in header._p.iter(qn("w:instrText"))]
    assert {run.font.size for run in header.runs} == {Pt(14)}
    assert section.header_distance < section.top_margin


def test_the_head_sets_the_issuing_body_beside_the_national_name(word):
    grid = word.tables[0]
    issuer, nation = (cell_lines(cell) for cell in grid.rows[0].cells)
    assert [(line.text, *printed(line)) for line in issuer] == [
        ("CÔNG AN TỈNH ĐỒNG NAI", 13, False, False),
        ("CÔNG AN", 13, True, False),
        ("THÀNH PHỐ BIÊN HÒA", 13, True, False),
    ]
    assert [(line.text, *printed(line)) for line in nation] == [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, False),
    ]
    number, place_and_date = (cell_lines(cell)[0] for cell in grid.rows[1].cells)
    assert (number.text, *printed(number)) == ("Số: 08/BC-CATP", 13, False, False)
    assert (place_and_date.text, *printed(place_and_date)) == ("Biên Hòa, ngày 07 tháng 6 năm 2024", 14, False, True)
    assert grid._tbl.find(qn("w:tblPr")).find(qn("w:tblBorders")) is None


def test_rules_are_drawn_lines_of_the_length_that_the_decree_gives(word):
    issuer, nation = word.tables[0].rows[0].cells
    for cell, text, size, least, most in (
        (issuer, "THÀNH PHỐ BIÊN HÒA", 13, 1 / 3, 1 / 2),
        (nation, "Độc lập - Tự do - Hạnh phúc", 14, 0.99, 1.01),
    ):
        rule = cell.paragraphs[-1]
        assert rule.text == ""
        assert rule._p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}/{qn('w:bottom')}") is not None
        length = cell.width.pt - rule.paragraph_format.left_indent.pt - rule.paragraph_format.right_indent.pt
        assert least <= length / line_width(text, size=size) <= most
    assert not list(word.element.body.iter(qn("w:u")))


def test_title_and_subject_are_bold_14_in_the_middle(word):
    for text in ("BÁO CÁO", "Kết quả thực hiện công tác"):
        line = paragraph_with(word, text)
        assert printed(line) == (14, True, False)
        assert line.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_bases_are_italic_and_addressees_upright(word):
    assert printed(paragraph_with(word, "Căn cứ Luật")) == (14, False, True)
    assert printed(paragraph_with(word, "Kính gửi:")) == (14, False, False)


def test_body_text_is_justified_14_with_an_indented_first_line(word):
    body = paragraph_with(word, "Trong kỳ, các cơ quan")
    layout = body.style.paragraph_format
    assert printed(body) == (14, False, False)
    assert layout.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert layout.first_line_indent == Cm(1.27)
    assert layout.space_after >= Pt(6)
    assert 1.0 <= layout.line_spacing <= 1.5


def test_headings_print_as_their_label_says():
    headings = (
        Heading(1, "Phần I", "Tình hình"),
        Heading(2, "I.", "Chỉ đạo"),
        Heading(3, "1.", "Văn bản"),
        Heading(4, "a)", "Cấp tỉnh"),
        Heading(5, "-", "Cấp xã"),
    )
    word = read(replace(REPORT, blocks=headings))
    written = [line for line in word.paragraphs if line.style.name.startswith("Heading")]
    assert [(line.text, printed(line)[1]) for line in written] == [
        ("Phần I\nTÌNH HÌNH", True),
        ("I. CHỈ ĐẠO", True),
        ("1. Văn bản", True),
        ("a) Cấp tỉnh", False),
        ("- Cấp xã", False),
    ]
    assert {printed(line)[0] for line in written} == {14}
    assert written[0].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert [line._p.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) for line in written] == ["0", "1", "2", "3", "4"]


def test_tables_have_lines_a_repeated_header_and_whole_rows(word):
    table = word.tables[1]
    assert table._tbl.tblPr.find(qn("w:tblBorders")) is not None
    rows = [row._tr.trPr for row in table.rows]
    assert [properties.find(qn("w:tblHeader")) is not None for properties in rows] == [True, False, False, False, False]
    assert all(properties.find(qn("w:cantSplit")) is not None for properties in rows)
    first, total = table.rows[1].cells, table.rows[4].cells
    assert [cell.paragraphs[0].alignment for cell in first[1:]] == [
        WD_ALIGN_PARAGRAPH.LEFT,
        WD_ALIGN_PARAGRAPH.CENTER,
        WD_ALIGN_PARAGRAPH.CENTER,
        WD_ALIGN_PARAGRAPH.RIGHT,
    ]
    assert printed(first[1].paragraphs[0]) == (12, False, False)
    assert [cell.text for cell in total] == ["", "Cộng", "14", "17", "3"]
    assert printed(total[2].paragraphs[0]) == (12, True, False)
    assert sum(cell.width for cell in first) == pytest.approx(Mm(165), rel=0.001)


def test_the_signature_stays_whole_and_with_the_last_words(word):
    grid = word.tables[2]
    assert grid.rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None
    last = paragraph_with(word, "./.")
    assert last.paragraph_format.keep_with_next
    recipients, signer = (cell_lines(cell) for cell in grid.rows[0].cells)
    assert (recipients[0].text, *printed(recipients[0])) == ("Nơi nhận:", 12, True, True)
    assert {printed(line) for line in recipients[1:]} == {(11, False, False)}
    assert recipients[-1].text == "- Lưu: VT, CSHS."
    assert [line.text for line in signer] == ["KT. TRƯỞNG CÔNG AN", "PHÓ TRƯỞNG CÔNG AN", "Thượng tá Người Ký Mẫu"]
    assert {printed(line) for line in signer} == {(14, True, False)}


def test_annexes_have_their_own_pages_direction_and_numbering(word):
    body, wide, upright = word.sections
    assert (wide.orientation, upright.orientation) == (WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT)
    assert wide.page_width == body.page_height
    assert [section._sectPr.find(qn("w:pgNumType")) is not None for section in word.sections] == [False, True, True]
    assert all(section.different_first_page_header_footer for section in word.sections)
    assert printed(paragraph_with(word, "Phụ lục I")) == (14, True, False)
    assert printed(paragraph_with(word, "(Kèm theo")) == (14, False, True)


def test_only_a_draft_says_so(word):
    assert [cell.text for cell in read(COMMITTEE_DRAFT).tables[0].rows[2].cells] == ["DỰ THẢO", ""]
    assert len(word.tables[0].rows) == 2


def test_properties_name_the_issuing_body_and_no_machine_or_person(word):
    properties = word.core_properties
    assert properties.author == properties.last_modified_by == "Công an thành phố Biên Hòa"
    assert properties.title.startswith("Báo cáo Kết quả thực hiện")
    assert (properties.created.date(), properties.modified.date()) == (REPORT.date, REPORT.date)
    assert properties.comments == ""
    with zipfile.ZipFile(BytesIO(render(REPORT))) as package:
        assert not {"docProps/app.xml", "docProps/thumbnail.jpeg"} & set(package.namelist())


def test_a_document_without_date_claims_no_day_of_making():
    with zipfile.ZipFile(BytesIO(render(COMMITTEE_DRAFT))) as package:
        assert b"<dcterms:created" not in package.read("docProps/core.xml")


def test_the_same_document_gives_the_same_bytes():
    data = render(REPORT)
    assert data == render(REPORT)
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_text_arrives_as_inert_text():
    word = read(replace(REPORT, subject='=HYPERLINK("x")\x00<w:br/>&\u202e', blocks=(paragraph("\x0c<script>&amp;\ufffe"),)))
    assert paragraph_with(word, "HYPERLINK").text == '=HYPERLINK("x")<w:br/>&'
    assert paragraph_with(word, "script").text == "<script>&amp;./."


def test_elements_stand_in_the_order_of_the_schema(word):
    order = ["pStyle", "keepNext", "keepLines", "widowControl", "pBdr", "spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr"]
    for properties in word.element.body.iter(qn("w:pPr")):
        names = [etree.QName(child).localname for child in properties]
        assert names == sorted(names, key=order.index)


def test_two_tables_in_a_row_stay_two():
    table = REPORT.blocks[4]
    bare = replace(table, caption="", unit_note="", rows=(row("1", "A", "2", "3", "1"),))
    word = read(replace(REPORT, blocks=(bare, bare)))
    assert len(word.tables) == 4
    neighbours = [etree.QName(table._tbl.getprevious()).localname for table in word.tables[1:]]
    assert neighbours == ["p", "p", "p"]


def test_the_registered_renderer_names_the_word_format():
    renderer = RENDERERS["docx"]
    assert renderer.render is render
    assert (renderer.extension, renderer.mime_type.rsplit(".", 1)[-1]) == ("docx", "document")
    assert word_xml.LANGUAGE == "vi-VN"
