"""The rows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Fact(models.Model):
    """`kind` is true of `subject` since `occurred_on`, counted `weight` times; written at `recorded_at`.

    The primary key is the position: positions and moments grow together, because appending is serialised until commit.
    `source` is the record that states the fact; `unit` and `area_path` are references of their day, never joined away.
    `statement` is the digest of all that is stated (not of weight and moment): rows with the same statement add up.
    """

    position = models.BigAutoField(primary_key=True)
    kind = models.CharField(_("loại sự kiện"), max_length=60)
    subject = models.UUIDField()
    source = models.UUIDField(db_index=True)
    unit = models.CharField(_("đơn vị"), max_length=80)
    area_path = models.CharField(_("địa bàn"), max_length=80)
    occurred_on = models.DateField(_("ngày xảy ra"))
    weight = models.IntegerField(_("trọng số"))
    dimensions = models.JSONField(default=dict)
    statement = models.CharField(max_length=32)
    recorded_at = models.DateTimeField(_("ghi lúc"), db_index=True)

    class Meta:
        ordering = ["position"]
        indexes = [
            models.Index(fields=["kind", "occurred_on"]),
            models.Index(fields=["kind", "area_path"]),
        ]

    def __str__(self):
        return f"{self.position}: {self.kind} {self.occurred_on} × {self.weight}"
