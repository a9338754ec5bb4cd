"""What the declared figures come to, as tables that their owner can read. Each is put to the plain engine and to the one in SQL."""

from fractions import Fraction

import pytest

from lachan.statistics.declared import INDICATORS
from lachan.statistics.tests.spec import CITY, Question, Reference, Sql, period, rows_of, table

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[Reference, Sql], ids=["reference", "sql"])
def spec(request):
    """Put facts and questions, both text tables, to one of the engines."""

    def check(facts: str, questions: str) -> None:
        engine = request.param()
        engine.load(rows_of(facts))
        for row in table(questions):
            asked = Question(
                INDICATORS[row["figure"]],
                period(row["from"], row["to"]),
                f"{CITY}/{row['place']}" if row.get("place") else CITY,
                frozenset(row["units"].split(",")) if row.get("units") else frozenset(),
                int(row["position"]) if row.get("position") else None,
            )
            assert engine.answer(asked) == expected(row["is"]), row

    return check


def expected(text: str):
    return None if text == "none" else Fraction(text) if "/" in text else int(text)


def test_a_period_holds_its_first_and_its_last_day(spec):
    spec(
        """
        kind          | on
        tips.received | 2023-12-14
        tips.received | 2023-12-15
        tips.received | 2024-06-14
        tips.received | 2024-06-15
        """,
        """
        figure        | from       | to         | is
        tips.received | 2023-12-15 | 2024-06-14 | 2
        tips.received | 2023-12-15 | 2023-12-15 | 1
        tips.received | 2023-12-16 | 2024-06-13 | 0
        """,
    )


def test_a_withdrawn_fact_counts_until_it_was_taken_back(spec):
    spec(
        """
        kind            | on         | weight
        tips.received   | 2024-01-10 | 1
        tips.classified | 2024-01-11 | 1
        tips.classified | 2024-01-11 | -1
        """,
        """
        figure          | from       | to         | position | is
        tips.classified | 2024-01-01 | 2024-01-31 | 1        | 0
        tips.classified | 2024-01-01 | 2024-01-31 | 2        | 1
        tips.classified | 2024-01-01 | 2024-01-31 | 3        | 0
        tips.classified | 2024-01-01 | 2024-01-31 |          | 0
        """,
    )


def test_what_is_carried_over_is_what_was_pending_at_the_end_of_the_period_before(spec):
    spec(
        """
        kind           | on
        tips.received  | 2023-12-01
        tips.received  | 2023-12-05
        tips.suspended | 2023-12-10
        tips.received  | 2024-02-01
        tips.resumed   | 2024-02-02
        tips.resolved  | 2024-03-01
        """,
        """
        figure            | from       | to         | is
        tips.pending      | 2023-06-15 | 2023-12-14 | 1
        tips.carried_over | 2023-12-15 | 2024-06-14 | 1
        tips.to_resolve   | 2023-12-15 | 2024-06-14 | 3
        tips.resolved     | 2023-12-15 | 2024-06-14 | 1
        tips.pending      | 2023-12-15 | 2024-06-14 | 2
        tips.resolved_rate| 2023-12-15 | 2024-06-14 | 1/3
        """,
    )


def test_a_rate_without_a_denominator_has_no_value(spec):
    spec(
        """
        kind          | on
        tips.received | 2024-01-10
        """,
        """
        figure               | from       | to         | is
        tips.classified_rate | 2024-01-01 | 2024-01-31 | 0/1
        tips.classified_rate | 2024-02-01 | 2024-02-29 | none
        """,
    )


def test_a_total_on_paper_is_one_fact_with_its_weight(spec):
    spec(
        """
        kind               | on         | weight
        victims.identified | 2021-06-30 | 12
        victims.identified | 2021-07-01 | 1
        """,
        """
        figure             | from       | to         | is
        victims.identified | 2021-01-01 | 2021-12-31 | 13
        """,
    )


def test_a_figure_by_sex_or_age_counts_only_facts_that_say_it(spec):
    spec(
        """
        kind               | on         | where
        victims.identified | 2024-01-10 | sex=female,age=<16
        victims.identified | 2024-01-10 | sex=female,age=18-29
        victims.identified | 2024-01-10 | sex=male,age=16-17
        victims.identified | 2024-01-10 |
        """,
        """
        figure                    | from       | to         | is
        victims.identified        | 2024-01-01 | 2024-01-31 | 4
        victims.identified.female | 2024-01-01 | 2024-01-31 | 2
        victims.identified.minor  | 2024-01-01 | 2024-01-31 | 2
        """,
    )


def test_a_place_holds_its_parts_and_not_what_merely_begins_like_it(spec):
    spec(
        """
        kind         | on         | place
        cases.opened | 2024-01-10 | c1
        cases.opened | 2024-01-10 | c10
        cases.opened | 2024-01-10 | c2
        """,
        """
        figure       | from       | to         | place | is
        cases.opened | 2024-01-01 | 2024-01-31 |       | 3
        cases.opened | 2024-01-01 | 2024-01-31 | c1    | 1
        """,
    )


def test_a_unit_counts_what_it_and_the_named_units_stated(spec):
    spec(
        """
        kind         | on         | unit
        cases.opened | 2024-01-10 | ca-bien-hoa
        cases.opened | 2024-01-11 | ca-p-1
        cases.opened | 2024-01-12 | vksnd
        """,
        """
        figure       | from       | to         | units              | is
        cases.opened | 2024-01-01 | 2024-01-31 | ca-bien-hoa,ca-p-1 | 2
        """,
    )
