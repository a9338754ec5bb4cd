"""Pages of tips: the list, a new one, one of them, and the opening of what is sealed in it."""

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
from lachan.interface.elements import Action
from lachan.people.operations import reveal
from lachan.people.views import answer_reveal
from lachan.procedures import registry
from lachan.procedures.linked import linked_records
from lachan.procedures.listing import list_records
from lachan.procedures.models import Record
from lachan.procedures.presentation import page_context
from lachan.procedures.queries import visible_record
from lachan.procedures.sending import carry_out
from lachan.records.tips.forms import TipForm
from lachan.records.tips.models import Tip
from lachan.records.tips.operations import read_content, receive_tip
from lachan.records.tips.procedure import KINDS


@require_safe
def tip_list(request: SignedInRequest) -> HttpResponse:
    require(request.user, "tip.view")
    listing = list_records(
        request,
        Tip.objects.all(),
        kind=registry.kind_of("tip"),
        sort_field="tip_kind",
        sort_label=_("Loại nguồn tin"),
        sort_choices=KINDS,
        now=clock.now(),
    )
    action = (
        Action(label=_("Ghi nhận tin mới"), url=reverse("tips:new"), kind="pri", icon="plus") if request.user.may("tip.receive") else None
    )
    return render(request, "tips/list.html", {"listing": listing, "new_action": action}, status=listing.status)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    require(request.user, "tip.receive")
    now = clock.now()
    if request.method != "POST":
        return render(request, "tips/new.html", {"form": TipForm(actor=request.user, now=now)})
    form = TipForm(request.POST, actor=request.user, now=now)

    def receive(entered: dict[str, Any]) -> Tip:
        return receive_tip(form.entry(), actor=request.user, now=now, token=entered["token"])

    sending = carry_out(form, receive, renamed={"on": "received_at", "at": "received_at"})
    if not sending.is_done:
        return render(request, "tips/new.html", {"form": form}, status=sending.status)
    if sending.earlier:
        messages.info(request, _("Tin này đã được ghi từ lần gửi trước."))
        return redirect("tips:detail", sending.earlier.subject_label)
    messages.success(request, _("Đã ghi nhận tin %(code)s.") % {"code": sending.made.code})
    return redirect("tips:detail", sending.made.code)


@require_safe
def detail(request: SignedInRequest, code: str) -> HttpResponse:
    tip = visible_record(Tip.objects.select_related("informant"), code, actor=request.user)
    context = page_context(tip, actor=request.user, now=clock.now(), list_url="tips:list") | {
        "tip": tip,
        "cases": linked_records(Record.objects.filter(pk__in=tip.cases.values("pk")), actor=request.user),
        "victims": linked_records(Record.objects.filter(pk__in=tip.victims.values("pk")), actor=request.user),
        "may_reveal": request.user.may("people.reveal"),
        "receive_victim_url": f"{reverse('victims:new')}?tip={tip.code}" if request.user.may("victim.receive") else "",
    }
    return render(request, "tips/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def content(request: SignedInRequest, code: str) -> HttpResponse:
    tip, now = visible_record(Tip.objects.all(), code, actor=request.user), clock.now()
    return answer_reveal(
        request,
        tip,
        title=_("Nội dung tin"),
        back_url=reverse("tips:detail", args=[tip.code]),
        open_sealed=lambda reason: read_content(tip, reason=reason, actor=request.user, now=now),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def informant(request: SignedInRequest, code: str) -> HttpResponse:
    require(request.user, "people.reveal")
    tip, now = visible_record(Tip.objects.select_related("informant"), code, actor=request.user), clock.now()
    if tip.informant is None:
        raise NotAllowed(_("Tin không ghi người báo tin."), code="no-informant")
    return answer_reveal(
        request,
        tip,
        title=_("Người báo tin"),
        back_url=reverse("tips:detail", args=[tip.code]),
        open_sealed=lambda reason: reveal(tip.informant, record=tip, reason=reason, actor=request.user, now=now),
    )
