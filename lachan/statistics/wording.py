"""Figures in words, the same on a page and in a report: "tăng 3 tin (12,5%)", "82,4%", "không phát sinh"."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from dateutil.relativedelta import relativedelta

from lachan.foundation.numerals import format_number, format_percent
from lachan.foundation.periods import Period

NO_VALUE = "–"


@dataclass(frozen=True)
class Change:
    """How a value differs from the one before it.

    `amount` without sign ("3", "3,4"), `unit` what it counts ("tin", "điểm phần trăm"), `share` of the value before ("12,5%"), "" where
    there is none to divide by or the value is a ratio. `direction` is "" when either value is missing.
    """

    direction: Literal["up", "down", "same", ""]
    amount: str = ""
    unit: str = ""
    share: str = ""
    difference: Decimal = Decimal(0)

    @property
    def verb(self) -> str:
        return {"up": "tăng", "down": "giảm", "same": "bằng", "": ""}[self.direction]

    @property
    def signed(self) -> str:
        """For a column of a table: "+3", "−2", "0", "–"."""
        if not self.direction:
            return NO_VALUE
        return {"up": f"+{self.amount}", "down": f"−{self.amount}", "same": "0"}[self.direction]

    @property
    def text(self) -> str:
        """ "tăng 3 tin (12,5%)", "giảm 2 vụ"; "bằng" and "" have nothing after them."""
        if self.direction not in {"up", "down"}:
            return self.verb
        return f"{self.verb} {self.amount} {self.unit}" + (f" ({self.share})" if self.share else "")


def change(now: int | Fraction | None, before: int | Fraction | None, *, unit: str, is_ratio: bool) -> Change:
    """The change from `before` to `now`; ratios change by percentage points, counts also by a share of what was before."""
    if now is None or before is None:
        return Change("")
    difference = as_decimal(now) - as_decimal(before)
    direction: Literal["up", "down", "same"] = "up" if difference > 0 else "down" if difference < 0 else "same"
    if direction == "same":
        return Change("same")
    if is_ratio:
        points = format_number(abs(difference) * 100, decimals=1)
        return Change(direction, points.removesuffix(",0"), "điểm phần trăm", difference=difference)
    share = format_percent(abs(difference) / abs(as_decimal(before))) if before else ""
    return Change(direction, format_number(abs(difference)), unit, share, difference)


def printed(value: int | Fraction | None, *, is_ratio: bool) -> str:
    """A value as documents print it: "1.234", "82,4%", a dash for none."""
    if value is None:
        return NO_VALUE
    return format_percent(as_decimal(value)) if is_ratio else format_number(as_decimal(value))


def as_decimal(value: int | Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def same_period_last_year(period: Period) -> Period:
    """The same days a year earlier; 29 February becomes 28."""
    return Period(period.start - relativedelta(years=1), period.end - relativedelta(years=1))


MOST_PARTS = 24


def parts_of(period: Period) -> list[Period]:
    """The months of a period, counted from its first day; its years when there are more than 24 months; itself beyond 24 years."""
    for step in (relativedelta(months=1), relativedelta(years=1)):
        if period.start + step * MOST_PARTS >= period.end:
            return _cut(period, step)
    return [period]


def _cut(period: Period, step: relativedelta) -> list[Period]:
    parts: list[Period] = []
    start = period.start
    while start < period.end:
        end = min(period.start + step * (len(parts) + 1), period.end)
        parts.append(Period(start, end))
        start = end
    return parts
