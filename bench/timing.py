"""Measuring something several times."""

import statistics
import time
from collections.abc import Callable


def median_ms(act: Callable[[], object], *, times: int) -> float:
    """The median of `times` runs in milliseconds, after one run that is not counted."""
    act()
    taken = []
    for _each in range(times):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def report(what: str, value: str) -> None:
    print(f"{what:<64} {value:>14}", flush=True)
