"""A report of the invented city's police on a half-year in which a tip was prosecuted."""

from datetime import date

import pytest

from lachan.documents.models import Document
from lachan.foundation import clock
from lachan.foundation.periods import parse_period
from lachan.program.models import Plan
from lachan.reporting.operations import ReportEntry, start_report
from tests.people import moment
from tests.test_spine import prosecuted_tip

NOW = moment("2024-06-07 09:12")


@pytest.fixture
def now(monkeypatch):
    """The present of the views."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: NOW.date())
    return NOW


def entry(place, **changes) -> ReportEntry:
    values = {
        "outline_code": "six_months",
        "period": parse_period("2023-12-15", "2024-06-14"),
        "subject": "Kết quả thực hiện công tác phòng, chống mua bán người 6 tháng đầu năm 2024",
        "figures_of": place.committee,
        "committee": place.committee,
    }
    return ReportEntry(**values | changes)


@pytest.fixture
def report(place):
    prosecuted_tip(place)
    return start_report(entry(place), actor=place.binh, now=NOW)


@pytest.fixture
def plan(place):
    """A plan of the committee that is being followed; its targets are each test's own."""
    document = Document.objects.create(
        kind="Kế hoạch",
        number="04/KH-BCĐ",
        title="Phòng, chống mua bán người năm 2024",
        issued_on=date(2024, 3, 21),
        file_name="ke-hoach.txt",
        file_format="txt",
        file_size=1,
        sha256="0" * 64,
        content=b"-",
        text="-",
        registered_at=NOW,
        registered_by=place.binh,
    )
    return Plan.objects.create(
        document=document,
        committee=place.committee,
        period_start=date(2024, 1, 1),
        period_end=date(2024, 12, 31),
        status=Plan.Status.CONFIRMED,
    )
