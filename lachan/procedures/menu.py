"""What the menu asks about records: may the account see this kind, and how many of them are overdue."""

from collections.abc import Callable

from lachan.access.models import Account
from lachan.foundation import clock
from lachan.procedures import registry
from lachan.procedures.queries import overdue_by_kind


def is_visible_to(act: str) -> Callable[[Account], bool]:
    """For accounts that hold the act."""
    return lambda account: account.may(act)


def sees_any_record(account: Account) -> bool:
    """Does the account work with records of some kind?"""
    return any(account.may(f"{kind}.view") for kind in registry.kinds())


def overdue_badge(kind: str) -> Callable[[Account], int]:
    """The number of overdue records of a kind that the account may see."""
    return lambda account: overdue_by_kind(account, now=clock.now()).get(kind, 0)
