"""The parts that reach a task: from its own line, from headings above it, from assignments elsewhere; put together into one list each."""

import re
from dataclasses import dataclass, field

from lachan.program.reader.roles import Assignment, Reading, is_execution, labelled_parts, read_labelled, read_roles

_BRACKET_AT_END = re.compile(r"\((?P<inside>[^()]{5,400})\)[\s.;/]{0,6}$")
FORCE = re.compile(r"(?:các\s)?lực lượng\s", re.IGNORECASE)
_SMALL_WORDS = frozenset(
    ["các", "lực", "lượng", "của", "tỉnh", "thành", "phố", "huyện", "xã", "phường", "có", "liên", "quan", "và", "cơ", "quan"]
)


@dataclass(slots=True)
class Given:
    """The parts that reach a task from outside its own line."""

    lead: list[str] = field(default_factory=list)
    coordinating: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    is_explicit: bool = False


def add_assignments(given: Given, assigned: list[tuple[Assignment, int]]) -> None:
    """A "chủ trì" leads; agencies named without a role word lead only where nobody else does."""
    by_role: dict[str, list[str]] = {"lead": [], "coordinating": [], "does": [], "other": []}
    for assignment, line in assigned:
        by_role[assignment.role] += assignment.agencies
        given.lines.append(line)
    given.lead += by_role["lead"] or by_role["does"]
    given.coordinating += by_role["coordinating"]
    given.others += [(name, "chỉ đạo thực hiện") for name in by_role["other"]]
    if by_role["lead"]:
        given.others += [(name, "thực hiện") for name in by_role["does"]]


def roles_in_brackets(text: str, end: int, reading: Reading) -> Reading:
    """Parts in brackets at the end: "... (Công an tỉnh chủ trì, phối hợp với Sở Y tế thực hiện)."."""
    bracket = _BRACKET_AT_END.search(text, max(reading.start, end - 420), end)
    if bracket is None:
        return reading
    inside = read_roles(text, bracket.start("inside"))
    if (
        inside.subject
        and not inside.is_explicit
        and is_execution(text[inside.rest : bracket.end("inside")])
        and inside.rest < bracket.end("inside")
    ):
        inside.lead, inside.subject, inside.is_explicit = inside.subject, [], True
    if not inside.is_explicit:
        labelled = read_labelled(bracket.group("inside"))
        if "lead" not in labelled:
            return reading
        inside.lead, inside.coordinating = labelled_parts(labelled)
        inside.subject = []
    return Reading(
        lead=inside.lead,
        coordinating=inside.coordinating,
        requested=inside.requested,
        subject=reading.subject if not inside.lead else [],
        is_explicit=False,
        start=reading.start,
        rest=reading.start,
    )


def unique(names: list[str]) -> list[str]:
    """Names in order, without those that an earlier one covers ("lực lượng Bộ đội Biên phòng" beside its command)."""
    kept: list[str] = []
    for name in names:
        if not any(covers(other, name) for other in kept):
            kept.append(name)
    return kept


def covers(name: str, other: str) -> bool:
    """Whether `other` says no more than `name`: the same words, or a "lực lượng" of the same body."""
    words, less = set(re.findall(r"\w+", name.lower())), set(re.findall(r"\w+", other.lower()))
    if words == less:
        return True
    core = less - _SMALL_WORDS
    return bool(FORCE.match(other)) and bool(core) and core <= words
