"""Which kinds of record there are. Each record app registers its own when the application starts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lachan.audit import vocabulary
from lachan.foundation.errors import Refused
from lachan.procedures.asking import Askable
from lachan.procedures.model import Limit, Procedure


def _nothing(_record: Any) -> dict[str, str]:
    return {}


def _no_note(_record: Any) -> str:
    return ""


def _not_found(_text: str) -> Q:
    return Q(pk__in=[])


@dataclass(frozen=True)
class Kind:
    """A kind of record: its declarations and what the engine must ask the app for.

    `dimensions(record)` are the codes that every fact of the record carries; `course_facts(record)` what conditions of the law ask for;
    `party_dimensions(record)` maps a party's uid (as text) to further dimensions of the facts about that party;
    `party_choices(record)` lists (uid, label without identity) for party fields. `title(record)` is what lists call it, `note(record)`
    what they add in small print, both without an identity and from the tables `related` alone; `search(text)` is the condition on
    records (of this kind) whose title has the folded text in it. `askable`: what the calculator of terms can be asked of the kind.
    """

    code: str
    label: str
    prefix: str
    icon: str
    procedures: tuple[Procedure, ...]
    detail_url: str
    dimensions: Callable[[Any], dict[str, str]] = _nothing
    course_facts: Callable[[Any], dict[str, str]] = _nothing
    party_dimensions: Callable[[Any], dict[str, dict[str, str]]] = lambda record: {}
    party_choices: Callable[[Any], list[tuple[str, str]]] = lambda record: []
    title: Callable[[Any], str] = str
    note: Callable[[Any], str] = _no_note
    related: tuple[str, ...] = ()
    search: Callable[[str], Q] = _not_found
    askable: Askable | None = None
    after: dict[str, list[Callable[..., None]]] = field(default_factory=dict, compare=False)
    before_withdrawal: list[Callable[..., None]] = field(default_factory=list, compare=False)

    @property
    def final_states(self) -> frozenset[str]:
        """States, of any version of the law, in which nothing more is to be done."""
        return frozenset(state.code for procedure in self.procedures for state in procedure.states if state.is_final)

    def limit(self, code: str) -> Limit:
        """The declared limit, of whichever version of the law knows it. Raises KeyError for an unknown one."""
        for procedure in self.procedures:
            for limit in procedure.limits:
                if limit.code == code:
                    return limit
        raise KeyError(code)

    def procedure_on(self, day: date) -> Procedure:
        """The version of the law in force on a day. Raises Refused when none is declared for it."""
        for procedure in self.procedures:
            if procedure.holds_on(day):
                return procedure
        raise Refused(
            _("Chưa có quy trình nào của %(kind)s có hiệu lực vào ngày %(day)s.") % {"kind": self.label, "day": f"{day:%d/%m/%Y}"},
            code="no-procedure",
            field="on",
        )


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    _kinds[kind.code] = kind
    labels: dict[str, str | Promise] = {
        f"{kind.code}.{step.code}": f"{kind.label}: {step.label}" for procedure in kind.procedures for step in procedure.steps
    }
    vocabulary.register(labels | {f"{kind.code}.withdraw": f"{kind.label}: rút bước"})


def kinds() -> dict[str, Kind]:
    return _kinds


def kind_of(code: str) -> Kind:
    return _kinds[code]


def after_step(kind: str, step: str, do: Callable[..., None]) -> None:
    """Let another app act in the same transaction when a step of a kind is taken: `do(step=, actor=, now=)`."""
    _kinds[kind].after.setdefault(step, []).append(do)


def before_withdrawal(kind: str, ask: Callable[..., None]) -> None:
    """Let another app refuse the withdrawal of a step of a kind: `ask(step=)` raises Refused."""
    _kinds[kind].before_withdrawal.append(ask)
