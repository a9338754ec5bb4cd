"""Loading areas, finding them by name, code and day, and following who became whom."""

import datetime
import io
from decimal import Decimal

import pytest
from django.core.management import call_command

from lachan.organisations import operations, queries
from lachan.organisations.models import Area, AreaSuccession, Extent, FormerTitle

PLAN_DAY = datetime.date(2024, 3, 21)
SPRING_2025 = datetime.date(2025, 4, 1)
NEW = datetime.date(2025, 7, 1)
TODAY = datetime.date(2026, 11, 21)


def _refs(areas):
    return [area.ref for area in areas]


def _steps(steps):
    return {step.area.name: (step.extent, step.share) for step in steps}


def test_loading_twice_changes_nothing(dong_nai, db):
    before = set(Area.objects.values_list("pk", "ref", "path"))
    counts = (AreaSuccession.objects.count(), FormerTitle.objects.count())
    operations.load_areas({"75"})
    assert set(Area.objects.values_list("pk", "ref", "path")) == before
    assert (AreaSuccession.objects.count(), FormerTitle.objects.count()) == counts


def test_the_command_says_what_it_loaded(dong_nai, db):
    output = io.StringIO()
    call_command("load_areas", province=["75"], stdout=output)
    assert output.getvalue() == f"{Area.objects.count()} areas, {AreaSuccession.objects.count()} successions, 3 former titles\n"


def test_full_name_names_every_level(area):
    assert area("c26008").full_name == "phường Tân Hiệp, thành phố Biên Hòa, tỉnh Đồng Nai"


def test_within_is_the_area_and_everything_below_it(area):
    found = Area.objects.within(area("d731"))
    assert found.filter(level="commune").count() == 30
    assert found.filter(level="district").count() == 1
    assert found.count() == 31


def test_bien_hoa_has_thirty_communes_on_the_day_of_its_plan_and_25_a_year_later(area):
    city = area("d731")
    assert queries.communes_of(city, on=PLAN_DAY).count() == 30
    assert queries.communes_of(city, on=SPRING_2025).count() == 25
    assert queries.communes_of(city, on=NEW).count() == 0


def test_a_code_names_the_area_that_carried_it_on_that_day(dong_nai, db):
    assert queries.area_on("26041", on=PLAN_DAY).name == "Quyết Thắng"
    assert queries.area_on("26032", on=PLAN_DAY).name == "Trung Dũng"
    assert queries.area_on("26041", on=SPRING_2025).name == "Trung Dũng"
    assert queries.area_on("26041", on=NEW).name == "Trấn Biên"
    assert queries.area_on("26032", on=SPRING_2025) is None
    assert queries.area_on("731", on=NEW) is None


@pytest.mark.parametrize(
    ("written", "ref"),
    [
        ("TP. Biên Hoà", "d731"),
        ("thành phố BIÊN HÒA", "d731"),
        ("P. Tân Hiệp", "c26008"),
        ("phường Tân Hiệp, TP Biên Hòa, tỉnh Đồng Nai", "c26008"),
        ("phường Tân Hiệp, tỉnh Đồng Nai", "c26008"),
        ("Xã Long Hưng, Biên Hòa", "c26380"),
        ("tỉnh Đồng Nai", "p75"),
        ("phường Tam Hòa", "c26035-until-2024"),
    ],
)
def test_a_written_name_finds_its_area(dong_nai, db, written, ref):
    assert _refs(queries.find_areas(written, on=PLAN_DAY)) == [ref]


def test_a_name_of_several_areas_returns_them_all(dong_nai, db):
    found = queries.find_areas("Tân Hiệp", on=PLAN_DAY)
    assert len(found) > 1
    assert "c26008" in _refs(found)


def test_candidates_are_narrowed_by_type_and_place(area):
    city = area("d731")
    assert _refs(queries.find_areas("Tân Hiệp", on=PLAN_DAY, within=city)) == ["c26008"]
    assert queries.find_areas("phường Tân Hiệp, huyện Long Thành", on=PLAN_DAY) == []


def test_the_name_of_a_province_follows_the_day(dong_nai, db):
    assert _refs(queries.find_areas("tỉnh Đồng Nai", on=NEW)) == ["p75-2025"]
    assert _refs(queries.find_areas("thành phố Đồng Nai", on=TODAY)) == ["p75-2025"]
    assert queries.find_areas("tỉnh Đồng Nai", on=TODAY) == []


def test_an_unchanged_commune_has_itself_in_the_new_register_as_its_whole_successor(area):
    (step,) = queries.successors(area("c26374"), on=TODAY)
    assert (step.area.ref, step.extent, step.share, step.is_whole) == ("c26374-2025", Extent.UNCHANGED, Decimal(1), True)


def test_a_chain_of_two_mergers_is_followed(area):
    (step,) = queries.successors(area("c26038-until-2024"), on=TODAY)
    assert (step.area.name, step.extent, step.is_whole) == ("Trấn Biên", Extent.WHOLE, True)
    (halfway,) = queries.successors(area("c26038-until-2024"), on=SPRING_2025)
    assert halfway.area.ref == "c26023"


def test_a_split_commune_has_several_successors_with_unknown_shares(dong_nai, db):
    split = Area.objects.filter(successions__extent=Extent.PART, valid_to=NEW).exclude(ref="c25996").first()
    steps = queries.successors(split, on=TODAY)
    assert len(steps) > 1
    assert all(step.share is None and step.extent == Extent.PART and not step.is_whole for step in steps)


def test_boundary_changes_after_the_day_that_is_meant_count(area):
    as_it_last_was = queries.successors(area("c25996"), on=SPRING_2025)
    as_the_plan_meant = queries.successors(area("c25996"), on=SPRING_2025, since=PLAN_DAY)
    assert _steps(as_it_last_was) == {"Tân Phong": (Extent.UNCHANGED, Decimal(1))}
    assert _steps(as_the_plan_meant) == {
        "Tân Phong": (Extent.PART, None),
        "Quang Vinh": (Extent.PART, None),
        "Trung Dũng": (Extent.PART, None),
    }


def test_a_district_is_followed_through_its_communes(area):
    steps = queries.successors(area("d731"), on=TODAY)
    names = {step.area.name for step in steps}
    assert {"Trấn Biên", "Biên Hòa", "Tam Hiệp", "Phước Tân", "Tam Phước"} <= names
    assert all(step.extent == Extent.PART and step.share is None for step in steps)


def test_an_old_province_lies_wholly_in_the_new_one(area):
    (step,) = queries.successors(area("p75"), on=TODAY)
    assert (step.area.ref, step.is_whole) == ("p75-2025", True)


def test_predecessors_are_those_of_the_day_asked_for(area):
    tran_bien = area("c26041-2025")
    in_2025 = _steps(queries.predecessors(tran_bien, on=SPRING_2025))
    in_2024 = _steps(queries.predecessors(tran_bien, on=PLAN_DAY))
    assert in_2025 == dict.fromkeys(
        ["Bửu Long", "Quang Vinh", "Thống Nhất", "Trung Dũng", "An Bình", "Hiệp Hòa"], (Extent.WHOLE, Decimal(1))
    )
    assert in_2024.keys() - in_2025.keys() == {"Hòa Bình", "Thanh Bình", "Quyết Thắng", "Tân Phong"}
    assert in_2024["Hòa Bình"] == (Extent.WHOLE, Decimal(1))
    assert in_2024["Tân Phong"] == (Extent.PART, None)


def test_an_area_is_its_own_predecessor_and_successor_while_it_lasts(area):
    ward = area("c26008")
    assert _steps(queries.successors(ward, on=SPRING_2025)) == {"Tân Hiệp": (Extent.UNCHANGED, Decimal(1))}
    assert _steps(queries.predecessors(ward, on=PLAN_DAY)) == {"Tân Hiệp": (Extent.UNCHANGED, Decimal(1))}


def test_gaps_are_told_where_something_is_missing_and_not_where_it_was_checked(area):
    assert queries.known_gaps(area("d731"), on=PLAN_DAY) == []
    assert queries.known_gaps(area("c26008"), on=PLAN_DAY) == []
    (gap,) = queries.known_gaps(area("p75"), on=PLAN_DAY)
    assert "170 đơn vị cấp xã, danh mục có 164" in gap.text
    assert Area.objects.within(area("p75")).valid_on(PLAN_DAY).filter(level="commune").count() == 164
    assert queries.known_gaps(area("p75"), on=SPRING_2025) == []
    (elsewhere,) = queries.known_gaps(area("p70"), on=PLAN_DAY)
    assert "trước ngày này chưa được ghi" in elsewhere.text
