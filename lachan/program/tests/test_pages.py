"""The pages: who gets them, what a bad file is answered, and a review carried through by forms alone."""

import re
from datetime import date
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lachan.documents.models import Document
from lachan.documents.reading.tests.samples import OLD, pdf_of, with_parts, word_of
from lachan.ledger.models import Fact
from lachan.ledger.operations import state
from lachan.ledger.statements import Statement
from lachan.program.forms import form_of
from lachan.program.models import Duty, Plan
from lachan.program.tests.conftest import NOW, PLAN_TEXT, accept_all

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.fixture
def sign_in(client, at):
    """A client signed in as the account."""

    def sign(account):
        client.force_login(account)
        return client

    return sign


def hand_in(client, city, data: bytes, name: str = "ke-hoach.txt", *, token: str = "", encoding: str = "", headers=None):
    file = SimpleUploadedFile(name, data)
    form = {"file": file, "committee": city.committee.pk, "token": token or str(uuid4()), "encoding": encoding}
    return client.post(reverse("program:upload"), form, headers=headers)


def test_a_plan_that_is_handed_in_opens_its_review(city, sign_in):
    client = sign_in(city.binh)
    answer = hand_in(client, city, PLAN_TEXT.read_bytes())
    plan = Plan.objects.get()
    assert answer["Location"] == reverse("program:review", args=[plan.pk])
    page = client.get(answer["Location"]).content.decode()
    assert "Đưa vào theo dõi · còn" in page
    assert "04/KH-BCĐ" in page
    assert '<mark data-items="' in page
    assert client.get(reverse("program:plan", args=[plan.pk]))["Location"] == answer["Location"]


@pytest.mark.parametrize(
    ("data", "name", "status", "says"),
    [
        (b"", "a.txt", 422, "Tệp rỗng"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a.docx", 422, "Tệp là ảnh"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", 422, "có mật khẩu"),
        (with_parts(word_of("Kế hoạch"), {"word/vbaProject.bin": b"x"}), "a.docx", 422, "có macro"),
        (pdf_of([]), "quet.pdf", 422, "bản quét"),
        (b"PK\x03\x04" + bytes(100), "a.docx", 422, "bị hỏng"),
        (bytes(26 * 1024 * 1024), "lon.pdf", 413, "vượt mức 25 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_answered_in_words_and_leaves_nothing(city, sign_in, data, name, status, says):
    answer = hand_in(sign_in(city.binh), city, data, name)
    assert answer.status_code == status
    assert says in answer.content.decode()
    assert not Document.objects.exists()


def test_a_word_file_is_read_apart_from_the_server(city, sign_in):
    answer = hand_in(sign_in(city.binh), city, word_of(*PLAN_TEXT.read_text(encoding="utf-8").split("\n\n")), "ke-hoach.docx")
    assert answer.status_code == 302
    plan = Plan.objects.get()
    assert (plan.document.file_format, plan.document.number, plan.items.filter(kind="target").count()) == ("docx", "04/KH-BCĐ", 5)


@pytest.mark.parametrize(("data", "encoding", "name"), OLD)
def test_a_file_typed_before_unicode_is_read_when_the_officer_names_its_encoding(city, sign_in, data, encoding, name):
    client = sign_in(city.binh)
    refused = hand_in(client, city, data, "cu.txt")
    page = refused.content.decode()
    assert refused.status_code == 422
    assert f"Tệp dùng bảng mã {name}" in page
    assert re.findall(r'name="encoding" value="([^"]+)"', page)[0] == encoding
    assert f"Đọc theo {name}" in page
    assert not Document.objects.exists()
    answer = hand_in(client, city, data, "cu.txt", encoding=encoding)
    review = client.get(answer["Location"]).content.decode()
    assert "Độc lập - Tự do - Hạnh phúc" in review
    assert f"Đọc theo bảng mã {name}" in review


def test_an_encoding_that_nobody_knows_is_asked_for(city, sign_in):
    page = hand_in(sign_in(city.binh), city, bytes(range(0xC0, 0xFF)) * 30, "la.txt").content.decode()
    assert "Không nhận ra bảng mã" in page
    assert page.count('name="encoding"') == 3
    assert hand_in(sign_in(city.binh), city, b"abc", encoding="ebcdic").status_code == 422


def test_htmx_gets_only_what_is_wrong_so_that_the_file_stays_chosen(city, sign_in):
    data, encoding, _name = OLD[0]
    client = sign_in(city.binh)
    refused = hand_in(client, city, data, "cu.txt", headers={"HX-Request": "true"})
    assert refused.status_code == 422
    assert "<html" not in refused.content.decode()
    assert "Chọn lại tệp" not in refused.content.decode()
    answer = hand_in(client, city, data, "cu.txt", encoding=encoding, headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == reverse("program:review", args=[Plan.objects.get().pk])


def test_a_file_of_fifty_megabytes_is_too_large(city, sign_in):
    answer = hand_in(sign_in(city.binh), city, bytes(50 * 1024 * 1024), "rat-lon.pdf")
    assert answer.status_code == 413
    assert "Tệp 50 MB vượt mức 25 MB" in answer.content.decode()


def test_no_file_and_a_foreign_committee_are_answered_at_the_form(city, sign_in):
    client = sign_in(city.binh)
    answer = client.post(reverse("program:upload"), {"committee": "0", "token": "x"})
    assert answer.status_code == 422
    assert "Chọn tệp kế hoạch." in answer.content.decode()


def test_the_same_form_twice_is_one_plan_and_the_same_file_leads_to_it(city, sign_in):
    client, token = sign_in(city.binh), str(uuid4())
    first = hand_in(client, city, PLAN_TEXT.read_bytes(), token=token)
    again = hand_in(client, city, PLAN_TEXT.read_bytes() + b"\n\n", token=token)
    assert again["Location"] == first["Location"]
    known = hand_in(client, city, PLAN_TEXT.read_bytes())
    assert known.status_code == 409
    assert f'href="{first["Location"]}"' in known.content.decode()
    assert Plan.objects.count() == 1


def test_a_draft_is_there_for_its_reviewers_alone(city, draft, sign_in):
    for account in (city.hoa, city.khanh, city.lan):
        client = sign_in(account)
        for name in ("plan", "review", "document", "file", "board"):
            assert client.get(reverse(f"program:{name}", args=[draft.pk])).status_code == 404, (account, name)
        assert client.post(reverse("program:confirm", args=[draft.pk])).status_code == 404
        assert client.get(reverse("program:upload")).status_code == 404


def test_a_confirmed_plan_is_there_for_members_and_communes_and_nobody_else(city, plan, sign_in):
    for account in (city.binh, city.hoa, city.khanh):
        client = sign_in(account)
        for name in ("plan", "document", "file", "board"):
            assert client.get(reverse(f"program:{name}", args=[plan.pk])).status_code == 200, (account, name)
    client = sign_in(city.lan)
    for name in ("plan", "document", "file", "board"):
        assert client.get(reverse(f"program:{name}", args=[plan.pk])).status_code == 404, name
    assert "Chưa có kế hoạch nào" in client.get(reverse("program:list")).content.decode()


def test_a_review_is_carried_through_by_forms_without_script(city, draft, sign_in):
    client = sign_in(city.binh)
    review = reverse("program:review", args=[draft.pk])
    number = draft.items.get(data__field="number")
    assert 'name="value"' in client.get(f"{review}?{urlencode({'muc': 'van-ban', 'sua': number.pk})}").content.decode()
    bad = client.post(reverse("program:correct", args=[draft.pk, number.pk]), {"value": " ", "revision": 0, "token": uuid4()})
    assert bad.status_code == 422
    assert "Có 1 chỗ cần sửa" in bad.content.decode()
    done = client.post(reverse("program:correct", args=[draft.pk, number.pk]), {"value": "05/KH-BCĐ", "revision": 0, "token": uuid4()})
    assert done.status_code == 302
    stale = client.post(reverse("program:decide", args=[draft.pk, number.pk, "bo"]), {"revision": 0, "token": uuid4()})
    assert stale.status_code in {409, 422}
    early = client.post(reverse("program:confirm", args=[draft.pk]), {"token": uuid4()})
    assert early.status_code == 422
    assert "mục cần xem lại" in early.content.decode()
    for item in draft.items.filter(state="open"):
        client.post(reverse("program:decide", args=[draft.pk, item.pk, "duyet"]), {"revision": item.revision, "token": uuid4()})
    assert client.post(reverse("program:confirm", args=[draft.pk]), {"token": uuid4()})["Location"] == reverse(
        "program:plan", args=[draft.pk]
    )
    assert "Kế hoạch 05/KH-BCĐ" in client.get(reverse("program:plan", args=[draft.pk])).content.decode()


def test_htmx_gets_the_item_with_the_state_of_the_page(city, draft, sign_in):
    item = draft.items.filter(kind="target").first()
    url = reverse("program:decide", args=[draft.pk, item.pk, "duyet"])
    page = sign_in(city.binh).post(url, {"revision": 0, "token": uuid4()}, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert f'id="i{item.ordinal}"' in page
    assert page.count("hx-swap-oob") == 3


@pytest.mark.parametrize("kind", ["document_field", "target", "task", "deadline"])
def test_every_kind_of_item_opens_its_form_with_what_was_read(city, draft, sign_in, kind):
    client = sign_in(city.binh)
    for item in draft.items.filter(kind=kind):
        page = client.get(reverse("program:item", args=[draft.pk, item.pk]) + "?sua")
        assert page.status_code == 200
        assert 'name="revision"' in page.content.decode()


def test_every_form_sent_back_as_it_came_changes_nothing(city, draft, sign_in):
    client = sign_in(city.binh)
    for item in draft.items.exclude(kind__in=["flag", "objective"]):
        form = form_of(item)
        sent = {bound.name: bound.value() for bound in form if bound.value() is not None and bound.value() is not False}
        answer = client.post(reverse("program:correct", args=[draft.pk, item.pk]), sent)
        item.refresh_from_db()
        assert (answer.status_code, item.state, item.corrections.count()) == (302, "accepted", 0), (item, item.data)


def test_a_form_sent_back_unchanged_is_an_acceptance(city, draft, sign_in):
    client = sign_in(city.binh)
    item = draft.items.filter(kind="target").order_by("ordinal")[1]
    said = {"indicator": item.data["indicator"], "comparison": "gt", "value": "90", "unit": "%", "due": "2024"}
    said |= {"indicator_code": item.data["indicator_code"], "revision": 0, "token": uuid4()}
    client.post(reverse("program:correct", args=[draft.pk, item.pk]), said)
    item.refresh_from_db()
    assert (item.state, item.corrections.count()) == ("accepted", 0)


def test_the_living_page_measures_targets_from_the_ledger(city, plan, sign_in, at):
    for number in range(4):
        facts = [Statement("tips.received", uuid4(), city.police.code, city.committee.area.path, date(2024, 5, 6), {})]
        if number < 3:
            facts.append(
                Statement("tips.classified_of_received", facts[0].subject, city.police.code, city.committee.area.path, date(2024, 5, 6), {})
            )
        state(facts[0].subject, facts, at=NOW)
    assert Fact.objects.count() == 7
    at("2024-06-10 08:30")
    page = " ".join(sign_in(city.binh).get(reverse("program:plan", args=[plan.pk])).content.decode().split())
    assert '<span class="num">3/4</span> tin' in page
    assert "75%" in page
    assert "Thiếu 1 tin" in page
    assert "Chưa phát sinh" in page
    assert f"{reverse('statistics:figure', args=['tips.classified_rate'])}?don_vi=bcd&amp;tu=2024-01-01&amp;den=2024-06-10" in page
    assert "5 đơn vị chưa gửi kế hoạch năm 2024" in page


def test_a_count_of_communes_that_the_register_does_not_have_is_shown(city, draft, sign_in):
    page = sign_in(city.binh).get(reverse("program:review", args=[draft.pk])).content.decode()
    assert "Văn bản ghi 30 phường, xã; danh mục ngày 21/3/2024 có 3." in page


def test_the_board_shows_all_units_to_the_standing_agency_and_a_unit_itself(city, plan, sign_in, at):
    at("2024-06-10 08:30")
    board = reverse("program:board", args=[plan.pk])
    assert "phường Ví Dụ 3" in sign_in(city.binh).get(board).content.decode()
    own = sign_in(city.khanh).get(board).content.decode()
    assert "phường Ví Dụ 1" in own
    assert "phường Ví Dụ 3" not in own


def test_a_clerk_states_on_the_page_that_the_plan_was_sent(city, plan, sign_in, at):
    client = sign_in(city.khanh)
    duty = Duty.objects.get(unit=city.ward_1, due_on=date(2024, 3, 28))
    url = reverse("program:duty", args=[plan.pk, duty.pk])
    late = client.post(url, {"on": "30/3/2024", "note": "", "token": uuid4()})
    assert late.status_code == 422
    assert "trước hoặc bằng hôm nay" in late.content.decode()
    assert client.post(url, {"on": "25/3/2024", "note": "12/KH-UBND", "token": uuid4()}).status_code == 302
    assert "12/KH-UBND" in client.get(url).content.decode()
    other = Duty.objects.get(unit=city.ward_2, due_on=date(2024, 3, 28))
    assert client.get(reverse("program:duty", args=[plan.pk, other.pk])).status_code == 404


def test_today_tells_a_clerk_what_the_unit_owes(city, plan, sign_in, at):
    client = sign_in(city.khanh)
    page = client.get(reverse("home")).content.decode()
    assert "Gửi kế hoạch năm 2024" in page
    assert "Còn 2 ngày" in page
    at("2024-04-02 09:00")
    assert "Quá 6 ngày" in client.get(reverse("home")).content.decode()


def test_today_tells_the_standing_agency_of_drafts_and_of_units(city, draft, sign_in):
    page = sign_in(city.binh).get(reverse("home")).content.decode()
    assert "Rà soát Kế hoạch 04/KH-BCĐ" in page
    accept_all(draft, city.binh)


def test_the_file_comes_back_as_it_was_and_only_to_be_saved(city, plan, sign_in):
    answer = sign_in(city.khanh).get(reverse("program:file", args=[plan.pk]))
    assert answer.content == PLAN_TEXT.read_bytes()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
