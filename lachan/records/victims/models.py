"""What a victim's file holds beside its head and steps."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lachan.foundation.code_lists import EXPLOITATION_PURPOSE, NATIONALITIES
from lachan.foundation.fields import SealedTextField
from lachan.people.models import Person
from lachan.procedures.models import Record
from lachan.records.tips.models import Tip
from lachan.records.victims.procedure import ROUTES


class Victim(Record):
    """The file of one person. `trafficked_to` is the country, VN for inside the country."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    route = models.CharField(_("nguồn tiếp nhận"), max_length=20, choices=ROUTES)
    purpose = models.CharField(
        _("mục đích bóc lột"), max_length=30, blank=True, choices=[(code.code, code.label) for code in EXPLOITATION_PURPOSE.codes]
    )
    trafficked_to = models.CharField(
        _("nơi bị đưa đến"), max_length=10, choices=[(code.code, code.label) for code in NATIONALITIES.codes], blank=True
    )
    from_tip = models.ForeignKey(Tip, verbose_name=_("từ nguồn tin"), null=True, on_delete=models.PROTECT, related_name="victims")
    safe_contact = SealedTextField(_("cách liên hệ an toàn"))
