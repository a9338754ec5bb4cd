import pytest

from lachan.documents.reading import read_file, read_file_apart
from lachan.documents.reading.encodings import TCVN3, convert
from lachan.documents.reading.refusals import OldEncoding
from lachan.foundation.errors import Refused

from .samples import HEAD, OLD, PLAN, TCVN3_HEAD, word_of


@pytest.mark.parametrize(("data", "encoding", "name"), OLD)
def test_an_old_encoding_is_refused_by_name(data, encoding, name):
    with pytest.raises(Refused, match=name) as refused:
        read_file(data, "cu.txt")
    assert refused.value.code == "bang-ma-cu"
    assert refused.value.encoding == encoding


@pytest.mark.parametrize(("data", "encoding", "name"), OLD)
def test_an_old_encoding_is_converted_on_the_users_word(data, encoding, name):
    read = read_file(data, "cu.txt", encoding=encoding)
    assert read.text == HEAD
    assert any(name in note for note in read.notes)


def test_the_process_apart_refuses_and_converts_an_old_encoding_as_well():
    with pytest.raises(OldEncoding) as refused:
        read_file_apart(TCVN3_HEAD.encode("latin-1"), "cu.txt")
    assert refused.value.encoding == "tcvn3"
    assert read_file_apart(TCVN3_HEAD.encode("latin-1"), "cu.txt", encoding="tcvn3").text == HEAD


def test_the_capitals_of_vni_keep_their_marks():
    assert convert("UÛY BAN NHAÂN DAÂN TÆNH, ÑAÛNG, NGÖÔØI", "VNI") == "ỦY BAN NHÂN DÂN TỈNH, ĐẢNG, NGƯỜI"


def test_the_tcvn3_table_has_every_letter_once():
    assert len(set(TCVN3.values())) == len(TCVN3) == 74


def test_old_letters_saved_inside_a_unicode_word_file_are_recognised_too():
    data = word_of(*TCVN3_HEAD.split("\n"))
    with pytest.raises(Refused, match="TCVN3"):
        read_file(data, "cu.docx")
    assert read_file(data, "cu.docx", encoding="abc").text.split("\n\n")[0] == "Cộng hòa xã hội chủ nghĩa Việt Nam"


def test_a_unicode_text_is_left_alone_whatever_the_user_says():
    assert read_file(PLAN.encode(), "moi.txt", encoding="tcvn3").text == PLAN


def test_an_unknown_encoding_name_is_refused_with_the_known_ones():
    with pytest.raises(Refused, match="TCVN3") as refused:
        read_file(PLAN.encode(), "moi.txt", encoding="ebcdic")
    assert refused.value.code == "bang-ma-sai"
