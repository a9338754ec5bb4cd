"""What must hold of every ledger: parts add up to the whole, and what was known is a prefix."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lachan.foundation.periods import Period
from lachan.statistics import engine, reference
from lachan.statistics.declared import INDICATORS
from lachan.statistics.model import Measure
from lachan.statistics.tests.spec import CITY, FIRST_MOMENT, Question, Reference, Sql
from lachan.statistics.wording import parts_of

MEASURES = [each for each in INDICATORS.values() if isinstance(each, Measure)]
KINDS = sorted({term.kind for measure in MEASURES for term in measure.terms})
WARDS = ("c1", "c10", "c2", "c3")
FIRST_DAY = date(2023, 6, 1)

dimensions = st.fixed_dictionaries(
    {}, optional={"sex": st.sampled_from(["female", "male"]), "tip_kind": st.sampled_from(["report", "petition"])}
)
row = st.builds(
    reference.Row,
    kind=st.sampled_from(KINDS),
    occurred_on=st.integers(0, 500).map(lambda days: FIRST_DAY + timedelta(days=days)),
    weight=st.sampled_from([1, 1, 1, -1, 7]),
    unit=st.sampled_from(["ca-p-1", "ca-p-2"]),
    area_path=st.sampled_from([f"{CITY}/{ward}" for ward in WARDS]),
    dimensions=dimensions,
)
ledgers = st.lists(row, max_size=40).map(
    lambda rows: [replace(one, position=place, recorded_at=FIRST_MOMENT + timedelta(hours=place)) for place, one in enumerate(rows, 1)]
)
periods = st.tuples(st.integers(0, 400), st.integers(1, 200)).map(
    lambda pair: Period(FIRST_DAY + timedelta(days=pair[0]), FIRST_DAY + timedelta(days=sum(pair)))
)


@given(ledgers, periods)
def test_the_wards_add_up_to_the_city(rows, period):
    for measure in MEASURES:
        city = reference.value(measure, reference.within(rows, area_path=CITY), period)
        wards = [reference.value(measure, reference.within(rows, area_path=f"{CITY}/{ward}"), period) for ward in WARDS]
        assert city == sum(wards), measure.code


@given(ledgers, periods, st.integers(0, 45))
def test_as_known_at_a_position_is_the_figure_of_the_prefix(rows, period, position):
    moment = FIRST_MOMENT + timedelta(hours=position)
    for indicator in INDICATORS.values():
        prefix = reference.value(indicator, rows[:position], period)
        assert reference.value(indicator, reference.known(rows, position=position), period) == prefix
        assert reference.value(indicator, reference.known(rows, at=moment), period) == prefix


@given(ledgers, periods)
def test_what_happened_in_the_parts_of_a_period_adds_up_to_the_period(rows, period):
    received = INDICATORS["tips.received"]
    assert reference.value(received, rows, period) == sum(reference.value(received, rows, part) for part in parts_of(period))


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ledgers, period=periods, position=st.none() | st.integers(0, 45))
def test_the_engine_in_sql_comes_to_what_the_plain_one_does(db, rows, period, position):
    plain, sql = Reference(), Sql()
    plain.load(rows)
    sql.load(rows)
    for indicator in INDICATORS.values():
        for path in (CITY, f"{CITY}/c1"):
            asked = Question(indicator, period, path, position=position)
            assert sql.answer(asked) == plain.answer(asked), indicator.code
    by_area = engine.values_by_area(MEASURES, period, engine.Scope(CITY), engine.Knowledge(position=position))
    for ward in WARDS:
        for measure in MEASURES:
            here = Question(measure, period, f"{CITY}/{ward}", position=position)
            assert by_area.get(f"{CITY}/{ward}", {}).get(measure.code, 0) == plain.answer(here)
