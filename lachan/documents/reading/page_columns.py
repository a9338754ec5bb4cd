"""Head and foot of a state document on a pdf page: two blocks side by side, read one after the other.

Without the table that Word had, the blocks are known by their words (`tables.has_side_by_side_words`) and by the gutter between them.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from .page_rows import LIST_MARK, Row, Segment, joint_after
from .tables import NATIONAL_TITLE, has_side_by_side_words

MIN_GUTTER = 6.0  # points
CELL_PADDING = 10.8  # points: Word leaves 0.19 cm at both sides of a cell
CENTRED_WITHIN = 12.0  # points
FAR_BELOW = 2.2  # letter sizes: more than one and a half lines
ENDS_ITEM = re.compile(r"[.;:]\s*$")
HEAD_OF_LIST = re.compile(r"^\s*n[ơo]i nhận\s*:", re.I)


@dataclass(frozen=True, slots=True)
class Block:
    """Finished paragraphs that stand at one place of a page, of columns or of a table.

    `list_ends`: where lines of the recipients at its left end at the latest, in points; 0 for everything that is no foot.
    """

    paragraphs: tuple[str, ...]
    page: int
    top: float
    list_ends: float = 0.0


@dataclass(slots=True)
class _Gutter:
    """The empty stripe between two blocks; it narrows as rows are added."""

    left: float
    right: float

    def side_of(self, segment: Segment) -> str | None:
        """ "left", "right", or None for a segment that crosses."""
        middle = (self.left + self.right) / 2
        if segment.x0 >= self.left + MIN_GUTTER and segment.x1 > middle:
            return "right"
        if segment.x1 <= self.right - MIN_GUTTER and segment.x0 < middle:
            return "left"
        return None

    def takes(self, row: Row) -> bool:
        """Whether every segment of `row` is on one side; if so the gutter is narrowed to it."""
        sides = [self.side_of(segment) for segment in row.segments]
        if None in sides:
            return False
        lefts = [segment.x1 for segment, side in zip(row.segments, sides, strict=True) if side == "left"]
        rights = [segment.x0 for segment, side in zip(row.segments, sides, strict=True) if side == "right"]
        left, right = max([self.left, *lefts]), min([self.right, *rights])
        if right - left < MIN_GUTTER:
            return False
        self.left, self.right = left, right
        return True


def with_columns(rows: list[Row], margins: tuple[float, float]) -> list[Row | Block]:
    """The rows of one page with every head and foot made a block; `margins`: where text begins and ends on such pages, in points."""
    found: list[Row | Block] = []
    place = 0
    while place < len(rows):
        block, taken = _block_at(rows, place, margins)
        if block is None:
            found.append(rows[place])
            place += 1
            continue
        start, end = taken
        del found[len(found) - (place - start) :]
        found.append(block)
        place = end
    return found


def with_rest_of_list(foot: Block, items: list[Row | Block]) -> tuple[Block, list[Row | Block]]:
    """The foot with those recipients that the end of its page pushed to the next one, and what is left of that page."""
    taken: list[Row] = []
    for item in items:
        if not isinstance(item, Row) or item.x1 > foot.list_ends:
            break
        if not (item.x0 - taken[0].x0 < MIN_GUTTER if taken else LIST_MARK.fullmatch(item.text.split(" ")[0])):
            break
        taken.append(item)
    if not taken:
        return foot, items
    recipients, *others = foot.paragraphs
    rest = _column([segment for row in taken for segment in row.segments], edge=0.0, limit=foot.list_ends)
    return replace(foot, paragraphs=(f"{recipients}\n{rest}", *others)), items[len(taken) :]


def _block_at(rows: list[Row], place: int, margins: tuple[float, float]) -> tuple[Block | None, tuple[int, int]]:
    """The block whose rows begin near `place`, with the places of its first row and of the row after its last."""
    nothing = None, (place, place)
    gutter = _gutter_of(rows[place], margins)
    if gutter is None:
        return nothing
    end = place + 1
    while end < len(rows) and not _is_centred(rows[end], margins) and not _leaves(rows, end, gutter) and gutter.takes(rows[end]):
        end += 1
    start = place
    while start > 0 and not _is_centred(rows[start - 1], margins) and _is_right(rows[start - 1], gutter) and gutter.takes(rows[start - 1]):
        start -= 1
    taken = rows[start:end]
    if not has_side_by_side_words(" ".join(row.text for row in taken)):
        return nothing
    sides = [(gutter.side_of(segment), segment) for row in taken for segment in row.segments]
    left = [segment for side, segment in sides if side == "left"]
    right = [segment for side, segment in sides if side == "right"]
    if not left or not right:
        return nothing
    paragraphs = (
        _column(left, edge=margins[0], limit=gutter.right - MIN_GUTTER),
        _column(right, edge=margins[1], limit=margins[1]),
    )
    list_ends = gutter.right - MIN_GUTTER if HEAD_OF_LIST.match(paragraphs[0]) else 0.0
    return Block(paragraphs, rows[place].page, taken[0].top, list_ends), (start, end)


def _gutter_of(row: Row, margins: tuple[float, float]) -> _Gutter | None:
    if len(row.segments) > 1:
        before, after = max(pairwise(row.segments), key=_distance)
        return _Gutter(before.x1, after.x0)
    if HEAD_OF_LIST.match(row.text) and row.x1 < sum(margins) / 2:
        return _Gutter(row.x1, margins[1])
    return None


def _distance(pair: tuple[Segment, Segment]) -> float:
    return pair[1].x0 - pair[0].x1


def _is_right(row: Row, gutter: _Gutter) -> bool:
    """The last short line of the body also ends left of the gutter; only rows at the right are surely part of the foot."""
    return all(gutter.side_of(segment) == "right" for segment in row.segments)


def _leaves(rows: list[Row], place: int, gutter: _Gutter) -> bool:
    """Whether a row at the left stands too far below the last one to be of its block: only above the signer's name is room left."""
    row, above = rows[place], rows[place - 1]
    is_left = all(gutter.side_of(segment) == "left" for segment in row.segments)
    return is_left and above.bottom - row.bottom > FAR_BELOW * above.size and not _is_right(above, gutter)


def _is_centred(row: Row, margins: tuple[float, float]) -> bool:
    return len(row.segments) == 1 and abs((row.x0 + row.x1) - sum(margins)) < 2 * CENTRED_WITHIN


def _column(segments: list[Segment], *, edge: float, limit: float) -> str:
    """Lines of one block; lines that only wrapped are joined. `edge`: the page margin outside; `limit`: where its lines end at the latest."""
    lines = [segments[0].text]
    for before, after in pairwise(segments):
        if _wraps(before, after, lines[-1], edge, limit):
            lines[-1] += joint_after(lines[-1]) + after.text
        else:
            lines.append(after.text)
    return "\n".join(lines)


def _wraps(before: Segment, after: Segment, line: str, edge: float, limit: float) -> bool:
    if ENDS_ITEM.search(before.text) or LIST_MARK.fullmatch(after.text.split(" ")[0]):
        return False
    if line.startswith(("-", "+")) or after.text[:1].islower():
        return True
    if NATIONAL_TITLE.search(f"{line} {after.text}") and not NATIONAL_TITLE.search(line):
        return True
    if not (before.text.isupper() and after.text.isupper()):
        return False
    width = before.x1 - before.x0
    needed = width / max(len(before.text), 1) / 2 + after.first_word_width
    fits_if_centred = width + needed <= abs((before.x0 + before.x1) / 2 - edge) * 2 - CELL_PADDING
    return not fits_if_centred and before.x1 + needed > limit
