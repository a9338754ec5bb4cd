"""The list page that every kind of record shares: filters in the address, the sentence with the counts, rows by their deadline."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from django.urls import reverse

from lachan.access.requests import SignedInRequest
from lachan.interface import deadlines
from lachan.interface.paging import page_of
from lachan.organisations.models import Area
from lachan.procedures import registry
from lachan.procedures.forms import FilterForm
from lachan.procedures.models import Record, RecordQuerySet
from lachan.procedures.presentation import stage_number, state_of
from lachan.procedures.projection import details_of, procedure_of
from lachan.procedures.queries import Tally, by_deadline, is_over, is_overdue, tally
from lachan.procedures.terms_shown import end_of_row


@dataclass(frozen=True, kw_only=True)
class Row:
    """One record in a list, with the words that its declaration has for where it stands."""

    record: Record
    url: str
    title: str
    stage: int
    stages: int
    state: str
    due_level: str = ""
    due_text: str = ""
    term: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What `procedures/list.html` prints. `status` is 422 when a filter could not be read; then there are no rows."""

    kind: registry.Kind
    form: FilterForm
    tally: Tally
    page: Page
    rows: tuple[Row, ...]
    is_filtered: bool
    status: int


def list_records(
    request: SignedInRequest,
    records: RecordQuerySet,
    *,
    kind: registry.Kind,
    sort_field: str,
    sort_label: str,
    sort_choices: Sequence[tuple[str, str]],
    now: datetime,
) -> Listing:
    """The page of `records` (a queryset of the kind's model) that the request asks for. `sort_field`: the column that "sort" filters."""
    visible = records.visible_to(request.user).live()
    areas = Area.objects.filter(pk__in=visible.order_by().values("area")).order_by("path")
    form = FilterForm(request.GET, kind=kind, areas=areas, sort_label=sort_label, sort_choices=sort_choices)
    is_valid = form.is_valid()
    chosen = _filtered(visible, form.cleaned_data, sort_field, now) if is_valid else visible.none()
    page = page_of(request, by_deadline(chosen).select_related("area", "holder", *kind.related))
    return Listing(
        kind=kind,
        form=form,
        tally=tally(visible, now=now),
        page=page,
        rows=tuple(row_of(record, now=now) for record in page.object_list),
        is_filtered=any(form.cleaned_data.values()) if is_valid else True,
        status=200 if is_valid else 422,
    )


def _filtered(records: QuerySet, wanted: dict[str, Any], sort_field: str, now: datetime) -> QuerySet:
    state = wanted["state"]
    if state == "open":
        records = records.exclude(is_over())
    elif state == "overdue":
        records = records.filter(is_overdue(now))
    elif state:
        records = records.filter(state=state)
    given = {"opened_on__gte": wanted["since"], "opened_on__lte": wanted["until"], sort_field: wanted["sort"], "area": wanted["area"]}
    return records.filter(**{name: value for name, value in given.items() if value})


def row_of(record: Record, *, now: datetime) -> Row:
    """A row from a record of `by_deadline` with the row of its kind at hand; asks the database nothing."""
    kind, procedure = registry.kind_of(record.kind), procedure_of(record)
    state = state_of(procedure, record.state)
    clocks = [] if state.is_final else getattr(record, "running", [])  # put there by `by_deadline`
    due: date | datetime | None = end_of_row(clocks[0], kind, now) if clocks else None
    return Row(
        record=record,
        url=reverse(kind.detail_url, args=[record.code]),
        title=kind.title(details_of(record)),
        stage=stage_number(procedure, state),
        stages=len(procedure.stages),
        state=state.label,
        due_level=deadlines.level_of(due, now) if due else "",
        due_text=deadlines.text_of(due, now) if due else "",
        term=kind.limit(clocks[0].code).label if clocks else "",
        note=kind.note(details_of(record)),
    )
