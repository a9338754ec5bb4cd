"""What a code list is: what a coded field may hold, from when to when, and where that comes from. The lists stand in `code_lists`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lachan.foundation.errors import Refused
from lachan.foundation.sources import Source
from lachan.foundation.text import fold


@dataclass(frozen=True)
class Code:
    """`valid_from` is the first day, `valid_to` the first day no longer (half-open); None is open. `aliases` are read on import."""

    code: str
    label: str
    valid_from: date | None = None
    valid_to: date | None = None
    source: Source | None = None
    aliases: tuple[str, ...] = ()

    def is_valid_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True)
class CodeList:
    """A named list in its order of display. Raises ValueError when a code stands twice."""

    name: str
    codes: tuple[Code, ...]

    def __post_init__(self) -> None:
        if len({code.code for code in self.codes}) != len(self.codes):
            raise ValueError(f"a code stands twice in {self.name}")

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes)

    def __contains__(self, code: object) -> bool:
        return any(known.code == code for known in self.codes)

    def valid_on(self, day: date) -> tuple[Code, ...]:
        return tuple(code for code in self.codes if code.is_valid_on(day))

    def choices(self, on: date | None = None) -> list[tuple[str, str]]:
        """Pairs of code and label for a form; all of them, or those valid on a day."""
        return [(code.code, code.label) for code in (self.codes if on is None else self.valid_on(on))]

    def label_of(self, code: str) -> str:
        """The label, also of a code that is no longer valid. Raises Refused for an unknown one."""
        for known in self.codes:
            if known.code == code:
                return known.label
        raise Refused(f"Mã “{code[:30]}” không có trong danh mục {self.name}.", code="code-unknown")

    def code_of(self, text: str, *, field: str | None = None) -> str:
        """The code that a file means by a code, a label or an alias, in any case and with any diacritics. Raises Refused on `field`."""
        wanted = fold(text)
        for known in self.codes:
            if wanted in {fold(name) for name in (known.code, known.label, *known.aliases)}:
                return known.code
        raise Refused(f"“{text[:30]}” không có trong danh mục {self.name}.", code="code-unknown", field=field)
