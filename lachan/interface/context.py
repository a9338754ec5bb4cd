"""What every page needs from the shell: menu, theme, who is signed in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from lachan import __version__
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
    """Name and position as printed in the top bar. An account may offer `display_name` and `display_detail`."""
    name = str(getattr(account, "display_name", "") or account.get_username())
    words = [word for word in name.split() if word[:1].isalpha()]
    initials = "".join(word[0] for word in words[-2:]).upper()
    return {"name": name, "detail": str(getattr(account, "display_detail", "")), "initials": initials}


def _url_or_none(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None
