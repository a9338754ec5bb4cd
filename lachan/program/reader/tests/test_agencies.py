import pytest

from lachan.program.reader.agencies import read_agencies, standing_agency, starts_agency
from lachan.program.reader.departments import read_departments


@pytest.mark.parametrize(
    ("sentence", "names", "rest"),
    [
        ("Công an tỉnh chủ trì thực hiện.", ["Công an tỉnh"], "chủ trì thực hiện."),
        (
            "Sở Lao động - Thương binh và Xã hội, Công an tỉnh và Hội Liên hiệp Phụ nữ tỉnh tiến hành",
            ["Sở Lao động - Thương binh và Xã hội", "Công an tỉnh", "Hội Liên hiệp Phụ nữ tỉnh"],
            "tiến hành",
        ),
        ("Sở Văn hóa, Thể thao và Du lịch phối hợp", ["Sở Văn hóa, Thể thao và Du lịch"], "phối hợp"),
        ("Phòng Giáo dục và Đào tạo, Phòng Y tế tổ chức", ["Phòng Giáo dục và Đào tạo", "Phòng Y tế"], "tổ chức"),
        ("các sở, ngành liên quan và UBND các huyện, thị xã thực hiện", ["các sở, ngành liên quan", "UBND các huyện, thị xã"], "thực hiện"),
        ("Các ban, ngành, UBND các phường, xã theo chức năng", ["Các ban, ngành, UBND các phường, xã"], "theo chức năng"),
        (
            "Các ngành thành viên Ban Chỉ đạo phòng, chống tội phạm và xây dựng phong trào tỉnh và UBND các xã lồng ghép",
            ["Các ngành thành viên Ban Chỉ đạo phòng, chống tội phạm và xây dựng phong trào tỉnh", "UBND các xã"],
            "lồng ghép",
        ),
        ("cơ quan điều tra thực hiện", ["cơ quan điều tra"], "thực hiện"),
        ("Văn phòng HĐND và UBND thành phố chủ trì", ["Văn phòng HĐND và UBND thành phố"], "chủ trì"),
        ("Công an huyện - Cơ quan Thường trực Ban Chỉ đạo huyện kiểm tra", ["Công an huyện"], "kiểm tra"),
        ("thủ trưởng các cơ quan, đơn vị xây dựng", ["thủ trưởng các cơ quan, đơn vị"], "xây dựng"),
        ("các tổ chức chính trị - xã hội tham gia", ["các tổ chức chính trị - xã hội"], "tham gia"),
        ("Sở Lao động - Thương binh và xã hội chủ trì", ["Sở Lao động - Thương binh và xã hội"], "chủ trì"),
        ("Phòng Phòng, chống tệ nạn xã hội làm đầu mối", ["Phòng Phòng, chống tệ nạn xã hội"], "làm đầu mối"),
        ("TAND tỉnh và UBND huyện, thị xã, thành phố thực hiện", ["TAND tỉnh", "UBND huyện, thị xã, thành phố"], "thực hiện"),
        (
            "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương chỉ đạo",
            ["Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương"],
            "chỉ đạo",
        ),
        ("Trưởng các thôn, bản tuyên truyền", ["Trưởng các thôn, bản"], "tuyên truyền"),
        ("UBND các huyện biên giới tuần tra", ["UBND các huyện biên giới"], "tuần tra"),
        (
            "các thành viên Ban Chỉ đạo, Ban Chỉ đạo 138 các huyện nghiêm túc",
            ["các thành viên Ban Chỉ đạo", "Ban Chỉ đạo 138 các huyện"],
            "nghiêm túc",
        ),
        (
            "các cơ quan chức năng của Bộ Chỉ huy Quân sự tỉnh, Bộ Quốc phòng triển khai",
            ["các cơ quan chức năng của Bộ Chỉ huy Quân sự tỉnh, Bộ Quốc phòng"],
            "triển khai",
        ),
        ("Bộ Công an, Bộ Quốc phòng triển khai", ["Bộ Công an", "Bộ Quốc phòng"], "triển khai"),
    ],
)
def test_names_end_where_the_action_begins(sentence, names, rest):
    found, end = read_agencies(sentence)
    assert [agency.name for agency in found] == names
    assert sentence[end:].strip() == rest


@pytest.mark.parametrize(
    "words",
    ["Tổ chức các lớp tập huấn", "TỔ CHỨC THỰC HIỆN", "Ban hành kế hoạch", "Phòng, chống mua bán người", "Hội nghị", "Bộ chỉ số", "Vụ án"],
)
def test_words_that_only_look_like_a_name_begin_no_agency(words):
    assert not starts_agency(words)


def test_offsets_of_a_name_give_its_words_back():
    sentence = "Giao Công an tỉnh, Sở Y tế thực hiện"
    found, _ = read_agencies(sentence, 5)
    assert [sentence[agency.start : agency.end] for agency in found] == ["Công an tỉnh", "Sở Y tế"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Giao Công an tỉnh - Cơ quan Thường trực Ban Chỉ đạo", "Công an tỉnh"),
        ("Công an huyện (Cơ quan thường trực) đôn đốc", "Công an huyện"),
        ("Công an huyện là cơ quan thường trực", "Công an huyện"),
        ("Công an huyện đôn đốc", None),
    ],
)
def test_standing_agency_is_the_one_so_called(sentence, name):
    assert standing_agency(sentence) == name


def test_departments_after_one_common_word_are_told_apart():
    text = "Các Sở: Y tế, Giáo dục và Đào tạo, Văn hóa, Thể thao và Du lịch, Tài chính và Tư pháp tổ chức thực hiện"
    names, end = read_departments(text, 0)
    assert names == ["Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch", "Sở Tài chính", "Sở Tư pháp"]
    assert text[end:].strip() == "tổ chức thực hiện"
    assert read_departments("Các Sở, ban, ngành thực hiện", 0) is None
