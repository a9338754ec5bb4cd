"""Which declared figure measures a target, told by the words of the target. A proposal: it is shown at review and can be changed there.

The words are in search form (lower case, no tone). A row fits when every one of its `words` and none of `unless` is found in the target's
indicator; `context` may stand anywhere in the line before it, for a target that leaves out what the one before it had named.
"""

import re
from dataclasses import dataclass

from lachan.foundation.text import fold
from lachan.statistics.declared import INDICATORS
from lachan.statistics.model import Indicator, Ratio

PERCENT = "%"


@dataclass(frozen=True)
class Binding:
    """Words of a target → the code of a declared figure."""

    code: str
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    context: str = ""


_TIP = r"to giac|tin bao|kien nghi khoi to|nguon tin|thong tin lien quan"
_CASE = r"\bvu an\b|\ban mua ban nguoi\b|\bso an\b|\bcac vu\b|\bvu mua ban nguoi\b"
_VICTIM = r"nan nhan|bi mua ban"

# The first row that fits is taken.
BINDINGS: tuple[Binding, ...] = (
    Binding("tips.classified_rate", (_TIP, r"tiep nhan|phan loai"), (r"ty le giai quyet",)),
    Binding("tips.resolved_rate", (_TIP, r"giai quyet|xu ly")),
    Binding("cases.tried_rate", (_CASE, r"xet xu")),
    Binding("cases.indicted_rate", (_CASE, r"truy to")),
    Binding("cases.cleared_rate", (r"kham pha|lam ro", rf"{_CASE}|khoi to")),
    Binding("victims.verified_rate", (_VICTIM, r"xac minh|xac dinh|tiep nhan")),
    Binding("tips.resolved_rate", (r"ty le giai quyet",), (_CASE,), context=_TIP),
)


def propose(indicator: str, *, unit: str, before: str = "") -> str:
    """The code of the figure that measures a target, or "". `before` is the text of the line up to the target."""
    said, said_before = fold(indicator), fold(before)
    for row in BINDINGS:
        if (unit == PERCENT) != isinstance(INDICATORS[row.code], Ratio):
            continue
        fits = all(re.search(word, said) for word in row.words) and not any(re.search(word, said) for word in row.unless)
        if fits and (not row.context or re.search(row.context, said_before)):
            return row.code
    return ""


def choices_for(unit: str) -> list[Indicator]:
    """The figures that a target counted in `unit` can be measured by: rates for percentages, counts for everything else."""
    return [each for each in INDICATORS.values() if isinstance(each, Ratio) == (unit == PERCENT)]
