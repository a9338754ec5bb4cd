"""What time it is, asked in one place. Operations never ask: the moment comes to them as an argument, from a view or a command.

A demonstration plays in the months that its plan speaks of: its folder holds `demo-clock.json` with the moment at which the play began
and the moment that it was in the world, and the clock runs on from there. An installation with real data has no such file.
"""

import json
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone


def clock_file() -> Path:
    return Path(settings.HOME) / "demo-clock.json"


@lru_cache(maxsize=4)
def _offset(file: Path, changed: float):
    played = json.loads(file.read_text())
    return datetime.fromisoformat(played["played"]) - datetime.fromisoformat(played["real"])


def now() -> datetime:
    """The present moment, aware, in the place's time zone."""
    moment = timezone.localtime()
    if not settings.IS_DEMO:
        return moment
    file = clock_file()
    return moment + _offset(file, file.stat().st_mtime) if file.exists() else moment


def today() -> date:
    return now().date()


def start_demo_clock(played: datetime) -> None:
    """Begin the play at `played` (aware); the clock of this installation runs on from there."""
    clock_file().parent.mkdir(parents=True, exist_ok=True)
    clock_file().write_text(json.dumps({"played": played.isoformat(), "real": timezone.now().isoformat()}))
