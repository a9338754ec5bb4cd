"""Which units a written agency name means, read from where the paper was issued: "Công an thành phố", "UBND các phường, xã"."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from django.db.models import Q

from .models import Area, Membership, Unit
from .naming import AREA_TYPES, agency_key
from .succession import unit_successors

_DISTRICT_WORDS = {"huyen", "thi xa", "thanh pho", "quan"}
_KIND = r"(?:phuong|xa|thi tran|dac khu|huyen|thi xa|thanh pho|quan)"
_GROUP = re.compile(rf"^(?P<agency>.*?) ?(?P<all>\b(?:cac|[0-9]+) )?(?P<kinds>\b{_KIND}(?: {_KIND})*)$")
_KINDS = re.compile(r"thi tran|dac khu|thi xa|thanh pho|phuong|xa|huyen|quan")
_TAIL = re.compile(r" (?:thuoc|tren dia ban) .*$")
_GROUP_FUNCTIONS = {
    "": Unit.Function.PEOPLES_COMMITTEE,
    "dia phuong": Unit.Function.PEOPLES_COMMITTEE,
    "uy ban nhan dan": Unit.Function.PEOPLES_COMMITTEE,
    "cong an": Unit.Function.POLICE,
    "luc luong cong an": Unit.Function.POLICE,
    "ban chi dao": Unit.Function.STEERING_COMMITTEE,
    "hoi lien hiep phu nu": Unit.Function.WOMENS_UNION,
    "uy ban mat tran to quoc": Unit.Function.FATHERLAND_FRONT,
}
_LOCALITIES = {"dia phuong", "cac dia phuong"}
_BRANCHES = re.compile(
    r"^(?:cac )?(?:so )?(?:(?:ban|nganh|phong|doan the|co quan|to chuc chinh tri xa hoi|don vi)(?: |$))+(?:chuyen mon )?"
    r"(?:cap |lien quan|co lien quan)?(?:cua )?(?:tinh|thanh pho|huyen|quan|thi xa)?$"
)
_MASS_WORDS = re.compile(r"doan the|to chuc chinh tri xa hoi")
_MASS_ORGANISATIONS = {Unit.Function.WOMENS_UNION, Unit.Function.FATHERLAND_FRONT, Unit.Function.YOUTH_UNION}
_SEATS = re.compile(r"^(?:cac )?thanh vien (?:cua )?ban chi dao(?: |$)")


@dataclass(frozen=True)
class UnitMatch:
    """What a written name resolves to.

    `kind` "one": exactly one unit. "group": every unit that a collective name means. "unknown": none, or several candidates (best first)
    of which a person must choose. `successor_today`: who answers today for the units found, when a day of today was given.
    """

    units: tuple[Unit, ...]
    kind: Literal["one", "group", "unknown"]
    written: str
    successor_today: tuple[Unit, ...] = ()


def find_units(written: str, *, near: Unit | None, on: datetime.date, today: datetime.date | None = None) -> UnitMatch:
    """Resolve an agency as a paper of `near` (the committee or agency that issued it) writes it on the day `on`.

    Names without a place are looked for in the area of `near`, then above it, then below it; full names everywhere.
    Never picks among equals: then `kind` is "unknown" and `units` are the candidates.
    """
    key = agency_key(written)
    group = _group(key, near, on) if near is not None else None
    if group is not None:
        kind: Literal["one", "group", "unknown"] = "group" if group else "unknown"
        units = tuple(group)
    else:
        units = tuple(_candidates(key, near, on))
        kind = "one" if len(units) == 1 else "unknown"
    answering = _answering(units, today) if today is not None and kind != "unknown" else ()
    return UnitMatch(units, kind, written, answering)


def _group(key: str, near: Unit, on: datetime.date) -> list[Unit] | None:
    """The members of a collective name; None when the name is no collective one; [] when it is, but nobody is in the register."""
    if _SEATS.match(key):
        return _seats(near, on)
    if _BRANCHES.match(key):
        return _branches(key, near, on)
    if key in _LOCALITIES:
        return _below(near, Unit.Function.PEOPLES_COMMITTEE, set(), on)
    match = _GROUP.match(_TAIL.sub("", key))
    if not match:
        return None
    kinds = set(_KINDS.findall(match["kinds"]))
    function = _GROUP_FUNCTIONS.get(match["agency"].strip())
    if function is None or not (match["all"] or len(kinds) > 1):
        return None
    return _below(near, function, kinds, on)


def _seats(near: Unit, on: datetime.date) -> list[Unit]:
    """The members of the committee `near`, or of the committees that the agency `near` sits in."""
    is_committee = near.function == Unit.Function.STEERING_COMMITTEE
    committees = [near.pk] if is_committee else Membership.objects.valid_on(on).filter(member=near).values("committee")
    members = Membership.objects.valid_on(on).filter(committee__in=committees).values("member")
    return list(Unit.objects.valid_on(on).filter(pk__in=members).with_area().select_related("superior"))


def _branches(key: str, near: Unit, on: datetime.date) -> list[Unit]:
    """The committee's agencies at its own level: "ban, ngành" without the People's Committee, "đoàn thể" the mass organisations,
    "phòng, ban chuyên môn" only what is under the People's Committee.
    """
    beside = [unit for unit in _seats(near, on) if unit.level == near.level and unit.function != Unit.Function.PEOPLES_COMMITTEE]
    if "chuyen mon" in key:
        return [unit for unit in beside if unit.superior and unit.superior.function == Unit.Function.PEOPLES_COMMITTEE]
    rest = _MASS_WORDS.sub("", key)
    has_mass, has_agencies = rest != key, any(word in rest.split() for word in ("ban", "nganh", "phong", "quan", "vi"))
    return [unit for unit in beside if (has_mass if unit.function in _MASS_ORGANISATIONS else has_agencies)]


def _below(near: Unit, function: str, kinds: set[str], on: datetime.date) -> list[Unit]:
    """Units of one function in the communes (or districts) of the area of `near`; `kinds` limits the types of area."""
    if near.area is None:
        return []
    is_district = bool(kinds) and kinds <= _DISTRICT_WORDS
    level = Unit.Level.DISTRICT if is_district else Unit.Level.COMMUNE
    units = Unit.objects.valid_on(on).with_function(function).seated_within(near.area).filter(level=level).with_area()
    types = {AREA_TYPES[kind] for kind in kinds}
    return [unit for unit in units if not types or unit.area.type_name in types]


def _candidates(key: str, near: Unit | None, on: datetime.date) -> list[Unit]:
    """Units of the nearest rank at which the name fits at all."""
    ranked: dict[int, list[Unit]] = {}
    for unit in _in_reach(near, on):
        rank = _rank(unit, key, near)
        if rank is not None:
            ranked.setdefault(rank, []).append(unit)
    return ranked[min(ranked)] if ranked else []


def _in_reach(near: Unit | None, on: datetime.date) -> list[Unit]:
    """All central units and those of the province of `near`; without `near`, every unit."""
    units = Unit.objects.valid_on(on).with_area()
    if near is not None and near.area is not None:
        province = near.area.path.split("/")[0]
        units = units.filter(Q(area__isnull=True) | Q(area__path=province) | Q(area__path__startswith=f"{province}/"))
    return list(units)


def _rank(unit: Unit, key: str, near: Unit | None) -> int | None:
    """0: the full name. 1, 2, 3: what its own place calls it, where that is the place of `near`, above it, below it. None: no fit."""
    if unit.search_name == key:
        return 0
    if near is None or key not in {agency_key(name) for name in (unit.short_name, *unit.aliases)}:
        return None
    return _distance(unit.area, near.area)


def _distance(area: Area | None, here: Area | None) -> int:
    if area is None or here is None:
        return 2
    if area.path == here.path:
        return 1
    return 2 if here.path.startswith(f"{area.path}/") else 3


def _answering(units: tuple[Unit, ...], today: datetime.date) -> tuple[Unit, ...]:
    found: dict[int, Unit] = {}
    for unit in units:
        for step in unit_successors(unit, on=today):
            found.setdefault(step.unit.pk, step.unit)
    return tuple(found.values())
