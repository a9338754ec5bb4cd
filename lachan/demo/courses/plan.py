"""The city's plan of 21 March 2024: handed in, gone through and confirmed the day after, then answered by its units, most in time."""

from datetime import date, datetime, timedelta
from pathlib import Path

from lachan.demo.play import Course, Play
from lachan.program.confirmation import confirm_plan
from lachan.program.duties import fulfil_duty
from lachan.program.models import DraftItem, Duty
from lachan.program.operations import accept_item, accept_sure, upload_plan

PLAN_FILE = Path(__file__).parents[1] / "data" / "ke-hoach-04-bien-hoa-2024.txt"
COMMITTEE = "bcd-bien-hoa"
READER = "thuongtruc"


def plan_course(play: Play, at: datetime) -> Course:
    """The plan as published by the city, uploaded at `at`; each doubt takes the reviewer a few minutes."""
    yield at
    actor = play.accounts[READER]
    plan = upload_plan(PLAN_FILE.read_bytes(), PLAN_FILE.name, committee=play.units[COMMITTEE], actor=actor, now=at)
    at = play.hours_later(at, 0.1, 0.2)
    yield at
    accept_sure(plan, actor=actor, now=at)
    for item in plan.items.filter(state=DraftItem.State.OPEN):
        at = play.hours_later(at, 0.02, 0.06)
        yield at
        accept_item(item, actor=actor, now=at)
    at = play.hours_later(at, 0.1, 0.3)
    yield at
    confirm_plan(plan, actor=actor, now=at)
    for duty in Duty.objects.filter(demand__plan=plan).select_related("unit", "demand"):
        play.begin(_answer(play, duty, at))


def _answer(play: Play, duty: Duty, confirmed_at: datetime) -> Course:
    """A unit's paper arrives: mostly in the last days of its term, sometimes late, now and then not at all."""
    way = play.pick({"in_time": 82, "late": 12, "never": 6})
    if way == "never":
        return
    last_day = confirmed_at.date() + timedelta(days=5) if duty.is_before_issue else duty.last_day
    at = _in_time(play, last_day) if way == "in_time" else play.office_day(_morning(play, last_day), 1, 9)
    at = max(at, play.hours_later(confirmed_at, 0.5, 6))
    yield at
    actor = {"ca-p-tan-hiep": "trucban", "ubnd-p-tan-hiep": "phuong", "hlhpn-bien-hoa": "hoiphunu"}.get(duty.unit.code, READER)
    fulfil_duty(duty, on=at.date(), note=f"Văn bản số {play.dice.randint(5, 60)} (minh họa)", actor=play.accounts[actor], now=at)


def _in_time(play: Play, last_day: date) -> datetime:
    """One of the last days of the term; a working day when there is one among them."""
    at = play.office_day(_morning(play, last_day - timedelta(days=5)), 0, 4)
    return min(at, _morning(play, last_day))


def _morning(play: Play, day: date) -> datetime:
    return play.moment(day, 8, play.dice.randint(0, 59))
