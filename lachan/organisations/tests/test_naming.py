"""Keys under which different ways of writing one name meet."""

import unicodedata

import pytest

from lachan.organisations.naming import agency_key, name_key, split_area_type


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Biên Hoà", "BIÊN HÒA"),
        ("Xã Ea H'leo", "xã Ea H’Leo"),
        ("Văn Miếu - Quốc Tử Giám", "Văn Miếu Quốc Tử Giám"),
        ("Phường 02", "Phường 2"),
        ("Thuỵ Lâm", unicodedata.normalize("NFD", "Thụy  Lâm")),
    ],
)
def test_names_of_areas_meet_whatever_their_writing(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("UBND các phường, xã", "Ủy ban nhân dân các phường, xã"),
        ("Phòng LĐ-TB&XH", "Phòng Lao động - Thương binh và Xã hội"),
        ("Phòng LĐTBXH", "Phòng Lao động - Thương binh và Xã hội"),
        ("VKSND TP", "Viện kiểm sát nhân dân thành phố"),
        ("TAND thành phố", "Tòa án nhân dân thành phố"),
        ("CATP", "Công an thành phố"),
        ("CA tỉnh", "Công an tỉnh"),
        ("Hội LHPN thành phố", "Hội Liên hiệp phụ nữ thành phố"),
        ("Ủy ban MTTQVN TP", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố"),
        ("BCĐ phòng, chống AIDS, TP&TNXH tỉnh", "Ban Chỉ đạo phòng, chống AIDS, tội phạm và tệ nạn xã hội tỉnh"),
        ("BĐBP tỉnh", "Bộ đội Biên phòng tỉnh"),
        ("Văn phòng HĐND-UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
        ("Phòng GD&ĐT", "Phòng Giáo dục và Đào tạo"),
    ],
)
def test_abbreviations_of_agencies_are_written_out(short, full):
    assert agency_key(short) == agency_key(full)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("TP. Biên Hòa", ("Thành phố", "bien hoa")),
        ("thị trấn Dầu Giây", ("Thị trấn", "dau giay")),
        ("P.5", ("Phường", "5")),
        ("Đặc khu Côn Đảo", ("Đặc khu", "con dao")),
        ("Biên Hòa", (None, "bien hoa")),
    ],
)
def test_the_type_is_taken_from_a_written_name(written, expected):
    assert split_area_type(written) == expected
