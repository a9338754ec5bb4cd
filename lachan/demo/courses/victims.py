"""The course of a person who may be a victim: reception, verification, determination, support. About a third are found not to be."""

from datetime import datetime

from lachan.demo.names import invent
from lachan.demo.play import Course, Play
from lachan.organisations.models import Area
from lachan.records.tips.models import Tip
from lachan.records.victims.models import Victim
from lachan.records.victims.operations import VictimEntry, receive_victim

LABOUR, POLICE = "ldtbxh-bien-hoa", "ca-bien-hoa"
ROUTES = {"self_report": 34, "rescued_domestic": 26, "returned": 24, "rescued_abroad": 12, "foreigner": 4}
COUNTRIES = {"KH": 55, "MM": 16, "LA": 10, "CN": 10, "TH": 5, "MY": 4}
PURPOSES = {"prostitution": 36, "forced_labour": 26, "online_fraud": 24, "forced_marriage": 8, "forced_begging": 6}
DECISION, CERTIFICATE = "{n}/TB-CSĐT", "{n}/GXN-CAHD"
PROVIDERS = {
    "medical": "bv-an-lanh",
    "psychological": "ctxh-binh-yen",
    "legal_aid": "ttgpl-dong-nai",
    "education": "ctxh-binh-yen",
    "allowance": LABOUR,
}


def victim_of_tip(play: Play, tip: Tip, investigator: str, at: datetime) -> Course:
    """A person found while the city's police verify a tip."""
    at = play.office_day(at, 1, 6)
    yield at
    victim = _receive(play, tip.area, investigator, at, tip=tip)
    yield from _through_labour(play, victim, investigator, at)


def victim_of_ward(play: Play, who: str, ward: str, at: datetime) -> Course:
    """A person who comes to the ward: to its police or its People's Committee."""
    yield at
    area = play.units[f"ca-p-{ward}"].area
    if area is None:
        raise LookupError(f"no area of {ward}")
    victim = _receive(play, area, who, at)
    yield from _through_labour(play, victim, who, at)


def victim_of_labour(play: Play, ward: str, at: datetime) -> Course:
    """A person who comes to the labour office itself."""
    yield at
    area = play.units[f"ubnd-p-{ward}"].area
    if area is None:
        raise LookupError(f"no area of {ward}")
    victim = _receive(play, area, "hotro", at)
    yield from _verify(play, victim, play.hours_later(at, 0.5, 2))


def _receive(play: Play, area: Area, who: str, at: datetime, tip: Tip | None = None) -> Victim:
    route = play.pick(ROUTES)
    person = invent(play.dice, born=(1984, 2010))
    is_domestic = route in {"rescued_domestic", "foreigner"} or (route == "self_report" and play.happens(60))
    entry = VictimEntry(
        route=route,
        received_on=at.date(),
        area=area,
        sex=person.sex,
        full_name=person.full_name,
        birth_year=person.birth_year,
        nationality=play.any_of(("LA", "KH")) if route == "foreigner" else "VN",
        ethnic_group="55" if route == "foreigner" else person.ethnic_group,
        id_number=person.id_number,
        address=person.address,
        phone=person.phone,
        safe_contact="Chỉ gọi trong giờ hành chính, gặp trực tiếp người này",
        purpose=tip.purpose if tip and tip.purpose else play.pick(PURPOSES),
        trafficked_to="VN" if is_domestic else play.pick(COUNTRIES),
        tip=tip,
    )
    return receive_victim(entry, actor=play.accounts[who], now=at)


def _through_labour(play: Play, victim: Victim, who: str, at: datetime) -> Course:
    """Whoever met the person first tells the labour office at once."""
    at = play.hours_later(at, 0.5, 4)
    yield at
    play.take(victim, "notify", who, at, to_unit=play.unit_key(LABOUR))
    yield from _verify(play, victim, play.office_day(at, 0, 1))


def _verify(play: Play, victim: Victim, at: datetime) -> Course:
    yield at
    play.take(victim, "receive", "hotro", at)
    at = play.office_day(at, 1, 2) if not play.happens(10) else play.office_day(at, 5, 8)
    yield at
    play.take(victim, "initial_check", "hotro", at, papers="no")
    play.take(victim, "support", "hotro", at, regime="essential_needs", provider=play.unit_key("ctxh-binh-yen"))
    at = play.office_day(at, 1, 3)
    yield at
    play.take(victim, "request_verification", "hotro", at, to_unit=play.unit_key(POLICE))
    requested_at = at
    if play.happens(15):
        at = play.office_day(requested_at, 12, 15)
        yield at
        play.take(victim, "extend_verification", "thuongtruc", at, reason="Phải xác minh ở địa phương khác")
        at = play.office_day(requested_at, 25, 50)
    else:
        at = play.office_day(requested_at, 8, 18) if not play.happens(10) else play.office_day(requested_at, 24, 34)
    yield at
    if play.happens(66):
        play.take(victim, "determine_victim", "chihuy", at, DECISION)
        yield from _support(play, victim, at)
    else:
        play.take(victim, "determine_not_victim", "chihuy", at, DECISION)
        at = play.office_day(at, 3, 12)
        yield at
        play.take(victim, "close", "hotro", at)


def _support(play: Play, victim: Victim, at: datetime) -> Course:
    at = play.office_day(at, 1, 5)
    yield at
    play.take(victim, "certify", "thuongtruc", at, CERTIFICATE)
    regimes = [regime for regime in PROVIDERS if play.happens(55)]
    for regime in regimes:
        at = play.office_day(at, 5, 30)
        yield at
        play.take(victim, "support", "hotro", at, regime=regime, provider=play.unit_key(PROVIDERS[regime]))
    if play.happens(60):
        at = play.office_day(at, 50, 120)
        yield at
        play.take(victim, "close", "hotro", at)
