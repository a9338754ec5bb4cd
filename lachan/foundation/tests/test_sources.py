from lachan.foundation.errors import Conflict, NotAllowed, Refused
from lachan.foundation.sources import Mark, Source


def test_a_source_reads_article_first():
    assert str(Source("BLTTHS 2015", "Điều 147", Mark.VERIFIED)) == "Điều 147, BLTTHS 2015"
    assert str(Source("QĐ 9145/QĐ-BCĐ138/CP")) == "QĐ 9145/QĐ-BCĐ138/CP"


def test_only_a_verified_source_is_confirmed():
    assert [mark for mark in Mark if Source("x", "", mark).is_confirmed] == [Mark.VERIFIED]


def test_every_mark_has_its_vietnamese_label():
    assert [mark.label for mark in Mark] == ["đã xác nhận", "một nguồn thứ cấp", "suy luận, chờ xác nhận", "chưa xác nhận"]


def test_a_refusal_carries_code_message_field_and_status():
    refused = Refused("Thiếu ngày.", code="no-day", field="received_on")
    assert (str(refused), refused.message, refused.code, refused.field, refused.status) == (
        "Thiếu ngày.",
        "Thiếu ngày.",
        "no-day",
        "received_on",
        422,
    )


def test_refusals_answer_with_their_own_status():
    assert (NotAllowed("x").status, Conflict("x").status, Refused("x", status=503).status, Refused("x").status) == (404, 409, 503, 422)
