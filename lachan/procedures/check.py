"""Deriving everything again from the steps and comparing it with what is kept: facts, states, holders, clocks, the chain of the journal.

What is kept beside the steps only makes questions fast. If it ever says something else than they do, this finds it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from lachan.audit.operations import broken_links
from lachan.foundation.errors import Refused
from lachan.ledger.models import Fact
from lachan.ledger.operations import held_of
from lachan.ledger.statements import Statement, difference
from lachan.procedures.models import Record, RunningClock
from lachan.procedures.projection import checked_state, clock_rows, effective_steps, holder, participants, statements


@dataclass(frozen=True)
class Difference:
    """`part`: facts, state, holder, participants, clocks, ledger or audit; `subject` a record's code or a position."""

    part: str
    subject: str
    text: str


@dataclass(frozen=True)
class Checked:
    """What was gone through."""

    records: int
    facts: int
    differences: tuple[Difference, ...]


def differences() -> list[Difference]:
    """Everything that is kept otherwise than the steps say; an empty list when nothing is. Reads the whole place and changes nothing."""
    found = [each for record in Record.objects.order_by("pk").iterator(chunk_size=500) for each in _of_record(record)]
    return [*found, *_of_ledger(), *(Difference("audit", str(pk), _("mắt xích của nhật ký không khớp")) for pk in broken_links())]


def check() -> Checked:
    """`differences`, with how much was compared."""
    return Checked(Record.objects.count(), Fact.objects.count(), tuple(differences()))


def _of_record(record: Record) -> Iterator[Difference]:
    try:
        steps = effective_steps(record)
        state = checked_state(record, steps)
    except Refused as refused:
        yield Difference("state", record.code, refused.message)
        return
    for statement, weight in difference(statements(record), held_of(record.uid)):
        yield Difference("facts", record.code, _describe(statement, weight))
    if state != record.state:
        yield Difference("state", record.code, _said(record.state, state))
    if (expected := holder(record, steps).pk) != record.holder_id:
        yield Difference("holder", record.code, _said(record.holder_id, expected))
    kept = dict(record.participations.values_list("unit_id", "since"))
    if kept != (expected_units := participants(record, steps)):
        yield Difference("participants", record.code, _said(_units(kept), _units(expected_units)))
    yield from _of_clocks(record)


def _of_clocks(record: Record) -> Iterator[Difference]:
    kept = {row.code: _clock(row) for row in record.clocks.all()}
    expected = {row.code: _clock(row) for row in clock_rows(record)}
    for code in sorted(kept.keys() | expected.keys()):
        if kept.get(code) != expected.get(code):
            yield Difference("clocks", record.code, f"{code}: " + _said(_ends(kept.get(code)), _ends(expected.get(code))))


def _of_ledger() -> Iterator[Difference]:
    """Facts of no record, facts whose digest is not theirs, moments that run backwards."""
    records = set(Record.objects.values_list("uid", flat=True))
    last = None
    for fact in Fact.objects.order_by("position").iterator(chunk_size=2000):
        statement = Statement(fact.kind, fact.subject, fact.unit, fact.area_path, fact.occurred_on, fact.dimensions)
        if fact.source not in records:
            yield Difference("ledger", str(fact.position), _("sự kiện không thuộc hồ sơ nào"))
        if fact.statement != statement.digest:
            yield Difference("ledger", str(fact.position), _("nội dung sự kiện không khớp mã tóm tắt"))
        if last is not None and fact.recorded_at < last:
            yield Difference("ledger", str(fact.position), _("thời điểm ghi lùi so với sự kiện trước"))
        last = fact.recorded_at


def _describe(statement: Statement, weight: int) -> str:
    sentence = _("thiếu %(kind)s ngày %(day)s, trọng số %(weight)s") if weight > 0 else _("thừa %(kind)s ngày %(day)s, trọng số %(weight)s")
    return sentence % {"kind": statement.kind, "day": statement.occurred_on.isoformat(), "weight": abs(weight)}


def _said(kept: object, expected: object) -> str:
    return _("đang lưu %(kept)s, tính lại là %(expected)s") % {"kept": kept, "expected": expected}


def _units(since: dict[int, date]) -> list[tuple[int, str]]:
    return sorted((unit, day.isoformat()) for unit, day in since.items())


def _clock(row: RunningClock) -> tuple:
    return row.due_at, row.safe_day, row.started_on, row.ended_at, row.is_stopped


def _ends(clock: tuple | None) -> str:
    return _("không có") if clock is None else ", ".join(str(part) for part in clock)
