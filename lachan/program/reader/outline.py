"""The outline of a report annexed to a document: its headings become the outline of the report."""

from lachan.program.reader.draft import OutlineItem, Place
from lachan.program.reader.lines import Paragraph
from lachan.program.reader.sentences import trim
from lachan.program.reader.tree import Node, build_tree

_NOT_HEADINGS = ("text", "dash", "plus", "bullet", "item", "subitem")


def find_outline(paragraphs: list[Paragraph]) -> tuple[str | None, list[OutlineItem]]:
    """Title and headings of the annexed outline. Guidance under a heading (plain lines, bullets) is kept in its `notes`."""
    if not paragraphs:
        return None, []
    root = build_tree(paragraphs)
    title = " ".join(child.text.strip() for child in root.children if child.kind == "text" and not child.text.startswith("(")) or None
    items = []
    for node in root.walk():
        if node.paragraph is None or node.kind in _NOT_HEADINGS or not node.text.strip():
            continue
        items.append(_heading(node))
    return title, items


def _heading(node: Node) -> OutlineItem:
    assert node.paragraph is not None
    paragraph, start = node.paragraph, node.start
    if not paragraph.text[start:].strip() and node.heading is not None:
        paragraph, start = node.heading, 0
    first, *rest = paragraph.places(*trim(paragraph.text, start, len(paragraph.text), marks=" "))
    notes: list[Place] = []
    for child in node.children:
        if child.kind in _NOT_HEADINGS and child.paragraph is not None and not child.text.startswith(("(*", "( ", "(**")):
            notes += child.paragraph.places(child.start, len(child.paragraph.text))
    return OutlineItem(
        line=first.line, start=first.start, end=first.end, text=first.text, rest=tuple(rest), path=node.path, label=node.label,
        depth=sum(1 for _ in node.ancestors()), notes=tuple(notes), confidence=0.95,
    )  # fmt: skip
