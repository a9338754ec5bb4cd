"""What pages ask of plans: how far a review is, where the targets stand, who does what, who has sent what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.access.policy import units_for
from lachan.documents.queries import text_of
from lachan.foundation.errors import NotAllowed
from lachan.foundation.numerals import format_date
from lachan.organisations.models import Unit
from lachan.organisations.queries import communes_of, known_gaps, members_of, unit_successors
from lachan.program.goals import Verdict, judge_count, judge_rate
from lachan.program.models import Correction, Demand, DraftItem, Duty, Plan, Target, Task, TaskRole
from lachan.program.querysets import committees_served_by
from lachan.statistics.queries import Figure, figures

Kind, State = DraftItem.Kind, DraftItem.State
_COMMUNES = re.compile(r"\b(?P<count>\d{1,3}) (?:phường, xã|xã, phường)(?:, thị trấn)?")


def visible_plan(pk: int, *, actor: Account, on: date) -> Plan:
    """The plan with this key among those that the actor may see. Raises NotAllowed: unseen and unknown are one answer."""
    plan = Plan.objects.visible_to(actor, on=on).filter(pk=pk).first()
    if plan is None:
        raise NotAllowed(_("Không tìm thấy kế hoạch."), code="not-visible")
    return plan


def may_do(plan: Plan, act: str, *, actor: Account, on: date) -> bool:
    """May the actor do `act` for the plan's committee?"""
    return actor.may(act) and committees_served_by(actor, act, on=on).filter(pk=plan.committee_id).exists()


@dataclass(frozen=True)
class ReviewState:
    """How far the review of a draft is. `doubts_left` hold it up; `sure_left` are accepted with the confirmation."""

    total: int
    decided: int
    doubts_left: int
    sure_left: int


def review_state(items: Iterable[DraftItem]) -> ReviewState:
    rows = list(items)
    opened = [item for item in rows if item.is_open]
    doubts = sum(item.is_doubtful for item in opened)
    return ReviewState(len(rows), len(rows) - len(opened), doubts, len(opened) - doubts)


def chosen_units(plan: Plan) -> dict[str, str]:
    """Codes of the units that reviewers of the plan chose for names which the register does not know, by the name; the last word counts."""
    corrections = Correction.objects.filter(item__plan=plan).order_by("id").values_list("after", flat=True)
    return {written: code for after in corrections for written, code in (after.get("units") or {}).items()}


def register_gaps(plan: Plan, *, on: date) -> list[str]:
    """What the register of areas lacks of the plan's place on its day, in words for the screen.

    A number of communes that the paper gives is held against the register's; then come the gaps that the register knows of.
    """
    area, day = plan.committee.area, plan.document.issued_on or on
    if area is None:
        return []
    found = communes_of(area, on=day).count()
    said = _COMMUNES.search(text_of(plan.document))
    notes = [gap.text for gap in known_gaps(area, on=day)]
    if said and int(said["count"]) != found:
        note = _("Văn bản ghi %(said)s; danh mục ngày %(day)s có %(found)d. Đối chiếu trước khi đôn đốc đơn vị còn thiếu.")
        notes.insert(0, note % {"said": said.group().strip(), "day": format_date(day), "found": found})
    return notes


@dataclass(frozen=True)
class Measured:
    """A target with what the ledger says of it; `figure` None while no figure is bound or the plan has not begun."""

    target: Target
    figure: Figure | None
    verdict: Verdict | None


def measured_targets(plan: Plan, *, on: date) -> list[Measured]:
    """The measurable targets of a plan, each with its figure for the committee's place from the plan's first day up to `on`."""
    targets = list(plan.targets.exclude(op=Target.Op.QUALITATIVE))
    period = plan.period_until(on)
    codes = {target.indicator_code for target in targets if target.indicator_code}
    found = figures(codes, unit=plan.committee, period=period) if period and codes else {}
    return [judged(target, found.get(target.indicator_code)) for target in targets]


def judged(target: Target, figure: Figure | None) -> Measured:
    """A target beside the figure that its indicator has in some period, and whether that reaches it."""
    if figure is None:
        return Measured(target, None, None)
    if figure.is_ratio:
        return Measured(target, figure, judge_rate(target, figure.numerator or 0, figure.denominator or 0))
    return Measured(target, figure, judge_count(target, int(figure.value or 0)))


@dataclass
class AgencyRow:
    """An agency (or a group, as written) with its tasks; `successors` answer for it today where it is gone."""

    name: str
    unit: Unit | None
    is_group: bool
    leads: list[Task] = field(default_factory=list)
    joins: list[Task] = field(default_factory=list)
    successors: tuple[Unit, ...] = ()

    @property
    def is_gone(self) -> bool:
        return bool(self.successors) and self.unit not in self.successors


def tasks_of(plan: Plan) -> list[Task]:
    """The tasks in the order of the text, each with its roles read along."""
    return list(plan.tasks.prefetch_related("roles__unit"))


def tasks_by_agency(tasks: Iterable[Task], *, on: date) -> list[AgencyRow]:
    """Who leads and who joins in, those with most to lead first; groups and unknown names under the words of the plan."""
    rows: dict[str, AgencyRow] = {}
    for task in tasks:
        for role in task.roles.all():
            name = role.unit.short_name if role.unit else role.written[:1].upper() + role.written[1:]
            key = f"unit:{role.unit_id}" if role.unit else name.lower()
            row = rows.setdefault(key, AgencyRow(name, role.unit, role.is_group))
            (row.leads if role.role == TaskRole.Role.LEAD else row.joins).append(task)
    for row in rows.values():
        if row.unit and row.unit.valid_to and row.unit.valid_to <= on:
            row.successors = tuple(each.unit for each in unit_successors(row.unit, on=on))
    return sorted(rows.values(), key=lambda row: (-len(row.leads), -len(row.joins), row.name))


@dataclass(frozen=True)
class DueDay:
    """One day on which the units owe the same thing: how many, how many sent, how many of these late, how many are overdue today."""

    kind: str
    due_on: date
    label: str
    last_day: date
    is_before: bool
    is_before_issue: bool
    total: int
    sent: int
    late: int
    overdue: int

    @property
    def left(self) -> int:
        return self.total - self.sent

    @property
    def term(self) -> str:
        """ "trước 12/9/2024", or the day alone where the paper does not say "trước"."""
        day = format_date(self.due_on)
        return _("trước %(day)s") % {"day": day} if self.is_before else day

    @property
    def what(self) -> str:
        """The label within a sentence: "báo cáo quý I năm 2024"."""
        return f"{self.label[:1].lower()}{self.label[1:]}"


def due_days(plan: Plan, *, on: date) -> list[DueDay]:
    """The days on which units owe something under a plan, in order."""
    days: dict[tuple[str, date], list[Duty]] = {}
    for duty in duties_of(plan):
        days.setdefault((duty.kind, duty.due_on), []).append(duty)
    found = [_due_day(duties, on) for duties in days.values()]
    return sorted(found, key=lambda day: (day.due_on, day.kind))


def _due_day(duties: list[Duty], on: date) -> DueDay:
    one = duties[0]
    sent = [duty for duty in duties if duty.status == Duty.Status.SENT]
    overdue = 0 if one.is_before_issue or on <= one.last_day else len(duties) - len(sent)
    late = sum(duty.is_late for duty in sent)
    return DueDay(
        one.kind, one.due_on, one.label, one.last_day, one.demand.is_before, one.is_before_issue, len(duties), len(sent), late, overdue
    )


def duties_of(plan: Plan) -> QuerySet[Duty]:
    """What the units owe or have sent under a plan."""
    duties = Duty.objects.filter(demand__plan=plan).exclude(status=Duty.Status.REPLACED)
    return duties.select_related("unit__area", "demand").order_by("due_on", "unit__code")


@dataclass
class UnitRow:
    """One unit on the board: its duty on each due day, None where it owes nothing."""

    unit: Unit
    cells: list[Duty | None]


@dataclass(frozen=True)
class Board:
    """Units by due days: the committee's members first, then the units of the place."""

    days: list[DueDay]
    groups: list[tuple[str, list[UnitRow]]]


def board(plan: Plan, *, actor: Account, on: date) -> Board:
    """All units for whoever oversees them; others see their own."""
    days = due_days(plan, on=on)
    duties = duties_of(plan)
    if not may_do(plan, "duty.oversee", actor=actor, on=on):
        duties = duties.filter(unit__in=units_for(actor, "duty.view", on=on))
    columns = {(day.kind, day.due_on): place for place, day in enumerate(days)}
    rows: dict[int, UnitRow] = {}
    for duty in duties:
        row = rows.setdefault(duty.unit_id, UnitRow(duty.unit, [None] * len(days)))
        row.cells[columns[duty.kind, duty.due_on]] = duty
    seats = set(members_of(plan.committee, on=plan.document.issued_on or on).values_list("member", flat=True))
    members = [row for pk, row in rows.items() if pk in seats]
    others = [row for pk, row in rows.items() if pk not in seats]
    return Board(days, [group for group in (("members", members), ("others", others)) if group[1]])


def open_duties(actor: Account) -> QuerySet[Duty]:
    """What the actor's own unit still owes, nearest first; days that had passed when the plan was issued do not press."""
    owed = Duty.objects.owed().of_actor(actor).filter(is_before_issue=False)
    return owed.select_related("demand__plan__document", "unit").defer("demand__plan__document__content", "demand__plan__document__text")


def milestones(plan: Plan) -> list[Demand]:
    """Demands that make no duties: periods, days of action, days as such, and what names no day."""
    return list(plan.demands.exclude(kind__in=[Demand.Kind.OWN_PLAN, Demand.Kind.REPORT]))


def sent_counts(plans: Iterable[Plan]) -> dict[int, tuple[int, int]]:
    """For each plan how many duties that press were sent, and how many there are."""
    counts = (
        Duty.objects.in_force()
        .filter(demand__plan__in=list(plans), is_before_issue=False)
        .order_by()
        .values("demand__plan")
        .annotate(total=Count("pk"), sent=Count("pk", filter=Q(status=Duty.Status.SENT)))
    )
    return {row["demand__plan"]: (row["sent"], row["total"]) for row in counts}
