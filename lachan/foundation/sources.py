"""Where a rule comes from and how sure we are of it. Every declared rule, list and amount carries a `Source`."""

from dataclasses import dataclass
from enum import StrEnum

MARK_LABELS = {
    "verified": "đã xác nhận",
    "secondary": "một nguồn thứ cấp",
    "inferred": "suy luận, chờ xác nhận",
    "unconfirmed": "chưa xác nhận",
}


class Mark(StrEnum):
    """How well a rule is known. Everything but VERIFIED is shown as such on the screen."""

    VERIFIED = "verified"  # the text of the instrument was read, or two independent sources agree
    SECONDARY = "secondary"  # one secondary source
    INFERRED = "inferred"  # our own conclusion
    UNCONFIRMED = "unconfirmed"  # general knowledge

    @property
    def label(self) -> str:
        return MARK_LABELS[self.value]


@dataclass(frozen=True)
class Source:
    """`instrument` as the desk cites it ("BLTTHS 2015"), `article` with its own word ("Điều 147"), "" when the whole is meant."""

    instrument: str
    article: str = ""
    mark: Mark = Mark.UNCONFIRMED

    def __str__(self) -> str:
        return f"{self.article}, {self.instrument}" if self.article else self.instrument

    @property
    def is_confirmed(self) -> bool:
        return self.mark is Mark.VERIFIED
