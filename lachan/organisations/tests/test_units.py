"""Units: entering them, seats, lines, successions, and reading agency names as plans write them."""

import datetime

import pytest

from lachan.audit.models import Entry
from lachan.foundation.errors import Conflict, Refused
from lachan.organisations import operations, queries
from lachan.organisations.models import Extent, Membership, Unit

DAY = datetime.date(2024, 3, 21)
END = datetime.date(2025, 3, 1)
TODAY = datetime.date(2026, 11, 21)
F, L = Unit.Function, Unit.Level


@pytest.fixture
def new_unit(area, by):
    """Enter a unit of the city, or of the area whose reference is given."""

    def enter(code, name, function, *, ref="d731", level=L.DISTRICT, **values):
        return operations.create_unit(code=code, name=name, function=function, level=level, area=area(ref), **values, **by)

    return enter


@pytest.fixture
def city(new_unit, by):
    """A committee with its police, two wards and a province above."""
    province = new_unit("ca-t", "Công an tỉnh Đồng Nai", F.POLICE, ref="p75", level=L.PROVINCE, short_name="Công an tỉnh")
    committee = new_unit("bcd", "Ban Chỉ đạo 138 thành phố Biên Hòa", F.STEERING_COMMITTEE, short_name="Ban Chỉ đạo thành phố")
    police = new_unit("ca", "Công an thành phố Biên Hòa", F.POLICE, short_name="Công an thành phố", superior=province, valid_to=END)
    labour = new_unit("ld", "Phòng LĐTBXH thành phố Biên Hòa", F.LABOUR, short_name="Phòng Lao động - Thương binh và Xã hội")
    wards = [
        new_unit(f"{prefix}-{ref}", f"{title} {name}", function, ref=ref, level=L.COMMUNE, superior=police if prefix == "ca" else None)
        for ref, name in (("c26008", "phường Tân Hiệp"), ("c26380", "xã Long Hưng"))
        for prefix, title, function in (("ca", "Công an", F.POLICE), ("ubnd", "Ủy ban nhân dân", F.PEOPLES_COMMITTEE))
    ]
    operations.seat_member(committee, police, role=Membership.Role.STANDING_AGENCY, **by)
    operations.seat_member(committee, labour, **by)
    return {unit.code: unit for unit in [province, committee, police, labour, *wards]}


def _codes(units):
    return sorted(unit.code for unit in units)


def test_entering_a_unit_is_audited(new_unit):
    new_unit("tp", "Phòng Tư pháp thành phố Biên Hòa", F.JUSTICE)
    entry = Entry.objects.latest("id")
    assert (entry.act, entry.subject_label) == ("unit.create", "tp")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"code": "Công An"}, "code"),
        ({"name": "  "}, "name"),
        ({"function": "army"}, "function"),
        ({"level": "village"}, "level"),
        ({"area": None}, "area"),
        ({"valid_from": END, "valid_to": DAY}, "valid_to"),
    ],
)
def test_a_unit_that_cannot_be_is_refused_with_the_field_named(area, by, values, field):
    good = {"code": "x", "name": "X", "function": F.OTHER, "level": L.DISTRICT, "area": area("d731")}
    with pytest.raises(Refused) as refusal:
        operations.create_unit(**{**good, **values}, **by)
    assert refusal.value.field == field
    assert not Unit.objects.exists()


def test_a_code_is_given_once(new_unit):
    new_unit("tp", "Phòng Tư pháp", F.JUSTICE)
    with pytest.raises(Conflict):
        new_unit("tp", "Phòng Tư pháp khác", F.JUSTICE)


def test_only_a_committee_has_seats(city, by):
    with pytest.raises(Refused) as refusal:
        operations.seat_member(city["ca"], city["ld"], **by)
    assert refusal.value.code == "not_a_committee"


def test_members_are_those_that_existed_on_the_day(city):
    assert [seat.member.code for seat in queries.members_of(city["bcd"], on=DAY)] == ["ca", "ld"]
    assert [seat.member.code for seat in queries.members_of(city["bcd"], on=END)] == ["ld"]
    assert queries.standing_agency(city["bcd"], on=DAY) == city["ca"]
    assert queries.standing_agency(city["bcd"], on=END) is None


def test_units_under_are_found_at_any_depth(city):
    assert _codes(queries.units_under(city["ca-t"], on=DAY)) == ["ca", "ca-c26008", "ca-c26380"]


def test_a_reporting_line_is_opened_once_and_ends_with_its_unit(city, by):
    for _ in range(2):
        operations.open_reporting_line(city["ca"], city["bcd"], regime="Quý", **by)
    assert [line.unit.code for line in queries.incoming_lines(city["bcd"], on=DAY)] == ["ca"]
    assert not queries.incoming_lines(city["bcd"], on=END).exists()
    with pytest.raises(Refused):
        operations.open_reporting_line(city["bcd"], city["bcd"], regime="Quý", **by)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Công an thành phố", "ca"),
        ("CATP", "ca"),
        ("Công an TP Biên Hoà", "ca"),
        ("Công an tỉnh", "ca-t"),
        ("Phòng LĐ-TB&XH", "ld"),
        ("Ban Chỉ đạo thành phố", "bcd"),
        ("CA phường Tân Hiệp", "ca-c26008"),
        ("UBND xã Long Hưng", "ubnd-c26380"),
    ],
)
def test_a_written_name_is_read_from_where_the_paper_was_issued(city, written, code):
    match = queries.find_units(written, near=city["bcd"], on=DAY)
    assert (match.kind, _codes(match.units), match.written) == ("one", [code], written)


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("UBND các phường, xã", ["ubnd-c26008", "ubnd-c26380"]),
        ("Ủy ban nhân dân phường, xã", ["ubnd-c26008", "ubnd-c26380"]),
        ("UBND 30 phường, xã", ["ubnd-c26008", "ubnd-c26380"]),
        ("các phường, xã", ["ubnd-c26008", "ubnd-c26380"]),
        ("địa phương", ["ubnd-c26008", "ubnd-c26380"]),
        ("UBND các phường", ["ubnd-c26008"]),
        ("Công an các phường, xã", ["ca-c26008", "ca-c26380"]),
        ("lực lượng Công an phường, xã", ["ca-c26008", "ca-c26380"]),
        ("thành viên Ban Chỉ đạo thành phố", ["ca", "ld"]),
        ("Các ban, ngành", ["ca", "ld"]),
        ("các ban, ngành, đoàn thể", ["ca", "ld"]),
    ],
)
def test_a_collective_name_means_all_of_them(city, written, codes):
    match = queries.find_units(written, near=city["bcd"], on=DAY)
    assert (match.kind, _codes(match.units)) == ("group", codes)


@pytest.mark.parametrize("written", ["Sở Ngoại vụ", "Ban Chỉ đạo các phường, xã", "Công an xã", ""])
def test_what_is_not_in_the_register_stays_unknown(city, written):
    match = queries.find_units(written, near=city["bcd"], on=DAY)
    assert (match.kind, match.units) == ("unknown", ())


def test_among_equals_nobody_is_picked(city, new_unit):
    new_unit("ld2", "Phòng khác", F.LABOUR, aliases=["Phòng LĐTBXH"])
    match = queries.find_units("Phòng Lao động - Thương binh và Xã hội", near=city["bcd"], on=DAY)
    assert (match.kind, _codes(match.units)) == ("unknown", ["ld", "ld2"])


def test_a_name_is_not_read_as_a_unit_that_is_gone(city):
    assert queries.find_units("Công an thành phố", near=city["bcd"], on=END).kind == "unknown"


def test_declared_successors_answer_for_a_unit_that_is_gone(city, by):
    operations.link_units(city["ca"], city["ca-t"], on=END, extent=Extent.PART, functions=["điều tra"], **by)
    (step,) = queries.unit_successors(city["ca"], on=TODAY)
    assert (step.unit, step.functions, step.is_inferred) == (city["ca-t"], ("điều tra",), False)
    match = queries.find_units("Công an thành phố", near=city["bcd"], on=DAY, today=TODAY)
    assert match.successor_today == (city["ca-t"],)


def test_a_commune_unit_is_followed_through_its_area(city, new_unit, by):
    ward = operations.end_unit(city["ubnd-c26008"], on=datetime.date(2025, 7, 1), **by)
    assert queries.unit_successors(ward, on=TODAY) == []
    new = new_unit("ubnd-moi", "Ủy ban nhân dân phường Tam Hiệp", F.PEOPLES_COMMITTEE, ref="c26017-2025", level=L.COMMUNE)
    (step,) = queries.unit_successors(ward, on=TODAY)
    assert (step.unit, step.extent, step.is_inferred) == (new, Extent.WHOLE, True)


def test_a_unit_that_is_gone_itself_cannot_succeed(city, by):
    with pytest.raises(Refused) as refusal:
        operations.link_units(city["ld"], city["ca"], on=TODAY, extent=Extent.WHOLE, **by)
    assert refusal.value.code == "successor_gone"
