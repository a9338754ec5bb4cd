"""The demonstration's agencies: every agency name of the plan of Biên Hòa resolves, and to whom it leads today."""

import datetime

import pytest

from lachan.demo.units import PLAN_DAY, create_units
from lachan.organisations import queries
from lachan.organisations.models import Membership, ReportingLine, Unit, UnitSuccession

AT = datetime.datetime(2024, 3, 21, 8, 0, tzinfo=datetime.UTC)
TODAY = datetime.date(2026, 11, 21)


@pytest.fixture
def units(db):
    return create_units(at=AT)


def _find(units, written, today=None):
    return queries.find_units(written, near=units["bcd-bien-hoa"], on=PLAN_DAY, today=today)


def test_creating_twice_changes_nothing(units):
    def counts():
        return [model.objects.count() for model in (Unit, Membership, ReportingLine, UnitSuccession)]

    before = counts()
    create_units(at=AT)
    assert counts() == before


AGENCIES_OF_THE_PLAN = [
    ("Công an thành phố", "ca-bien-hoa"),
    ("Công an thành phố Biên Hòa", "ca-bien-hoa"),
    ("Công an thành phố - Cơ quan Thường trực Ban Chỉ đạo", "ca-bien-hoa"),
    ("Công an tỉnh", "ca-dong-nai"),
    ("Viện kiểm sát nhân dân thành phố", "vksnd-bien-hoa"),
    ("Tòa án nhân dân thành phố", "tand-bien-hoa"),
    ("Phòng Lao động - Thương binh và Xã hội", "ldtbxh-bien-hoa"),
    ("Phòng Tư pháp", "tp-bien-hoa"),
    ("Phòng Giáo dục và Đào tạo", "gddt-bien-hoa"),
    ("Ban Chỉ huy Quân sự thành phố", "bchqs-bien-hoa"),
    ("Hội Liên hiệp phụ nữ thành phố", "hlhpn-bien-hoa"),
    ("Hội Liên hiệp phụ nữ", "hlhpn-bien-hoa"),
    ("Đài truyền thanh thành phố", "dtt-bien-hoa"),
    ("Văn phòng HĐND và UBND thành phố", "vp-bien-hoa"),
    ("BTT Ủy ban MTTQVN", "mttq-bien-hoa"),
    ("Bộ Chỉ huy Quân sự tỉnh", "bchqs-dong-nai"),
    ("Thường trực Thành ủy", "tu-bien-hoa"),
    ("Ủy ban MTTQVN TP", "mttq-bien-hoa"),
    ("Ban Chỉ đạo thành phố", "bcd-bien-hoa"),
    ("Ban Chỉ đạo phòng chống AIDS, tội phạm và tệ nạn xã hội thành phố", "bcd-bien-hoa"),
    ("Ban Chỉ đạo phòng, chống AIDS, TP&TNXH tỉnh Đồng Nai", "bcd-dong-nai"),
    ("Ban Chỉ đạo tỉnh", "bcd-dong-nai"),
    ("UBND tỉnh Đồng Nai", "ubnd-dong-nai"),
    ("Công an phường Tân Hiệp", "ca-p-tan-hiep"),
    ("UBND xã Long Hưng", "ubnd-x-long-hung"),
]


def test_every_agency_that_the_plan_names_resolves_to_one_unit(units):
    matches = [(written, _find(units, written)) for written, _ in AGENCIES_OF_THE_PLAN]
    assert [(written, *(unit.code for unit in match.units)) for written, match in matches] == AGENCIES_OF_THE_PLAN
    assert {match.kind for _, match in matches} == {"one"}


def test_the_thirty_wards_of_the_plan_are_one_group(units):
    for written in ("UBND các phường, xã", "UBND 30 phường, xã", "Ủy ban nhân dân các phường, xã"):
        match = _find(units, written)
        assert (match.kind, len(match.units)) == ("group", 30)
    assert len(_find(units, "Công an phường, xã").units) == 30


def test_members_of_the_committee_are_the_citys_agencies(units):
    members = {unit.code for unit in _find(units, "thành viên Ban Chỉ đạo thành phố").units}
    assert {"ubnd-bien-hoa", "ca-bien-hoa", "ldtbxh-bien-hoa", "hlhpn-bien-hoa"} <= members
    assert queries.standing_agency(units["bcd-bien-hoa"], on=PLAN_DAY).code == "ca-bien-hoa"


def test_collective_names_distinguish_agencies_mass_organisations_and_offices(units):
    def functions(written):
        return {unit.function for unit in _find(units, written).units}

    mass = {"womens_union", "fatherland_front", "youth_union"}
    assert functions("các đoàn thể") == mass
    assert functions("các ban, ngành") & (mass | {"peoples_committee"}) == set()
    assert mass < functions("các ban, ngành, đoàn thể")
    assert functions("các phòng, ban chuyên môn TP") == {"labour", "justice", "education", "media", "finance", "office"}


def test_wards_report_to_the_citys_committee_through_its_police(units):
    (line,) = queries.reporting_lines(units["ubnd-p-tan-hiep"], on=PLAN_DAY)
    assert (line.recipient.code, line.via.code) == ("bcd-bien-hoa", "ca-bien-hoa")
    incoming = [line.unit for line in queries.incoming_lines(units["bcd-bien-hoa"], on=PLAN_DAY)]
    assert sum(1 for unit in incoming if unit.level == Unit.Level.COMMUNE) == 30


def test_five_wards_are_gone_after_november_2024(units):
    in_winter = queries.find_units("UBND các phường, xã", near=units["bcd-bien-hoa"], on=datetime.date(2024, 12, 1))
    assert len(in_winter.units) == 25


def test_ended_agencies_name_those_that_answer_today(units):
    def answering(written):
        return {unit.code for unit in _find(units, written, TODAY).successor_today}

    assert answering("Phòng Lao động - Thương binh và Xã hội") == {"syt-dong-nai-2025"}
    assert answering("Công an thành phố") == {"ca-dong-nai-2025"}
    assert answering("UBND phường Tân Hiệp") == {"ubnd-p-tam-hiep-2025"}
    assert len(answering("UBND các phường, xã")) == 10
    assert answering("Tòa án nhân dân thành phố") == set()


def test_invented_providers_are_marked(units):
    assert {unit.code for unit in units.values() if unit.is_demo} == {"bv-an-lanh", "ctxh-binh-yen"}
