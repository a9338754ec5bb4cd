"""Records that another record points to, as far as the account may see them."""

from dataclasses import dataclass

from django.urls import reverse

from lachan.access.models import Account
from lachan.procedures import registry
from lachan.procedures.models import Record, RecordQuerySet
from lachan.procedures.presentation import state_of
from lachan.procedures.projection import details_of, procedure_of


@dataclass(frozen=True)
class Link:
    """One linked record: its address, its code, title and state without an identity."""

    url: str
    code: str
    title: str
    note: str
    state: str


@dataclass(frozen=True)
class Links:
    """The links that the account may follow, and how many more there are beyond its scope."""

    shown: tuple[Link, ...]
    hidden: int


def linked_records(records: RecordQuerySet, *, actor: Account) -> Links:
    """Links to `records` (heads of any kind), those withdrawn altogether left out."""
    standing = records.live()
    kinds = registry.kinds()
    tables = [*kinds, *(f"{kind.code}__{path}" for kind in kinds.values() for path in kind.related)]
    shown = [_link(record) for record in standing.visible_to(actor).select_related(*tables)]
    return Links(tuple(shown), standing.count() - len(shown))


def _link(record: Record) -> Link:
    kind, own = registry.kind_of(record.kind), details_of(record)
    state = state_of(procedure_of(record), record.state)
    return Link(reverse(kind.detail_url, args=[record.code]), record.code, kind.title(own), kind.note(own), state.label)
