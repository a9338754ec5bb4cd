"""Whose figures an account may ask for: its own unit and those below it, and the committees in which its own unit sits."""

from datetime import date

from lachan.access.models import Account
from lachan.access.policy import units_for
from lachan.organisations.models import Membership, Unit

ACT = "statistics.view"


def committees_of(unit: Unit, *, on: date) -> list[Unit]:
    """The committees in which the unit has a seat on a day, those first whose standing agency it is."""
    seats = Membership.objects.valid_on(on).filter(member=unit).select_related("committee__area")
    standing = Membership.Role.STANDING_AGENCY
    found: dict[int, Unit] = {}
    for seat in sorted(seats, key=lambda seat: (seat.role != standing, seat.committee.code)):
        found.setdefault(seat.committee_id, seat.committee)
    return list(found.values())


def askable_units(actor: Account, *, on: date) -> list[Unit]:
    """The units whose figures the actor may ask for: committees, the own unit, those below by name. Empty without the act."""
    reach = units_for(actor, ACT, on=on)
    if not reach:
        return []
    committees = committees_of(actor.unit, on=on) if actor.unit_id in reach else []
    others = [unit for unit in Unit.objects.filter(pk__in=reach).select_related("area") if unit not in committees]
    return committees + sorted(others, key=lambda unit: (unit.pk != actor.unit_id, unit.search_name))


def usual_unit(actor: Account, units: list[Unit], *, on: date) -> Unit:
    """Whose figures are meant when nobody is named: the committee that the own unit serves as standing agency, else the own unit."""
    standing = Membership.objects.valid_on(on).filter(member=actor.unit, role=Membership.Role.STANDING_AGENCY)
    served = set(standing.values_list("committee_id", flat=True))
    for unit in units:
        if unit.pk in served:
            return unit
    return next((unit for unit in units if unit.pk == actor.unit_id), units[0])
