"""Long lists come in pages of fifty."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PAGE_SIZE = 50
PAGE_PARAMETER = "trang"


def page_of(request: HttpRequest, rows: Any, *, size: int = PAGE_SIZE) -> Page:
    """The page that `?trang=` names, of an ordered queryset or list. A number out of range gives the nearest page.

    Print it with `{% include "interface/parts/pager.html" with page=page %}`.
    """
    return Paginator(rows, size).get_page(request.GET.get(PAGE_PARAMETER))
