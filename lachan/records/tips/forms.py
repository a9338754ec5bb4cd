"""What the desk writes down about a tip."""

from datetime import datetime
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from lachan.access.models import Account
from lachan.foundation.code_lists import EXPLOITATION_PURPOSE
from lachan.interface import forms
from lachan.procedures.areas import CommuneMixin
from lachan.procedures.forms import offer
from lachan.records.tips.operations import TipEntry
from lachan.records.tips.procedure import CHANNELS, KINDS


class TipForm(CommuneMixin, forms.TokenMixin, forms.Form):
    """The fields of TipEntry by the same names."""

    tip_kind = django_forms.ChoiceField(label=_("Loại nguồn tin"), choices=KINDS, widget=django_forms.RadioSelect)
    channel = django_forms.ChoiceField(label=_("Kênh tiếp nhận"), choices=[("", _("Chọn")), *CHANNELS])
    received_at = forms.DateTimeField(
        label=_("Thời điểm tiếp nhận"), help_text=_("Thời hạn phân loại 24 giờ tính từ thời điểm này. Ví dụ 06/05/2024 09:12.")
    )
    is_remote = django_forms.BooleanField(
        label=_("Địa bàn vùng sâu, vùng xa, hải đảo"), required=False, help_text=_("Thời hạn chuyển Cơ quan điều tra là 48 giờ.")
    )
    purpose = django_forms.ChoiceField(label=_("Mục đích nghi vấn"), required=False)
    content = forms.TextField(
        label=_("Nội dung tin"), max_length=10_000, rows=7, help_text=_("Ai, ở đâu, từ khi nào, việc gì. Nội dung được mã hóa khi lưu.")
    )
    informant_name = forms.NfcCharField(
        label=_("Họ tên người báo tin"), required=False, max_length=120, help_text=_("Để trống khi người báo tin không nêu tên.")
    )
    informant_phone = forms.NfcCharField(label=_("Điện thoại người báo tin"), required=False, max_length=30)
    is_secret = django_forms.BooleanField(label=_("Giữ bí mật người báo tin"), required=False, initial=True)

    def __init__(self, data: Any = None, *, actor: Account, now: datetime):
        super().__init__(data, initial={"received_at": now})
        self.offer_communes(actor, on=now.date())
        offer(self, "purpose", [("", _("Chưa rõ")), *EXPLOITATION_PURPOSE.choices(on=now.date())])

    def entry(self) -> TipEntry:
        """What was entered, once the form is valid."""
        return TipEntry(**{name: value for name, value in self.cleaned_data.items() if name != "token"})
