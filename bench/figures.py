"""Figures over many invented facts, on a SQLite database of its own."""

import os
import tempfile
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

HOME = tempfile.TemporaryDirectory(prefix="lachan-bench-")
os.environ |= {"LACHAN_HOME": HOME.name, "DJANGO_SETTINGS_MODULE": "lachan.config.settings", "LACHAN_DEMO": "0"}
os.environ.pop("DATABASE_URL", None)

import django  # noqa: E402  the environment has to be set first

django.setup()

from django.core.management import call_command  # noqa: E402

from bench.timing import median_ms, report  # noqa: E402
from lachan.foundation.periods import Period  # noqa: E402
from lachan.ledger.models import Fact  # noqa: E402
from lachan.organisations.models import Unit  # noqa: E402
from lachan.statistics.declared import INDICATORS  # noqa: E402
from lachan.statistics.queries import figure, figures  # noqa: E402
from tests.people import make_place  # noqa: E402

FACTS = 200_000
KINDS = ("tips.received", "tips.classified", "tips.resolved", "tips.suspended", "cases.opened", "cases.tried", "victims.received")
BEGIN = date(2020, 1, 1)
HALF_YEAR = Period(date(2023, 12, 15), date(2024, 6, 15))


def main() -> None:
    call_command("migrate", verbosity=0)
    committee = make_place().committee
    state_facts(committee)
    one = median_ms(lambda: figure("tips.resolved_rate", unit=committee, period=HALF_YEAR), times=9)
    report(f"one rate over {FACTS:,} facts (SQLite), median of 9", f"{one:.0f} ms")
    every = median_ms(lambda: figures(list(INDICATORS), unit=committee, period=HALF_YEAR), times=5)
    report(f"all {len(INDICATORS)} indicators over {FACTS:,} facts (SQLite), median of 5", f"{every:.0f} ms")


def state_facts(committee: Unit) -> None:
    """Rows as the ledger holds them; written directly, because here only the reading is measured."""
    dice = Random(1)
    areas = ("p75/d731/c26047", "p75/d731/c26050")
    now = datetime(2024, 6, 15, tzinfo=UTC)
    for _batch in range(0, FACTS, 10_000):
        Fact.objects.bulk_create(
            Fact(
                kind=dice.choice(KINDS),
                subject=(uid := UUID(int=dice.getrandbits(128))),
                source=uid,
                unit="ca-p-1",
                area_path=dice.choice(areas),
                occurred_on=BEGIN + timedelta(days=dice.randrange(1800)),
                weight=1,
                dimensions={"tip_kind": "report", "purpose": "forced_labour"},
                statement=uid.hex,
                recorded_at=now,
            )
            for _each in range(10_000)
        )


main()
