"""Why the law does not allow a step after those before it. Pure, like `course`; each refusal names the article that asks for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lachan.foundation.errors import Refused
from lachan.foundation.numerals import format_date
from lachan.foundation.sources import Source
from lachan.foundation.terms import DEFAULT_READING, Reading, Term
from lachan.procedures.course import (
    VOID,
    Clock,
    Taken,
    clocks_of,
    conditions,
    is_after,
    is_possible,
    next_extension,
    prolonged_end,
    state_after,
)
from lachan.procedures.model import Extension, Facts, Procedure, Step, Variant


@dataclass(frozen=True)
class Objection:
    """`code` is a stable slug, `message` says in Vietnamese what is wrong, `source` where that stands; None for plain order of days."""

    code: str
    message: str
    source: Source | None = None


def objection(
    procedure: Procedure, course: Sequence[Taken], step: Taken, facts: Facts, reading: Reading = DEFAULT_READING
) -> Objection | None:
    """What stands against a step after a course that was allowed; None when nothing does.

    The order is judged as the law does, which does not forbid all that the usual order leaves out (`Step.tolerated`).
    """
    spec = procedure.step(step.code)
    return (
        _out_of_order(procedure, course, spec)
        or _before_previous(course, step)
        or _wrong_body(spec.by | spec.by_exception, step, spec.label, spec.source)
        or term_objection(procedure, course, step, facts, reading)
    )


def term_objection(
    procedure: Procedure, course: Sequence[Taken], step: Taken, facts: Facts, reading: Reading = DEFAULT_READING
) -> Objection | None:
    """What the terms have against a step that its order allows: taken before its time, a prolongation that the law does not give."""
    spec = procedure.step(step.code)
    if spec.once and any(each.code == step.code for each in course):
        return Objection("already-taken", f"Bước “{spec.label}” chỉ thực hiện một lần và đã được thực hiện.", spec.source)
    clocks = clocks_of(procedure, course, facts, reading)
    known = conditions(procedure, [*course, step], facts)[-1]
    prolonged = [limit.code for limit in procedure.limits if any(row.step == step.code for row in limit.extensions)]
    running = {clock.limit.code: clock for clock in clocks if clock.ended is None}
    return _too_early(spec, step, running) or next(
        (found for code in prolonged if (found := _prolonging(spec, step, running.get(code), known, reading))), None
    )


def _out_of_order(procedure: Procedure, course: Sequence[Taken], spec: Step) -> Objection | None:
    state = state_after(procedure, course, is_tolerant=True)
    if is_possible(spec, "" if state == VOID else state, is_tolerant=True):
        return None
    if state == VOID:
        return Objection("out-of-order", f"Bước “{spec.label}” không thể là bước đầu tiên của hồ sơ ({spec.source}).", spec.source)
    here = procedure.state(state).label
    return Objection(
        "out-of-order", f"Bước “{spec.label}” không thực hiện được khi hồ sơ ở trạng thái “{here}” ({spec.source}).", spec.source
    )


def _before_previous(course: Sequence[Taken], step: Taken) -> Objection | None:
    previous = course[-1] if course else None
    if previous is None or step.on > previous.on:
        return None
    if step.on == previous.on and not (step.at and previous.at and step.at < previous.at):
        return None
    before = f"{previous.at:%H:%M} {format_date(previous.on)}" if step.on == previous.on else format_date(previous.on)
    return Objection("before-previous", f"Bước này không được trước bước liền trước ({before}).")


def _wrong_body(allowed: frozenset[str], step: Taken, label: str, source: Source) -> Objection | None:
    if not allowed or not step.by or step.by & allowed:
        return None
    return Objection("wrong-body", f"Cơ quan đã ghi không có thẩm quyền thực hiện bước “{label}” ({source}).", source)


def _too_early(spec: Step, step: Taken, running: dict[str, Clock]) -> Objection | None:
    clock = running.get(spec.waits_for)
    if clock is None or is_after(step.on, clock.end.legal_end):
        return None
    message = f"Chưa thể ghi “{spec.label}”: {clock.limit.label.lower()} còn hạn đến hết ngày {format_date(clock.end.legal_end)} ({clock.source})."
    return Objection("before-term", message, clock.source)


def _prolonging(spec: Step, step: Taken, clock: Clock | None, known: Facts, reading: Reading) -> Objection | None:
    if clock is None or clock.is_stopped:
        return Objection("no-running-term", f"Không có thời hạn nào đang chạy để “{spec.label}” ({spec.source}).", spec.source)
    found = next_extension(clock, step.code, known)
    if found is None:
        if not clock.prolonged_by.count(step.code):
            message = f"Luật không cho kéo dài thời hạn này ({clock.source})."
            return Objection("extension-not-allowed", message, clock.source)
        message = f"Đã kéo dài đủ số lần mà luật cho phép: {clock.prolonged_by.count(step.code)} lần ({clock.source})."
        return Objection("extension-too-many", message, clock.source)
    row, variant = found
    source = variant.source or row.source or clock.source
    if step.data.get("days") and step.data.get("months"):
        return Objection("extension-two-units", "Ghi số tháng hoặc số ngày kéo dài, không ghi cả hai.", source)
    if step.asked_on > step.on:
        return Objection("asked-after-step", "Ngày đề nghị phải trước hoặc bằng ngày thực hiện.", source)
    return (
        _out_of_turn(row, clock, source)
        or _not_granted(row, step, spec, source)
        or _too_late(row, clock, step.asked_on, source)
        or _too_long(row, variant, clock, step, reading, source)
    )


def _out_of_turn(row: Extension, clock: Clock, source: Source) -> Objection | None:
    if not row.follows or row.follows in clock.prolonged_by:
        return None
    return Objection("extension-out-of-turn", f"Chỉ gia hạn sau khi thời hạn đã được kéo dài lần đầu ({source}).", source)


def _not_granted(row: Extension, step: Taken, spec: Step, source: Source) -> Objection | None:
    """Rows for a body of their own want to know that it was that body; elsewhere an unnamed body passes."""
    if row.by - spec.by and not step.by & row.by:
        message = f"Lần này chỉ cơ quan có thẩm quyền cao hơn mới được “{spec.label}” ({source})."
        code = "extension-by-wrong-body" if step.by else "extension-too-many"
        return Objection(code, message, source)
    return _wrong_body(row.by, step, spec.label, source)


def _too_late(row: Extension, clock: Clock, asked_on: date, source: Source) -> Objection | None:
    """Counted back from the legal end: nothing is refused that the law allows because of the careful desk's day."""
    last = _day(clock.end.legal_end)
    latest = last - timedelta(days=row.latest_days_before)
    if asked_on <= latest:
        return None
    how = f" ít nhất {row.latest_days_before} ngày" if row.latest_days_before else ""
    message = (
        f"Đề nghị ngày {format_date(asked_on)} là quá muộn: thời hạn hết ngày {format_date(last)}, "
        f"phải đề nghị trước khi hết hạn{how}, chậm nhất ngày {format_date(latest)} ({source})."
    )
    return Objection("extension-asked-too-late", message, source)


def _too_long(row: Extension, variant: Variant, clock: Clock, step: Taken, reading: Reading, source: Source) -> Objection | None:
    try:
        term: Term = step.term or variant.term
        end = prolonged_end(clock, row, term, reading)
    except Refused as refused:
        return Objection(refused.code, refused.message, source)
    longest = prolonged_end(clock, row, variant.term, reading)
    if end.unmoved_end > longest.unmoved_end:
        message = f"Kéo dài {term} là quá dài: không quá {variant.term}, tức đến ngày {format_date(_day(longest.unmoved_end))} ({source})."
        return Objection("extension-too-long", message, source)
    if end.unmoved_end <= clock.end.unmoved_end:
        message = (
            f"Kéo dài {term} không làm thời hạn dài hơn: thời hạn đang hết ngày {format_date(_day(clock.end.unmoved_end))} ({source})."
        )
        return Objection("extension-shortens", message, source)
    return None


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
