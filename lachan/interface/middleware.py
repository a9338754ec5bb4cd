"""Two rules for every answer: nothing of a record stays in a browser's cache, and a refusal is a clear page, never a fault.

Where an act raises | what the person gets
`Refused` | its message, with the status it carries
`NotAllowed`, `Http404` | the one "not found" page: who may not see a record does not learn that it exists
`ValidationError` | 400 with the messages
`SuspiciousOperation`, too large a request | 400 or 413
a redirect to the sign-in page, for htmx | 401 in the live region

htmx receives the same text as a fragment aimed at the live region, so a half-filled form stays on the screen.
"""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import SuspiciousOperation, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from lachan.foundation.errors import NotAllowed, Refused
from lachan.interface import views
from lachan.interface.htmx import is_htmx

GetResponse = Callable[[HttpRequest], HttpResponse]


class NoStoreMiddleware:
    """Forbid storing what a view made. Static files are answered before this point; a view may set its own rule."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        return response


class RefusalMiddleware:
    """Turn what an act may refuse into a page or fragment with the right status."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_htmx(request) and _leads_to_sign_in(response):
            return views.signed_out(request)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        # NotAllowed first: it may be a kind of Refused, and must not be told apart from a record that does not exist.
        if isinstance(exception, (NotAllowed, Http404)):
            return views.not_found(request, exception)
        if isinstance(exception, Refused):
            return views.refused(request, [str(exception.message)], status=exception.status)
        if isinstance(exception, ValidationError):
            return views.refused(request, exception.messages, status=400)
        if isinstance(exception, SuspiciousOperation):
            return views.bad_request(request, exception)
        return None


def _leads_to_sign_in(response: HttpResponse) -> bool:
    return response.status_code == 302 and response["Location"].partition("?")[0] == resolve_url(settings.LOGIN_URL)
