"""The numbers that Word draws before paragraphs and does not store as text: "I.", "1.", "a)", "-" (ECMA-376 part 1, 17.9)."""

import re
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAX_LEVEL = 8
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
MAX_ROMAN = 3_999


@dataclass(frozen=True)
class Level:
    """One level of a list: its counter's first value, shape, text pattern ("%1.%2.") and the level whose number sets it back."""

    start: int = 1
    shape: str = "decimal"
    pattern: str = ""
    is_legal: bool = False
    restart_after: int | None = None


@dataclass
class Numbering:
    """Lists of one document and where each stands. Ask `label` for the paragraphs in the order of the document."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by numId
    counted_with: dict[str, str] = field(default_factory=dict)  # numId to the abstract list whose counters it shares
    restarts: dict[str, set[int]] = field(default_factory=dict)  # levels that a numId starts anew when first used
    level_of_style: dict[tuple[str, str], int] = field(default_factory=dict)  # (numId, paragraph style) to level
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _used: set[tuple[str, int]] = field(default_factory=set)

    def label(self, num_id: str, level: int) -> str:
        """The number or bullet of the next paragraph of list `num_id` at `level` (0 to 8); empty when the list shows none."""
        levels = self.levels.get(num_id)
        if levels is None or level not in levels:
            return ""
        counters = self._counters.setdefault(self.counted_with[num_id], {})
        if level in self.restarts.get(num_id, ()) and (num_id, level) not in self._used:
            counters.pop(level, None)
        self._used.add((num_id, level))
        counters[level] = counters[level] + 1 if level in counters else levels[level].start
        for deeper in [other for other in counters if other > level]:
            after = levels[deeper].restart_after if deeper in levels else None
            if after is None or (after > 0 and level < after):
                del counters[deeper]
        return self._drawn(levels, level, counters)

    def _drawn(self, levels: dict[int, Level], level: int, counters: dict[int, int]) -> str:
        shown = levels[level]
        if shown.shape == "bullet":
            return shown.pattern

        def number(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            of = levels.get(index, Level())
            shape = "decimal" if shown.is_legal and index != level else of.shape
            return drawn_number(counters.get(index, of.start), shape)

        return re.sub(r"%([1-9])", number, shown.pattern)


def drawn_number(value: int, shape: str) -> str:
    """`value` as Word draws it: decimal, lowerLetter (a … z, aa, bb), upperRoman … An unknown shape is drawn as a decimal."""
    if shape == "none":
        return ""
    if shape in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 20) if value > 0 else str(value)
        return letter.upper() if shape == "upperLetter" else letter
    if shape in ("lowerRoman", "upperRoman"):
        roman = _roman(value)
        return roman.upper() if shape == "upperRoman" else roman
    return f"{value:02d}" if shape == "decimalZero" else str(value)


def read_numbering(root: etree._Element | None, style_lists: dict[str, str]) -> Numbering:
    """The lists that numbering.xml declares. `style_lists`: numId by list style, for lists that only point at a style."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstracts = {_value(node, "abstractNumId"): node for node in root.iterchildren(W + "abstractNum")}
    nums = {_value(node, "numId"): node for node in root.iterchildren(W + "num")}
    for num_id, num in nums.items():
        abstract_id = _child_value(num, "abstractNumId") or ""
        abstract = abstracts.get(abstract_id)
        if abstract is None:
            continue
        if (linked := _child_value(abstract, "numStyleLink")) and (target := nums.get(style_lists.get(linked, ""))) is not None:
            abstract = abstracts.get(_child_value(target, "abstractNumId") or "", abstract)
        numbering.counted_with[num_id] = abstract_id
        levels = numbering.levels[num_id] = {}
        for node in abstract.iterchildren(W + "lvl"):
            _add_level(numbering, num_id, levels, node)
        for override in num.iterchildren(W + "lvlOverride"):
            _override(numbering, num_id, levels, override)
    return numbering


def _add_level(numbering: Numbering, num_id: str, levels: dict[int, Level], node: etree._Element) -> None:
    index = whole(_value(node, "ilvl"), 0)
    restart = _child_value(node, "lvlRestart")
    levels[index] = Level(
        start=whole(_child_value(node, "start"), 1),
        shape=_child_value(node, "numFmt") or "decimal",
        pattern=_child_value(node, "lvlText") or "",
        is_legal=node.find(W + "isLgl") is not None,
        restart_after=None if restart is None else whole(restart, 0),
    )
    if style := _child_value(node, "pStyle"):
        numbering.level_of_style[num_id, style] = index


def _override(numbering: Numbering, num_id: str, levels: dict[int, Level], node: etree._Element) -> None:
    index = whole(_value(node, "ilvl"), 0)
    if (own := node.find(W + "lvl")) is not None:
        _add_level(numbering, num_id, levels, own)
    if (start := _child_value(node, "startOverride")) is not None:
        known = levels.get(index, Level())
        levels[index] = Level(whole(start, 1), known.shape, known.pattern, known.is_legal, known.restart_after)
        numbering.restarts.setdefault(num_id, set()).add(index)


def whole(text: str | None, default: int) -> int:
    """A whole number of at most six digits written in an attribute; `default` for anything else."""
    return int(text) if text is not None and re.fullmatch(r"[0-9]{1,6}", text) else default


def _value(node: etree._Element, name: str) -> str:
    return node.get(W + name) or ""


def _child_value(node: etree._Element, name: str) -> str | None:
    child = node.find(W + name)
    return None if child is None else child.get(W + "val")


def _roman(value: int) -> str:
    if not 0 < value <= MAX_ROMAN:
        return str(value)
    drawn = ""
    for size, letters in ROMAN:
        count, value = divmod(value, size)
        drawn += letters * count
    return drawn
