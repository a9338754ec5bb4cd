from dataclasses import replace

import pytest
from lxml import html

from lachan.reporting.document import Figure, Heading, Text
from lachan.reporting.renderers import RENDERERS
from lachan.reporting.renderers.html import render
from lachan.reporting.tests.sample import COMMITTEE_DRAFT, REPORT, paragraph, row

HOSTILE = "<script>alert('x')</script>\"&"


@pytest.fixture(scope="module")
def page():
    return html.fromstring(render(REPORT))


def test_everything_that_comes_from_the_document_is_escaped():
    table = replace(REPORT.blocks[4], caption=HOSTILE, unit_note=HOSTILE, rows=(row(*[HOSTILE] * 5),))
    document = replace(
        REPORT,
        superior_body=HOSTILE,
        issuing_body=HOSTILE,
        number_symbol=HOSTILE,
        place=HOSTILE,
        type_name=HOSTILE,
        subject=HOSTILE,
        addressees=(HOSTILE, HOSTILE),
        bases=(HOSTILE,),
        recipients=(HOSTILE,),
        archive=HOSTILE,
        signer_prefix=HOSTILE,
        signer_title=HOSTILE,
        signer_name=HOSTILE,
        blocks=(
            Heading(1, HOSTILE, HOSTILE),
            paragraph(HOSTILE, Text(HOSTILE, italic=True), Figure(HOSTILE, HOSTILE, 1, f"/{HOSTILE}")),
            table,
            replace(REPORT.blocks[-1], title=HOSTILE, blocks=(paragraph(HOSTILE),)),
        ),
    )
    text = render(document)
    assert "<script" not in text.lower()
    assert {element.tag for element in html.fromstring(text).iter()} <= {
        *("article", "div", "p", "b", "i", "br", "hr", "h4", "a", "span", "small", "section"),
        *("table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td"),
    }


def test_the_page_carries_no_style_that_the_content_policy_would_refuse():
    assert "style=" not in render(REPORT)


def test_a_figure_links_to_its_records():
    seventeen = Figure("17", "tips.received", 17, "/thong-ke/tin?ky=2024&a=1")
    link = html.fromstring(render(replace(REPORT, blocks=(paragraph(seventeen),)))).find(".//a")
    assert (link.get("class"), link.get("href"), link.text) == ("v num", "/thong-ke/tin?ky=2024&a=1", "17")


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "https://example.org/", "//example.org/", "/\\example.org", "/a\nb"])
def test_a_figure_without_a_path_of_this_site_is_marked_but_not_linked(url):
    page = html.fromstring(render(replace(REPORT, blocks=(paragraph(Figure("17", "tips.received", 17, url)),))))
    assert page.find(".//a") is None
    assert page.find(".//span[@class='v']").text == "17"


def test_the_head_is_a_grid_with_number_and_date_on_one_row(page):
    issuer, nation, number, place_and_date = page.find("div[@class='q']")
    assert issuer.find("b").text_content() == "CÔNG AN\nTHÀNH PHỐ BIÊN HÒA"
    assert nation.find("b[@class='u']").text == "Độc lập - Tự do - Hạnh phúc"
    assert (number.text_content(), place_and_date.text_content()) == ("Số: 08/BC-CATP", "Biên Hòa, ngày 07 tháng 6 năm 2024")


def test_headings_keep_their_depth_for_a_screen_reader(page):
    headings = [(heading.tag, heading.get("aria-level"), heading.text) for heading in page.xpath("//h4 | //p[@role='heading']")[:6]]
    assert headings[0] == ("h4", "3", "I. TÌNH HÌNH VÀ CÔNG TÁC CHỈ ĐẠO")
    assert headings[1] == ("h4", "4", "1. Tình hình")
    assert headings[5] == ("p", "5", "a) Truyền thông, phổ biến, giáo dục pháp luật")


def test_a_total_row_is_bold_and_keeps_its_figures(page):
    cells = page.xpath("(//table)[1]/tbody/tr[last()]/td")
    assert [cell.text_content() for cell in cells] == ["", "Cộng", "14", "17", "3"]
    assert cells[2].find("b/a") is not None
    assert cells[4].get("class") == "ar"


def test_recipients_and_signer_stand_under_the_text(page):
    recipients, signer = page.find("div[@class='sign']")
    assert recipients.find("small").text_content().split("\n")[-1] == "- Lưu: VT, CSHS."
    assert signer.text_content() == "KT. TRƯỞNG CÔNG AN\nPHÓ TRƯỞNG CÔNG ANThượng tá Người Ký Mẫu"


def test_a_wide_annex_is_marked_for_print(page):
    assert [section.get("class") for section in page.findall("section")] == ["annex land", "annex"]


def test_only_a_draft_says_so():
    assert "DỰ THẢO" in render(COMMITTEE_DRAFT)
    assert "DỰ THẢO" not in render(REPORT)


def test_the_registered_renderer_names_the_page_format():
    assert RENDERERS["html"].render is render
    assert (RENDERERS["html"].extension, RENDERERS["html"].mime_type) == ("html", "text/html; charset=utf-8")
