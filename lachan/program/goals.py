"""Is a target reached, and what is missing. Pure arithmetic on counts; a percentage goal is 90, not 0.9."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from lachan.program.models import Target

State = Literal["met", "short", "over", "nothing_happened", "not_comparable"]


@dataclass(frozen=True)
class Verdict:
    """`missing` is how many more of what the numerator counts would reach the goal; None where more of it does not help."""

    state: State
    missing: int | None = None

    @property
    def is_met(self) -> bool:
        return self.state == "met"


def judge_rate(target: Target, numerator: int, denominator: int) -> Verdict:
    """A percentage goal against a rate."""
    if target.value is None or target.unit != "%":
        return Verdict("not_comparable")
    if not denominator:
        return Verdict("nothing_happened")
    share = Fraction(numerator * 100, denominator)
    if _holds(target, share):
        return Verdict("met")
    goal = Fraction(target.value)
    if share > goal or target.op == Target.Op.AT_MOST:
        return Verdict("over")
    needed = goal * denominator / 100
    whole = floor(needed) + 1 if target.op_strict == ">" else ceil(needed)
    return Verdict("short", whole - numerator if whole <= denominator else None)


def judge_count(target: Target, value: int) -> Verdict:
    """A goal in persons, cases, courses against a count."""
    if target.value is None or target.unit == "%":
        return Verdict("not_comparable")
    if _holds(target, Fraction(value)):
        return Verdict("met")
    goal = Fraction(target.value)
    if value > goal or target.op == Target.Op.AT_MOST:
        return Verdict("over")
    return Verdict("short", (floor(goal) + 1 if target.op_strict == ">" else ceil(goal)) - value)


def _holds(target: Target, value: Fraction) -> bool:
    """A bare "đạt 95%" asks for at least that much: nobody falls short by doing more."""
    goal = Fraction(target.value or 0)
    if target.op == Target.Op.RANGE:
        return goal <= value <= Fraction(target.value_to if target.value_to is not None else goal)
    if target.op == Target.Op.AT_MOST:
        return value < goal if target.op_strict == "<" else value <= goal
    return value > goal if target.op_strict == ">" else value >= goal
