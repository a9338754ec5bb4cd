"""Courses wake in the order of time, whoever announced them first."""

from datetime import datetime, timedelta
from random import Random

from lachan.demo.names import GIVEN, invent
from lachan.demo.play import Play
from lachan.foundation.terms import LOCAL

MONDAY = datetime(2024, 5, 6, 9, 0, tzinfo=LOCAL)
HOUR = timedelta(hours=1)


def a_play():
    return Play(units={}, accounts={}, dice=Random(1))


def course(log, name, *moments):
    for moment in moments:
        yield moment
        log.append((name, moment))


def test_acts_of_several_courses_happen_in_the_order_of_time():
    play, log = a_play(), []
    play.begin(course(log, "late", MONDAY + HOUR, MONDAY + 3 * HOUR))
    play.begin(course(log, "early", MONDAY, MONDAY + 2 * HOUR))
    play.run(MONDAY + 10 * HOUR)
    assert [name for name, _moment in log] == ["early", "late", "early", "late"]


def test_what_lies_after_the_last_moment_never_happens():
    play, log = a_play(), []
    play.begin(course(log, "one", MONDAY, MONDAY + 2 * HOUR))
    play.run(MONDAY + 2 * HOUR)
    assert log == [("one", MONDAY)]


def test_a_course_may_begin_another_one():
    play, log = a_play(), []

    def parent():
        yield MONDAY
        play.begin(course(log, "child", MONDAY + HOUR))

    play.begin(parent())
    play.run(MONDAY + 2 * HOUR)
    assert log == [("child", MONDAY + HOUR)]


def test_an_office_day_is_a_working_day_and_never_before_the_act_that_it_follows():
    play = a_play()
    saturday_night = datetime(2024, 5, 11, 23, 0, tzinfo=LOCAL)
    days = {play.office_day(saturday_night, 0, 3).weekday() for _each in range(40)}
    assert days == {0, 1}
    assert all(play.office_day(MONDAY.replace(hour=17), 0, 0) > MONDAY.replace(hour=17) for _each in range(20))


def test_numbers_of_decisions_count_through_their_year():
    play = a_play()
    numbers = [play.number("{n}/{year}/HS-ST", moment) for moment in (MONDAY, MONDAY, MONDAY.replace(year=2025))]
    assert numbers == ["1/2024/HS-ST", "2/2024/HS-ST", "1/2025/HS-ST"]


def test_invented_people_say_that_they_are():
    people = [invent(Random(number)) for number in range(50)]
    assert all(person.full_name.endswith(GIVEN) for person in people)
    assert all(person.id_number.startswith("000000") and person.phone.startswith("0000") for person in people)
