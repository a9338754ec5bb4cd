"""Beginning a report, taking new figures, writing under a section, changing the head. Each act is one transaction with its audit entry."""

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.audit import operations as audit
from lachan.foundation.errors import Conflict, NotAllowed, Refused
from lachan.foundation.periods import Period
from lachan.foundation.text import nfc
from lachan.ledger.queries import position_at
from lachan.organisations.models import Unit
from lachan.program.models import Plan
from lachan.reporting.heads import Head, usual_head
from lachan.reporting.models import Narrative, Report
from lachan.reporting.outlines import OUTLINES
from lachan.reporting.queries import last_narratives, may_compose, unit_of, versions_of
from lachan.statistics.reach import askable_units

LONGEST_NARRATIVE = 20_000


@dataclass(frozen=True, kw_only=True)
class ReportEntry:
    """What is chosen for a new report. `committee` receives it; `figures_of` is the unit whose figures it prints."""

    outline_code: str
    period: Period
    subject: str
    figures_of: Unit
    committee: Unit | None = None
    plan: Plan | None = None


@transaction.atomic
def start_report(entry: ReportEntry, *, actor: Account, now: datetime, token: UUID | None = None) -> Report:
    """Begin a report of the actor's own unit on the figures known now; its head is proposed from what the unit is.

    Who: the act `report.compose` in the own unit. Raises NotAllowed, also for a unit or a plan that the actor may not see; Refused for an
    unknown outline, an empty subject, a plan that is not followed; audit.AlreadyDone for a form sent twice.
    """
    audit.claim(token)
    unit = unit_of(actor)
    _check_entry(entry, actor, now)
    head = usual_head(unit, entry.committee)
    report = Report.objects.create(
        outline_code=entry.outline_code,
        plan=entry.plan,
        unit=unit,
        figures_of=entry.figures_of,
        committee=entry.committee,
        period_start=entry.period.start,
        period_end=entry.period.last_day,
        subject=nfc(entry.subject).strip(),
        position=position_at(),
        known_at=now,
        created_by=actor,
        created_at=now,
        **asdict(head),
    )
    details = {"outline": entry.outline_code, "position": report.position, "figures_of": entry.figures_of.code}
    audit.record("report.start", report.as_subject(), actor=actor, at=now, details=details, token=token)
    return report


def _check_entry(entry: ReportEntry, actor: Account, now: datetime) -> None:
    if entry.outline_code not in OUTLINES:
        raise Refused(_("Không có đề cương này."), code="unknown-outline", field="outline")
    if not entry.subject.strip():
        raise Refused(_("Nhập trích yếu của báo cáo."), code="subject-missing", field="subject")
    reach = {unit.pk for unit in askable_units(actor, on=now.date())}
    if entry.figures_of.pk not in reach:
        raise NotAllowed(_("Không có đơn vị này trong phạm vi được xem."), code="not-visible")
    if entry.plan is None:
        return
    if not Plan.objects.visible_to(actor, on=now.date()).filter(pk=entry.plan.pk).exists():
        raise NotAllowed(_("Không tìm thấy kế hoạch."), code="not-visible")
    if entry.plan.status != Plan.Status.CONFIRMED:
        raise Refused(_("Kế hoạch chưa đưa vào theo dõi, hoặc đã có bản thay thế."), code="plan-not-followed", field="plan")


@transaction.atomic
def refresh_figures(report: Report, *, actor: Account, now: datetime, revision: int | None = None, token: UUID | None = None) -> Report:
    """Move the report to what is known now. Where it stood before is in the journal, so the earlier paper can be computed again.

    Who: `report.compose` in the report's unit. Raises NotAllowed; Conflict when `revision` is not the report's; audit.AlreadyDone.
    """
    audit.claim(token)
    report = _locked(report, actor, revision)
    details = {"from": report.position, "to": position_at()}
    report.position, report.known_at = details["to"], now
    _save(report, "position", "known_at")
    audit.record("report.refresh_figures", report.as_subject(), actor=actor, at=now, details=details, token=token)
    return report


@transaction.atomic
def write_narrative(
    report: Report, section: str, text: str, *, actor: Account, now: datetime, seen: int | None = None, token: UUID | None = None
) -> Narrative:
    """Write under a section; the versions before stay. `seen`: how many versions of the section the writer had before them.

    Who: `report.compose` in the report's unit. Raises NotAllowed, also for a section in which nothing is written; Conflict when somebody
    wrote the section since; Refused for a text that is too long; audit.AlreadyDone.
    """
    audit.claim(token)
    report = _locked(report, actor, None)
    if section not in {each.code for each in report.outline.sections if each.narrative}:
        raise NotAllowed(_("Đề cương không có mục này."), code="unknown-section")
    if len(text) > LONGEST_NARRATIVE:
        message = _("Rút gọn nội dung: tối đa %(limit)s ký tự, đang có %(length)s.")
        raise Refused(message % {"limit": LONGEST_NARRATIVE, "length": len(text)}, code="too-long", field="text")
    _check_seen(report, section, seen)
    narrative = Narrative.objects.create(report=report, section=section, text=nfc(text).strip(), by=actor, at=now)
    _save(report)
    audit.record("report.write", report.as_subject(), actor=actor, at=now, details={"section": section, "length": len(text)}, token=token)
    return narrative


def _check_seen(report: Report, section: str, seen: int | None) -> None:
    if seen is None or seen == versions_of(report, section):
        return
    last = last_narratives(report)[section]
    at = f"{timezone.localtime(last.at):%H:%M %d/%m/%Y}"
    message = _("%(who)s đã lưu mục này lúc %(at)s, sau khi đồng chí mở. Bản của đồng chí vẫn còn đủ: so với bản đang lưu rồi lưu lại.")
    raise Conflict(message % {"who": last.by.full_name, "at": at}, code="section-changed", field="text")


@transaction.atomic
def change_head(
    report: Report, head: Head, *, subject: str, actor: Account, now: datetime, revision: int | None = None, token: UUID | None = None
) -> Report:
    """Change what stands at head and foot. Who and what it raises: as `refresh_figures`; Refused for an empty subject or symbol."""
    audit.claim(token)
    report = _locked(report, actor, revision)
    changes = {name: nfc(value).strip() for name, value in (asdict(head) | {"subject": subject}).items()}
    for field, label in (("subject", _("trích yếu")), ("number_symbol", _("ký hiệu")), ("place_name", _("địa danh"))):
        if not changes[field]:
            raise Refused(_("Nhập %(field)s.") % {"field": label}, code="field-missing", field=field)
    changed = sorted(name for name, value in changes.items() if getattr(report, name) != value)
    for name in changed:
        setattr(report, name, changes[name])
    _save(report, *changed)
    audit.record("report.change_head", report.as_subject(), actor=actor, at=now, details={"fields": changed}, token=token)
    return report


def _locked(report: Report, actor: Account, revision: int | None) -> Report:
    """The report, locked until commit, for an actor who may compose it."""
    locked = Report.objects.select_for_update().get(pk=report.pk)
    if not may_compose(actor, locked.unit_id):
        raise NotAllowed(_("Không tìm thấy báo cáo."), code="not-visible")
    if revision is not None and revision != locked.revision:
        message = _("Báo cáo đã được sửa sau khi đồng chí mở. Xem lại rồi thực hiện lại.")
        raise Conflict(message, code="report-changed")
    return locked


def _save(report: Report, *fields: str) -> None:
    report.revision += 1
    report.save(update_fields=[*fields, "revision"])
