"""The questions that every other room asks before it shows or does anything."""

from datetime import date

from django.utils.translation import gettext as _

from lachan.access.models import Account, Grant
from lachan.access.roles import ROLES
from lachan.foundation import clock
from lachan.foundation.errors import NotAllowed
from lachan.organisations.models import Unit


def require(actor: Account, act: str) -> None:
    """Raise NotAllowed (answered as 404) unless some grant of the actor holds the act today."""
    if not actor.may(act):
        raise NotAllowed(_("Tài khoản không có quyền thực hiện việc này."), code="not-allowed")


def units_for(actor: Account, act: str, *, on: date | None = None) -> set[int]:
    """Primary keys of the units within which the actor may do the act: those of the grants, with all below where so granted."""
    day = on or clock.today()
    units: set[int] = set()
    for grant in actor.grants_on(day):
        if act not in ROLES[grant.role].acts:
            continue
        units.add(grant.unit_id)
        if grant.reach == Grant.Reach.BELOW:
            units |= units_below(grant.unit_id)
    return units


def units_below(unit_id: int) -> set[int]:
    """All units under this one, whatever their validity: records of a dissolved unit stay visible to its superior."""
    found: set[int] = set()
    frontier = {unit_id}
    while frontier:
        frontier = set(Unit.objects.filter(superior_id__in=frontier).values_list("pk", flat=True)) - found
        found |= frontier
    return found
