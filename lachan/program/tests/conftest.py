"""A small city with its committee, and the officers who work with its plan.

| name | seat |
|---|---|
| binh | standing officer, city police: the committee's standing agency |
| hoa | support officer, city labour office: a member |
| khanh | clerk, People's Committee of ward 1 |
| lan | clerk, People's Committee of a ward in another city |
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from lachan.access.models import Account, Grant
from lachan.audit.operations import SystemActor
from lachan.documents.reading import read_file
from lachan.organisations.models import Area, Membership, Unit
from lachan.organisations.operations import create_unit, seat_member
from lachan.program.confirmation import confirm_plan
from lachan.program.operations import accept_item, upload_plan

PLAN_TEXT = Path(__file__).with_name("data") / "ke-hoach-mau.txt"
NOW = datetime(2024, 3, 25, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
BY = {"actor": SystemActor(), "at": NOW}


@dataclass
class City:
    committee: Unit
    police: Unit
    labour: Unit
    ward_1: Unit
    ward_2: Unit
    ward_3: Unit
    binh: Account
    hoa: Account
    khanh: Account
    lan: Account


def _area(ref: str, level: str, type_name: str, name: str, parent: Area | None = None) -> Area:
    path = f"{parent.path}/{ref}" if parent else ref
    return Area.objects.create(
        ref=ref, code=ref[1:], level=level, type_name=type_name, name=name, search_name=name.lower(), parent=parent, path=path
    )


def _account(username: str, name: str, role: str, unit: Unit, reach: str = Grant.Reach.UNIT) -> Account:
    account = Account.objects.create(username=username, full_name=name, unit=unit)
    Grant.objects.create(account=account, role=role, unit=unit, reach=reach, valid_from=date(2000, 1, 1))
    return account


@pytest.fixture
def city(db) -> City:
    province = _area("p75", "province", "Tỉnh", "Đồng Nai")
    here, elsewhere = (
        _area("d731", "district", "Thành phố", "Biên Hòa", province),
        _area("d732", "district", "Thành phố", "Long Khánh", province),
    )
    body = "phòng, chống AIDS, tội phạm và tệ nạn xã hội thành phố"
    committee = create_unit(
        code="bcd",
        name=f"Ban Chỉ đạo {body} Biên Hòa",
        short_name="Ban Chỉ đạo thành phố",
        aliases=[f"Ban Chỉ đạo {body}"],
        function="steering_committee",
        level="district",
        area=here,
        **BY,
    )
    units = {}
    for code, name, function in (
        ("ca", "Công an thành phố", "police"),
        ("ld", "Phòng Lao động - Thương binh và Xã hội", "labour"),
    ):
        units[code] = create_unit(
            code=code,
            name=f"{name} Biên Hòa",
            short_name=name,
            aliases=[f"{name} thành phố"],
            function=function,
            level="district",
            area=here,
            **BY,
        )
        role = Membership.Role.STANDING_AGENCY if code == "ca" else Membership.Role.MEMBER
        seat_member(committee, units[code], role=role, **BY)
    wards = []
    for number, parent in (("1", here), ("2", here), ("3", here), ("4", elsewhere)):
        ward = _area(f"c{number}", "commune", "Phường", f"Ví Dụ {number}", parent)
        name = f"Ủy ban nhân dân phường Ví Dụ {number}"
        wards.append(create_unit(code=f"ubnd-{number}", name=name, function="peoples_committee", level="commune", area=ward, **BY))
    return City(
        committee,
        units["ca"],
        units["ld"],
        *wards[:3],
        binh=_account("binh", "Trần Ví Bình", "standing_officer", units["ca"], Grant.Reach.BELOW),
        hoa=_account("hoa", "Vũ Ví Hoa", "support_officer", units["ld"]),
        khanh=_account("khanh", "Ngô Ví Khánh", "commune_clerk", wards[0]),
        lan=_account("lan", "Bùi Ví Lan", "commune_clerk", wards[3]),
    )


@pytest.fixture(autouse=True)
def _read_here(request, monkeypatch):
    """Files are read in this process, which is faster; a test marked `apart` by its name reads them as the server does."""
    if "apart" not in request.node.name:
        monkeypatch.setattr("lachan.program.operations.read_file_apart", read_file)


@pytest.fixture
def plan_file() -> bytes:
    return PLAN_TEXT.read_bytes()


@pytest.fixture
def draft(city, plan_file):
    """The plan as handed in and read, nothing gone through."""
    return upload_plan(plan_file, "ke-hoach.txt", committee=city.committee, actor=city.binh, now=NOW)


def accept_all(plan, actor, now=NOW):
    for item in plan.items.filter(state="open"):
        accept_item(item, actor=actor, now=now)


@pytest.fixture
def plan(city, draft):
    """The plan in force: everything accepted as read."""
    accept_all(draft, city.binh)
    return confirm_plan(draft, actor=city.binh, now=NOW)


@pytest.fixture
def at(monkeypatch):
    """Set the present of the pages: at("2024-06-10 08:30")."""

    def set_present(text: str = "2024-03-25 09:00") -> datetime:
        moment = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
        monkeypatch.setattr("lachan.foundation.clock.now", lambda: moment)
        return moment

    set_present()
    return set_present
