import pytest

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


HEAD = "KẾ HOẠCH\nPhòng, chống mua bán người năm 2024\n"


@pytest.mark.parametrize(
    ("lines", "lead", "coordinating"),
    [
        ("1. Ba ngành: Công an, Viện kiểm sát, Tòa án phối hợp thực hiện thống kê số liệu.", ("Công an", "Viện kiểm sát", "Tòa án"), ()),
        (
            "1. Rà soát địa bàn đến tận ấp, khóm. Giao Công an xã chủ trì, phối hợp với Trạm Y tế thực hiện.",
            ("Công an xã",),
            ("Trạm Y tế",),
        ),
        ("1. Xây dựng 02 phóng sự (Đài Truyền thanh huyện thực hiện).", ("Đài Truyền thanh huyện",), ()),
        ("1. Tổ chức mít tinh. Đơn vị chủ trì: Công an xã; đơn vị phối hợp: Trạm Y tế.", ("Công an xã",), ("Trạm Y tế",)),
        ("1. Nhiệm vụ 1: Tập huấn cho cán bộ xã.\nChủ trì: Sở Nội vụ. Phối hợp: Công an tỉnh.", ("Sở Nội vụ",), ("Công an tỉnh",)),
        ("1. Sở Ngoại vụ: Chủ trì, phối hợp với các cơ quan liên quan bảo hộ công dân.", ("Sở Ngoại vụ",), ("các cơ quan liên quan",)),
        ("1. Đối với các trường tiểu học\n- Hướng dẫn học sinh kỹ năng tự bảo vệ.", ("các trường tiểu học",), ()),
        ("1. Trách nhiệm của Sở Y tế\n- Chăm sóc sức khỏe nạn nhân.", ("Sở Y tế",), ()),
        ("1. Sở Y tế\n- Chỉ đạo Trạm Y tế các xã chăm sóc nạn nhân.", ("Sở Y tế",), ()),
        (
            "1. Công an tỉnh là cơ quan thường trực của Ban Chỉ đạo, chủ trì, phối hợp với Sở Y tế hướng dẫn thực hiện Kế hoạch.",
            ("Công an tỉnh",),
            ("Sở Y tế",),
        ),
        (
            "1. Các sở, ngành căn cứ chức năng, nhiệm vụ được giao tại Kế hoạch này chủ động xây dựng kế hoạch của mình.",
            ("Các sở, ngành",),
            (),
        ),
    ],
)
def test_roles_reach_the_task_in_every_shape_of_an_item(lines, lead, coordinating):
    (task,) = read_plan(f"{HEAD}II. NHIỆM VỤ\n{lines}\n").tasks
    assert (task.lead, task.coordinating) == (lead, coordinating)


def test_assignment_line_after_a_list_reaches_all_its_items():
    text = f"{HEAD}II. NHIỆM VỤ\na) Tiếp nhận thông tin.\nb) Rà soát cơ sở hỗ trợ.\n* Phân công thực hiện: Sở Y tế chủ trì, phối hợp với Công an tỉnh."
    assert [(task.lead, task.coordinating) for task in read_plan(text).tasks] == [(("Sở Y tế",), ("Công an tỉnh",))] * 2


def test_headings_that_name_agencies_lead_also_in_a_part_on_assignments():
    text = f"{HEAD}IV. PHÂN CÔNG NHIỆM VỤ\n1. Công an xã\n- Tham mưu triển khai Kế hoạch.\n2. Trạm Y tế: Chăm sóc sức khỏe nạn nhân."
    assert [task.lead for task in read_plan(text).tasks] == [("Công an xã",), ("Trạm Y tế",)]


def test_issuers_closing_demand_stands_for_the_whole_part():
    text = f"{HEAD}IV. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế chăm sóc nạn nhân.\nỦy ban nhân dân tỉnh yêu cầu các sở, ngành báo cáo kết quả nghiêm túc."
    first, second = read_plan(text).tasks
    assert (first.section, second.section) == ("IV.1", "IV")
    assert second.lead == ("các sở, ngành",)


def test_plan_inside_an_article_is_read_and_the_last_articles_ask_nothing_new():
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Chương trình với những nội dung chủ yếu sau:\nI. CHỈ TIÊU\n- 100% xã được tuyên truyền.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Bộ Công an chủ trì, phối hợp với các bộ, ngành tổ chức thực hiện Chương trình này.\n"
        "Điều 2. Giao Sở Tư pháp chủ trì theo dõi việc thi hành.\n"
        "Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này./."
    )
    draft = read_plan(text)
    assert [target.value for target in draft.targets] == [100]
    assert [task.lead for task in draft.tasks] == [("Bộ Công an",), ("Sở Tư pháp",)]


def test_doubt_about_joint_names_is_told_once_for_their_heading_and_never_for_groups():
    text = f"{HEAD}II. NHIỆM VỤ\n1. Công an xã, Trạm Y tế:\n- Rà soát địa bàn.\n- Tiếp nhận tin báo.\n2. Các thôn, bản tuyên truyền tới từng hộ gia đình."
    assert [bool(task.doubts) for task in read_plan(text).tasks] == [True, False, False]


def test_clause_that_takes_the_lead_in_points_elsewhere_reaches_them_only():
    text = (
        f"{HEAD}II. NỘI DUNG\n1. Công tác chỉ đạo\n- Quán triệt Chương trình tới cơ sở.\n2. Truyền thông\n- Duy trì chuyên mục an ninh.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Công an tỉnh\n- Tham mưu triển khai Kế hoạch; chủ trì thực hiện các nội dung tại điểm 1 mục II.\n"
    )
    first, second, third = read_plan(text).tasks
    assert (first.lead, first.role_lines) == (("Công an tỉnh",), (10,))
    assert (second.lead, third.lead) == ((), ("Công an tỉnh",))
