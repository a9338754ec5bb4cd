"""The command `lachan figure`."""

import argparse
import json

from lachan.procedures.operations import withdraw_step
from lachan.statistics import commands
from tests.people import moment
from tests.test_spine import a_tip, go, prosecuted_tip


def call(capsys, *words: str) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser()
    commands.add_arguments(parser)
    status = commands.run(parser.parse_args([*words]))
    printed = capsys.readouterr()
    return status, printed.out, printed.err


HALF_YEAR = ("--unit", "bcd-bien-hoa", "--from", "2023-12-15", "--to", "2024-06-14")


def test_a_count_is_a_number_with_all_that_explains_it(place, capsys):
    a_tip(place)
    status, out, _err = call(capsys, "tips.received", *HALF_YEAR, "--json")
    data = json.loads(out)
    assert status == 0
    assert data["value"] == 1
    assert {key: data[key] for key in ("code", "unit", "from", "to", "known_at", "mark")} == {
        "code": "tips.received",
        "unit": "bcd-bien-hoa",
        "from": "2023-12-15",
        "to": "2024-06-14",
        "known_at": None,
        "mark": "verified",
    }
    assert data["source"] == "Điều 145-147, BLTTHS 2015"
    assert data["position"] > 0


def test_a_ratio_is_a_decimal_string_beside_its_parts(place, capsys):
    prosecuted_tip(place)
    a_tip(place, at="2024-05-07 09:00")
    a_tip(place, at="2024-05-07 10:00")
    data = json.loads(call(capsys, "tips.resolved_rate", *HALF_YEAR, "--json")[1])
    assert (data["value"], data["numerator"], data["denominator"]) == ("0.333333", 1, 3)
    data = json.loads(
        call(capsys, "tips.resolved_rate", "--unit", "bcd-bien-hoa", "--from", "2020-01-01", "--to", "2020-01-31", "--json")[1]
    )
    assert (data["value"], data["denominator"]) == (None, 0)


def test_a_figure_is_answered_as_it_was_known(place, capsys):
    step = go(a_tip(place), "classify", place.an, "2024-05-06 10:00", outcome="unclear")
    withdraw_step(step, reason="Nhầm", actor=place.binh, now=moment("2024-05-20 08:00"))
    then = call(capsys, "tips.classified", *HALF_YEAR, "--known-at", "2024-05-13T08:00", "--json")[1]
    now = call(capsys, "tips.classified", *HALF_YEAR, "--json")[1]
    assert (json.loads(then)["value"], json.loads(now)["value"]) == (1, 0)
    assert json.loads(then)["known_at"] == "2024-05-13T08:00:00+07:00"


def test_what_cannot_be_asked_is_said_on_standard_error(place, capsys):
    for words, says in (
        (("no.such", *HALF_YEAR), "Không có chỉ tiêu thống kê mã “no.such”."),
        (("tips.received", "--unit", "nowhere", *HALF_YEAR[2:]), "Không có đơn vị mã “nowhere”."),
        (("tips.received", *HALF_YEAR[:2], "--from", "31/02/2024", "--to", "2024-06-14"), "Tháng 02/2024 chỉ có 29 ngày."),
        (("tips.received", *HALF_YEAR[:2], "--from", "2024-06-15", "--to", "2024-06-14"), "phải bằng hoặc sau ngày đầu"),
        (("tips.received", *HALF_YEAR, "--known-at", "13/05/2024"), "Thiếu giờ, phút."),
    ):
        status, out, err = call(capsys, *words, "--json")
        assert (status, out) == (2, "")
        assert says in err
