from datetime import date

import pytest

from lachan.foundation import code_lists
from lachan.foundation.code_lists import AGE_BANDS, ETHNIC_GROUPS, EXPLOITATION_PURPOSE, MEANS, NATIONALITIES, SEX, Code, CodeList, age_band
from lachan.foundation.errors import Refused
from lachan.foundation.text import fold, nfc

LISTS = [SEX, EXPLOITATION_PURPOSE, MEANS, ETHNIC_GROUPS, NATIONALITIES, AGE_BANDS]


@pytest.mark.parametrize("codes", LISTS, ids=lambda codes: codes.name)
def test_every_code_has_a_source_and_a_name_of_its_own(codes):
    assert all(code.source for code in codes)
    names = [fold(name) for code in codes for name in {code.code, code.label, *code.aliases}]
    assert len(set(names)) == len(names)
    assert all(nfc(code.label) == code.label for code in codes)


def test_the_ethnic_groups_are_the_54_and_two_more():
    codes = [code.code for code in ETHNIC_GROUPS]
    assert codes == [f"{number:02d}" for number in range(1, 57)]
    assert ETHNIC_GROUPS.label_of("01") == "Kinh"
    assert ETHNIC_GROUPS.label_of("23") == "Bru-Vân Kiều"
    assert ETHNIC_GROUPS.label_of("54") == "Rơ-măm"


def test_validity_is_half_open():
    codes = CodeList("thử", (Code("a", "A", valid_to=date(2025, 7, 1)), Code("b", "B", valid_from=date(2025, 7, 1)), Code("c", "C")))
    assert [code.code for code in codes.valid_on(date(2025, 6, 30))] == ["a", "c"]
    assert codes.choices(on=date(2025, 7, 1)) == [("b", "B"), ("c", "C")]
    assert codes.label_of("a") == "A"


def test_the_sale_of_a_foetus_is_a_code_since_the_law_of_2024_holds():
    assert "foetus_sale" not in [code.code for code in EXPLOITATION_PURPOSE.valid_on(date(2025, 6, 30))]
    assert "foetus_sale" in [code.code for code in EXPLOITATION_PURPOSE.valid_on(date(2025, 7, 1))]


@pytest.mark.parametrize(
    ("codes", "text", "code"),
    [
        (ETHNIC_GROUPS, "hmong", "08"),
        (ETHNIC_GROUPS, "Mèo", "08"),
        (ETHNIC_GROUPS, "Cao Lan", "15"),
        (NATIONALITIES, "campuchia", "KH"),
        (NATIONALITIES, "đài loan", "TW"),
        (NATIONALITIES, "vn", "VN"),
        (SEX, "NỮ", "female"),
    ],
)
def test_a_file_may_say_code_label_or_alias(codes, text, code):
    assert codes.code_of(text) == code


def test_an_unknown_code_is_refused_by_the_name_of_the_list():
    with pytest.raises(Refused, match="“XX” không có trong danh mục quốc tịch"):
        NATIONALITIES.label_of("XX")
    with pytest.raises(Refused) as refused:
        NATIONALITIES.code_of("Sao Hỏa", field="nationality")
    assert refused.value.field == "nationality"


def test_a_code_cannot_stand_twice():
    with pytest.raises(ValueError, match="twice"):
        CodeList("thử", (Code("a", "A"), Code("a", "B")))


@pytest.mark.parametrize(
    ("born", "on", "band"),
    [
        (date(2010, 3, 2), date(2026, 3, 1), "<16"),
        (date(2010, 3, 2), date(2026, 3, 2), "16-17"),
        (date(2008, 3, 2), date(2026, 3, 1), "16-17"),
        (date(2008, 3, 2), date(2026, 3, 2), ">=18"),
        (date(2008, 2, 29), date(2026, 2, 28), "16-17"),
        (date(2008, 2, 29), date(2026, 3, 1), ">=18"),
        (2010, date(2026, 6, 1), "<16"),
        (2010, date(2026, 12, 31), "16-17"),
        (2009, date(2026, 6, 1), "16-17"),
        (2007, date(2026, 6, 1), ">=18"),
        (2026, date(2026, 6, 1), "<16"),
        (2027, date(2026, 6, 1), "unknown"),
        (date(2026, 6, 2), date(2026, 6, 1), "unknown"),
        (None, date(2026, 6, 1), "unknown"),
    ],
)
def test_age_bands_divide_at_16_and_18(born, on, band):
    assert age_band(born, on) == band
    assert band in AGE_BANDS


def test_the_room_offers_its_lists():
    assert set(code_lists.__all__) >= {"SEX", "MEANS", "Code", "CodeList"}
