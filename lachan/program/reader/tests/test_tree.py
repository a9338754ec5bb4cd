import pytest

from lachan.program.reader.lines import make_paragraphs, split_lines
from lachan.program.reader.tree import build_tree, ordinal_of, read_label


def labels(text):
    root = build_tree(make_paragraphs(split_lines(text)))
    return [(node.kind, node.path) for node in root.walk() if node.paragraph is not None]


@pytest.mark.parametrize(
    ("line", "kind", "label"),
    [
        ("PHẦN I.", "part", "I"),
        ("Phần thứ hai", "part", "thứ hai"),
        ("Chương II QUY ĐỊNH", "chapter", "II"),
        ("Điều 3. Hiệu lực", "article", "3"),
        ("I. MỤC TIÊU", "roman", "I"),
        ("II CÔNG TÁC TRỌNG TÂM", "roman", "II"),
        ("IV- TỔ CHỨC THỰC HIỆN", "roman", "IV"),
        ("A. PHẦN CHUNG", "capital", "A"),
        ("1. Mục tiêu", "number", "1"),
        ("1/ Mục tiêu", "number", "1"),
        ("2.1. Công tác", "dotted", "2.1"),
        ("2.1.3 Công tác", "dotted", "2.1.3"),
        ("1) Công tác", "bracket", "1"),
        ("đ) Tiếp tục", "letter", "đ"),
        ("(1) Tăng cường", "item", "1"),
        ("(2)Đấu tranh", "item", "2"),
        ("(i) Tăng cường", "subitem", "i"),
        ("- 100% nạn nhân", "dash", "-"),
        ("+ Xây dựng", "plus", "+"),
        ("• Xây dựng", "bullet", "•"),
        ("Công an tỉnh chủ trì", "text", ""),
        ("V/v phòng, chống", "text", ""),
        ("30/7 là ngày", "text", ""),
        ("2.500 người", "text", ""),
    ],
)
def test_label_is_read_with_its_kind(line, kind, label):
    (paragraph,) = make_paragraphs(split_lines(line))
    node = read_label(paragraph)
    assert (node.kind, node.label) == (kind, label)


def test_depth_follows_the_labels():
    text = "I. MỤC TIÊU\n1. Chung\n- Một\n- Hai\n2. Riêng\n2.1. Nhỏ\na) Chữ\n(1) Mục\n- Gạch\n+ Cộng\nb) Chữ\nII. NHIỆM VỤ\n1. Chung"
    assert labels(text) == [
        ("roman", "I"),
        ("number", "I.1"),
        ("dash", "I.1"),
        ("dash", "I.1"),
        ("number", "I.2"),
        ("dotted", "I.2.1"),
        ("letter", "I.2.1.a"),
        ("item", "I.2.1.a(1)"),
        ("dash", "I.2.1.a(1)"),
        ("plus", "I.2.1.a(1)"),
        ("letter", "I.2.1.b"),
        ("roman", "II"),
        ("number", "II.1"),
    ]


def test_repeated_labels_are_kept_as_printed():
    assert labels("d) Một\nd) Hai") == [("letter", "d"), ("letter", "d")]


def test_heading_on_the_next_line_belongs_to_its_label():
    root = build_tree(make_paragraphs(split_lines("PHẦN II.\nKẾT QUẢ CÔNG TÁC\nI. PHÒNG NGỪA")))
    (part,) = root.children
    assert part.text == "KẾT QUẢ CÔNG TÁC"
    assert [child.path for child in part.children] == ["Phần II.I"]


@pytest.mark.parametrize(
    ("kind", "label", "place"), [("roman", "IX", 9), ("letter", "đ", 5), ("dotted", "2.3", 3), ("part", "thứ ba", 3), ("dash", "-", None)]
)
def test_ordinal_is_the_place_in_the_row(kind, label, place):
    assert ordinal_of(kind, label) == place
