"""The targets of the plan in the words of a report: goal and verdict, judged as the plan's own page judges them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lachan.program.models import Target
from lachan.program.queries import judged
from lachan.program.wording import goal_text
from lachan.statistics.queries import Figure

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
    verdict = judged(target, figure).verdict
    if verdict is None or verdict.state == "not_comparable":
        return "unmeasured"
    if verdict.state == "nothing_happened":
        return "nothing"
    return "met" if verdict.is_met else "missed"


def goal_of(target: Target) -> str:
    """ "trên 90%", "từ 95% trở lên", "100%", "không quá 5 vụ"; "" for a target without a number."""
    if target.op == Target.Op.QUALITATIVE:
        return ""
    return goal_text(target.op, target.op_strict, target.value, target.unit, target.value_to)
