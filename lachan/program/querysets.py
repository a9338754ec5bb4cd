"""Which plans and duties an account may see."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from lachan.access.models import Account
from lachan.access.policy import units_for
from lachan.organisations.models import Membership, Unit


def committees_served_by(actor: Account, act: str, *, on: date) -> models.QuerySet[Unit]:
    """The committees for which the actor may do `act` on a day: as the committee itself, or as its standing agency."""
    units = units_for(actor, act, on=on)
    seats = Membership.objects.valid_on(on).filter(member__in=units, role=Membership.Role.STANDING_AGENCY)
    is_committee = Q(pk__in=units, function=Unit.Function.STEERING_COMMITTEE)
    return Unit.objects.filter(is_committee | Q(pk__in=seats.values("committee")))


class PlanQuerySet(models.QuerySet):
    def visible_to(self, actor: Account, *, on: date) -> Self:
        """Confirmed plans of the committees to which the actor's unit belongs or in whose area it sits; drafts for those who review them."""
        shown = Q(pk__in=[])
        if actor.may("program.view"):
            shown |= Q(status__in=["confirmed", "superseded"]) & _reaches(actor.unit)
        if actor.may("program.review"):
            shown |= Q(committee__in=committees_served_by(actor, "program.review", on=on))
        return self.filter(shown).exclude(status="discarded")


class PlanManager(models.Manager.from_queryset(PlanQuerySet)):  # type: ignore[misc]
    """Plans with their document and committee; without the file, which is megabytes."""

    def get_queryset(self) -> PlanQuerySet:
        return super().get_queryset().select_related("document", "committee__area").defer("document__content", "document__text")


class DutyQuerySet(models.QuerySet):
    def in_force(self) -> Self:
        """Without those of plans that are no longer followed."""
        return self.filter(demand__plan__status="confirmed").exclude(status="replaced")

    def owed(self) -> Self:
        return self.in_force().filter(status="owed")

    def of_actor(self, actor: Account) -> Self:
        """What the actor's own unit owes."""
        return self.filter(unit=actor.unit)


def _reaches(unit: Unit) -> Q:
    """The committee is the unit, seats it, or stands over the area that the unit sits in."""
    seats = Membership.objects.filter(member=unit).values("committee")
    reached = Q(committee=unit) | Q(committee__in=seats)
    if unit.area is not None:
        steps = unit.area.path.split("/")
        reached |= Q(committee__area__path__in=["/".join(steps[: length + 1]) for length in range(len(steps))])
    return reached
