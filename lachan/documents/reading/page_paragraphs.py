"""Lines of pdf pages back to paragraphs: by whether the next word would have fitted, then by the habits of the document itself.

A document shows its habits where a line is short: what follows it is surely a new paragraph, so whether that one is indented, or set off
by a gap, tells how a paragraph begins after a full line too.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from .page_columns import Block
from .page_rows import Row, joint_after

LIST_START = re.compile(
    r"(?:[-+•*–▪➢✓❖]\s|\(?\d{1,3}\)|\(\*+\)|\d{1,2}(?:\.\d{1,2}){0,4}\.?\s|[IVXL]{1,6}[.)\s]|[a-zđA-ZĐ][.)]\s|\([a-zđ]\)"
    r"|(?:Điều|Chương|Phần|Mục|Phụ lục)\s+[\dIVX]|\[\d+\])"
)
POINT_START = re.compile(r"[a-zđ]\)\s+(\w)")
ENDS_SENTENCE = re.compile(r"[.;:!?…]['”\")]*$")
SAME_PLACE = 3.0  # points: indents are a centimetre, kerning a fraction of a point
INDENTED = 6.0
SIZE_DIFFERS = 1.5
WIDER_LEADING = 1.15  # 3 points before a paragraph of 14-point letters already show
ROUNDING = 1.0  # points: the width of a space depends on the font
SPACE = 0.25  # of the letter size
HABIT = 0.8  # of the sure paragraphs
MIN_SURE_PARAGRAPHS = 4


class Frame:
    """Where lines begin and end, and how paragraphs begin. Margins are shared by odd or by even pages of one width (mirror margins)."""

    def __init__(self, rows: list[Row], widths: list[float]) -> None:
        self._widths = widths
        groups: dict[tuple[int, int], list[Row]] = {}
        for row in rows:
            groups.setdefault(self._group(row), []).append(row)
        self._edges = {key: _edges(own) for key, own in groups.items()}
        self._beginnings = Counter(round(row.x0) for row in rows)
        pairs = [(before, row) for before, row in pairwise(rows) if before.page == row.page]
        self._leading = _usual([before.bottom - row.bottom for before, row in pairs])
        sure = [(before, row) for before, row in pairs if self.has_room(before, row)]
        self.sets_off = len(sure) >= MIN_SURE_PARAGRAPHS and sum(self.has_gap(*pair) for pair in sure) >= HABIT * len(sure)
        self.indents = len(sure) >= MIN_SURE_PARAGRAPHS and sum(self.indent(row) > INDENTED for _, row in sure) >= HABIT * len(sure)

    def indent(self, row: Row) -> float:
        """Distance of the row's beginning from the left edge, in points."""
        return row.x0 - self._edges[self._group(row)][0]

    def has_gap(self, before: Row, row: Row) -> bool:
        """Whether there is more than the usual distance between two lines of one page."""
        return before.page == row.page and before.bottom - row.bottom > self._leading * WIDER_LEADING

    def has_room(self, before: Row, row: Row) -> bool:
        """Whether the first word of `row` would have fitted after `before`: then the line was ended on purpose."""
        return self._room_after(before) > SPACE * before.size + row.segments[0].first_word_width + ROUNDING

    def is_centred(self, row: Row) -> bool:
        """Whether a line stands in the middle. One with an indent as wide as its rest looks so, but shares its beginning with others."""
        left, right = self._edges[self._group(row)]
        is_in_the_middle = abs((row.x0 + row.x1) - (left + right)) < 2 * SAME_PLACE and row.x0 > left + INDENTED
        return is_in_the_middle and self._beginnings[round(row.x0)] < MIN_SURE_PARAGRAPHS

    def _room_after(self, row: Row) -> float:
        left, right = self._edges[self._group(row)]
        return (right - left) - (row.x1 - row.x0) if self.is_centred(row) else right - row.x1

    def _group(self, row: Row) -> tuple[int, int]:
        return row.page % 2, round(self._widths[row.page])


def join_paragraphs(items: list[Row | Block], widths: list[float]) -> list[str]:
    """Paragraphs of the whole document; a table or block of columns ends the paragraph before it. `widths`: of the pages, in points."""
    frame = Frame([item for item in items if isinstance(item, Row)], widths)
    paragraphs: list[list[str]] = []
    for group in _groups(items):
        if isinstance(group, Block):
            paragraphs.extend([text] for text in group.paragraphs)
            continue
        is_first = True
        for before, row in zip([None, *group], group, strict=False):
            if before is not None and continues(before, row, frame, is_first=is_first):
                paragraphs[-1].append(joint_after(before.text) + row.text)
                is_first = False
            else:
                paragraphs.append(["\t".join(segment.text for segment in row.segments)])
                is_first = True
    return ["".join(pieces) for pieces in paragraphs]


def continues(before: Row, row: Row, frame: Frame, *, is_first: bool) -> bool:
    """Whether `row` runs on the paragraph of the line `before`, which is the first of it or a later one."""
    if len(before.segments) > 1 or len(row.segments) > 1 or abs(before.size - row.size) > SIZE_DIFFERS:
        return False
    if frame.has_room(before, row) or frame.has_gap(before, row):
        return False
    if _is_capitals(before) and not _is_capitals(row):
        return False
    if is_first and before.is_bold and not row.is_bold and LIST_START.match(before.text):
        return False  # a numbered heading that happens to fill its line
    if frame.is_centred(row) and (_is_capitals(before) or (frame.is_centred(before) and not _is_capitals(row))):
        return True
    if frame.sets_off and before.page == row.page:
        return True
    if (point := POINT_START.match(row.text)) and point[1].isupper():
        return False  # a line that begins with "a)" in running text ("quy định tại điểm a) khoản 1") goes on in small letters
    starts_item = LIST_START.match(row.text) is not None
    if starts_item and (frame.indent(row) > INDENTED or (ENDS_SENTENCE.search(before.text) and not frame.indents)):
        return False
    step = frame.indent(row) - frame.indent(before)
    if not is_first:
        return abs(step) <= SAME_PLACE
    if step < -SAME_PLACE:
        return True
    if step > SAME_PLACE:
        return LIST_START.match(before.text) is not None
    # One full line alone is a paragraph where paragraphs begin indented, and nothing special where they do not.
    return row.text[:1].islower() or frame.indent(row) <= INDENTED


def _is_capitals(row: Row) -> bool:
    return not any(character.islower() for character in row.text)


def _groups(items: list[Row | Block]) -> Iterator[Block | list[Row]]:
    """Blocks, and the longest runs of rows between them."""
    run: list[Row] = []
    for item in items:
        if isinstance(item, Row):
            run.append(item)
            continue
        if run:
            yield run
        run = []
        yield item
    if run:
        yield run


def _edges(rows: list[Row]) -> tuple[float, float]:
    """Left and right edge: the outermost places that several lines share, so that a stray one does not count."""
    lefts, rights = sorted(row.x0 for row in rows), sorted((row.x1 for row in rows), reverse=True)
    left = next((here for here, other in zip(lefts, lefts[2:], strict=False) if other - here <= 1), lefts[0])
    right = next((here for here, other in zip(rights, rights[2:], strict=False) if here - other <= 1), rights[0])
    return left, right


def _usual(gaps: list[float]) -> float:
    return median([gap for gap in gaps if gap > 0] or [0.0])
