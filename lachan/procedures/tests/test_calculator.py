"""The page "Tính thời hạn": asked by address, answered without a record."""

import pytest
from django.urls import reverse

from tests.courses import present

__all__ = ["present"]
TIP = {"loai": "tip", "tinh": "1", "asked_on": "20/12/2025", "step_1": "receive", "on_1": "10/12/2025", "at_1": "09:12"}


@pytest.fixture
def ask(client, place, present):
    client.force_login(place.binh)
    return lambda **query: client.get(reverse("procedures:calculator"), query)


def test_the_blank_page_complains_of_nothing(ask):
    page = ask()
    assert page.status_code == 200
    assert "Kết quả" not in page.content.decode()
    assert "errsum" not in page.content.decode()


@pytest.mark.parametrize("kind", ["tip", "case", "victim"])
def test_every_kind_of_record_has_its_facts_and_steps(ask, kind):
    assert ask(loai=kind).context["chosen"].kind == kind


def test_terms_are_shown_with_their_count_and_their_article(ask):
    text = ask(**TIP).content.decode()
    assert "Từ 10/12/2025, 20 ngày (không tính ngày đầu) hết ngày 30/12/2025." in text
    assert "Điều 147" in text


def test_a_refused_step_names_its_row_and_the_reason(ask):
    text = ask(**TIP | {"step_3": "resume", "on_3": "12/12/2025"}).content.decode()
    assert "Dòng 3 không được tính." in text
    assert "không thực hiện được khi hồ sơ ở trạng thái" in text


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"on_1": "31/02/2025"}, "chỉ có 28 ngày"),
        ({"on_1": ""}, "Dòng 1 có bước nhưng thiếu ngày."),
        ({"at_1": "25:00"}, "Không có giờ này"),
        ({"step_1": "bịa"}, "dòng 1"),
        ({"asked_on": ""}, "tính đến ngày"),
        ({"loai": "case", "step_1": "open"}, "ghi loại tội phạm, hoặc điều và khoản"),
        ({"loai": "case", "step_1": "open", "fact_article": "150", "fact_clause": "4"}, "không phải khoản định khung"),
    ],
)
def test_what_cannot_be_answered_is_shown_again_with_the_reason(ask, change, says):
    page = ask(**TIP | change)
    assert page.status_code == 422
    assert says in page.content.decode()


def test_more_rows_keep_what_was_typed(ask):
    page = ask(**{key: value for key, value in TIP.items() if key != "tinh"} | {"them": "1", "dong": "6"})
    text = page.content.decode()
    assert page.status_code == 200
    assert 'value="10/12/2025"' in text
    assert 'name="step_12"' in text


def test_a_reading_of_the_law_changes_the_answer(ask):
    text = ask(**TIP | {"first_day_counted": "yes"}).content.decode()
    assert "20 ngày (tính ngày đầu) hết ngày 29/12/2025" in text
