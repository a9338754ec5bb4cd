"""Going through a draft beside its source. Every act works with and without script; htmx gets the one item and the state of the page."""

from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from lachan.access.policy import require
from lachan.access.requests import SignedInRequest
from lachan.audit.operations import AlreadyDone
from lachan.documents.queries import text_of
from lachan.foundation import clock
from lachan.foundation.errors import NotAllowed, Refused
from lachan.program import operations
from lachan.program.assignees import Whom
from lachan.program.confirmation import confirm_plan
from lachan.program.forms import ItemForm, form_of
from lachan.program.models import DraftItem, Plan
from lachan.program.queries import chosen_units, may_do, register_gaps, review_state, visible_plan
from lachan.program.source import paper_lines
from lachan.program.wording import ItemRow, row_of

Kind = DraftItem.Kind
TABS = {
    "xem-lai": (_("Cần xem lại"), None),
    "chi-tieu": (_("Chỉ tiêu"), (Kind.TARGET, Kind.OBJECTIVE)),
    "nhiem-vu": (_("Nhiệm vụ"), (Kind.TASK,)),
    "thoi-han": (_("Thời hạn"), (Kind.DEADLINE,)),
    "van-ban": (_("Văn bản"), (Kind.FIELD, Kind.FLAG)),
}
# Tabs to which a missed item can be added, and its kind.
ADDED = {"chi-tieu": Kind.TARGET, "nhiem-vu": Kind.TASK, "thoi-han": Kind.DEADLINE}
# What a tab shows after everything else.
LAST = {Kind.OBJECTIVE, Kind.FLAG}
ACTS = {"duyet": operations.accept_item, "bo": operations.drop_item, "xem-lai": operations.reopen_item}


@require_safe
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    """Source and items side by side; `muc` is the tab, `sua` the item whose form is open."""
    plan = _reviewed(request, pk)
    if plan.status != Plan.Status.DRAFT:
        return HttpResponseRedirect(reverse("program:document", args=[plan.pk]))
    editing = request.GET.get("sua", "")
    item = plan.items.filter(pk=editing).first() if editing.isdigit() else None
    return render(request, "program/review.html", _page(request, plan, form=_form(plan, item) if item else None, edited=item))


@require_safe
def item(request: SignedInRequest, pk: int, item: int) -> HttpResponse:
    """One item for htmx: as a row, or with `sua` as a form."""
    plan = _reviewed(request, pk)
    found = get_object_or_404(plan.items.prefetch_related("corrections__by"), pk=item)
    form = _form(plan, found) if "sua" in request.GET else None
    return render(request, "program/parts/item.html", _item(request, plan, found, form=form))


@require_POST
def decide(request: SignedInRequest, pk: int, item: int, act: str) -> HttpResponse:
    """Accept, drop or take up again."""
    plan = _reviewed(request, pk)
    found = get_object_or_404(plan.items, pk=item)
    if act not in ACTS:
        raise Http404
    with suppress(AlreadyDone):
        ACTS[act](found, actor=request.user, now=clock.now(), revision=_revision(request), token=_token(request))
    return _answer(request, plan, found)


@require_POST
def correct(request: SignedInRequest, pk: int, item: int) -> HttpResponse:
    """Enter what the paper says."""
    plan = _reviewed(request, pk)
    found = get_object_or_404(plan.items.prefetch_related("corrections__by"), pk=item)
    form = _form(plan, found, request.POST)
    if form is None:
        raise Http404
    if form.is_valid():
        try:
            operations.correct_item(
                found,
                form.entered(),
                actor=request.user,
                now=clock.now(),
                revision=form.cleaned_data["revision"],
                token=form.cleaned_data["token"],
            )
            return _answer(request, plan, found)
        except AlreadyDone:
            return _answer(request, plan, found)
        except NotAllowed:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else _shown_as(refused.field, form), refused.message)
            status = refused.status
    else:
        status = 422
    if request.htmx:
        return render(request, "program/parts/item.html", _item(request, plan, found, form=form), status=status)
    return render(request, "program/review.html", _page(request, plan, form=form, edited=found), status=status)


@require_POST
def accept_sure(request: SignedInRequest, pk: int) -> HttpResponse:
    """Accept all items without a doubt, of the tab's kinds."""
    plan = _reviewed(request, pk)
    with suppress(AlreadyDone):
        operations.accept_sure(plan, actor=request.user, now=clock.now(), token=_token(request))
    return HttpResponseRedirect(_back(request, plan))


@require_POST
def add(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    """Begin an item that the reader missed, with its form open."""
    plan = _reviewed(request, pk)
    if kind not in ADDED:
        raise Http404
    try:
        added = operations.add_item(plan, ADDED[kind], actor=request.user, now=clock.now(), token=_token(request))
    except AlreadyDone as done:
        added = plan.items.get(ordinal=done.entry.details["item"])
    return HttpResponseRedirect(f"{reverse('program:review', args=[plan.pk])}?muc={kind}&sua={added.pk}#i{added.ordinal}")


@require_POST
def discard(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give the draft up."""
    plan = _reviewed(request, pk)
    with suppress(AlreadyDone):
        operations.discard_plan(plan, actor=request.user, now=clock.now(), token=_token(request))
    return HttpResponseRedirect(reverse("program:list"))


@require_POST
def confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put the plan into the programme; a refusal stands at the head of the page."""
    plan = _reviewed(request, pk)
    try:
        with suppress(AlreadyDone):
            confirm_plan(plan, actor=request.user, now=clock.now(), token=_token(request))
    except NotAllowed:
        raise
    except Refused as refused:
        context = _page(request, plan) | {"refusal": refused.message}
        return render(request, "program/review.html", context, status=refused.status)
    return HttpResponseRedirect(reverse("program:plan", args=[plan.pk]))


def _reviewed(request: SignedInRequest, pk: int) -> Plan:
    """The plan, for accounts that may review it; for all others there is none."""
    require(request.user, "program.review")
    plan = visible_plan(pk, actor=request.user, on=clock.today())
    if not may_do(plan, "program.review", actor=request.user, on=clock.today()):
        raise NotAllowed("", code="not-reviewer")
    return plan


def _page(request: SignedInRequest, plan: Plan, *, form: ItemForm | None = None, edited: DraftItem | None = None) -> dict[str, Any]:
    items = list(plan.items.prefetch_related("corrections__by"))
    tab = request.GET.get("muc", "xem-lai")
    tab = tab if tab in TABS else "xem-lai"
    if edited and not _is_in(edited, tab):
        tab = next(code for code in TABS if _is_in(edited, code))
    whom = _whom(plan)
    shown = [each for each in items if _is_in(each, tab)]
    shown.sort(key=lambda each: (not (each.is_open and each.is_doubtful), each.kind in LAST, each.ordinal))
    first = next((each.pk for each in shown if each.is_open), None)
    rows = [_row(each, whom, form=form if edited and each.pk == edited.pk else None, is_first=each.pk == first) for each in shown]
    doubtful = frozenset(each.ordinal for each in items if each.is_open and each.is_doubtful)
    today = clock.today()
    return _state(plan, items) | {
        "tab": tab,
        "rows": rows,
        "form": form,
        "lines": paper_lines(text_of(plan.document), items, doubtful=doubtful),
        "gaps": register_gaps(plan, on=today),
        "may_confirm": may_do(plan, "program.confirm", actor=request.user, on=today),
        "can_add": tab in ADDED,
        "token": uuid4(),
    }


def _item(request: SignedInRequest, plan: Plan, item: DraftItem, *, form: ItemForm | None = None) -> dict[str, Any]:
    return {"plan": plan, "tab": request.GET.get("muc", "xem-lai"), "row": _row(item, _whom(plan), form=form)}


def _state(plan: Plan, items: list[DraftItem]) -> dict[str, Any]:
    state = review_state(items)
    counts = [
        (code, label, state.doubts_left if kinds is None else sum(each.kind in kinds for each in items))
        for code, (label, kinds) in TABS.items()
    ]
    return {"plan": plan, "state": state, "tabs": counts}


def _row(item: DraftItem, whom: Whom, *, form: ItemForm | None = None, is_first: bool = False) -> dict[str, Any]:
    shown: ItemRow = row_of(item, whom)
    return {"item": item, "shown": shown, "form": form, "is_first": is_first, "token": uuid4()}


def _is_in(item: DraftItem, tab: str) -> bool:
    kinds = TABS[tab][1]
    return item.is_doubtful if kinds is None else item.kind in kinds


def _form(plan: Plan, item: DraftItem, data: Any = None) -> ItemForm | None:
    """The form of an item, with a question for each agency that the register does not know."""
    form, said = form_of(item, data), item.current
    if form is not None and (unknown := _whom(plan).unknown_in(said)):
        form.ask_units(unknown, chosen=said.get("units") or {}, likely=chosen_units(plan))
    return form


def _whom(plan: Plan) -> Whom:
    return Whom(plan.committee, plan.document.issued_on or clock.today())


def _answer(request: SignedInRequest, plan: Plan, item: DraftItem) -> HttpResponse:
    """For htmx the item as it now stands and the state of the page; otherwise back to the tab, at the item."""
    if not request.htmx:
        return HttpResponseRedirect(f"{_back(request, plan)}#i{item.ordinal}")
    items = list(plan.items.prefetch_related("corrections__by"))
    fresh = next(each for each in items if each.pk == item.pk)
    may_confirm = may_do(plan, "program.confirm", actor=request.user, on=clock.today())
    context = _item(request, plan, fresh) | _state(plan, items) | {"is_answer": True, "token": uuid4(), "may_confirm": may_confirm}
    return render(request, "program/parts/item_answer.html", context)


def _back(request: SignedInRequest, plan: Plan) -> str:
    tab = request.GET.get("muc", "xem-lai")
    return f"{reverse('program:review', args=[plan.pk])}?muc={tab if tab in TABS else 'xem-lai'}"


def _shown_as(field: str | None, form: ItemForm) -> str | None:
    """The input that stands for a key of the data; None puts the message at the head of the form."""
    known = {"op": "comparison", "recurrence": "days", "date": "before"}.get(field or "")
    return known if known in form.fields else None


def _token(request: SignedInRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return None


def _revision(request: SignedInRequest) -> int | None:
    text = request.POST.get("revision", "")
    return int(text) if text.isdigit() and len(text) < 10 else None
