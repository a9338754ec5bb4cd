"""What the page of one figure shows, gathered: the value, how it came about, its neighbours in time and place, its records."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.foundation.numerals import format_date
from lachan.foundation.periods import Period, name_of_period, period_of
from lachan.interface.elements import Column
from lachan.ledger.queries import position_at
from lachan.organisations.models import Area
from lachan.organisations.queries import communes_of
from lachan.procedures import registry
from lachan.procedures.course import VOID
from lachan.procedures.model import FactSpec, Procedure, Step
from lachan.procedures.projection import procedure_of
from lachan.statistics.forms import Question
from lachan.statistics.model import Indicator, Measure, Ratio, Term, Window
from lachan.statistics.queries import (
    Behind,
    Figure,
    figure,
    figure_by_area,
    figure_in_periods,
    records_behind,
    scope_of,
    terms_of,
)
from lachan.statistics.wording import Change, as_decimal, change, parts_of, printed, same_period_last_year

MOST_COLUMNS = 12


@dataclass(frozen=True)
class Shown:
    """A figure as printed, with its change against the same days of the year before."""

    figure: Figure
    before: Figure

    @property
    def text(self) -> str:
        return text_of(self.figure)

    @property
    def before_text(self) -> str:
        return text_of(self.before)

    @property
    def change(self) -> Change:
        return change_between(self.figure, self.before)


def text_of(one: Figure) -> str:
    return printed(one.value, is_ratio=one.is_ratio)


def change_between(now: Figure, before: Figure) -> Change:
    return change(now.value, before.value, unit=now.indicator.unit, is_ratio=now.is_ratio)


def shown(code: str, question: Question) -> Shown:
    """The figure asked for and the one of a year before, both as the ledger stood where the question reads it."""
    now, before = figure_in_periods(
        code,
        unit=question.unit,
        periods=[question.period, same_period_last_year(question.period)],
        position=question.reached,
    )
    return Shown(now, before)


@dataclass(frozen=True)
class Then:
    """A figure as it was known then beside the one that is known now."""

    then: Figure
    now: Figure

    @property
    def then_text(self) -> str:
        return text_of(self.then)

    @property
    def now_text(self) -> str:
        return text_of(self.now)

    @property
    def change(self) -> Change:
        return change_between(self.now, self.then)


def then_and_now(code: str, question: Question) -> Then | None:
    """Both values when the question looks back, else None."""
    if not question.is_historical:
        return None
    ask = partial(figure, code, unit=question.unit, period=question.period)
    return Then(ask(position=question.reached), ask(position=position_at()))


def columns_of(code: str, question: Question) -> list[Column]:
    """The parts of the period as columns, those of the year before hatched in front of them while there is room."""
    parts = parts_of(question.period)
    if len(parts) < 2:
        return []
    before = [same_period_last_year(part) for part in parts] if len(parts) * 2 <= MOST_COLUMNS else []
    found = figure_in_periods(code, unit=question.unit, periods=[*before, *parts], position=question.reached)
    is_yearly = parts[0].days > 31
    columns = []
    for place, one in enumerate(found):
        label = str(one.period.start.year) if is_yearly else _day_and_month(one.period.start)
        columns.append(Column(value=_height(one), label=label, text=text_of(one), is_previous=place < len(before)))
    return columns


def _day_and_month(day: date) -> str:
    return format_date(day).rpartition("/")[0]


@dataclass(frozen=True)
class AreaRow:
    """One area of the ranking: its value and the one of a year before as lengths, and the query that lists its records."""

    area: Area
    text: str
    change: Change
    height: float
    mark: float | None
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class Ranking:
    """`silent`: how many communes of the unit's place have none."""

    rows: list[AreaRow]
    highest: float
    silent: int


def ranking_of(code: str, question: Question, *, chosen: str = "") -> Ranking | None:
    """The figure by area, the highest first; None when all of it lies in one area."""
    ask = partial(figure_by_area, code, unit=question.unit, position=question.reached)
    now, before = ask(period=question.period), ask(period=same_period_last_year(question.period))
    counted = {path: one for path, one in now.items() if one.value or (one.is_ratio and one.denominator)}
    rows = [
        AreaRow(
            area,
            text_of(counted[area.path]),
            _change_in_area(counted[area.path], before.get(area.path)),
            _height(counted[area.path]),
            _height(before.get(area.path)) or None,
            question.query(dia_ban=area.ref),
            area.path == chosen,
        )
        for area in Area.objects.filter(path__in=counted)
    ]
    if not rows or (len(rows) == 1 and not scope_of(question.unit).area_path):
        return None
    rows.sort(key=lambda row: (-row.height, row.area.search_name))
    highest = max(length for row in rows for length in (row.height, row.mark or 0.0))
    # A little room at the right, or the tick of the highest one would fall off the edge.
    return Ranking(rows, highest * 1.01, _silent_areas(question, {row.area.path for row in rows}))


def _change_in_area(now: Figure, before: Figure | None) -> Change:
    """Where a year before nothing was counted, a count was 0 and a ratio had no value."""
    earlier = before.value if before else None if now.is_ratio else 0
    return change(now.value, earlier, unit=now.indicator.unit, is_ratio=now.is_ratio)


def _height(one: Figure | None) -> float:
    return float(as_decimal(one.value)) if one and one.value is not None else 0.0


def _silent_areas(question: Question, counted: set[str]) -> int:
    place = question.unit.area
    if place is None or not scope_of(question.unit).area_path:
        return 0
    communes = communes_of(place, on=question.period.last_day).values_list("path", flat=True)
    return len(set(communes) - counted)


@dataclass(frozen=True)
class TermRow:
    """A term of the sum in words: what is counted, in which days, on which condition, and what it adds."""

    kind: str
    label: str
    window: str
    condition: str
    sign: str
    value: int


@dataclass(frozen=True)
class Part:
    """A measure of the figure: the figure itself, or the numerator and denominator of a ratio."""

    role: str
    measure: Measure
    value: int
    terms: list[TermRow]


def parts_of_figure(one: Figure) -> list[Part]:
    """How the figure is computed, measure by measure."""
    indicator = one.indicator
    if isinstance(indicator, Ratio):
        return [
            _part(_("Tử số"), indicator.numerator, one.numerator or 0, one),
            _part(_("Mẫu số"), indicator.denominator, one.denominator or 0, one),
        ]
    return [_part("", indicator, int(one.value or 0), one)]


def _part(role: str, measure: Measure, value: int, one: Figure) -> Part:
    added = terms_of(measure, unit=one.unit, period=one.period, position=one.position)
    return Part(role, measure, value, [_term_row(term, amount) for term, amount in added])


def _term_row(term: Term, amount: int) -> TermRow:
    window = {
        Window.WITHIN: _("trong kỳ"),
        Window.BEFORE: _("trước ngày đầu kỳ"),
        Window.UNTIL: _("đến hết ngày cuối kỳ"),
    }[term.window]
    condition = "; ".join(f"{name} = {', '.join(values)}" for name, values in term.where.items())
    return TermRow(term.kind, label_of_kind(term.kind), window, condition, "+" if term.sign > 0 else "−", amount)


def label_of_kind(kind: str) -> str:
    """The steps that state facts of a kind: "Tố giác, tin báo: Khởi tố vụ án, Không khởi tố vụ án"; the kind itself when none does."""
    return "; ".join(f"{label}: {', '.join(names)}" for label, names in steps_stating(kind).items()) or kind


def steps_stating(kind: str) -> dict[str, list[str]]:
    """The label of each kind of record whose steps state facts of a kind → the labels of those steps."""
    steps: dict[str, list[str]] = {}
    for record_kind, procedure, step, spec in _declared_facts():
        if spec.kind != kind:
            continue
        label = step.label
        if spec.dated_by:
            label += " " + _("(tính vào ngày bước %(step)s)") % {"step": procedure.step(spec.dated_by).label}
        labels = steps.setdefault(record_kind.label, [])
        if label not in labels:
            labels.append(label)
    return steps


def _declared_facts() -> Iterator[tuple[registry.Kind, Procedure, Step, FactSpec]]:
    for record_kind in registry.kinds().values():
        for procedure in record_kind.procedures:
            for step in procedure.steps:
                for spec in step.facts:
                    yield record_kind, procedure, step, spec


@dataclass(frozen=True)
class RecordRow:
    """A record behind the number as the actor may see it: with code and address, or only that it is there.

    `behind` holds the day of its last counted event and what the record adds in all.
    """

    behind: Behind
    kind: str
    state: str
    url: str
    event: str

    @property
    def is_visible(self) -> bool:
        return self.behind.record is not None

    @property
    def weight(self) -> str:
        return f"+{self.behind.weight}" if self.behind.weight > 0 else f"−{-self.behind.weight}"


@dataclass(frozen=True)
class RecordList:
    role: str
    measure: Measure
    rows: list[RecordRow]
    total: int

    @property
    def hidden(self) -> int:
        return sum(1 for row in self.rows if not row.is_visible)


def record_lists(indicator: Indicator, question: Question, *, actor: Account, within: str = "") -> list[RecordList]:
    """The records behind the figure, for a ratio those of the numerator and of the denominator apart."""
    pairs = [("", indicator)] if isinstance(indicator, Measure) else _both(indicator)
    lists = []
    for role, measure in pairs:
        behind = records_behind(measure, unit=question.unit, period=question.period, actor=actor, position=question.reached, within=within)
        lists.append(RecordList(role, measure, _record_rows(behind), sum(one.weight for one in behind)))
    return lists


def _both(ratio: Ratio) -> list[tuple[str, Measure]]:
    return [(_("Tử số"), ratio.numerator), (_("Mẫu số"), ratio.denominator)]


def _record_rows(behind: list[Behind]) -> list[RecordRow]:
    """One row for each record that does not come to nothing: what arrived before a period and left before it is not in the number."""
    of_record: dict[UUID, list[Behind]] = {}
    for one in behind:
        of_record.setdefault(one.source, []).append(one)
    together = [(parts, sum(part.weight for part in parts)) for parts in of_record.values()]
    return [_record_row(replace(parts[0], weight=weight), _events(parts)) for parts, weight in together if weight]


def _events(parts: list[Behind]) -> str:
    """The steps that count for a record, oldest first."""
    return "; ".join(", ".join(name for names in steps_stating(part.kind).values() for name in names) for part in reversed(parts))


def _record_row(one: Behind, event: str) -> RecordRow:
    if one.record is None:
        return RecordRow(one, "", "", "", event)
    kind = registry.kind_of(one.record.kind)
    state = _("Đã rút mọi bước") if one.record.state == VOID else procedure_of(one.record).state(one.record.state).label
    try:
        url = reverse(kind.detail_url, args=[one.record.code])
    except NoReverseMatch:
        url = ""
    return RecordRow(one, kind.label, state, url, event)


def usual_periods(today: date) -> list[tuple[str, Period]]:
    """Periods of the administrative calendar that offices ask for, around a day, with their names."""
    from_year = today.year + (today >= date(today.year, 12, 15))
    return [named for year in (from_year, from_year - 1) for named in _periods_of_year(year) if named[1].start <= today]


def _periods_of_year(year: int) -> list[tuple[str, Period]]:
    kinds = [("half_year", 2), ("half_year", 1), ("year", 1)]
    return [(name_of_period(kind, year, index), period_of("administrative", kind, year, index)) for kind, index in kinds]
