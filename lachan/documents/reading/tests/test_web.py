import pytest

from lachan.documents.reading import read_file
from lachan.foundation.errors import Refused

from .samples import assert_read_or_refused, lines_of, windows_1258


def read(body: str, *, head: str = "<meta charset=utf-8>") -> list[str]:
    return lines_of(
        read_file(f"<!DOCTYPE html><html><head>{head}<title>Cổng</title></head><body>{body}</body></html>".encode(), "a.html").text
    )


def test_blocks_are_paragraphs_and_breaks_are_lines():
    read = read_file("<html><p>KẾ\n  HOẠCH</p><div>Số: 04&nbsp;/KH-BCĐ<br>An Hòa</div><p></p>".encode(), "a.html")
    assert (read.format, read.text) == ("html", "KẾ HOẠCH\n\nSố: 04 /KH-BCĐ\nAn Hòa\n")


def test_what_the_portal_adds_is_dropped():
    page = (
        "<header>Cổng thông tin</header><nav><a>Trang chủ</a></nav><script>var a='mua bán'</script><style>p{}</style>"
        "<form><label><select><option>Tìm</select></label><button>Gửi</button></form>"
        "<div role=navigation>Menu</div><div style='display: none'>ẩn</div><p hidden>ẩn</p><!-- chú -->"
        "<p>I. MỤC TIÊU</p><aside>Tin khác</aside><footer>Bản quyền</footer>"
    )
    assert read(page) == ["I. MỤC TIÊU"]


def test_a_page_that_stands_wholly_inside_a_form_is_read():
    assert read("<form id=aspnetForm><input value=x><p>I. MỤC TIÊU</p></form>") == ["I. MỤC TIÊU"]


def test_the_main_part_alone_is_read_when_it_holds_nearly_everything():
    assert read("<div>Trang chủ</div><main><h1>KẾ HOẠCH</h1><p>Phòng, chống mua bán người năm 2024 trên địa bàn tỉnh</p></main>") == [
        "KẾ HOẠCH",
        "Phòng, chống mua bán người năm 2024 trên địa bàn tỉnh",
    ]


def test_a_small_article_is_not_taken_for_the_document():
    assert read("<article>Tin khác</article><p>Kế hoạch phòng, chống mua bán người năm 2024</p>")[1].startswith("Kế hoạch")


def test_lists_show_their_marks():
    items = "<ol type=I start=2><li>NHIỆM VỤ<ul><li>một</li><li>- hai</li></ul></li><li value=5>NĂM</li></ol><ol type=a><li>điểm</li></ol>"
    assert read(items) == ["II. NHIỆM VỤ", "- một", "- hai", "V. NĂM", "a) điểm"]


def test_a_data_table_is_read_row_by_row_and_a_head_column_by_column():
    head = (
        "<table><tr><td>UBND TỈNH</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr>"
        "<tr><td>Số: 04/KH</td><td>An Hòa, ngày 1 tháng 2 năm 2024</td></tr></table>"
    )
    data = "<table><caption>Biểu 1</caption><thead><tr><th>TT<th>Việc</thead><tbody><tr><td>1<td><p>Tuyên</p><p>truyền</p></tbody></table>"
    assert read(head + data) == [
        *("UBND TỈNH", "Số: 04/KH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "An Hòa, ngày 1 tháng 2 năm 2024"),
        *("Biểu 1", "TT\tViệc", "1\tTuyên truyền"),
    ]


def test_a_table_that_lays_out_the_whole_page_is_read_as_text():
    assert read(f"<table><tr><td>Menu</td><td>x</td><td>y</td><td><p>{'dài ' * 600}</p><p>KẾ HOẠCH</p></td></tr></table>")[-1] == "KẾ HOẠCH"


def test_preformatted_text_keeps_its_lines():
    assert read("<pre>một\nhai</pre>") == ["một", "hai"]


def test_a_fragment_of_a_page_is_recognised():
    assert read_file("<p>một</p><p>hai</p><p>ba</p>".encode(), "a.txt").format == "html"


def test_a_text_that_mentions_a_tag_is_still_text():
    assert read_file("Dùng thẻ <p> và </p> để tách đoạn".encode(), "a.txt").format == "txt"


def test_a_page_that_declares_its_old_code_page_is_read():
    page = "<html><head><meta charset=windows-1258></head><p>Phòng, chống mua bán người</p></html>"
    assert read_file(windows_1258(page), "a.html").text == "Phòng, chống mua bán người\n"


@pytest.mark.parametrize("source", ["<html>" + "<div>" * 50_000 + "x", "<html><p>" + "<b>x" * 5_000, "<table><tr><td>" * 3_000 + "<p>x"])
def test_a_page_nested_without_end_is_read_or_refused(source):
    assert_read_or_refused(source.encode())


def test_a_page_of_a_million_tags_is_refused():
    with pytest.raises(Refused, match="quá nặng"):
        read_file(b"<html>" + b"<p>a" * 500_001, "a.html")
