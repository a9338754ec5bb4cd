"""The whole performance: from 1 January 2023 to the morning of 10 June 2024, all or nothing."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from django.conf import settings
from django.db import transaction

from lachan.access.models import Account
from lachan.audit.models import Entry
from lachan.audit.operations import Subject, SystemActor, record
from lachan.demo.accounts import WARDS, create_accounts
from lachan.demo.courses.plan import plan_course
from lachan.demo.courses.tips import tip_course
from lachan.demo.courses.victims import victim_of_labour, victim_of_ward
from lachan.demo.play import Play
from lachan.demo.units import create_units
from lachan.foundation import clock
from lachan.foundation.errors import Refused
from lachan.foundation.terms import LOCAL
from lachan.organisations.models import Unit

BEGIN = datetime(2023, 1, 1, 7, 0, tzinfo=LOCAL)
CURTAIN = datetime(2024, 6, 10, 8, 0, tzinfo=LOCAL)
SEEDED = "demo.seed"
DICE = 4  # the number of the plan; another number is another city
TIPS, PERSONS_OF_WARDS, PERSONS_OF_LABOUR = 144, 9, 7
# So that each ward desk that a visitor may try finds something of this morning.
RECENT = (
    ("2024-06-04 16:20", "tan-mai"),
    ("2024-06-06 09:05", "tan-hiep"),
    ("2024-06-07 14:30", ""),
    ("2024-06-08 21:10", "tan-hiep"),
    ("2024-06-09 20:45", "tan-mai"),
    ("2024-06-10 06:40", "tan-hiep"),
)
RECENT_PERSONS = (
    ("2024-06-05 10:15", "trucban", "tan-hiep"),
    ("2024-06-07 15:40", "phuong", "tan-hiep"),
    ("2024-06-10 07:30", "phuong", "tan-hiep"),
)


def ensure_demo(*, tips: int = TIPS) -> bool:
    """Seed the demonstration into an empty place; True when that was done now, False when it stands already. `tips`: how many, about.

    Raises Refused when the place is not declared a demonstration, or holds anything that the demonstration did not write.
    """
    if not settings.IS_DEMO:
        raise Refused("Nơi này không phải bản minh họa. Đặt LACHAN_DEMO=1 rồi chạy lại.", code="not-demo")
    is_new = not Entry.objects.filter(act=SEEDED).exists()
    if is_new:
        if Account.objects.exists() or Unit.objects.exists() or Entry.objects.exists():
            message = (
                "Cơ sở dữ liệu đã có dữ liệu không phải bản minh họa, nên không nạp gì và không chạy ở chế độ minh họa. "
                "Bỏ LACHAN_DEMO, hoặc chọn LACHAN_HOME hay DATABASE_URL khác."
            )
            raise Refused(message, code="place-not-empty")
        print("Nạp dữ liệu minh họa, khoảng nửa phút (seeding invented data) …", flush=True)
        seed(tips=tips)
    if is_new or not clock.clock_file().exists():
        clock.start_demo_clock(CURTAIN)
    return is_new


@transaction.atomic
def seed(*, tips: int = TIPS) -> None:
    """Play everything in one transaction: a demonstration that was interrupted leaves nothing behind."""
    system = SystemActor("Dữ liệu minh họa")
    units = create_units(actor=system, at=BEGIN)
    record(SEEDED, Subject("demo", None, "Biên Hòa"), actor=system, at=BEGIN)
    play = Play(units, create_accounts(units), Random(DICE))
    _announce(play, tips)
    play.run(CURTAIN)


def _announce(play: Play, tips: int) -> None:
    """Put every first moment in the queue; what follows from it comes by itself."""
    # Dice of its own: what the reader makes of the plan must not change what becomes of a tip.
    play.begin(plan_course(replace(play, dice=Random(DICE)), _moment("2024-03-22 08:40")))
    for _each in range(tips):
        play.begin(tip_course(play, _any_hour(play), "" if play.happens(27) else play.pick(WARDS)))
    for text, ward in RECENT:
        play.begin(tip_course(play, _moment(text), ward))
    for text, who, ward in RECENT_PERSONS:
        play.begin(victim_of_ward(play, who, ward, _moment(text)))
    for _each in range(PERSONS_OF_WARDS):
        who, ward = play.any_of((("phuong", "tan-hiep"), ("phuong", "tan-hiep"), ("trucban", "tan-hiep"), ("trucban2", "tan-mai")))
        play.begin(victim_of_ward(play, who, ward, _office_hour(play)))
    for _each in range(PERSONS_OF_LABOUR):
        play.begin(victim_of_labour(play, play.pick(WARDS), _office_hour(play)))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LOCAL)


def _any_hour(play: Play) -> datetime:
    """A moment of the year and a half; the second half is a little busier, nights are quiet."""
    length = (CURTAIN.date() - BEGIN.date()).days - 1
    day = BEGIN.date() + timedelta(days=round(length * play.dice.random() ** 0.85))
    return _at(day, play.dice.triangular(6, 23, 15))


def _office_hour(play: Play) -> datetime:
    length = (CURTAIN.date() - BEGIN.date()).days - 12
    return play.office_day(BEGIN + timedelta(days=play.dice.randint(5, length)), 0, 1)


def _at(day: date, hour: float) -> datetime:
    return datetime(day.year, day.month, day.day, int(hour), int(hour % 1 * 60), tzinfo=LOCAL)
