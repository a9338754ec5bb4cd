"""Where an account may open records."""

from datetime import date
from typing import Any, cast

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from lachan.access.models import Account
from lachan.interface import forms
from lachan.organisations.models import Area
from lachan.organisations.queries import communes_of
from lachan.organisations.querysets import AreaQuerySet


def communes_for(actor: Account, *, on: date) -> AreaQuerySet:
    """The communes of a day in the area of the actor's own unit: the ward itself, or all of the city."""
    area = actor.unit.area
    communes = communes_of(area, on=on) if area else Area.objects.valid_on(on).filter(level=Area.Level.COMMUNE)
    return communes.order_by("search_name", "pk")


class CommuneField(django_forms.ModelChoiceField):
    """One commune, by its type and name."""

    def __init__(self, **kwargs: Any):
        super().__init__(Area.objects.none(), empty_label=_("Chọn"), **kwargs)

    def label_from_instance(self, area: Area) -> str:
        return area.titled_name


class CommuneMixin(forms.Form):
    """The area of a new record, among those of the actor's unit; chosen already where there is only one."""

    area = CommuneField(label=_("Địa bàn"))

    def offer_communes(self, actor: Account, *, on: date) -> None:
        communes = communes_for(actor, on=on)
        cast(CommuneField, self.fields["area"]).queryset = communes
        if len(first_two := communes[:2]) == 1:
            self.initial["area"] = first_two[0].pk
