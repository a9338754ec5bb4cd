import pytest

from lachan.program.reader import read_plan

HEAD = "KẾ HOẠCH\nPhòng, chống mua bán người năm 2024\nI. NHIỆM VỤ\n1. Thực hiện các nhiệm vụ tại Phụ lục kèm theo Kế hoạch này.\nNơi nhận:\n- Lưu: VT.\n"
COLUMNS = ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành")
ROWS = (
    ("I", "Công tác truyền thông", "", "", ""),
    ("1", "Tổ chức mít tinh hưởng ứng", "Công an huyện", "Phòng Y tế; UBND các xã", "Trước ngày 30/7/2024"),
    ("2", "Xây dựng phóng sự tuyên truyền", "nt", "", "Quý III"),
    ("3", "Rà soát hộ có nguy cơ", "", "", "Thường xuyên"),
    ("4", "Tập huấn cán bộ xã", "Phòng Tư pháp chủ trì, phối hợp với Phòng Nội vụ", "", "Tháng 5 - 6/2024"),
)


def draft(separator):
    rows = "\n".join(separator.join(row) for row in (COLUMNS, *ROWS))
    return read_plan(f"{HEAD}PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n{rows}\n")


@pytest.mark.parametrize("separator", ["\t", " | "])
def test_each_row_of_a_table_is_a_task_with_its_agencies(separator):
    tasks = [task for task in draft(separator).tasks if task.section.startswith("Phụ lục")]
    assert [(task.section, task.text, task.lead, task.coordinating) for task in tasks] == [
        ("Phụ lục.I.1", "Tổ chức mít tinh hưởng ứng", ("Công an huyện",), ("Phòng Y tế", "UBND các xã")),
        ("Phụ lục.I.2", "Xây dựng phóng sự tuyên truyền", ("Công an huyện",), ()),
        ("Phụ lục.I.3", "Rà soát hộ có nguy cơ", (), ()),
        ("Phụ lục.I.4", "Tập huấn cán bộ xã", ("Phòng Tư pháp",), ("Phòng Nội vụ",)),
    ]
    assert [bool(task.doubts) for task in tasks] == [False, False, True, False]


def test_times_in_a_table_are_deadlines_of_their_rows():
    found = draft("\t")
    times = [(item.kind, item.before or (item.start_date, item.end_date), item.what, item.from_whom) for item in found.deadlines]
    assert times == [
        ("date", "2024-07-30", "Tổ chức mít tinh hưởng ứng", ("Công an huyện",)),
        ("period", ("2024-07-01", "2024-09-30"), "Xây dựng phóng sự tuyên truyền", ("Công an huyện",)),
        ("period", ("2024-05-01", "2024-06-30"), "Tập huấn cán bộ xã", ("Phòng Tư pháp",)),
    ]
    assert next(task for task in found.tasks if task.text.startswith("Tổ chức mít tinh")).due == "2024-07-30"


def test_what_a_table_gives_stands_in_the_text_as_printed():
    found = draft("\t")
    for item in (*found.tasks, *found.deadlines):
        assert found.lines[item.line - 1][item.start : item.end] == item.text


def test_table_without_columns_for_roles_or_times_is_left_alone():
    text = f"{HEAD}PHỤ LỤC\nTT\tNội dung\tSố lượng\n1\tTờ rơi tuyên truyền\t500\n"
    assert [task.text for task in read_plan(text).tasks] == ["Thực hiện các nhiệm vụ tại Phụ lục kèm theo Kế hoạch này"]
