"""`lachan clocks`: questions that cannot be understood are refused whole, in words that name the place; nothing else needs Django."""

import json
import subprocess
import sys
from datetime import date

import pytest

from lachan.config.cli import main
from lachan.config.clocks_command import ASKABLES
from lachan.foundation.errors import Refused
from lachan.procedures.asking import answer

TODAY = date(2026, 1, 5)
QUESTION = {
    "procedure": "tip",
    "facts": {"kind": "denunciation", "received_by": "commune_police", "remote": False},
    "steps": [
        {"step": "receive", "at": "2025-12-10T09:12"},
        {"step": "classify", "at": "2025-12-11T08:00"},
        {"step": "extend", "on": "2025-12-25", "by": "investigation_body"},
    ],
    "on": "2026-01-05",
    "parameters": {"first_day_counted": False, "day_off_moves": "all", "extension_counts_from": "receipt"},
}


def asked(**changes):
    return answer(QUESTION | changes, ASKABLES, today=TODAY)


def steps(*steps):
    return {"steps": list(steps)}


def written(tmp_path, content):
    file = tmp_path / "hoi.json"
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return str(file)


def test_the_question_of_the_manual_is_answered(tmp_path, capsys):
    assert main(["clocks", written(tmp_path, QUESTION), "--json"]) == 0
    reply = json.loads(capsys.readouterr().out)
    assert (reply["procedure"], reply["state"], reply["refused"]) == ("tip", "extended", [])
    clock = next(each for each in reply["clocks"] if each["clock"] == "tip.resolve")
    assert "hết ngày 10/02/2026" in clock.pop("proof")
    assert clock == {
        "clock": "tip.resolve",
        "started": "2025-12-10",
        "legal_end": "2026-02-10",
        "safe_day": "2026-02-10",
        "status": "open",
        "article": "BLTTHS 2015, Điều 147",
        "mark": "verified",
        "note": clock["note"],
    }


def test_a_term_in_hours_is_written_with_its_hour():
    clock = next(each for each in asked()["clocks"] if each["clock"] == "tip.forward")
    assert (clock["started"], clock["legal_end"]) == ("2025-12-10T09:12", "2025-12-11T09:12")


def test_asking_needs_no_django(tmp_path):
    code = "import sys; from lachan.config.cli import main; main(sys.argv[1:]); sys.exit('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, "clocks", written(tmp_path, QUESTION)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_the_answer_names_the_defaults_that_hold():
    reply = asked(parameters={"day_off_moves": "none"})
    assert reply["parameters"] == {"first_day_counted": False, "day_off_moves": "none", "extension_counts_from": "receipt"}
    assert reply["defaults"] == ["first_day_counted", "extension_counts_from"]


def test_what_nobody_asked_for_is_named_and_ignored():
    reply = asked(note="x", steps=[{"step": "receive", "on": "2025-12-10", "day": 3}], facts={"colour": "red"})
    assert reply["ignored"] == ["note", "facts.colour", "steps[1].day"]


def test_a_question_without_a_day_is_asked_today():
    question = {key: value for key, value in QUESTION.items() if key != "on"}
    assert answer(question, ASKABLES, today=date(2026, 3, 1))["clocks"][-1]["status"] == "overdue"


@pytest.mark.parametrize("article", [151, "151"])
def test_an_article_may_be_a_number_or_its_digits(article):
    question = {
        "procedure": "case",
        "facts": {"article": article, "clause": 1},
        "steps": [{"step": "open", "on": "2026-01-05", "number": 7}],
    }
    assert answer(question, ASKABLES, today=TODAY)["clocks"][0]["legal_end"] == "2026-05-05"


def test_a_course_without_steps_has_no_clocks():
    assert (asked(steps=[])["clocks"], asked(steps=[])["state"]) == ([], "void")


def test_a_refused_step_changes_nothing_and_the_next_ones_go_on():
    late = steps({"step": "receive", "on": "2025-12-10"}, {"step": "resume", "on": "2025-12-11"}, {"step": "classify", "on": "2025-12-12"})
    without = steps({"step": "receive", "on": "2025-12-10"}, {"step": "classify", "on": "2025-12-12"})
    assert [(each["step"], each["code"]) for each in asked(**late)["refused"]] == [(2, "out-of-order")]
    assert asked(**late)["clocks"] == asked(**without)["clocks"]


@pytest.mark.parametrize(("received_on", "law"), [("2025-06-30", "66/2011"), ("2025-07-01", "53/2024"), ("2012-01-01", "66/2011")])
def test_the_day_of_reception_decides_the_law_on_victims(received_on, law):
    question = {"procedure": "victim", "facts": {"route": "self_report", "received_on": received_on}, "steps": [], "on": "2026-01-05"}
    assert law in answer(question, ASKABLES, today=TODAY)["law"]


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"procedure": "plan"}, "procedure", "một trong: tip, case, victim"),
        ({"procedure": None}, "procedure", "Thiếu"),
        ({"procedure": ["tip"]}, "procedure", "phải là"),
        ({"facts": []}, "facts", "phải là"),
        ({"facts": {"kind": "rumour"}}, "facts.kind", "denunciation"),
        ({"facts": {"remote": "no"}}, "facts.remote", "true hoặc false"),
        ({"steps": {}}, "steps", "danh sách"),
        (steps("receive"), "steps[1]", "phải là"),
        (steps({"step": "receive"}), "steps[1]", "thiếu ngày"),
        (steps({"step": "fly", "on": "2025-12-10"}), "steps[1].step", "receive"),
        (steps({"step": 7, "on": "2025-12-10"}), "steps[1].step", "receive"),
        (steps({"step": "receive", "on": "2025-02-31"}), "steps[1].on", "chỉ có 28 ngày"),
        (steps({"step": "receive", "on": "2025-02-30"}), "steps[1].on", "chỉ có 28 ngày"),
        (steps({"step": "receive", "on": "hôm qua"}), "steps[1].on", "2025-12-10"),
        (steps({"step": "receive", "on": 20251210}), "steps[1].on", "2025-12-10"),
        (steps({"step": "receive", "at": "2025-12-10T25:00"}), "steps[1].at", "không có giờ"),
        (steps({"step": "receive", "at": "2025-12-10T09:00", "on": "2025-12-11"}), "steps[1].at", "hai ngày khác nhau"),
        (steps({"step": "receive", "on": "2025-12-10", "by": 3}), "steps[1].by", "chữ"),
        (
            steps({"step": "receive", "on": "2025-12-10"}, {"step": "extend", "on": "2025-12-20", "days": "30"}),
            "steps[2].days",
            "số nguyên",
        ),
        (
            steps({"step": "receive", "on": "2025-12-10"}, {"step": "extend", "on": "2025-12-20", "months": True}),
            "steps[2].months",
            "số nguyên",
        ),
        (steps({"step": "receive", "on": "2025-12-10"}, {"step": "extend", "on": "2025-12-20", "days": -1}), "steps[2].days", "từ 1"),
        (steps({"step": "receive", "on": "2025-12-10"}, {"step": "extend", "on": "2025-12-20", "days": 10**30}), "steps[2].days", "từ 1"),
        (steps({"step": "receive", "on": "1999-12-10"}), "steps", "Chưa có quy trình"),
        ({"steps": [{"step": "receive", "on": "2025-12-10"}] * 501}, "steps", "nhiều nhất 500"),
        ({"on": "2026-02-29"}, "on", "chỉ có 28 ngày"),
        ({"parameters": {"first_day": True}}, "parameters", "first_day_counted"),
        ({"parameters": {"first_day_counted": "no"}}, "parameters.first_day_counted", "true hoặc false"),
        ({"parameters": {"day_off_moves": "sometimes"}}, "parameters.day_off_moves", "all, months hoặc none"),
        ({"parameters": {"extension_counts_from": "start"}}, "parameters.extension_counts_from", "receipt hoặc expiry"),
        ({"procedure": "case", "facts": {}, "steps": []}, "facts.severity", "điều và khoản"),
        ({"procedure": "case", "facts": {"article": 150}, "steps": []}, "facts.clause", "cả điều và khoản"),
        ({"procedure": "case", "facts": {"article": 150, "clause": 4}, "steps": []}, "facts.clause", "từ 1 đến 3"),
        ({"procedure": "case", "facts": {"article": 150, "clause": 1, "code": 1999}, "steps": []}, "facts.article", "119, 120"),
        ({"procedure": "case", "facts": {"article": 999, "clause": 1}, "steps": []}, "facts.article", "150"),
        ({"procedure": "case", "facts": {"article": 150, "clause": 1, "code": 2003}, "steps": []}, "facts.code", "2015, 1999"),
        ({"procedure": "case", "facts": {"article": 150, "clause": 1, "severity": "serious"}, "steps": []}, "facts.severity", "bỏ một"),
        ({"procedure": "victim", "facts": {"received_on": "2025-06-31"}, "steps": []}, "facts.received_on", "chỉ có 30 ngày"),
        ({"procedure": "victim", "facts": {"route": "lost"}, "steps": []}, "facts.route", "self_report"),
    ],
)
def test_a_question_that_cannot_be_understood_names_the_place(changes, field, says):
    with pytest.raises(Refused) as refused:
        asked(**changes)
    assert refused.value.field == field
    assert says in refused.value.message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "không phải JSON"),
        (b"{", "không phải JSON"),
        (b"\xff\xfe{}", "UTF-8"),
        (b"[" * 100_000, "không phải"),
        (b"[]", "câu hỏi"),
        (b"null", "câu hỏi"),
        (b'{"procedure": "tip", "on": 1e999}', "on"),
    ],
)
def test_a_file_that_holds_no_question_is_refused_in_words(tmp_path, capsys, content, says):
    assert main(["clocks", written(tmp_path, content), "--json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert says in printed.err
    assert "Traceback" not in printed.err


def test_a_missing_file_is_named(tmp_path, capsys):
    assert main(["clocks", str(tmp_path / "khong-co.json")]) == 2
    assert "khong-co.json" in capsys.readouterr().err
