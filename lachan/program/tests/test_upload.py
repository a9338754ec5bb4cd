"""Handing in a plan: what is kept, what is refused, and that nothing counts yet."""

from collections import Counter
from pathlib import Path
from uuid import uuid4

import pytest

from lachan.audit.models import Entry
from lachan.audit.operations import AlreadyDone
from lachan.documents.models import Document
from lachan.documents.queries import file_of, text_of
from lachan.foundation.errors import NotAllowed, Refused
from lachan.program import reader
from lachan.program.confirmation import confirm_plan
from lachan.program.models import Demand, Duty, Plan, Target, Task
from lachan.program.operations import FileKnown, upload_plan
from lachan.program.tests.conftest import NOW, accept_all


def test_a_plan_is_read_and_nothing_reaches_the_programme(draft, plan_file):
    document = draft.document
    assert (document.number, document.issued_on.isoformat(), document.signer_name) == ("04/KH-BCĐ", "2024-03-21", "Nguyễn Ví Mẫu")
    assert draft.status == Plan.Status.DRAFT
    assert draft.items.filter(kind="target").count() == 5
    assert not any(model.objects.exists() for model in (Target, Task, Demand, Duty))
    assert file_of(document) == plan_file


def test_every_item_points_at_its_characters(draft):
    lines = text_of(draft.document).split("\n")
    placed = [item for item in draft.items.all() if item.line]
    assert len(placed) > 15
    assert all(lines[item.line - 1][item.start : item.end] == item.text for item in placed)
    assert [item.ordinal for item in draft.items.all()] == list(range(1, draft.items.count() + 1))


def test_targets_are_bound_to_declared_figures(draft):
    bound = [item.data["indicator_code"] for item in draft.items.filter(kind="target")]
    assert bound == ["tips.classified_rate", "tips.resolved_rate", "cases.cleared_rate", "cases.indicted_rate", "cases.tried_rate"]


def test_the_contradicting_date_of_the_cited_plan_is_in_doubt(draft):
    doubts = [item for item in draft.items.all() if item.is_doubtful]
    assert any("38/KH-BCĐ" in item.doubts[0] and "2024" in item.doubts[0] for item in doubts)


def test_a_day_before_the_plan_was_issued_is_in_doubt(draft):
    reports = draft.items.get(kind="deadline", text__startswith="Định kỳ quý")
    assert any("12/3/2024 đứng trước ngày ban hành 21/3/2024" in doubt for doubt in reports.doubts)


def test_the_same_file_twice_is_refused_with_the_plan_that_it_became(city, draft, plan_file):
    with pytest.raises(FileKnown, match="đã được nộp ngày 25/3/2024") as known:
        upload_plan(plan_file, "khac.txt", committee=city.committee, actor=city.binh, now=NOW)
    assert known.value.plan == draft
    assert Document.objects.count() == 1


def test_the_same_form_sent_twice_is_one_plan(city, plan_file):
    token = uuid4()
    plan = upload_plan(plan_file, "a.txt", committee=city.committee, actor=city.binh, now=NOW, token=token)
    with pytest.raises(AlreadyDone) as done:
        upload_plan(plan_file + b"\n", "a.txt", committee=city.committee, actor=city.binh, now=NOW, token=token)
    assert done.value.entry.subject_uid == plan.uid
    assert Plan.objects.count() == 1


def test_another_file_of_the_same_number_and_day_is_flagged(city, draft, plan_file):
    again = upload_plan(plan_file + "\nBản sao.\n".encode(), "b.txt", committee=city.committee, actor=city.binh, now=NOW)
    flag = again.items.get(data__code="same-number")
    assert flag.is_doubtful
    assert "04/KH-BCĐ" in flag.doubts[0]


def test_only_the_standing_agency_hands_in(city, plan_file):
    for actor in (city.hoa, city.khanh, city.lan):
        with pytest.raises(NotAllowed):
            upload_plan(plan_file, "a.txt", committee=city.committee, actor=actor, now=NOW)


def test_a_file_that_cannot_be_read_leaves_nothing_behind(city):
    with pytest.raises(Refused, match="Tệp rỗng"):
        upload_plan(b"", "a.txt", committee=city.committee, actor=city.binh, now=NOW)
    assert not Document.objects.exists()
    assert not Entry.objects.filter(act="program.upload").exists()


def test_a_text_that_is_no_plan_is_kept_with_its_gaps_in_doubt(city):
    plan = upload_plan("Thực đơn tuần này: phở, bún, cơm.".encode(), "a.txt", committee=city.committee, actor=city.binh, now=NOW)
    missing = {item.data["field"] for item in plan.items.filter(kind="document_field") if item.is_doubtful}
    assert missing == {"number", "date", "issuing_body", "signer", "period"}


def test_a_plan_of_an_issuer_that_the_register_does_not_know_says_what_accepting_it_means(city, plan_file):
    text = plan_file.decode().replace("Ban Chỉ đạo phòng, chống AIDS, tội phạm và tệ nạn xã hội thành phố", "Ủy ban nhân dân thành phố")
    plan = upload_plan(text.replace("Biên Hòa", "Ví Dụ Xa").encode(), "a.txt", committee=city.committee, actor=city.binh, now=NOW)
    issuer = plan.items.get(data__field="issuing_body")
    assert "Không có trong danh mục đơn vị ngày 21/3/2024" in issuer.doubts[-2]
    assert "hiểu theo địa bàn của Ban Chỉ đạo" in issuer.doubts[-1]
    accept_all(plan, city.binh)
    assert "Ví Dụ Xa" in confirm_plan(plan, actor=city.binh, now=NOW).document.issuing_body


def test_a_law_is_cited_by_its_name_and_a_decision_by_its_number(city, plan_file):
    cited = "Căn cứ Luật Phòng, chống mua bán người năm 2011;\n\nCăn cứ Quyết định của Thủ tướng Chính phủ về Chương trình;\n\nThực hiện Kế hoạch"
    data = plan_file.decode().replace("Thực hiện Kế hoạch", cited, 1).encode()
    plan = upload_plan(data, "a.txt", committee=city.committee, actor=city.binh, now=NOW)
    doubts = {item.data["title"].split()[0]: item.doubts for item in plan.items.filter(data__field="based_on", data__number=None)}
    assert doubts == {"Luật": [], "Quyết": ["Không đọc được số của văn bản căn cứ."]}


def test_the_published_plan_of_2024_is_read_whole(city):
    data = (Path(reader.__file__).parent / "tests" / "data" / "ke-hoach-bien-hoa-2024.txt").read_bytes()
    plan = upload_plan(data, "04-kh-bcd.txt", committee=city.committee, actor=city.binh, now=NOW)
    document = plan.document
    assert (document.number, document.issued_on.isoformat(), document.kind) == ("04/KH-BCĐ", "2024-03-21", "Kế hoạch")
    assert (plan.period_start.isoformat(), plan.period_end.isoformat()) == ("2024-01-01", "2024-12-31")
    bound = [item.data["indicator_code"] for item in plan.items.filter(kind="target")]
    assert bound == ["tips.classified_rate", "tips.resolved_rate", "cases.cleared_rate", "cases.indicted_rate", "cases.tried_rate"]
    accept_all(plan, city.binh)
    confirm_plan(plan, actor=city.binh, now=NOW)
    owed = Counter(Duty.objects.values_list("due_on", flat=True))
    assert [f"{day:%d/%m}: {count}" for day, count in sorted(owed.items())] == ["12/03: 5", "28/03: 5", "12/06: 5", "12/09: 5", "12/12: 5"]
    assert plan.tasks.count() >= 30
