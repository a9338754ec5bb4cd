"""The request as every page behind the sign-in gets it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from lachan.access.models import Account


class SignedInRequest(HttpRequest):
    """LoginRequiredMiddleware lets nobody else through, so that `user` is an account; only for types, no request is made of it."""

    user: Account
    htmx: HtmxDetails
