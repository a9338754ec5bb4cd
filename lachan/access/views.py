"""Signing in and out; both are in the journal."""

from django.conf import settings
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from lachan.access.forms import SignInForm
from lachan.access.models import Account
from lachan.access.policy import require, units_for
from lachan.access.requests import SignedInRequest
from lachan.audit import operations as audit
from lachan.audit import vocabulary
from lachan.audit.models import Entry
from lachan.foundation import clock
from lachan.interface.paging import page_of
from lachan.organisations.models import Unit


@method_decorator(login_not_required, name="dispatch")
class SignIn(auth_views.LoginView):
    template_name = "interface/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs):
        accounts = Account.objects.filter(is_active=True).select_related("unit").order_by("pk") if settings.IS_DEMO else []
        return super().get_context_data(demo_accounts=accounts, demo_password=settings.DEMO_PASSWORD, **kwargs)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        account = form.get_user()
        with transaction.atomic():
            audit.record("access.sign_in", audit.Subject("account", None, account.username), actor=account, at=clock.now())
            return super().form_valid(form)


class SignOut(auth_views.LogoutView):
    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        account = request.user
        with transaction.atomic():
            if isinstance(account, Account):
                audit.record("access.sign_out", audit.Subject("account", None, account.username), actor=account, at=clock.now())
            return super().post(request, *args, **kwargs)


def locked_out(request: HttpRequest, credentials: dict | None = None, *args, **kwargs) -> HttpResponse:
    """Too many wrong tries for this name from this address."""
    message = _("Đăng nhập sai quá nhiều lần. Đợi 15 phút rồi thử lại, hoặc nhờ quản trị đơn vị mở khóa.")
    return render(request, "interface/refused.html", {"message": message}, status=429)


def journal(request: SignedInRequest) -> HttpResponse:
    """Who did what to which record, newest first, for the units within the viewer's reach. `?ma=` narrows to one record's code."""
    actor = request.user
    require(actor, "audit.view")
    codes = Unit.objects.filter(pk__in=units_for(actor, "audit.view")).values("code")
    entries = Entry.objects.filter(unit_ref__in=codes).order_by("-id")
    wanted = request.GET.get("ma", "").strip()
    if wanted:
        entries = entries.filter(subject_label__iexact=wanted)
    page = page_of(request, entries)
    rows = [(entry, vocabulary.label_of(entry.act)) for entry in page]
    return render(request, "access/journal.html", {"page": page, "rows": rows, "wanted": wanted})
