"""The days of a plan in their order: what units owe, periods, days of action, the end of the plan."""

from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from lachan.foundation.numerals import format_date
from lachan.foundation.periods import Period
from lachan.interface.deadlines import short_day, text_of
from lachan.interface.elements import Event
from lachan.program.models import Demand, Plan
from lachan.program.queries import DueDay
from lachan.program.recurrences import occurrences


def timeline_of(plan: Plan, days: list[DueDay], others: list[Demand], *, now: datetime) -> list[Event]:
    """Events of the plan, past ones filled, the next one marked, foreseen ones dashed; what names no day stands last."""
    today = now.date()
    dated: list[tuple[date, date, Event]] = [_owed(plan, day, now) for day in days]
    undated: list[Event] = []
    for demand in others:
        found = list(_milestones(plan, demand, now))
        dated += found
        if not found:
            undated.append(Event(title=_capital(demand.text), meta=_("Không ghi ngày cụ thể"), kind="f"))
    if plan.period_end:
        event = Event(
            title=f"{short_day(plan.period_end, today)} {_('Kết thúc kế hoạch')}",
            meta=_ahead(plan.period_end, now),
            kind="k" if plan.period_end < today else "f",
        )
        dated.append((plan.period_end, plan.period_end, event))
    dated.sort(key=lambda row: (row[0], row[1]))
    return [event for _start, _end, event in dated] + undated


def _owed(plan: Plan, day: DueDay, now: datetime) -> tuple[date, date, Event]:
    today = now.date()
    counts = _("%(sent)d/%(total)d đơn vị đã gửi") % {"sent": day.sent, "total": day.total}
    if day.is_before_issue:
        note = _("Trước ngày ban hành, không tính quá hạn")
    elif day.overdue:
        note = _("%(count)d đơn vị quá hạn") % {"count": day.overdue}
    elif day.late:
        note = _("%(count)d đơn vị gửi chậm") % {"count": day.late}
    else:
        note = "" if day.last_day < today else _ahead(day.last_day, now)
    kind = "k" if day.last_day < today else "h" if (day.last_day - today).days <= 7 else "f"
    url = reverse("program:board", args=[plan.pk])
    event = Event(title=f"{short_day(day.due_on, today)} {day.label}", note=counts, meta=note, kind=kind, url=url)  # type: ignore[arg-type]
    return day.due_on, day.due_on, event


def _milestones(plan: Plan, demand: Demand, now: datetime) -> list[tuple[date, date, Event]]:
    today, title = now.date(), _capital(demand.what or demand.text)
    if demand.kind == Demand.Kind.EVENT and demand.what:
        title = f"{title} {demand.text}"
    spans: list[tuple[date, date]] = []
    if demand.starts_on and demand.due_on:
        spans = [(demand.starts_on, demand.due_on)]
    elif demand.due_on:
        spans = [(demand.due_on, demand.due_on)]
    elif demand.recurrence and plan.period_start and plan.period_end:
        span = Period(plan.period_start, date.fromordinal(plan.period_end.toordinal() + 1))
        spans = [(each.due_on, each.due_on) for each in occurrences(demand.recurrence, span)]
    return [(start, end, _milestone(title, start, end, today, now)) for start, end in spans]


def _milestone(title: str, start: date, end: date, today: date, now: datetime) -> Event:
    days = short_day(start, today) if start == end else f"{short_day(start, today)} – {short_day(end, today)}"
    if start <= today <= end and start != end:
        return Event(title=f"{days} {title}", meta=_("Đang diễn ra, đến hết %(day)s") % {"day": format_date(end)}, kind="h")
    return Event(title=f"{days} {title}", meta="" if end < today else _ahead(start, now), kind="k" if end < today else "f")


def _ahead(day: date, now: datetime) -> str:
    left = (day - now.date()).days
    return text_of(day, now) if 0 <= left <= 7 else _("Còn %(days)d ngày") % {"days": left} if left > 0 else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
