"""Lists by deadline, their filters, and the search."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lachan.organisations.naming import name_key
from tests.courses import CONTENT, INFORMANT, a_tip, go, opened_case, verified_tip


@pytest.fixture
def desk(client, place, present):
    client.force_login(place.binh)
    return client


def codes(response):
    return [row.record.code for row in response.context["listing"].rows]


def test_the_nearest_deadline_comes_first_and_what_is_over_last(desk, place):
    done = verified_tip(place)
    go(done, "decide_not_prosecute", place.binh, "2024-05-20 10:00", "15/QĐ-CSĐT")
    go(done, "inform", place.binh, "2024-05-21 10:00")
    fresh, late = a_tip(place), a_tip(place, at="2024-05-19 10:00")
    assert codes(desk.get(reverse("tips:list"))) == [late.code, fresh.code, done.code]


def test_the_sentence_counts_what_runs_and_what_is_late_and_leads_to_both(desk, place):
    verified_tip(place), a_tip(place), a_tip(place, at="2024-05-19 10:00")
    page = desk.get(reverse("tips:list")).content.decode()
    assert '<a href="?state=open">3 tin đang giải quyết</a>, <a href="?state=overdue">1 tin quá hạn</a>.' in page
    assert len(codes(desk.get(reverse("tips:list"), {"state": "open"}))) == 3
    assert codes(desk.get(reverse("tips:list"), {"state": "overdue"})) == ["TB-2024-0003"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"state": "verifying"}, 1),
        ({"state": "received"}, 2),
        ({"sort": "report"}, 3),
        ({"sort": "petition"}, 0),
        ({"since": "19/05/2024"}, 2),
        ({"until": "2024-05-19"}, 2),
        ({"since": "11/5/2024", "until": "20/5/2024"}, 1),
    ],
)
def test_filters_limit_the_list(desk, place, wanted, found):
    verified_tip(place), a_tip(place), a_tip(place, at="2024-05-19 10:00")
    response = desk.get(reverse("tips:list"), wanted)
    assert (response.status_code, len(codes(response))) == (200, found)


def test_the_area_filter_offers_only_areas_of_visible_records(desk, place):
    a_tip(place)
    a_tip(place, actor=place.chi, area=place.ward_2)
    response = desk.get(reverse("tips:list"), {"area": place.ward_2.pk})
    assert codes(response) == ["TB-2024-0002"]
    desk.force_login(place.an)
    own = desk.get(reverse("tips:list"))
    assert list(own.context["listing"].form.fields["area"].queryset) == [place.ward_1]
    assert desk.get(reverse("tips:list"), {"area": place.ward_2.pk}).status_code == 422


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ({"since": "31/02/2024"}, "chỉ có 29 ngày"),
        ({"since": "02/05/2024", "until": "01/05/2024"}, "bằng hoặc sau ngày đầu"),
        ({"state": "bịa"}, "không có trong danh mục"),
        ({"area": "abc"}, "không có trong danh mục"),
    ],
)
def test_a_filter_that_cannot_be_read_is_named_and_lists_nothing(desk, place, wanted, says):
    a_tip(place)
    response = desk.get(reverse("tips:list"), wanted)
    assert (response.status_code, codes(response)) == (422, [])
    assert says in response.content.decode()


def test_a_page_number_out_of_range_gives_the_nearest_page(desk, place):
    a_tip(place)
    assert codes(desk.get(reverse("tips:list"), {"trang": "99"})) == ["TB-2024-0001"]
    assert codes(desk.get(reverse("tips:list"), {"trang": "abc"})) == ["TB-2024-0001"]


def queries_of(client, url):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_a_longer_list_asks_the_database_no_more(desk, place):
    opened_case(place)
    urls = [reverse("tips:list"), reverse("procedures:search") + "?q=cuong buc"]
    few = [queries_of(desk, url) for url in urls]
    for minute in range(12):
        a_tip(place, at=f"2024-05-21 11:{minute:02d}")
    assert [queries_of(desk, url) for url in urls] == few


@pytest.mark.parametrize("text", ["cưỡng bức", "CUONG BUC", "cuong  buc", "Phường Ví Dụ Một", "vi du mot", "tb-2024", "0001"])
def test_the_search_finds_by_code_title_and_area_without_diacritics(desk, place, text):
    place.ward_1.search_name = name_key(place.ward_1.name)
    place.ward_1.save()
    a_tip(place), a_tip(place)
    page = desk.get(reverse("procedures:search"), {"q": text}).content.decode()
    assert "TB-2024-0001" in page


def test_an_exact_code_opens_the_record(desk, place):
    tip = a_tip(place)
    assert desk.get(reverse("procedures:search"), {"tim": "tb-2024-0001"}).url == reverse("tips:detail", args=[tip.code])


@pytest.mark.parametrize("text", [INFORMANT, CONTENT, "giu giay to", "", "   ", "%", "\x00", "a" * 5000])
def test_the_search_reads_nothing_sealed_and_survives_any_text(desk, place, text):
    a_tip(place)
    response = desk.get(reverse("procedures:search"), {"q": text})
    assert response.status_code == 200
    assert "TB-2024-0001" not in response.content.decode()


def test_the_search_shows_nothing_of_others(client, place, present):
    a_tip(place)
    client.force_login(place.chi)
    for text in ("cuong", "TB-2024-0001", "vi du"):
        response = client.get(reverse("procedures:search"), {"q": text})
        assert response.status_code == 200
        assert list(response.context["rows"]) == []


def test_the_menu_shows_each_kind_to_those_who_may_see_it_with_its_overdue_records(client, place, present):
    a_tip(place, at="2024-05-19 10:00")
    seen = {}
    for name in ("an", "hoa", "giang", "chi"):
        client.force_login(getattr(place, name))
        entries = client.get(reverse("procedures:search")).context["nav"]
        seen[name] = {entry.item.code: entry.badge for entry in entries if entry.item.code in {"tips", "cases", "victims"}}
    assert seen == {
        "an": {"tips": 1, "cases": None, "victims": None},
        "hoa": {"victims": None},
        "giang": {"cases": None},
        "chi": {"tips": None, "cases": None, "victims": None},
    }
