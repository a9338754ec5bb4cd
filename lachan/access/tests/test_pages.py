"""Signing in."""

import pytest

from lachan.audit.models import Entry

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
