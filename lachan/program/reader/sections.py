"""What each part of the tree is about: aims, background, tasks, assignments, carrying out, funding, time."""

import re

from lachan.program.reader.spelling import bare
from lachan.program.reader.tables.numbering import LIST_KINDS
from lachan.program.reader.tables.sections import CONTENT_HEADINGS, HEADING_WORDS, KEEP_UNDER, SECTION_WORDS, STRONG_TASK_WORDS
from lachan.program.reader.tree import Node

_WORDS = [(re.compile(rf"\b{word}\b"), kind) for kind, words in SECTION_WORDS.items() for word in words]


_NUMBERED_AIM = re.compile(r"(?:Mục tiêu|Nhiệm vụ|Nội dung|Nhóm chỉ tiêu)\s(?:số\s)?\d{1,2}\s?[:.]")


def kinds_of_parts(root: Node) -> dict[Node, str]:
    """Each node's kind of part: its own heading's, else that of the part it stands in; "" where no heading says anything."""
    kinds: dict[Node, str] = {root: ""}
    for node in root.walk():
        if node.parent is None:
            continue
        above = kinds[node.parent]
        own = kind_of_heading(node) if is_heading(node) else None
        kinds[node] = above if own is None or not _may_change(above, own, node) else own
    return kinds


def is_heading(node: Node) -> bool:
    """Whether the node is a heading: numbered, short, and either a parent or without a stop at its end."""
    words = len(node.text.split())
    if node.kind in ("dash", "plus", "bullet"):
        return bool(node.children) and words <= 6 and node.text.rstrip().endswith(":")
    if node.kind in ("text", "item", "subitem"):
        return False
    if node.kind in ("letter", "bracket") and words > 12 and not (node.children and _NUMBERED_AIM.match(node.text)):
        return False
    if words > HEADING_WORDS or words == 0:
        return False
    ends_open = node.text.rstrip()[-1:] not in (".", ";", ",")
    return ends_open or (bool(node.children) and words <= 12)


def kind_of_heading(node: Node) -> str | None:
    """The kind of part that the heading's words name, or None. "(nếu có)" and the like are not read."""
    text = re.sub(r"[^\w\s,]", " ", bare(node.text))
    best: tuple[int, int, str] | None = None
    for pattern, kind in _WORDS:
        found = pattern.search(text)
        if found and found.start() <= 60:
            candidate = (found.start(), -len(found.group()), kind)
            best = candidate if best is None or candidate < best else best
    return best[2] if best else None


def _may_change(above: str, own: str, node: Node) -> bool:
    if own not in KEEP_UNDER.get(above, ()):
        return True
    text = bare(node.text)
    return above == "objective" and any(word in text for word in STRONG_TASK_WORDS)


def is_content_heading(node: Node) -> bool:
    """ "a) Nội dung hoạt động": the half of a section that is assigned in the other half."""
    return node.kind not in LIST_KINDS[2:] and bare(node.text).strip(" .:") in CONTENT_HEADINGS


def cite(node: Node) -> str:
    """The section of an item as gold writes it: "II.2(1)", "II.2.1.b", "III.3"; content headings are left out."""
    path = node.path
    for above in [node, *node.ancestors()]:
        if above.kind == "letter" and is_content_heading(above):
            path = path.replace(f".{above.label}(", "(", 1) if f".{above.label}(" in path else path.removesuffix(f".{above.label}")
    return path
