"""How a tip was handled under the Criminal Procedure Code of 2003: for questions about old files, from general knowledge throughout."""

from dataclasses import replace
from datetime import date

from lachan.foundation.sources import Mark, Source
from lachan.foundation.terms import Term
from lachan.procedures.model import Extension, Variant
from lachan.records.tips.procedure import TIP_2018

RESOLVE = Source("BLTTHS 2003", "Điều 103", Mark.UNCONFIRMED)

TIP_2003 = replace(
    TIP_2018,
    law="Bộ luật Tố tụng hình sự 2003",
    valid_from=date(2004, 7, 1),
    valid_to=date(2018, 1, 1),
    limits=(
        replace(
            TIP_2018.limit("tip.resolve"),
            source=RESOLVE,
            variants=(Variant(Term(days=20)),),
            extensions=(Extension(step="extend", variants=(Variant(Term(months=2)),), counts_from="reading"),),
            resumed_variants=(),
        ),
    ),
)
