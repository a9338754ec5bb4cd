"""What is written down when a person is received."""

from datetime import datetime
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from lachan.access.models import Account
from lachan.foundation.code_lists import ETHNIC_GROUPS, EXPLOITATION_PURPOSE, NATIONALITIES, SEX
from lachan.interface import forms
from lachan.procedures.areas import CommuneMixin
from lachan.procedures.forms import offer
from lachan.records.tips.models import Tip
from lachan.records.victims.operations import VictimEntry
from lachan.records.victims.procedure import ROUTES

UNKNOWN = [("", _("Chưa rõ"))]


class VictimForm(CommuneMixin, forms.TokenMixin, forms.Form):
    """The fields of VictimEntry by the same names; the tip comes from the address of the page."""

    route = django_forms.ChoiceField(label=_("Nguồn tiếp nhận"), choices=[("", _("Chọn")), *ROUTES])
    received_on = forms.DateField(label=_("Ngày khai báo"))
    sex = django_forms.ChoiceField(label=_("Giới tính"), choices=SEX.choices(), widget=django_forms.RadioSelect)
    birth_year = django_forms.IntegerField(label=_("Năm sinh"), required=False, min_value=1900, max_value=2199)
    nationality = django_forms.ChoiceField(label=_("Quốc tịch"), choices=NATIONALITIES.choices(), initial="VN")
    ethnic_group = django_forms.ChoiceField(label=_("Dân tộc"), required=False, choices=[*UNKNOWN, *ETHNIC_GROUPS.choices()])
    purpose = django_forms.ChoiceField(label=_("Mục đích bóc lột"), required=False)
    trafficked_to = django_forms.ChoiceField(label=_("Nơi bị đưa đến"), required=False, choices=[*UNKNOWN, *NATIONALITIES.choices()])
    full_name = forms.NfcCharField(label=_("Họ và tên"), required=False, max_length=120)
    id_number = forms.NfcCharField(label=_("Số định danh, CCCD"), required=False, max_length=30)
    address = forms.NfcCharField(label=_("Nơi ở hiện nay"), required=False, max_length=255)
    phone = forms.NfcCharField(label=_("Điện thoại"), required=False, max_length=30)
    safe_contact = forms.TextField(
        label=_("Cách liên hệ an toàn"), required=False, max_length=500, rows=3, help_text=_("Giờ nào, qua ai, không được làm gì.")
    )

    def __init__(self, data: Any = None, *, actor: Account, now: datetime):
        super().__init__(data, initial={"received_on": now.date()})
        self.offer_communes(actor, on=now.date())
        offer(self, "purpose", [*UNKNOWN, *EXPLOITATION_PURPOSE.choices(on=now.date())])

    def entry(self, tip: Tip | None) -> VictimEntry:
        """What was entered, once the form is valid."""
        return VictimEntry(tip=tip, **{name: value for name, value in self.cleaned_data.items() if name != "token"})
