"""Paragraphs to the tree of sections and items, by the labels they bear. Labels that repeat, skip or miss their dot are kept as printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lachan.program.reader.lines import Paragraph
from lachan.program.reader.tables.numbering import LETTERS, LIST_KINDS, MARKERS, ORDINALS

_RANK: dict[str, float] = {kind: rank for rank, (kind, _) in enumerate(MARKERS)}
_RANK["capital"] = _RANK["roman"] - 0.5
_CAPTION = re.compile(
    r"(?:Nội dung(?:\s(?:thực hiện|hoạt động|công việc|nhiệm vụ))?|(?:Nhiệm vụ|Hoạt động|Giải pháp)\s(?:số\s)?\d{1,2})\s?:\s{1,2}(?=\w+\s\w+\s\w+)"
)
_CLOSES_PART = re.compile(
    r"(?:Ngoài ra,?\s|Đồng thời,?\s)?(?:(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Ban Chỉ đạo|Chủ tịch|Bộ trưởng|Giám đốc)[^.;:,]{0,80}?\s(?:yêu cầu|đề nghị)\s"
    r"|Yêu cầu\s(?:các|Thủ trưởng|Giám đốc|Chủ tịch)\s|Trên đây là\s|Trong quá trình\s)"
)
"""The issuer's closing words: they speak for the whole part, not for the item above them."""
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(eq=False, slots=True)
class Node:
    """A section, an item, or a plain paragraph (kind "text"). `start` is where its words begin in the paragraph, after the label."""

    kind: str
    label: str
    ordinal: int | None
    paragraph: Paragraph | None
    start: int = 0
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    heading: Paragraph | None = None
    """The paragraph that bears the words of a heading whose label stands on a line of its own ("PHẦN I.")."""
    has_separator: bool = True

    @property
    def line(self) -> int:
        return self.paragraph.line if self.paragraph else 0

    @property
    def text(self) -> str:
        """The words after the label."""
        own = self.paragraph.text[self.start :] if self.paragraph else ""
        return own if own.strip() or self.heading is None else self.heading.text

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def ancestors(self) -> Iterator["Node"]:
        """Parent, its parent, and so on, without the root."""
        node = self.parent
        while node is not None and node.paragraph is not None:
            yield node
            node = node.parent

    @property
    def path(self) -> str:
        """Where it stands, as a clerk would cite it: "II.2(1)", "II.2.1.b", "Phần I.II.1"; bullets and plain paragraphs add nothing."""
        parts = [node for node in [self, *self.ancestors()] if node.kind not in ("text", "dash", "plus", "bullet")]
        written = ""
        for i, node in enumerate(reversed(parts)):
            below = list(reversed(parts))[i + 1 :]
            if any(
                node.kind in ("number", "dotted") and other.kind == "dotted" and other.label.startswith(node.label + ".") for other in below
            ):
                continue
            written += _cite(node, first=not written)
        return written


def _cite(node: Node, *, first: bool) -> str:
    if node.kind in ("item", "subitem"):
        return f"({node.label})"
    names = {"part": "Phần ", "chapter": "Chương ", "section": "Mục ", "article": "Điều "}
    return ("" if first else ".") + names.get(node.kind, "") + node.label


def build_tree(paragraphs: list[Paragraph]) -> Node:
    """The tree of the paragraphs under an empty root. Depth is bounded by the number of kinds of labels."""
    root = Node("root", "", None, None)
    stack = [root]
    for paragraph in paragraphs:
        node = read_label(paragraph)
        if node.kind == "text":
            _attach_text(node, stack)
            continue
        _make_room(node, stack)
        _attach(node, stack[-1])
        stack.append(node)
    return root


def read_label(paragraph: Paragraph) -> Node:
    """A node for the paragraph, without parent: kind and label as printed, "text" when there is none."""
    for kind, pattern in MARKERS:
        found = pattern.match(paragraph.text)
        if found:
            label = found.group("label")
            separated = found.group().strip() != label or kind in ("dash", "plus", "bullet", "part", "chapter")
            return Node(
                kind, label, ordinal_of(kind, label), paragraph, _past_caption(paragraph.text, found.end()), has_separator=separated
            )
    return Node("text", "", None, paragraph, _past_caption(paragraph.text, 0))


def _past_caption(text: str, start: int) -> int:
    """Past "Nội dung:" when what is to be done follows on the same line."""
    caption = _CAPTION.match(text, start)
    return caption.end() if caption else start


def _attach(node: Node, parent: Node) -> None:
    node.parent = parent
    parent.children.append(node)


def _attach_text(node: Node, stack: list[Node]) -> None:
    """A plain paragraph belongs to the item above it; alone after a bare label ("PHẦN I.") it is that item's heading."""
    if _CLOSES_PART.match(node.text[:200]):
        while len(stack) > 1 and stack[-1].kind not in ("part", "chapter", "section", "article", "roman", "capital"):
            stack.pop()
    top = stack[-1]
    if top.paragraph is not None and not top.children and not top.paragraph.text[top.start :].strip() and top.heading is None:
        top.heading = node.paragraph
        return
    _attach(node, top)


def _make_room(node: Node, stack: list[Node]) -> None:
    """Takes from the stack what the new node closes: its own kind, or whatever ranks no higher."""
    kinds = [above.kind for above in stack]
    if node.kind == "dotted":
        _close_dotted(node, stack)
        return
    if node.kind in kinds:
        del stack[kinds.index(node.kind) :]
        return
    if stack[-1].kind in LIST_KINDS and stack[-1].text.rstrip().endswith(":") and node.kind in LIST_KINDS:
        return
    while len(stack) > 1 and _RANK[stack[-1].kind] > _RANK[node.kind]:
        stack.pop()


def _close_dotted(node: Node, stack: list[Node]) -> None:
    """ "2.1" goes under "2" and "2.1.1" under "2.1"; without them, by the number of its dots."""
    for i in range(len(stack) - 1, 0, -1):
        if stack[i].kind in ("number", "dotted") and node.label.startswith(stack[i].label + "."):
            del stack[i + 1 :]
            return
    depth = node.label.count(".")
    while len(stack) > 1 and (
        _RANK[stack[-1].kind] > _RANK["dotted"] or (stack[-1].kind == "dotted" and stack[-1].label.count(".") >= depth)
    ):
        stack.pop()


def ordinal_of(kind: str, label: str) -> int | None:
    """The place of a label in its row: II → 2, đ → 5, 2.3 → 3, "thứ hai" → 2; None for signs."""
    if kind in ("dash", "plus", "bullet"):
        return None
    last = label.split(".")[-1].split()[-1]
    if last.isdigit():
        return int(last)
    if kind in ("letter", "subitem") and last in LETTERS:
        return LETTERS.index(last) + 1
    if last.upper() and all(char in _ROMAN for char in last.upper()):
        return roman_value(last.upper())
    if kind == "capital":
        return "ABCDĐEGHIKLMN".find(label) + 1 or None
    return ORDINALS.get(last.lower())


def roman_value(label: str) -> int:
    """IX → 9. Only letters I V X L C are expected."""
    values = [_ROMAN[char] for char in label]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))
