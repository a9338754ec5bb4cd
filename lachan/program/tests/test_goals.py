"""Is a target reached, and how many are missing."""

from decimal import Decimal

import pytest

from lachan.program.goals import judge_count, judge_rate
from lachan.program.models import Target


def goal(op: str, value: str, *, strict: str = "", unit: str = "%", value_to: str = "") -> Target:
    return Target(op=op, op_strict=strict, value=Decimal(value), unit=unit, value_to=Decimal(value_to) if value_to else None)


@pytest.mark.parametrize(
    ("target", "counts", "state", "missing"),
    [
        (goal(">=", "90", strict=">"), (9, 10), "short", 1),
        (goal(">=", "90"), (9, 10), "met", None),
        (goal("=", "95"), (19, 20), "met", None),
        (goal("=", "95"), (18, 20), "short", 1),
        (goal("=", "100"), (151, 151), "met", None),
        (goal(">=", "90", strict=">"), (132, 151), "short", 4),
        (goal(">=", "90", strict=">"), (0, 0), "nothing_happened", None),
        (goal("<=", "5"), (1, 10), "over", None),
        (goal("<=", "10"), (1, 10), "met", None),
        (goal("<=", "10", strict="<"), (1, 10), "over", None),
        (goal("range", "80", value_to="90"), (17, 20), "met", None),
        (goal(">=", "5", unit="vụ"), (5, 10), "not_comparable", None),
        (goal(">=", "33.3"), (1, 3), "met", None),
    ],
)
def test_rates(target, counts, state, missing):
    verdict = judge_rate(target, *counts)
    assert (verdict.state, verdict.missing) == (state, missing)


@pytest.mark.parametrize(
    ("target", "value", "state", "missing"),
    [
        (goal(">=", "5", unit="lớp"), 3, "short", 2),
        (goal(">=", "5", unit="lớp", strict=">"), 5, "short", 1),
        (goal("<=", "5", unit="vụ"), 6, "over", None),
        (goal(">=", "5", unit="%"), 6, "not_comparable", None),
    ],
)
def test_counts(target, value, state, missing):
    verdict = judge_count(target, value)
    assert (verdict.state, verdict.missing) == (state, missing)
