"""`lachan figure`: one figure for a program or the console, with all that is needed to ask it again."""

import argparse
import json
import sys
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lachan.foundation.errors import Refused
from lachan.foundation.numerals import format_date
from lachan.foundation.periods import parse_period
from lachan.organisations.models import Unit
from lachan.statistics.forms import MomentField
from lachan.statistics.model import Ratio
from lachan.statistics.queries import Figure, figure
from lachan.statistics.wording import as_decimal, printed

REFUSED = 2
DECIMALS = 6


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CHỈ_TIÊU", help="mã chỉ tiêu, ví dụ tips.resolved_rate (indicator code)")
    parser.add_argument("--unit", required=True, help="mã đơn vị (unit code)")
    parser.add_argument("--from", dest="first", required=True, metavar="NGÀY", help="ngày đầu, 2023-12-15 (first day)")
    parser.add_argument("--to", dest="last", required=True, metavar="NGÀY", help="ngày cuối, tính cả ngày đó (last day, inclusive)")
    parser.add_argument("--known-at", default="", metavar="LÚC", help="như đã biết vào, 2024-05-13T08:00 (as known at)")
    parser.add_argument("--json", action="store_true", help="in JSON (print JSON)")


def run(args: argparse.Namespace) -> int:
    """Print the figure. 0; 2 with a sentence on standard error when the question cannot be answered."""
    try:
        found = asked(args)
    except Refused as refused:
        print(refused.message, file=sys.stderr)
        return REFUSED
    print(json.dumps(as_data(found), ensure_ascii=False, indent=2) if args.json else as_text(found))
    return 0


def asked(args: argparse.Namespace) -> Figure:
    """The figure that the arguments ask for. Raises Refused for a day, moment, unit or code that does not exist."""
    period = parse_period(args.first, args.last, first_field="from", last_field="to")
    unit = Unit.objects.select_related("area").filter(code=args.unit).first()
    if unit is None:
        raise Refused(_("Không có đơn vị mã “%(code)s”.") % {"code": args.unit[:80]}, code="unknown-unit", field="unit")
    return figure(args.code, unit=unit, period=period, known_at=_moment(args.known_at))


def _moment(text: str) -> datetime | None:
    try:
        return MomentField(required=False).clean(text)
    except ValidationError as error:
        raise Refused(" ".join(error.messages), code="moment", field="known_at") from error


def as_data(found: Figure) -> dict[str, Any]:
    """The figure as JSON takes it. A ratio is a decimal string (its exact parts stand beside it), None when there is nothing to divide by."""
    data: dict[str, Any] = {
        "code": found.indicator.code,
        "label": found.indicator.label,
        "unit": found.unit.code,
        "from": found.period.start.isoformat(),
        "to": found.period.last_day.isoformat(),
        "value": found.value,
    }
    if isinstance(found.indicator, Ratio):
        value = None if found.value is None else f"{round(as_decimal(found.value), DECIMALS):f}"
        data |= {"value": value, "numerator": found.numerator, "denominator": found.denominator}
    return data | {
        "known_at": found.known_at.isoformat() if found.known_at else None,
        "position": found.position,
        "definition": found.indicator.definition,
        "source": str(found.indicator.source),
        "mark": found.indicator.source.mark.value,
    }


def as_text(found: Figure) -> str:
    period = f"{format_date(found.period.start)} – {format_date(found.period.last_day)}"
    value = printed(found.value, is_ratio=found.is_ratio)
    value += f" ({found.numerator}/{found.denominator})" if found.is_ratio else f" {found.indicator.unit}"
    return f"{found.indicator.label}: {value}\n{found.unit.name}, {period}, vị trí {found.position}"
