import pytest

from lachan.program.reader import read_plan

HEAD = "Số: 04 /KH-BCĐ\nBình Lãng, ngày 21 tháng 3 năm 2024\nKẾ HOẠCH\nPhòng, chống mua bán người năm 2024\n"


def codes(text):
    return {(flag.line, flag.code) for flag in read_plan(HEAD + text).flags}


def test_day_of_a_cited_plan_that_contradicts_its_title_is_flagged():
    found = codes(
        "Thực hiện Kế hoạch số 38/KH-BCĐ ngày 01/3/2023 của Ban Chỉ đạo tỉnh về phòng, chống mua bán người năm 2024;\nI. NHIỆM VỤ\n"
    )
    assert (5, "cited-date-contradicts-title") in found


def test_cited_plan_of_the_end_of_the_year_before_is_not_flagged():
    found = codes(
        "Thực hiện Kế hoạch số 38/KH-BCĐ ngày 25/12/2023 của Ban Chỉ đạo tỉnh về phòng, chống mua bán người năm 2024;\nI. NHIỆM VỤ\n"
    )
    assert "cited-date-contradicts-title" not in {code for _, code in found}


def test_cited_document_dated_after_this_one_is_flagged():
    assert (5, "cited-date-after-document") in codes("Căn cứ Quyết định số 9/QĐ-TTg ngày 01/6/2024 của Thủ tướng Chính phủ;\nI. NHIỆM VỤ\n")


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("I. NHIỆM VỤ\nd) Một việc\nd) Hai việc", "label-used-twice", 7),
        ("I. NHIỆM VỤ\n1. Một việc\n3. Ba việc", "numbering-skips", 7),
        ("I. MỤC TIÊU\nII CÔNG TÁC TRỌNG TÂM", "label-without-dot", 6),
        ("I. NHIỆM VỤ\n1. Công an xã chủ tri tổ chức tuyên truyền", "misspelt-role-word", 6),
        ("I. NHIỆM VỤ\n1. Nắm phuong thức của tội phạm", "misspelling", 6),
        ("I. TỔ CHỨC THỰC HIỆN\n1. Công an xã báo cáo quý I (trước ngày 12/3)", "due-before-issue", 6),
        ("I. NHIỆM VỤ", "number-with-blank", 1),
        ("I. NHIỆM VỤ", "signer-missing", 1),
    ],
)
def test_what_looks_wrong_is_flagged_with_its_line(body, code, line):
    assert (line, code) in codes(body)


def test_letters_may_pass_from_d_to_e_or_dd():
    for letters in ("abcde", "abcdđe"):
        body = "I. NHIỆM VỤ\n" + "\n".join(f"{letter}) Việc" for letter in letters)
        assert "numbering-skips" not in {code for _, code in codes(body)}


def test_other_words_with_the_same_letters_are_no_slips():
    found = codes("I. NHIỆM VỤ\n1. Địa phương thực hiện; thông tin bảo đảm; cán bộ phân tích chi tiêu.")
    assert not {code for _, code in found} & {"misspelling", "misspelt-role-word"}
