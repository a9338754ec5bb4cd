import codecs
import unicodedata

import pytest

from lachan.documents.reading import read_file
from lachan.foundation.errors import Refused

from .samples import PLAN


def read(data: bytes) -> str:
    return read_file(data, "ke-hoach.txt").text


def test_lines_are_kept_exactly_so_that_line_numbers_are_those_of_the_source():
    source = "\n\nSố: 04 /KH-BCĐ\n  Biên Hòa | \n\n\nKẾ HOẠCH"
    assert read(source.encode()) == source


@pytest.mark.parametrize(
    "data",
    [
        PLAN.encode(),
        codecs.BOM_UTF8 + PLAN.encode(),
        PLAN.encode("utf-16"),
        codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"),
        PLAN.encode("utf-32"),
        PLAN.replace("\n", "\r\n").encode(),
        PLAN.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", PLAN).encode(),
    ],
)
def test_every_writing_of_unicode_gives_the_same_text(data):
    assert read(data) == PLAN


def test_mixed_line_ends_become_one_kind():
    assert read("một\r\nhai\rba\nbốn\u2028năm".encode()) == "một\nhai\nba\nbốn\nnăm"


def test_invisible_characters_go_and_strange_spaces_become_spaces():
    assert read("mua\u00a0bán\u200b ng\u00adười\u202e; 04/KH\u2011BCĐ\ufeff".encode()) == "mua bán người; 04/KH-BCĐ"


@pytest.mark.parametrize("data", [b"m\0t", bytes(range(1, 32)) * 20, "chữ".encode("utf-16-le"), bytes(range(256))])
def test_what_is_not_text_is_refused(data):
    with pytest.raises(Refused) as refused:
        read(data)
    assert refused.value.code == "tep-nhi-phan"


def test_unknown_bytes_are_refused_and_not_guessed():
    with pytest.raises(Refused) as refused:
        read("Où est le café? Déjà vu.".encode("cp1252"))
    assert refused.value.code == "bang-ma-la"


def test_a_file_of_blanks_is_refused():
    with pytest.raises(Refused) as refused:
        read(b" \n\t\r\n")
    assert refused.value.code == "khong-co-chu"


def test_a_text_beyond_the_limit_is_refused():
    with pytest.raises(Refused, match="5 triệu ký tự"):
        read(b"a" * 5_000_001)


def test_a_few_damaged_bytes_are_shown_and_noted():
    damaged = PLAN.encode() * 9 + b"\xe1\xba"
    found = read_file(damaged, "ke-hoach.txt")
    assert found.text == PLAN * 9 + "\ufffd"
    assert found.notes == ("Có 1 ký tự không đọc được, ghi là \ufffd.",)
