"""Signing in, and the journal as its readers see it."""

import pytest

from lachan.audit.models import Entry
from lachan.records.tips.operations import TipEntry, receive_tip
from tests.people import moment

PASSWORD = "mật khẩu đủ dài để thử"


def test_signing_in_is_in_the_journal(client, place):
    response = client.post("/dang-nhap", {"username": "binh", "password": PASSWORD})
    assert response.status_code == 302
    assert Entry.objects.get().act == "access.sign_in"


@pytest.mark.parametrize("username", ["binh", "nobody"])
def test_a_wrong_sign_in_does_not_say_which_part_was_wrong(client, place, username):
    response = client.post("/dang-nhap", {"username": username, "password": "sai"})
    assert response.status_code == 200
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in response.content.decode()


def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, place):
    response = client.get("/nhat-ky")
    assert response.status_code == 302
    assert response.url.startswith("/dang-nhap")


def test_the_journal_shows_what_was_done_below_and_to_nobody_without_the_right(client, place):
    entry = TipEntry("report", "phone", moment("2024-05-06 09:12"), place.ward_1, "Nội dung bịa.")
    receive_tip(entry, actor=place.an, now=moment("2024-05-06 09:20"))
    client.force_login(place.binh)
    page = client.get("/nhat-ky").content.decode()
    assert "TB-2024-0001" in page
    assert "Tố giác, tin báo: Tiếp nhận" in page
    assert "Nội dung bịa" not in page
    client.force_login(place.an)
    assert client.get("/nhat-ky").status_code == 404
