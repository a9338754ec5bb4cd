"""Where an account may open records."""

from datetime import date

from lachan.access.models import Account
from lachan.organisations.models import Area
from lachan.organisations.queries import communes_of
from lachan.organisations.querysets import AreaQuerySet


def communes_for(actor: Account, *, on: date) -> AreaQuerySet:
    """The communes of a day in the area of the actor's own unit: the ward itself, or all of the city."""
    area = actor.unit.area
    communes = communes_of(area, on=on) if area else Area.objects.valid_on(on).filter(level=Area.Level.COMMUNE)
    return communes.order_by("search_name", "pk")
