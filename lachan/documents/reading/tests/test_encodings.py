import pytest

from lachan.documents.reading import read_file
from lachan.documents.reading.encodings import TCVN3, convert
from lachan.foundation.errors import Refused

from .samples import PLAN, windows_1258, word_of

HEAD = "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\nKế hoạch phòng, chống mua bán người năm 2024"
TCVN3_HEAD = "Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\nKÕ ho¹ch phßng, chèng mua b¸n ng\u00adêi n¨m 2024"
VNI_HEAD = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\nÑoäc laäp - Töï do - Haïnh phuùc\nKeá hoaïch phoøng, choáng mua baùn ngöôøi naêm 2024"
OLD = [
    (TCVN3_HEAD.encode("latin-1"), "tcvn3", "TCVN3"),
    (VNI_HEAD.encode("latin-1"), "vni", "VNI"),
    (windows_1258(HEAD), "windows-1258", "Windows-1258"),
]


@pytest.mark.parametrize(("data", "encoding", "name"), OLD)
def test_an_old_encoding_is_refused_by_name(data, encoding, name):
    with pytest.raises(Refused, match=name) as refused:
        read_file(data, "cu.txt")
    assert refused.value.code == "bang-ma-cu"


@pytest.mark.parametrize(("data", "encoding", "name"), OLD)
def test_an_old_encoding_is_converted_on_the_users_word(data, encoding, name):
    assert read_file(data, "cu.txt", encoding=encoding).text == HEAD


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
