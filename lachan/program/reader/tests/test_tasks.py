from lachan.program.reader import read_plan
from lachan.program.reader.tests.samples import DECISION, LABELLED, REFERRING


def tasks_of(text):
    return {task.text.split(" (")[0]: task for task in read_plan(text).tasks}


def test_assignment_by_reference_reaches_the_items_it_names():
    tasks = tasks_of(REFERRING)
    first = tasks["Xây dựng chuyên trang, chuyên mục trên Đài Truyền thanh huyện"]
    assert first.section == "Phần thứ hai.I.1(1)"
    assert first.lead == ("Phòng Văn hóa và Thông tin",)
    assert first.coordinating == ("Đài Truyền thanh huyện", "Ủy ban nhân dân các xã, thị trấn")
    assert first.role_lines == (21, 23)
    second = tasks["Tập huấn cho cán bộ cấp xã về nhận diện nạn nhân"]
    assert second.lead == ("Hội Liên hiệp Phụ nữ huyện",)
    third = tasks["Lồng ghép tuyên truyền vào sinh hoạt của các hội"]
    assert third.lead == ("Ủy ban nhân dân các xã, thị trấn",)
    assert third.coordinating == ()


def test_closing_line_of_a_section_gives_its_lead_to_all_items():
    tasks = tasks_of(REFERRING)
    for text in ("Tổ chức tiếp nhận nạn nhân", "Giới thiệu việc làm cho nạn nhân"):
        assert tasks[text].lead == ("Phòng Lao động - Thương binh và Xã hội",)
        assert tasks[text].coordinating == ("Công an huyện",)


def test_labelled_lines_give_roles_and_day_to_the_item_above():
    task = tasks_of(LABELLED)["Tổ chức tuyên truyền trên các phương tiện thông tin đại chúng"]
    assert task.lead == ("Sở Thông tin và Truyền thông",)
    assert task.coordinating == ("Công an tỉnh", "Hội Liên hiệp Phụ nữ tỉnh", "UBND các huyện, thành phố")


def test_roles_in_brackets_belong_to_the_item():
    task = tasks_of(LABELLED)["Rà soát, nắm tình hình địa bàn trọng điểm"]
    assert (task.lead, task.coordinating) == (("Công an tỉnh",), ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh",))


def test_heading_with_a_name_only_leads_what_stands_under_it():
    task = tasks_of(LABELLED)["tham mưu triển khai Kế hoạch này"]
    assert (task.lead, task.coordinating, task.kind) == (("Công an tỉnh",), ("các đơn vị liên quan",), "organisation")


def test_asked_bodies_lead_and_are_marked_as_asked():
    task = tasks_of(LABELLED)["đẩy nhanh tiến độ truy tố, xét xử"]
    assert task.lead == task.requested == ("Tòa án nhân dân tỉnh", "Viện kiểm sát nhân dân tỉnh")


def test_task_takes_the_day_of_its_own_line():
    tasks = tasks_of(LABELLED)
    assert tasks["xây dựng kế hoạch, gửi về Ban Chỉ đạo 138 tỉnh"].due == "2023-02-28"
    assert next(task for text, task in tasks.items() if text.startswith("Tổ chức đợt cao điểm")).due == "2023-07-01/2023-09-30"


def test_funding_and_closing_words_are_no_tasks():
    texts = " ".join(tasks_of(LABELLED))
    assert "Kinh phí" not in texts
    assert "khó khăn" not in texts


def test_line_under_a_project_heading_gives_lead_and_those_who_take_part():
    task = tasks_of(DECISION)["Xây dựng tài liệu truyền thông chung cho toàn tỉnh"]
    assert (task.lead, task.coordinating) == (("Sở Thông tin và Truyền thông",), ("Sở Tư pháp", "các ngành khác"))


def test_further_sentences_of_an_item_are_details_and_reports_are_tasks_of_their_own():
    text = (
        "KẾ HOẠCH\nPhòng, chống mua bán người năm 2024\nIII. TỔ CHỨC THỰC HIỆN\n3. Giao Công an xã:\n"
        "- Kịp thời đề xuất khen thưởng các tập thể có thành tích. Tổng hợp hồ sơ đầy đủ. Định kỳ tổng hợp, báo cáo Công an huyện."
    )
    first, second = read_plan(text).tasks
    assert first.text == "Kịp thời đề xuất khen thưởng các tập thể có thành tích"
    assert [place.text for place in first.details] == ["Tổng hợp hồ sơ đầy đủ"]
    assert second.text == "Định kỳ tổng hợp, báo cáo Công an huyện"
    assert first.lead == second.lead == ("Công an xã",)


def test_own_words_of_a_long_item_do_not_reach_the_plain_line_below():
    text = (
        "KẾ HOẠCH\nPhòng, chống mua bán người năm 2024\nII. NHIỆM VỤ\n1. Phòng ngừa\nCông an huyện chủ trì, phối hợp với các ban, ngành\n"
        "a) Lực lượng Công an, chủ công là Cảnh sát Hình sự phối hợp với Đồn Biên phòng triển khai các biện pháp nắm tình hình địa bàn trọng điểm.\n"
        "Tăng cường thu thập thông tin trên không gian mạng."
    )
    first, second = read_plan(text).tasks
    assert first.lead == second.lead == ("Công an huyện",)
    assert first.coordinating == ("các ban, ngành", "Đồn Biên phòng")
    assert second.coordinating == ("các ban, ngành",)
