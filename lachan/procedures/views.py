"""Pages of any record: taking a step, withdrawing one, the way from a code to its page, the search."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lachan.access.policy import require, units_for
from lachan.access.requests import SignedInRequest
from lachan.foundation import clock
from lachan.foundation.errors import NotAllowed, Refused
from lachan.interface.forms import clean_text
from lachan.interface.paging import page_of
from lachan.procedures import registry
from lachan.procedures.forms import StepForm, WithdrawForm, step_form
from lachan.procedures.listing import row_of
from lachan.procedures.model import Step as StepSpec
from lachan.procedures.models import Record, Step
from lachan.procedures.operations import acting_unit, possible_step, take_step, withdraw_step
from lachan.procedures.projection import details_of, effective_steps, procedure_of
from lachan.procedures.queries import found_by, visible_record
from lachan.procedures.sending import Sending, carry_out
from lachan.procedures.steps_shown import Words

LONGEST_SEARCH = 200


def record_url(record: Record) -> str:
    """The page of a record of any kind."""
    return reverse(registry.kind_of(record.kind).detail_url, args=[record.code])


@require_safe
def record(request: SignedInRequest, code: str) -> HttpResponse:
    """From a code to the page of its kind."""
    return redirect(record_url(visible_record(Record.objects.all(), code, actor=request.user)))


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: SignedInRequest, code: str, step: str) -> HttpResponse:
    """The form of one step, whatever the kind of record. A step that is not possible is refused (422), one of other units unknown (404)."""
    head, now = visible_record(Record.objects.all(), code, actor=request.user), clock.now()
    spec = _declared_step(head, step)
    if request.method != "POST":
        possible_step(head, step, is_first=not effective_steps(head))
    unit = acting_unit(head, spec, request.user)
    if request.method != "POST":
        return _step_page(request, head, spec, step_form(None, record=head, spec=spec, now=now, unit=unit, prefilled=request.GET))
    form = step_form(request.POST, record=head, spec=spec, now=now, unit=unit)

    def take(entered: dict[str, Any]) -> Step:
        return take_step(head, step, form.taking(), actor=request.user, now=now, revision=entered["revision"], token=entered["token"])

    sending = carry_out(form, take, revision=head.revision)
    if not sending.is_done:
        return _step_page(request, head, spec, form, sending)
    if sending.earlier:
        messages.info(request, _("Bước này đã được ghi từ lần gửi trước."))
    else:
        messages.success(request, _("%(code)s: %(done)s.") % {"code": head.code, "done": spec.done[:1].lower() + spec.done[1:]})
    return redirect(record_url(head))


def _declared_step(head: Record, step: str) -> StepSpec:
    """Whether it is possible now is asked later, so that a form that comes too late keeps what was typed. Raises NotAllowed."""
    try:
        return procedure_of(head).step(step)
    except KeyError as error:
        raise NotAllowed(_("Không có bước này trong quy trình."), code="unknown-step") from error


def _step_page(request: SignedInRequest, head: Record, spec: StepSpec, form: StepForm, sending: Sending | None = None) -> HttpResponse:
    context = _head_context(head) | {"spec": spec, "form": form, "conflict": sending.conflict if sending else None}
    return render(request, "procedures/step.html", context, status=sending.status if sending else 200)


def _head_context(head: Record) -> dict[str, Any]:
    kind = registry.kind_of(head.kind)
    return {"record": head, "kind": kind, "title": kind.title(details_of(head)), "back_url": record_url(head)}


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Withdraw a step, with a reason. For accounts that may, in the unit that took it or above."""
    require(request.user, "step.withdraw")
    head, now = visible_record(Record.objects.all(), code, actor=request.user), clock.now()
    step = head.steps.select_related("unit", "taker", "withdrawal").filter(pk=pk).first()
    if step is None or step.unit_id not in units_for(request.user, "step.withdraw"):
        raise NotAllowed(_("Không tìm thấy bước."), code="not-visible")
    if request.method != "POST" and hasattr(step, "withdrawal"):
        raise Refused(_("Bước này đã được rút."), code="already-withdrawn")
    form = WithdrawForm(request.POST or None, initial={"revision": head.revision})
    sending = None
    if request.method == "POST":

        def take_back(entered: dict[str, Any]) -> None:
            withdraw_step(step, reason=entered["reason"], actor=request.user, now=now, revision=entered["revision"], token=entered["token"])

        sending = carry_out(form, take_back, revision=head.revision)
        if sending.is_done:
            messages.success(request, _("Đã rút bước “%(step)s”.") % {"step": procedure_of(head).step(step.code).label})
            return redirect(record_url(head))
    procedure = procedure_of(head)
    words = Words(head, procedure, [step])
    context = _head_context(head) | {"step": step, "spec": procedure.step(step.code), "lines": words.of_data(step), "form": form}
    context["conflict"] = sending.conflict if sending else None
    return render(request, "procedures/withdraw.html", context, status=sending.status if sending else 200)


@require_safe
def search(request: SignedInRequest) -> HttpResponse:
    """Records by code, title or area, among those that the account may see. An exact code opens its record."""
    text = clean_text(request.GET.get("q") or request.GET.get("tim") or "", is_multiline=False)[:LONGEST_SEARCH]
    exact = Record.objects.visible_to(request.user).live().filter(code__iexact=text).first() if text else None
    if exact:
        return redirect(record_url(exact))
    page = page_of(request, found_by(text, actor=request.user))
    now = clock.now()
    rows = [(registry.kind_of(found.kind), row_of(found, now=now)) for found in page.object_list]
    return render(request, "procedures/search.html", {"search_text": text, "page": page, "rows": rows})
