"""What pages ask of records: one that the actor may see, lists with the nearest deadline, how many run and are late, the search."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, DateTimeField, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.foundation.errors import NotAllowed
from lachan.foundation.text import fold, nfc
from lachan.organisations.naming import split_area_type
from lachan.procedures import registry
from lachan.procedures.course import VOID
from lachan.procedures.models import Record, RecordQuerySet, RunningClock, Step

RUNNING = Q(ended_at=None, is_stopped=False)


@dataclass(frozen=True)
class Tally:
    """How many records are not over, and how many of these have a clock that has run out."""

    running: int
    overdue: int


def visible_record(records: RecordQuerySet, code: str, *, actor: Account):
    """The record with this code among those that the actor may see. Raises NotAllowed: unseen and unknown are one answer."""
    found = records.visible_to(actor).filter(code=nfc(code)).first()
    if found is None:
        raise NotAllowed(_("Không tìm thấy hồ sơ."), code="not-visible")
    return found


def is_over() -> Q:
    """Records of any kind in which nothing more is to be done."""
    over = Q(state=VOID)
    for code, kind in registry.kinds().items():
        over |= Q(kind=code, state__in=kind.final_states)
    return over


def is_overdue(now: datetime) -> Q:
    """Records that are not over and have a running clock whose end has passed."""
    late = RunningClock.objects.filter(RUNNING, record=OuterRef("pk"), due_at__lt=now)
    return ~is_over() & Q(Exists(late))


def by_deadline(records: QuerySet) -> QuerySet:
    """In the order of the nearest deadline (those that are over last, the latest opened first), with what a list row counts down to.

    Each record gets `running`, the list of its running clocks, nearest first.
    """
    nearest = RunningClock.objects.filter(RUNNING, record=OuterRef("pk")).order_by("due_at").values("due_at")[:1]
    due_at = Case(When(is_over(), then=Value(None)), default=Subquery(nearest), output_field=DateTimeField())
    running = RunningClock.objects.filter(RUNNING).order_by("due_at")
    return (
        records.annotate(due_at=due_at, is_over=Case(When(is_over(), then=Value(1)), default=Value(0)))
        .order_by("is_over", F("due_at").asc(nulls_last=True), "-opened_on", "-pk")
        .prefetch_related(Prefetch("clocks", queryset=running, to_attr="running"))
    )


def tally(records: QuerySet, *, now: datetime) -> Tally:
    """Counts of records (already limited to what the actor may see)."""
    counts = records.aggregate(running=Count("pk", filter=~is_over()), overdue=Count("pk", filter=is_overdue(now)))
    return Tally(**counts)


def overdue_by_kind(actor: Account, *, now: datetime) -> dict[str, int]:
    """Overdue records that the actor may see, by kind; asked once per request for all entries of the menu."""
    cache: dict[str, dict[str, int]] = actor.__dict__.setdefault("_overdue", {})
    if "by_kind" not in cache:
        rows = Record.objects.visible_to(actor).filter(is_overdue(now)).order_by().values_list("kind").annotate(Count("pk"))
        cache["by_kind"] = dict(rows)
    return cache["by_kind"]


def steps_of(record: Record) -> list[Step]:
    """Every step ever taken in the order of its day, withdrawn ones too (`withdrawal` is None or set)."""
    return list(record.steps.select_related("unit", "taker", "withdrawal__taker").order_by("on", "id"))


def found_by(text: str, *, actor: Account) -> QuerySet[Record]:
    """Visible records whose code, title or area has the text in it, without regard to case and diacritics. Sealed fields are not read."""
    words = fold(text)
    if not words:
        return Record.objects.none()
    _type, area = split_area_type(text)
    found = Q(code__icontains=words)
    if area:
        found |= Q(area__search_name__contains=area)
    for kind in registry.kinds().values():
        found |= Q(kind=kind.code) & kind.search(words)
    tables = list(registry.kinds())
    tables += [f"{kind.code}__{path}" for kind in registry.kinds().values() for path in kind.related]
    return by_deadline(Record.objects.visible_to(actor).live().filter(found)).select_related("area", "holder", *tables)
