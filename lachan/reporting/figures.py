"""The figures that one report prints: of its period, of the same days a year before, of the days that end where it begins."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from urllib.parse import urlencode

from django.urls import reverse

from lachan.foundation.periods import Period
from lachan.organisations.models import Unit
from lachan.reporting.document import Figure as PrintedFigure
from lachan.statistics import queries
from lachan.statistics.forms import query_of
from lachan.statistics.queries import Figure
from lachan.statistics.wording import Change, change, printed, same_period_last_year


@dataclass(frozen=True)
class Figures:
    """Figures by code, all read up to one position of the ledger, so that they are the same for ever."""

    now: dict[str, Figure]
    before: dict[str, Figure]
    opening: dict[str, Figure]

    def value(self, code: str):
        return self.now[code].value

    def change(self, code: str) -> Change:
        return change_between(self.now[code], self.before[code])

    def print(self, code: str) -> PrintedFigure:
        return as_run(self.now[code])

    def print_before(self, code: str) -> PrintedFigure:
        return as_run(self.before[code])

    def print_amount(self, code: str) -> PrintedFigure:
        """The difference alone; it leads to the page of the figure, where both values stand."""
        difference = self.change(code)
        return PrintedFigure(difference.amount, code, difference.difference, address_of(self.now[code]))

    def print_share(self, code: str) -> PrintedFigure:
        difference = self.change(code)
        return PrintedFigure(difference.share, code, difference.difference, address_of(self.now[code]))


def figures_at(codes: Iterable[str], *, unit: Unit, period: Period, position: int) -> Figures:
    """The figures of a report, three queries whatever their number. Raises Refused for a code that nobody declared."""
    codes = sorted(codes)
    day_before = Period(period.start - timedelta(days=1), period.start)
    ask = partial(queries.figures, codes, unit=unit, position=position)
    return Figures(ask(period=period), ask(period=same_period_last_year(period)), ask(period=day_before))


def change_between(now: Figure, before: Figure) -> Change:
    return change(now.value, before.value, unit=now.indicator.unit, is_ratio=now.is_ratio)


def as_run(figure: Figure) -> PrintedFigure:
    """The figure as a document prints it, leading to its page at the position it was read at."""
    value = None if figure.value is None else float(figure.value) if figure.is_ratio else int(figure.value)
    return PrintedFigure(printed(figure.value, is_ratio=figure.is_ratio), figure.indicator.code, value, address_of(figure))


def address_of(figure: Figure) -> str:
    query = query_of(figure.unit.code, figure.period, position=figure.position)
    return f"{reverse('statistics:figure', args=[figure.indicator.code])}?{urlencode(query)}"
