"""Answering for a unit, a period and a moment of knowledge, and leading from a number to its records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.access.policy import units_below
from lachan.foundation.errors import Refused
from lachan.foundation.periods import Period
from lachan.ledger.queries import position_at
from lachan.organisations.models import Unit
from lachan.procedures.models import Record
from lachan.statistics.declared import INDICATORS
from lachan.statistics.engine import Knowledge, Scope, facts_behind, term_values, values, values_by_area, values_in_periods
from lachan.statistics.model import Indicator, Measure, Ratio, Term

# Committees and People's Committees answer for a place; every other unit for what it and those below it did.
TERRITORIAL = {Unit.Function.STEERING_COMMITTEE, Unit.Function.PEOPLES_COMMITTEE, Unit.Function.PARTY}


@dataclass(frozen=True)
class Figure:
    """One number with all that explains it. For a ratio `value` is the exact quotient, None when the denominator is 0."""

    indicator: Indicator
    unit: Unit
    period: Period
    known_at: datetime | None
    position: int
    value: int | Fraction | None
    numerator: int | None = None
    denominator: int | None = None

    @property
    def is_ratio(self) -> bool:
        return isinstance(self.indicator, Ratio)


def indicator_of(code: str) -> Indicator:
    """Raises Refused for a code that nobody declared."""
    if code not in INDICATORS:
        raise Refused(_("Không có chỉ tiêu thống kê mã “%(code)s”.") % {"code": code}, code="unknown-indicator")
    return INDICATORS[code]


def scope_of(unit: Unit, *, within: str = "") -> Scope:
    """Whose facts make a unit's figures. `within`: only those of areas at or below this path, besides."""
    if unit.function in TERRITORIAL and unit.area:
        path = unit.area.path
        return Scope(area_path=within if within.startswith(f"{path}/") else path)
    below = Unit.objects.filter(pk__in=units_below(unit.pk)).values_list("code", flat=True)
    return Scope(area_path=within, units=frozenset({unit.code, *below}))


def figures(
    codes: Iterable[str], *, unit: Unit, period: Period, known_at: datetime | None = None, position: int | None = None
) -> dict[str, Figure]:
    """Figures by code for one unit and period, as the ledger stood at a moment or position (now when neither is given)."""
    indicators = [indicator_of(code) for code in codes]
    reached = position if position is not None else position_at(known_at)
    found = values(_measures_of(*indicators), period, scope_of(unit), Knowledge(position=reached))
    return {each.code: _figure(each, found, unit, period, known_at, reached) for each in indicators}


def figure(code: str, *, unit: Unit, period: Period, known_at: datetime | None = None, position: int | None = None) -> Figure:
    return figures([code], unit=unit, period=period, known_at=known_at, position=position)[code]


def figure_in_periods(code: str, *, unit: Unit, periods: Sequence[Period], position: int) -> list[Figure]:
    """The same figure for several periods, in their order."""
    indicator = indicator_of(code)
    found = values_in_periods(_measures_of(indicator), periods, scope_of(unit), Knowledge(position=position))
    return [_figure(indicator, each, unit, period, None, position) for each, period in zip(found, periods, strict=True)]


def figure_by_area(code: str, *, unit: Unit, period: Period, position: int) -> dict[str, Figure]:
    """The unit's figure split by the area of the facts: path to figure, only areas that have any fact of the kind."""
    indicator = indicator_of(code)
    found = values_by_area(_measures_of(indicator), period, scope_of(unit), Knowledge(position=position))
    return {path: _figure(indicator, each, unit, period, None, position) for path, each in found.items()}


def terms_of(measure: Measure, *, unit: Unit, period: Period, position: int) -> list[tuple[Term, int]]:
    """How the measure's figure comes about: each term with what its facts come to. Added up with their signs they are the figure."""
    found = term_values(measure, period, scope_of(unit), Knowledge(position=position))
    return list(zip(measure.terms, found, strict=True))


def _measures_of(*indicators: Indicator) -> list[Measure]:
    measures: list[Measure] = []
    for each in indicators:
        measures += [each.numerator, each.denominator] if isinstance(each, Ratio) else [each]
    return measures


def _figure(indicator: Indicator, found: dict[str, int], unit: Unit, period: Period, known_at: datetime | None, position: int) -> Figure:
    if isinstance(indicator, Measure):
        return Figure(indicator, unit, period, known_at, position, found[indicator.code])
    top, bottom = found[indicator.numerator.code], found[indicator.denominator.code]
    return Figure(indicator, unit, period, known_at, position, Fraction(top, bottom) if bottom else None, top, bottom)


@dataclass(frozen=True)
class Behind:
    """A record that a measure counts: what it adds, since when, and the record itself for those who may see it (else None)."""

    source: UUID
    kind: str
    occurred_on: date
    weight: int
    record: Record | None


def records_behind(measure: Measure, *, unit: Unit, period: Period, actor: Account, position: int, within: str = "") -> list[Behind]:
    """What a measure adds up from, one row for each record and kind of fact that does not come to nothing, newest first.

    Records that the actor may not see stay in the list without a name: the rows always add up to the figure (to its part in the areas
    at or below the path `within`, when that is given).
    """
    facts = facts_behind(measure, period, scope_of(unit, within=within), Knowledge(position=position))
    signs = _signs(measure, period)
    sums: dict[tuple[UUID, str], tuple[date, int]] = {}
    for fact in facts.iterator(chunk_size=2000):
        sign = sum(signs(fact.kind, fact.occurred_on, fact.dimensions))
        day, weight = sums.get((fact.source, fact.kind), (fact.occurred_on, 0))
        sums[fact.source, fact.kind] = (max(day, fact.occurred_on), weight + sign * fact.weight)
    counted = {key: value for key, value in sums.items() if value[1]}
    visible = {record.uid: record for record in Record.objects.visible_to(actor).filter(uid__in={source for source, _kind in counted})}
    rows = [Behind(source, kind, day, weight, visible.get(source)) for (source, kind), (day, weight) in counted.items()]
    return sorted(rows, key=lambda row: (row.occurred_on, str(row.source)), reverse=True)


def _signs(measure: Measure, period: Period):
    def signs(kind: str, day: date, dimensions: dict[str, str]):
        for term in measure.terms:
            matches = all(dimensions.get(name) in allowed for name, allowed in term.where.items())
            if term.kind == kind and matches and is_counted(term.window, day, period):
                yield term.sign

    return signs


def is_counted(window: str, day: date, period: Period) -> bool:
    """Does a window of a period hold the day? The same rule as the engine's, for rows in hand."""
    return {"within": day in period, "before": day < period.start, "until": day < period.end}[window]
