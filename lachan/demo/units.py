"""The agencies of the demonstration: thành phố Biên Hòa as its plan 04/KH-BCĐ of 21 March 2024 names them, with the province above and the
communes below, and what became of them in 2025. Agencies are real public bodies; only what is marked `is_demo` is invented.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from lachan.audit.operations import Actor, SystemActor
from lachan.foundation import clock
from lachan.foundation.sources import Mark
from lachan.foundation.text import fold
from lachan.organisations import operations, queries
from lachan.organisations.models import Area, Extent, Membership, Unit

PLAN_DAY = datetime.date(2024, 3, 21)
POLICE_AND_LABOUR_END = datetime.date(2025, 3, 1)
DISTRICT_END = datetime.date(2025, 7, 1)
PLAN = "Kế hoạch 04/KH-BCĐ ngày 21/3/2024 của Ban Chỉ đạo thành phố Biên Hòa"
REGIME = "Báo cáo quý I, 6 tháng, quý III và năm theo Kế hoạch 04/KH-BCĐ ngày 21/3/2024"
DISTRICT_LEVEL_ENDED = "Cấp huyện kết thúc ngày 01/7/2025 (Luật Tổ chức chính quyền địa phương 72/2025/QH15)."
POLICE_ENDED = "Công an cấp huyện kết thúc ngày 01/3/2025 (Công an còn hai cấp địa phương: tỉnh và xã)."
LABOUR_ENDED = "Ngành Lao động - Thương binh và Xã hội kết thúc ngày 01/3/2025 (Nghị định 42/2025 và 45/2025)."
COURTS_ENDED = "Từ 01/7/2025 là tòa án, viện kiểm sát khu vực (Luật 99/2025/QH15); tên đơn vị khu vực kế thừa chưa được ghi."
F, L = Unit.Function, Unit.Level


@dataclass(frozen=True)
class Declared:
    """One unit as the demonstration states it: `name` is what papers of its own place call it, `seat` its role in the committee or ""."""

    code: str
    name: str
    function: str
    superior: str = ""
    aliases: tuple[str, ...] = ()
    valid_to: datetime.date | None = DISTRICT_END
    source: str = PLAN
    mark: Mark = Mark.VERIFIED
    is_demo: bool = False
    seat: str = ""


BODY = "phòng, chống AIDS, tội phạm và tệ nạn xã hội"
PROVINCE = [
    Declared("ubnd-dong-nai", "Ủy ban nhân dân tỉnh", F.PEOPLES_COMMITTEE),
    Declared("bcd-dong-nai", "Ban Chỉ đạo tỉnh", F.STEERING_COMMITTEE, aliases=(f"Ban Chỉ đạo {BODY} tỉnh",)),
    Declared("ca-dong-nai", "Công an tỉnh", F.POLICE, seat=Membership.Role.STANDING_AGENCY),
    Declared("bchqs-dong-nai", "Bộ Chỉ huy Quân sự tỉnh", F.MILITARY),
    Declared("vksnd-dong-nai", "Viện kiểm sát nhân dân tỉnh", F.PROCURACY, mark=Mark.UNCONFIRMED),
    Declared("tand-dong-nai", "Tòa án nhân dân tỉnh", F.COURT, mark=Mark.UNCONFIRMED),
    Declared(
        "sldtbxh-dong-nai",
        "Sở Lao động - Thương binh và Xã hội tỉnh",
        F.LABOUR,
        "ubnd-dong-nai",
        ("Sở Lao động - Thương binh và Xã hội",),
        POLICE_AND_LABOUR_END,
        LABOUR_ENDED,
    ),
    Declared("syt-dong-nai", "Sở Y tế tỉnh", F.HEALTH, "ubnd-dong-nai", ("Sở Y tế",), mark=Mark.UNCONFIRMED),
    Declared(
        "ttgpl-dong-nai",
        "Trung tâm Trợ giúp pháp lý nhà nước tỉnh",
        F.JUSTICE,
        "ubnd-dong-nai",
        ("Trung tâm trợ giúp pháp lý", "Trung tâm trợ giúp pháp lý nhà nước", "các trung tâm trợ giúp pháp lý nhà nước"),
    ),
]
_ENDED = f"{PLAN}. {DISTRICT_LEVEL_ENDED}"
_BY_LAW = f"{PLAN}. {COURTS_ENDED}"
_MEMBER = Membership.Role.MEMBER
CITY = [
    Declared("ubnd-bien-hoa", "Ủy ban nhân dân thành phố", F.PEOPLES_COMMITTEE, "ubnd-dong-nai", source=_ENDED, seat=Membership.Role.HEAD),
    Declared(
        "bcd-bien-hoa",
        "Ban Chỉ đạo thành phố",
        F.STEERING_COMMITTEE,
        "bcd-dong-nai",
        (f"Ban Chỉ đạo {BODY} thành phố", "Ban Chỉ đạo"),
        source=_ENDED,
    ),
    Declared(
        "ca-bien-hoa",
        "Công an thành phố",
        F.POLICE,
        "ca-dong-nai",
        ("Công an thành phố - Cơ quan Thường trực Ban Chỉ đạo", "Cơ quan Thường trực Ban Chỉ đạo"),
        POLICE_AND_LABOUR_END,
        f"{PLAN}. {POLICE_ENDED}",
        seat=Membership.Role.STANDING_AGENCY,
    ),
    Declared("tu-bien-hoa", "Thành ủy", F.PARTY, aliases=("Thường trực Thành ủy",), source=_ENDED),
    Declared("vksnd-bien-hoa", "Viện kiểm sát nhân dân thành phố", F.PROCURACY, "vksnd-dong-nai", source=_BY_LAW, seat=_MEMBER),
    Declared("tand-bien-hoa", "Tòa án nhân dân thành phố", F.COURT, "tand-dong-nai", source=_BY_LAW, seat=_MEMBER),
    Declared(
        "ldtbxh-bien-hoa",
        "Phòng Lao động - Thương binh và Xã hội thành phố",
        F.LABOUR,
        "ubnd-bien-hoa",
        ("Phòng Lao động - Thương binh và Xã hội",),
        POLICE_AND_LABOUR_END,
        f"{PLAN}. {LABOUR_ENDED}",
        seat=_MEMBER,
    ),
    Declared("tp-bien-hoa", "Phòng Tư pháp thành phố", F.JUSTICE, "ubnd-bien-hoa", ("Phòng Tư pháp",), source=_ENDED, seat=_MEMBER),
    Declared(
        "gddt-bien-hoa",
        "Phòng Giáo dục và Đào tạo thành phố",
        F.EDUCATION,
        "ubnd-bien-hoa",
        ("Phòng Giáo dục và Đào tạo",),
        source=_ENDED,
        seat=_MEMBER,
    ),
    Declared(
        "bchqs-bien-hoa",
        "Ban Chỉ huy Quân sự thành phố",
        F.MILITARY,
        "bchqs-dong-nai",
        aliases=("Ban Chỉ huy Quân sự",),
        source=_ENDED,
        seat=_MEMBER,
    ),
    Declared(
        "hlhpn-bien-hoa",
        "Hội Liên hiệp Phụ nữ thành phố",
        F.WOMENS_UNION,
        aliases=("Hội Liên hiệp Phụ nữ", "Hội Phụ nữ thành phố"),
        source=_ENDED,
        seat=_MEMBER,
    ),
    Declared("dtt-bien-hoa", "Đài truyền thanh thành phố", F.MEDIA, "ubnd-bien-hoa", ("Đài truyền thanh",), source=_ENDED, seat=_MEMBER),
    Declared(
        "vp-bien-hoa",
        "Văn phòng HĐND và UBND thành phố",
        F.OFFICE,
        "ubnd-bien-hoa",
        ("Văn phòng thành phố", "Văn phòng UBND thành phố"),
        source=_ENDED,
        seat=_MEMBER,
    ),
    Declared(
        "mttq-bien-hoa",
        "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố",
        F.FATHERLAND_FRONT,
        aliases=("BTT Ủy ban MTTQVN", "Ban Thường trực Ủy ban MTTQVN thành phố", "Mặt trận Tổ quốc thành phố"),
        source=_ENDED,
        seat=_MEMBER,
    ),
    Declared(
        "td-bien-hoa",
        "Thành đoàn",
        F.YOUTH_UNION,
        aliases=("Đoàn Thanh niên thành phố", "Thành đoàn thành phố"),
        source=DISTRICT_LEVEL_ENDED,
        mark=Mark.UNCONFIRMED,
        seat=_MEMBER,
    ),
    Declared(
        "vhtt-bien-hoa",
        "Phòng Văn hóa và Thông tin thành phố",
        F.MEDIA,
        "ubnd-bien-hoa",
        ("Phòng Văn hóa và Thông tin",),
        source=DISTRICT_LEVEL_ENDED,
        mark=Mark.UNCONFIRMED,
        seat=_MEMBER,
    ),
    Declared(
        "tckh-bien-hoa",
        "Phòng Tài chính - Kế hoạch thành phố",
        F.FINANCE,
        "ubnd-bien-hoa",
        ("Phòng Tài chính - Kế hoạch",),
        source=DISTRICT_LEVEL_ENDED,
        mark=Mark.UNCONFIRMED,
        seat=_MEMBER,
    ),
    Declared("bv-an-lanh", "Bệnh viện đa khoa An Lành", F.HEALTH, valid_to=None, source="Đơn vị mẫu, không có thật", is_demo=True),
    Declared("ctxh-binh-yen", "Cơ sở trợ giúp xã hội Bình Yên", F.LABOUR, valid_to=None, source="Đơn vị mẫu, không có thật", is_demo=True),
]
# From 1 July 2025; tỉnh Đồng Nai then includes the former Bình Phước, and is called a city since 30 April 2026.
PROVINCE_2025 = ["ubnd-dong-nai", "ca-dong-nai", "vksnd-dong-nai", "tand-dong-nai", "syt-dong-nai", "ttgpl-dong-nai"]


def create_units(*, actor: Actor | None = None, at: datetime.datetime | None = None) -> dict[str, Unit]:
    """Enter whatever of the demonstration's units, seats, lines and successions is not there yet. Returns the units by code.

    Loads the areas of Đồng Nai when the register has none.
    """
    by: dict[str, Any] = {"actor": actor or SystemActor(), "at": at or clock.now()}
    if not Area.objects.filter(ref="p75").exists():
        operations.load_areas({"75"})
    units = {unit.code: unit for unit in Unit.objects.select_related("area")}
    province, city = Area.objects.get(ref="p75"), Area.objects.get(ref="d731")
    for declared in PROVINCE:
        _create_declared(units, declared, province, "Đồng Nai", L.PROVINCE, by)
    for declared in CITY:
        _create_declared(units, declared, city, "Biên Hòa", L.DISTRICT, by)
    communes = list(queries.communes_of(city, on=PLAN_DAY))
    for commune in communes:
        _create_commune(units, commune, ("ubnd-bien-hoa", "ca-bien-hoa"), PLAN, Mark.VERIFIED, by)
    _create_units_of_2025(units, city, by)
    _seat(units, by)
    _open_lines(units, by)
    _link(units, by)
    return units


def commune_code(prefix: str, area: Area) -> str:
    """ "ca", phường Tân Hiệp → "ca-p-tan-hiep"; areas since July 2025 end in "-2025"."""
    kind = "".join(word[0] for word in fold(area.type_name).split())
    suffix = "-2025" if area.ref.endswith("-2025") else ""
    return f"{prefix}-{kind}-{fold(area.name).replace(' ', '-')}{suffix}"


def _create(units: dict[str, Unit], code: str, superior: str, by: dict[str, Any], **values: Any) -> None:
    if code not in units:
        units[code] = operations.create_unit(code=code, superior=units[superior] if superior else None, **values, **by)


def _create_declared(units: dict[str, Unit], declared: Declared, area: Area, place: str, level: str, by: dict[str, Any]) -> None:
    """The full name is the short one with the name of the place; invented providers and bodies without a level word stay as they are."""
    names_its_place = declared.name.endswith((" tỉnh", " thành phố"))
    name = f"{declared.name} {place}" if names_its_place or declared.name.startswith("Thành ") else declared.name
    if declared.function == F.STEERING_COMMITTEE:
        name = name.replace("Ban Chỉ đạo", f"Ban Chỉ đạo {BODY}")
    _create(
        units,
        declared.code,
        declared.superior,
        by,
        name=name,
        short_name=declared.name,
        function=declared.function,
        level=level,
        area=area,
        valid_to=declared.valid_to,
        aliases=_aliases(declared, name, place),
        source=declared.source,
        mark=declared.mark,
        is_demo=declared.is_demo,
    )


def _aliases(declared: Declared, name: str, place: str) -> list[str]:
    """The declared ones, and each with the place's name, as papers of other places write them."""
    with_place = [f"{alias} {place}" for alias in (declared.name, *declared.aliases) if alias.endswith((" tỉnh", " thành phố"))]
    return list(dict.fromkeys(alias for alias in (*declared.aliases, *with_place) if alias != name))


def _create_commune(units: dict[str, Unit], area: Area, superiors: tuple[str, str], source: str, mark: Mark, by: dict[str, Any]) -> None:
    """The People's Committee and the police of one commune, for as long as the commune lasts."""
    for prefix, title, function, superior in (
        ("ubnd", "Ủy ban nhân dân", F.PEOPLES_COMMITTEE, superiors[0]),
        ("ca", "Công an", F.POLICE, superiors[1]),
    ):
        _create(
            units,
            commune_code(prefix, area),
            superior,
            by,
            name=f"{title} {area.typed_name}",
            function=function,
            level=L.COMMUNE,
            area=area,
            valid_from=area.valid_from,
            valid_to=area.valid_to,
            source=source,
            mark=mark,
        )


def _create_units_of_2025(units: dict[str, Unit], city: Area, by: dict[str, Any]) -> None:
    """The province's agencies and the communes that stand where the city stood, from 1 July 2025."""
    source = "Nghị quyết 202/2025/QH15: tỉnh Đồng Nai mới từ 01/7/2025; tên từ 30/4/2026 suy ra từ Nghị quyết 30/2026/QH16"
    province = Area.objects.get(ref="p75-2025")
    for code in PROVINCE_2025:
        old = units[code]
        _create(
            units,
            f"{code}-2025",
            "" if old.superior is None else f"{old.superior.code}-2025",
            by,
            name=old.name,
            short_name=old.short_name,
            function=old.function,
            level=L.PROVINCE,
            area=province,
            valid_from=DISTRICT_END,
            aliases=[*old.aliases, old.name.replace(" tỉnh ", " thành phố ")],
            source=source,
            mark=Mark.INFERRED,
        )
    for step in queries.successors(city, on=DISTRICT_END):
        _create_commune(units, step.area, ("ubnd-dong-nai-2025", "ca-dong-nai-2025"), source, Mark.INFERRED, by)


def _seat(units: dict[str, Unit], by: dict[str, Any]) -> None:
    for committee, declarations in (("bcd-dong-nai", PROVINCE), ("bcd-bien-hoa", CITY)):
        for declared in declarations:
            if declared.seat:
                operations.seat_member(units[committee], units[declared.code], role=declared.seat, **by)


def _open_lines(units: dict[str, Unit], by: dict[str, Any]) -> None:
    """Members and communes report to the city's committee through its police (plan III.2), the committee to the province's (III.3)."""
    committee, police = units["bcd-bien-hoa"], units["ca-bien-hoa"]
    members = [declared.code for declared in CITY if declared.seat == _MEMBER]
    communes = [unit.code for unit in units.values() if unit.superior_id == units["ubnd-bien-hoa"].pk and unit.level == L.COMMUNE]
    period: dict[str, Any] = {"valid_from": PLAN_DAY, "valid_to": POLICE_AND_LABOUR_END}
    for code in (*members, *communes):
        operations.open_reporting_line(units[code], committee, via=police, regime=REGIME, **period, **by)
    operations.open_reporting_line(police, committee, regime=REGIME, **period, **by)
    operations.open_reporting_line(committee, units["bcd-dong-nai"], regime=REGIME, **period, **by)


def _link(units: dict[str, Unit], by: dict[str, Any]) -> None:
    """Only what the law or its reading gives; who took over from the city's other agencies is not known and stays empty."""
    support = ["hỗ trợ nạn nhân", "bảo trợ xã hội", "trẻ em"]
    law = "Nghị định 42/2025, Luật 86/2025/QH15, Nghị định 162/2025: hỗ trợ nạn nhân chuyển sang ngành Y tế"
    operations.link_units(
        units["sldtbxh-dong-nai"],
        units["syt-dong-nai"],
        on=POLICE_AND_LABOUR_END,
        extent=Extent.PART,
        functions=support,
        is_default=True,
        source=law,
        mark=Mark.VERIFIED,
        **by,
    )
    operations.link_units(
        units["ldtbxh-bien-hoa"],
        units["syt-dong-nai"],
        on=POLICE_AND_LABOUR_END,
        extent=Extent.PART,
        functions=support,
        source=law,
        mark=Mark.INFERRED,
        **by,
    )
    operations.link_units(
        units["ca-bien-hoa"],
        units["ca-dong-nai"],
        on=POLICE_AND_LABOUR_END,
        extent=Extent.PART,
        functions=["điều tra tội phạm mua bán người"],
        source=f"{POLICE_ENDED} Vụ án mua bán người thuộc cơ quan điều tra cấp tỉnh: suy ra từ thẩm quyền đến 7 năm tù của Công an cấp xã",
        mark=Mark.INFERRED,
        **by,
    )
    for code in PROVINCE_2025:
        operations.link_units(
            units[code],
            units[f"{code}-2025"],
            on=DISTRICT_END,
            extent=Extent.WHOLE,
            is_default=True,
            source="Nghị quyết 202/2025/QH15",
            mark=Mark.INFERRED,
            **by,
        )
