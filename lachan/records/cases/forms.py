"""Forms of a case: an accused, the link to a victim's file. Charging is the step `charge`, made from its declaration."""

from typing import Any, cast

from django import forms as django_forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lachan.foundation.code_lists import ETHNIC_GROUPS, NATIONALITIES, SEX
from lachan.interface import forms
from lachan.records.cases.operations import AccusedEntry
from lachan.records.victims.models import Victim
from lachan.records.victims.queries import outline


class AccusedForm(forms.TokenMixin, forms.RevisionMixin, forms.Form):
    """The fields of AccusedEntry by the same names."""

    sex = django_forms.ChoiceField(label=_("Giới tính"), choices=SEX.choices(), widget=django_forms.RadioSelect)
    birth_year = django_forms.IntegerField(label=_("Năm sinh"), required=False, min_value=1900, max_value=2199)
    nationality = django_forms.ChoiceField(label=_("Quốc tịch"), choices=NATIONALITIES.choices(), initial="VN")
    ethnic_group = django_forms.ChoiceField(label=_("Dân tộc"), required=False, choices=[("", _("Chưa rõ")), *ETHNIC_GROUPS.choices()])
    full_name = forms.NfcCharField(label=_("Họ và tên"), required=False, max_length=120)
    id_number = forms.NfcCharField(label=_("Số định danh, CCCD"), required=False, max_length=30)
    address = forms.NfcCharField(label=_("Nơi ở hiện nay"), required=False, max_length=255)

    def entry(self) -> AccusedEntry:
        """What was entered, once the form is valid."""
        return AccusedEntry(**{name: value for name, value in self.cleaned_data.items() if name not in {"token", "revision"}})


class VictimField(django_forms.ModelChoiceField):
    """A victim's file by its code, in words that name nobody."""

    def label_from_instance(self, victim: Victim) -> str:
        return f"{victim.code} · {outline(victim)} · {victim.area.titled_name}"


class LinkVictimForm(forms.TokenMixin, forms.Form):
    victim = VictimField(Victim.objects.none(), label=_("Hồ sơ"), to_field_name="code", empty_label=_("Chọn"))

    def __init__(self, data: Any = None, *, victims: QuerySet[Victim]):
        super().__init__(data)
        cast(VictimField, self.fields["victim"]).queryset = victims
