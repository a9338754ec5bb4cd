"""Text whose lines are cut by layout: wrapped paragraphs, labels on lines of their own, numbers of pages."""

import textwrap

import pytest

from lachan.program.reader import read_plan

BODY = (
    "I. CHỈ TIÊU",
    "1. Phấn đấu ít nhất 70% người lao động tại các cơ sở kinh doanh dịch vụ được tuyên truyền; tỷ lệ giải quyết tin báo đạt từ 95% trở lên.",
    "II. NHIỆM VỤ",
    "1. Sở Lao động - Thương binh và Xã hội chủ trì, phối hợp với Công an tỉnh và các đơn vị liên quan tổ chức tiếp nhận, hỗ trợ nạn nhân bị "
    "mua bán trở về địa phương, bảo đảm an toàn, bí mật thông tin của nạn nhân và người thân thích của họ theo quy định.",
    "2. Sở Y tế chỉ đạo các cơ sở khám bệnh, chữa bệnh trên địa bàn tỉnh tiếp nhận, chăm sóc sức khỏe ban đầu cho nạn nhân; gửi báo cáo về Sở "
    "Lao động - Thương binh và Xã hội trước ngày 15/6/2024 để tổng hợp.",
    "3. Thực hiện Kế hoạch số 62/KH-UBND ngày 12/02/2024 của Ủy ban nhân dân tỉnh, các địa phương rà soát, lập danh sách người có nguy cơ cao "
    "bị mua bán, nhất là phụ nữ, trẻ em ở khu vực biên giới, vùng sâu, vùng xa và người đi lao động ở nước ngoài.",
)
HEAD = "KẾ HOẠCH\nPhòng, chống mua bán người năm 2024\n"


def plan(width):
    return HEAD + "\n".join("\n".join(textwrap.wrap(paragraph, width, break_on_hyphens=False)) for paragraph in BODY)


@pytest.mark.parametrize("width", [60, 72, 90])
def test_wrapped_text_is_read_like_the_text_of_whole_paragraphs(width):
    whole, wrapped = read_plan(HEAD + "\n".join(BODY)), read_plan(plan(width))
    assert (
        [(item.op, item.value) for item in wrapped.targets] == [(item.op, item.value) for item in whole.targets] == [(">=", 70), (">=", 95)]
    )
    assert [(task.full_text, task.lead, task.coordinating) for task in wrapped.tasks] == [
        (task.full_text, task.lead, task.coordinating) for task in whole.tasks
    ]
    assert [item.before for item in wrapped.deadlines] == ["2024-06-15"]


def test_name_cut_before_its_dash_is_no_item_of_a_list():
    tasks = read_plan(plan(60)).tasks
    assert len(tasks) == 3
    assert tasks[0].lead == ("Sở Lao động - Thương binh và Xã hội",)


def test_label_on_a_line_of_its_own_takes_the_words_of_the_next_line():
    text = (
        HEAD
        + "II. NHIỆM VỤ\n1.1.\nRà soát các cơ sở kinh doanh có điều kiện.\n- Cơ quan thực hiện: Công an xã chủ trì, phối hợp với Trạm Y tế."
    )
    (task,) = read_plan(text).tasks
    assert (task.line, task.section, task.lead, task.coordinating) == (5, "II.1.1", ("Công an xã",), ("Trạm Y tế",))


def test_number_of_a_page_inside_a_sentence_is_passed_over():
    text = (
        HEAD
        + "II. NHIỆM VỤ\n1. Giao Phòng Tư pháp theo dõi, đôn đốc các xã, thị trấn tổ chức việc thực hiện Kế\n\n2\n\nhoạch này trên địa bàn."
    )
    (task,) = read_plan(text).tasks
    assert task.full_text == "theo dõi, đôn đốc các xã, thị trấn tổ chức việc thực hiện Kế hoạch này trên địa bàn"
    assert task.continues_on == 8
