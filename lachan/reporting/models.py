"""Reports as they are composed: what is frozen of the figures, what officers wrote, how the document is headed and signed."""

from datetime import timedelta
from typing import Self
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from lachan.access.models import Account
from lachan.access.policy import units_for
from lachan.audit.operations import Subject
from lachan.foundation.periods import Period
from lachan.organisations.models import Unit
from lachan.program.models import Plan
from lachan.reporting.outlines import OUTLINES
from lachan.reporting.outlines.model import Outline


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, actor: Account) -> Self:
        """Reports that the actor's units issue."""
        return self.filter(unit__in=units_for(actor, "report.view"))


class Report(models.Model):
    """A report of `unit` over a period, on the figures of `figures_of` (the committee's place, when the unit is its standing agency).

    `position` and `known_at` freeze the ledger: the figures stay as they are until someone takes new ones. `period_end` is the last day.
    `number` and `issued_on` are given when the paper is issued. `addressees` and `recipients` hold one a line.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Đang soạn")

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    outline_code = models.CharField(_("đề cương"), max_length=40)
    plan = models.ForeignKey(Plan, verbose_name=_("kế hoạch"), null=True, on_delete=models.PROTECT, related_name="reports")
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị báo cáo"), on_delete=models.PROTECT, related_name="reports")
    figures_of = models.ForeignKey(Unit, verbose_name=_("số liệu của"), on_delete=models.PROTECT, related_name="+")
    committee = models.ForeignKey(Unit, verbose_name=_("nơi nhận báo cáo"), null=True, on_delete=models.PROTECT, related_name="+")
    period_start = models.DateField(_("từ ngày"))
    period_end = models.DateField(_("đến hết ngày"))
    subject = models.CharField(_("trích yếu"), max_length=300)

    number = models.PositiveIntegerField(_("số"), null=True)
    number_symbol = models.CharField(_("ký hiệu"), max_length=40)
    issued_on = models.DateField(_("ngày ban hành"), null=True)
    place_name = models.CharField(_("địa danh"), max_length=80)
    superior_body = models.CharField(_("cơ quan chủ quản"), max_length=200, blank=True)
    addressees = models.TextField(_("kính gửi"), blank=True)
    recipients = models.TextField(_("nơi nhận"), blank=True)
    archive = models.CharField(_("lưu"), max_length=80, blank=True)
    signer_prefix = models.CharField(_("quyền hạn ký"), max_length=80, blank=True)
    signer_title = models.CharField(_("chức vụ người ký"), max_length=120, blank=True)
    signer_name = models.CharField(_("họ tên người ký"), max_length=120, blank=True)

    position = models.PositiveBigIntegerField(_("vị trí của sổ"))
    known_at = models.DateTimeField(_("số liệu đến lúc"))
    status = models.CharField(_("tình trạng"), max_length=12, choices=Status, default=Status.DRAFT)
    created_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=0)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-period_end", "-id"]
        indexes = [models.Index(fields=["unit", "-period_end"], name="report_of_unit")]

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        return f"Báo cáo {self.subject[:1].lower()}{self.subject[1:]}"

    @property
    def period(self) -> Period:
        return Period(self.period_start, self.period_end + timedelta(days=1))

    @property
    def outline(self) -> Outline:
        return OUTLINES[self.outline_code]

    def as_subject(self) -> Subject:
        return Subject("report", self.uid, self.title[:200])


class Narrative(models.Model):
    """What was written under a section. Rows are only added: the last one of a section counts, the others stay readable."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="narratives")
    section = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["report", "section"], name="narrative_of_section")]

    def __str__(self):
        return f"{self.section} {self.at:%Y-%m-%d %H:%M}"
