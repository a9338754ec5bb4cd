"""Whom a plan means: names as written → units of the register on the plan's day. A name may join several groups.

Where the register does not know a name, the reviewer may say which unit it is; the name stays as the paper has it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from lachan.organisations.models import Unit
from lachan.organisations.naming import agency_key
from lachan.organisations.queries import find_units

# The keys of an item's data that hold names of agencies.
NAMES_IN = ("lead", "coordinating", "requested", "from_whom")
MAX_CANDIDATES = 12
MIN_SHARED_WORDS = 0.4  # of the words of both names together; "Hội Liên hiệp Phụ nữ tỉnh" and "… thành phố Biên Hòa" share 5 of 10

_NEXT_NAME = re.compile(
    r"\s*[,;]?\s+(?:và\s+)?(?=(?:thành viên |địa phương\b|các địa phương\b|(?:UBND|Ủy ban nhân dân|Công an) (?:các|\d+) ))", re.I
)


@dataclass(frozen=True)
class Assignee:
    """One written name. `units`: all that it means; `is_group`: it is a collective name; neither: the register does not know it.

    `is_chosen`: a person said which unit it is.
    """

    written: str
    units: tuple[Unit, ...]
    is_group: bool
    is_chosen: bool = False

    @property
    def unit(self) -> Unit | None:
        """The one unit that is meant, None for a group or an unknown name."""
        return self.units[0] if len(self.units) == 1 and not self.is_group else None

    @property
    def is_known(self) -> bool:
        return bool(self.units)


def assignee_of(written: str, *, near: Unit, on: date) -> Assignee:
    """Resolve a name as a paper of `near` writes it. A name of several groups means all of them; parts that are unknown are left out."""
    whole = find_units(written, near=near, on=on)
    if whole.kind != "unknown":
        return Assignee(written, whole.units, whole.kind == "group")
    parts = _NEXT_NAME.split(written)
    found: dict[int, Unit] = {}
    if len(parts) > 1:
        for part in parts:
            match = find_units(part, near=near, on=on)
            if match.kind != "unknown":
                found.update((unit.pk, unit) for unit in match.units)
    return Assignee(written, tuple(found.values()), bool(found))


@dataclass
class Whom:
    """Names as the plan writes them → units on the plan's day; each name is looked up once."""

    committee: Unit
    on: date
    known: dict[str, Assignee] = field(default_factory=dict)

    def __call__(self, written: str) -> Assignee:
        if written not in self.known:
            self.known[written] = assignee_of(written, near=self.committee, on=self.on)
        return self.known[written]

    def for_item(self, said: dict[str, Any]) -> Callable[[str], Assignee]:
        """The same for the names of one item: `said["units"]` are the codes that its reviewer chose for some of them."""
        chosen = said.get("units") or {}
        units = {unit.code: unit for unit in Unit.objects.filter(code__in=chosen.values())} if chosen else {}

        def resolve(written: str) -> Assignee:
            unit = units.get(chosen.get(written, ""))
            return Assignee(written, (unit,), is_group=False, is_chosen=True) if unit else self(written)

        return resolve

    def unknown_in(self, said: dict[str, Any]) -> dict[str, list[Unit]]:
        """The names of an item that the register does not know, each with the units that it may mean; names without any are left out."""
        names = dict.fromkeys(name for key in NAMES_IN for name in said.get(key) or [])
        found = {name: self._candidates(name) for name in names if not self(name).is_known}
        return {name: units for name, units in found.items() if units}

    def _candidates(self, written: str) -> list[Unit]:
        """Equals among which the register does not choose; else units of the province, and of the centre, that share most of the words."""
        if equals := find_units(written, near=self.committee, on=self.on).units:
            return list(equals[:MAX_CANDIDATES])
        words = set(agency_key(written).split())
        shared = [(_shared(words, unit), unit) for unit in self._within_reach()]
        best = sorted((each for each in shared if each[0] >= MIN_SHARED_WORDS), key=lambda each: (-each[0], each[1].name))
        return [unit for _share, unit in best[:MAX_CANDIDATES]]

    def _within_reach(self) -> list[Unit]:
        units = Unit.objects.valid_on(self.on)
        if self.committee.area is not None:
            province = self.committee.area.path.split("/")[0]
            units = units.filter(Q(area__isnull=True) | Q(area__path=province) | Q(area__path__startswith=f"{province}/"))
        return list(units)


def _shared(words: set[str], unit: Unit) -> float:
    """The share of the words of both names that stand in both."""
    own = set(agency_key(unit.name).split())
    return len(words & own) / len(words | own) if words else 0.0
