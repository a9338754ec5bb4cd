"""What a tip holds beside its head and steps."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lachan.foundation.code_lists import EXPLOITATION_PURPOSE
from lachan.foundation.fields import SealedTextField
from lachan.people.models import Person
from lachan.procedures.models import Record
from lachan.records.tips.procedure import CHANNELS, KINDS


class Tip(Record):
    """The content and the informant are sealed: an unproven accusation and whoever made it are as dangerous as a victim's address."""

    tip_kind = models.CharField(_("loại nguồn tin"), max_length=20, choices=KINDS)
    channel = models.CharField(_("kênh tiếp nhận"), max_length=20, choices=CHANNELS)
    received_at = models.DateTimeField(_("thời điểm tiếp nhận"))
    is_remote = models.BooleanField(_("địa bàn vùng sâu, vùng xa, hải đảo"), default=False)
    purpose = models.CharField(
        _("mục đích nghi vấn"), max_length=30, blank=True, choices=[(code.code, code.label) for code in EXPLOITATION_PURPOSE.codes]
    )
    content = SealedTextField(_("nội dung tin"))
    informant = models.ForeignKey(Person, verbose_name=_("người báo tin"), null=True, on_delete=models.PROTECT, related_name="+")
    is_secret = models.BooleanField(_("đề nghị giữ bí mật"), default=True)

    def title(self) -> str:
        """What lists and page heads call it: kind and suspected purpose, no word of the content."""
        purpose = self.get_purpose_display()
        return f"{self.get_tip_kind_display()}: {purpose[:1].lower()}{purpose[1:]}" if purpose else self.get_tip_kind_display()
