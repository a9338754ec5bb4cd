"""Addresses that answer in every way the middleware has to deal with."""

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.cache import cache_control
from django.views.generic import RedirectView

from lachan.foundation.errors import Conflict, NotAllowed, Refused

ERRORS = {
    "refused": Refused("Ngày tiếp nhận phải trước hoặc bằng hôm nay."),
    "conflict": Conflict("Hồ sơ đã có người lưu trước."),
    "not-allowed": NotAllowed("Hồ sơ thuộc tổ thụ lý khác."),
    "missing": Http404("no such record 42"),
    "validation": ValidationError(["Thiếu mã đơn vị.", "Thiếu kỳ báo cáo."]),
    "suspicious": SuspiciousOperation("bad host"),
    "too-big": RequestDataTooBig("too big"),
    "forbidden": PermissionDenied("no"),
    "fault": RuntimeError("secret detail"),
}


def fail(request: HttpRequest, kind: str) -> HttpResponse:
    raise ERRORS[kind]


def plain(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


urlpatterns = [
    path("fail/<str:kind>", fail),
    path("plain", plain, name="plain"),
    path("cached", cache_control(max_age=60)(plain)),
    path("elsewhere", RedirectView.as_view(url="/sign-in?next=/elsewhere")),
    path("tips/", plain, name="tips"),
    path("", plain, name="home"),
    path("", include("lachan.interface.urls")),
]
handler400 = "lachan.interface.views.bad_request"
handler403 = "lachan.interface.views.forbidden"
handler404 = "lachan.interface.views.not_found"
handler500 = "lachan.interface.views.server_error"
