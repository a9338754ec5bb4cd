"""The page on which something sealed is opened: a reason first, then the text, once, on this answer alone."""

from collections.abc import Callable, Mapping

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from lachan.access.requests import SignedInRequest
from lachan.foundation.errors import NotAllowed, Refused
from lachan.people.forms import ReasonForm
from lachan.people.operations import REASONS
from lachan.procedures import registry
from lachan.procedures.models import Record

SHOWN_SECONDS = 600
LABELS = {
    "full_name": _("Họ và tên"),
    "id_number": _("Số định danh, CCCD"),
    "address": _("Nơi ở hiện nay"),
    "phone": _("Điện thoại"),
    "safe_contact": _("Cách liên hệ an toàn"),
    "content": _("Nội dung tin"),
}


def answer_reveal(
    request: SignedInRequest, record: Record, *, title: str, back_url: str, open_sealed: Callable[[str], Mapping[str, str]]
) -> HttpResponse:
    """Ask for the reason (GET), open and show (POST); after ten minutes the browser goes back to the masked page.

    `open_sealed(reason)` is the operation that checks, opens and writes the journal; it returns the texts by name (a key of LABELS).
    """
    context = {"record": record, "kind": registry.kind_of(record.kind), "title": title, "back_url": back_url}
    if request.method != "POST":
        return render(request, "people/reveal.html", context | {"form": ReasonForm()})
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            opened = open_sealed(form.cleaned_data["reason"])
        except NotAllowed:
            raise
        except Refused as refused:
            form.add_error("reason", refused.message)
        else:
            rows = [(LABELS[name], text) for name, text in opened.items()]
            reason = dict(REASONS)[form.cleaned_data["reason"]]
            return render(request, "people/revealed.html", context | {"rows": rows, "reason": reason, "seconds": SHOWN_SECONDS})
    return render(request, "people/reveal.html", context | {"form": form}, status=422)
