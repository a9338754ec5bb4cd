"""The same plan as txt, docx, pdf and html is the same programme, whatever the layout did to its lines."""

import re
from dataclasses import asdict, dataclass
from typing import Any

import pytest

from lachan.demo.courses.plan import PLAN_FILE
from lachan.documents.reading import read_file
from lachan.program.reader.draft import Draft
from lachan.program.reader.read import read_plan
from tests.papers import Paper, printed

NATIONAL_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
ISSUER = "UBND THÀNH PHỐ BIÊN HÒA\nBAN CHỈ ĐẠO PHÒNG, CHỐNG AIDS,\nTỘI PHẠM VÀ TỆ NẠN XÃ HỘI"
# Where an item stands differs from file to file; what it says must not.
PLACES = {"line", "start", "end", "text", "rest", "role_lines", "details", "lines"}


@dataclass(frozen=True)
class Programme:
    """What becomes of a plan, without the places where it was read."""

    document: dict[str, Any]
    targets: list[dict[str, Any]]
    objectives: list[dict[str, Any]]
    tasks: list[dict[str, Any]]
    deadlines: list[dict[str, Any]]
    flags: list[tuple[str, str]]


def programme_of(draft: Draft) -> Programme:
    kinds = (draft.targets, draft.objectives, draft.tasks, draft.deadlines)
    items = [[_said(asdict(item)) | {"full_text": item.full_text} for item in kind] for kind in kinds]
    flags = [(flag.code, re.sub(r"dòng \d+", "dòng …", flag.message)) for flag in draft.flags]
    return Programme(_said(asdict(draft.document)), *items, flags)


def _said(item: dict[str, Any]) -> dict[str, Any]:
    cited = [_said(each) for each in item.get("based_on", ())]
    kept = {name: value for name, value in item.items() if name not in PLACES}
    return kept | {"based_on": cited} if cited else kept


@pytest.fixture(scope="module")
def paper() -> Paper:
    """The city's plan with the head that such papers have, which the portal left out."""
    lines = [line for line in PLAN_FILE.read_text().split("\n") if line.strip()]
    title, recipients, signature = (lines.index(words) for words in ("KẾ HOẠCH", "Noi nhận:", "CHỦ TỊCH UBND THÀNH PHỐ"))
    number, place_and_day = lines[:title]
    return Paper(
        head=((ISSUER, NATIONAL_TITLE), (number, place_and_day)),
        titles=tuple(lines[title : title + 2]),
        body=tuple(lines[title + 2 : recipients]),
        foot=(("\n".join(lines[recipients:signature]), "\n\n\n".join(lines[signature:])),),
    )


@pytest.fixture(scope="module")
def typed(paper) -> Programme:
    return programme_of(read_plan(read_file(paper.plain(), "ke-hoach.txt").text))


def test_the_typed_text_is_a_whole_programme(typed):
    document = typed.document
    assert (document["number"], document["date"]) == ("04/KH-BCĐ", "2024-03-21")
    assert (document["signer"]["name"], document["recipients"][0], len(document["recipients"])) == (
        "Đỗ Khôi Nguyên",
        "Ban Chỉ đạo tỉnh",
        11,
    )
    assert document["issuing_body"].startswith("Ban Chỉ đạo phòng, chống AIDS")
    assert len(typed.targets) == 5
    assert len(typed.tasks) >= 30
    assert len(typed.deadlines) >= 4


def test_the_text_as_the_portal_printed_it_is_the_same_programme(typed):
    found = programme_of(read_plan(read_file(PLAN_FILE.read_bytes(), PLAN_FILE.name).text))
    assert found == typed


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_a_file_of_another_format_is_the_same_programme(kind, paper, typed, tmp_path):
    word = paper.word()
    data = word if kind == "docx" else printed(word, kind, tmp_path)
    found = programme_of(read_plan(read_file(data, f"ke-hoach.{kind}").text))
    for part in ("document", "targets", "objectives", "tasks", "deadlines", "flags"):
        assert getattr(found, part) == getattr(typed, part), part
