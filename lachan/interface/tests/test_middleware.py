"""Refusals become clear pages, forbidden looks like missing, nothing is stored."""

import json

import pytest
from django.http import HttpResponse
from django.test import Client

from lachan.interface.htmx import announce

HTMX = {"HX-Request": "true"}


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("refused", 422, "Ngày tiếp nhận phải trước hoặc bằng hôm nay."),
        ("conflict", 409, "Hồ sơ đã có người lưu trước."),
        ("validation", 400, "Thiếu kỳ báo cáo."),
        ("suspicious", 400, "không hợp lệ"),
        ("too-big", 413, "vượt mức"),
        ("forbidden", 403, "không thuộc nhiệm vụ"),
        ("missing", 404, "Không tìm thấy"),
        ("fault", 500, "Hệ thống gặp lỗi"),
    ],
)
def test_each_failure_has_its_status_and_says_what_is_wrong(client, kind, status, words):
    response = client.get(f"/fail/{kind}")
    assert response.status_code == status
    assert words.lower() in response.content.decode().lower()
    assert "<h1>" in response.content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_record_of_others_cannot_be_told_from_a_missing_one(client, headers):
    hidden = client.get("/fail/not-allowed", headers=headers)
    missing = client.get("/fail/missing", headers=headers)
    nowhere = client.get("/no/such/address", headers=headers)
    assert hidden.status_code == missing.status_code == nowhere.status_code == 404
    assert hidden.content == missing.content == nowhere.content
    assert dict(hidden.headers) == dict(missing.headers) == dict(nowhere.headers)
    assert "tổ thụ lý khác" not in hidden.content.decode()


def test_htmx_gets_a_fragment_for_the_live_region_and_keeps_its_form(client):
    response = client.post("/fail/refused", headers=HTMX)
    assert response.status_code == 422
    assert response["HX-Retarget"] == "#thong-bao"
    assert "<html" not in response.content.decode()
    assert 'role="alert"' in response.content.decode()


def test_a_fault_has_its_page_even_where_the_collected_files_are_missing(client, settings, tmp_path):
    backend = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = settings.STORAGES | {"staticfiles": backend}
    response = client.get("/fail/fault")
    assert response.status_code == 500
    assert "Hệ thống gặp lỗi" in response.content.decode()


def test_a_fault_tells_nothing_about_itself(client):
    assert "secret detail" not in client.get("/fail/fault").content.decode()


def test_an_expired_form_is_explained_in_vietnamese():
    client = Client(enforce_csrf_checks=True)
    response = client.post("/plain", {"a": "1"})
    assert response.status_code == 403
    assert "Phiên của biểu mẫu đã hết" in response.content.decode()
    assert "CSRF" not in response.content.decode()


@pytest.mark.parametrize("path", ["/plain", "/fail/refused", "/no/such/address"])
def test_answers_are_not_stored(client, path):
    assert client.get(path)["Cache-Control"] == "no-store"


def test_a_view_may_allow_storing(client):
    assert client.get("/cached")["Cache-Control"] == "max-age=60"


def test_the_way_back_never_leaves_the_site(client):
    response = client.get("/fail/refused", headers={"Referer": "https://elsewhere.example/page"})
    assert "elsewhere" not in response.content.decode()
    response = client.get("/fail/refused", headers={"Referer": "http://testserver/plain"})
    assert 'href="http://testserver/plain"' in response.content.decode()


def test_a_fragment_asked_for_after_the_session_ended_leaves_the_page_as_it_is(client, settings):
    settings.LOGIN_URL = "/sign-in"
    assert client.get("/elsewhere").status_code == 302
    response = client.get("/elsewhere", headers=HTMX)
    assert response.status_code == 401
    assert "Phiên làm việc đã hết" in response.content.decode()


def test_an_announcement_travels_in_a_header():
    assert json.loads(announce(HttpResponse(), "Đã phân công")["HX-Trigger"]) == {"announce": "Đã phân công"}
