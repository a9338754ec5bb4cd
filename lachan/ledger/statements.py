"""What a record states: pure values, compared by content."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from uuid import UUID


@dataclass(frozen=True)
class Statement:
    """One fact that is true of a subject. `dimensions` are short codes, never text or identities."""

    kind: str
    subject: UUID
    unit: str
    area_path: str
    occurred_on: date
    dimensions: Mapping[str, str] = field(default_factory=dict)
    weight: int = 1

    @property
    def digest(self) -> str:
        """32 hex digits over everything but the weight: the identity of the statement."""
        content = [self.kind, str(self.subject), self.unit, self.area_path, self.occurred_on.isoformat(), dict(self.dimensions)]
        return blake2b(json.dumps(content, sort_keys=True, ensure_ascii=False).encode(), digest_size=16).hexdigest()


def difference(wanted: Iterable[Statement], held: Mapping[str, tuple[Statement, int]]) -> list[tuple[Statement, int]]:
    """What has to be appended so that the held weights become the wanted ones: statements with a weight that is not zero.

    `held` maps digest to a statement and the sum of its weights so far. Withdrawals come first, so that a reader who stops
    anywhere never counts one thing twice.
    """
    sums: dict[str, tuple[Statement, int]] = {}
    for statement in wanted:
        before = sums.get(statement.digest, (statement, 0))[1]
        sums[statement.digest] = (statement, before + statement.weight)
    changes = []
    for digest in held.keys() | sums.keys():
        statement = (sums.get(digest) or held[digest])[0]
        weight = sums.get(digest, (statement, 0))[1] - held.get(digest, (statement, 0))[1]
        if weight:
            changes.append((statement, weight))
    return sorted(changes, key=lambda change: (change[1] > 0, change[0].occurred_on, change[0].digest))
