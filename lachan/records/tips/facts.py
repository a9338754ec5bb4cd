"""What the engine asks of a tip: the codes that its facts carry and what conditions of the law look at."""

from lachan.records.tips.models import Tip


def dimensions(tip: Tip) -> dict[str, str]:
    values = {"tip_kind": tip.tip_kind, "channel": tip.channel, "purpose": tip.purpose}
    return {key: value for key, value in values.items() if value}


def course_facts(tip: Tip) -> dict[str, str]:
    is_commune_police = tip.unit.function == "police" and tip.unit.level == "commune"
    return {
        "kind": tip.tip_kind,
        "received_by": "commune_police" if is_commune_police else tip.unit.function,
        "remote": "yes" if tip.is_remote else "no",
    }
