"""Offences of the Penal Codes of 1999 and 2015 and how grave each clause is, which decides every term of the criminal procedure.

Titles and ranges of 2015 after the code as amended in 2017; the class of a clause follows from the longest sentence that it allows (Điều 9):
up to 3 years less serious, up to 7 serious, up to 15 very serious, above especially serious.
"""

from dataclasses import dataclass

from lachan.foundation.errors import Refused
from lachan.foundation.sources import Mark, Source

SEVERITIES = (
    ("less_serious", "Ít nghiêm trọng"),
    ("serious", "Nghiêm trọng"),
    ("very_serious", "Rất nghiêm trọng"),
    ("especially_serious", "Đặc biệt nghiêm trọng"),
)
LIFE = 99  # years standing for a life sentence in comparisons


@dataclass(frozen=True)
class Clause:
    """One clause of an article with the longest sentence in years that it allows."""

    article: str
    number: int
    longest_years: int
    source: Source

    @property
    def code(self) -> str:
        return f"{self.article}.{self.number}"

    @property
    def label(self) -> str:
        return f"Khoản {self.number} {TITLES[self.article]}"

    @property
    def severity(self) -> str:
        return class_of(self.longest_years)


def class_of(longest_years: int) -> str:
    """The class of crime after the longest sentence that a clause allows (Điều 9 of 2015; Điều 8 of 1999 says the same)."""
    for limit, severity in ((3, "less_serious"), (7, "serious"), (15, "very_serious")):
        if longest_years <= limit:
            return severity
    return "especially_serious"


TITLES = {
    "150": "Điều 150: Tội mua bán người",
    "151": "Điều 151: Tội mua bán người dưới 16 tuổi",
    "152": "Điều 152: Tội đánh tráo người dưới 01 tuổi",
    "153": "Điều 153: Tội chiếm đoạt người dưới 16 tuổi",
    "154": "Điều 154: Tội mua bán, chiếm đoạt mô hoặc bộ phận cơ thể người",
}


def _clauses(article: str, years: tuple[int, ...], mark: Mark) -> tuple[Clause, ...]:
    source = Source("BLHS 2015 (sửa đổi 2017)", f"Điều {article}", mark)
    return tuple(Clause(article, number, longest, source) for number, longest in enumerate(years, start=1))


CLAUSES: dict[str, Clause] = {
    clause.code: clause
    for clause in (
        *_clauses("150", (10, 15, 20), Mark.VERIFIED),
        *_clauses("151", (12, 20, LIFE), Mark.VERIFIED),
        *_clauses("152", (5, 7, 12), Mark.UNCONFIRMED),
        *_clauses("153", (7, 10, 15), Mark.UNCONFIRMED),
        *_clauses("154", (7, 15, LIFE), Mark.VERIFIED),
    )
}


CODES = (("2015", "Bộ luật Hình sự 2015"), ("1999", "Bộ luật Hình sự 1999"))
# The longest sentences of the clauses of offences that are not counted as trafficking, or that are of the code before: for terms only.
LONGEST_YEARS: dict[str, dict[str, tuple[int, ...]]] = {
    "1999": {"119": (7, 20), "120": (10, LIFE)},
    "2015": {
        "187": (2, 5),
        "327": (5, 10, 15, 20),
        "328": (3, 7, 15),
        "348": (5, 10, 15),
        "349": (5, 10, 15),
        "350": (7, 12, 20),
    },
}


def severity_of(article: str, clause: int, code: str = "") -> str:
    """The class of a clause; an empty `code` is the one that has the article. Raises Refused for a clause that sets no range of prison."""
    codes = [code] if code else ["2015", "1999"]
    known = {each: _ranges(each) for each in codes}
    holder = next((each for each in codes if article in known[each]), "")
    if not holder:
        have = ", ".join(sorted(article for ranges in known.values() for article in ranges))
        raise Refused(f"Chưa có Điều {article} trong danh mục tội danh; có: {have}.", code="unknown-article", field="facts.article")
    years = known[holder][article]
    if not 1 <= clause <= len(years):
        message = f"Khoản {clause} Điều {article} Bộ luật Hình sự {holder} không phải khoản định khung; ghi từ 1 đến {len(years)}."
        raise Refused(message, code="unknown-clause", field="facts.clause")
    return class_of(years[clause - 1])


def _ranges(code: str) -> dict[str, tuple[int, ...]]:
    ranges = dict(LONGEST_YEARS[code])
    if code == "2015":
        for clause in CLAUSES.values():
            ranges[clause.article] = (*ranges.get(clause.article, ()), clause.longest_years)
    return ranges


def gravest(codes: list[str]) -> Clause | None:
    """The clause with the longest sentence; between equals the lowest article, then the lowest clause. None of none.

    Source: counting rule of the justice statistics, a case counts under its gravest offence (GSO indicator on cases prosecuted).
    """
    clauses = [CLAUSES[code] for code in codes if code in CLAUSES]
    return min(clauses, key=lambda clause: (-clause.longest_years, clause.article, clause.number), default=None)


def assumed_severity(article: str) -> str:
    """The class of an article's first clause: what the terms follow until somebody is charged under a clause."""
    return CLAUSES[f"{article}.1"].severity
