import pytest

from lachan.program.reader import read_plan

HEAD = "KẾ HOẠCH\nPhòng, chống mua bán người năm 2024\nI. TỔ CHỨC THỰC HIỆN\n"


def deadlines(sentence):
    return read_plan(f"{HEAD}1. {sentence}\n").deadlines


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("trước ngày 28/03/2024", "2024-03-28"),
        ("trước ngày 28 tháng 3 năm 2024", "2024-03-28"),
        ("chậm nhất ngày 31-3-2024", "2024-03-31"),
        ("muộn nhất là ngày 5.4.2024", "2024-04-05"),
        ("hoàn thành trước ngày 15/6", "2024-06-15"),
    ],
)
def test_last_day_is_read_in_all_its_forms(words, before):
    (item,) = deadlines(f"Các đơn vị gửi kế hoạch về Ban Chỉ đạo tỉnh (qua Công an tỉnh) {words}.")
    assert (item.kind, item.before) == ("date", before)
    assert (item.to, item.via) == ("Ban Chỉ đạo tỉnh", "Công an tỉnh")


def test_day_without_a_year_takes_the_plans_year_and_says_so():
    (item,) = deadlines("Sở Y tế hoàn thành rà soát trước ngày 15/6.")
    assert item.before == "2024-06-15"
    assert item.doubts == ("Văn bản không ghi năm; lấy năm của kế hoạch.",)


def test_impossible_day_is_kept_as_words_only():
    (item,) = deadlines("Các đơn vị gửi báo cáo trước ngày 31/02/2024.")
    assert item.before is None
    assert "Ngày này không có trên lịch." in item.doubts


def test_report_regime_is_split_by_its_frequencies():
    found = deadlines("Định kỳ quý I, III (trước ngày 12/3 và 12/9), 6 tháng (trước ngày 12/6) và năm (trước ngày 12/12) báo cáo kết quả.")
    assert [(item.recurrence.freq, item.recurrence.quarters, item.recurrence.before_month_days) for item in found] == [
        (("quarterly",), (1, 3), ("03-12", "09-12")),
        (("half-yearly",), (), ("06-12",)),
        (("yearly",), (), ("12-12",)),
    ]


def test_frequencies_without_days_are_one_duty():
    (item,) = deadlines("Công an tỉnh đảm bảo chế độ báo cáo định kỳ hàng quí, 06 tháng, tổng kết năm gửi về Ủy ban nhân dân tỉnh.")
    assert item.recurrence.freq == ("quarterly", "half-yearly", "yearly")
    assert item.to == "Ủy ban nhân dân tỉnh"
    assert item.from_whom == ("Công an tỉnh",)


def test_days_at_the_end_of_the_sentence_belong_to_the_frequencies_before():
    (item,) = deadlines("Định kỳ 06 tháng và hàng năm báo cáo Công an tỉnh trước ngày 15/6 và 15/12 hằng năm.")
    assert (item.recurrence.freq, item.recurrence.before_month_days) == (("half-yearly", "yearly"), ("06-15", "12-15"))


def test_day_of_the_last_month_of_a_quarter_gives_four_days():
    (item,) = deadlines("Các đơn vị báo cáo quý trước ngày 10 tháng cuối quý.")
    assert item.recurrence.before_month_days == ("03-10", "06-10", "09-10", "12-10")


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("từ 01/7/2024 đến hết ngày 30/9/2024", "2024-07-01", "2024-09-30"),
        ("từ ngày 15/6 đến ngày 15/9/2024", "2024-06-15", "2024-09-15"),
        ("từ tháng 6/2024 đến tháng 2/2025", "2024-06-01", "2025-02-28"),
        ("trong quý II/2024", "2024-04-01", "2024-06-30"),
        ("trong tháng 5/2024", "2024-05-01", "2024-05-31"),
        ("trong năm 2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_period_has_its_first_and_last_day(words, start, end):
    (item,) = deadlines(f"Công an tỉnh mở cao điểm, tổ chức thực hiện {words}.")
    assert (item.kind, item.start_date, item.end_date) == ("period", start, end)


def test_window_of_figures_is_no_time_to_act():
    (item,) = deadlines("Có đề cương kèm theo, số liệu thống kê tính từ ngày 09/02/2023 đến ngày 15/6/2024.")
    assert (item.kind, item.start_date, item.end_date) == ("data window", "2023-02-09", "2024-06-15")


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện Quyết định số 793/QĐ-TTg ngày 10/5/2016 của Thủ tướng Chính phủ.",
        "Triển khai Chương trình giai đoạn 2021 - 2025, định hướng đến năm 2030.",
        "Thường xuyên báo cáo kết quả về Công an tỉnh.",
    ],
)
def test_cited_days_and_periods_of_programmes_are_no_deadlines(sentence):
    assert deadlines(sentence) == ()


def test_onward_report_names_its_receiver():
    found = deadlines("Các đơn vị gửi báo cáo về Công an tỉnh trước ngày 20/6/2024 để tổng hợp, báo cáo Ban Chỉ đạo 138/CP.")
    assert [(item.kind, item.to) for item in found] == [("date", "Công an tỉnh"), ("onward", "Ban Chỉ đạo 138/CP")]


def test_day_of_action_comes_back_every_year_and_is_told_once():
    found = deadlines("Hưởng ứng “Ngày Toàn dân phòng, chống mua bán người 30/7” và “Ngày Thế giới phòng, chống mua bán người 30/7”.")
    assert [item.recurrence.month_days for item in found] == [("07-30",)]


def test_time_owed_but_not_said_is_unspecified():
    (item,) = deadlines("Công an tỉnh xây dựng báo cáo đúng thời hạn quy định.")
    assert item.kind == "unspecified"


@pytest.mark.parametrize(
    ("sentence", "kind", "days"),
    [
        ("Sở Y tế rà soát, hoàn thành trong tháng 6 năm 2024.", "period", ("2024-06-01", "2024-06-30")),
        ("Mở đợt cao điểm từ ngày 01 đến ngày 30/7/2024.", "period", ("2024-07-01", "2024-07-30")),
        ("Thời gian thực hiện: Tháng 3 - tháng 10/2024.", "period", ("2024-03-01", "2024-10-31")),
        ("Thời gian thực hiện: Quý II, III/2024.", "period", ("2024-04-01", "2024-09-30")),
        ("Thời gian thực hiện: Năm 2024 - 2025.", "period", ("2024-01-01", "2025-12-31")),
        ("Số liệu báo cáo quý I tính từ ngày 15/12/2023 đến ngày 14/3/2024.", "data window", ("2023-12-15", "2024-03-14")),
    ],
)
def test_span_of_time_is_read_in_all_its_forms(sentence, kind, days):
    (item,) = deadlines(sentence)
    assert (item.kind, (item.start_date, item.end_date)) == (kind, days)


@pytest.mark.parametrize(
    "sentence",
    [
        "Các đơn vị báo cáo kết quả 6 tháng trước ngày 15/6, cả năm trước ngày 15/12.",
        "Các đơn vị báo cáo kết quả trước 15/6 (đối với báo cáo 6 tháng) và 15/12 (đối với báo cáo năm).",
        "Các đơn vị gửi báo cáo định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12).",
    ],
)
def test_report_and_its_day_are_paired_however_they_are_written(sentence):
    assert [(item.recurrence.freq, item.recurrence.before_month_days) for item in deadlines(sentence)] == [
        (("half-yearly",), ("06-15",)),
        (("yearly",), ("12-15",)),
    ]


def test_report_on_demand_is_told_only_where_no_day_is_given():
    (dated,) = deadlines("Các đơn vị báo cáo kết quả trước ngày 15/11/2024 và đột xuất khi có yêu cầu.")
    assert dated.before == "2024-11-15"
    (loose,) = deadlines("Các đơn vị báo cáo đột xuất khi có yêu cầu.")
    assert loose.kind == "unspecified"


def test_hour_before_the_day_does_not_hide_the_day():
    (item,) = deadlines("Trước 17 giờ ngày 20/5/2024 các xã gửi báo cáo.")
    assert item.before == "2024-05-20"


def test_passing_on_to_the_issuer_itself_is_no_further_duty():
    text = "ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nSố: 1/KH-UBND\nAn Bình, ngày 02 tháng 01 năm 2024\n" + HEAD
    sentence = "1. Các xã báo cáo về Công an tỉnh trước ngày 15/6/2024 để tổng hợp, báo cáo {}.\n"
    own, higher = (read_plan(text + sentence.format(name)).deadlines for name in ("UBND tỉnh", "Ban Chỉ đạo 138/CP"))
    assert [item.kind for item in own] == ["date"]
    assert [(item.kind, item.to) for item in higher] == [("date", "Công an tỉnh"), ("onward", "Ban Chỉ đạo 138/CP")]


def test_year_named_among_the_aims_is_no_time_to_act():
    text = "KẾ HOẠCH\nPhòng, chống mua bán người năm 2024\nI. MỤC ĐÍCH\n- Cụ thể hóa các nhiệm vụ để triển khai thực hiện trong năm 2024.\n"
    assert read_plan(text).deadlines == ()
