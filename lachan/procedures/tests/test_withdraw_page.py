"""Withdrawing a step by its page."""

from uuid import uuid4

import pytest
from django.urls import reverse

from lachan.procedures.models import Record, Withdrawal
from tests.courses import a_tip, go, verified_tip


def url(record, step):
    return reverse("procedures:withdraw", args=[record.code, step.pk])


def sent(record, reason):
    return {"token": uuid4(), "revision": record.revision, "reason": reason}


@pytest.fixture
def tip(place, present):
    return verified_tip(place)


@pytest.fixture
def desk(client, place):
    client.force_login(place.binh)
    return client


def test_a_withdrawn_step_stays_on_the_page_struck_with_its_reason(desk, tip):
    step = tip.steps.get(code="assign")
    assert "Rút bước: Phân công xác minh" in desk.get(url(tip, step)).content.decode()
    page = desk.post(url(tip, step), sent(tip, "Ghi nhầm hồ sơ"), follow=True).content.decode()
    assert Record.objects.get(pk=tip.pk).state == "classified"
    assert "<s>Đã phân công, đang xác minh</s>" in page
    assert "Trần Ví Bình: Ghi nhầm hồ sơ" in page


def test_a_withdrawal_without_reason_is_refused(desk, tip):
    response = desk.post(url(tip, tip.steps.get(code="assign")), sent(tip, "  "))
    assert response.status_code == 422
    assert response.context["form"].errors == {"reason": ["Nhập lý do rút bước"]}
    assert not Withdrawal.objects.exists()


def test_a_step_on_which_others_rest_offers_no_withdrawal_and_refuses_one(desk, tip):
    step = tip.steps.get(code="classify")
    assert url(tip, step) not in desk.get(reverse("tips:detail", args=[tip.code])).content.decode()
    response = desk.post(url(tip, step), sent(tip, "Nhầm"))
    assert response.status_code == 422
    assert "rút bước sau trước" in response.content.decode()


def test_a_withdrawal_sent_twice_is_one(desk, tip):
    step, form = tip.steps.get(code="assign"), sent(tip, "Ghi nhầm")
    desk.post(url(tip, step), form)
    assert desk.post(url(tip, step), form).status_code == 302
    assert Withdrawal.objects.count() == 1


def test_a_withdrawal_of_a_record_that_changed_since_is_a_conflict(desk, place, tip):
    form = sent(tip, "Ghi nhầm")
    go(tip, "extend", place.binh, "2024-05-21 08:00", reason="Phức tạp")
    response = desk.post(url(tip, tip.steps.get(code="extend")), form)
    assert response.status_code == 409
    assert response.context["form"]["reason"].value() == "Ghi nhầm"


def test_who_may_not_withdraw_finds_nothing(client, place, tip):
    step = tip.steps.get(code="assign")
    for account in (place.an, place.dung, place.chi):
        client.force_login(account)
        assert client.get(url(tip, step)).status_code == 404
        assert client.post(url(tip, step), sent(tip, "Nhầm")).status_code == 404
    assert not Withdrawal.objects.exists()


def test_a_step_of_another_record_is_not_found(desk, place, tip):
    other = a_tip(place)
    assert desk.get(url(other, tip.steps.get(code="assign"))).status_code == 404
