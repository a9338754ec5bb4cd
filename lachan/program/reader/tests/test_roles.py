import pytest

from lachan.program.reader.roles import is_execution, read_assignments, read_labelled, read_references, read_roles


@pytest.mark.parametrize(
    ("sentence", "lead", "coordinating", "rest"),
    [
        ("Công an tỉnh chủ trì, phối hợp với Sở Y tế tổ chức tập huấn.", ["Công an tỉnh"], ["Sở Y tế"], "tổ chức tập huấn."),
        ("Sở Tư pháp chủ trì; Sở Y tế và các ngành khác tham gia.", ["Sở Tư pháp"], ["Sở Y tế", "các ngành khác"], "."),
        (
            "Công an xã theo chức năng, nhiệm vụ chủ trì phối hợp với Trạm Y tế tiếp tục rà soát",
            ["Công an xã"],
            ["Trạm Y tế"],
            "tiếp tục rà soát",
        ),
        ("Công an tỉnh là cơ quan chủ trì, tham mưu hướng dẫn", ["Công an tỉnh"], [], "tham mưu hướng dẫn"),
        ("Sở Tư pháp chủ trì Đề án 1, phối hợp với Sở Y tế xây dựng kế hoạch", ["Sở Tư pháp"], ["Sở Y tế"], "xây dựng kế hoạch"),
        ("Chủ động phối hợp với Công an tỉnh tăng cường quản lý", [], ["Công an tỉnh"], "tăng cường quản lý"),
        ("Các sở, ngành căn cứ chức năng, nhiệm vụ được giao phối hợp thực hiện.", [], ["Các sở, ngành"], "thực hiện."),
        ("Tăng cường phối hợp trao đổi thông tin", [], [], "Tăng cường phối hợp trao đổi thông tin"),
    ],
)
def test_roles_are_read_from_the_beginning_of_a_sentence(sentence, lead, coordinating, rest):
    reading = read_roles(sentence)
    assert (reading.lead, reading.coordinating, sentence[reading.rest :]) == (lead, coordinating, rest)


def test_lead_is_taken_from_the_heading_when_the_item_only_says_chu_tri():
    reading = read_roles("Chủ trì, phối hợp với Phòng Y tế tổ chức chiến dịch")
    assert reading.takes_lead
    assert reading.coordinating == ["Phòng Y tế"]


def test_asked_bodies_are_told_from_ordered_ones():
    assert read_roles("Đề nghị Hội Nông dân tỉnh tuyên truyền").requested == ["Hội Nông dân tỉnh"]
    assert read_roles("Giao Công an tỉnh tuyên truyền").requested == []
    assert read_roles("Giao Công an tỉnh tuyên truyền").subject == ["Công an tỉnh"]


def test_basis_before_an_order_is_passed_over():
    sentence = "Căn cứ nội dung Kế hoạch này, đề nghị các ngành có liên quan và UBND các xã xây dựng kế hoạch"
    assert read_roles(sentence).subject == ["các ngành có liên quan", "UBND các xã"]


@pytest.mark.parametrize(
    ("clause", "labels"),
    [
        ("thực hiện hoạt động tại tiết (1), (2) và (3)", ["tiết 1", "tiết 2", "tiết 3"]),
        ("triển khai thực hiện Đề án 2", ["đề án 2"]),
        ("thực hiện điểm a, b khoản 1", ["điểm a < khoản 1", "điểm b < khoản 1"]),
        ("chủ trì nội dung tại điểm 1, 3 mục II", ["điểm 1 < mục II", "điểm 3 < mục II"]),
        ("thực hiện nội dung tại mục 2.1, 2.2", ["mục 2.1", "mục 2.2"]),
        ("tổ chức thực hiện", []),
    ],
)
def test_references_are_the_labels_that_an_assignment_points_at(clause, labels):
    assert set(labels) <= set(read_references(clause))


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("thực hiện", True),
        ("phối hợp tổ chức thực hiện", True),
        ("thực hiện hoạt động tại tiết (1), (2)", True),
        ("xây dựng kế hoạch riêng", False),
    ],
)
def test_mere_execution_asks_nothing_new(clause, expected):
    assert is_execution(clause) is expected


def test_one_line_may_lead_in_one_item_and_work_along_in_others():
    found = read_assignments("UBND các xã lồng ghép nhiệm vụ của địa phương mình với thực hiện tiết (3); phối hợp thực hiện tiết (1), (2).")
    assert [(one.role, one.references) for one in found] == [("does", ["tiết 3"]), ("coordinating", ["tiết 1", "tiết 2"])]


def test_line_with_a_duty_of_its_own_is_no_assignment():
    assert read_assignments("Sở Y tế, Công an tỉnh tiến hành triển khai các mô hình đã nêu ở trên địa bàn biên giới") is None


def test_labelled_roles_are_read_with_their_places():
    line = "Cơ quan chủ trì: Công an huyện; cơ quan phối hợp: Phòng Tư pháp."
    found = read_labelled(line)
    assert found["lead"][0] == "Công an huyện"
    assert found["coordinating"][0] == "Phòng Tư pháp"
