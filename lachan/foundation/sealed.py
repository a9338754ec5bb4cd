"""What a sealed field holds in memory: a value that can be passed about, printed and copied without showing its text."""

from typing import Any, Protocol

from lachan.foundation.sealing import seal, unseal
from lachan.foundation.text import nfc

MASK = "••••••"


class Place(Protocol):
    """A field, which knows where in the database a value of one of its rows is stored."""

    def context_of(self, instance: Any, /) -> str: ...


class Sealed:
    """A text sealed in its row, or set on an instance and waiting to be sealed when that is saved.

    It prints as dots everywhere. `.open()` is for operations alone: they check who asks and audit the reading; views, templates, logs and
    exports show the mask. `is_empty` is known without keys.
    """

    __slots__ = ("_blob", "_field", "_instance", "_waiting")

    def __init__(self, blob: bytes = b"", *, waiting: str = "", field: Place | None = None, instance: Any = None) -> None:
        self._blob = blob
        self._waiting = waiting
        self._field = field
        self._instance = instance

    @property
    def is_empty(self) -> bool:
        return not self._blob and not self._waiting

    def open(self) -> str:
        """The plain text ("" when empty). Raises SealBroken when keys are away or the row is not the one that it was sealed in."""
        if self._waiting or self.is_empty:
            return self._waiting
        return unseal(self._blob, context=self._place())

    def sealed_bytes(self) -> bytes:
        """What the database stores: b"" when empty. Raises SealBroken when there is something to seal and the keys are away."""
        return seal(self._waiting, context=self._place()) if self._waiting else self._blob

    def bound_to(self, field: Place, instance: Any) -> "Sealed":
        """The same value in its row. The row's uid is asked for only when the value is opened or sealed; it may come later."""
        return Sealed(self._blob, waiting=self._waiting, field=field, instance=instance)

    def unbound(self) -> "Sealed":
        return Sealed(self._blob, waiting=self._waiting)

    def is_sealed_elsewhere(self, field: Place, primary_key: object) -> bool:
        """Whether it is known to be sealed in another row or column, so that it would never open in this one."""
        return bool(self._blob) and self._field is not None and (self._field != field or self._instance.pk != primary_key)

    def _place(self) -> str:
        if self._field is None:
            raise TypeError("a sealed value opens through its instance; values() and pickles carry it without one")
        return self._field.context_of(self._instance)

    def __bool__(self) -> bool:
        return not self.is_empty

    def __str__(self) -> str:
        return "" if self.is_empty else MASK

    def __repr__(self) -> str:
        return f"<Sealed {MASK}>" if self else "<Sealed empty>"

    def __copy__(self) -> "Sealed":
        return self

    def __deepcopy__(self, memo: dict) -> "Sealed":
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        if self._waiting:
            raise TypeError("a text that is not sealed yet cannot be pickled: save the row first")
        return Sealed, (self._blob,)


def waiting_text(text: str) -> Sealed:
    return Sealed(waiting=nfc(text))
