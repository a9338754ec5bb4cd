"""Signing in and out; both are in the journal."""

from django.conf import settings
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from lachan.access.forms import SignInForm
from lachan.access.models import Account
from lachan.audit import operations as audit
from lachan.foundation import clock


@method_decorator(login_not_required, name="dispatch")
class SignIn(auth_views.LoginView):
    template_name = "interface/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs):
        accounts = Account.objects.filter(is_active=True).select_related("unit").order_by("pk") if settings.IS_DEMO else []
        return super().get_context_data(demo_accounts=accounts, **kwargs)

    def form_valid(self, form: SignInForm) -> HttpResponse:
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
