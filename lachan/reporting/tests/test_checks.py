"""What the composer says must be mended, should be seen, agrees."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import pytest

from lachan.program.models import Target
from lachan.reporting.checks import checks_of, holds
from lachan.reporting.operations import write_narrative
from lachan.reporting.outlines import OUTLINES
from lachan.reporting.outlines.model import Identity, Term
from lachan.reporting.queries import content_of, moved_since
from lachan.reporting.targets import goal_of, outcome_of
from lachan.reporting.tests.conftest import NOW
from lachan.statistics.declared import INDICATORS
from tests.test_spine import a_tip


def checks(report):
    content = content_of(report)
    return checks_of(content, moved_since(content))


def test_sections_without_their_text_must_be_mended(report, place):
    assert len(checks(report).errors) == 5
    write_narrative(report, "direction", "Đã ban hành kế hoạch.", actor=place.binh, now=NOW)
    write_narrative(report, "tasks", "   ", actor=place.binh, now=NOW)
    titles = [item.title for item in checks(report).errors]
    assert len(titles) == 4
    assert "Chưa có nội dung: V. Phương hướng, nhiệm vụ" in titles


def test_the_identities_of_the_outline_hold_on_records(report):
    agreed = checks(report).agreed
    assert len(agreed) == len(OUTLINES["six_months"].identities)
    assert agreed[0].text == "1 = 1 + 0 + 0"


def test_sums_that_differ_must_be_mended(report):
    content = content_of(report)
    wrong = Identity("một = hai", (Term("tips.received"),), (Term("tips.received"), Term("tips.resolved")))
    assert not holds(wrong, content.figures)
    content.report.outline_code = "six_months"
    outline = replace(OUTLINES["six_months"], identities=(wrong,))
    shown = checks_of(replace(content, report=SimpleNamespace(outline=outline)), [])
    assert any(item.title == "Số không khớp: một = hai" and item.text == "1 ≠ 1 + 1" for item in shown.errors)


def test_figures_that_changed_since_are_named_with_both_values(report, place):
    assert moved_since(content_of(report)) == []
    a_tip(place, at="2024-06-07 10:00")
    moved = {each.code: (each.then, each.now) for each in moved_since(content_of(report))}
    assert moved["tips.received"] == ("1", "2")
    assert moved["tips.resolved_rate"] == ("100%", "50%")
    assert "tips.resolved" not in moved
    assert any("Tin tiếp nhận trong kỳ: 1 → 2" in item.text for item in checks(report).remarks)


def test_every_figure_of_an_outline_is_declared():
    for outline in OUTLINES.values():
        assert outline.codes <= INDICATORS.keys()
        texts = [section.code for section in outline.sections]
        assert len(texts) == len(set(texts))


def figure(value, *, is_ratio=True):
    top, bottom = (value.numerator, value.denominator) if value is not None else (0, 0)
    return SimpleNamespace(value=value, is_ratio=is_ratio, numerator=top, denominator=bottom)


@pytest.mark.parametrize(
    ("op", "strict", "goal", "goal_to", "value", "outcome", "words"),
    [
        (">=", "", 90, None, Fraction(9, 10), "met", "từ 90% trở lên"),
        (">=", ">", 90, None, Fraction(9, 10), "missed", "trên 90%"),
        (">=", ">", 90, None, Fraction(91, 100), "met", "trên 90%"),
        ("=", "", 100, None, Fraction(1), "met", "100%"),
        ("=", "", 100, None, Fraction(99, 100), "missed", "100%"),
        ("=", "", 95, None, Fraction(1), "met", "95%"),
        ("<=", "", 5, None, Fraction(5, 100), "met", "không quá 5%"),
        ("<=", "<", 5, None, Fraction(5, 100), "missed", "dưới 5%"),
        ("range", "", 10, 20, Fraction(15, 100), "met", "10 – 20%"),
        ("range", "", 10, 20, Fraction(21, 100), "missed", "10 – 20%"),
        (">=", "", 90, None, None, "nothing", "từ 90% trở lên"),
        ("qualitative", "", None, None, Fraction(1), "unmeasured", ""),
    ],
)
def test_a_target_is_judged_as_its_words_say(op, strict, goal, goal_to, value, outcome, words):
    target = Target(op=op, op_strict=strict, value=goal and Decimal(goal), value_to=goal_to and Decimal(goal_to), unit="%")
    assert outcome_of(target, figure(value)) == outcome
    assert goal_of(target) == words


def test_a_target_in_numbers_is_compared_as_it_stands():
    target = Target(op=">=", value=Decimal("5.000"), unit="buổi")
    assert outcome_of(target, figure(5, is_ratio=False)) == "met"
    assert goal_of(target) == "từ 5 buổi trở lên"
    assert outcome_of(target, None) == "unmeasured"
