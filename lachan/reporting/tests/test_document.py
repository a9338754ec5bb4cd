import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from lachan.reporting.document import (
    Annex,
    Column,
    Figure,
    Heading,
    HeadingForm,
    ListBlock,
    Paragraph,
    Row,
    Table,
    Text,
    addressee_lines,
    annex_label,
    annex_reference,
    basis_lines,
    body_blocks,
    clean_text,
    figures_of,
    number_line,
    place_and_date_line,
    plain_text,
    recipient_lines,
)
from lachan.reporting.tests.sample import COMMITTEE_DRAFT, REPORT, figure, paragraph, runs


def test_a_number_below_ten_gets_a_leading_zero():
    assert number_line(REPORT) == "Số: 08/BC-CATP"
    assert number_line(replace(REPORT, number=123)) == "Số: 123/BC-CATP"


def test_a_document_not_yet_issued_leaves_room_for_number_and_date():
    assert number_line(COMMITTEE_DRAFT) == "Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-CATP"
    assert place_and_date_line(COMMITTEE_DRAFT) == "Biên Hòa, ngày … tháng … năm …"


@pytest.mark.parametrize(
    ("day", "spoken"),
    [
        (date(2024, 2, 7), "Biên Hòa, ngày 07 tháng 02 năm 2024"),
        (date(2024, 3, 10), "Biên Hòa, ngày 10 tháng 3 năm 2024"),
        (date(2024, 12, 31), "Biên Hòa, ngày 31 tháng 12 năm 2024"),
    ],
)
def test_days_below_ten_and_the_first_two_months_get_a_leading_zero(day, spoken):
    assert place_and_date_line(replace(REPORT, date=day)) == spoken


def test_bases_and_recipients_close_with_semicolons_and_a_last_full_stop():
    document = replace(REPORT, bases=("Căn cứ A;", "Căn cứ B"), recipients=("- Như trên", "UBND tỉnh;"), archive="- Lưu: VT, PC02.")
    assert basis_lines(document) == ("Căn cứ A;", "Căn cứ B.")
    assert recipient_lines(document) == ("- Như trên;", "- UBND tỉnh;", "- Lưu: VT, PC02.")


def test_a_single_addressee_stays_on_the_line_and_several_get_dashes():
    assert addressee_lines(replace(REPORT, addressees=("Công an tỉnh",))) == ("Công an tỉnh",)
    assert addressee_lines(replace(REPORT, addressees=("Công an tỉnh", "UBND tỉnh"))) == ("- Công an tỉnh;", "- UBND tỉnh.")


@pytest.mark.parametrize(
    ("label", "form"),
    [
        ("Phần I", HeadingForm.PART),
        ("Chương II", HeadingForm.PART),
        ("XIV.", HeadingForm.SECTION),
        ("A.", HeadingForm.SECTION),
        ("1.", HeadingForm.CLAUSE),
        ("2.1.", HeadingForm.CLAUSE),
        ("đ)", HeadingForm.POINT),
        ("(1)", HeadingForm.ITEM),
        ("-", HeadingForm.ITEM),
    ],
)
def test_the_form_of_a_heading_follows_from_its_label(label, form):
    assert Heading(1, label, "Tình hình").form is form


def test_a_heading_without_label_takes_its_form_from_its_level():
    assert [Heading(level, "", "Tình hình").form for level in (1, 2, 3)] == [HeadingForm.SECTION, HeadingForm.CLAUSE, HeadingForm.POINT]


@pytest.mark.parametrize("level", [0, 6])
def test_a_heading_level_outside_one_to_five_is_refused(level):
    with pytest.raises(ValueError, match="level"):
        Heading(level, "I.", "Tình hình")


@pytest.mark.parametrize(
    ("last", "ending"),
    [
        (paragraph("Hết."), "Hết./."),
        (paragraph("Hết;"), "Hết./."),
        (paragraph("Hết./."), "Hết./."),
        (paragraph("Cộng ", figure("7")), "Cộng 7./."),
        (ListBlock((runs("Một;"), runs("Hai."))), "Hai./."),
        (Heading(1, "I.", "Phần cuối"), "./."),
        (Table((Column("A"),), (Row((runs("1"),)),)), "./."),
    ],
)
def test_the_text_before_the_signature_closes_with_the_end_mark(last, ending):
    document = replace(REPORT, blocks=(paragraph("Mở đầu."), last, Annex("Biểu", (paragraph("Chú thích."),))))
    closing = body_blocks(document)[-1]
    text = "".join(run.text for run in (closing.items[-1] if isinstance(closing, ListBlock) else closing.runs))
    assert text == ending


def test_the_end_mark_keeps_the_figure_that_it_follows():
    closing = body_blocks(replace(REPORT, blocks=(paragraph("Cộng ", figure("7")),)))[-1]
    assert closing == Paragraph((Text("Cộng "), figure("7"), Text("./.")))


def test_figures_are_found_in_text_lists_tables_and_annexes_in_reading_order():
    one, two, three, four = (Figure(str(number), f"code.{number}", number) for number in range(1, 5))
    table = Table((Column("A"), Column("B")), (Row((runs(three), runs("x"))),))
    document = replace(REPORT, blocks=(paragraph("a ", one), ListBlock((runs(two),)), table, Annex("Biểu", (paragraph(four),))))
    assert figures_of(document) == (one, two, three, four)


def test_a_row_with_too_few_cells_is_refused_with_its_number():
    with pytest.raises(ValueError, match="'Biểu 1': row 2 has 1 cells for 2 columns"):
        Table((Column("A"), Column("B")), (Row((runs("1"), runs("2"))), Row((runs("1"),))), caption="Biểu 1")


def test_annexes_are_numbered_in_roman_only_when_there_are_two():
    assert [annex_label(REPORT, index) for index in (0, 1)] == ["Phụ lục I", "Phụ lục II"]
    assert annex_label(replace(REPORT, blocks=(Annex("Biểu", ()),)), 0) == "Phụ lục"


def test_an_annex_names_the_document_that_it_goes_with():
    assert annex_reference(REPORT) == "(Kèm theo Báo cáo số 08/BC-CATP ngày 07 tháng 6 năm 2024 của Công an thành phố Biên Hòa)"


def test_clean_text_drops_what_no_page_can_hold_and_keeps_line_breaks():
    assert clean_text("a\x00b\x07c\ud800d\ufffee\u202ef\U0001ffffg") == "abcdefg"
    assert clean_text("một\r\nhai\x0bba\tbốn") == "một\nhai\nba bốn"


def test_clean_text_composes_vietnamese_letters():
    assert clean_text(unicodedata.normalize("NFD", "Tiếng Việt")) == "Tiếng Việt"


def test_plain_text_runs_from_the_issuing_body_to_the_last_annex():
    lines = plain_text(REPORT).split("\n")
    assert lines[:3] == ["CÔNG AN TỈNH ĐỒNG NAI", "CÔNG AN THÀNH PHỐ BIÊN HÒA", "Số: 08/BC-CATP"]
    assert " | Cộng | 14 | 17 | 3" in lines
    assert lines.index("Nơi nhận:") < lines.index("Phụ lục I") < lines.index("GIẢI THÍCH CÁCH TÍNH")
    assert "DỰ THẢO" not in lines
    assert "DỰ THẢO" in plain_text(COMMITTEE_DRAFT)
