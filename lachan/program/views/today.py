"""Việc hôm nay: what is overdue, what falls due, what waits for the account's decision."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lachan.access.models import Account
from lachan.access.requests import SignedInRequest
from lachan.foundation import clock
from lachan.foundation.numerals import format_date
from lachan.interface import deadlines
from lachan.procedures import registry
from lachan.procedures.models import Record, RunningClock
from lachan.procedures.projection import details_of
from lachan.procedures.queries import RUNNING, is_over
from lachan.procedures.terms_shown import end_of_row
from lachan.program.models import Duty, Plan
from lachan.program.queries import due_days, open_duties, review_state
from lachan.program.querysets import committees_served_by

DAYS_AHEAD = 7
STRIP_DAYS = 14
MOST_ROWS = 20
WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


@dataclass(frozen=True)
class Work:
    """A row of the day's list. `due` is the end that a careful desk works to; `is_law` tells a legal term from a plan's day."""

    due: date | datetime
    title: str
    note: str
    url: str
    action: str
    is_law: bool

    @property
    def day(self) -> date:
        return timezone.localtime(self.due).date() if isinstance(self.due, datetime) else self.due

    def level(self, now: datetime) -> str:
        return deadlines.level_of(self.due, now)


@require_safe
def today(request: SignedInRequest) -> HttpResponse:
    """One sentence, the next two weeks at a glance, and the work by urgency."""
    now = clock.now()
    account = request.user
    work = sorted([*_clocks(account, now), *_duties(account)], key=lambda row: (row.day, _moment(row.due), row.title))
    groups = _groups(work, now)
    context = {
        "now": now,
        "weekday": _weekday(now.date()),
        "groups": groups,
        "counts": {code: len(rows) for code, _label, rows in groups},
        "nearest": _nearest(work, now),
        "strip": _strip(work, now),
        "most": MOST_ROWS,
        **_overseen(account, now.date()),
    }
    return render(request, "program/today.html", context)


def _clocks(account: Account, now: datetime) -> list[Work]:
    """Running legal clocks of the records that the account sees and that are not over."""
    records = Record.objects.visible_to(account).live().exclude(is_over())
    until = now + timedelta(days=STRIP_DAYS + 1)
    rows = RunningClock.objects.filter(RUNNING, record__in=records, due_at__lt=until).select_related(
        "record__area", "record__holder", *_tables()
    )
    return [_clock(row, now) for row in rows]


def _tables() -> list[str]:
    """The tables of the kinds of record, whose titles need them."""
    kinds = registry.kinds().values()
    return [f"record__{kind.code}" for kind in kinds] + [f"record__{kind.code}__{path}" for kind in kinds for path in kind.related]


def _clock(row: RunningClock, now: datetime) -> Work:
    kind = registry.kind_of(row.record.kind)
    limit = kind.limit(row.code)
    due = end_of_row(row, kind, now)
    title = f"{limit.label}, {row.record.code}"
    place = row.record.holder.short_name or row.record.holder.name
    note = " · ".join([kind.title(details_of(row.record)), str(limit.source), place])
    return Work(due, title, note, reverse(kind.detail_url, args=[row.record.code]), _("Mở hồ sơ"), True)


def _duties(account: Account) -> list[Work]:
    if not account.may("duty.view"):
        return []
    return [_duty(duty) for duty in open_duties(account)]


def _duty(duty: Duty) -> Work:
    plan = duty.demand.plan
    note = _("Hạn %(before)s%(day)s · mục %(section)s %(plan)s") % {
        "before": _("trước ") if duty.demand.is_before else "",
        "day": format_date(duty.due_on),
        "section": duty.demand.section,
        "plan": plan,
    }
    title = _("Gửi %(what)s") % {"what": f"{duty.label[:1].lower()}{duty.label[1:]}"}
    return Work(duty.last_day, title, note, reverse("program:duty", args=[plan.pk, duty.pk]), _("Ghi đã gửi"), False)


def _groups(work: list[Work], now: datetime) -> list[tuple[str, str, list[Work]]]:
    """Overdue, today, the next seven days; what is further away is only on the strip."""
    ends = now.date() + timedelta(days=DAYS_AHEAD)
    levels = {id(row): row.level(now) for row in work}
    return [
        ("over", _("Quá hạn"), [row for row in work if levels[id(row)] == "over"]),
        ("today", _("Đến hạn hôm nay"), [row for row in work if levels[id(row)] == "today"]),
        ("soon", _("Bảy ngày tới"), [row for row in work if levels[id(row)] in {"soon", "ok"} and row.day <= ends]),
    ]


def _nearest(work: list[Work], now: datetime) -> str:
    """ "Phân loại, TB-2024-0151, còn 2 giờ 18 phút (10/6/2024)", "" when nothing lies ahead."""
    ahead = next((row for row in work if row.level(now) != "over"), None)
    if ahead is None:
        return ""
    day, words = format_date(ahead.day), deadlines.text_of(ahead.due, now)
    is_far = (ahead.day - now.date()).days > DAYS_AHEAD
    return f"{ahead.title}, {day}" if is_far else f"{ahead.title}, {words[:1].lower()}{words[1:]} ({day})"


def _strip(work: list[Work], now: datetime) -> dict[str, Any]:
    """How many terms end on each of the next fourteen days; `law` and `plan` are ranges to print one cube each."""
    first = now.date()
    days = []
    for offset in range(STRIP_DAYS):
        day = first + timedelta(days=offset)
        here = [row for row in work if row.day == day and row.level(now) != "over"]
        law = sum(row.is_law for row in here)
        days.append({"day": day, "weekday": WEEKDAYS[day.weekday()], "is_weekend": day.weekday() > 4, **_cubes(law, len(here) - law)})
    return {"overdue": range(min(9, sum(row.level(now) == "over" for row in work))), "days": days}


def _cubes(law: int, plan: int) -> dict[str, Any]:
    shown = min(law, 9)
    return {"law": range(shown), "plan": range(min(plan, 9 - shown)), "count": law + plan}


def _overseen(account: Account, today: date) -> dict[str, Any]:
    """What the standing agency watches: drafts that wait for review, and how many units sent what is or was due."""
    drafts, watched = [], []
    if account.may("program.review"):
        committees = committees_served_by(account, "program.review", on=today)
        for plan in Plan.objects.filter(status=Plan.Status.DRAFT, committee__in=committees):
            drafts.append({"plan": plan, "state": review_state(plan.items.all())})
    if account.may("duty.oversee"):
        committees = committees_served_by(account, "duty.oversee", on=today)
        for plan in Plan.objects.filter(status=Plan.Status.CONFIRMED, committee__in=committees):
            pressing = [day for day in due_days(plan, on=today) if not day.is_before_issue]
            near = [day for day in pressing if day.left and (day.due_on - today).days <= 30]
            if near:
                watched.append({"plan": plan, "days": near})
    return {"drafts": drafts, "watched": watched}


def _weekday(day: date) -> str:
    names = (_("Thứ Hai"), _("Thứ Ba"), _("Thứ Tư"), _("Thứ Năm"), _("Thứ Sáu"), _("Thứ Bảy"), _("Chủ nhật"))
    return names[day.weekday()]


def _moment(due: date | datetime) -> datetime:
    if isinstance(due, datetime):
        return due
    return timezone.make_aware(datetime.combine(due, datetime.max.time()))
