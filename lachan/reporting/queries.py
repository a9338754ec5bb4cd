"""What is known of a report: what was written last, what stands in it at its position and what would stand in it now."""

from dataclasses import dataclass

from lachan.access.models import Account
from lachan.access.policy import units_for
from lachan.foundation.errors import NotAllowed
from lachan.ledger.queries import position_at
from lachan.organisations.models import Unit
from lachan.program.models import Plan, Target
from lachan.reporting.figures import Figures, figures_at
from lachan.reporting.models import Narrative, Report
from lachan.reporting.targets import Measured, measured
from lachan.statistics.declared import INDICATORS


@dataclass(frozen=True)
class Content:
    """All that composing needs: with it the document is a pure function of its parts."""

    report: Report
    figures: Figures
    narratives: dict[str, str]
    targets: list[Measured]


def report_for(actor: Account, pk: int) -> Report:
    """The report, when the actor may see it. Raises NotAllowed, as for one that does not exist."""
    reports = Report.objects.visible_to(actor).select_related("unit__area", "figures_of__area", "committee", "plan__document", "created_by")
    report = reports.filter(pk=pk).first()
    if report is None:
        raise NotAllowed("Không tìm thấy báo cáo.", code="not-visible")
    return report


def may_compose(actor: Account, unit_id: int) -> bool:
    return unit_id in units_for(actor, "report.compose")


def targets_of(plan: Plan | None) -> list[Target]:
    """The targets with a number of a confirmed plan, in the order of the paper; aims without one belong in the text."""
    if plan is None or plan.status != Plan.Status.CONFIRMED:
        return []
    return list(plan.targets.exclude(op=Target.Op.QUALITATIVE).order_by("ordinal", "id"))


def content_of(report: Report, *, position: int | None = None) -> Content:
    """What the report says, at its own position of the ledger (or at another, to see what has changed)."""
    targets = targets_of(report.plan)
    codes = report.outline.codes | {target.indicator_code for target in targets if target.indicator_code in INDICATORS}
    figures = figures_at(
        codes,
        unit=report.figures_of,
        period=report.period,
        position=report.position if position is None else position,
    )
    narratives = {section: last.text for section, last in last_narratives(report).items()}
    return Content(report, figures, narratives, measured(targets, figures.now))


def last_narratives(report: Report) -> dict[str, Narrative]:
    """Section → what was written last under it."""
    return {each.section: each for each in report.narratives.select_related("by").order_by("id")}


def versions_of(report: Report, section: str) -> int:
    """How often the section was written: what an officer must have seen to write it again."""
    return report.narratives.filter(section=section).count()


@dataclass(frozen=True)
class Moved:
    """A figure of the report that is another one now."""

    code: str
    label: str
    then: str
    now: str
    address: str


def moved_since(content: Content) -> list[Moved]:
    """The figures of the period that have changed since the report's position."""
    report = content.report
    latest = position_at()
    if latest == report.position:
        return []
    present = figures_at(content.figures.now, unit=report.figures_of, period=report.period, position=latest)
    rows = []
    for code, then in content.figures.now.items():
        now = present.now[code]
        if (now.value, now.numerator, now.denominator) != (then.value, then.numerator, then.denominator):
            printed = content.figures.print(code)
            rows.append(Moved(code, then.indicator.label, printed.text, present.print(code).text, printed.url or ""))
    return rows


def unit_of(actor: Account) -> Unit:
    """The unit for which the actor composes: always the own one, so that the paper names whose it is. Raises NotAllowed."""
    if not may_compose(actor, actor.unit_id):
        raise NotAllowed("Tài khoản không có quyền soạn báo cáo của đơn vị.", code="not-allowed")
    return actor.unit
