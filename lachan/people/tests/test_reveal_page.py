"""The page that opens what is sealed: a reason, one answer, and back after ten minutes."""

import pytest
from django.urls import reverse

from lachan.people.models import Person
from tests.courses import INFORMANT, a_tip


@pytest.fixture
def tip(client, place, present):
    client.force_login(place.an)
    return a_tip(place)


def test_the_opened_page_goes_back_to_the_masked_one_by_itself(client, tip):
    page = client.post(reverse("tips:informant", args=[tip.code]), {"reason": "handling"}).content.decode()
    assert f'<meta http-equiv="refresh" content="600;url={reverse("tips:detail", args=[tip.code])}">' in page
    assert INFORMANT in page
    assert "Lê Ví An · Công an phường Ví Dụ Một" in page


def test_a_person_of_whom_nothing_is_known_opens_to_nothing(client, tip):
    tip.informant = Person.objects.create()
    tip.save()
    page = client.post(reverse("tips:informant", args=[tip.code]), {"reason": "handling"}).content.decode()
    assert "Chưa ghi danh tính" in page


def test_asking_for_the_page_opens_nothing(client, tip):
    response = client.get(reverse("tips:informant", args=[tip.code]))
    assert response.status_code == 200
    assert [value for value, _label in response.context["form"].fields["reason"].choices] == ["handling", "support", "proceedings"]
    assert INFORMANT not in response.content.decode()
