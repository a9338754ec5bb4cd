"""A small invented place and the people that tests speak of, each in one fixed seat.

| name | seat |
|---|---|
| an | duty officer, police of ward 1 |
| binh | standing officer, city police (ward 1 and 2 below it) |
| chi | duty officer, police of ward 2: the neighbour who must not see |
| dung | procurator of the city |
| giang | officer of the city's court |
| hoa | support officer, city labour office |
| khanh | clerk of the People's Committee of ward 1 |
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lachan.access.models import Account, Grant
from lachan.organisations.models import Area, Membership, Unit

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
LONG_AGO = date(2000, 1, 1)


def moment(text: str) -> datetime:
    """ "2024-05-06 09:12" in the place's time."""
    return datetime.fromisoformat(text).replace(tzinfo=LOCAL)


def area(ref: str, code: str, level: str, type_name: str, name: str, parent: Area | None = None) -> Area:
    path = f"{parent.path}/{ref}" if parent else ref
    return Area.objects.create(
        ref=ref,
        code=code,
        level=level,
        type_name=type_name,
        name=name,
        search_name=name.lower(),
        parent=parent,
        path=path,
        source="bịa để thử",
    )


def unit(code: str, name: str, function: str, level: str, place: Area, superior: Unit | None = None) -> Unit:
    return Unit.objects.create(
        code=code,
        name=name,
        short_name=name,
        search_name=name.lower(),
        function=function,
        level=level,
        area=place,
        superior=superior,
        is_demo=True,
    )


def account(username: str, full_name: str, role: str, seat: Unit, reach: str = Grant.Reach.UNIT) -> Account:
    made = Account.objects.create(username=username, full_name=full_name, unit=seat)
    made.set_password("mật khẩu đủ dài để thử")
    made.save()
    Grant.objects.create(account=made, role=role, unit=seat, reach=reach, valid_from=LONG_AGO)
    return made


@dataclass
class Place:
    """Areas, units and accounts by short names."""

    city: Area
    ward_1: Area
    ward_2: Area
    committee: Unit
    city_police: Unit
    police_1: Unit
    police_2: Unit
    procuracy: Unit
    court: Unit
    labour: Unit
    women: Unit
    peoples_committee_1: Unit
    an: Account
    binh: Account
    chi: Account
    dung: Account
    giang: Account
    hoa: Account
    khanh: Account


def make_place() -> Place:
    province = area("p75", "75", "province", "Tỉnh", "Đồng Nai")
    city = area("d731", "731", "district", "Thành phố", "Biên Hòa", province)
    ward_1 = area("c26047", "26047", "commune", "Phường", "Ví Dụ Một", city)
    ward_2 = area("c26050", "26050", "commune", "Phường", "Ví Dụ Hai", city)
    committee = unit(
        "bcd-bien-hoa",
        "Ban Chỉ đạo phòng, chống AIDS, tội phạm và tệ nạn xã hội thành phố Biên Hòa",
        "steering_committee",
        "district",
        city,
    )
    city_police = unit("ca-bien-hoa", "Công an thành phố Biên Hòa", "police", "district", city)
    Membership.objects.create(committee=committee, member=city_police, role=Membership.Role.STANDING_AGENCY, valid_from=LONG_AGO)
    police_1 = unit("ca-p-1", "Công an phường Ví Dụ Một", "police", "commune", ward_1, city_police)
    police_2 = unit("ca-p-2", "Công an phường Ví Dụ Hai", "police", "commune", ward_2, city_police)
    procuracy = unit("vksnd-bien-hoa", "Viện kiểm sát nhân dân thành phố Biên Hòa", "procuracy", "district", city)
    court = unit("tand-bien-hoa", "Tòa án nhân dân thành phố Biên Hòa", "court", "district", city)
    labour = unit("ldtbxh-bien-hoa", "Phòng Lao động - Thương binh và Xã hội thành phố Biên Hòa", "labour", "district", city)
    women = unit("hlhpn-bien-hoa", "Hội Liên hiệp Phụ nữ thành phố Biên Hòa", "womens_union", "district", city)
    people_1 = unit("ubnd-p-1", "Ủy ban nhân dân phường Ví Dụ Một", "peoples_committee", "commune", ward_1)
    below = Grant.Reach.BELOW
    return Place(
        city,
        ward_1,
        ward_2,
        committee,
        city_police,
        police_1,
        police_2,
        procuracy,
        court,
        labour,
        women,
        people_1,
        an=account("an", "Lê Ví An", "duty_officer", police_1),
        binh=account("binh", "Trần Ví Bình", "standing_officer", city_police, below),
        chi=account("chi", "Phạm Ví Chi", "duty_officer", police_2),
        dung=account("dung", "Đỗ Ví Dung", "procurator", procuracy),
        giang=account("giang", "Hồ Ví Giang", "court_officer", court),
        hoa=account("hoa", "Vũ Ví Hoa", "support_officer", labour),
        khanh=account("khanh", "Ngô Ví Khánh", "commune_clerk", people_1),
    )
