"""A desk in a real browser: one officer signed in, saying what they press and type in the words on the screen."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from lachan.demo.password import DEMO_PASSWORD


class Desk:
    """One officer's browser at a server. Everything is found by its label, as the officer finds it."""

    def __init__(self, browser: Browser, url: str, username: str, pictures: Path | None = None):
        self.page: Page = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN").new_page()
        self.url = url
        self.pictures = pictures
        self.username = username
        self.broken: list[str] = []
        self.page.on("pageerror", lambda error: self.broken.append(str(error)))
        self.open("/dang-nhap")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu").fill(DEMO_PASSWORD)
        self.press("Đăng nhập")

    def open(self, path: str) -> None:
        answer = self.page.goto(self.url + path)
        assert answer is not None
        assert answer.status < 500, path

    def press(self, name: str) -> None:
        """A button, or a link that looks like one, by its words."""
        words = re.compile(rf"^\s*{re.escape(name)}")
        self.page.get_by_role("button", name=words).or_(self.page.get_by_role("link", name=words)).first.click()
        self.page.wait_for_load_state()

    def fill(self, **fields: str) -> None:
        """Fields by their names in the form; a select by its value or the words of an option."""
        for name, value in fields.items():
            box = self.page.locator(f"[name={name}]").first
            tag = box.evaluate("each => each.tagName + ' ' + each.type")
            if tag.startswith("SELECT"):
                option = box.locator("option", has_text=value).first
                box.select_option(option.get_attribute("value") if option.count() else value)
            elif tag.endswith(("radio", "checkbox")):
                self.page.locator(f"[name={name}][value='{value}']").check()
            else:
                box.fill(value)

    def take_step(self, code: str, step: str, day: str, hour: str = "09:00", **fields: str) -> None:
        """Open a record's step page, enter it, and be back at the record without an error."""
        self.open(f"/ho-so/{code}/buoc/{step}")
        self.fill(on=day, at=hour, **fields)
        self.page.locator("form[method=post] button.pri").first.click()
        self.page.wait_for_load_state()
        refusals = self.page.locator(".errsum, .note.r").all_inner_texts()
        assert not refusals, f"{step}: {refusals}"

    def sees(self, text: str) -> None:
        expect(self.page.locator("main, body").first).to_contain_text(text)

    def picture(self, name: str) -> None:
        if self.pictures:
            self.page.screenshot(path=self.pictures / f"{name}.png", full_page=True)

    @property
    def record_code(self) -> str:
        """The code of the record whose page is open."""
        return self.page.url.rstrip("/").split("/")[-1]
