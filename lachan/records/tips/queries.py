"""Questions about tips."""

from django.db.models import Q

from lachan.foundation.code_lists import EXPLOITATION_PURPOSE
from lachan.foundation.text import fold
from lachan.records.tips.procedure import KINDS


def titled(text: str) -> Q:
    """Records that are tips whose title (kind and suspected purpose) has the folded text in it."""
    kinds = [code for code, label in KINDS if text in fold(label)]
    purposes = [code for code, label in EXPLOITATION_PURPOSE.choices() if text in fold(label)]
    return Q(tip__tip_kind__in=kinds) | Q(tip__purpose__in=purposes)
