"""Reading the text tables of the spec tests, and the two engines that every table is put to.

A table has a heading row and cells parted by `|`. Facts: `kind | on | place | weight | where | position`; places are refs below one
city, `where` is `name=value` parted by commas, a position counts from 1 and is given by the order of the rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from lachan.foundation.periods import Period, parse_period
from lachan.ledger.models import Fact
from lachan.statistics import engine, reference
from lachan.statistics.model import Indicator, Measure

CITY = "p75/d731"
FIRST_MOMENT = datetime(2024, 1, 1, tzinfo=UTC)


def table(text: str) -> list[dict[str, str]]:
    """The rows of a text table by the names in its heading."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    heading, *rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [dict(zip(heading, row, strict=True)) for row in rows]


def rows_of(text: str) -> list[reference.Row]:
    return [
        reference.Row(
            kind=row["kind"],
            occurred_on=date.fromisoformat(row["on"]),
            weight=int(row.get("weight", "1") or 1),
            area_path=f"{CITY}/{row['place']}" if row.get("place") else CITY,
            unit=row.get("unit", ""),
            dimensions=dict(pair.split("=") for pair in row.get("where", "").split(",") if pair.strip()),
            position=place,
            recorded_at=FIRST_MOMENT + timedelta(hours=place),
        )
        for place, row in enumerate(table(text), start=1)
    ]


def period(first: str, last: str) -> Period:
    return parse_period(first, last)


@dataclass(frozen=True)
class Question:
    """What one row of a table asks."""

    indicator: Indicator
    period: Period
    area_path: str = CITY
    units: frozenset[str] = frozenset()
    position: int | None = None


class Reference:
    """The plain engine over the rows themselves."""

    def load(self, rows: Iterable[reference.Row]) -> None:
        self.rows = list(rows)

    def answer(self, asked: Question):
        rows = reference.known(self.rows, position=asked.position)
        return reference.value(asked.indicator, reference.within(rows, area_path=asked.area_path, units=asked.units), asked.period)


class Sql:
    """The engine of the application, over the same rows in the ledger."""

    def load(self, rows: Iterable[reference.Row]) -> None:
        Fact.objects.all().delete()
        Fact.objects.bulk_create(
            Fact(
                position=row.position,
                kind=row.kind,
                subject=uuid4(),
                source=uuid4(),
                unit=row.unit,
                area_path=row.area_path,
                occurred_on=row.occurred_on,
                weight=row.weight,
                dimensions=dict(row.dimensions),
                statement="",
                recorded_at=row.recorded_at,
            )
            for row in rows
        )

    def answer(self, asked: Question):
        indicator = asked.indicator
        measures = [indicator] if isinstance(indicator, Measure) else [indicator.numerator, indicator.denominator]
        known = engine.Knowledge(position=asked.position)
        found = engine.values(measures, asked.period, engine.Scope(asked.area_path, asked.units), known)
        if isinstance(indicator, Measure):
            return found[indicator.code]
        top, bottom = found[indicator.numerator.code], found[indicator.denominator.code]
        return reference.Fraction(top, bottom) if bottom else None
