"""Asking the ledger: which facts were known at a moment, and where it stands."""

from datetime import datetime

from django.db.models import QuerySet

from lachan.ledger.models import Fact


def facts_known(*, at: datetime | None = None, position: int | None = None) -> QuerySet[Fact]:
    """The prefix of the ledger known at a moment or at a position; all of it when neither is given."""
    facts = Fact.objects.all()
    if at is not None:
        facts = facts.filter(recorded_at__lte=at)
    if position is not None:
        facts = facts.filter(position__lte=position)
    return facts


def position_at(at: datetime | None = None) -> int:
    """The last position known at a moment (now by default); 0 for an empty ledger."""
    return facts_known(at=at).order_by("-position").values_list("position", flat=True).first() or 0
