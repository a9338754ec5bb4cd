"""The data files: their counts, their overlays and what they admit not to know."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from lachan.foundation.sources import Mark
from lachan.foundation.text import nfc
from lachan.organisations import register


@pytest.fixture(scope="module")
def base():
    return register.read_base()


@pytest.fixture(scope="module")
def whole():
    return register.read_register()


def _counts(areas, *, is_new):
    return Counter(row.level for row in areas.values() if row.ref.endswith("-2025") == is_new)


def test_before_july_2025_there_are_63_provinces_696_districts_and_10035_communes(base):
    assert _counts(base.areas, is_new=False) == {"province": 63, "district": 696, "commune": 10_035}


def test_since_july_2025_there_are_34_provinces_and_3321_communes_and_no_district(base):
    assert _counts(base.areas, is_new=True) == {"province": 34, "commune": 3_321}


def test_10602_links_lead_to_communes_and_63_to_provinces(base):
    assert Counter(base.areas[link.successor].level for link in base.links) == {"commune": 10_602, "province": 63}


def test_471_old_units_are_split_over_several(base):
    by_old = Counter(link.predecessor for link in base.links)
    split = {ref for ref, count in by_old.items() if count > 1}
    assert len(split) == 471
    assert Counter(by_old[ref] for ref in split) == {2: 397, 3: 58, 4: 15, 5: 1}
    assert {link.predecessor for link in base.links if link.extent == "part"} == split


def test_every_old_commune_has_a_successor_and_every_new_unit_a_predecessor(base):
    olds, news = {link.predecessor for link in base.links}, {link.successor for link in base.links}
    for row in base.areas.values():
        if row.ref.endswith("-2025"):
            assert row.ref in news
        elif row.level != "district":
            assert row.ref in olds


def test_only_five_island_districts_are_linked_themselves(base):
    names = {base.areas[link.predecessor].name for link in base.links if base.areas[link.predecessor].level == "district"}
    assert names == {"Bạch Long Vĩ", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn", "Côn Đảo"}


def test_no_link_crosses_the_border_of_a_new_province(base):
    province = {link.predecessor: link.successor for link in base.links if base.areas[link.predecessor].level == "province"}
    for link in base.links:
        assert province[register.root_of(base.areas, link.predecessor)] == register.root_of(base.areas, link.successor)


def test_eleven_provinces_are_unchanged(base):
    assert sum(1 for link in base.links if link.extent == "unchanged" and base.areas[link.successor].level == "province") == 11


def test_codes_keep_their_zeros_and_names_are_composed_text(base):
    digits = {"province": 2, "district": 3, "commune": 5}
    for row in base.areas.values():
        assert re.fullmatch(rf"\d{{{digits[row.level]}}}", row.code)
        assert row.name == nfc(row.name) == row.name.strip()
        assert "  " not in row.name


def test_the_written_name_decides_where_the_type_column_contradicts_it(base):
    assert base.areas["c27046"].type_name == "Phường"
    assert base.areas["c31299-2025"].type_name == "Xã"


def test_old_units_have_an_unknown_beginning_and_end_when_the_new_begin(base):
    old, new = base.areas["c26008"], base.areas["c26017-2025"]
    assert (old.valid_from, old.valid_to) == (None, register.LEGACY_END)
    assert "không rõ ngày bắt đầu" in old.source
    assert (new.valid_from, new.valid_to) == (register.LEGACY_END, None)


def test_overlay_of_2024_gives_bien_hoa_its_thirty_communes(base, whole):
    def communes(areas):
        return [row for row in areas.values() if row.parent == "d731"]

    assert (len(communes(base.areas)), len(communes(whole.areas))) == (25, 30)


def test_overlay_of_2026_changes_titles_and_keeps_what_they_were(whole):
    assert whole.areas["p75-2025"].type_name == "Thành phố"
    former = next(title for title in whole.titles if title.ref == "p75-2025")
    assert (former.type_name, former.valid_to.isoformat(), former.mark) == ("Tỉnh", "2026-04-30", Mark.SECONDARY)
    cities = [row for row in whole.areas.values() if row.level == "province" and row.ref.endswith("-2025") and row.type_name == "Thành phố"]
    assert len(cities) == 9


def test_overlays_refer_only_to_areas_that_exist(whole):
    refs = set(whole.areas)
    assert {ref for link in whole.links for ref in (link.predecessor, link.successor)} <= refs
    assert {title.ref for title in whole.titles} <= refs
    assert {gap.area for gap in register.read_gaps()} <= refs | {"*"}


def test_family_of_a_province_holds_all_that_its_communes_were_made_of(whole):
    part = register.family(whole, {"75"})
    provinces = {row.ref for row in part.areas.values() if row.level == "province"}
    assert provinces == {"p70", "p75", "p75-2025"}
    made_of = {link.successor for link in part.links}
    assert all(row.ref in made_of for row in part.areas.values() if row.ref.endswith("-2025"))


def test_notice_of_the_source_licence_travels_with_the_data():
    text = (files("lachan.organisations") / "data" / "SOURCES.md").read_text(encoding="utf-8")
    assert "Copyright (c) 2025 Tran Ngoc Minh Hieu" in text
    assert "Permission is hereby granted, free of charge" in text
