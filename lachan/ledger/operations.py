"""Appending what a record states."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from lachan.foundation.database import serialise
from lachan.ledger.models import Fact
from lachan.ledger.statements import Statement, difference


def state(source: UUID, statements: Iterable[Statement], *, at: datetime) -> list[Fact]:
    """Append the difference between what the record `source` states now and what the ledger holds of it.

    Must run in the transaction of the record. Appending is serialised until commit, so that positions follow the order in which
    transactions become visible: a reader who has seen position n will never find a lower one appear later.
    `recorded_at` never runs backwards, whatever clock the server had.
    """
    serialise("ledger")
    changes = difference(statements, held_of(source))
    if not changes:
        return []
    last = Fact.objects.order_by("-position").values_list("recorded_at", flat=True).first()
    moment = max(at, last) if last else at
    facts = [
        Fact(
            kind=statement.kind,
            subject=statement.subject,
            source=source,
            unit=statement.unit,
            area_path=statement.area_path,
            occurred_on=statement.occurred_on,
            weight=weight,
            dimensions=dict(statement.dimensions),
            statement=statement.digest,
            recorded_at=moment,
        )
        for statement, weight in changes
    ]
    for fact in facts:
        fact.save(force_insert=True)
    return facts


def held_of(source: UUID) -> dict[str, tuple[Statement, int]]:
    """What the ledger holds of one record: digest to statement and net weight, statements that came to nothing left out."""
    held: dict[str, tuple[Statement, int]] = {}
    for fact in Fact.objects.filter(source=source).order_by("position"):
        statement = Statement(fact.kind, fact.subject, fact.unit, fact.area_path, fact.occurred_on, fact.dimensions)
        held[fact.statement] = (statement, held.get(fact.statement, (statement, 0))[1] + fact.weight)
    return {digest: both for digest, both in held.items() if both[1]}
