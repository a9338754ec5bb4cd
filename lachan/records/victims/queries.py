"""What a victim's file is called, in words that name nobody, and which supports were received."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from lachan.foundation.code_lists import AGE_BANDS, age_band
from lachan.foundation.text import fold
from lachan.procedures.presentation import RecordPage
from lachan.records.victims.models import Victim
from lachan.records.victims.procedure import NOT_VICTIM, ROUTES, VICTIM


def standing(victim: Victim) -> str:
    """What the law calls the person now: nobody is called a victim before it was determined."""
    named = {
        VICTIM: _("Nạn nhân"),
        NOT_VICTIM: _("Người được kết luận không phải nạn nhân"),
        "closed": _("Hồ sơ hỗ trợ đã kết thúc"),
    }
    return named.get(victim.state, _("Người đang trong quá trình xác định là nạn nhân"))


def outline(victim: Victim) -> str:
    """Sex, age band on the day of reception, route."""
    age = AGE_BANDS.label_of(age_band(victim.person.birth_year, victim.opened_on))
    return " · ".join(filter(None, [victim.person.get_sex_display(), age.lower(), victim.get_route_display()]))


def titled(text: str) -> Q:
    """Records that are files whose route has the folded text in it."""
    return Q(victim__route__in=[code for code, label in ROUTES if text in fold(label)])


@dataclass(frozen=True)
class Support:
    """One regime of the law and each time that it was given: the day and by whom."""

    regime: str
    given: tuple[tuple[date, str], ...]


def supports(page: RecordPage) -> list[Support]:
    """Every regime of the law that the file follows, in its order, with what was received."""
    spec = page.procedure.step("support")
    given: dict[str, list[tuple[date, str]]] = {}
    for step in page.effective:
        if step.code == "support":
            provider = step.data.get("provider")
            by = page.words.of_value(spec.field("provider"), provider) if provider else step.unit.name
            given.setdefault(step.data["regime"], []).append((step.on, by))
    return [Support(label, tuple(given.get(code, []))) for code, label in spec.field("regime").choices]
