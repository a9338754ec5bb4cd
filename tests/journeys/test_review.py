"""Going through a plan by keyboard: accept, correct, drop, leave and come back, confirm. Real server, real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright

from lachan.program import tests as program_tests
from tests.chromium import require_chromium
from tests.journeys.desk import Desk
from tests.journeys.test_main_job import BEGIN, EMPTY_CITY, play
from tests.serving import Server

PLAN = Path(program_tests.__file__).parent / "data" / "ke-hoach-mau.txt"
OFFICER = "Nguyễn Thị Minh Họa"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    chromium = require_chromium()
    server = Server(tmp_path_factory.mktemp("ra-soat"), environment={"LACHAN_DEMO": "1"})
    server.home.mkdir(exist_ok=True)
    server.lachan("manage", "migrate", "--verbosity", "0")
    server.lachan("manage", "shell", "--verbosity", "0", "--command", EMPTY_CITY)
    play(server, BEGIN)
    server.start()
    yield server, chromium
    server.kill()


@pytest.mark.browser
@pytest.mark.server
def test_a_plan_is_gone_through_by_keyboard(server, request):
    server, chromium = server
    pictures = Path(request.config.getoption("--pictures")) if request.config.getoption("--pictures") else None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        desk = Desk(browser, server.url, "thuongtruc", pictures)
        review = hand_in(desk)
        first_doubt_is_accepted_and_the_next_one_chosen(desk.page)
        the_chosen_item_is_marked_in_the_source(desk.page)
        target = a_target_is_corrected_without_the_keys_firing_while_typing(desk, review)
        task = a_task_is_dropped(desk, review)
        desk.picture("ra-soat-phim")
        what_was_decided_is_there_after_coming_back(desk, review, target, task)
        the_rest_is_accepted_and_the_plan_confirmed(desk, review)
        assert desk.broken == []
        browser.close()


def hand_in(desk: Desk) -> str:
    """The path of the review."""
    desk.open("/ke-hoach/moi")
    desk.page.set_input_files("input[type=file]", PLAN)
    desk.press("Nộp và đọc")
    desk.page.wait_for_url("**/ra-soat")
    return desk.page.url.removeprefix(desk.url)


def chosen(page: Page) -> Locator:
    return page.locator(".it.sel-on")


def number_of(item: Locator) -> str:
    return item.get_attribute("data-number") or ""


def first_doubt_is_accepted_and_the_next_one_chosen(page: Page) -> None:
    expect(chosen(page)).to_have_count(1)
    first = number_of(chosen(page))
    expect(page.locator(f"#i{first} .no.q")).to_have_count(1)  # what is in doubt comes first
    page.keyboard.press("a")
    expect(page.locator(f"#i{first}[data-decided]")).to_contain_text("Đã duyệt")
    expect(chosen(page)).not_to_have_attribute("data-number", first)


def the_chosen_item_is_marked_in_the_source(page: Page) -> None:
    before = number_of(chosen(page))
    page.keyboard.press("j")
    expect(chosen(page)).not_to_have_attribute("data-number", before)
    expect(page.locator(f'mark.on[data-items~="{number_of(chosen(page))}"]').first).to_be_in_viewport()
    expect(page.locator(f'mark.on:not([data-items~="{number_of(chosen(page))}"])')).to_have_count(0)
    page.keyboard.press("k")
    expect(chosen(page)).to_have_attribute("data-number", before)


def a_target_is_corrected_without_the_keys_firing_while_typing(desk: Desk, review: str) -> str:
    page = desk.page
    desk.open(f"{review}?muc=chi-tieu")
    number = number_of(chosen(page))
    page.keyboard.press("e")
    name = page.locator(f"#i{number} [name=indicator]")
    expect(name).to_be_focused()
    name.press("Control+End")
    name.press_sequentially(" axe")
    expect(name).to_have_value(re.compile(" axe$"))
    page.locator(f"#i{number} [name=value]").fill("97,5")
    page.keyboard.press("Enter")
    expect(page.locator(f"#i{number}")).to_contain_text("Đã sửa")
    return number


def a_task_is_dropped(desk: Desk, review: str) -> str:
    page = desk.page
    desk.open(f"{review}?muc=nhiem-vu")
    number = number_of(chosen(page))
    page.keyboard.press("x")
    expect(page.locator(f"#i{number}")).to_contain_text("Đã bỏ")
    return number


def what_was_decided_is_there_after_coming_back(desk: Desk, review: str, target: str, task: str) -> None:
    """With who changed what and when; the correction stands in words, before and after."""
    desk.open("/")
    desk.open(f"{review}?muc=chi-tieu")
    corrected = desk.page.locator(f"#i{target}")
    expect(corrected).to_contain_text("Đã sửa")
    expect(corrected).to_contain_text("mức: 100 → 97,5")
    expect(corrected).to_contain_text(f"{OFFICER}, 12/6/2024")
    desk.open(f"{review}?muc=nhiem-vu")
    expect(desk.page.locator(f"#i{task}")).to_contain_text("Đã bỏ")
    desk.open(review)
    expect(desk.page.locator("#tien-do b")).to_have_text(re.compile(r"^3/"))


def the_rest_is_accepted_and_the_plan_confirmed(desk: Desk, review: str) -> None:
    page = desk.page
    desk.open(review)
    expect(page.get_by_role("button", name=re.compile("Đưa vào theo dõi · còn"))).to_be_disabled()
    while left := page.locator(".it:not([data-decided])").count():
        expect(page.locator(".it.sel-on:not([data-decided])")).to_have_count(1)
        page.keyboard.press("a")
        expect(page.locator(".it:not([data-decided])")).to_have_count(left - 1)
    desk.press("Đưa vào theo dõi")
    desk.press("Thực hiện")
    page.wait_for_url(re.compile(r"/ke-hoach/\d+$"))
    expect(page.locator("main")).to_contain_text("97,5%")
