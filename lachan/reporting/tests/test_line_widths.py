import pytest

from lachan.reporting.renderers.line_widths import balanced_lines, line_width

MOTTO_IN_POINTS = 171.1


def test_the_width_of_the_motto_is_what_the_typeface_gives():
    assert line_width("Độc lập - Tự do - Hạnh phúc", size=14) == pytest.approx(MOTTO_IN_POINTS, abs=0.5)


def test_marks_over_letters_take_no_room_but_the_horn_does():
    assert line_width("ắ", size=10) == line_width("a", size=10)
    assert line_width("ở", size=10) > line_width("o", size=10)


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("CÔNG AN TỈNH", 178, ["CÔNG AN TỈNH"]),
        ("CÔNG AN THÀNH PHỐ BIÊN HÒA", 178, ["CÔNG AN", "THÀNH PHỐ BIÊN HÒA"]),
        ("một hai ba bốn", 60, ["một hai", "ba bốn"]),
        ("một\nhai ba", 178, ["một", "hai ba"]),
        ("", 178, [""]),
        ("MỘTTỪDÀIHƠNCẢDÒNG hai", 60, ["MỘTTỪDÀIHƠNCẢDÒNG", "hai"]),
    ],
)
def test_lines_are_few_even_and_part_no_name(text, limit, lines):
    assert balanced_lines(text, size=13, limit=limit) == lines


def test_breaking_loses_no_word():
    text = "Kết quả thực hiện Chương trình phòng, chống mua bán người giai đoạn 2021 - 2025, định hướng đến năm 2030 trên địa bàn"
    assert " ".join(balanced_lines(text, size=14, limit=150)) == text
