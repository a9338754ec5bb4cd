"""What views tell htmx: whether a part of a page is wanted, and what the live region shall say."""

import json

from django.http import HttpRequest, HttpResponse


def is_htmx(request: HttpRequest) -> bool:
    """True when htmx asks for a part of a page (read from the header: also right before any middleware ran)."""
    return request.headers.get("HX-Request") == "true"


def announce(response: HttpResponse, text: str) -> HttpResponse:
    """Let the page say `text` in its live region when this fragment arrives: "Đã phân công TB-2025-0151 cho Trần Ví Dụ"."""
    response["HX-Trigger"] = json.dumps({"announce": str(text)})
    return response
