"""What can be declared as a figure. A measure is a sum of weights of facts, so figures add up over units, periods and provinces."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from lachan.foundation.sources import Source


class Window(StrEnum):
    """Which facts of a kind a term counts, seen from a period [start, end)."""

    WITHIN = "within"  # occurred in the period
    BEFORE = "before"  # occurred before it began: with arrivals +1 and departures -1 this is what was carried over
    UNTIL = "until"  # occurred before its end


@dataclass(frozen=True)
class Term:
    """Facts of one kind in a window, counted `sign` times; `where` maps a dimension to the values that it may have."""

    kind: str
    window: Window = Window.WITHIN
    sign: int = 1
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Measure:
    """A count with a name. `unit` is what is counted ("tin", "vụ", "người")."""

    code: str
    label: str
    unit: str
    terms: tuple[Term, ...]
    definition: str
    source: Source


@dataclass(frozen=True)
class Ratio:
    """One measure over another, in percent. Without a denominator there is no value: nothing happened that could be measured."""

    code: str
    label: str
    numerator: Measure
    denominator: Measure
    definition: str
    source: Source

    unit = "%"


Indicator = Measure | Ratio
