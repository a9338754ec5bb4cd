"""Promises that hold over the whole product, read from the declarations and the models themselves."""

import itertools
import tomllib
from pathlib import Path

import pytest
from django.apps import apps

from lachan.foundation.code_lists import EXPLOITATION_PURPOSE
from lachan.organisations.models import Unit
from lachan.procedures import registry
from lachan.procedures.course import is_possible, leads_to, possible_steps
from lachan.statistics.declared import INDICATORS
from lachan.statistics.model import Ratio

ROOT = Path(__file__).parents[1]
LAYERS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]["layers"]
RECORDS = ["cases", "victims", "tips"]
PROCEDURES = [procedure for kind in registry.kinds().values() for procedure in kind.procedures]


def names(procedure):
    return f"{procedure.kind} {procedure.valid_from:%Y}"


def level(model) -> tuple[int, int] | None:
    """How high a model's room lies: the higher the smaller the number; None for models of libraries."""
    parts = model.__module__.split(".")
    if parts[0] != "lachan":
        return None
    return LAYERS.index(parts[1]), RECORDS.index(parts[2]) if parts[1] == "records" else 0


def test_foreign_keys_point_the_way_that_imports_do():
    upward = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model and level(model) and level(field.related_model)
        if level(field.related_model) < level(model)
    ]
    assert upward == []


def test_every_measure_counts_facts_that_some_procedure_states():
    stated = {fact.kind for procedure in PROCEDURES for step in procedure.steps for fact in step.facts}
    measures = [m for each in INDICATORS.values() for m in ([each.numerator, each.denominator] if isinstance(each, Ratio) else [each])]
    counted = {term.kind for measure in measures for term in measure.terms}
    assert counted - stated == set()


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda each: each.code)
def test_every_figure_says_what_it_means_and_where_that_comes_from(indicator):
    assert indicator.label
    assert indicator.definition.endswith(".")
    assert indicator.source.instrument


@pytest.mark.parametrize("procedure", PROCEDURES, ids=names)
def test_a_declaration_names_only_what_it_declares(procedure):
    states = {state.code for state in procedure.states}
    steps = {step.code for step in procedure.steps}
    functions = set(Unit.Function.values)
    levels = set(Unit.Level.values)
    for step in procedure.steps:
        assert step.states | step.tolerated - {""} | set(step.paths) | set(step.paths.values()) <= states, step.code
        assert not step.waits_for or procedure.limit(step.waits_for), step.code
        assert not step.to or step.to in states, step.code
        assert step.is_opening or step.states, step.code
        fields = {field.code for field in step.fields}
        assert {step.hands_over, step.involves} - {""} <= fields, step.code
        for by in step.by:
            function, _colon, at = by.partition(":")
            assert function in functions, step.code
            assert not at or at in levels, step.code
        for fact in step.facts:
            assert {*fact.dimensions, fact.subject} - {""} <= fields, fact.kind
            assert not fact.dated_by or fact.dated_by in steps, fact.kind
    for limit in procedure.limits:
        assert limit.starts | limit.ends | limit.stops | limit.resumes | {each.step for each in limit.extensions} <= steps, limit.code
    assert {state.stage for state in procedure.states} <= set(range(len(procedure.stages)))


@pytest.mark.parametrize("procedure", PROCEDURES, ids=names)
def test_every_state_can_be_reached_and_left_unless_it_is_final(procedure):
    reached = {step.to for step in procedure.steps if step.is_opening}
    for _round in procedure.states:
        reached |= {leads_to(step, state) for state in reached for step in procedure.steps if is_possible(step, state)}
    assert reached == {state.code for state in procedure.states}
    stuck = [state.code for state in procedure.states if not state.is_final and not possible_steps(procedure, state.code)]
    assert stuck == []


@pytest.mark.parametrize("kind", registry.kinds().values(), ids=lambda each: each.code)
def test_versions_of_a_law_follow_each_other_without_gap_or_overlap(kind):
    versions = sorted(kind.procedures, key=lambda each: each.valid_from)
    for earlier, later in itertools.pairwise(versions):
        assert earlier.valid_to == later.valid_from


def test_a_code_of_a_list_fits_its_column():
    assert max(len(code.code) for code in EXPLOITATION_PURPOSE.codes) <= 30


def test_no_file_is_longer_than_a_reader_takes_in():
    long = [
        str(path.relative_to(ROOT))
        for path in [*ROOT.glob("lachan/**/*.py"), *ROOT.glob("tests/*.py")]
        if "migrations" not in path.parts and len(path.read_text().splitlines()) > 500
    ]
    assert long == []
