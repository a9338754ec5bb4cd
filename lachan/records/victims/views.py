"""Pages of persons who are or may be victims: the list, receiving one, one file, the opening of the identity."""

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
from lachan.interface.elements import Action
from lachan.people.views import answer_reveal
from lachan.procedures import registry
from lachan.procedures.linked import linked_records
from lachan.procedures.listing import list_records
from lachan.procedures.models import Record
from lachan.procedures.presentation import page_context
from lachan.procedures.queries import visible_record
from lachan.procedures.sending import carry_out
from lachan.records.tips.models import Tip
from lachan.records.victims.forms import VictimForm
from lachan.records.victims.models import Victim
from lachan.records.victims.operations import receive_victim, reveal_identity
from lachan.records.victims.procedure import ROUTES
from lachan.records.victims.queries import outline, supports


@require_safe
def victim_list(request: SignedInRequest) -> HttpResponse:
    require(request.user, "victim.view")
    listing = list_records(
        request,
        Victim.objects.all(),
        kind=registry.kind_of("victim"),
        sort_field="route",
        sort_label=_("Nguồn tiếp nhận"),
        sort_choices=ROUTES,
        now=clock.now(),
    )
    may_receive = request.user.may("victim.receive")
    action = Action(label=_("Tiếp nhận người"), url=reverse("victims:new"), kind="pri", icon="plus") if may_receive else None
    return render(request, "victims/list.html", {"listing": listing, "new_action": action}, status=listing.status)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    """`?tip=` names the tip from which the person was found."""
    require(request.user, "victim.receive")
    now, tip_code = clock.now(), request.GET.get("tip")
    tip = visible_record(Tip.objects.all(), tip_code, actor=request.user) if tip_code else None
    if request.method != "POST":
        return render(request, "victims/new.html", {"form": VictimForm(actor=request.user, now=now), "tip": tip})
    form = VictimForm(request.POST, actor=request.user, now=now)

    def receive(entered: dict[str, Any]) -> Victim:
        return receive_victim(form.entry(tip), actor=request.user, now=now, token=entered["token"])

    sending = carry_out(form, receive, renamed={"on": "received_on"})
    if not sending.is_done:
        return render(request, "victims/new.html", {"form": form, "tip": tip}, status=sending.status)
    if sending.earlier:
        messages.info(request, _("Hồ sơ này đã được mở từ lần gửi trước."))
        return redirect("victims:detail", sending.earlier.subject_label)
    messages.success(request, _("Đã mở hồ sơ %(code)s.") % {"code": sending.made.code})
    return redirect("victims:detail", sending.made.code)


@require_safe
def detail(request: SignedInRequest, code: str) -> HttpResponse:
    victim = visible_record(Victim.objects.select_related("person"), code, actor=request.user)
    context = page_context(victim, actor=request.user, now=clock.now(), list_url="victims:list") | {
        "victim": victim,
        "outline": outline(victim),
        "cases": linked_records(Record.objects.filter(pk__in=victim.cases.values("pk")), actor=request.user),
        "tips": linked_records(Record.objects.filter(pk=victim.from_tip_id), actor=request.user),
        "may_reveal": request.user.may("people.reveal"),
    }
    page = context["page"]
    can_support = any(action.url.endswith("/support") for action in page.others)
    context |= {"supports": supports(page), "support_source": page.procedure.step("support").source, "can_support": can_support}
    return render(request, "victims/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def identity(request: SignedInRequest, code: str) -> HttpResponse:
    require(request.user, "people.reveal")
    victim, now = visible_record(Victim.objects.select_related("person"), code, actor=request.user), clock.now()
    return answer_reveal(
        request,
        victim,
        title=_("Danh tính"),
        back_url=reverse("victims:detail", args=[victim.code]),
        open_sealed=lambda reason: reveal_identity(victim, reason=reason, actor=request.user, now=now),
    )
