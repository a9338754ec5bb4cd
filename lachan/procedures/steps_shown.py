"""The steps of a record as its page lists them: taken, withdrawn, possible, to come; and what happened, latest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.access.policy import units_for
from lachan.foundation.numerals import format_date, parse_vietnamese_date
from lachan.interface import deadlines
from lachan.interface.elements import Event, Phase
from lachan.organisations.models import Unit
from lachan.procedures import registry
from lachan.procedures.course import Clock, OutOfOrder, state_after
from lachan.procedures.model import Field, Procedure, State
from lachan.procedures.model import Step as StepSpec
from lachan.procedures.models import Record, Step
from lachan.procedures.projection import details_of, end_of_day, start_of_day, taken
from lachan.procedures.terms_shown import end_of_clock, moment_text

YES_NO = (("yes", _("Có")), ("no", _("Không")))


@dataclass(frozen=True, kw_only=True)
class StepRow:
    """A line of the list: "ok" taken, "gone" withdrawn, "now" wanted by a running clock, "no" possible or to come."""

    title: str
    state: Literal["ok", "gone", "now", "no"]
    status: str = ""
    level: str = ""
    lines: tuple[str, ...] = ()
    url: str = ""
    withdraw_url: str = ""


class Words:
    """What the values kept in steps mean: names of units and parties, read once for a whole record."""

    def __init__(self, record: Record, procedure: Procedure, steps: Sequence[Step]):
        self.procedure = procedure
        fields = {(spec.code, field.code): field for spec in procedure.steps for field in spec.fields}
        kept = [
            (field.kind, step.data[code]) for step in steps for (of, code), field in fields.items() if of == step.code and code in step.data
        ]
        keys = {int(value) for kind, value in kept if kind == "unit"}
        self.units = {str(unit.pk): unit.name for unit in Unit.objects.filter(pk__in=keys)} if keys else {}
        has_parties = any(kind == "party" for kind, _value in kept)
        self.parties = dict(registry.kind_of(record.kind).party_choices(details_of(record))) if has_parties else {}

    def of_value(self, field: Field, value: str) -> str:
        """A kept value in words; the value itself where nothing more is known of it."""
        if field.kind == "choice":
            return dict(field.choices).get(value, value)
        if field.kind == "date":
            return format_date(parse_vietnamese_date(value))
        named = {"unit": self.units, "party": self.parties, "yes_no": dict(YES_NO)}.get(field.kind, {})
        return str(named.get(value, value))

    def of_data(self, step: Step) -> list[str]:
        """ "Kết quả phân loại: Chưa rõ, phải xác minh", one line for each field that was filled."""
        spec = self.procedure.step(step.code)
        return [f"{field.label}: {self.of_value(field, step.data[field.code])}" for field in spec.fields if step.data.get(field.code)]


def step_rows(
    record: Record,
    procedure: Procedure,
    state: State,
    steps: Sequence[Step],
    *,
    possible: Sequence[StepSpec],
    mine: Sequence[StepSpec],
    running: Sequence[Clock],
    words: Words,
    actor: Account,
    now: datetime,
) -> list[StepRow]:
    """Steps taken in their order, then those possible now, then the stages that follow."""
    withdrawable = _withdrawable(procedure, steps, actor)
    rows = [_taken_row(record, step, procedure, words, can_withdraw=step.pk in withdrawable) for step in steps]
    if state.is_final:
        return rows
    done = {step.code for step in steps if not hasattr(step, "withdrawal")}
    rows += [_possible_row(record, spec, spec in mine, running, now) for spec in possible if spec.code not in done or spec.to]
    targets = [procedure.state(spec.to) for spec in possible if spec.to]
    reached = min((target.stage for target in targets if target.stage > state.stage and not target.is_final), default=state.stage)
    rows += [StepRow(title=stage, state="no", status=_("Giai đoạn sau")) for stage in procedure.stages[reached + 1 :]]
    return rows


def _withdrawable(procedure: Procedure, steps: Sequence[Step], actor: Account) -> set[int]:
    """Keys of the steps that the actor may withdraw and on which no other rests."""
    units = units_for(actor, "step.withdraw") if actor.may("step.withdraw") else set()
    effective = [step for step in steps if not hasattr(step, "withdrawal")]
    return {step.pk for step in effective if step.unit_id in units and _holds_without(procedure, effective, step)}


def _holds_without(procedure: Procedure, effective: Sequence[Step], gone: Step) -> bool:
    try:
        state_after(procedure, taken([step for step in effective if step is not gone]))
    except OutOfOrder:
        return False
    return True


def _taken_row(record: Record, step: Step, procedure: Procedure, words: Words, *, can_withdraw: bool) -> StepRow:
    spec = procedure.step(step.code)
    lines = words.of_data(step)
    if step.decision_number:
        lines.append(_("Quyết định số %(number)s") % {"number": step.decision_number})
    lines.append(f"{step.unit.name} · {step.taker.full_name}")
    status = moment_text(step.at or step.on)
    if hasattr(step, "withdrawal"):
        away = step.withdrawal
        lines.append(
            _("Đã rút %(when)s, %(who)s: %(why)s")
            % {"when": moment_text(away.recorded_at), "who": away.taker.full_name, "why": away.reason}
        )
        return StepRow(title=spec.done, state="gone", status=status, lines=tuple(lines))
    url = reverse("procedures:withdraw", args=[record.code, step.pk]) if can_withdraw else ""
    return StepRow(title=spec.done, state="ok", status=status, lines=tuple(lines), withdraw_url=url)


def _possible_row(record: Record, spec: StepSpec, is_mine: bool, running: Sequence[Clock], now: datetime) -> StepRow:
    clock = next((clock for clock in running if clock.limit.ends == {spec.code} and not clock.is_stopped), None)
    url = reverse("procedures:step", args=[record.code, spec.code]) if is_mine else ""
    waits_for = "" if is_mine else _("Chờ %(who)s") % {"who": functions_of(spec)}
    lines = (waits_for,) if waits_for else ()
    if clock is None:
        return StepRow(title=spec.label, state="no", url=url, lines=lines)
    end = end_of_clock(clock, now)
    return StepRow(
        title=spec.label, state="now", status=deadlines.text_of(end, now), level=deadlines.level_of(end, now), url=url, lines=lines
    )


def functions_of(spec: StepSpec) -> str:
    """ "Biên phòng, Công an (cấp huyện, cấp tỉnh)": the kinds of unit that the declaration names for a step."""
    levels: dict[str, list[str]] = {}
    for named in sorted(spec.by):
        function, _colon, level = named.partition(":")
        levels.setdefault(str(Unit.Function(function).label), []).extend([str(Unit.Level(level).label)] if level else [])
    return ", ".join(f"{function} ({', '.join(at)})" if at else function for function, at in sorted(levels.items()))


def events(steps: Sequence[Step], running: Sequence[Clock], words: Words, *, now: datetime) -> list[Event]:
    """The ends that lie ahead, then what was recorded, latest first."""
    ahead = [
        Event(title=_("Hết hạn: %(label)s") % {"label": clock.limit.label}, meta=moment_text(clock.end.legal_end), kind="f")
        for clock in reversed(running)
        if not clock.is_stopped and clock.status(now) == "open"
    ]
    recorded: list[tuple[datetime, Event]] = []
    for step in steps:
        spec = words.procedure.step(step.code)
        who = f"{moment_text(step.recorded_at)} · {step.taker.full_name}"
        recorded.append((step.recorded_at, Event(title=spec.done, note="; ".join(words.of_data(step)), meta=who, kind="k")))
        if hasattr(step, "withdrawal"):
            away = step.withdrawal
            who = f"{moment_text(away.recorded_at)} · {away.taker.full_name}"
            recorded.append(
                (away.recorded_at, Event(title=_("Rút bước: %(step)s") % {"step": spec.label}, note=away.reason, meta=who, kind="h"))
            )
    recorded.sort(key=lambda pair: pair[0])
    return ahead + [event for _at, event in reversed(recorded)]


def phases(procedure: Procedure, state: State, effective: Sequence[Step], clocks: Sequence[Clock], *, now: datetime) -> list[Phase]:
    """One part for each stage: the days in which the record stood in it; the current one with the share of its term that is used."""
    spans: dict[int, list[date]] = {}
    stage = -1
    for step in effective:
        target = procedure.step(step.code).to
        if target and procedure.state(target).stage != stage:
            if stage >= 0:
                spans[stage].append(step.on)
            stage = procedure.state(target).stage
            spans.setdefault(stage, []).append(step.on)
    shown = []
    for number, title in enumerate(procedure.stages):
        where: Literal["done", "current", "future"] = (
            "done" if number < state.stage or state.is_final else "current" if number == state.stage else "future"
        )
        days = spans.get(number, [])
        shown.append(
            Phase(title=title, state=where, detail=_span_text(days, where, now), share=_share(clocks, now) if where == "current" else 1.0)
        )
    return shown


def _span_text(days: Sequence[date], where: str, now: datetime) -> str:
    if not days:
        return "" if where == "future" else "–"
    today = deadlines.local_day(now)
    first, last = deadlines.short_day(days[0], today), deadlines.short_day(days[-1], today)
    if where == "current":
        return _("từ %(day)s") % {"day": first}
    return first if first == last else f"{first} – {last}"


def _share(clocks: Sequence[Clock], now: datetime) -> float:
    running = [clock for clock in clocks if clock.ended is None]
    if not running:
        return 0.5
    main = max(running, key=lambda clock: end_of_day(clock.end.legal_end))
    begun, end = start_of_day(main.started), end_of_day(main.end.legal_end)
    return min(max((timezone.localtime(now) - begun) / (end - begun), 0.04), 1.0)
