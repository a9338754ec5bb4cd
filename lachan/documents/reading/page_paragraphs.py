"""Lines of pdf pages back to paragraphs: by whether the next word would have fitted, by indents, by list marks."""

import re
from collections import Counter
from collections.abc import Iterator
from statistics import median

from .page_columns import Block
from .page_rows import Row

LIST_START = re.compile(
    r"(?:[-+•*–▪➢✓❖]\s|\(?\d{1,3}\)|\d{1,2}(?:\.\d{1,2}){0,4}\.?\s|[IVXL]{1,6}[.)\s]|[a-zđA-ZĐ][.)]\s|\([a-zđ]\)|(?:Điều|Chương|Phần|Mục|Phụ lục)\s+[\dIVX]|\[\d+\])"
)
ENDS_SENTENCE = re.compile(r"[.;:!?…]['”\")]*$")
SAME_PLACE = 3.0  # points: indents are a centimetre, kerning a fraction of a point
INDENTED = 6.0
SIZE_DIFFERS = 1.5
WIDER_LEADING = 1.3
SPACE = 0.25  # of the letter size


class Frame:
    """The text area of each page: where its lines begin and end. A page with few lines has that of the document."""

    def __init__(self, rows: list[Row]) -> None:
        by_page: dict[int, list[Row]] = {}
        for row in rows:
            by_page.setdefault(row.page, []).append(row)
        whole = _edges(rows) or (0.0, 0.0)
        self._edges = {page: _edges(own) or whole for page, own in by_page.items()}
        gaps = [before.bottom - after.bottom for before, after in zip(rows, rows[1:], strict=False) if before.page == after.page]
        self.leading = median([gap for gap in gaps if gap > 0] or [0.0])

    def indent(self, row: Row) -> float:
        """Distance of the row's beginning from the left edge."""
        return row.x0 - self._edges[row.page][0]

    def room_after(self, row: Row) -> float:
        """How much more would have fitted in the row's line; of a centred line both sides count."""
        left, right = self._edges[row.page]
        is_centred = abs((row.x0 + row.x1) - (left + right)) < 2 * SAME_PLACE and row.x0 > left + INDENTED
        return (right - left) - (row.x1 - row.x0) if is_centred else right - row.x1


def join_paragraphs(items: list[Row | Block]) -> list[str]:
    """Paragraphs of the whole document, page after page; a table between two lines ends the paragraph."""
    frame = Frame([item for item in items if isinstance(item, Row)])
    paragraphs: list[str] = []
    for group in _groups(items):
        if isinstance(group, Block):
            paragraphs.extend(group.paragraphs)
            continue
        first = True
        for before, row in zip([None, *group], group, strict=False):
            if before is not None and continues(before, row, frame, is_first=first):
                paragraphs[-1] = glued(paragraphs[-1], row.text)
                first = False
            else:
                paragraphs.append("\t".join(segment.text for segment in row.segments))
                first = True
    return paragraphs


def continues(before: Row, row: Row, frame: Frame, *, is_first: bool) -> bool:
    """Whether `row` runs on the paragraph of the line `before`, which is the first of it or a later one."""
    if len(before.segments) > 1 or len(row.segments) > 1 or abs(before.size - row.size) > SIZE_DIFFERS:
        return False
    if frame.room_after(before) > SPACE * before.size + row.segments[0].first_word_width:
        return False
    starts_item = LIST_START.match(row.text) is not None
    ends_sentence = ENDS_SENTENCE.search(before.text) is not None
    if starts_item and (ends_sentence or frame.indent(row) > INDENTED):
        return False
    step = frame.indent(row) - frame.indent(before)
    has_gap = before.page == row.page and before.bottom - row.bottom > frame.leading * WIDER_LEADING + 1
    if not is_first:
        return abs(step) <= SAME_PLACE and not (has_gap and ends_sentence)
    if step < -SAME_PLACE:
        return True
    if step > SAME_PLACE:
        return LIST_START.match(before.text) is not None
    if row.text[:1].islower():
        return True
    # One full line alone is a paragraph where paragraphs begin indented, and nothing special where they do not.
    return frame.indent(row) <= INDENTED and not (has_gap and ends_sentence)


def glued(text: str, line: str) -> str:
    """`text` and the next line. "KH-" and "BCĐ", "793/" and "QĐ-TTg" were cut inside a word: no space comes between."""
    return text + line if re.search(r"\w[-/\u2010\u2011\u00ad]$", text) else f"{text} {line}"


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


def _edges(rows: list[Row]) -> tuple[float, float] | None:
    """Left and right edge that several lines share, or None when too few do."""
    lefts = Counter(round(row.x0 / 2) for row in rows)
    rights = Counter(round(row.x1 / 2) for row in rows)
    shared_left = [place for place, count in lefts.items() if count + lefts[place + 1] >= 2]
    shared_right = [place for place, count in rights.items() if count + rights[place - 1] >= 3]
    return (min(shared_left) * 2.0, max(shared_right) * 2.0) if shared_left and shared_right else None
