from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lachan.program.reader import read_plan, to_json
from lachan.program.reader.tests.samples import DECISION, LABELLED, REFERRING

PLAN = Path(__file__).parent / "data" / "ke-hoach-bien-hoa-2024.txt"
WORDS = [
    "I. NHIỆM VỤ",
    "1.",
    "a)",
    "(1)",
    "- ",
    "+ ",
    "KẾ HOẠCH",
    "Công an tỉnh",
    "chủ trì, phối hợp với",
    "Sở Y tế",
    "100%",
    "trước ngày 31/02",
    "\n",
    ";",
    "(",
    "Số:",
    "quý I",
]


def assert_items_point_at_their_words(draft):
    for item in (*draft.targets, *draft.objectives, *draft.tasks, *draft.deadlines, *draft.outline):
        for place in (item, *item.rest):
            assert draft.lines[place.line - 1][place.start : place.end] == place.text
        assert 0 <= item.confidence <= 1


@pytest.mark.parametrize("text", [LABELLED, REFERRING, DECISION])
def test_every_item_points_at_its_words(text):
    draft = read_plan(text)
    assert draft.tasks
    assert_items_point_at_their_words(draft)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=60).map(" ".join))
def test_any_text_gives_a_draft_whose_items_point_at_their_words(text):
    draft = read_plan(text)
    assert_items_point_at_their_words(draft)
    to_json(draft)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 3_000_000,
        "KẾ HOẠCH\nI. NHIỆM VỤ\n1. " + "(" * 10_000 + ")" * 10_000,
        "KẾ HOẠCH\nI. CHỈ TIÊU\n- " + "100% " * 4_000,
        "KẾ HOẠCH\nI. CHỈ TIÊU\n- " + "; 100% x được" * 1_400,
        "KẾ HOẠCH\nI. NHIỆM VỤ\n- " + "Công an tỉnh, " * 1_400,
        "KẾ HOẠCH\nI. NHIỆM VỤ\n- x" + " " * 19_000 + "x",
    ],
    ids=["one line", "brackets", "percentages", "clauses", "names", "blanks"],
)
def test_long_input_takes_no_longer_than_its_length(text):
    began = process_time()
    read_plan(text)
    assert process_time() - began < 3


def test_outline_of_the_annex_becomes_headings_with_their_guidance():
    draft = read_plan(REFERRING)
    assert draft.outline_title == "ĐỀ CƯƠNG BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH"
    assert [(item.path, item.text) for item in draft.outline] == [
        ("Phần I", "TÌNH HÌNH CHUNG"),
        ("Phần I.I", "ĐẶC ĐIỂM"),
        ("Phần I.I.1", "Tình hình tội phạm"),
        ("Phần I.I.2", "Tình hình nạn nhân"),
        ("Phần I.I.2.a", "Số nạn nhân đã xác định"),
        ("Phần II", "KIẾN NGHỊ"),
    ]
    assert [note.text for note in draft.outline[2].notes] == ["Nêu số vụ theo từng năm."]
    window = draft.deadlines[-1]
    assert (window.kind, window.start_date, window.end_date) == ("data window", "2021-12-15", "2022-12-14")


def test_articles_of_a_decision_give_its_coming_into_force_only():
    draft = read_plan(DECISION)
    assert [(item.kind, item.line) for item in draft.deadlines] == [("effect", 8)]


def test_json_has_the_parts_of_the_form():
    found = to_json(read_plan(LABELLED))
    assert found["schema"] == "lachan.plan/1"
    assert {"document", "targets", "tasks", "deadlines", "outline", "flags"} <= set(found)
    assert found["targets"][0] | {"doubts": []} == found["targets"][0] | {"doubts": []}
    (target,) = found["targets"]
    assert {key: target[key] for key in ("line", "op", "value", "unit", "due")} == {
        "line": 16,
        "op": "=",
        "value": 100,
        "unit": "%",
        "due": "2023",
    }


def test_public_plan_is_read_as_a_careful_reader_would():
    draft = read_plan(PLAN.read_text(encoding="utf-8"))
    assert draft.document.number == "04/KH-BCĐ"
    assert [(target.value, target.op_strict) for target in draft.targets] == [(100, None), (90, ">"), (90, ">"), (95, None), (90, None)]
    assert len([task for task in draft.tasks if task.kind == "organisation"]) == 5
    by_line = {task.line: task for task in draft.tasks}
    assert by_line[53].lead == ("Công an thành phố",)
    assert by_line[53].coordinating[0] == "Phòng Giáo dục và Đào tạo"
    assert by_line[27].continues_on == 29
    assert [item.before for item in draft.deadlines if item.before] == ["2024-03-28"]
    codes = {flag.code for flag in draft.flags}
    assert {"cited-date-contradicts-title", "label-used-twice", "label-without-dot", "due-before-issue"} <= codes
