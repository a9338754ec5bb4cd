"""Plans: what was read of a document and gone through, and the programme that it became when it was confirmed.

A draft holds items, each with its place in the document's text. What the reader read stays as it was read; every change is a `Correction`
of its own. Targets, tasks, demands and duties exist only of confirmed plans.
"""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lachan.access.models import Account
from lachan.audit.operations import Subject
from lachan.documents.models import Document
from lachan.foundation.periods import Period
from lachan.organisations.models import Unit
from lachan.program.querysets import DutyQuerySet, PlanManager

# How sure the reader must be for a remark not to hold up the plan.
SURE = 0.9
# Without these a plan has no day to look up its agencies on, and nothing to measure.
NEEDED_FIELDS = {"date", "period"}


class Plan(models.Model):
    """A committee's plan for a period; `period_end` is the last day."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("đang rà soát")
        CONFIRMED = "confirmed", _("đang theo dõi")
        SUPERSEDED = "superseded", _("đã có bản thay thế")
        DISCARDED = "discarded", _("đã bỏ khi rà soát")

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="plan")
    committee = models.ForeignKey(Unit, verbose_name=_("ban chỉ đạo"), on_delete=models.PROTECT, related_name="plans")
    period_start = models.DateField(_("từ ngày"), null=True)
    period_end = models.DateField(_("đến hết ngày"), null=True)
    status = models.CharField(_("tình trạng"), max_length=12, choices=Status, default=Status.DRAFT)
    confirmed_at = models.DateTimeField(_("đưa vào theo dõi lúc"), null=True)
    confirmed_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    supersedes = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="superseded_by")

    objects = PlanManager()

    class Meta:
        ordering = ["-period_start", "-id"]
        indexes = [models.Index(fields=["committee", "status"], name="plan_of_committee")]
        # Django's own lookups of related rows take the same manager, so that no page loads a file by accident.
        base_manager_name = "objects"

    def __str__(self):
        return self.document.label

    @property
    def year_label(self) -> str:
        """ "2024", "2021 – 2025", "" while the period is not known."""
        if self.period_start is None or self.period_end is None:
            return ""
        first, last = self.period_start.year, self.period_end.year
        return str(first) if first == last else f"{first} – {last}"

    @property
    def title(self) -> str:
        return self.document.title or self.document.label

    def period_until(self, day: date) -> Period | None:
        """What is measured on a day: the plan's period up to that day; None before it begins."""
        if self.period_start is None or self.period_end is None or day < self.period_start:
            return None
        return Period(self.period_start, min(self.period_end, day) + timedelta(days=1))

    def as_subject(self) -> Subject:
        return Subject("plan", self.uid, self.document.label[:200])


class Placed(models.Model):
    """What points at the characters that it came from: `line` from 1, characters from `start` to `end` (not included)."""

    ordinal = models.PositiveIntegerField()
    line = models.PositiveIntegerField(null=True)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    text = models.TextField(blank=True)

    class Meta:
        abstract = True
        ordering = ["ordinal", "id"]


class DraftItem(Placed):
    """One thing that was read. `data` is what the reader made of it and never changes; `rest` are places where a cut sentence goes on."""

    class Kind(models.TextChoices):
        FIELD = "document_field", _("Văn bản")
        TARGET = "target", _("Chỉ tiêu")
        OBJECTIVE = "objective", _("Mục tiêu không ghi số")
        TASK = "task", _("Nhiệm vụ")
        DEADLINE = "deadline", _("Thời hạn")
        FLAG = "flag", _("Lưu ý")

    class State(models.TextChoices):
        OPEN = "open", _("chưa duyệt")
        ACCEPTED = "accepted", _("đã duyệt")
        CORRECTED = "corrected", _("đã sửa")
        DROPPED = "dropped", _("đã bỏ")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=16, choices=Kind)
    rest = models.JSONField(default=list)
    data = models.JSONField(default=dict)
    confidence = models.FloatField(default=1.0)
    doubts = models.JSONField(default=list)
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    revision = models.PositiveIntegerField(default=0)

    class Meta(Placed.Meta):
        indexes = [models.Index(fields=["plan", "kind"], name="draft_item_of_plan")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.ordinal}"

    @property
    def current(self) -> dict[str, Any]:
        """The data that count: those of the last correction, or as read."""
        corrections = list(self.corrections.all())
        return corrections[-1].after if corrections else self.data

    @property
    def is_doubtful(self) -> bool:
        """Somebody has to decide: there is a reason for doubt and the reader was not sure enough to go on with it."""
        return bool(self.doubts) and self.confidence < SURE

    @property
    def is_added(self) -> bool:
        """A person put it in: the reader had not seen it."""
        return bool(self.data.get("is_added"))

    @property
    def is_blank(self) -> bool:
        """There is nothing to accept: a field that the plan cannot do without was not read, or an added item is not filled in."""
        if self.is_added:
            return not self.corrections.all()
        return self.data.get("field") in NEEDED_FIELDS and not self.current["value"]

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def is_kept(self) -> bool:
        return self.state in {self.State.ACCEPTED, self.State.CORRECTED}


class Correction(models.Model):
    """A change that a person made to what was read. Rows are only ever added."""

    item = models.ForeignKey(DraftItem, on_delete=models.CASCADE, related_name="corrections")
    before = models.JSONField()
    after = models.JSONField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"{self.item} {self.at:%Y-%m-%d %H:%M}"


class Target(Placed):
    """A measurable aim (or, with op "qualitative", one without a number). A percentage is kept as 90, not 0.9.

    `op_strict` is ">" or "<" where the words exclude the value itself; `indicator_code` is a declared figure or blank.
    """

    class Op(models.TextChoices):
        AT_LEAST = ">=", _("từ … trở lên")
        EQUAL = "=", _("đạt")
        AT_MOST = "<=", _("không quá")
        RANGE = "range", _("trong khoảng")
        QUALITATIVE = "qualitative", _("không ghi số")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="targets")
    indicator = models.TextField()
    op = models.CharField(max_length=12, choices=Op)
    op_strict = models.CharField(max_length=1, blank=True)
    value = models.DecimalField(max_digits=14, decimal_places=3, null=True)
    value_to = models.DecimalField(max_digits=14, decimal_places=3, null=True)
    unit = models.CharField(max_length=40, blank=True)
    per = models.CharField(max_length=40, blank=True)
    due = models.CharField(max_length=10, blank=True)
    section = models.CharField(max_length=40, blank=True)
    indicator_code = models.CharField(max_length=80, blank=True)

    def __str__(self):
        return self.indicator


class Task(Placed):
    """A thing to do, with the agencies in their roles."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="tasks")
    section = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    starts_on = models.DateField(null=True)
    due_on = models.DateField(null=True)

    def __str__(self):
        return f"{self.section} {self.text[:60]}"


class TaskRole(models.Model):
    """An agency in a task, as written; `unit` when exactly one is meant, `is_group` when a whole group is."""

    class Role(models.TextChoices):
        LEAD = "lead", _("chủ trì")
        COORDINATING = "coordinating", _("phối hợp")
        REQUESTED = "requested", _("được đề nghị")
        OTHER = "other", pgettext_lazy("role of an agency in a task", "khác")

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=12, choices=Role)
    written = models.CharField(max_length=400)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="task_roles")
    is_group = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"{self.written} ({self.get_role_display()})"


class Demand(Placed):
    """Something that the plan wants by a day, in a period, or again and again.

    `kind` own_plan and report make duties of units; the others are milestones. `recurrence` is what was read, `from_whom` as written.
    """

    class Kind(models.TextChoices):
        OWN_PLAN = "own_plan", _("Gửi kế hoạch của đơn vị")
        REPORT = "report", _("Gửi báo cáo")
        DAY = "date", _("Mốc thời gian")
        PERIOD = "period", _("Đợt")
        EVENT = "event", _("Ngày hằng năm")
        OTHER = "other", _("Không ghi ngày cụ thể")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="demands")
    kind = models.CharField(max_length=10, choices=Kind)
    section = models.CharField(max_length=40, blank=True)
    what = models.TextField(blank=True)
    from_whom = models.JSONField(default=list)
    to = models.CharField(max_length=400, blank=True)
    via = models.CharField(max_length=400, blank=True)
    starts_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    is_before = models.BooleanField(default=False)
    recurrence = models.JSONField(null=True)

    def __str__(self):
        return self.what or self.text


class Duty(models.Model):
    """What one unit owes under a demand by a day.

    `due_on` is the day as written. Where the paper says "trước ngày …" the last day to send is the one before it (`last_day`).
    `is_before_issue`: the day had passed when the plan was issued, so nobody can be late.
    """

    class Kind(models.TextChoices):
        PLAN = "plan", _("kế hoạch")
        REPORT = "report", _("báo cáo")

    class Status(models.TextChoices):
        OWED = "owed", _("chưa gửi")
        SENT = "sent", _("đã gửi")
        REPLACED = "replaced", _("theo bản kế hoạch sau")

    demand = models.ForeignKey(Demand, on_delete=models.CASCADE, related_name="duties")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="duties")
    kind = models.CharField(max_length=8, choices=Kind)
    period_label = models.CharField(max_length=80, blank=True)
    period_start = models.DateField(null=True)
    period_end = models.DateField(null=True)
    due_on = models.DateField()
    is_before_issue = models.BooleanField(default=False)
    status = models.CharField(max_length=10, choices=Status, default=Status.OWED)
    fulfilled_on = models.DateField(null=True)
    fulfilled_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="+")

    objects = DutyQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "unit__code"]
        constraints = [models.UniqueConstraint(fields=["demand", "unit", "due_on"], name="one_duty_per_unit_and_day")]
        indexes = [models.Index(fields=["unit", "status", "due_on"], name="duty_of_unit")]

    def __str__(self):
        return f"{self.unit} {self.label} {self.due_on}"

    @property
    def label(self) -> str:
        """ "Báo cáo quý I năm 2024", "Kế hoạch năm 2024"."""
        kind = str(self.get_kind_display())
        return self.period_label or kind[:1].upper() + kind[1:]

    @property
    def last_day(self) -> date:
        return self.due_on - timedelta(days=1) if self.demand.is_before else self.due_on

    @property
    def is_late(self) -> bool:
        """Sent after its last day."""
        return self.fulfilled_on is not None and not self.is_before_issue and self.fulfilled_on > self.last_day
