"""How a case ran under the Criminal Procedure Code of 2003: the terms of 2015 with its own articles, from general knowledge throughout."""

from dataclasses import replace
from datetime import date

from lachan.foundation.sources import Mark, Source
from lachan.procedures.model import Limit
from lachan.records.cases.procedure import CASE_2018

ARTICLES = {
    "case.investigate": ("Điều 119", "Điều 121"),
    "case.prosecute": ("Điều 166", "Điều 169"),
    "case.prepare_trial": ("Điều 176", "Điều 176"),
    "case.open_trial": ("Điều 176", "Điều 176"),
    "case.appeal": ("Điều 234", "Điều 234"),
}


def _cited(article: str) -> Source:
    return Source("BLTTHS 2003", article, Mark.UNCONFIRMED)


def _of_2003(limit: Limit) -> Limit:
    """The limit with the articles of 2003; what stands elsewhere than its basic term stands in the second article."""
    basic, other = (_cited(article) for article in ARTICLES[limit.code])
    return replace(
        limit,
        source=basic,
        variants=tuple(replace(each, source=other if each.source else None) for each in limit.variants),
        extensions=tuple(replace(each, source=other if each.source else None) for each in limit.extensions),
        resumed_variants=tuple(replace(each, source=other) for each in limit.resumed_variants),
    )


CASE_2003 = replace(
    CASE_2018,
    law="Bộ luật Tố tụng hình sự 2003",
    valid_from=date(2004, 7, 1),
    valid_to=date(2018, 1, 1),
    limits=tuple(_of_2003(limit) for limit in CASE_2018.limits),
)
