"""Reusable filters over the dated rows of the register of areas and units."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from .models import Area


def valid_on(day: datetime.date) -> Q:
    """Rows in force on `day`: from `valid_from` (an unknown beginning counts as begun) up to, not including, `valid_to`."""
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    not_ended = Q(valid_to__isnull=True) | Q(valid_to__gt=day)
    return begun & not_ended


class DatedQuerySet(models.QuerySet):
    """Rows with `valid_from` and `valid_to` (exclusive)."""

    def valid_on(self, day: datetime.date) -> Self:
        return self.filter(valid_on(day))


class AreaQuerySet(DatedQuerySet):
    """Areas, with the tree below one of them and with the parents that a full name needs."""

    def within(self, area: Area) -> Self:
        """The area itself and everything below it in its own generation of the register (never its successors)."""
        return self.filter(Q(pk=area.pk) | Q(path__startswith=f"{area.path}/"))

    def with_parents(self) -> Self:
        return self.select_related("parent__parent")


class UnitQuerySet(DatedQuerySet):
    """Units, by what they do and where they sit."""

    def with_function(self, *functions: str) -> Self:
        return self.filter(function__in=functions)

    def seated_within(self, area: Area) -> Self:
        return self.filter(Q(area=area) | Q(area__path__startswith=f"{area.path}/"))

    def with_area(self) -> Self:
        return self.select_related("area__parent__parent")
