"""Adding up weights. One query brings the cells of all the terms asked for; ratios are formed from their measures.

A cell is what the facts of one term come to for one unit, or in all. Cells hold only sums, so they may be added over places and periods.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet, Sum

from lachan.foundation.periods import Period
from lachan.ledger.models import Fact
from lachan.ledger.queries import facts_known
from lachan.statistics.model import Measure, Term, Window


@dataclass(frozen=True)
class Scope:
    """Whose facts count: those of areas at or below a path, or of the named units; both when both are given, all when neither is."""

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
    return values_in_periods(measures, [period], scope, known)[0]


def values_in_periods(measures: Iterable[Measure], periods: Sequence[Period], scope: Scope, known: Knowledge) -> list[dict[str, int]]:
    """The value of each measure by its code, once for each period, in their order; one query for all."""
    cells = _Cells(list(measures), periods)
    sums = _facts(scope, known).filter(kind__in=cells.kinds).aggregate(**cells.aggregates)
    return [cells.values_of(sums, period) for period in periods]


def values_by_area(measures: Iterable[Measure], period: Period, scope: Scope, known: Knowledge) -> dict[str, dict[str, int]]:
    """The value of each measure by its code, for each path of an area that has facts; one query for all."""
    cells = _Cells(list(measures), [period])
    rows = _facts(scope, known).filter(kind__in=cells.kinds).order_by().values("area_path").annotate(**cells.aggregates)
    return {row["area_path"]: cells.values_of(row, period) for row in rows}


def term_values(measure: Measure, period: Period, scope: Scope, known: Knowledge) -> list[int]:
    """What the facts of each term come to before its sign, in the order of the terms."""
    each = [Measure(str(place), "", "", (term,), "", measure.source) for place, term in enumerate(measure.terms)]
    found = values(each, period, scope, known)
    return [found[one.code] * term.sign for one, term in zip(each, measure.terms, strict=True)]


def facts_behind(measure: Measure, period: Period, scope: Scope, known: Knowledge) -> QuerySet[Fact]:
    """Every fact that some term of the measure counts, withdrawn ones included (they add up to nothing)."""
    where = Q(pk__in=[])
    for term in measure.terms:
        where |= condition(term, period)
    return _facts(scope, known).filter(where)


def _facts(scope: Scope, known: Knowledge) -> QuerySet[Fact]:
    return facts_known(at=known.at, position=known.position).filter(scope.condition())


class _Cells:
    """The distinct sums that some measures need in some periods, as named aggregates of one query."""

    def __init__(self, measures: list[Measure], periods: Sequence[Period]):
        self.measures = measures
        self.names: dict[tuple, str] = {}
        self.aggregates: dict[str, Sum] = {}
        for period in periods:
            for term in (term for measure in measures for term in measure.terms):
                key = _key(term, period)
                if key not in self.names:
                    self.names[key] = name = f"cell_{len(self.names)}"
                    self.aggregates[name] = Sum("weight", filter=condition(term, period))
        self.kinds = {term.kind for measure in measures for term in measure.terms}

    def values_of(self, sums: dict, period: Period) -> dict[str, int]:
        return {
            measure.code: sum(term.sign * (sums[self.names[_key(term, period)]] or 0) for term in measure.terms)
            for measure in self.measures
        }


def _key(term: Term, period: Period) -> tuple:
    """What is before one period is until the end of the one before it: such terms share a cell."""
    first, end = {
        Window.WITHIN: (period.start, period.end),
        Window.BEFORE: (None, period.start),
        Window.UNTIL: (None, period.end),
    }[term.window]
    return term.kind, first, end, tuple(sorted(term.where.items()))
