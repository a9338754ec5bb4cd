"""Tasks: the items that ask somebody to do something, each with the agencies that the line, its headings or an assignment give it."""

import itertools
import re

from lachan.program.reader.agencies import phrases, starts_agency
from lachan.program.reader.draft import Place, TaskItem
from lachan.program.reader.given_roles import FORCE, Given, add_assignments, covers, roles_in_brackets, unique
from lachan.program.reader.lines import Paragraph
from lachan.program.reader.roles import (
    Assignment,
    Reading,
    is_execution,
    labelled_parts,
    read_assignments,
    read_labelled,
    read_part_in_reference,
    read_roles,
)
from lachan.program.reader.sections import cite, is_heading
from lachan.program.reader.sentences import sentences, trim
from lachan.program.reader.tables.numbering import LIST_KINDS
from lachan.program.reader.tables.verbs import ACTION_VERBS, NOT_TASK_PHRASES, NOT_TASK_STARTS
from lachan.program.reader.tree import Node

_ACTION = re.compile(phrases(ACTION_VERBS), re.IGNORECASE)
_PARTS_WITH_TASKS = ("task", "assignment", "organisation", "")
_GROUP = re.compile(r"\s(?:các|mỗi|cấp)\s|,")
_LABEL_AT_END = re.compile(r"(?:^|(?<=[.;,(]))\s?[^.;,(:]{2,45}:\s*$")
_HEADING_OF = re.compile(r"(?:Đối với|Về phía|(?:Trách nhiệm|Nhiệm vụ) của)\s", re.IGNORECASE)
_FOR_ALL = re.compile(r"(?:Phân công|Trách nhiệm|Tổ chức)\sthực hiện\s?:")
_OWN_TASK = re.compile(
    r"Định kỳ\s|Chủ trì\s(?!xây)|Giao\s|(?:Đồng thời|Ngoài ra|Bên cạnh đó|Cùng với đó),?\s|[^.;:,]{3,60}\s(?:giao|yêu cầu)\s"
)
_IS_TARGET = re.compile(
    r"(?:\d|phấn đấu|tỷ lệ|tỉ lệ|đảm bảo|bảo đảm|giảm|tăng|duy trì|đạt|trên|dưới|ít nhất|tối thiểu|có)(?!\w)[^.;]{0,120}?\d\s?%"
    r"|(?:chỉ tiêu|mục tiêu)\s(?:số\s)?\d"
)


def find_tasks(root: Node, kinds: dict[Node, str]) -> list[TaskItem]:
    """The tasks of the tree, in the order of the text."""
    return _Finder(root, kinds).find()


class _Finder:
    def __init__(self, root: Node, kinds: dict[Node, str]) -> None:
        self.root, self.kinds = root, kinds
        self.readings: dict[Node, Reading] = {}
        self.heading_roles: dict[Node, Given] = {}
        self.assigned: dict[Node, list[tuple[Assignment, int]]] = {}
        self.used: set[Node] = set()
        self.tasks_at: set[Node] = set()
        self.label_at: dict[Node, int] = {}
        self.told: set[tuple[int, ...]] = set()

    def find(self) -> list[TaskItem]:
        nodes = [node for node in self.root.walk() if node.paragraph is not None]
        for node in nodes:
            self._read_heading_roles(node)
        for node in nodes:
            self._read_assignment(node)
        items: list[TaskItem] = []
        for node in nodes:
            if self._is_task(node):
                self.tasks_at.add(node)
                items += self._items(node)
        return items

    def _reading(self, node: Node) -> Reading:
        if node not in self.readings:
            self.readings[node] = _read_line(node.paragraph.text, node.start) if node.paragraph else Reading()
        return self.readings[node]

    # --- roles from headings -----------------------------------------------------------------------------------------

    def _read_heading_roles(self, node: Node) -> None:
        """A heading or a plain line that only names agencies gives its parts to all that stands under it."""
        if node.paragraph is None or node.parent is None:
            return
        text = node.paragraph.text
        labelled = read_labelled(text[node.start :])
        if labelled:
            self._take_labelled(node, labelled)
            return
        reading = self._reading(node)
        if not reading.names_anyone or (self.kinds[node] == "assignment" and not node.children):
            return
        rest = text[reading.rest :].strip(" .:;,")
        closes = node.kind == "text" and bool(reading.lead) and is_execution(rest)
        alone = not rest or closes or (is_execution(rest) and (bool(node.children) or text.rstrip().endswith(":")))
        leads_in = text.rstrip().endswith(":") or any(child.kind != "text" for child in node.children)
        if not alone and not (node.children and leads_in):
            return
        holder = node.parent if node.kind == "text" and alone else node
        if closes and holder.kind in ("dash", "plus", "bullet") and holder.parent is not None:
            holder = holder.parent
        if alone and not (reading.is_explicit or node.children or node.kind == "text" or text.rstrip().endswith(":")):
            return
        self._give(holder, reading, node.line)
        if alone:
            self.used.add(node)

    def _give(self, holder: Node, reading: Reading, line: int) -> None:
        given = self.heading_roles.setdefault(holder, Given())
        given.lead += reading.lead or reading.subject
        given.coordinating += reading.coordinating
        given.requested += reading.requested
        given.is_explicit = given.is_explicit or bool(reading.lead)
        given.lines.append(line)

    def _take_labelled(self, node: Node, labelled: dict[str, tuple[str, int, int]]) -> None:
        """ "Cơ quan chủ trì: ...": of the item above it, or of the line's own beginning."""
        before = node.text[: min(start for _, start, _ in labelled.values())]
        before = _LABEL_AT_END.sub("", before)
        own_words = len(before.split()) > 12 or (len(before.split()) >= 3 and bool(_ACTION.match(before)))
        if own_words:
            self.label_at[node] = node.start + len(before)
        holder = node if own_words or node.parent is None else node.parent
        if node.kind == "text" and not own_words and _FOR_ALL.match(node.text) and holder.kind in LIST_KINDS and holder.parent is not None:
            holder = holder.parent
        given = self.heading_roles.setdefault(holder, Given())
        lead, coordinating = labelled_parts(labelled)
        given.lead += lead
        given.coordinating += coordinating
        given.is_explicit = True
        if lead or coordinating:
            given.lines.append(node.line)
        if not own_words:
            self.used.add(node)

    # --- roles by reference ------------------------------------------------------------------------------------------

    def _read_assignment(self, node: Node) -> None:
        """A line of the part "Phân công trách nhiệm" that assigns what stands elsewhere."""
        if self.kinds[node] not in ("assignment", "organisation") or node.children or node.paragraph is None:
            return
        found = read_assignments(node.paragraph.text, node.start)
        if found is None:
            self._read_part_in_reference(node)
            return
        scope, own_part = self._scope(node)
        if self.kinds[node] == "organisation" or scope is None:
            found = [assignment for assignment in found if assignment.references]
        for assignment in found:
            for target in self._targets(assignment, scope or self.root, own_part):
                self.assigned.setdefault(target, []).append((assignment, node.line))
        if self.kinds[node] == "assignment" and found:
            self.used.add(node)

    def _read_part_in_reference(self, node: Node) -> None:
        """A line that asks for something of its own and also takes a part in what stands elsewhere."""
        assert node.paragraph is not None
        part = read_part_in_reference(node.paragraph.text, node.start)
        if part is None:
            return
        reading = self._reading(node)
        headings = (self.heading_roles[above].lead for above in node.ancestors() if above in self.heading_roles)
        agencies = reading.lead or reading.subject or next(headings, [])
        assignment = Assignment(part[0], list(agencies), part[1])
        for target in self._targets(assignment, self.root, None) if agencies else ():
            self.assigned.setdefault(target, []).append((assignment, node.line))

    def _scope(self, node: Node) -> tuple[Node | None, Node | None]:
        """The section whose other half is assigned, and the assigning half itself."""
        part = node
        while part.parent is not None and self.kinds.get(part.parent) == self.kinds[node]:
            part = part.parent
        scope = part.parent
        return (scope if scope is not None and scope.paragraph is not None else None), part

    def _targets(self, assignment: Assignment, scope: Node, own_part: Node | None) -> list[Node]:
        if not assignment.references:
            return [child for child in scope.children if child is not own_part]
        inside = [node for node in scope.walk() if node is not scope and node.paragraph is not None and not _is_under(node, own_part)]
        found = [node for node in inside if any(_is_meant(node, reference) for reference in assignment.references)]
        return [node for node in found if self.kinds[node] not in ("objective", "background", "organisation")]

    # --- tasks -------------------------------------------------------------------------------------------------------

    def _is_task(self, node: Node) -> bool:
        kind = self.kinds[node]
        if (
            node in self.used
            or (kind == "assignment" and node.children)
            or node.kind in ("part", "chapter", "section", "roman", "capital")
            or (node.kind == "article" and not self._reading(node).is_asked)
        ):
            return False
        text = node.text
        low = text[:80].lower()
        reading = self._reading(node)
        begins = bool(_ACTION.match(low)) or reading.names_anyone or reading.takes_lead or _asks(text)
        if kind not in _PARTS_WITH_TASKS and not (kind in ("funding", "time") and reading.names_anyone):
            return False
        if (
            "chịu trách nhiệm thi hành" in text
            or low.startswith(tuple(NOT_TASK_STARTS))
            or ("quá trình" in low and any(phrase in text for phrase in NOT_TASK_PHRASES))
        ):
            return False
        if _IS_TARGET.match(low) and not reading.names_anyone:
            return False
        words = len(text.split())
        if any(child not in self.used for child in node.children):
            return begins and self._is_long_parent(node, words)
        if node.kind == "text":
            return begins and words >= 5 and not text.rstrip().endswith(":")
        if is_heading(node) and node.kind not in LIST_KINDS:
            return begins and words >= 4 and not low.startswith("công tác")
        if reading.names_anyone and node.paragraph is not None and len(node.paragraph.text[reading.rest :].split()) < 4:
            return kind == "organisation" or not is_execution(node.paragraph.text[reading.rest :])
        return words >= 4 or (begins and words >= 2)

    def _is_long_parent(self, node: Node, words: int) -> bool:
        """A parent is itself a task when it is a whole sentence, or an item that leads its list in by what is to be done."""
        end = node.text.rstrip()[-1:]
        reading = self._reading(node)
        asks_more = reading.names_anyone and node.paragraph is not None and len(node.paragraph.text[reading.rest :].split()) >= 5
        if asks_more and end != ":" and all(child.kind == "text" for child in node.children):
            return True
        if words >= 15 and (end in (".", ";") or (end != ":" and node.kind in LIST_KINDS)):
            return True
        return end == ":" and words >= 8 and node.kind in LIST_KINDS and not self._leads_in_only(node)

    def _leads_in_only(self, node: Node) -> bool:
        reading = self._reading(node)
        return reading.names_anyone and node.paragraph is not None and is_execution(node.paragraph.text[reading.rest :])

    def _items(self, node: Node) -> list[TaskItem]:
        """The task of a node, and those of later sentences that are duties of their own ("Định kỳ ... báo cáo")."""
        assert node.paragraph is not None
        text = node.paragraph.text
        spans = sentences(text, node.start, self.label_at.get(node))
        closing = _closing_roles(text, spans)
        if closing:
            spans = spans[:-1]
        cuts = (
            [node.start]
            + [a for a, _ in spans[1:] if _OWN_TASK.match(text, a) and self._cuts(text, a)]
            + [spans[-1][1] if closing or node in self.label_at else len(text)]
        )
        items = []
        for i, (start, end) in enumerate(itertools.pairwise(cuts)):
            reading = self._reading(node) if i == 0 else read_roles(text, start)
            if closing and not reading.is_explicit and not reading.subject:
                reading.lead, reading.coordinating = [*(closing.lead or closing.subject)], [*closing.coordinating]
            if not reading.is_explicit:
                reading = roles_in_brackets(text, end, reading)
            if i > 0 and not reading.lead and not reading.is_asked:
                reading.lead = [*self._reading(node).lead]
            item = self._item(node, reading, start, end)
            if item:
                items.append(item)
        return items

    @staticmethod
    def _cuts(text: str, at: int) -> bool:
        """A later sentence is a task of its own when it reports at intervals, or gives the lead to somebody."""
        sentence = text[at : at + 400]
        if sentence.startswith("Định kỳ"):
            return "báo cáo" in sentence
        reading = read_roles(text, at)
        return reading.takes_lead or bool(reading.lead) or (reading.is_asked and bool(reading.subject))

    def _item(self, node: Node, reading: Reading, start: int, end: int) -> TaskItem | None:
        assert node.paragraph is not None
        given = self._given(node)
        lead, coordinating, requested = self._parts(reading, given)
        doubts = self._doubts(node, reading, given, lead)
        says_parts = reading.is_explicit or (reading.subject and lead[: len(reading.subject)] == unique(reading.subject))
        begin = reading.rest if says_parts and not (reading.subject and FORCE.match(reading.subject[0])) else start
        begin, stop, details = self._span(node.paragraph, begin, end)
        if reading.takes_lead and reading.references and is_execution(node.paragraph.text[begin:stop]):
            begin = start
        places = node.paragraph.places(begin, stop)
        if not places:
            return None
        confidence = 0.95 - 0.2 * (not lead) - 0.1 * (not _ACTION.match(node.paragraph.text, begin))
        first, *rest = places
        return TaskItem(
            line=first.line, start=first.start, end=first.end, text=first.text, rest=tuple(rest),
            confidence=round(confidence - 0.05 * len(doubts), 2), doubts=tuple(doubts),
            section=cite(node), lead=tuple(lead), coordinating=tuple(coordinating), requested=tuple(requested),
            details=details, role_lines=tuple(sorted({*given.lines, *([node.line] if reading.names_anyone else [])})),
            kind=self._kind(node, reading, given, lead), others=tuple(given.others),
        )  # fmt: skip

    @staticmethod
    def _span(paragraph: Paragraph, start: int, end: int) -> tuple[int, int, tuple[Place, ...]]:
        """The sentence that says what is to be done, and the places of the sentences that say more of it."""
        spans = sentences(paragraph.text, start, end)
        first = next((i for i, (a, b) in enumerate(spans) if len(paragraph.text[a:b].split()) >= (5 if i else 3)), 0)
        stop = spans[first][1] if spans else end
        begin, stop = trim(paragraph.text, start, stop)
        details = tuple(place for a, b in spans[first + 1 :] for place in paragraph.places(*trim(paragraph.text, a, b)))
        return begin, stop, details

    def _given(self, node: Node) -> Given:
        """What headings above and assignments elsewhere give to the node: the nearest heading that names a lead counts."""
        given = Given()
        chain = [node, *node.ancestors()]
        assigned = [pair for above in chain for pair in self.assigned.get(above, ())]
        if assigned:
            add_assignments(given, assigned)
        if given.lead:
            given.is_explicit = any(assignment.role == "lead" for assignment, _ in assigned)
            return given
        for above in chain:
            heading = self.heading_roles.get(above)
            if heading and (heading.lead or heading.coordinating) and not (above is node and not heading.is_explicit):
                given.coordinating += heading.coordinating
                given.requested += heading.requested
                given.lines += heading.lines
                given.lead += heading.lead
                given.is_explicit = heading.is_explicit
                if heading.lead:
                    break
        return given

    @staticmethod
    def _parts(reading: Reading, given: Given) -> tuple[list[str], list[str], list[str]]:
        if reading.lead:
            return unique(reading.lead), unique(reading.coordinating), unique(reading.requested)
        if reading.is_joint and reading.subject:
            return unique(reading.subject), unique(reading.coordinating), unique(reading.requested)
        own = [] if reading.subject and FORCE.match(reading.subject[0]) and given.lead else reading.subject
        lead = given.lead if given.lead and (given.is_explicit or not own) else own or given.lead
        others = list(reading.coordinating) if reading.takes_lead else [*given.coordinating, *reading.coordinating]
        coordinating = [name for name in unique(others) if not any(covers(other, name) for other in lead)]
        return unique(lead), coordinating, unique([*reading.requested, *given.requested])

    def _doubts(self, node: Node, reading: Reading, given: Given, lead: list[str]) -> list[str]:
        """What a careful clerk would check: told once for a heading, not for each item under it; groups that each do their own are no doubt."""
        if not lead:
            return ["Văn bản không nêu cơ quan chủ trì."]
        single = [name for name in lead if not _GROUP.search(f" {name.lower()} ")]
        if reading.lead or given.is_explicit or len(single) < 2:
            return []
        source = tuple(given.lines) if given.lead and not reading.subject else (node.line,)
        if source in self.told:
            return []
        self.told.add(source)
        return ["Nhiều cơ quan cùng được nêu, không ghi rõ ai chủ trì."]

    def _kind(self, node: Node, reading: Reading, given: Given, lead: list[str]) -> str:
        if self.kinds[node] == "organisation":
            return "organisation"
        if any(above in self.tasks_at for above in node.ancestors()) and node.kind != "text":
            return "subtask"
        if (
            not reading.lead
            and not given.is_explicit
            and (len(lead) > 1 or any("," in name or name.lower().startswith("các ") for name in lead))
        ):
            return "joint"
        return ""


def _read_line(text: str, start: int) -> Reading:
    """The parts that a line gives; "Đối với Công an xã", "Trách nhiệm của Sở Y tế" as a heading name who does what stands under it."""
    of = _HEADING_OF.match(text, start)
    reading = read_roles(text, of.end()) if of else None
    return reading if reading and reading.subject and not re.search(r"\w", text[reading.rest :]) else read_roles(text, start)


def _closing_roles(text: str, spans: list[tuple[int, int]]) -> Reading | None:
    """The parts that the last sentence of an item gives and nothing more: "... đến tận ấp. Giao Sở Tư pháp chủ trì, phối hợp với A thực hiện."."""
    if len(spans) < 2:
        return None
    start, end = spans[-1]
    reading = read_roles(text, start)
    gives = reading.lead or (reading.is_asked and reading.subject)
    return reading if gives and reading.rest < end and is_execution(text[reading.rest : end]) else None


def _asks(text: str) -> bool:
    """ "Ban Chỉ đạo yêu cầu phải ...": the issuer asks everybody."""
    return bool(re.match(r"[^.;:]{3,80}?\s(?:yêu cầu|đề nghị)\s(?:phải|các|toàn)", text)) and starts_agency(text, 0)


def _is_under(node: Node, part: Node | None) -> bool:
    return part is not None and (node is part or any(above is part for above in node.ancestors()))


def _is_meant(node: Node, reference: str) -> bool:
    """Whether "tiết 1", "mục 2.1", "đề án 2", "điểm 1 < mục II" means the node."""
    inner, inside, outer = reference.partition(" < ")
    if inside:
        return _is_meant(node, inner) and any(_is_meant(above, outer) for above in node.ancestors())
    word, _, label = reference.rpartition(" ")
    if word.endswith(("án", "dự án")):
        return bool(re.match(rf"{word}\s(?:số\s)?{re.escape(label)}(?!\w)", node.text[:40].lower()))
    return node.label == label and node.kind not in ("dash", "plus", "bullet", "text")
