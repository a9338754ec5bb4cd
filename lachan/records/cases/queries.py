"""What the page of a case lists: its accused with their charges, the victims that could be linked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from lachan.access.models import Account
from lachan.foundation.code_lists import AGE_BANDS, EXPLOITATION_PURPOSE, age_band
from lachan.foundation.text import fold
from lachan.procedures.models import Step
from lachan.records.cases.models import Accused, Case
from lachan.records.cases.offences import CLAUSES, SEVERITIES, TITLES, Clause
from lachan.records.victims.models import Victim


@dataclass(frozen=True)
class Charged:
    """One accused: the last charge that stands and its day, both None before any."""

    accused: Accused
    age: str
    clause: Clause | None
    charged_on: date | None

    @property
    def severity(self) -> str:
        return dict(SEVERITIES)[self.clause.severity] if self.clause else ""


def charged_in(case: Case, effective: Sequence[Step]) -> list[Charged]:
    """Every accused of the case in their order, with the charge that the effective steps leave standing."""
    last = {step.data["accused"]: step for step in effective if step.code == "charge"}
    rows = []
    for accused in case.accused.select_related("person"):
        step = last.get(str(accused.uid))
        age = AGE_BANDS.label_of(age_band(accused.person.birth_year, case.opened_on))
        rows.append(Charged(accused, age, CLAUSES.get(step.data["clause"]) if step else None, step.on if step else None))
    return rows


def victims_to_link(case: Case, *, actor: Account) -> QuerySet[Victim]:
    """Files that the actor may see and that are not in the case yet, the latest first."""
    return Victim.objects.visible_to(actor).live().exclude(pk__in=case.victims.values("pk")).select_related("person", "area")


def titled(text: str) -> Q:
    """Records that are cases whose offence or purpose has the folded text in it."""
    offences = [code for code, label in TITLES.items() if text in fold(label)]
    purposes = [code for code, label in EXPLOITATION_PURPOSE.choices() if text in fold(label)]
    return Q(case__offence__in=offences) | Q(case__purpose__in=purposes)
