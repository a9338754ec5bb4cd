"""Deriving everything again finds nothing where only operations wrote, and finds each thing that was changed behind their back."""

import argparse
import json
from datetime import date, timedelta

import pytest

from lachan.audit.models import Entry
from lachan.ledger.models import Fact
from lachan.procedures import commands
from lachan.procedures.check import differences
from lachan.procedures.models import Participation, RunningClock
from lachan.procedures.operations import withdraw_step
from tests.people import moment
from tests.test_spine import a_tip, go, prosecuted_tip


@pytest.fixture
def tip(place):
    a_tip(place, at="2024-05-08 09:00")
    step = go(a_tip(place, at="2024-05-09 09:00"), "classify", place.an, "2024-05-09 10:00", outcome="unclear")
    withdraw_step(step, reason="Nhầm", actor=place.binh, now=moment("2024-05-20 08:00"))
    return prosecuted_tip(place)


def test_a_place_that_only_operations_wrote_has_no_difference(tip):
    assert differences() == []


@pytest.mark.parametrize(
    ("part", "spoil"),
    [
        ("facts", lambda tip: Fact.objects.filter(source=tip.uid, kind="tips.resolved").delete()),
        ("facts", lambda tip: Fact.objects.filter(source=tip.uid, kind="tips.received").update(weight=2)),
        ("ledger", lambda tip: Fact.objects.filter(source=tip.uid, kind="tips.received").update(occurred_on=date(2024, 1, 1))),
        ("ledger", lambda tip: Fact.objects.filter(position=Fact.objects.first().position).update(recorded_at=moment("2030-01-01 00:00"))),
        ("state", lambda tip: type(tip).objects.filter(pk=tip.pk).update(state="received")),
        ("holder", lambda tip: type(tip).objects.filter(pk=tip.pk).update(holder=tip.unit)),
        ("participants", lambda tip: Participation.objects.filter(record=tip).first().delete()),
        ("clocks", lambda tip: RunningClock.objects.filter(record=tip).update(safe_day=tip.opened_on + timedelta(days=99))),
        ("audit", lambda tip: Entry.objects.filter(act="tip.assign").update(reason="khác")),
    ],
)
def test_what_was_changed_behind_the_operations_is_found(tip, part, spoil):
    spoil(tip)
    assert part in {difference.part for difference in differences()}


def call(capsys, *words: str) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser()
    commands.add_arguments(parser)
    status = commands.run(parser.parse_args(["check", *words]))
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_the_command_says_how_much_it_compared(tip, capsys):
    status, out, _err = call(capsys)
    assert status == 0
    assert "4 hồ sơ" in out
    assert "không có khác biệt" in out


def test_the_command_names_the_record_that_differs(tip, capsys):
    type(tip).objects.filter(pk=tip.pk).update(state="received")
    status, out, err = call(capsys)
    assert status == 1
    assert f"state\t{tip.code}\t" in err
    assert "1 chỗ khác nhau" in out
    assert json.loads(call(capsys, "--json")[1])["differences"][0]["subject"] == tip.code
