"""A fixed present, and records in a known course, for the tests of every kind's pages.

Used by importing the fixtures in a test folder's conftest.
"""

import pytest

from lachan.foundation import clock
from lachan.procedures.operations import take_step
from lachan.procedures.taking import Taking
from lachan.records.tips.operations import TipEntry, receive_tip
from tests.people import moment

NOW = "2024-05-22 09:12"
CONTENT = "Một người bịa bị giữ giấy tờ."
INFORMANT = "Người Bịa Báo Tin"


@pytest.fixture
def present(monkeypatch):
    """It is 22/05/2024 09:12 for every view."""
    now = moment(NOW)
    monkeypatch.setattr(clock, "now", lambda: now)
    return now


def a_tip(place, *, actor=None, at="2024-05-21 10:30", area=None):
    """A tip received by the police of ward 1."""
    entry = TipEntry("report", "hotline_111", moment(at), area or place.ward_1, CONTENT, purpose="forced_labour", informant_name=INFORMANT)
    return receive_tip(entry, actor=actor or place.an, now=moment(at))


def go(record, code, actor, at, number="", **data):
    """Take a step at a moment, decision number and fields given."""
    entered = {name: str(value) for name, value in data.items()}
    return take_step(record, code, Taking(moment(at).date(), moment(at), number, entered), actor=actor, now=moment(at))


def verified_tip(place):
    """A tip that the city police are verifying; the procuracy takes part."""
    tip = a_tip(place, at="2024-05-10 10:30")
    go(tip, "classify", place.an, "2024-05-10 11:00", outcome="crime_signs")
    go(tip, "forward", place.an, "2024-05-10 12:00", to_unit=place.city_police.pk)
    go(tip, "notify_procuracy", place.binh, "2024-05-13 09:00", procuracy=place.procuracy.pk)
    go(tip, "assign", place.binh, "2024-05-14 09:00", "14/QĐ-CSĐT")
    tip.refresh_from_db()
    return tip


def opened_case(place):
    """The case that a decision to prosecute opened."""
    tip = verified_tip(place)
    go(tip, "decide_prosecute", place.binh, "2024-05-20 10:00", "15/QĐ-CSĐT", offence="150")
    return tip.cases.get()
