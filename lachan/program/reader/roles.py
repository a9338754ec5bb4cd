"""Who leads, who works along, who is only asked: the parts that one line gives to agencies, and the labels it refers back to."""

import re
from dataclasses import dataclass, field

from lachan.program.reader.agencies import phrases, read_agencies, starts_agency
from lachan.program.reader.departments import read_departments
from lachan.program.reader.tables.roles import (
    BASES,
    BASIS_LEADS,
    COORDINATE,
    COORDINATE_WITH,
    DIRECT,
    EXECUTE_WORDS,
    FILLERS,
    FIRST_VERBS,
    JOIN,
    LABELLED,
    LEAD,
    ORDER,
    REFERENCES,
    REQUEST,
)

_ANY_CASE = re.IGNORECASE
_LEAD = re.compile(phrases(LEAD), _ANY_CASE)
_WITH = re.compile(phrases(COORDINATE_WITH), _ANY_CASE)
_COORDINATE = re.compile(phrases(COORDINATE), _ANY_CASE)
_JOIN = re.compile(phrases(JOIN), _ANY_CASE)
_ASK = re.compile(rf"(?P<request>{phrases(REQUEST)})|(?P<order>{phrases(ORDER)})", _ANY_CASE)
_FILLER = re.compile(phrases(FILLERS), _ANY_CASE)
_BASIS_FILLER = re.compile(
    rf"{phrases(BASIS_LEADS)}\s{{1,2}}{phrases(BASES)}[^.;:()]{{0,160}}?(?<!được)(?<!việc)(?<!tác)(?<!các)(?<!để)(?<!hoạch)(?<!trình)[,\s]\s?"
    rf"(?={phrases(FIRST_VERBS)})",
    _ANY_CASE,
)
_DIRECT = re.compile(phrases(DIRECT), _ANY_CASE)
_GAP = re.compile(r"[\s,:]{1,5}|\s?[-–]\s")
_CORE = re.compile(r",\s{1,2}(?:nòng cốt|chủ công|trọng tâm|trực tiếp)\s{1,2}là\s[^,;.:]{1,120}?(?=\s(?:phối hợp|chủ trì|chủ động))")
_BASIS = re.compile(r"(?:Căn cứ|Trên cơ sở|Theo|Để|Trong|Nhằm)\s[^.;]{1,220}?,\s{1,2}", _ANY_CASE)
_LINK_START = re.compile(r"(?:Ngoài ra|Đồng thời|Bên cạnh đó|Cùng với đó|Theo đó|Trong đó)\s?,?\s{1,2}")
_OFFICE_OF = re.compile(r"\s(?:của|giúp|cho)\s[^,;.]{3,120}(?=,\s)")
_DEMANDS = re.compile(r"\s{1,2}(?:yêu cầu|đề nghị)\s")
_NUMBERED = re.compile(r"(?:hai|ba|bốn|năm|các)\s(?:ngành|đơn vị|cơ quan|lực lượng)\s{0,2}:\s{0,2}", re.IGNORECASE)
_LABELLED = {
    role: re.compile(rf"(?:^|(?<=[.;,(]\s)|(?<=[(]))(?:{phrases(words)})\s{{0,2}}:\s{{0,2}}", _ANY_CASE) for role, words in LABELLED.items()
}
_REFERENCE = re.compile(
    rf"(?P<word>{phrases(REFERENCES)})\s{{1,2}}(?P<labels>\(?(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[a-zđ]|[IVX]{{1,4}})\)?(?!\w)(?:\s?(?:,|;|và)\s?\(?"
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[a-zđ]|[IVX]{{1,4}})\)?(?![\w])){{0,12}})",
    _ANY_CASE,
)
_PART_AT = re.compile(
    rf"(?<!\w)(?P<role>chủ trì|phối hợp)\s(?:(?:tổ chức|triển khai|thực hiện|tham mưu)\s){{0,3}}(?:các\s)?(?:nội dung|nhiệm vụ|hoạt động|phần việc)"
    rf"[^.;]{{0,30}}?\s(?:tại|ở|nêu tại|theo)\s(?P<at>{phrases(REFERENCES)}\s[^.;:]{{1,60}})",
    _ANY_CASE,
)
_BARE_LABEL = re.compile(r"\((\d{1,2}|[a-zđ])\)")
_LABEL = re.compile(r"(?<!\w)(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[IVX]{1,4})(?!\w)")
_EXECUTE = re.compile(phrases(EXECUTE_WORDS), _ANY_CASE)


@dataclass(slots=True)
class Reading:
    """What one line says of parts. `rest` is the offset where what is to be done begins; `subject` are agencies named without a role word."""

    lead: list[str] = field(default_factory=list)
    coordinating: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    is_joint: bool = False
    """The subject is counted out ("Ba ngành: A, B, C"): these together, whoever the heading names."""
    is_asked: bool = False
    """ "Giao", "Đề nghị", "X yêu cầu ..." stands before the names."""
    takes_lead: bool = False
    """ "Chủ trì, phối hợp với ...": whoever the heading names leads."""
    is_explicit: bool = False
    """A role word was used, not only a name."""
    start: int = 0
    rest: int = 0
    references: list[str] = field(default_factory=list)

    @property
    def names_anyone(self) -> bool:
        return bool(self.lead or self.coordinating or self.subject)


def read_roles(text: str, start: int = 0) -> Reading:
    """The parts given at the beginning of text[start:]; nothing is read from the middle of a sentence."""
    reading = Reading(start=start, rest=start)
    link = _LINK_START.match(text, start)
    pos = _skip_basis(text, link.end() if link else start)
    pos, asked = _read_asking(text, pos)
    reading.is_joint, reading.is_asked = bool(_NUMBERED.match(text, pos)), bool(asked)
    agents, pos = _names(text, pos)
    if (asked and not agents) or (not asked and _DEMANDS.match(text, pos)):
        return reading
    if agents or asked:
        reading.rest = pos
    if asked == "request":
        reading.requested = list(agents)
    _read_clauses(text, pos, agents, reading)
    return reading


def _skip_basis(text: str, start: int) -> int:
    """Past "Căn cứ nội dung Kế hoạch này, ..." when agencies or an order follow."""
    basis = _BASIS.match(text, start)
    if basis and (starts_agency(text, basis.end()) or _ASK.match(text, basis.end())):
        return basis.end()
    return start


def _read_asking(text: str, pos: int) -> tuple[int, str]:
    """Past "Giao", "Đề nghị" (also after the issuer's own name); "request", "order" or ""."""
    asking = _ASK.match(text, pos)
    if asking is None and starts_agency(text, pos):
        speaker, end = read_agencies(text, pos)
        found = _ASK.match(text, end + 1) if end < len(text) else None
        if len(speaker) == 1 and found and starts_agency(text, _past_gap(text, found.end())):
            asking = found
    if asking is None or not starts_agency(text, _past_gap(text, asking.end())):
        return pos, ""
    return _past_gap(text, asking.end()), "request" if asking.group("request") else "order"


def _past_gap(text: str, pos: int) -> int:
    gap = _GAP.match(text, pos)
    return gap.end() if gap else pos


def _names(text: str, pos: int) -> tuple[list[str], int]:
    """Names from `pos`, also over a ";" between them; "Ba ngành: A, B, C" names A, B and C."""
    numbered = _NUMBERED.match(text, pos)
    if numbered and starts_agency(text, numbered.end()):
        pos = numbered.end()
    departments = read_departments(text, pos)
    if departments:
        return departments
    found, end = read_agencies(text, pos)
    names = [agency.name for agency in found]
    while names and end < len(text) and text[end] == ";" and starts_agency(text, _past_gap(text, end + 1)):
        more, after = read_agencies(text, _past_gap(text, end + 1))
        if _joins(text, after):
            break
        names += [agency.name for agency in more]
        end = after
    core = _CORE.match(text, end)
    return names, core.end() if core else end


def _joins(text: str, pos: int) -> bool:
    """Whether the names before `pos` are followed by "tham gia", "phối hợp": a clause of its own."""
    pos = _past_fillers(text, pos)
    return bool(_JOIN.match(text, pos) or _COORDINATE.match(text, pos) or _LEAD.match(text, pos))


def _past_fillers(text: str, pos: int) -> int:
    for _ in range(6):
        nxt = _past_gap(text, pos)
        filler = _BASIS_FILLER.match(text, nxt) or _FILLER.match(text, nxt)
        if filler is None:
            return nxt
        pos = filler.end()
    return pos


def _read_clauses(text: str, pos: int, agents: list[str], reading: Reading) -> None:
    """Role words and names in turn, until something else is said."""
    pending = list(agents)
    for _ in range(12):
        at = _past_fillers(text, pos)
        at = _past_link(text, at)
        lead, along = _LEAD.match(text, at), _WITH.match(text, at)
        joint = _JOIN.match(text, at) or _COORDINATE.match(text, at)
        if lead:
            reading.lead += pending
            reading.takes_lead, reading.is_explicit = not pending and not reading.lead, True
            office = (
                _OFFICE_OF.match(text, lead.end()) if "thường trực" in lead.group().lower() or "đầu mối" in lead.group().lower() else None
            )
            pos, pending = _past_reference(text, office.end() if office else lead.end(), reading), []
        elif (along or joint) and _follows_names(text, (along or joint).end()):  # type: ignore[union-attr]
            names, end = _names(text, _past_gap(text, (along or joint).end()))  # type: ignore[union-attr]
            reading.coordinating += names
            reading.subject += pending
            pos, pending, reading.is_explicit = end, [], True
        elif joint and pending and (reading.lead or _only_joins(text, joint)):
            reading.coordinating += pending
            pos, pending, reading.is_explicit = joint.end(), [], True
        elif text[pos : pos + 1] == ";" and starts_agency(text, _past_gap(text, pos + 1)):
            reading.subject += pending
            pending, pos = _names(text, _past_gap(text, pos + 1))
            if not _joins(text, pos):
                break
        else:
            break
        reading.rest = pos
    reading.subject += pending
    if reading.names_anyone or reading.takes_lead:
        reading.rest = _past_fillers(text, reading.rest)


def _past_link(text: str, pos: int) -> int:
    link = re.compile(r"và\s{1,2}(?=phối|chủ|tham)").match(text, pos)
    return link.end() if link else pos


def _follows_names(text: str, pos: int) -> bool:
    return starts_agency(text, _past_gap(text, pos))


def _only_joins(text: str, joint: re.Match[str]) -> bool:
    """ "... phối hợp thực hiện." gives its agencies the part of working along."""
    clause = re.split(r"[.;]", text[joint.end() :], maxsplit=1)[0]
    return is_execution(clause)


def _past_reference(text: str, pos: int, reading: Reading) -> int:
    """Past the object of "chủ trì" when it is a label: "chủ trì Đề án 1, phối hợp ..."."""
    found = _REFERENCE.match(text, _past_gap(text, pos))
    if found is None:
        return pos
    reading.references += _labels(found)
    return found.end()


def _labels(found: re.Match[str]) -> list[str]:
    word = " ".join(found.group("word").lower().split())
    return [f"{word} {label}" for label in _LABEL.findall(found.group("labels"))]


def read_references(clause: str) -> list[str]:
    """The labels that a clause refers to: "tại tiết (1), (2)" → ["tiết 1", "tiết 2"]; "Đề án 2" → ["đề án 2"].

    "điểm 1, 3 mục II" → ["điểm 1 < mục II", "điểm 3 < mục II"]: the first inside the second.
    """
    labels: list[str] = []
    inner: list[str] = []
    matches = list(_REFERENCE.finditer(clause[:600]))
    for i, found in enumerate(matches):
        own = _labels(found)
        own = [f"{one} < {own[0]}" for one in inner] if inner else own
        following = matches[i + 1] if i + 1 < len(matches) else None
        gap = clause[found.end() : following.start()].strip() if following else "-"
        inner = own if gap in ("", "của", "thuộc") else []
        labels += [] if inner else own
    if not labels:
        labels = [f"tiết {label}" for label in _BARE_LABEL.findall(clause[:600])]
    return list(dict.fromkeys(labels))


def is_execution(clause: str) -> bool:
    """Whether a clause only says "carry it out" (with or without labels), and asks nothing of its own."""
    left = _REFERENCE.sub(" ", clause[:600])
    left = _BARE_LABEL.sub(" ", left)
    left = _EXECUTE.sub(" ", left)
    return not re.search(r"\w", left)


@dataclass(slots=True)
class Assignment:
    """One clause that gives parts in what stands elsewhere: for labels or for all. Roles: lead, coordinating, does (named without a role word), other."""

    role: str
    agencies: list[str]
    references: list[str]
    how: str = ""


def read_assignments(text: str, start: int = 0) -> list[Assignment] | None:
    """The assignments that a line makes, or None when the line asks for something of its own.

    "A chủ trì, phối hợp với B thực hiện hoạt động tại tiết (1), (2)"; "A phối hợp thực hiện."; "A ... tại tiết (3); phối hợp thực hiện tiết (1)".
    """
    reading = read_roles(text, start)
    if not reading.names_anyone:
        return None
    rest = text[reading.rest :].strip().rstrip("./;")
    clauses = [clause for clause in re.split(r";", rest) if clause.strip()] or [""]
    if not all(is_execution(clause) for clause in clauses):
        return None
    found: list[Assignment] = []
    for clause in clauses:
        labels = read_references(clause) or reading.references
        if reading.lead:
            found.append(Assignment("lead", reading.lead, labels))
        if reading.coordinating:
            found.append(Assignment("coordinating", reading.coordinating, labels))
        if reading.subject:
            found.append(Assignment(_role_of_clause(clause, reading), reading.subject, labels, how=clause.strip()))
    return found


def read_part_in_reference(text: str, start: int) -> tuple[str, list[str]] | None:
    """The part that a clause further on takes in what stands elsewhere: "...; chủ trì thực hiện các nội dung tại điểm 1, 3 mục II"."""
    found = _PART_AT.search(text, start)
    references = read_references(found.group("at")) if found else []
    return ("lead" if found.group("role").lower() == "chủ trì" else "coordinating", references) if found and references else None


def _role_of_clause(clause: str, reading: Reading) -> str:
    """ "phối hợp thực hiện" works along, "chỉ đạo thực hiện" directs, "lồng ghép", "thực hiện" does it."""
    clause = clause.strip()
    if _COORDINATE.match(clause) or _JOIN.match(clause):
        return "coordinating"
    if _DIRECT.match(clause):
        return "other"
    return "does"


def read_labelled(text: str) -> dict[str, tuple[str, int, int]]:
    """ "Cơ quan chủ trì: A; phối hợp: B, C" → {"lead": ("A", start, end), ...}; offsets are those of `text`. Empty without such words."""
    marks = sorted(
        ((found.start(), found.end(), role) for role, pattern in _LABELLED.items() for found in pattern.finditer(text[:2000])),
        key=lambda mark: mark[:2],
    )
    if not marks or (marks[0][0] > 2 and text[marks[0][0] - 1] != "(" and not text[: marks[0][0]].rstrip().endswith((".", ";", ","))):
        return {}
    values = {}
    for i, (_, end, role) in enumerate(marks):
        stop = marks[i + 1][0] if i + 1 < len(marks) else len(text)
        values[role] = (text[end:stop].strip(" .;,()"), end, stop)
    return values


def labelled_parts(labelled: dict[str, tuple[str, int, int]]) -> tuple[list[str], list[str]]:
    """Who leads and who works along by labelled words; "Cơ quan thực hiện: A chủ trì, phối hợp với B" gives both."""
    lead, along = labelled.get("lead", ("", 0, 0))[0], labelled.get("coordinating", ("", 0, 0))[0]
    coordinating = split_names(along) if along else []
    reading = read_roles(lead)
    if reading.lead or reading.coordinating:
        return reading.lead or reading.subject, [*reading.coordinating, *coordinating]
    if reading.subject and re.search(r"\w", lead[reading.rest :]) and ";" not in lead:
        return reading.subject, coordinating
    return split_names(lead) if lead else [], coordinating


def split_names(text: str) -> list[str]:
    """Names in a cell or after a colon: as a list of agencies, or as written between ";"."""
    names: list[str] = []
    for piece in re.split(r";", text):
        found, end = read_agencies(piece.strip(), 0)
        if found and not re.search(r"\w", piece.strip()[end:]):
            names += [agency.name for agency in found]
        elif piece.strip():
            names.append(piece.strip(" .,"))
    return names
