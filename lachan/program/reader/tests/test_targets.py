import pytest

from lachan.program.reader import read_plan

HEAD = "KẾ HOẠCH\nPhòng, chống mua bán người năm 2024\nI. CHỈ TIÊU\n"


def targets(sentence, head=HEAD):
    return read_plan(f"{head}- {sentence}\nII. NHIỆM VỤ\n").targets


@pytest.mark.parametrize(
    ("words", "op", "strict", "value"),
    [
        ("đạt 95%", "=", None, 95),
        ("đạt trên 90%", ">=", ">", 90),
        ("đạt từ 95% trở lên", ">=", None, 95),
        ("đạt ít nhất 80 %", ">=", None, 80),
        ("đạt tối thiểu 97,5%", ">=", None, 97.5),
        ("đạt dưới 5%", "<=", "<", 5),
        ("không quá 2%", "<=", None, 2),
        ("đạt không dưới 85%", ">=", None, 85),
        ("đạt 90% đến 95%", "range", None, 90),
        ("đạt 100 phần trăm", "=", None, 100),
    ],
)
def test_comparison_is_read_from_the_words_around_the_number(words, op, strict, value):
    (target,) = targets(f"Tỷ lệ giải quyết tin báo {words}.")
    assert (target.op, target.op_strict, target.value, target.unit) == (op, strict, value, "%")
    assert target.indicator.startswith("Tỷ lệ giải quyết tin báo")


def test_several_targets_of_one_sentence_are_told_apart():
    found = targets("Đảm bảo 100% tin báo được tiếp nhận; tỷ lệ giải quyết đạt trên 90%. 95% số vụ án hàng năm được truy tố.")
    assert [(target.value, target.op_strict) for target in found] == [(100, None), (90, ">"), (95, None)]
    assert found[2].recurrence == "yearly"


def test_target_without_a_year_is_due_in_the_year_of_the_plan():
    (target,) = targets("100% nạn nhân được hỗ trợ.")
    assert (target.due, target.due_basis) == ("2024", "period")


def test_milestones_share_what_is_measured():
    first, second = targets("Đến năm 2022 đạt 85% và năm 2024 đạt 100% văn bản được chuyển tới xã.")
    assert [(first.value, first.due), (second.value, second.due)] == [(85, "2022"), (100, "2024")]
    assert first.indicator == second.indicator == "văn bản được chuyển tới xã"
    assert first.doubts


def test_counts_per_unit_are_targets_and_the_percentage_of_units_is_their_scope():
    first, second = targets("100% cấp huyện có ít nhất 05 báo cáo viên/huyện, cấp xã có ít nhất 10 tuyên truyền viên/xã.")
    assert (first.op, first.value, first.unit, first.per) == (">=", 5, "báo cáo viên", "huyện")
    assert (second.op, second.value, second.unit, second.per) == (">=", 10, "tuyên truyền viên", "xã")


def test_each_unit_gives_the_scope_of_a_count():
    (target,) = targets("Mỗi huyện xây dựng 01 mô hình phòng ngừa.")
    assert (target.value, target.unit, target.per) == (1, "mô hình", "huyện")


def test_decrease_keeps_its_baseline():
    (target,) = targets("Giảm ít nhất 10% số vụ mua bán người so với năm 2023.")
    assert (target.op, target.value, target.change, target.baseline) == (">=", 10, "decrease", "so với năm 2023")
    assert target.due == "2024"


def test_denominator_is_kept_apart_from_the_indicator():
    (target,) = targets("Tỷ lệ khám phá các vụ án đạt trên 90% tổng số án khởi tố.")
    assert target.denominator == "tổng số án khởi tố"
    assert target.indicator == "Tỷ lệ khám phá các vụ án"


def test_labels_inside_a_sentence_are_no_part_of_the_target():
    found = targets("Tăng cường phối hợp, trong đó: (1). Áp dụng biện pháp tại 100% tuyến trọng điểm; (2). 100% thông tin được phân loại.")
    assert [target.text for target in found] == ["Áp dụng biện pháp tại 100% tuyến trọng điểm", "100% thông tin được phân loại"]


def test_second_part_of_a_target_is_named_as_a_doubt():
    (target,) = targets("100% thông tin liên quan được phân loại, xử lý và các vụ việc có dấu hiệu tội phạm được xác định theo luật.")
    assert target.text == "100% thông tin liên quan được phân loại, xử lý"
    assert "các vụ việc" in target.doubts[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2023 toàn tỉnh đã phát hiện 22 vụ, tăng 20% so với năm 2022.",
        "Kinh phí 500 triệu đồng, hỗ trợ 50% kinh phí đi lại.",
        "UBND 30 phường, xã.",
        "Triển khai Đề án 06, Chương trình 130/CP và 08 biểu mẫu thống kê.",
    ],
)
def test_past_results_money_and_mere_counts_are_no_targets(sentence):
    assert targets(sentence) == ()


def test_percentages_under_a_heading_on_the_situation_are_no_targets():
    assert targets("Đã giải quyết 95% tin báo.", head="KẾ HOẠCH\nPhòng, chống mua bán người năm 2024\nI. TÌNH HÌNH, KẾT QUẢ\n") == ()


def test_aims_without_a_number_are_objectives():
    draft = read_plan(HEAD + "- Nâng cao ý thức trách nhiệm của toàn xã hội trong phòng ngừa.\nII. NHIỆM VỤ\n")
    assert [item.text for item in draft.objectives] == ["Nâng cao ý thức trách nhiệm của toàn xã hội trong phòng ngừa"]
    assert draft.targets == draft.tasks == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2023 đã giải quyết đạt 98% tin báo.",
        "Giai đoạn 2016 - 2020 đã khám phá 92% số vụ.",
    ],
)
def test_result_of_a_year_told_with_da_is_no_target(sentence):
    assert targets(sentence) == ()


def test_count_among_the_aims_is_a_target_when_something_is_built_or_kept():
    found = targets("Xây dựng mới 05 mô hình; duy trì 12 câu lạc bộ; tổ chức ít nhất 04 lớp tập huấn cho 200 cán bộ.")
    assert [(target.value, target.unit) for target in found] == [(5, "mô hình"), (12, "câu lạc bộ"), (4, "lớp tập huấn")]


def test_numbered_indicators_are_targets_and_no_tasks():
    text = (
        HEAD.replace("I. CHỈ TIÊU", "II. NỘI DUNG")
        + "1. Chỉ tiêu 1: 100% xã tổ chức tuyên truyền.\n2. Phấn đấu 90% hộ gia đình ký cam kết.\n"
    )
    draft = read_plan(text)
    assert [target.value for target in draft.targets] == [100, 90]
    assert draft.tasks == ()


def test_heading_that_names_a_milestone_dates_the_targets_under_it():
    text = (
        "KẾ HOẠCH\nPhòng, chống mua bán người giai đoạn 2021 - 2025, định hướng đến năm 2030\nI. MỤC TIÊU\n"
        "1. Đến năm 2025\n- 85% người dân được tiếp cận thông tin.\n2. Đến năm 2030\n- 95% người dân được tiếp cận thông tin.\n"
        "3. Mục tiêu khác\n- 100% tin báo được tiếp nhận.\n"
    )
    assert [(target.due, target.due_basis) for target in read_plan(text).targets] == [
        ("2025", "text"),
        ("2030", "text"),
        ("2025", "period"),
    ]
