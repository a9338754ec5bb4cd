"""Who became whom: chains of successions followed from one day to another, with what is known of the shares."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .models import Area, AreaSuccession, Extent, Unit, UnitSuccession

WHOLE = Decimal(1)


@dataclass(frozen=True)
class Succeeded:
    """One end of a succession. `share`: the part of the old area that lies in the new one, 1 for all of it, None when it is not known.

    `extent` is "unchanged", "whole" or "part", always of the old area; `is_whole` says that nothing of the old area lies elsewhere.
    """

    area: Area
    share: Decimal | None
    extent: str

    @property
    def is_whole(self) -> bool:
        return self.share == WHOLE


@dataclass(frozen=True)
class SucceededUnit:
    """A unit that answers for another one; `functions` in words when it took over only some, `is_inferred` when only the areas say so."""

    unit: Unit
    extent: str
    functions: tuple[str, ...] = ()
    is_inferred: bool = False


def successors(area: Area, *, on: datetime.date, since: datetime.date | None = None) -> list[Succeeded]:
    """The areas of `on` in which `area` lies, most complete first. Empty: it is gone and the register does not know where to.

    `since` is the day of which `area` is meant (the day of a plan or a fact): boundary changes after it, while the area went on, count too.
    Without it the area is taken as it last was. A district, which has no successor at its level, is followed through its communes.
    """
    steps = list(_forward(area, WHOLE, since, on))
    if not steps and area.level == Area.Level.DISTRICT:
        steps = list(_through_communes(area, on))
    return _merged(area, steps)


def predecessors(area: Area, *, on: datetime.date) -> list[Succeeded]:
    """The areas of `on` out of which `area` was made, each with the share of it that came here, most complete first."""
    return _merged(area, list(_backward(area, WHOLE, on, None)))


def unit_successors(unit: Unit, *, on: datetime.date) -> list[SucceededUnit]:
    """The units of `on` that answer for `unit`: itself while it lasts; else the declared successors; else, for a commune's unit, those of
    the same function in the areas that succeeded its own (`is_inferred`). Empty when the register does not know.
    """
    if unit.valid_to is None or unit.valid_to > on:
        return [SucceededUnit(unit, Extent.UNCHANGED)]
    links = UnitSuccession.objects.filter(predecessor=unit, on__gte=unit.valid_to, on__lte=on).select_related("successor__area")
    found: list[SucceededUnit] = []
    for link in links:
        for step in unit_successors(link.successor, on=on):
            functions = tuple(link.functions) or step.functions
            extent = link.extent if step.extent == Extent.UNCHANGED else step.extent
            found.append(SucceededUnit(step.unit, extent, functions, step.is_inferred))
    if links or unit.level != Unit.Level.COMMUNE or unit.area is None:
        return found
    return list(_by_area(unit, unit.area, on))


def _by_area(unit: Unit, area: Area, on: datetime.date) -> Iterator[SucceededUnit]:
    new_areas = {step.area.pk: step for step in successors(area, on=on)}
    units = Unit.objects.valid_on(on).filter(area__in=new_areas, function=unit.function, level=unit.level).with_area()
    for successor in units:
        yield SucceededUnit(successor, new_areas[successor.area_id].extent, is_inferred=True)


def _forward(area: Area, share: Decimal | None, since: datetime.date | None, on: datetime.date) -> Iterator[Succeeded]:
    links = [
        link for link in area.successions.select_related("successor").order_by("on", "pk") if _counts(link, area, since) and link.on <= on
    ]
    left_early = [link for link in links if area.valid_to is None or link.on < area.valid_to]
    remaining = None if left_early else share
    if area.valid_to is None or area.valid_to > on:
        yield Succeeded(area, remaining, Extent.PART if left_early else Extent.UNCHANGED)
    for link in links:
        base = share if link in left_early else remaining
        for step in _forward(link.successor, _product(base, link.share), link.on, on):
            yield Succeeded(step.area, step.share, link.extent if step.extent == Extent.UNCHANGED else step.extent)


def _counts(link: AreaSuccession, area: Area, since: datetime.date | None) -> bool:
    if since is None:
        return area.valid_to is not None and link.on >= area.valid_to
    return link.on > since


def _through_communes(district: Area, on: datetime.date) -> Iterator[Succeeded]:
    if district.valid_to is None:
        return
    last_day = district.valid_to - datetime.timedelta(days=1)
    communes = Area.objects.within(district).valid_on(last_day).filter(level=Area.Level.COMMUNE)
    ends = [step for commune in communes for step in successors(commune, on=on)]
    is_together = len({step.area.pk for step in ends}) == 1 and all(step.is_whole for step in ends)
    for step in ends:
        yield Succeeded(step.area, WHOLE if is_together else None, Extent.WHOLE if is_together else Extent.PART)


def _backward(area: Area, share: Decimal | None, on: datetime.date, before: datetime.date | None) -> Iterator[Succeeded]:
    """Depth first into the past; `before` keeps a step from returning to the day that it came from."""
    if (area.valid_from is None or area.valid_from <= on) and (area.valid_to is None or area.valid_to > on):
        yield Succeeded(area, _share_kept(area, share, on, before), Extent.UNCHANGED)
    for link in area.precessions.select_related("predecessor").filter(on__gt=on):
        if before is not None and link.on >= before:
            continue
        for step in _backward(link.predecessor, _product(share, link.share), on, link.on):
            yield Succeeded(step.area, step.share, link.extent if step.extent == Extent.UNCHANGED else step.extent)


def _share_kept(area: Area, share: Decimal | None, on: datetime.date, before: datetime.date | None) -> Decimal | None:
    """An area that gave a part away between `on` and `before`, and went on, brought less than itself along: how much is not known."""
    last = before or area.valid_to
    given_away = area.successions.filter(on__gt=on, extent=Extent.PART)
    if last is not None:
        given_away = given_away.filter(on__lt=last)
    return None if given_away.exists() else share


def _product(share: Decimal | None, factor: Decimal | None) -> Decimal | None:
    return None if share is None or factor is None else share * factor


def _merged(area: Area, steps: list[Succeeded]) -> list[Succeeded]:
    """One entry for each area reached. Shares of several ways are added where all are known."""
    by_area: dict[int, list[Succeeded]] = {}
    for step in steps:
        by_area.setdefault(step.area.pk, []).append(step)
    merged = [_one(ways) for ways in by_area.values()]
    return sorted(merged, key=lambda step: (step.area.pk != area.pk, -(step.share or 0), step.area.code))


def _one(ways: list[Succeeded]) -> Succeeded:
    if len(ways) == 1:
        only = ways[0]
        extent = Extent.PART if only.share != WHOLE else only.extent
        return Succeeded(only.area, only.share, extent)
    shares = [way.share for way in ways]
    if WHOLE in shares:
        return Succeeded(ways[0].area, WHOLE, Extent.WHOLE)
    known = [share for share in shares if share is not None]
    total = sum(known, Decimal()) if len(known) == len(shares) else None
    return Succeeded(ways[0].area, total, Extent.WHOLE if total == WHOLE else Extent.PART)
