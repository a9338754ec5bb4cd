from lachan.program.reader import read_plan
from lachan.program.reader.draft import Period, Signer
from lachan.program.reader.tests.samples import DECISION, LABELLED, REFERRING

PORTAL = """\
Kế hoạch 08/KH-UBND thực hiện Chương trình phòng, chống mua bán người trên địa bàn tỉnh Bình Lãng năm 2017
Số hiệu: | 08/KH-UBND | Loại văn bản: | Văn bản khác |
Nơi ban hành: | Tỉnh Bình Lãng | Người ký: | Lê Văn Mẫu |
Ngày ban hành: | 18/01/2017 | Ngày hiệu lực: | Đang cập nhật |
ỦY BAN NHÂN DÂN |
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 08/KH-UBND |
Bình Lãng, ngày 18 tháng 01 năm 2017 |
KẾ HOẠCH
THỰC HIỆN CHƯƠNG TRÌNH PHÒNG, CHỐNG MUA BÁN NGƯỜI TRÊN ĐỊA BÀN TỈNH BÌNH LÃNG NĂM 2017
Thực hiện Chương trình phòng, chống mua bán người của Chính phủ.
Ủy ban nhân dân tỉnh xây dựng kế hoạch thực hiện năm 2017 như sau:
I. NHIỆM VỤ
1. Tổ chức tuyên truyền pháp luật đến người dân.
CHỦ TỊCH |
"""

ARTICLE = """\
Skip to main content
Chào mừng đến cổng thông tin tỉnh Bình Lãng
Kế hoạch chỉ đạo điểm phòng, chống mua bán người
Ngày 31/5/2021, Ban Chỉ đạo 138 tỉnh đã ban hành Kế hoạch số 87/KH-BCĐ về chỉ đạo điểm thực hiện Chương trình.
Thời gian thực hiện chỉ đạo điểm từ tháng 6/2021 đến tháng 6/2022. Giai đoạn trước phát hiện, xử lý 22 vụ.
Theo Kế hoạch, công tác chỉ đạo điểm tập trung vào một số nội dung sau:
Tổ chức các chiến dịch truyền thông nâng cao nhận thức của người dân.
Mai Thị Mẫu
"""


def test_head_gives_the_fields_of_the_register():
    document = read_plan(LABELLED).document
    assert document.number == "45/KH-BCĐ"
    assert document.type == "Kế hoạch"
    assert document.issuing_body == "Ban Chỉ đạo 138 tỉnh Hòa Sơn"
    assert (document.place, document.date) == ("Hòa Sơn", "2023-02-14")
    assert document.title == "Thực hiện công tác phòng, chống mua bán người trên địa bàn tỉnh Hòa Sơn năm 2023"
    assert document.period == Period("2023-01-01", "2023-12-31")
    assert document.signer == Signer("Nguyễn Văn Mẫu", "Phó Trưởng ban")
    assert document.standing_agency == "Công an tỉnh"
    assert document.recipients == ("Ban Chỉ đạo 138/CP (để b/c)", "Lưu: VT, NC")
    assert [(one.number, one.date) for one in document.based_on] == [("193/QĐ-TTg", "2021-02-09"), ("15/KH-BCĐ", "2023-01-10")]


def test_blank_number_and_day_stay_empty():
    document = read_plan(REFERRING).document
    assert (document.number, document.date) == (None, None)
    assert document.place == "An Phú Đông"
    assert document.issuing_body == "Ủy ban nhân dân huyện An Phú Đông"
    assert document.period == Period("2022-01-01", "2025-12-31")


def test_portal_table_fills_what_the_text_lacks():
    document = read_plan(PORTAL).document
    assert document.signer == Signer("Lê Văn Mẫu", "Chủ tịch")
    assert document.issuing_body == "Ủy ban nhân dân tỉnh Bình Lãng"
    assert document.title == "Thực hiện Chương trình phòng, chống mua bán người trên địa bàn tỉnh Bình Lãng năm 2017"
    assert document.doubts["issuing_body"]


def test_decision_takes_number_and_day_from_the_line_it_was_enacted_with():
    document = read_plan(DECISION).document
    assert (document.number, document.type, document.date) == ("77/QĐ-UBND", "Quyết định", "2011-09-30")
    assert document.issuing_body == "Ủy ban nhân dân tỉnh Bình Lãng"
    assert [one.number for one in document.based_on] == [None, "12/TTr-CAT"]


def test_report_about_a_plan_is_flagged_as_such():
    draft = read_plan(ARTICLE)
    document = draft.document
    assert (document.number, document.date, document.type) == ("87/KH-BCĐ", "2021-05-31", "Kế hoạch")
    assert document.issuing_body == "Ban Chỉ đạo 138 tỉnh Bình Lãng"
    assert document.period == Period("2021-06-01", "2022-06-30", "text")
    assert document.signer is None
    assert draft.targets == ()
    assert [task.text for task in draft.tasks] == ["Tổ chức các chiến dịch truyền thông nâng cao nhận thức của người dân"]
    assert "not-the-document" in {flag.code for flag in draft.flags}


def test_review_has_no_period_of_its_own():
    document = read_plan("KẾ HOẠCH\nTỔNG KẾT THỰC HIỆN CHƯƠNG TRÌNH GIAI ĐOẠN 2021 - 2025\nI. NỘI DUNG\n1. Đánh giá kết quả.\n").document
    assert document.period is None
    assert document.doubts["period"]


def test_title_in_capitals_is_read_where_the_line_for_the_kind_is_lost():
    draft = read_plan(
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 59/KH-UBND | An Bình, ngày 01 tháng 11 năm 2021 |\n"
        "PHÒNG, CHỐNG MUA BÁN NGƯỜI TRÊN ĐỊA BÀN TỈNH AN BÌNH NĂM 2021\nThực hiện Kế hoạch của Chính phủ.\n1. Mục đích\nNâng cao nhận thức.\n"
    )
    assert (draft.document.title, draft.document.type) == ("PHÒNG, CHỐNG MUA BÁN NGƯỜI TRÊN ĐỊA BÀN TỈNH AN BÌNH NĂM 2021", "Kế hoạch")


def test_day_of_issue_is_read_when_layout_cuts_its_line():
    draft = read_plan(
        "ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH\nSố: 9/KH-UBND\nAn Bình, ngày 24\ntháng 01 năm 2023\nKẾ HOẠCH\nPhòng, chống mua bán người năm 2023\n"
    )
    assert (draft.document.place, draft.document.date) == ("An Bình", "2023-01-24")


def test_news_with_numbered_points_is_still_a_report_about_a_document():
    document = read_plan(
        "Tin tức\nNgày 10 tháng 6 năm 2020, Ủy ban nhân dân tỉnh ban hành Kế hoạch số 57/KH-UBND về Tháng hành động.\n1. Tuyên truyền tới người dân.\n"
    ).document
    assert (document.number, document.type, document.date) == ("57/KH-UBND", "Kế hoạch", "2020-06-10")


def test_basis_ends_with_its_sentence_and_each_document_is_one_entry():
    document = read_plan(
        "KẾ HOẠCH\nVề chỉ đạo điểm\nTrên cơ sở tổng kết Chương trình, căn cứ Kế hoạch số 64/KH-BCĐ ngày 24/4/2021 của Ban Chỉ đạo tỉnh, Kế hoạch chỉ đạo "
        "điểm của Chính phủ. Ban Chỉ đạo tỉnh chỉ đạo điểm tại ba huyện. "
        + "Tình hình tại các huyện này diễn biến phức tạp. " * 6
        + "\nI. NỘI DUNG\n1. Tuyên truyền.\n"
    ).document
    assert [(basis.number, basis.title) for basis in document.based_on] == [
        (None, "tổng kết Chương trình"),
        ("64/KH-BCĐ", "Kế hoạch số 64/KH-BCĐ ngày 24/4/2021 của Ban Chỉ đạo tỉnh"),
        (None, "Kế hoạch chỉ đạo điểm của Chính phủ"),
    ]


def test_place_cut_in_two_by_layout_is_put_together():
    draft = read_plan(
        "TỈNH AN BÌNH\n-------\n|\nSố: 9/KH-UBND\n|\nAn\nBình, ngày 17 tháng 08\nnăm 2017\n|\nKẾ HOẠCH\nPhòng, chống mua bán người năm 2017\n"
    )
    assert (draft.document.place, draft.document.date) == ("An Bình", "2017-08-17")
