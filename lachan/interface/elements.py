"""Shapes that views hand to the page parts: an action, a step, an event of a timeline, a mark on a legal clock."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

Level = Literal["over", "today", "soon", "ok", "wait", "done"]


@dataclass(frozen=True, kw_only=True)
class Action:
    """A button. `get` is a link; `post` becomes a form of its own with the CSRF token and the `fields` as hidden inputs.

    `kind`: "pri" (one per view), "" (plain), "quiet", "danger". `confirm` is a question asked first; only for acts that
    cannot be undone. `key` is a single key that presses the button while a list row or review item is current.
    """

    label: Any
    url: str
    method: Literal["get", "post"] = "get"
    kind: str = ""
    icon: str = ""
    confirm: Any = ""
    key: str = ""
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Step:
    """A row of `parts/steps.html`. `state`: "ok" done, "now" being done, "no" not started. `level` prints status as a deadline."""

    title: Any
    state: Literal["ok", "now", "no"] = "no"
    status: Any = ""
    detail: Any = ""
    url: str = ""
    level: Level | Literal[""] = ""


@dataclass(frozen=True, kw_only=True)
class Event:
    """A row of `parts/timeline.html`. `kind`: "k" key event, "h" attention, "f" foreseen, "" ordinary."""

    title: Any
    note: Any = ""
    meta: Any = ""
    kind: Literal["", "k", "h", "f"] = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class ClockMark:
    """A moment on a legal clock. `is_due` prints it as the term itself; `is_internal` as a mark of the unit's own making."""

    at: datetime | date
    title: Any
    note: Any = ""
    is_due: bool = False
    is_internal: bool = False


@dataclass(frozen=True, kw_only=True)
class Share:
    """A part of `{% seqbar %}`. `kind`: "a" done, "b" being done, "c" not started, "d" overdue; "f0" to "f4" with report.css."""

    count: int
    label: Any
    kind: str


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of `{% columns %}`. `is_previous` prints the period of comparison hatched; `text` replaces the printed number."""

    value: float
    label: Any
    text: Any = ""
    is_previous: bool = False


@dataclass(frozen=True, kw_only=True)
class Phase:
    """A part of `parts/track.html` and `parts/path.html`. `share` (0..1) is how much of the running phase is used up."""

    title: Any
    state: Literal["done", "current", "future"]
    detail: Any = ""
    share: float = 1.0
