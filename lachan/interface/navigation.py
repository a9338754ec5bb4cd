"""The menu: each app registers its entry when it is ready; the shell shows those that the account may see.

The interface knows no app. An app writes, in `AppConfig.ready`:

    navigation.register(Item("tips", _("Tố giác, tin báo"), "msg", "tips:list", order=30, group=1, is_visible=can_see_tips))
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True)
class Item:
    """One entry of the menu.

    `label` is translated text; an item with a `short_label` (two words at most) stands in the bottom bar of a phone. `group` separates
    entries by a line, `order` sorts them (also across groups). `is_visible` and `badge` receive the signed-in account;
    a badge of None or 0 is not shown, `is_urgent` prints it filled. `key`: the letter that goes there after `g`.
    """

    code: str
    label: Any
    icon: str
    url_name: str
    order: int
    group: int = 0
    is_visible: Callable[[Any], bool] | None = None
    badge: Callable[[Any], int | None] | None = None
    short_label: Any = ""
    is_urgent: bool = False
    key: str = ""


@dataclass(frozen=True)
class Entry:
    """An item as one account sees it on one page."""

    item: Item
    url: str
    badge: int | None
    is_current: bool
    starts_group: bool

    @property
    def label(self) -> Any:
        return self.item.label

    @property
    def short_label(self) -> Any:
        return self.item.short_label or self.item.label


BOTTOM_BAR_SIZE = 4

_items: dict[str, Item] = {}
_quick_actions: dict[str, Item] = {}


def register(item: Item) -> None:
    """Put an entry in the menu; a second registration with the same code replaces the first."""
    _items[item.code] = item


def register_quick_action(item: Item) -> None:
    """Offer an act in the top bar ("Ghi nhận tin mới"); the first visible one, by order, is shown."""
    _quick_actions[item.code] = item


def items_for(account: Any, current: str) -> list[Entry]:
    """The entries that `account` may see, in order. `current` is the path of the page: its entry is marked.

    An item whose address does not exist in this installation is left out.
    """
    visible = _visible(_items, account)
    here = _longest_prefix([url for _, url in visible], current)
    entries: list[Entry] = []
    for item, url in visible:
        badge = item.badge(account) if item.badge else None
        starts_group = bool(entries) and entries[-1].item.group != item.group
        entries.append(Entry(item, url, badge or None, url == here, starts_group))
    return entries


def bottom_bar_of(entries: Iterable[Entry]) -> list[Entry]:
    """What the bottom bar of a phone shows beside "Thêm": entries with a short label, the first ones where there are none."""
    shown = list(entries)
    return ([entry for entry in shown if entry.item.short_label] or shown)[:BOTTOM_BAR_SIZE]


def quick_action_for(account: Any) -> Entry | None:
    """The act of the top bar for this account, or None."""
    for item, url in _visible(_quick_actions, account):
        return Entry(item, url, None, is_current=False, starts_group=False)
    return None


def _visible(items: dict[str, Item], account: Any) -> list[tuple[Item, str]]:
    found = []
    for item in sorted(items.values(), key=lambda item: (item.group, item.order, item.code)):
        if item.is_visible is not None and not item.is_visible(account):
            continue
        try:
            found.append((item, reverse(item.url_name)))
        except NoReverseMatch:
            continue
    return found


def _longest_prefix(urls: list[str], path: str) -> str | None:
    """The address that leads to `path`; the root address only matches itself."""
    matches = [url for url in urls if path == url or (url != "/" and path.startswith(url.rstrip("/") + "/"))]
    return max(matches, key=len, default=None)
