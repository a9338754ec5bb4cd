"""Every question to the register. A question about a day takes the day; none asks the clock."""

from __future__ import annotations

import datetime

from django.db.models import Q

from .matching import UnitMatch, find_units
from .models import Area, Membership, ReportingLine, Unit
from .naming import name_key, split_area_type
from .querysets import AreaQuerySet, DatedQuerySet, UnitQuerySet
from .register import GapRow, read_gaps
from .succession import Succeeded, SucceededUnit, predecessors, successors, unit_successors

__all__ = [
    "Succeeded",
    "SucceededUnit",
    "UnitMatch",
    "area_on",
    "communes_of",
    "find_areas",
    "find_units",
    "incoming_lines",
    "known_gaps",
    "members_of",
    "predecessors",
    "reporting_lines",
    "standing_agency",
    "successors",
    "unit_successors",
    "units_under",
]


def area_on(code: str, *, on: datetime.date) -> Area | None:
    """The area that carried the official `code` ("75", "731", "26041") on a day, or None. Codes were given to other areas over time."""
    named = Q(code=code) | Q(former_titles__code=code)
    for area in Area.objects.valid_on(on).filter(named).distinct().with_parents().prefetch_related("former_titles"):
        if area.title_on(on).code == code:
            return area
    return None


def find_areas(
    name: str, *, on: datetime.date, type_name: str | None = None, level: str | None = None, within: Area | None = None
) -> list[Area]:
    """All areas of a day that the written `name` can mean; choosing among them is left to the caller, or a person.

    `name` may carry its type ("TP. Biên Hòa", "Phường 5") and the names above it ("phường Tân Hiệp, thành phố Biên Hòa").
    Tone marks, their place, dashes, apostrophes and leading zeros do not matter. `within`: only below this area (of the same generation).
    """
    first, *above = [part for part in name.split(",") if part.strip()] or [""]
    written_type, short = split_area_type(first)
    wanted_type = type_name or written_type
    areas = Area.objects.within(within) if within is not None else Area.objects.all()
    areas = areas.valid_on(on).with_parents().prefetch_related("former_titles", "parent__former_titles", "parent__parent__former_titles")
    if level:
        areas = areas.filter(level=level)
    found = [area for area in _named(areas, short) if _is_called(area, short, wanted_type, on)]
    whole = name_key(first)
    if written_type and whole != short:
        found += [area for area in _named(areas, whole) if area not in found and _is_called(area, whole, type_name, on)]
    return [area for area in found if _lies_in(area, above, on)]


def _named(areas: AreaQuerySet, key: str) -> AreaQuerySet:
    return areas.filter(Q(search_name=key) | Q(former_titles__search_name=key)).distinct()


def _is_called(area: Area, key: str, type_name: str | None, on: datetime.date) -> bool:
    title = area.title_on(on)
    return title.search_name == key and (type_name is None or name_key(title.type_name) == name_key(type_name))


def _lies_in(area: Area, above: list[str], on: datetime.date) -> bool:
    """Whether the written names above can be found, in their order, among the area's parents (a level may be left out)."""
    parent = area.parent
    for written in above:
        type_name, key = split_area_type(written)
        while parent is not None and not _is_called(parent, key, type_name, on):
            parent = parent.parent
        if parent is None:
            return False
        parent = parent.parent
    return True


def communes_of(area: Area, *, on: datetime.date) -> AreaQuerySet:
    """The communes of a day below `area` (or itself, when it is one)."""
    return Area.objects.within(area).valid_on(on).filter(level=Area.Level.COMMUNE)


def known_gaps(area: Area, *, on: datetime.date) -> list[GapRow]:
    """What the register is known not to know of `area` on a day, in Vietnamese words for the screen; empty when nothing is.

    The nearest statement wins: a city that was checked and found complete answers for itself, whatever is missing in its province.
    """
    gaps = [gap for gap in read_gaps() if _covers(gap, on)]
    for ref in [area.ref, *reversed(area.ancestor_refs), "*"]:
        here = [gap for gap in gaps if gap.area == ref]
        if here:
            return [gap for gap in here if gap.text]
    return []


def _covers(gap: GapRow, on: datetime.date) -> bool:
    return (gap.valid_from is None or gap.valid_from <= on) and (gap.valid_to is None or gap.valid_to > on)


def units_under(unit: Unit, *, on: datetime.date) -> UnitQuerySet:
    """All units below `unit` on a day, at any depth, without itself."""
    found: set[int] = set()
    layer = {unit.pk}
    while layer:
        layer = set(Unit.objects.valid_on(on).filter(superior__in=layer).values_list("pk", flat=True)) - found
        found |= layer
    return Unit.objects.filter(pk__in=found - {unit.pk})


def members_of(committee: Unit, *, on: datetime.date) -> DatedQuerySet:
    """The seats of a committee on a day, with `member` and `role`; only units that existed on that day."""
    seats = Membership.objects.valid_on(on).filter(committee=committee).select_related("member__area")
    lasting = Unit.objects.valid_on(on).values("pk")
    return seats.filter(member__in=lasting).order_by("member__code", "role")


def standing_agency(committee: Unit, *, on: datetime.date) -> Unit | None:
    """The unit that does the committee's daily work and receives its mail (cơ quan thường trực)."""
    seat = members_of(committee, on=on).filter(role=Membership.Role.STANDING_AGENCY).first()
    return seat.member if seat else None


def reporting_lines(unit: Unit, *, on: datetime.date) -> DatedQuerySet:
    """To whom `unit` reports on a day."""
    return ReportingLine.objects.valid_on(on).filter(unit=unit).select_related("recipient", "via")


def incoming_lines(recipient: Unit, *, on: datetime.date) -> DatedQuerySet:
    """Who reports to `recipient` on a day; only units that existed on that day."""
    lasting = Unit.objects.valid_on(on).values("pk")
    lines = ReportingLine.objects.valid_on(on).filter(recipient=recipient, unit__in=lasting)
    return lines.select_related("unit", "via").order_by("unit__code")
