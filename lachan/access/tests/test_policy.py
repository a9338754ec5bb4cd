"""Grants are read by day, role and reach."""

from datetime import date

import pytest

from lachan.access.models import Grant
from lachan.access.policy import require, units_for
from lachan.foundation.errors import NotAllowed

TODAY = date(2024, 5, 6)


def test_an_officer_of_a_ward_reaches_the_ward_alone(place):
    assert units_for(place.an, "tip.view", on=TODAY) == {place.police_1.pk}


def test_the_standing_officer_reaches_the_wards_below(place):
    assert units_for(place.binh, "tip.view", on=TODAY) == {place.city_police.pk, place.police_1.pk, place.police_2.pk}


def test_an_act_that_no_role_of_hers_holds_reaches_nothing(place):
    assert units_for(place.hoa, "tip.view", on=TODAY) == set()
    with pytest.raises(NotAllowed):
        require(place.hoa, "tip.receive")


def test_a_grant_counts_from_its_first_day_to_the_day_before_its_last(place):
    Grant.objects.filter(account=place.an).update(valid_from=date(2024, 5, 1), valid_to=date(2024, 5, 6))
    assert place.an.acts(date(2024, 4, 30)) == frozenset()
    assert "tip.view" in place.an.acts(date(2024, 5, 5))
    assert place.an.acts(date(2024, 5, 6)) == frozenset()
