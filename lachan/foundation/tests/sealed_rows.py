"""A table of its own for the tests of sealed fields; no migration of the product knows it."""

from uuid import uuid4

from django.db import models
from django.test.utils import isolate_apps

from lachan.foundation.fields import SealedTextField

with isolate_apps("lachan.foundation"):

    class SealedRow(models.Model):
        uid = models.UUIDField(default=uuid4, unique=True)
        name = SealedTextField()
        address = SealedTextField(blank=True, null=True)
        remark = models.CharField(max_length=40, blank=True)

        class Meta:
            app_label = "foundation"
