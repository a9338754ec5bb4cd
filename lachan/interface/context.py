"""What every page needs from the shell: menu, theme, who is signed in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from lachan import __version__
from lachan.foundation.text import initials
from lachan.interface import navigation

THEME_COOKIE = "theme"
THEMES = ("light", "dark")


def interface(request: HttpRequest) -> dict[str, Any]:
    """Context of the shell. Menu and badges are lazy: a fragment that does not print them pays nothing.

    Keys: `nav`, `bottom_nav`, `quick_action`, `theme` ("light", "dark" or "" = as the system), `is_demo`, `version`,
    `who` (name, detail, initials or None), `search_url`, `sign_out_url` and `home_url` (None when not installed).
    """
    account = getattr(request, "user", None)
    is_signed_in = bool(account and account.is_authenticated)
    entries = SimpleLazyObject(lambda: navigation.items_for(account, request.path) if is_signed_in else [])
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {
        "nav": entries,
        "bottom_nav": SimpleLazyObject(lambda: navigation.bottom_bar_of(entries)),
        "quick_action": SimpleLazyObject(lambda: navigation.quick_action_for(account) if is_signed_in else None),
        "theme": theme if theme in THEMES else "",
        "is_demo": getattr(settings, "IS_DEMO", False),
        "version": __version__,
        "who": _who(account) if is_signed_in else None,
        "search_url": _url_or_none("search"),
        "sign_out_url": _url_or_none("access:sign_out"),
        "home_url": _url_or_none("home") or "/",
    }


def _who(account: Any) -> dict[str, str]:
    """Name and post as printed in the top bar; an account prints as its holder's name and may know a title and a unit."""
    name = str(account)
    post = [str(getattr(account, attribute, "")) for attribute in ("title", "audit_unit_label")]
    return {"name": name, "detail": " · ".join(filter(None, post)), "initials": initials(name)[-2:]}


def _url_or_none(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None
