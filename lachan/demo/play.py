"""The order of time. A course is a generator that yields the moment of its next act and, when that has come, does it.

Whatever lies after the last moment never happens: that is how open files, overdue ones and half-finished trials come about.
"""

import heapq
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Any, TypeVar

from lachan.access.models import Account
from lachan.foundation.calendars import next_working_day
from lachan.foundation.terms import LOCAL
from lachan.organisations.models import Unit
from lachan.procedures.models import Record, Step
from lachan.procedures.operations import take_step
from lachan.procedures.taking import Taking

Course = Generator[datetime, None, None]
Leading = Generator[datetime, None, datetime]  # a part of a course that returns the moment that it has come to
T = TypeVar("T")


@dataclass
class Play:
    """The cast, the dice and the queue of what comes next."""

    units: dict[str, Unit]
    accounts: dict[str, Account]
    dice: Random
    _queue: list[tuple[datetime, int, Course]] = field(default_factory=list)
    _order: Iterator[int] = field(default_factory=count)
    _numbers: dict[str, int] = field(default_factory=dict)

    def begin(self, course: Course) -> None:
        self._sleep(course)

    def run(self, until: datetime) -> None:
        """Let every act happen that comes before `until`, in the order of time."""
        while self._queue and self._queue[0][0] < until:
            _moment, _order, course = heapq.heappop(self._queue)
            self._sleep(course)
        for _moment, _order, course in self._queue:
            course.close()

    def _sleep(self, course: Course) -> None:
        """Carry the course on to its next moment."""
        moment = next(course, None)
        if moment is not None:
            heapq.heappush(self._queue, (moment, next(self._order), course))

    def pick(self, options: dict[str, int]) -> str:
        """One of the keys, as often as its weight says."""
        return self.dice.choices(list(options), weights=list(options.values()))[0]

    def happens(self, percent: float) -> bool:
        return self.dice.random() * 100 < percent

    def hours_later(self, at: datetime, least: float, most: float) -> datetime:
        return at + timedelta(minutes=round(self.dice.uniform(least * 60, most * 60)))

    def office_day(self, at: datetime, least: int, most: int) -> datetime:
        """An hour of a working day, some days after `at`; never before it."""
        day = next_working_day(at.date() + timedelta(days=self.dice.randint(least, most)))
        return max(self.moment(day, self.dice.randint(8, 15), self.dice.randint(0, 59)), at + timedelta(minutes=20))

    def moment(self, day: date, hour: int, minute: int) -> datetime:
        return datetime.combine(day, time(hour, minute), LOCAL)

    def number(self, form: str, at: datetime) -> str:
        """The next number of a series in its year: "15/QĐ-CSĐT" for the form "{n}/QĐ-CSĐT"."""
        series = f"{at.year} {form}"
        self._numbers[series] = self._numbers.get(series, 0) + 1
        return form.format(n=self._numbers[series], year=at.year)

    def take(self, record: Record, code: str, who: str, at: datetime, number: str = "", **data: Any) -> Step:
        """Take a step as the account `who`; `number` is the form of the decision's number."""
        taking = Taking(at.date(), at, self.number(number, at) if number else "", {key: str(value) for key, value in data.items()})
        return take_step(record, code, taking, actor=self.accounts[who], now=at)

    def unit_key(self, code: str) -> int:
        return self.units[code].pk

    def any_of(self, options: Sequence[T]) -> T:
        return self.dice.choice(options)
