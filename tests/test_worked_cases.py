"""The tables of worked cases, which a lawyer can read, against the calculator. They were counted without it."""

from datetime import date
from pathlib import Path

import pytest

from lachan.config.clocks_command import ASKABLES
from lachan.procedures.asking import answer

TABLES = Path(__file__).parents[1] / "lachan" / "procedures" / "tests" / "worked_cases"
NONE = "–"
TODAY = date(2027, 12, 31)


def rows():
    for file in sorted(TABLES.glob("*.md")):
        lines = [line for line in file.read_text("utf-8").splitlines() if line.startswith("| ")]
        head, *body = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        for cells in body:
            yield pytest.param(dict(zip(head, cells, strict=True)), id=f"{file.stem} {cells[0]}")


def value(text):
    """A value of a table as JSON has it: yes, no, whole numbers, dd/mm/yyyy, codes."""
    if text in {"yes", "no"}:
        return text == "yes"
    return int(text) if text.isdigit() else day(text) if text.count("/") == 2 else text


def day(text):
    """ "10/12/2025 09:12" as "2025-12-10T09:12"."""
    on, _space, hour = text.partition(" ")
    return "-".join(reversed(on.split("/"))) + (f"T{hour}" if hour else "")


def pairs(text):
    return {} if text == NONE else {key: value(given) for key, given in (each.split("=") for each in text.split(", "))}


def step(text):
    """ "extend 25/12/2025 months=2 by=procuracy", with an hour after the day where it is known."""
    code, on, *rest = text.split()
    hour = rest.pop(0) if rest and ":" in rest[0] else ""
    return {"step": code, "at" if hour else "on": day(f"{on} {hour}".strip())} | pairs(", ".join(rest) or NONE)


def question(row):
    return {
        "procedure": row["Loại"],
        "facts": pairs(row["Hồ sơ"]),
        "steps": [step(each) for each in row["Các bước"].split("; ")],
        "on": day(row["Hỏi ngày"]),
        "parameters": pairs(row["Cách hiểu"]),
    }


@pytest.mark.parametrize("row", list(rows()))
def test_a_worked_case_comes_out_as_the_table_says(row):
    given = answer(question(row), ASKABLES, today=TODAY)
    refused = [f"{each['step']} {each['code']}" for each in given["refused"]]
    assert refused == ([] if row["Không nhận"] == NONE else row["Không nhận"].split(", "))
    found = [each for each in given["clocks"] if each["clock"] == row["Thời hạn"]]
    if row["Hết hạn"] == NONE:
        assert found == []
        return
    clock = found[0]
    assert (clock["legal_end"], clock["safe_day"], clock["status"]) == (day(row["Hết hạn"]), day(row["Nên xong"]), row["Tình trạng"])
    assert clock["article"] == row["Căn cứ"]


def test_there_are_cases_of_every_kind_of_record_and_every_clock():
    asked = [each.values[0] for each in rows()]
    declared = {limit.code for each in ASKABLES.values() for procedure in each.procedures for limit in procedure.limits}
    assert len(asked) >= 150
    assert {row["Thời hạn"] for row in asked} == declared
