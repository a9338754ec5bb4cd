"""The same figures, counted in plain Python over rows in hand: what the engine must come to. Knows no database.

Slow and obvious on purpose. The spec tests run every table against both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction

from lachan.foundation.periods import Period
from lachan.statistics.model import Indicator, Measure, Term, Window


@dataclass(frozen=True)
class Row:
    """A fact as the ledger holds it, without what no figure looks at."""

    kind: str
    occurred_on: date
    weight: int = 1
    unit: str = ""
    area_path: str = ""
    dimensions: Mapping[str, str] = field(default_factory=dict)
    position: int = 0
    recorded_at: datetime | None = None


def known(rows: Iterable[Row], *, at: datetime | None = None, position: int | None = None) -> list[Row]:
    """The rows that a reader could know at a moment, or up to a position."""
    return [
        row
        for row in rows
        if (at is None or row.recorded_at is None or row.recorded_at <= at) and (position is None or row.position <= position)
    ]


def within(rows: Iterable[Row], *, area_path: str = "", units: frozenset[str] = frozenset()) -> list[Row]:
    """The rows of areas at or below a path and of the named units; an empty condition lets all pass."""
    return [
        row
        for row in rows
        if (not area_path or row.area_path == area_path or row.area_path.startswith(f"{area_path}/")) and (not units or row.unit in units)
    ]


def counts(term: Term, row: Row, period: Period) -> bool:
    """Does the term count the row in the period?"""
    if row.kind != term.kind or any(row.dimensions.get(name) not in allowed for name, allowed in term.where.items()):
        return False
    if term.window is Window.WITHIN:
        return period.start <= row.occurred_on < period.end
    return row.occurred_on < (period.start if term.window is Window.BEFORE else period.end)


def count(measure: Measure, rows: Iterable[Row], period: Period) -> int:
    """The sum of the measure's terms, their signs applied."""
    rows = list(rows)
    return sum(term.sign * row.weight for term in measure.terms for row in rows if counts(term, row, period))


def value(indicator: Indicator, rows: Iterable[Row], period: Period) -> int | Fraction | None:
    """The figure that the rows come to. A ratio is the exact quotient, None when its denominator is 0."""
    rows = list(rows)
    if isinstance(indicator, Measure):
        return count(indicator, rows, period)
    top, bottom = count(indicator.numerator, rows, period), count(indicator.denominator, rows, period)
    return Fraction(top, bottom) if bottom else None
