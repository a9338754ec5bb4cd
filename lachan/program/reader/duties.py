"""What a sentence wants sent or done: what it is, from whom, to whom, through whom."""

import re
from dataclasses import dataclass

from lachan.program.reader.agencies import phrases, read_agencies, read_agency, starts_agency
from lachan.program.reader.roles import read_roles
from lachan.program.reader.tables import deadlines as words

NEAR = 600
"""Characters around a deadline in which what is due is looked for."""

_ANY_CASE = re.IGNORECASE
_ONWARD = re.compile(rf"{phrases(words.ONWARD)}\s{{1,2}}", _ANY_CASE)
_SEND = re.compile(rf"(?:{phrases(words.SEND_TO)})\s{{1,2}}", _ANY_CASE)
_VIA = re.compile(r"\s{0,2}\((?:(?:thông\s)?qua\s{1,2})?(?P<via>[^()]{2,120})\)")
_GROUP_START = re.compile(
    r"(?<!\w)(?:[Cc]ác\s(?=sở|ban|ngành|cơ quan|đơn vị|địa phương|phòng|thành viên)|UBND\s(?:các|cấp)|Ủy ban nhân dân\s(?:các"
    r"|cấp)|Công an\s)"
)
_SENDS = re.compile(r"\s(?:có trách nhiệm\s|thực hiện\s|tổng hợp,?\s)?(?:báo cáo|gửi)\s")
_THING = (
    r"báo cáo(?:\s(?:kết quả(?:\sthực hiện)?|tổng kết|sơ kết|định kỳ|đánh giá))?|kế hoạch(?:\s(?:thực hiện|triển khai))?"
    r"|chương trình(?:, kế hoạch)?|cao điểm(?:\stấn công, trấn áp)?"
    r"|danh sách|chỉ đạo điểm|văn bản|đề xuất|số liệu"
)
_SENT = re.compile(rf"(?:(?<=gửi\s)|(?=(?:kế hoạch thực hiện|báo cáo)[^.;]{{0,40}}?\s(?:của|gửi|về)\s))(?P<what>{_THING})(?!\w)", _ANY_CASE)
_FINISHED = re.compile(r"(?:hoàn thành|xong)\s(?:việc\s)?(?P<what>[^,;.]{3,80}?)\s(?=trước|chậm nhất|muộn nhất|xong)", _ANY_CASE)
_NAMED = re.compile(rf"(?:{_THING})(?!\w)", _ANY_CASE)


@dataclass(frozen=True, slots=True)
class Duty:
    """What is due, from whom, to whom and through whom, as far as the sentence says."""

    what: str | None = None
    from_whom: tuple[str, ...] = ()
    to: str | None = None
    via: str | None = None


def read_duty(text: str, start: int, end: int) -> Duty:
    """What the sentence wants sent, by whom, to whom and through whom."""
    reading = read_roles(text, start)
    from_whom = tuple(reading.lead or reading.subject) if reading.rest <= end else ()
    to = via = None
    for found in _SEND.finditer(text, start, end):
        if not starts_agency(text, found.end()):
            continue
        receiver = read_agency(text, found.end())
        if receiver is None or receiver.end > end or not receiver.name[0].isupper():
            continue
        if _ONWARD.match(text, max(found.start() - 20, start)):
            continue
        to = receiver.name
        through = _VIA.match(text, receiver.end)
        via = _clean_via(through.group("via")) if through else None
        break
    return Duty(None, from_whom or _sender(text, start, end), to, via)


def _sender(text: str, start: int, end: int) -> tuple[str, ...]:
    """The agencies right before "báo cáo", "gửi": "... các đơn vị, địa phương báo cáo kết quả về ..."."""
    for found in _GROUP_START.finditer(text, start, end):
        names, after = read_agencies(text, found.start())
        if names and _SENDS.match(text, after):
            return tuple(name.name for name in names)
    return ()


def _clean_via(text: str) -> str:
    agency = read_agency(text, 0)
    return agency.name if agency else text.split(",")[0].strip()


def what_near(text: str, start: int, end: int, a: int, b: int) -> str | None:
    """A short name of what is due: what is sent in the clause of the deadline, else the last thing named before it, else in the sentence."""
    start, end = max(start, a - NEAR), min(end, b + NEAR)
    clause_start = max(text.rfind(";", start, a) + 1, start)
    after = text.find(";", b, end)
    clause_end = after if after >= 0 else end
    for x, y in ((clause_start, clause_end), (start, end)):
        sent = _SENT.search(text, x, y)
        if sent:
            return sent.group("what").strip()
        named = list(_NAMED.finditer(text, x, y))
        if named:
            before = [one for one in named if one.end() <= a]
            return (before[-1] if before else named[0]).group().strip()
    finished = _FINISHED.search(text, clause_start, a)
    return " ".join(finished.group("what").split()) if finished else None
