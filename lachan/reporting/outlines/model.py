"""What an outline of a report is made of. Frozen values; what they come to in a period is the business of `compose`.

Words of sentences and prompts may hold figures in braces: `{tips.received}` is the figure of the period, `{before:tips.received}` the one
of the same days a year earlier, `{change:tips.received}` the comparison in words ("tăng 3 tin (12,5%) so với cùng kỳ năm trước").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lachan.foundation.sources import Source

TOKEN = re.compile(r"\{(?:(?P<how>change|before):)?(?P<code>[a-z][a-z0-9_.]*)\}")


@dataclass(frozen=True)
class Sentence:
    """A sentence with figures. `on` is the figure that decides: when it is 0 or has no value, `otherwise` is said instead (nothing when
    empty). `given` is a figure without which the sentence is left out altogether.
    """

    text: str
    on: str = ""
    otherwise: str = ""
    given: str = ""

    @property
    def codes(self) -> set[str]:
        spoken = {token["code"] for part in (self.text, self.otherwise) for token in TOKEN.finditer(part)}
        return spoken | {code for code in (self.on, self.given) if code}


@dataclass(frozen=True)
class Passage:
    """Sentences that make one paragraph; a passage of which nothing remains is left out."""

    sentences: tuple[Sentence, ...]

    @property
    def codes(self) -> set[str]:
        return set().union(*(sentence.codes for sentence in self.sentences))


@dataclass(frozen=True)
class FigureTable:
    """Figures of the period beside those of the same days a year earlier. `groups`: heading of some rows → their codes."""

    caption: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def codes(self) -> set[str]:
        return {code for _heading, codes in self.groups for code in codes}


@dataclass(frozen=True)
class TargetTable:
    """Each target of the plan with its goal, its value and whether it is met."""

    caption: str
    codes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Narrative:
    """What an officer writes. `prompt` says what belongs here; an empty required one stands in the way of sending the report."""

    prompt: str
    is_required: bool = True
    codes: frozenset[str] = frozenset()


Block = Passage | FigureTable | TargetTable | Narrative


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it. `code` is the key of its narrative: at most one to a section."""

    code: str
    level: int
    label: str
    title: str
    blocks: tuple[Block, ...] = ()

    @property
    def narrative(self) -> Narrative | None:
        return next((block for block in self.blocks if isinstance(block, Narrative)), None)


@dataclass(frozen=True)
class Term:
    """A figure in an identity. `when`: of the period, or of the days that end where it begins."""

    code: str
    sign: int = 1
    when: Literal["now", "before"] = "now"


@dataclass(frozen=True)
class Identity:
    """Two sums that must be equal. `text` says it in words."""

    text: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]


@dataclass(frozen=True)
class Outline:
    """`subject` is the title that a new report gets; `{period}` in it is the name of the period."""

    code: str
    label: str
    subject: str
    source: Source
    sections: tuple[Section, ...]
    annex_title: str
    annex: FigureTable
    identities: tuple[Identity, ...]

    @property
    def blocks(self) -> Iterator[Block]:
        for section in self.sections:
            yield from section.blocks

    @property
    def codes(self) -> frozenset[str]:
        """Every figure that the report prints or is checked by."""
        printed = set(self.annex.codes).union(*(block.codes for block in self.blocks))
        return frozenset(printed | {term.code for identity in self.identities for term in (*identity.left, *identity.right)})

    def section(self, code: str) -> Section:
        """Raises KeyError for a section that the outline does not have."""
        for section in self.sections:
            if section.code == code:
                return section
        raise KeyError(code)
