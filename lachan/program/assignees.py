"""Whom a plan means: names as written → units of the register on the plan's day. A name may join several groups."""

import re
from dataclasses import dataclass
from datetime import date

from lachan.organisations.models import Unit
from lachan.organisations.queries import find_units

_NEXT_NAME = re.compile(
    r"\s*[,;]?\s+(?:và\s+)?(?=(?:thành viên |địa phương\b|các địa phương\b|(?:UBND|Ủy ban nhân dân|Công an) (?:các|\d+) ))", re.I
)


@dataclass(frozen=True)
class Assignee:
    """One written name. `units`: all that it means; `is_group`: it is a collective name; neither: the register does not know it."""

    written: str
    units: tuple[Unit, ...]
    is_group: bool

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
