"""Why somebody opens what is sealed."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from lachan.interface import forms
from lachan.people.operations import REASONS


class ReasonForm(forms.Form):
    reason = django_forms.ChoiceField(label=_("Lý do xem"), choices=REASONS, widget=django_forms.RadioSelect)
