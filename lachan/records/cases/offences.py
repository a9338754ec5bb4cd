"""Offences of the Penal Code of 2015 and how grave each clause is, which decides every term of the criminal procedure.

Titles and ranges after the code as amended in 2017; the class of a clause follows from the longest sentence that it allows (Điều 9):
up to 3 years less serious, up to 7 serious, up to 15 very serious, above especially serious.
"""

from dataclasses import dataclass

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
        for limit, severity in ((3, "less_serious"), (7, "serious"), (15, "very_serious")):
            if self.longest_years <= limit:
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


def gravest(codes: list[str]) -> Clause | None:
    """The clause with the longest sentence; between equals the lowest article, then the lowest clause. None of none.

    Source: counting rule of the justice statistics, a case counts under its gravest offence (GSO indicator on cases prosecuted).
    """
    clauses = [CLAUSES[code] for code in codes if code in CLAUSES]
    return min(clauses, key=lambda clause: (-clause.longest_years, clause.article, clause.number), default=None)


def assumed_severity(article: str) -> str:
    """The class of an article's first clause: what the terms follow until somebody is charged under a clause."""
    return CLAUSES[f"{article}.1"].severity
