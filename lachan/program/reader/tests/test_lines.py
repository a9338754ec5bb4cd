import unicodedata

import pytest

from lachan.program.reader.lines import is_cut, make_paragraphs, split_lines, wrap_width
from lachan.program.reader.spelling import bare, find_role_slips, mend_roles

LONG = "Tổ chức quán triệt các chỉ thị, nghị quyết của Trung ương, Chính phủ, Tỉnh ủy và Ban Chỉ đạo 138"


def test_lines_count_from_one_and_are_composed():
    lines = split_lines(unicodedata.normalize("NFD", "Kế hoạch\n\nMục tiêu"))
    assert [(line.number, line.text) for line in lines] == [(1, "Kế hoạch"), (2, ""), (3, "Mục tiêu")]


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        (LONG, "tỉnh về công tác an ninh.", True),
        (LONG + ",", "UBND tỉnh về công tác an ninh.", True),
        (LONG + ".", "tỉnh về công tác an ninh.", False),
        (LONG + ",", "d) Đẩy nhanh tiến độ.", False),
        (LONG, "Công an tỉnh chủ trì.", False),
        ("Công tác trọng tâm", "tỉnh về công tác an ninh.", False),
    ],
)
def test_sentence_is_cut_when_it_ends_open_and_no_item_begins(line, following, expected):
    assert is_cut(line, following) is expected


def test_cut_sentence_is_joined_over_a_blank_line_without_changing_the_text():
    lines = split_lines(f"- {LONG}\n\ntỉnh về công tác an ninh.")
    assert [line.continues_on for line in lines] == [3, None, None]
    (paragraph,) = make_paragraphs(lines)
    start = paragraph.text.index("138")
    assert [(place.line, place.text) for place in paragraph.places(start, start + 8)] == [(1, "138"), (3, "tỉnh")]


def test_places_leave_out_emphasis_and_table_bars():
    (paragraph,) = make_paragraphs(split_lines("thời gian **từ 01/7/2024** |"))
    (place,) = paragraph.places(10, len(paragraph.text))
    assert place.text == "từ 01/7/2024"


def test_text_wrapped_at_a_width_is_joined_to_paragraphs():
    words = ("Tổ chức tuyên truyền phổ biến pháp luật cho người dân ở các địa bàn trọng điểm về Công an " * 12).split()
    lines, current = [], ""
    for word in words:
        if len(current) + len(word) > 78:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}".strip()
    text = "\n".join([*lines, current[:30] + "."] * 3)
    assert wrap_width(text.split("\n")) is not None
    assert len(make_paragraphs(split_lines(text))) == 3


def test_bare_text_keeps_its_length():
    assert bare("Đề nghị: QUÝ IV") == "de nghi: quy iv"
    assert len(bare("Thừa Thiên – Huế ﬁ ½")) == len("Thừa Thiên – Huế ﬁ ½")


def test_slips_in_role_words_are_found_and_read_as_meant():
    assert [meant for _, _, meant in find_role_slips("Công an chủ tri, phối hơp với Sở Y tế")] == ["chủ trì", "phối hợp"]
    assert mend_roles("Phối hơp với") == "Phối hợp với"
    assert find_role_slips("chủ trì, phối hợp, tham gia") == []
