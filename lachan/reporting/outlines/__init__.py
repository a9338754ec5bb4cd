"""The outlines that there are, by their code. A report keeps the code: a retired outline stays readable."""

from lachan.reporting.outlines.model import Outline
from lachan.reporting.outlines.six_months import SIX_MONTHS

OUTLINES: dict[str, Outline] = {outline.code: outline for outline in (SIX_MONTHS,)}
