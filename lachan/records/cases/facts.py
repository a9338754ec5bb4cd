"""What the engine asks of a case: its gravest offence, how grave that is, and who the accused are."""

from lachan.procedures.models import Record
from lachan.records.cases.models import Accused, Case
from lachan.records.cases.offences import Clause, assumed_severity, gravest


def gravest_clause(case: Record) -> Clause | None:
    """The gravest clause charged in steps that stand; None before any charge."""
    return gravest([data["clause"] for data in case.steps.filter(code="charge", withdrawal=None).values_list("data", flat=True)])


def severity(case: Case) -> str:
    clause = gravest_clause(case)
    return clause.severity if clause else assumed_severity(case.offence)


def dimensions(case: Case) -> dict[str, str]:
    clause = gravest_clause(case)
    values = {"offence": clause.article if clause else case.offence, "severity": severity(case), "purpose": case.purpose}
    return {key: value for key, value in values.items() if value}


def course_facts(case: Case) -> dict[str, str]:
    return {"severity": severity(case)}


def party_dimensions(case: Case) -> dict[str, dict[str, str]]:
    return {str(each.uid): each.person.dimensions(case.opened_on) for each in case.accused.select_related("person")}


def party_choices(case: Case) -> list[tuple[str, str]]:
    return [(str(each.uid), str(each)) for each in Accused.objects.filter(case=case)]
