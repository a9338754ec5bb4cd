"""Pages of the shell itself: refusals and errors, the full menu, the theme switch, the page of components.

The project's address table names `bad_request`, `forbidden`, `not_found` and `server_error` as its handlers, and the settings
name `form_expired`.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template import loader
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lachan.interface import showcase
from lachan.interface.context import THEME_COOKIE, THEMES
from lachan.interface.htmx import is_htmx

YEAR_SECONDS = 365 * 24 * 3600


def refused(request: HttpRequest, messages: Iterable[str], *, status: int, title: str = "") -> HttpResponse:
    """A page (or a fragment for htmx) that says what is wrong, and the way back. `messages`: whole sentences in Vietnamese."""
    title = title or _("Chưa thực hiện được")
    context = {"title": title, "messages_shown": list(messages), "back_url": _same_site_referer(request)}
    if is_htmx(request):
        response = render(request, "interface/parts/refusal.html", context, status=status)
        # The refused element stays as it is; the message goes to the live region.
        response["HX-Retarget"] = "#thong-bao"
        response["HX-Reswap"] = "innerHTML"
        return response
    return render(request, "interface/refused.html", context, status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The one answer for "does not exist" and "not for this account". It depends on nothing but the kind of request."""
    if is_htmx(request):
        message = _("Không tìm thấy nội dung này, hoặc nội dung không thuộc phạm vi của đồng chí.")
        return refused(request, [message], status=404)
    return render(request, "404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the account is known and the act is not among its duties."""
    if is_htmx(request):
        return refused(request, [_("Việc này không thuộc nhiệm vụ được giao cho tài khoản của đồng chí.")], status=403)
    return render(request, "403.html", status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400 for a request that no page of the system makes, 413 for one that is too large."""
    if isinstance(exception, RequestDataTooBig):
        limit = _megabytes(getattr(settings, "LACHAN_UPLOAD_LIMIT", settings.DATA_UPLOAD_MAX_MEMORY_SIZE))
        message = _("Nội dung gửi lên vượt mức cho phép (tệp tối đa %(limit)s MB). Chia nhỏ hoặc gửi bản nén.") % {"limit": limit}
        return refused(request, [message], status=413)
    message = _("Yêu cầu gửi lên không hợp lệ. Mở lại trang rồi thực hiện lại.")
    return refused(request, [message], status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: rendered without request, context or database, because any of them may be what failed."""
    return HttpResponse(loader.get_template("500.html").render(), status=500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is missing or old. `reason` is Django's English text; it goes to no one."""
    if is_htmx(request):
        return refused(request, [_("Phiên của trang này đã hết. Tải lại trang rồi gửi lại.")], status=403)
    return render(request, "interface/form_expired.html", {"back_url": _same_site_referer(request)}, status=403)


def signed_out(request: HttpRequest) -> HttpResponse:
    """401 for a fragment asked for after the session ended: the page with what was typed stays, instead of a sign-in page in its middle."""
    message = _("Phiên làm việc đã hết. Đăng nhập lại ở một thẻ mới rồi thực hiện lại; nội dung đang gõ vẫn còn trên trang này.")
    return refused(request, [message], status=401)


@login_not_required
@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in a cookie so that the server can write it into the page: no flash of the other one."""
    theme = request.POST.get("theme", "")
    response: HttpResponse = HttpResponseRedirect(_same_site_referer(request))
    if theme in THEMES:
        response.set_cookie(THEME_COOKIE, theme, max_age=YEAR_SECONDS, httponly=True, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie(THEME_COOKIE, samesite="Lax")
    return response


@require_safe
def menu(request: HttpRequest) -> HttpResponse:
    """Every entry of the menu on one page: what "Thêm" opens on a phone."""
    return render(request, "interface/menu.html")


@login_not_required
def components(request: HttpRequest) -> HttpResponse:
    """Every component and state, with invented content. Only where nothing is real."""
    if not (settings.DEBUG or getattr(settings, "IS_DEMO", False)):
        raise Http404
    form = showcase.ShowcaseForm(request.POST) if request.method == "POST" else showcase.ShowcaseForm(initial={"revision": 1})
    if request.method == "POST":
        form.is_valid()
    context: dict[str, Any] = {**showcase.context(), "form": form, "broken_form": showcase.broken_form()}
    return render(request, "interface/components.html", context)


def _same_site_referer(request: HttpRequest) -> str:
    referer = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(referer, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return referer if is_ours else "/"


def _megabytes(size: int) -> int:
    return size // (1024 * 1024)
