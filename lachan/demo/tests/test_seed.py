"""The demonstration: seeded once, through the operations, never over anything else."""

import datetime

import pytest

from lachan.access.models import Account
from lachan.access.roles import ROLES
from lachan.audit.models import Entry
from lachan.demo.accounts import OPEN_SEATS, describe_accounts
from lachan.demo.password import DEMO_PASSWORD
from lachan.demo.seed import CURTAIN, ensure_demo
from lachan.foundation import clock
from lachan.foundation.errors import Refused
from lachan.procedures.check import differences
from lachan.procedures.models import Record, Step
from lachan.program.models import Duty, Plan

A_FEW = 12


@pytest.fixture
def stage(settings, tmp_path):
    settings.IS_DEMO = True
    settings.HOME = tmp_path
    return settings


def test_the_play_is_whole_and_its_clock_begins_on_the_morning_of_the_last_day(db, stage):
    assert ensure_demo(tips=A_FEW)
    assert differences() == []
    assert clock.now() - CURTAIN < datetime.timedelta(minutes=5)
    assert not Step.objects.filter(recorded_at__gt=CURTAIN).exists()
    assert {kind: Record.objects.filter(kind=kind).exists() for kind in ("tip", "victim")} == {"tip": True, "victim": True}
    plan = Plan.objects.get()
    assert plan.status == Plan.Status.CONFIRMED
    assert set(Duty.objects.values_list("status", flat=True)) == {"owed", "sent"}
    recorded = list(Entry.objects.order_by("id").values_list("at", flat=True))
    assert recorded == sorted(recorded)
    entries = len(recorded)
    assert not ensure_demo(tips=A_FEW)
    assert Entry.objects.count() == entries
    _accounts_can_be_tried()


def _accounts_can_be_tried():
    open_accounts = Account.objects.filter(is_active=True)
    assert {account.username for account in open_accounts} == {seat.username for seat in OPEN_SEATS}
    assert {grant.role for account in open_accounts for grant in account.grants.all()} == set(ROLES)
    assert Account.objects.get(username="thuongtruc").check_password(DEMO_PASSWORD)
    assert not any(account.has_usable_password() for account in Account.objects.filter(is_active=False))


def test_a_place_with_other_data_is_left_alone(place, stage):
    before = Entry.objects.count(), Account.objects.count()
    with pytest.raises(Refused, match="không phải bản minh họa"):
        ensure_demo(tips=A_FEW)
    assert (Entry.objects.count(), Account.objects.count()) == before
    assert not clock.clock_file().exists()


def test_a_place_that_is_not_declared_a_demonstration_is_left_alone(db, stage):
    stage.IS_DEMO = False
    with pytest.raises(Refused, match="LACHAN_DEMO=1"):
        ensure_demo(tips=A_FEW)
    assert not Account.objects.exists()


def test_the_printed_list_names_every_account_and_the_password():
    printed = describe_accounts()
    assert DEMO_PASSWORD in printed
    assert len(DEMO_PASSWORD) >= 15
    assert all(seat.username in printed for seat in OPEN_SEATS)
