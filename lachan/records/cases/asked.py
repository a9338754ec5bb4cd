"""What can be asked of the terms of a case without having the case."""

from lachan.foundation.errors import Refused
from lachan.procedures.asking import Askable
from lachan.procedures.model import Facts, Field
from lachan.records.cases.offences import CODES, SEVERITIES, severity_of
from lachan.records.cases.procedure import CASE_2018
from lachan.records.cases.procedure_2003 import CASE_2003


def severity_facts(given: Facts) -> Facts:
    """The class of crime as named, or as article and clause give it. Raises Refused when neither does, or when they disagree."""
    named, article, clause = given.get("severity", ""), given.get("article", ""), given.get("clause", "")
    if not article and not clause:
        if not named:
            raise Refused("Thiếu “facts.severity”: ghi loại tội phạm, hoặc điều và khoản.", code="fact-missing", field="facts.severity")
        return {"severity": named}
    if not article or not clause:
        missing = "clause" if article else "article"
        raise Refused(f"Thiếu “facts.{missing}”: ghi cả điều và khoản.", code="fact-missing", field=f"facts.{missing}")
    severity = severity_of(article, int(clause), given.get("code", ""))
    if named and named != severity:
        message = f"“facts.severity” là {named} nhưng khoản {clause} Điều {article} là {severity}; bỏ một trong hai."
        raise Refused(message, code="severity-contradicts", field="facts.severity")
    return {"severity": severity}


CASE = Askable(
    kind="case",
    label="Vụ án",
    procedures=(CASE_2003, CASE_2018),
    fields=(
        Field("code", "Bộ luật Hình sự áp dụng", "choice", choices=CODES),
        Field("article", "Điều", "number"),
        Field("clause", "Khoản", "number"),
        Field("severity", "Loại tội phạm", "choice", choices=SEVERITIES),
    ),
    course_facts=severity_facts,
)
