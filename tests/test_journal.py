"""The journal as its readers see it."""

from lachan.records.tips.operations import TipEntry, receive_tip
from tests.people import moment


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
