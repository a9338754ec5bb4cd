import pytest

from lachan.documents.reading import read_file
from lachan.documents.reading.page_paragraphs import Frame, continues
from lachan.documents.reading.page_rows import Row, Segment
from lachan.foundation.errors import Refused

from .samples import Placed, lines_of, pdf_of, text_lines

LETTER = 7.0  # width of a letter of size 14 in the test font
LEFT, INDENT, FULL = 85.0, 121.0, 64  # 64 letters from LEFT reach the right edge at 533


def read(*pages: list[Placed], extra: str = "") -> list[str]:
    return lines_of(read_file(pdf_of(*pages, extra=extra), "ke-hoach.pdf").text)


def full(start: str, *, indent: float = LEFT) -> str:
    """`start` filled with words up to the right edge."""
    room = FULL - round((indent - LEFT) / LETTER)
    words = start + " " + "người bán " * 10
    return words[: room - 2].rstrip() + "m" * (room - len(words[: room - 2].rstrip()))


def paragraph(start: str, end: str, y: float, *, first: float = INDENT) -> list[Placed]:
    """Two full lines and a short one, the first indented."""
    return [(first, y, 14, full(start, indent=first)), (LEFT, y - 20, 14, full("tiếp")), (LEFT, y - 40, 14, end)]


BODY = [placed for place in range(6) for placed in paragraph(f"{place + 1}. Việc", f"hết {place + 1}.", 700 - 60 * place)]


def test_lines_broken_by_the_layout_become_paragraphs():
    found = read(BODY)
    assert [line[:2] for line in found] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert all(line.endswith(f"hết {place}.") and " tiếp người" in line for place, line in enumerate(found, start=1))


def test_a_paragraph_runs_on_over_the_end_of_a_page():
    pages = [[*BODY, (INDENT, 340, 14, full("7. Việc", indent=INDENT))], [(LEFT, 760, 14, "còn lại."), *BODY]]
    found = read(*pages)
    assert found[6].startswith("7. Việc")
    assert found[6].endswith("còn lại.")


def test_a_number_cut_at_its_hyphen_or_slash_is_made_whole():
    cut = [(INDENT, 330, 14, full("7. Theo", indent=INDENT)[:-9] + " 793/QĐ-"), (LEFT, 310, 14, "TTg ngày 10/5/2016.")]
    assert "793/QĐ-TTg ngày" in read([*BODY, *cut])[6]


def test_a_soft_hyphen_of_word_is_an_ordinary_hyphen():
    assert read(text_lines(["Số: 04/KH\u00adBCĐ"])) == ["Số: 04/KH-BCĐ"]


def test_page_numbers_and_repeated_lines_are_dropped():
    pages = [
        [(290, 800, 14, str(number)), (LEFT, 785, 10, f"Kế hoạch 12, trang {number}"), *BODY, (LEFT, 30, 10, "Hệ thống quản lý văn bản")]
        for number in range(1, 5)
    ]
    assert [line[:2] for line in read(*pages)] == ["1.", "2.", "3.", "4.", "5.", "6."] * 4


def test_numbered_annexes_that_begin_pages_are_kept():
    pages = [[(250, 790, 14, f"Mẫu số {number:02d}"), *BODY] for number in range(1, 5)]
    assert [line for line in read(*pages) if line.startswith("Mẫu")] == ["Mẫu số 01", "Mẫu số 02", "Mẫu số 03", "Mẫu số 04"]


def test_head_and_foot_are_read_column_by_column():
    head = [
        *((90, 780, 14, "UBND TỈNH AN HÒA"), (270, 780, 14, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        *((120, 762, 14, "BAN CHỈ ĐẠO"), (290, 762, 14, "Độc lập - Tự do - Hạnh phúc")),
        *((110, 740, 14, "Số: 04/KH-BCĐ"), (275, 738, 14, "An Hòa, ngày 21 tháng 3 năm 2024")),
    ]
    foot = [
        *((LEFT, 300, 12, "Nơi nhận:"), (380, 300, 14, "TRƯỞNG BAN"), (LEFT, 285, 11, "- Thường trực Tỉnh ủy, Hội đồng")),
        *((LEFT, 272, 11, "nhân dân tỉnh;"), (LEFT, 259, 11, "- Lưu: VT."), (375, 220, 14, "Nguyễn Văn A")),
    ]
    found = read([*head, (290, 720, 14, "KẾ HOẠCH"), *BODY, *foot])
    assert found[:7] == [
        *("UBND TỈNH AN HÒA", "BAN CHỈ ĐẠO", "Số: 04/KH-BCĐ"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "An Hòa, ngày 21 tháng 3 năm 2024", "KẾ HOẠCH"),
    ]
    assert found[-5:] == ["Nơi nhận:", "- Thường trực Tỉnh ủy, Hội đồng nhân dân tỉnh;", "- Lưu: VT.", "TRƯỞNG BAN", "Nguyễn Văn A"]


def test_recipients_that_the_page_end_cut_off_stay_with_the_others():
    foot = [
        *((LEFT, 100, 12, "Nơi nhận:"), (380, 100, 14, "TRƯỞNG BAN"), (LEFT, 85, 11, "- Công an tỉnh, PC02-")),
        *((LEFT, 72, 11, "CAT;"), (375, 60, 14, "Nguyễn Văn A")),
    ]
    found = read([*BODY, *foot], [(LEFT, 760, 11, "- Thường trực Tỉnh ủy;"), (LEFT, 747, 11, "- Lưu: VT."), (250, 700, 14, "PHỤ LỤC")])
    assert found[-7:] == [
        *("Nơi nhận:", "- Công an tỉnh, PC02-CAT;", "- Thường trực Tỉnh ủy;", "- Lưu: VT."),
        *("TRƯỞNG BAN", "Nguyễn Văn A", "PHỤ LỤC"),
    ]


def test_a_point_begins_a_paragraph_even_after_a_heading_that_fills_its_line():
    body = [placed for place in range(4) for placed in paragraph(f"{place + 1}. Việc", "hết.", 700 - 60 * place, first=LEFT)]
    pointed = [(LEFT, 440, 14, full("5. Bảo vệ")), (LEFT, 420, 14, "a) Công an tỉnh chủ trì.")]
    cited = [(LEFT, 400, 14, full("6. Theo điểm")), (LEFT, 380, 14, "a) khoản 1 của mục này.")]
    assert [line[:2] for line in read([*body, *pointed, *cited])] == ["1.", "2.", "3.", "4.", "5.", "a)", "6."]


@pytest.mark.parametrize(("is_bold", "runs_on"), [(True, False), (False, True)])
def test_a_bold_heading_that_fills_its_line_ends_there(is_bold, runs_on):
    def row(text: str, bottom: float, right: float = 533, *, is_bold: bool = False) -> Row:
        return Row((Segment(text, LEFT, right, 40.0),), 0, bottom, bottom + 14, 14.0, is_bold)

    heading, after = row("5. Hoàn thiện hệ thống pháp luật", 400, is_bold=is_bold), row("phòng Tư pháp chủ trì", 380)
    rest = [row("và phối hợp", 360 - 20 * place) for place in range(3)]
    assert continues(heading, after, Frame([heading, after, *rest], [595.0]), is_first=True) is runs_on


def test_a_ruled_table_is_read_row_by_row():
    cells = [(100, 500, 12, "TT"), (160, 500, 12, "Việc"), (100, 470, 12, "1"), (160, 475, 12, "Tuyên"), (160, 461, 12, "truyền")]
    assert read([(LEFT, 600, 14, "Biểu 1"), *cells, (LEFT, 400, 14, "Hết biểu")], extra=ruled([90, 150, 300], [455, 490, 515])) == [
        "Biểu 1",
        "TT\tViệc",
        "1\tTuyên truyền",
        "Hết biểu",
    ]


def ruled(columns: list[float], heights: list[float]) -> str:
    across = "".join(f"{columns[0]} {y} m {columns[-1]} {y} l S " for y in heights)
    return across + "".join(f"{x} {heights[0]} m {x} {heights[-1]} l S " for x in columns)


def test_a_table_and_a_row_cut_by_the_end_of_a_page_are_made_whole():
    columns = [90, 130, 320, 500]
    heading = [(95, 782, 12, "TT"), (135, 782, 12, "Việc"), (325, 782, 12, "Chủ trì")]
    first = [*heading, (95, 752, 12, "1"), (135, 752, 12, "Họp"), (95, 722, 12, "2"), (135, 722, 12, "Tuyên"), (325, 722, 12, "Công an")]
    second = [
        *heading,
        (135, 752, 12, "truyền"),
        (325, 752, 12, "tỉnh"),
        (95, 722, 12, "3"),
        (135, 722, 12, "Hỗ trợ"),
        (LEFT, 600, 14, "Hết"),
    ]
    found = read([*first, (290, 30, 12, "1")], second, extra=ruled(columns, [715, 745, 775, 800]))
    assert found == ["TT\tViệc\tChủ trì", "1\tHọp", "2\tTuyên truyền\tCông an tỉnh", "3\tHỗ trợ", "Hết"]


def test_footnotes_go_to_the_end_and_their_marks_stand_in_brackets():
    marked = full("7. Đạt 90%", indent=INDENT)
    after = INDENT + LETTER * len("7. Đạt 90%")
    body = [*BODY, (INDENT, 330, 14, "7. Đạt 90%"), (after, 335, 8, "1"), (after + 12, 330, 14, marked[len("7. Đạt 90%") + 2 :])]
    found = read([*body, (LEFT, 100, 8, "1"), (LEFT + 6, 96, 11, "Không tính vụ chuyển đi.")], [(LEFT, 740, 14, "còn lại."), *BODY])
    assert found[6].startswith("7. Đạt 90%[1]")
    assert found[6].endswith("còn lại.")
    assert found[-1] == "[1] Không tính vụ chuyển đi."


def test_letters_struck_twice_for_bold_are_read_once():
    assert read([(LEFT, 700, 14, "KẾ HOẠCH"), (LEFT + 0.4, 700, 14, "KẾ HOẠCH")]) == ["KẾ HOẠCH"]


def test_marks_drawn_on_their_own_join_their_letter():
    horns = [(LEFT + place * LETTER, 700, 14, mark) for place, mark in ((2, "\u031b"), (3, "\u031b"), (3, "\u0300"))]
    assert read([(LEFT, 700, 14, "nguoi"), *horns]) == ["người"]


def test_turned_letters_such_as_watermarks_are_left_out():
    assert read([(LEFT, 700, 14, "KẾ HOẠCH")], extra="BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <2122> Tj ET\n") == ["KẾ HOẠCH"]


def test_a_page_that_is_only_a_picture_is_named_in_a_note():
    picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n"
    data = pdf_of(BODY, [], extra=picture)
    assert read_file(data, "a.pdf").notes == ("Trang 2 là ảnh quét, chưa có chữ nên không đọc được.",)


def test_pictures_with_a_stamp_of_letters_are_still_a_scan():
    picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n"
    with pytest.raises(Refused, match="bản quét") as refused:
        read_file(pdf_of([(LEFT, 700, 14, "Đã ký số")], [], extra=picture), "a.pdf")
    assert refused.value.code == "ban-scan"


def test_letters_without_a_known_code_are_refused():
    data = pdf_of(BODY).replace(b"beginbfchar", b"beginnothing").replace(b"/Subtype/Type1", b"/Subtype/Type0/Encoding/Identity-H")
    with pytest.raises(Refused) as refused:
        read_file(data, "a.pdf")
    assert refused.value.code in ("chu-khong-ma", "tep-hong", "ban-scan")


def test_a_page_that_is_turned_for_the_reader_is_read_as_it_is_shown():
    upwards = "BT /F1 14 Tf 0 1 -1 0 100 85 Tm <2122> Tj ET BT /F1 14 Tf 0 1 -1 0 120 85 Tm <2322> Tj ET\n"
    data = pdf_of([(85, 700, 14, "Kếm")], extra=upwards).replace(b"/MediaBox", b"/Rotate 90/MediaBox")
    assert lines_of(read_file(data, "a.pdf").text) == ["Km ếm"]  # two lines; what is level in the file stands upright on the page


def test_a_glyph_of_two_letters_is_read_as_both():
    data = pdf_of([(LEFT, 700, 14, "X nào")]).replace(b"<0058>", b"<00660066>")
    assert lines_of(read_file(data, "a.pdf").text) == ["ff nào"]


def test_places_count_from_the_visible_part_of_a_page():
    cells = [(100, 500, 12, "TT"), (160, 500, 12, "Việc"), (100, 470, 12, "1"), (160, 475, 12, "Họp")]
    data = pdf_of(cells, extra=ruled([90, 150, 300], [455, 490, 515]))
    data = data.replace(b"/MediaBox[0 0 595 842]", b"/MediaBox[-10 -20 595 842]/CropBox[20 50 580 800]")
    assert lines_of(read_file(data, "a.pdf").text) == ["TT\tViệc", "1\tHọp"]
