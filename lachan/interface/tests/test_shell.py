"""Menu, theme, page of components; every template obeys the content policy."""

import gzip
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.auth.forms import AuthenticationForm
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from lachan.interface import context, navigation, paging
from lachan.interface.navigation import Item

ROOM = Path(__file__).resolve().parents[1]
ACCOUNT = SimpleNamespace(is_authenticated=True, title="Trực chỉ huy", audit_unit_label="Công an tỉnh Bình Mẫu")


@pytest.fixture
def menu(monkeypatch):
    monkeypatch.setattr(navigation, "_items", {})
    monkeypatch.setattr(navigation, "_quick_actions", {})
    navigation.register(Item("tips", "Tố giác, tin báo", "msg", "tips", 20, short_label="Tin báo", badge=lambda account: 17))
    navigation.register(Item("home", "Việc hôm nay", "house", "home", 10, badge=lambda account: 0))
    navigation.register(Item("secret", "Quản trị", "settings", "plain", 30, group=1, is_visible=lambda account: account is None))
    navigation.register(Item("absent", "Chưa cài đặt", "files", "nowhere:list", 40, group=1))
    navigation.register(Item("menu", "Chức năng", "menu", "interface:menu", 50, group=1))


def codes(entries):
    return [entry.item.code for entry in entries]


def test_the_menu_shows_in_order_what_the_account_may_see(menu):
    entries = navigation.items_for(ACCOUNT, "/tips/42/")
    assert codes(entries) == ["home", "tips", "menu"]
    assert [entry.badge for entry in entries] == [None, 17, None]
    assert [entry.starts_group for entry in entries] == [False, False, True]


def test_only_the_entry_that_leads_here_is_marked(menu):
    def marked(path):
        return codes(entry for entry in navigation.items_for(ACCOUNT, path) if entry.is_current)

    assert marked("/tips/42/") == ["tips"]
    assert marked("/") == ["home"]
    assert marked("/tips-khac/") == []


def test_the_bottom_bar_takes_entries_with_a_short_label(menu):
    assert codes(navigation.bottom_bar_of(navigation.items_for(ACCOUNT, "/"))) == ["tips"]


def test_a_visitor_who_is_not_signed_in_sees_no_menu(menu):
    assert len(context.interface(RequestFactory().get("/"))["nav"]) == 0


def test_the_menu_is_not_counted_for_a_fragment(menu):
    asked = []
    navigation.register(Item("tips", "Tin báo", "msg", "tips", 20, badge=asked.append))
    request = RequestFactory().get("/")
    request.user = ACCOUNT
    built = context.interface(request)
    assert asked == []
    assert len(built["nav"]) == 3
    assert asked == [ACCOUNT]


def test_the_theme_is_kept_and_written_into_the_page_by_the_server():
    client = Client()
    response = client.post("/giao-dien", {"theme": "dark"}, headers={"Referer": "http://testserver/plain"})
    assert (response.status_code, response["Location"]) == (302, "http://testserver/plain")
    assert 'data-theme="dark"' in client.get("/no/such/address").content.decode()
    client.post("/giao-dien", {"theme": '"><script>'})
    assert "data-theme" not in client.get("/no/such/address").content.decode()


def test_the_theme_is_not_changed_by_a_link():
    assert Client().get("/giao-dien").status_code == 405


def test_the_components_are_shown_where_nothing_is_real_and_nowhere_else(settings):
    settings.IS_DEMO = False
    assert Client().get("/thanh-phan").status_code == 404
    settings.IS_DEMO = True
    page = Client().get("/thanh-phan")
    assert page.status_code == 200
    assert "Dữ liệu minh họa" in page.content.decode()


def test_a_wrong_form_on_the_page_of_components_is_shown_again(settings):
    settings.IS_DEMO = True
    html = Client().post("/thanh-phan", {"received_on": "31/02/2024"}).content.decode()
    assert html.count("Tháng 02/2024 chỉ có 29 ngày.") >= 2


class _Checker(HTMLParser):
    """Collects what the content policy would block, and what a screen reader would miss."""

    def __init__(self):
        super().__init__()
        self.faults, self.ids, self.labels, self.inputs, self.headings = [], [], set(), [], []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if "style" in attributes or tag == "style":
            self.faults.append(f"inline style in <{tag}>")
        if tag == "script" and "src" not in attributes:
            self.faults.append("inline script")
        self.faults += [f"{name} in <{tag}>" for name in attributes if re.fullmatch(r"on[a-z]+", name)]
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "label":
            self.labels.add(attributes.get("for"))
        if tag in {"input", "select", "textarea"} and attributes.get("type") not in {"hidden", "radio", "checkbox"}:
            self.inputs.append(attributes.get("id"))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))


@pytest.mark.parametrize("path", ["/thanh-phan", "/no/such/address", "/fail/refused", "/fail/fault", "/chuc-nang"])
def test_pages_obey_the_content_policy_and_name_their_inputs(settings, path):
    settings.IS_DEMO = True
    checker = _Checker()
    checker.feed(Client(raise_request_exception=False).get(path).content.decode())
    assert checker.faults == []
    assert set(checker.inputs) <= checker.labels
    assert checker.headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(checker.headings))
    repeated = {one for one in checker.ids if checker.ids.count(one) > 1}
    assert repeated <= {"clock-hatch", "cols-hatch"}


def test_sign_in_lists_the_invented_accounts_only_where_given():
    request = RequestFactory().get("/")
    shown = {"form": AuthenticationForm(request), "demo_accounts": [{"username": "truc.chihuy", "label": "Trực chỉ huy"}]}
    assert "truc.chihuy" in render_to_string("interface/sign_in.html", shown, request)
    assert "Tài khoản minh họa" not in render_to_string("interface/sign_in.html", {"form": shown["form"]}, request)


def test_every_icon_that_a_template_names_is_in_the_sprite():
    sprite = set(re.findall(r'id="i-([\w-]+)"', (ROOM / "static/interface/icons.svg").read_text()))
    named = set()
    for file in (ROOM / "templates").rglob("*.html"):
        named |= set(re.findall(r'{% icon "([\w-]+)"|icon_name="([\w-]+)"', file.read_text()))
    assert {name for pair in named for name in pair if name} <= sprite


def test_a_long_list_comes_in_pages_of_fifty():
    page = paging.page_of(RequestFactory().get("/?trang=2"), list(range(120)))
    assert (page.start_index(), page.end_index()) == (51, 100)
    assert paging.page_of(RequestFactory().get("/?trang=nhiều"), list(range(120))).number == 1
    assert paging.page_of(RequestFactory().get("/?trang=99"), list(range(120))).number == 3
    html = render_to_string("interface/parts/pager.html", {"page": page}, RequestFactory().get("/?tim=a&trang=2"))
    assert "51 – 100 trên 120" in html
    assert "?tim=a&amp;trang=3" in html


def test_styles_and_scripts_stay_within_their_weight():
    def weight(*names):
        return sum(len(gzip.compress((ROOM / "static/interface" / name).read_bytes(), 9)) for name in names)

    assert weight("tokens.css", "app.css") <= 10_000
    assert weight("app.js") <= 6_000
    fonts = [file for file in (ROOM / "static/interface/fonts").glob("*.woff2") if not file.name.startswith("tinos")]
    assert sum(file.stat().st_size for file in fonts) <= 110_000
