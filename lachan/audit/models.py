"""The chained journal of acts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One act. `digest` covers the entry and the digest before it, so that a changed or removed row breaks the chain."""

    at = models.DateTimeField(_("thời điểm"), db_index=True)
    act = models.CharField(_("hành vi"), max_length=80, db_index=True)
    actor_ref = models.CharField(max_length=80)
    actor_label = models.CharField(_("người thực hiện"), max_length=200)
    unit_ref = models.CharField(max_length=80, blank=True)
    unit_label = models.CharField(_("đơn vị"), max_length=200, blank=True)
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_uid = models.UUIDField(null=True, db_index=True)
    subject_label = models.CharField(_("đối tượng"), max_length=200, blank=True)
    reason = models.TextField(_("lý do"), blank=True)
    details = models.JSONField(default=dict)
    token = models.UUIDField(null=True, unique=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.act} {self.subject_label}"
