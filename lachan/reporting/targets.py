"""Is a target of the plan met by the figures of a period? The words of goal and verdict for the report's table."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from lachan.foundation.numerals import format_number
from lachan.program.models import Target
from lachan.statistics.queries import Figure
from lachan.statistics.wording import as_decimal

Outcome = Literal["met", "missed", "nothing", "unmeasured"]
VERDICTS: dict[Outcome, str] = {
    "met": "Đạt",
    "missed": "Chưa đạt",
    "nothing": "Không phát sinh",
    "unmeasured": "Đánh giá bằng lời",
}


@dataclass(frozen=True)
class Measured:
    """A target, its figure in the period (None when none is bound to it) and what follows."""

    target: Target
    figure: Figure | None
    outcome: Outcome

    @property
    def verdict(self) -> str:
        return VERDICTS[self.outcome]

    @property
    def goal(self) -> str:
        return goal_of(self.target)


def measured(targets: Iterable[Target], figures: dict[str, Figure]) -> list[Measured]:
    """Each target with the figure of its indicator; `figures` by code."""
    rows = []
    for target in targets:
        figure = figures.get(target.indicator_code)
        rows.append(Measured(target, figure, outcome_of(target, figure)))
    return rows


def outcome_of(target: Target, figure: Figure | None) -> Outcome:
    """A ratio without a denominator is neither met nor missed: nothing happened that could be measured."""
    if figure is None or target.op == Target.Op.QUALITATIVE or target.value is None:
        return "unmeasured"
    if figure.value is None:
        return "nothing"
    return "met" if _holds(target, _as_stated(figure)) else "missed"


def _as_stated(figure: Figure) -> Decimal:
    """Plans state a share as 90, figures as 0.9."""
    value: int | Fraction = figure.value if figure.value is not None else 0
    return as_decimal(value) * 100 if figure.is_ratio else as_decimal(value)


def _holds(target: Target, value: Decimal) -> bool:
    goal = target.value
    assert goal is not None  # outcome_of has asked
    if target.op == Target.Op.RANGE:
        return goal <= value <= (target.value_to if target.value_to is not None else goal)
    if target.op == Target.Op.EQUAL:
        return value == goal
    if target.op == Target.Op.AT_LEAST:
        return value > goal if target.op_strict == ">" else value >= goal
    return value < goal if target.op_strict == "<" else value <= goal


def goal_of(target: Target) -> str:
    """ "trên 90%", "từ 95% trở lên", "100%", "không quá 5 vụ"; "" for a target without a number."""
    if target.value is None or target.op == Target.Op.QUALITATIVE:
        return ""
    goal = _amount(target.value, target.unit)
    if target.op == Target.Op.RANGE and target.value_to is not None:
        return f"từ {_number(target.value)} đến {_amount(target.value_to, target.unit)}"
    if target.op == Target.Op.AT_LEAST:
        return f"trên {goal}" if target.op_strict == ">" else f"từ {goal} trở lên"
    if target.op == Target.Op.AT_MOST:
        return f"dưới {goal}" if target.op_strict == "<" else f"không quá {goal}"
    return goal


def _amount(value: Decimal, unit: str) -> str:
    return f"{_number(value)}%" if unit == "%" else f"{_number(value)} {unit}".strip()


def _number(value: Decimal) -> str:
    value = value.normalize()
    return format_number(value, decimals=max(0, -int(value.as_tuple().exponent)))
