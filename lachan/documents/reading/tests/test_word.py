import pytest
from docx import Document
from docx.shared import Cm

from lachan.documents.reading import read_file

from .samples import lines_of, paragraph_xml, run_xml, saved, with_parts, word_of, word_of_xml

NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
 <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
 <w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%5."/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""
STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:caps/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
</w:styles>"""
NOTES = """<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Không tính vụ chuyển đi.</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="8"><w:p><w:r><w:t>Không ai nhắc tới.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def item(text: str, level: int, num_id: int = 1) -> str:
    return paragraph_xml(run_xml(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def read(*blocks: str, parts: dict | None = None) -> list[str]:
    return lines_of(read_file(with_parts(word_of_xml(*blocks), parts or {}), "ke-hoach.docx").text)


def notes(*blocks: str) -> tuple[str, ...]:
    return read_file(with_parts(word_of_xml(*blocks), {"word/styles.xml": STYLES}), "ke-hoach.docx").notes


def test_paragraphs_are_lines_with_a_blank_line_between():
    assert read_file(word_of("KẾ HOẠCH", "", "  I.  MỤC\u00a0TIÊU "), "a.docx").text == "KẾ HOẠCH\n\nI. MỤC TIÊU\n"


def test_numbers_that_word_draws_stand_in_the_text():
    blocks = [
        *(item("MỤC TIÊU", 0), item("Chung", 1), item("Cụ thể", 1), item("điểm a", 2), item("điểm b", 2), item("gạch", 3)),
        *(item("NHIỆM VỤ", 0), item("Tuyên truyền", 1), item("điểm", 2), item("mục con", 4), item("năm", 1, 2), item("sáu", 1, 2)),
    ]
    assert read(*blocks, parts={"word/numbering.xml": NUMBERING}) == [
        *("I. MỤC TIÊU", "1. Chung", "2. Cụ thể", "a) điểm a", "b) điểm b", "- gạch"),
        *("II. NHIỆM VỤ", "1. Tuyên truyền", "a) điểm", "2.1.1. mục con", "5. năm", "6. sáu"),
    ]


def test_a_style_gives_its_paragraphs_numbers_and_capitals():
    blocks = [paragraph_xml(run_xml(text), f'<w:pStyle w:val="{style}"/>') for text, style in (("Chung", "Muc"), ("Cụ thể", "MucCon"))]
    assert read(*blocks, parts={"word/numbering.xml": NUMBERING, "word/styles.xml": STYLES}) == ["1. CHUNG", "2. CỤ THỂ"]


def test_a_list_is_left_when_the_paragraph_says_so():
    out = paragraph_xml(run_xml("Không số"), '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert read(out, parts={"word/numbering.xml": NUMBERING, "word/styles.xml": STYLES}) == ["KHÔNG SỐ"]


def test_tracked_deletions_are_gone_and_insertions_stay():
    changed = paragraph_xml(
        run_xml("Đạt ")
        + f'<w:del w:id="1"><w:r><w:delText>80%</w:delText></w:r></w:del><w:ins w:id="2">{run_xml("90%")}</w:ins>'
        + f"<w:moveFrom>{run_xml('cũ')}</w:moveFrom><w:moveTo>{run_xml(' trở lên')}</w:moveTo>"
    )
    assert read(changed) == ["Đạt 90% trở lên"]
    assert notes(changed) == ("Tệp còn dấu vết sửa đổi: đã đọc như đã chấp nhận mọi sửa đổi.",)


def test_paragraphs_whose_mark_is_struck_out_run_together():
    struck = '<w:rPr><w:del w:id="1"/></w:rPr>'
    assert read(paragraph_xml(run_xml("Công an tỉnh "), struck), paragraph_xml(run_xml("chủ trì"))) == ["Công an tỉnh chủ trì"]


def test_soft_breaks_part_lines_and_hyphens_and_symbols_become_characters():
    content = (
        f"{run_xml('Số: 04/KH')}<w:r><w:noBreakHyphen/></w:r>{run_xml('BCĐ')}<w:r><w:br/></w:r>{run_xml('ng')}<w:r><w:softHyphen/></w:r>"
        f'{run_xml("ười")}<w:r><w:tab/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )
    assert read_file(word_of_xml(paragraph_xml(content)), "a.docx").text == "Số: 04/KH-BCĐ\nngười ✓\n"


def test_hidden_text_and_contents_tables_are_dropped_with_a_note():
    hidden = paragraph_xml(run_xml("Thấy") + run_xml(" ẩn", "<w:vanish/>"))
    entry = paragraph_xml(run_xml("I. MỤC TIÊU\t3"), '<w:pStyle w:val="TOC1"/>')
    assert read(hidden, entry, parts={"word/styles.xml": STYLES}) == ["Thấy"]
    assert notes(hidden, entry) == ("Tệp có chữ ẩn: không đọc phần chữ ẩn.", "Đã bỏ mục lục tự động.")


def test_footnotes_come_last_and_only_those_that_are_cited():
    cited = paragraph_xml(run_xml("đạt trên 90%") + '<w:r><w:footnoteReference w:id="7"/></w:r>' + run_xml("."))
    assert read(cited, paragraph_xml(run_xml("Hết")), parts={"word/footnotes.xml": NOTES}) == [
        "đạt trên 90%[1].",
        "Hết",
        "[1] Không tính vụ chuyển đi.",
    ]


def test_a_text_box_is_read_once_though_it_is_stored_twice():
    box = f"<w:txbxContent>{paragraph_xml(run_xml('DỰ THẢO'))}</w:txbxContent>"
    twice = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(paragraph_xml(run_xml("KẾ HOẠCH") + twice)) == ["KẾ HOẠCH", "DỰ THẢO"]


def test_links_fields_and_content_controls_show_their_text_only():
    content = (
        f"<w:hyperlink>{run_xml('Luật ')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>{run_xml('số 53')}</w:sdtContent></w:sdt>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run_xml("/2024")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert read(f"<w:sdt><w:sdtContent>{paragraph_xml(content)}</w:sdtContent></w:sdt>") == ["Luật số 53/2024"]


def test_a_data_table_is_read_row_by_row():
    document = Document()
    table = document.add_table(3, 3)
    for row, texts in zip(
        table.rows, [("TT", "Nhiệm vụ", "Chủ trì"), ("1", "Tuyên\ntruyền", "Công an tỉnh"), ("2", "Hỗ trợ", "")], strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    assert read_file(saved(document), "a.docx").text == "TT\tNhiệm vụ\tChủ trì\n1\tTuyên truyền\tCông an tỉnh\n2\tHỗ trợ\n"


def test_merged_cells_leave_their_columns_in_place():
    document = Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "gộp"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "rộng"
    table.cell(1, 1).text, table.cell(1, 2).text = "hai", "ba"
    assert lines_of(read_file(saved(document), "a.docx").text) == ["gộp\trộng", "\thai\tba"]


def test_head_and_foot_are_read_column_by_column():
    document = Document()
    head = document.add_table(2, 2)
    head.cell(0, 0).text, head.cell(0, 1).text = (
        "UBND TỈNH AN HÒA\nBAN CHỈ ĐẠO 138",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    )
    head.cell(1, 0).text, head.cell(1, 1).text = "Số: 04/KH-BCĐ", "An Hòa, ngày 21 tháng 3 năm 2024"
    document.add_paragraph("KẾ HOẠCH")
    foot = document.add_table(1, 2)
    foot.cell(0, 0).text, foot.cell(0, 1).text = "Nơi nhận:\n- Ban Chỉ đạo tỉnh;\n- Lưu: VT.", "TRƯỞNG BAN\n\nNguyễn Văn A"
    foot.columns[0].width = Cm(6)
    assert lines_of(read_file(saved(document), "a.docx").text) == [
        *("UBND TỈNH AN HÒA", "BAN CHỈ ĐẠO 138", "Số: 04/KH-BCĐ"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "An Hòa, ngày 21 tháng 3 năm 2024"),
        "KẾ HOẠCH",
        *("Nơi nhận:", "- Ban Chỉ đạo tỉnh;", "- Lưu: VT.", "TRƯỞNG BAN", "Nguyễn Văn A"),
    ]


def test_a_head_typed_with_tabs_gives_lines_of_its_own():
    assert lines_of(read_file(word_of("Số: 04/KH-BCĐ\t\tAn Hòa, ngày 21 tháng 3 năm 2024"), "a.docx").text) == [
        "Số: 04/KH-BCĐ",
        "An Hòa, ngày 21 tháng 3 năm 2024",
    ]


def test_headers_and_footers_are_not_read():
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Trang 1"
    document.sections[0].footer.paragraphs[0].text = "Mật"
    document.add_paragraph("KẾ HOẠCH")
    assert read_file(saved(document), "a.docx").text == "KẾ HOẠCH\n"


@pytest.mark.parametrize("part", ["word/styles.xml", "word/numbering.xml", "word/document.xml"])
def test_a_part_of_broken_xml_is_refused_as_damaged(part):
    with pytest.raises(Exception, match="bị hỏng") as refused:
        read_file(with_parts(word_of("x"), {part: b"<w:document"}), "a.docx")
    assert refused.value.code == "tep-hong"
