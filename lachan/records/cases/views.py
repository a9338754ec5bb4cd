"""Pages of cases: the list, one case with its accused and victims, adding an accused, linking a victim's file."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lachan.access.policy import require
from lachan.access.requests import SignedInRequest
from lachan.foundation import clock
from lachan.foundation.errors import NotAllowed
from lachan.people.operations import reveal
from lachan.people.views import answer_reveal
from lachan.procedures import registry
from lachan.procedures.linked import linked_records
from lachan.procedures.listing import list_records
from lachan.procedures.models import Record
from lachan.procedures.operations import acting_unit
from lachan.procedures.presentation import page_context
from lachan.procedures.projection import procedure_of
from lachan.procedures.queries import visible_record
from lachan.procedures.sending import carry_out
from lachan.records.cases.facts import severity
from lachan.records.cases.forms import AccusedForm, LinkVictimForm
from lachan.records.cases.models import Accused, Case
from lachan.records.cases.offences import SEVERITIES, TITLES
from lachan.records.cases.operations import add_accused, link_victim
from lachan.records.cases.queries import charged_in, victims_to_link


@require_safe
def case_list(request: SignedInRequest) -> HttpResponse:
    require(request.user, "case.view")
    listing = list_records(
        request,
        Case.objects.all(),
        kind=registry.kind_of("case"),
        sort_field="offence",
        sort_label=_("Tội danh"),
        sort_choices=list(TITLES.items()),
        now=clock.now(),
    )
    return render(request, "cases/list.html", {"listing": listing}, status=listing.status)


@require_safe
def detail(request: SignedInRequest, code: str) -> HttpResponse:
    case = visible_record(Case.objects.all(), code, actor=request.user)
    context = page_context(case, actor=request.user, now=clock.now(), list_url="cases:list")
    context |= {
        "case": case,
        "severity": dict(SEVERITIES)[severity(case)],
        "accused": charged_in(case, context["page"].effective),
        "tips": linked_records(Record.objects.filter(pk__in=case.tips.values("pk")), actor=request.user),
        "victims": linked_records(Record.objects.filter(pk__in=case.victims.values("pk")), actor=request.user),
        "may_reveal": request.user.may("people.reveal"),
        "may_take": request.user.may("case.take"),
        "charge_url": next((action.url for action in context["page"].others if action.url.endswith("/charge")), ""),
    }
    return render(request, "cases/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_accused(request: SignedInRequest, code: str) -> HttpResponse:
    case, now = visible_record(Case.objects.all(), code, actor=request.user), clock.now()
    acting_unit(case, procedure_of(case).step("charge"), request.user)
    form = AccusedForm(request.POST if request.method == "POST" else None, initial={"revision": case.revision})
    sending = None
    if request.method == "POST":

        def add(entered: dict[str, Any]) -> Accused:
            return add_accused(case, form.entry(), actor=request.user, now=now, revision=entered["revision"], token=entered["token"])

        sending = carry_out(form, add, revision=case.revision)
        if sending.is_done:
            messages.success(request, _("Đã thêm bị can. Việc khởi tố bị can ghi bằng bước “Khởi tố bị can”."))
            return redirect("cases:detail", case.code)
    context = {"case": case, "form": form, "conflict": sending.conflict if sending else None}
    context["back_url"] = reverse("cases:detail", args=[case.code])
    return render(request, "cases/new_accused.html", context, status=sending.status if sending else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def accused_identity(request: SignedInRequest, code: str, ordinal: int) -> HttpResponse:
    require(request.user, "people.reveal")
    case, now = visible_record(Case.objects.all(), code, actor=request.user), clock.now()
    accused = case.accused.select_related("person").filter(ordinal=ordinal).first()
    if accused is None:
        raise NotAllowed(_("Không tìm thấy bị can."), code="not-visible")
    return answer_reveal(
        request,
        case,
        title=_("Danh tính %(who)s") % {"who": str(accused).lower()},
        back_url=reverse("cases:detail", args=[case.code]),
        open_sealed=lambda reason: reveal(accused.person, record=case, reason=reason, actor=request.user, now=now),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new_victim_link(request: SignedInRequest, code: str) -> HttpResponse:
    require(request.user, "case.take")
    case, now = visible_record(Case.objects.all(), code, actor=request.user), clock.now()
    form = LinkVictimForm(request.POST if request.method == "POST" else None, victims=victims_to_link(case, actor=request.user))
    if request.method == "POST":

        def link(entered: dict[str, Any]) -> None:
            link_victim(case, entered["victim"], actor=request.user, now=now, token=entered["token"])

        sending = carry_out(form, link)
        if sending.is_done:
            messages.success(request, _("Đã liên kết hồ sơ với vụ án."))
            return redirect("cases:detail", case.code)
        return render(request, "cases/link_victim.html", {"case": case, "form": form}, status=sending.status)
    return render(request, "cases/link_victim.html", {"case": case, "form": form})
