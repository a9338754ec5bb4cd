"""From records to the words of the report."""

from io import BytesIO

from docx import Document as WordDocument

from lachan.procedures.operations import withdraw_step
from lachan.program.models import Plan, Target
from lachan.reporting.compose import compose
from lachan.reporting.document import Heading, Paragraph, Table, figures_of, plain_text
from lachan.reporting.operations import refresh_figures, start_report, write_narrative
from lachan.reporting.renderers import RENDERERS
from lachan.reporting.tests.conftest import NOW, entry
from tests.people import moment
from tests.test_spine import a_tip, go


def words(report) -> dict[str, str]:
    """Key of each section → the text of its first paragraph."""
    said, key = {}, ""
    for block in compose(report).blocks:
        if isinstance(block, Heading):
            key = block.key
        elif isinstance(block, Paragraph):
            said.setdefault(key, "".join(run.text for run in block.runs))
    return said


def test_sentences_say_what_the_records_say(report):
    said = words(report)
    assert said["situation"] == (
        "Trong kỳ, trên địa bàn tiếp nhận 1 tố giác, tin báo về tội phạm, kiến nghị khởi tố về mua bán người, "
        "tăng 1 tin so với cùng kỳ năm trước. Khởi tố 1 vụ, tăng 1 vụ so với cùng kỳ năm trước. "
        "Không phát sinh nạn nhân mới được xác định."
    )
    assert said["tips"] == (
        "Trong kỳ đã tiếp nhận 1 tin (tố giác 0, tin báo 1, kiến nghị khởi tố 0), tăng 1 tin so với cùng kỳ năm trước. "
        "Không có tin kỳ trước chuyển sang. Đã phân loại 1 trên 1 tin tiếp nhận, đạt 100%. "
        "Đã giải quyết 1 tin, đạt tỷ lệ 100%, trong đó khởi tố vụ án 1 tin, không khởi tố vụ án 0 tin. "
        "Đến cuối kỳ không còn tin chưa giải quyết."
    )
    assert said["cases"] == (
        "Cơ quan điều tra khởi tố 1 vụ, tăng 1 vụ so với cùng kỳ năm trước. "
        "Đã điều tra, làm rõ 0 trên 1 vụ án khởi tố trong kỳ, đạt 0%. "
        "Không phát sinh vụ án phải giải quyết ở giai đoạn truy tố. Không phát sinh vụ án phải giải quyết ở giai đoạn xét xử."
    )


def test_a_place_where_nothing_happened_says_so(place):
    said = words(start_report(entry(place), actor=place.binh, now=NOW))
    assert said["tips"] == "Trong kỳ không phát sinh tin mới, bằng cùng kỳ năm trước. Không có tin kỳ trước chuyển sang."
    assert said["victims"].startswith("Trong kỳ không phát sinh người được tiếp nhận, bằng cùng kỳ năm trước.")
    assert "0%" not in said["cases"]


def test_a_fall_is_said_with_its_share(place):
    for day in range(1, 5):
        a_tip(place, at=f"2023-05-0{day} 09:00")
    a_tip(place, at="2024-05-06 09:00")
    said = words(start_report(entry(place), actor=place.binh, now=NOW))
    assert "giảm 3 tin (75%) so với cùng kỳ năm trước" in said["tips"]
    assert "Kỳ trước chuyển sang 4 tin; tổng số phải giải quyết trong kỳ là 5 tin." in said["tips"]
    assert "Chưa có tin được giải quyết xong trong kỳ. Đến cuối kỳ còn 5 tin đang giải quyết." in said["tips"]


def test_each_number_leads_to_its_page_at_the_position_of_the_report(report):
    received = next(figure for figure in figures_of(compose(report)) if figure.code == "tips.received")
    assert received.url == f"/thong-ke/tips.received?don_vi=bcd-bien-hoa&tu=2023-12-15&den=2024-06-14&vi_tri={report.position}"


def test_the_head_is_that_of_the_unit_and_the_number_is_left_to_the_clerk(report):
    text = plain_text(compose(report))
    assert text.startswith("CÔNG AN THÀNH PHỐ BIÊN HÒA\nSố:       /BC-CATP".replace("Số:       ", "Số: " + "\u00a0" * 6))
    assert "Biên Hòa, ngày … tháng … năm …" in text
    assert "Kính gửi:\nBan Chỉ đạo phòng, chống AIDS, tội phạm và tệ nạn xã hội thành phố Biên Hòa" in text
    assert "DỰ THẢO" in text
    assert "theo hồ sơ đã nhập đến 09 giờ 12 phút ngày 07/6/2024" in text


def test_what_officers_wrote_stands_under_its_section_as_paragraphs_and_items(report, place):
    write_narrative(report, "tasks", "Nhiệm vụ trọng tâm:\n- Ý thứ nhất;\n- Ý thứ hai.", actor=place.binh, now=NOW)
    lines = plain_text(compose(report)).splitlines()
    at = lines.index("V. Phương hướng, nhiệm vụ")
    assert lines[at + 1 : at + 4] == ["Nhiệm vụ trọng tâm:", "- Ý thứ nhất;", "- Ý thứ hai./."]


def test_a_step_withdrawn_later_changes_nothing_until_the_figures_are_taken_again(report, place):
    before = plain_text(compose(report))
    later = moment("2024-06-08 08:00")
    tip = a_tip(place, at="2024-06-07 10:00")
    step = go(tip, "classify", place.an, "2024-06-07 11:00", outcome="unclear")
    withdraw_step(step, reason="Nhầm", actor=place.binh, now=later)
    assert plain_text(compose(report)) == before
    again = refresh_figures(report, actor=place.binh, now=later)
    after = plain_text(compose(again))
    assert "Trong kỳ đã tiếp nhận 2 tin" in after
    assert "08 giờ 00 phút ngày 08/6/2024" in after


def test_targets_of_the_plan_are_judged_by_their_figures(report, plan):
    for place_in_plan, (text, op, strict, goal, code) in enumerate(
        [
            ("tin được tiếp nhận, phân loại", "=", "", 100, "tips.classified_rate"),
            ("tỷ lệ điều tra, khám phá", ">=", ">", 90, "cases.cleared_rate"),
            ("án được xét xử", ">=", "", 90, "cases.tried_rate"),
            ("kiềm chế tội phạm", "qualitative", "", None, ""),
        ]
    ):
        Target.objects.create(
            plan=plan,
            ordinal=place_in_plan,
            indicator=text,
            op=op,
            op_strict=strict,
            value=goal,
            unit="%" if goal else "",
            indicator_code=code,
        )
    report.plan = plan
    table = next(block for block in compose(report).blocks if isinstance(block, Table) and "chỉ tiêu" in block.caption)
    rows = [" | ".join("".join(run.text for run in cell) for cell in row.cells) for row in table.rows]
    assert rows == [
        "1 | Tin được tiếp nhận, phân loại | 100% | 100% (1/1) | Đạt",
        "2 | Tỷ lệ điều tra, khám phá | trên 90% | 0% (0/1) | Chưa đạt",
        "3 | Án được xét xử | từ 90% trở lên | – (0/0) | Không phát sinh",
    ]
    assert "Thực hiện Kế hoạch số 04/KH-BCĐ ngày 21/3/2024, Công an thành phố Biên Hòa báo cáo" in plain_text(compose(report))


def test_a_plan_that_is_not_followed_has_no_targets_in_the_report(report, plan):
    Target.objects.create(plan=plan, ordinal=1, indicator="tin", op="=", value=100, unit="%", indicator_code="tips.classified_rate")
    plan.status = Plan.Status.DRAFT
    report.plan = plan
    assert "Kế hoạch chưa có chỉ tiêu đưa vào theo dõi." in plain_text(compose(report))


def test_the_word_file_opens_and_says_the_same(report):
    word = WordDocument(BytesIO(RENDERERS["docx"].render(compose(report))))
    paragraphs = [paragraph.text for paragraph in word.paragraphs]
    assert any("Trong kỳ đã tiếp nhận 1 tin" in text for text in paragraphs)
    assert len(word.tables) >= 3
