"""What the engine asks of a victim's file."""

from lachan.records.victims.models import Victim


def dimensions(victim: Victim) -> dict[str, str]:
    """The person's codes on the day of reception, the route, the purpose, the country, and whether inside Viet Nam."""
    values = {
        "route": victim.route,
        "purpose": victim.purpose,
        "country": victim.trafficked_to,
        "place": "" if not victim.trafficked_to else "domestic" if victim.trafficked_to == "VN" else "abroad",
    }
    return victim.person.dimensions(victim.opened_on) | {key: value for key, value in values.items() if value}


def course_facts(victim: Victim) -> dict[str, str]:
    return {"route": victim.route}
