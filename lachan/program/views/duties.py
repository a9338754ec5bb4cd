"""Who has sent what: the board by unit and day, and one duty with its form."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lachan.access.models import Account
from lachan.access.policy import require, units_for
from lachan.access.requests import SignedInRequest
from lachan.audit.operations import AlreadyDone
from lachan.foundation import clock
from lachan.foundation.errors import NotAllowed, Refused
from lachan.program.duties import fulfil_duty, may_fulfil, reopen_duty
from lachan.program.forms import FulfilForm, ReturnForm
from lachan.program.models import Duty, Plan
from lachan.program.queries import board as board_of
from lachan.program.queries import duties_of, may_do, visible_plan
from lachan.program.views.head import head_of

# Days further away are not counted down on the board.
DAYS_AHEAD = 7


@require_safe
def board(request: SignedInRequest, pk: int) -> HttpResponse:
    """Units by due days. Those who oversee see all units, others their own."""
    require(request.user, "duty.view")
    today = clock.today()
    plan = visible_plan(pk, actor=request.user, on=today)
    if plan.status == Plan.Status.DRAFT:
        raise NotAllowed("", code="not-confirmed")
    shown = board_of(plan, actor=request.user, on=today)
    only_open = request.GET.get("loc") == "chua-gui"
    if only_open:
        for _code, rows in shown.groups:
            rows[:] = [row for row in rows if any(cell and _presses(cell) for cell in row.cells)]
    context = head_of(request, plan, tab="board") | {
        "board": shown,
        "only_open": only_open,
        "horizon": today + timedelta(days=DAYS_AHEAD),
    }
    return render(request, "program/board.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def duty(request: SignedInRequest, pk: int, duty: int) -> HttpResponse:
    """One duty: what, of whom, by when, and the form in which it is stated to be sent."""
    found = _duty(request, pk, duty)
    if request.method != "POST":
        return render(request, "program/duty.html", _page(request, found))
    form = FulfilForm(request.POST)
    if not form.is_valid():
        return render(request, "program/duty.html", _page(request, found, form=form), status=422)
    said = form.cleaned_data
    try:
        with suppress(AlreadyDone):
            fulfil_duty(found, on=said["on"], note=said["note"], actor=request.user, now=clock.now(), token=said["token"])
    except NotAllowed:
        raise
    except Refused as refused:
        form.add_error(refused.field, refused.message)
        return render(request, "program/duty.html", _page(request, found, form=form), status=refused.status)
    return HttpResponseRedirect(reverse("program:board", args=[pk]))


@require_POST
def give_back(request: SignedInRequest, pk: int, duty: int) -> HttpResponse:
    """The standing agency sends a duty back."""
    found = _duty(request, pk, duty)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return render(request, "program/duty.html", _page(request, found, back=form), status=422)
    said = form.cleaned_data
    try:
        with suppress(AlreadyDone):
            reopen_duty(found, reason=said["note"], actor=request.user, now=clock.now(), token=said["token"])
    except NotAllowed:
        raise
    except Refused as refused:
        form.add_error(refused.field, refused.message)
        return render(request, "program/duty.html", _page(request, found, back=form), status=refused.status)
    return HttpResponseRedirect(reverse("program:duty", args=[pk, duty]))


def _duty(request: SignedInRequest, pk: int, duty: int) -> Duty:
    """The duty, for those who see it: the owing unit, units above it, and who oversees the plan."""
    require(request.user, "duty.view")
    duties = Duty.objects.select_related("unit", "demand__plan__document", "demand__plan__committee", "fulfilled_by__unit")
    found = duties.defer("demand__plan__document__content", "demand__plan__document__text").filter(pk=duty, demand__plan=pk).first()
    if found is None or not _sees(found, request.user):
        raise NotAllowed(_("Không tìm thấy mục này."), code="not-visible")
    return found


def _sees(duty: Duty, actor: Account) -> bool:
    return duty.unit_id in units_for(actor, "duty.view") or may_do(duty.demand.plan, "duty.oversee", actor=actor, on=clock.today())


def _page(request: SignedInRequest, duty: Duty, *, form: FulfilForm | None = None, back: ReturnForm | None = None) -> dict[str, Any]:
    now = clock.now()
    plan = duty.demand.plan
    is_owed = duty.status == Duty.Status.OWED and plan.status == Plan.Status.CONFIRMED
    may_send = is_owed and may_fulfil(duty, request.user, on=now.date())
    may_return = duty.status == Duty.Status.SENT and may_do(plan, "duty.oversee", actor=request.user, on=now.date())
    return {
        "plan": plan,
        "duty": duty,
        "now": now,
        "form": form or (FulfilForm(initial={"on": now.date()}) if may_send else None),
        "back": back or (ReturnForm() if may_return else None),
        "others": duties_of(plan).filter(unit=duty.unit).exclude(pk=duty.pk),
    }


def _presses(duty: Duty) -> bool:
    return duty.status == Duty.Status.OWED and not duty.is_before_issue
