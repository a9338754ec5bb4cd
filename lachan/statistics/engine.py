"""Adding up weights. One query brings the cells of all the terms asked for; ratios are formed from their measures.

A cell is what the facts of one term come to for one unit, or in all. Cells hold only sums, so they may be added over places and periods.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet, Sum

from lachan.foundation.periods import Period
from lachan.ledger.models import Fact
from lachan.ledger.queries import facts_known
from lachan.statistics.model import Measure, Term, Window


@dataclass(frozen=True)
class Scope:
    """Whose facts count: those of areas at or below a path, or of the named units; neither means all there are."""

    area_path: str = ""
    units: frozenset[str] = frozenset()

    def condition(self) -> Q:
        where = Q()
        if self.area_path:
            where &= Q(area_path=self.area_path) | Q(area_path__startswith=f"{self.area_path}/")
        if self.units:
            where &= Q(unit__in=self.units)
        return where


@dataclass(frozen=True)
class Knowledge:
    """Up to where the ledger is read: a moment, a position, or all of it when both are None."""

    at: datetime | None = None
    position: int | None = None


def condition(term: Term, period: Period) -> Q:
    """The facts that a term counts in a period."""
    when = {
        Window.WITHIN: Q(occurred_on__gte=period.start, occurred_on__lt=period.end),
        Window.BEFORE: Q(occurred_on__lt=period.start),
        Window.UNTIL: Q(occurred_on__lt=period.end),
    }[term.window]
    where = Q(kind=term.kind) & when
    for dimension, values in term.where.items():
        where &= Q(**{f"dimensions__{dimension}__in": list(values)})
    return where


def values(measures: Iterable[Measure], period: Period, scope: Scope, known: Knowledge) -> dict[str, int]:
    """The value of each measure by its code."""
    facts = facts_known(at=known.at, position=known.position).filter(scope.condition())
    sums: dict[tuple, int] = {}
    result = {}
    for measure in measures:
        total = 0
        for term in measure.terms:
            key = (term.kind, term.window, tuple(sorted(term.where.items())))
            if key not in sums:
                sums[key] = facts.filter(condition(term, period)).aggregate(total=Sum("weight"))["total"] or 0
            total += term.sign * sums[key]
        result[measure.code] = total
    return result


def facts_behind(measure: Measure, period: Period, scope: Scope, known: Knowledge) -> QuerySet[Fact]:
    """Every fact that some term of the measure counts, withdrawn ones included (they add up to nothing)."""
    where = Q(pk__in=[])
    for term in measure.terms:
        where |= condition(term, period)
    return facts_known(at=known.at, position=known.position).filter(scope.condition()).filter(where)
