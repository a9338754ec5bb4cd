"""The course of a tip. Most keep every limit; some are late, some are prolonged, some rest, a few of this spring are overdue."""

from collections.abc import Generator
from datetime import date, datetime, timedelta

from lachan.demo.accounts import WARDS
from lachan.demo.courses.cases import case_course
from lachan.demo.courses.victims import victim_of_tip
from lachan.demo.names import invent
from lachan.demo.play import Course, Leading, Play
from lachan.organisations.models import Area
from lachan.procedures.operations import withdraw_step
from lachan.records.tips.models import Tip
from lachan.records.tips.operations import TipEntry, receive_tip

KINDS = {"report": 62, "denunciation": 30, "petition": 8}
CHANNELS = {
    "hotline_111": 22,
    "in_person": 24,
    "phone": 18,
    "message": 9,
    "online": 10,
    "agency": 8,
    "letter": 5,
    "public_page": 3,
    "media": 1,
}
PETITION_CHANNELS = {"agency": 85, "letter": 15}  # a petition comes from a state body, on paper
PURPOSES = {
    "prostitution": 32,
    "forced_labour": 22,
    "online_fraud": 16,
    "forced_marriage": 5,
    "forced_begging": 4,
    "commercial_surrogacy": 3,
    "illegal_adoption": 3,
    "organ_removal": 2,
    "forced_crime": 2,
    "": 11,
}
CONTENTS = (
    "Người báo tin cho biết một người quen được rủ đi làm “việc nhẹ lương cao” rồi không liên lạc được.",
    "Phát hiện bài đăng tuyển người sang nước ngoài làm việc, hứa lo giấy tờ, thu giữ điện thoại khi đến nơi.",
    "Có người bị giữ giấy tờ và buộc làm việc để trả nợ tại một cơ sở kinh doanh.",
    "Nghi có người bị ép buộc tại một cơ sở lưu trú; có người canh giữ, không được ra ngoài.",
    "Gia đình báo người thân bị đưa đi, sau đó bị đòi tiền chuộc qua mạng xã hội.",
    "Có lời mời mang thai hộ, cho con nuôi để nhận tiền đăng trong một nhóm kín.",
)
CITY = "ca-bien-hoa"
CITY_DESK = ("dieutra1", "dieutra2", "thuongtruc")
DECISION = "{n}/QĐ-CSĐT"
STUCK_SINCE = (2024, 4)
GROUNDS = {"documents": 55, "expert_opinion": 40, "force_majeure": 5}


def tip_course(play: Play, at: datetime, ward: str = "") -> Course:
    """A tip from its receipt at `at` by the police of `ward`, or by the city's when it is empty, to the answer to the informant."""
    yield at
    tip = _receive(play, at, ward)
    received_at, desk = at, _desk(ward) if ward else play.any_of(CITY_DESK)
    at = yield from _classify(play, tip, desk, at)
    if ward:
        at = play.hours_later(at, 0.5, 12) if not play.happens(6) else play.hours_later(at, 25, 40)
        yield at
        play.take(tip, "forward", desk, at, to_unit=play.unit_key(CITY))
    investigator = play.any_of(CITY_DESK)
    at = play.hours_later(at, 2, 26) if not play.happens(5) else play.hours_later(at, 80, 120)
    yield at
    play.take(tip, "notify_procuracy", investigator, at, procuracy=play.unit_key("vksnd-bien-hoa"))
    if play.happens(7):
        at = play.office_day(at, 1, 6)
        yield at
        play.take(tip, "transfer", "chihuy", at, DECISION, to_unit=play.unit_key("ca-dong-nai"))
        play.begin(_inform(play, tip, investigator, at))
        return
    at = play.office_day(at, 0, 2)
    yield at
    play.take(tip, "assign", "chihuy", at, DECISION)
    if play.happens(19):
        play.begin(victim_of_tip(play, tip, investigator, at))
    yield from _verify(play, tip, investigator, received_at, at)


def _receive(play: Play, at: datetime, ward: str) -> Tip:
    informant = None if play.happens(30) else invent(play.dice, born=(1960, 2004))
    kind = play.pick(KINDS)
    entry = TipEntry(
        tip_kind=kind,
        channel=play.pick(PETITION_CHANNELS if kind == "petition" else CHANNELS),
        received_at=at,
        area=_area(play, ward),
        content=f"[Minh họa] {play.any_of(CONTENTS)}",
        purpose=play.pick(PURPOSES),
        is_secret=play.happens(80),
        informant_name=informant.full_name if informant else "",
        informant_phone=informant.phone if informant and play.happens(70) else "",
    )
    actor = _desk(ward) if ward else play.any_of(CITY_DESK)
    return receive_tip(entry, actor=play.accounts[actor], now=at)


def _area(play: Play, ward: str) -> Area:
    area = play.units[f"ca-p-{ward or play.pick(WARDS)}"].area
    if area is None:
        raise LookupError(f"no area of {ward}")
    return area


def _desk(ward: str) -> str:
    return {"tan-hiep": "trucban", "tan-mai": "trucban2"}.get(ward, f"trucban.{ward}")


def _classify(play: Play, tip: Tip, desk: str, at: datetime) -> Leading:
    """Within 24 hours as a rule; now and then the wrong file is marked, and the chief takes the step back. Returns the moment."""
    at = play.hours_later(at, 0.5, 6) if not play.happens(4) else play.hours_later(at, 25, 40)
    yield at
    step = play.take(tip, "classify", desk, at, outcome="unclear")
    if play.happens(2.5):
        at = play.hours_later(at, 0.3, 1)
        yield at
        withdraw_step(step, reason="Ghi nhầm hồ sơ của tin khác", actor=play.accounts["chihuy"], now=at)
        at = play.hours_later(at, 0.1, 0.5)
        yield at
        play.take(tip, "classify", desk, at, outcome="crime_signs")
    return at


def _verify(play: Play, tip: Tip, investigator: str, received_at: datetime, at: datetime) -> Course:
    """Verification up to the decision, in one of the ways that it goes."""
    way = play.pick({"in_time": 72, "extended": 14, "late": 5, "suspended": 9})
    if (received_at.year, received_at.month) >= STUCK_SINCE and play.happens(20):
        return
    if way == "in_time":
        at = max(at, play.office_day(received_at, 6, 18))
    elif way == "late":
        at = play.office_day(received_at, 23, 34)
    elif way == "extended":
        at = yield from _prolong(play, tip, investigator, received_at)
    else:
        resumed_at = yield from _suspend(play, tip, received_at)
        if resumed_at is None:
            return
        at = resumed_at
    yield at
    if play.happens(23):
        offence = "151" if play.happens(25) else "150"
        play.take(tip, "decide_prosecute", "chihuy", at, DECISION, offence=offence)
        play.begin(case_course(play, tip, investigator, offence, at))
    else:
        play.take(tip, "decide_not_prosecute", "chihuy", at, DECISION)
    play.begin(_inform(play, tip, investigator, at))


def _prolong(play: Play, tip: Tip, investigator: str, received_at: datetime) -> Leading:
    at = play.office_day(received_at, 12, 14)
    yield at
    play.take(tip, "extend", investigator, at, reason="Nhiều địa điểm phải xác minh", asked_on=_after(received_at, 12))
    if not play.happens(30):
        return play.office_day(received_at, 30, 54)
    at = play.office_day(received_at, 50, 54)
    yield at
    play.take(tip, "extend_by_procuracy", "kiemsat", at, "{n}/QĐ-VKS", asked_on=_after(received_at, 50))
    return play.office_day(received_at, 70, 105)


def _after(at: datetime, days: int) -> date:
    """The day on which a prolongation was asked for; it may be granted some days later."""
    return at.date() + timedelta(days=days)


def _suspend(play: Play, tip: Tip, received_at: datetime) -> Generator[datetime, None, datetime | None]:
    """Returns the moment of the decision after a resumption, None when the tip goes on resting."""
    at = play.office_day(received_at, 13, 17)
    yield at
    play.take(tip, "suspend", "chihuy", at, DECISION, ground=play.pick(GROUNDS))
    if play.happens(45):
        return None
    at = play.office_day(at, 20, 80)
    yield at
    play.take(tip, "resume", "chihuy", at, DECISION)
    return play.office_day(at, 8, 26)


def _inform(play: Play, tip: Tip, investigator: str, at: datetime) -> Course:
    at = play.office_day(at, 1, 5)
    yield at
    play.take(tip, "inform", investigator, at)
