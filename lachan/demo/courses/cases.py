"""The course of a case: investigation, prosecution, trial, judgment."""

from collections.abc import Generator
from datetime import datetime, timedelta

from lachan.demo.names import invent
from lachan.demo.play import Course, Leading, Play
from lachan.records.cases.models import Case
from lachan.records.cases.operations import AccusedEntry, add_accused
from lachan.records.tips.models import Tip

DECISION, CONCLUSION = "{n}/QĐ-CSĐT", "{n}/KLĐT"
INDICTMENT, PROCURACY = "{n}/CT-VKS", "{n}/QĐ-VKS"
ACCEPTANCE, TRIAL, JUDGMENT = "{n}/{year}/TLST-HS", "{n}/{year}/QĐXXST-HS", "{n}/{year}/HS-ST"
APPEAL = "{n}/{year}/HS-PT"
ACCUSED = {"1": 62, "2": 24, "3": 10, "4": 4}
CLAUSES = {"1": 55, "2": 40, "3": 5}


def case_course(play: Play, tip: Tip, investigator: str, offence: str, at: datetime) -> Course:
    """From the day after the decision that opened the case to its final judgment, or to where it has got."""
    at = play.office_day(at, 1, 1)
    yield at
    case = Case.objects.get(tips=tip)
    play.take(case, "notify_procuracy", investigator, at, procuracy=play.unit_key("vksnd-bien-hoa"))
    if play.happens(8):
        at = play.office_day(at, 95, 115)
        yield at
        play.take(case, "suspend", "chihuy", at, DECISION)
        return
    at = play.office_day(at, 1, 9)
    yield at
    accused = _charge(play, case, investigator, offence, at)
    sent_at = yield from _investigate(play, case, investigator, at)
    if sent_at is None:
        return
    at = sent_at
    if play.happens(10):
        at = play.office_day(at, 12, 24)
        yield at
        play.take(case, "return_to_investigation", "kiemsat", at, PROCURACY, investigator=play.unit_key("ca-bien-hoa"))
        at = play.office_day(at, 25, 45)
        yield at
        at = yield from _send(play, case, investigator, at)
    at = play.office_day(at, 12, 26)
    yield at
    play.take(case, "indict", "kiemsat", at, INDICTMENT, court=play.unit_key("tand-bien-hoa"))
    yield from _try(play, case, accused, at)


def _charge(play: Play, case: Case, investigator: str, offence: str, at: datetime) -> int:
    """Between one and four accused, charged on one day. Returns how many."""
    number = int(play.pick(ACCUSED))
    for _each in range(number):
        person = invent(play.dice, born=(1975, 2003), sexes=("male", "male", "female"))
        entry = AccusedEntry(
            sex=person.sex,
            full_name=person.full_name,
            birth_year=person.birth_year,
            ethnic_group=person.ethnic_group,
            id_number=person.id_number,
            address=person.address,
        )
        accused = add_accused(case, entry, actor=play.accounts[investigator], now=at)
        play.take(case, "charge", "chihuy", at, DECISION, accused=accused.uid, clause=f"{offence}.{play.pick(CLAUSES)}")
    return number


def _investigate(play: Play, case: Case, investigator: str, at: datetime) -> Generator[datetime, None, datetime | None]:
    """Up to four months, eight with an extension. Returns the moment the procuracy had the file, None when the case ended."""
    if play.happens(4):
        at = play.office_day(at, 60, 100)
        yield at
        play.take(case, "discontinue", "chihuy", at, DECISION)
        return None
    if play.happens(22):
        asked_on = at.date() + timedelta(days=88)
        at = play.office_day(at, 88, 100)
        yield at
        play.take(case, "extend_investigation", "kiemsat", at, PROCURACY, asked_on=asked_on)
    at = play.office_day(at, 45, 100)
    yield at
    return (yield from _send(play, case, investigator, at))


def _send(play: Play, case: Case, investigator: str, at: datetime) -> Leading:
    """Conclude at `at` and send the file to the procuracy a little later. Returns that moment."""
    play.take(case, "conclude", investigator, at, CONCLUSION)
    at = play.office_day(at, 1, 3)
    yield at
    play.take(case, "send_to_procuracy", investigator, at, procuracy=play.unit_key("vksnd-bien-hoa"))
    return at


def _try(play: Play, case: Case, accused: int, at: datetime) -> Course:
    at = play.office_day(at, 1, 5)
    yield at
    play.take(case, "accept_at_court", "toaan", at, ACCEPTANCE)
    at = play.office_day(at, 25, 52)
    yield at
    play.take(case, "set_for_trial", "toaan", at, TRIAL)
    at = play.office_day(at, 8, 13)
    yield at
    play.take(case, "try", "toaan", at, JUDGMENT, defendants_sentenced=accused)
    if not play.happens(25):
        at = play.office_day(at, 16, 20)
        yield at
        play.take(case, "final", "toaan", at)
        return
    at = play.office_day(at, 7, 13)
    yield at
    play.take(case, "appeal", "toaan", at)
    at = play.office_day(at, 45, 75)
    yield at
    play.take(case, "appeal_result", "toaan", at, APPEAL)
