"""Addresses of the whole application."""

from django.urls import include, path

from lachan.procedures import views as procedures
from lachan.program.views.today import today

urlpatterns = [
    path("", today, name="home"),
    path("tim", procedures.search, name="search"),
    path("", include("lachan.program.urls")),
    path("", include("lachan.access.urls")),
    path("", include("lachan.interface.urls")),
    path("ho-so/", include("lachan.procedures.urls")),
    path("tin-bao/", include("lachan.records.tips.urls")),
    path("nan-nhan/", include("lachan.records.victims.urls")),
    path("vu-an/", include("lachan.records.cases.urls")),
    path("thong-ke/", include("lachan.statistics.urls")),
    path("bao-cao/", include("lachan.reporting.urls")),
]

handler400 = "lachan.interface.views.bad_request"
handler403 = "lachan.interface.views.forbidden"
handler404 = "lachan.interface.views.not_found"
handler500 = "lachan.interface.views.server_error"
