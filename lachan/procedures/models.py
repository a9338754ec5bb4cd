"""Heads and steps. A head's state, holder, participants and clocks are projections of its steps, rewritten with each step."""

from uuid import uuid4

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from lachan.access.models import Account
from lachan.access.policy import units_for
from lachan.audit.operations import Subject
from lachan.organisations.models import Area, Unit
from lachan.procedures import registry
from lachan.procedures.course import VOID


class RecordQuerySet(models.QuerySet):
    def visible_to(self, actor: Account) -> "RecordQuerySet":
        """Records of the kinds that the actor may view in which one of the actor's units takes part."""
        seen = Q(pk__in=[])
        for act in actor.acts():
            kind, _dot, verb = act.partition(".")
            if verb == "view" and kind in registry.kinds():
                parts = Participation.objects.filter(record=OuterRef("pk"), unit__in=units_for(actor, act))
                seen |= Q(Q(kind=kind) & Exists(parts))
        return self.filter(seen)

    def live(self) -> "RecordQuerySet":
        """Without those whose every step was withdrawn."""
        return self.exclude(state=VOID)


class Record(models.Model):
    """The head that every kind of record shares; each kind adds its own fields in a table of its app."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=20)
    code = models.CharField(_("mã hồ sơ"), max_length=20, unique=True)
    area = models.ForeignKey(Area, verbose_name=_("địa bàn"), on_delete=models.PROTECT, related_name="+")
    opened_on = models.DateField(_("ngày mở"))
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị mở hồ sơ"), on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey(Unit, verbose_name=_("đơn vị đang giải quyết"), on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("trạng thái"), max_length=40)
    revision = models.PositiveIntegerField(default=0)

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_on", "-id"]
        indexes = [models.Index(fields=["kind", "state"]), models.Index(fields=["kind", "-opened_on"])]

    def __str__(self):
        return self.code

    def as_subject(self) -> Subject:
        return Subject(self.kind, self.uid, self.code)


class Step(models.Model):
    """A step as taken. Never edited: a wrong one is withdrawn by a Withdrawal. `data` holds codes and dates, never identities."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="steps")
    code = models.CharField(max_length=40)
    on = models.DateField(_("ngày"))
    at = models.DateTimeField(_("thời điểm"), null=True)
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="+")
    taker = models.ForeignKey(Account, verbose_name=_("người thực hiện"), on_delete=models.PROTECT, related_name="+")
    decision_number = models.CharField(_("số quyết định"), max_length=60, blank=True)
    data = models.JSONField(default=dict)
    recorded_at = models.DateTimeField(_("ghi lúc"))

    class Meta:
        ordering = ["on", "id"]

    def __str__(self):
        return f"{self.record.code} {self.code} {self.on}"


class Withdrawal(models.Model):
    """The statement that a step was wrong; the step and its reason stay readable for ever."""

    step = models.OneToOneField(Step, on_delete=models.PROTECT, related_name="withdrawal")
    reason = models.TextField(_("lý do"))
    taker = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self):
        return f"withdrawn: {self.step}"


class Participation(models.Model):
    """A unit that takes part in a record, from a day. Projection of the steps: what the visibility queryset reads."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="participations")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "unit"], name="one_participation")]

    def __str__(self):
        return f"{self.unit} in {self.record}"


class RunningClock(models.Model):
    """Where a legal clock of a record stands. Projection of the steps, so that the day's work is one query.

    `due_at` is the moment the clock runs out (24:00 of the legal end for terms in days). `ended_at` is set when a step met it.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="clocks")
    code = models.CharField(max_length=40)
    due_at = models.DateTimeField(db_index=True)
    safe_day = models.DateField()
    started_on = models.DateField()
    ended_at = models.DateTimeField(null=True)
    is_stopped = models.BooleanField(default=False)

    class Meta:
        ordering = ["due_at"]

    def __str__(self):
        return f"{self.record} {self.code}"


class Numbering(models.Model):
    """The last number given to records of a kind in a year."""

    prefix = models.CharField(max_length=8)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["prefix", "year"], name="one_numbering")]

    def __str__(self):
        return f"{self.prefix}-{self.year}-{self.last}"
