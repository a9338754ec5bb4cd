"""A person in a record. One row for each record that speaks of them; nobody is merged in silence."""

from datetime import date
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from lachan.foundation.code_lists import ETHNIC_GROUPS, NATIONALITIES, SEX, age_band
from lachan.foundation.fields import SealedTextField


class Person(models.Model):
    """What identifies is sealed and opened only by `operations.reveal`; what counts is a code or a year."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    full_name = SealedTextField(_("họ và tên"))
    id_number = SealedTextField(_("số định danh, CCCD"))
    address = SealedTextField(_("nơi ở hiện nay"))
    phone = SealedTextField(_("điện thoại"))
    sex = models.CharField(_("giới tính"), max_length=10, choices=[(code.code, code.label) for code in SEX.codes], blank=True)
    birth_year = models.PositiveSmallIntegerField(_("năm sinh"), null=True)
    nationality = models.CharField(
        _("quốc tịch"), max_length=10, choices=[(code.code, code.label) for code in NATIONALITIES.codes], default="VN"
    )
    ethnic_group = models.CharField(
        _("dân tộc"), max_length=10, choices=[(code.code, code.label) for code in ETHNIC_GROUPS.codes], blank=True
    )

    def __str__(self):
        return f"person {self.uid}"

    def dimensions(self, on: date) -> dict[str, str]:
        """Codes that a fact about this person carries: sex, age band on the day, nationality, ethnic group."""
        values = {"sex": self.sex, "age": age_band(self.birth_year, on), "nationality": self.nationality, "ethnic_group": self.ethnic_group}
        return {key: value for key, value in values.items() if value}
