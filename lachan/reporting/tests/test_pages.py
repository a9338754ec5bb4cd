"""Reports on screen."""

import re
from io import BytesIO
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document as WordDocument

from lachan.foundation.periods import parse_period
from lachan.reporting.forms import name_of
from lachan.reporting.models import Narrative, Report
from lachan.reporting.operations import start_report, write_narrative
from lachan.reporting.tests.conftest import NOW, entry

START = {
    "outline": "six_months",
    "plan": "",
    "figures_of": "bcd-bien-hoa",
    "first_on": "15/12/2023",
    "last_on": "14/06/2024",
    "subject": "",
}

pytestmark = pytest.mark.usefixtures("now")


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def binh(client, place):
    client.force_login(place.binh)
    return client


def composer(report) -> str:
    return reverse("reporting:composer", args=[report.pk])


def test_a_report_is_begun_with_the_usual_half_year_and_a_title_of_its_own(binh, place):
    form = binh.get(reverse("reporting:start")).context["form"]
    assert (f"{form['first_on'].value():%d/%m/%Y}", f"{form['last_on'].value():%d/%m/%Y}") == ("15/12/2023", "14/06/2024")
    token = uuid4()
    for _again in range(2):
        response = binh.post(reverse("reporting:start"), START | {"token": token})
        assert response["Location"] == composer(Report.objects.get())
    assert Report.objects.get().subject == "Kết quả thực hiện công tác phòng, chống mua bán người 6 tháng đầu năm 2024"


def test_the_plan_that_is_running_is_chosen_beforehand(binh, plan):
    assert binh.get(reverse("reporting:start")).context["form"]["plan"].value() == str(plan.pk)
    binh.post(reverse("reporting:start"), START | {"token": uuid4(), "plan": plan.pk})
    assert Report.objects.get().plan == plan


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"first_on": "14/06/2024", "last_on": "15/12/2023"}, "Ngày cuối 15/12/2023 phải bằng hoặc sau ngày đầu 14/6/2024."),
        ({"last_on": "31/02/2024"}, "Tháng 02/2024 chỉ có 29 ngày."),
        ({"last_on": ""}, "Nhập đến hết ngày"),
        ({"outline": "no-such"}, "không có trong danh mục"),
        ({"figures_of": "vksnd-bien-hoa"}, "không có trong danh mục"),
        ({"plan": "99"}, "không có trong danh mục"),
        ({"token": "x"}, "Biểu mẫu đã cũ"),
    ],
)
def test_a_choice_that_cannot_be_is_answered_in_words_and_kept(binh, changes, says):
    response = binh.post(reverse("reporting:start"), START | {"token": uuid4(), "subject": "Trích yếu đã gõ"} | changes)
    assert response.status_code == 422
    assert says in text_of(response)
    assert "Trích yếu đã gõ" in response.content.decode()
    assert not Report.objects.exists()


def test_the_composer_shows_outline_paper_and_checks(binh, report):
    response = binh.get(composer(report))
    shown = text_of(response)
    assert response.status_code == 200
    assert 'href="/thong-ke/tips.received?don_vi=bcd-bien-hoa&amp;tu=2023-12-15' in response.content.decode()
    for words in ("II. Kết quả thực hiện", "BÁO CÁO", "Phải sửa 5", "Số đã khớp 5", "Lấy lại số liệu"):
        assert words in shown


def test_a_text_is_written_and_stands_on_the_paper(binh, report):
    address = reverse("reporting:write", args=[report.pk, "direction"])
    response = binh.post(address, {"text": "Đã ban hành <b>kế hoạch</b>.", "revision": 0, "token": uuid4()})
    assert response["Location"] == f"{composer(report)}?muc=direction#muc-direction"
    page = binh.get(f"{composer(report)}?muc=direction").content.decode()
    assert "<p>Đã ban hành &lt;b&gt;kế hoạch&lt;/b&gt;.</p>" in page
    assert "Bản 1: Trần Ví Bình" in page


def test_the_second_writer_sees_both_texts_and_can_save_again(binh, report):
    address = reverse("reporting:write", args=[report.pk, "direction"])
    binh.post(address, {"text": "Bản đã lưu.", "revision": 0, "token": uuid4()})
    response = binh.post(address, {"text": "Bản của tôi.", "revision": 0, "token": uuid4()})
    shown = response.content.decode()
    assert response.status_code == 409
    assert "Trần Ví Bình đã lưu mục này" in shown
    assert ">Bản đã lưu.</p>" in shown
    assert "Bản của tôi.</textarea>" in shown
    form = response.context["page"].writing.form
    again = binh.post(address, {"text": "Bản gộp.", "revision": form.data["revision"], "token": form.data["token"]})
    assert again.status_code == 302
    assert Narrative.objects.order_by("-id").first().text == "Bản gộp."


def test_a_text_that_is_too_long_is_kept_and_refused(binh, report):
    address = reverse("reporting:write", args=[report.pk, "direction"])
    response = binh.post(address, {"text": "dài " * 6000, "revision": 0, "token": uuid4()})
    assert response.status_code == 422
    assert "tối đa 20000 ký tự" in text_of(response)


def test_figures_are_taken_again_by_a_button(binh, report):
    answer = binh.post(reverse("reporting:refresh", args=[report.pk]), {"revision": 0, "token": uuid4()})
    assert answer["Location"] == composer(report)
    assert binh.post(reverse("reporting:refresh", args=[report.pk]), {"revision": 0, "token": uuid4()}).status_code == 409
    assert binh.post(reverse("reporting:refresh", args=[report.pk]), {}).status_code == 422
    assert binh.get(reverse("reporting:refresh", args=[report.pk])).status_code == 405


def test_the_head_is_changed_on_its_page(binh, report):
    address = reverse("reporting:head", args=[report.pk])
    form = binh.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields} | {"signer_name": "Thượng tá Người Bịa", "token": uuid4()}
    assert binh.post(address, sent)["Location"] == composer(report)
    assert "Thượng tá Người Bịa" in text_of(binh.get(composer(report)))
    response = binh.post(address, sent | {"token": uuid4(), "number_symbol": "", "revision": 1})
    assert response.status_code == 422
    assert "Nhập ký hiệu" in text_of(response)


def test_the_word_file_comes_with_its_vietnamese_name(binh, report):
    response = binh.get(reverse("reporting:download", args=[report.pk]))
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''B%C3%A1o%20c%C3%A1o%20k%E1%BA%BFt%20qu%E1%BA%A3")
    assert response["Content-Type"].endswith("wordprocessingml.document")
    assert WordDocument(BytesIO(response.content)).paragraphs


@pytest.mark.parametrize("who", ["an", "chi", "dung", "khanh"])
def test_others_find_no_report(client, place, report, who):
    client.force_login(getattr(place, who))
    for name in ("composer", "head", "download"):
        assert client.get(reverse(f"reporting:{name}", args=[report.pk])).status_code == 404
    assert client.post(reverse("reporting:refresh", args=[report.pk]), {"revision": 0, "token": uuid4()}).status_code == 404
    assert client.post(reverse("reporting:write", args=[report.pk, "tasks"]), {"text": "x", "revision": 0}).status_code == 404
    assert client.get(reverse("reporting:index")).status_code == 404
    assert client.get(reverse("reporting:start")).status_code == 404


def test_what_is_not_there_is_not_found(binh, report):
    for address in ("/bao-cao/999", "/bao-cao/999/tai-ve.docx", f"/bao-cao/{report.pk}?muc=khong-co", f"/bao-cao/{report.pk}/muc/khong-co"):
        method = binh.post if "/muc/" in address else binh.get
        assert method(address, {"text": "x", "revision": 0, "token": uuid4()} if "/muc/" in address else {}).status_code == 404


def test_a_commander_reads_and_does_not_write(client, place, report):
    place.binh.grants.update(role="commander")
    client.force_login(place.binh)
    response = client.get(f"{composer(report)}?muc=tasks")
    assert response.status_code == 200
    assert response.context["page"].writing is None
    assert "Lấy lại số liệu" not in text_of(response)
    assert client.get(reverse("reporting:head", args=[report.pk])).status_code == 404


def test_pages_ask_the_database_no_more_often_when_there_is_more_to_show(binh, report, place):
    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert binh.get(address).status_code == 200
        return len(asked)

    index, page = reverse("reporting:index"), f"{composer(report)}?muc=direction"
    first = queries(index), queries(page)
    for section in ("direction", "tasks", "situation"):
        write_narrative(report, section, "Nội dung.", actor=place.binh, now=NOW)
        start_report(entry(place), actor=place.binh, now=NOW)
    assert (queries(index), queries(page)) == first
    assert max(first) < 40


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("2023-12-15", "2024-06-14", "6 tháng đầu năm 2024"),
        ("2023-12-15", "2024-06-10", "6 tháng đầu năm 2024"),
        ("2024-06-15", "2024-12-14", "6 tháng cuối năm 2024"),
        ("2023-12-15", "2024-03-14", "quý I năm 2024"),
        ("2023-12-15", "2024-12-14", "năm 2024"),
        ("2023-12-15", "2024-01-14", "tháng 1 năm 2024"),
        ("2021-02-09", "2025-06-15", "từ 09/02/2021 đến 15/6/2025"),
    ],
)
def test_a_period_is_called_what_offices_call_it(first, last, name):
    assert name_of(parse_period(first, last)) == name
