import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lachan.foundation.text import collation_key, fold, initials, nfc, same_text, strip_controls


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Nguyễn Thị  Ánh", "nguyen thi anh"),
        ("ĐẮK LẮK", "dak lak"),
        ("Ðồng Đăng", "dong dang"),  # the first letter is the Icelandic one
        ("  a\u00a0\t b\n", "a b"),
        ("a \u200b b\u200bc\ufeff", "a bc"),
        ("trang một\x0ctrang hai", "trang mot trang hai"),
        ("Số: 04/KH-BCĐ.", "so: 04/kh-bcd."),
        ("０７９", "079"),
        ("ที่", "ที่"),
        ("", ""),
    ],
)
def test_fold_gives_the_search_form(text, folded):
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@settings(max_examples=200)
@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(("a", "b"), [("hoà", "hòa"), ("uỷ ban", "Ủy ban"), ("thuỳ", "THÙY"), ("khoẻ", "khỏe"), ("Đà Nẵng", "Da Nang")])
def test_texts_are_the_same_with_either_placement_of_the_tone(a, b):
    assert same_text(a, b)


def test_other_letters_are_not_the_same_text():
    assert not same_text("Lan", "Loan")


@pytest.mark.parametrize(
    "in_order",
    [
        "a à ả ã á ạ ă ằ â ấ",
        "d da đa e ê g",
        "o ô ơ p",
        "u ư v",
        "ba ba|ba cọc|bà con|bá",
        "Hoà An|Hòa Bình|Hoàng",
        "Phường 2|Phường 10|Phường An",
        "Brâu|Bru-Vân Kiều|Bruà",
        "1|02|10|a",
    ],
)
def test_collation_follows_the_vietnamese_alphabet(in_order):
    words = in_order.split("|") if "|" in in_order else in_order.split()
    keys = [collation_key(word) for word in words]
    assert keys == sorted(set(keys))


def test_collation_does_not_see_case_form_or_placement_of_the_tone():
    assert collation_key("HOÀ") == collation_key(unicodedata.normalize("NFD", "hòa"))


@settings(max_examples=200)
@given(st.text())
def test_a_collation_key_holds_only_hexadecimal_digits(text):
    assert set(collation_key(text)) <= set("0123456789abcdef")


@pytest.mark.parametrize(("name", "letters"), [("Nguyễn Thị Ánh", "NTA"), ("đỗ êm", "ĐÊ"), ("(Lan) Hoa", "LH"), ("  ", "")])
def test_initials_are_the_first_letters_without_tone(name, letters):
    assert initials(name) == letters


def test_strip_controls_keeps_what_is_seen_and_the_line_ends():
    assert strip_controls("a\x00b\u202ec\ud800\r\nd\te") == "abc\nd\te"


def test_nfc_composes():
    assert nfc("e\u0302\u0301") == "ế"
