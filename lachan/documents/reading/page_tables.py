"""Tables of a pdf page that are drawn with rules: each row a line, also when the end of a page cuts the table or a row of it."""

from dataclasses import dataclass

from pdfminer.layout import LTChar, LTCurve, LTLine, LTRect
from pdfplumber.page import Page
from pdfplumber.table import CellGroup

from .limits import MAX_RULES_FOR_TABLES
from .page_rows import joint_after, rows_of
from .tables import Cell, Rows

MIN_RULES = 5  # two rows and two columns need at least that many
MIN_COLUMNS = 2
MIN_COLUMNS_OF_ONE_ROW = 3  # a single row of two cells is more often a frame around a stamp than the rest of a table


@dataclass(slots=True)
class PageTable:
    """A table and its place on the page, in points from the bottom."""

    rows: Rows
    page: int
    top: float
    bottom: float


def tables_of(page: Page, letters: list[LTChar], place: int) -> tuple[list[PageTable], list[LTChar]]:
    """Tables of the page with number `place` (from 0), top to bottom, and the letters outside of them."""
    rules = sum(isinstance(item, LTLine | LTRect | LTCurve) for item in page.layout)
    if not MIN_RULES <= rules <= MAX_RULES_FOR_TABLES:
        return [], letters
    found: list[PageTable] = []
    for table in page.find_tables():
        columns = max(len(row.cells) for row in table.rows)
        if columns < (MIN_COLUMNS if len(table.rows) > 1 else MIN_COLUMNS_OF_ONE_ROW):
            continue
        inside = [letter for letter in letters if _holds(table.bbox, letter, page)]
        taken = {id(letter) for letter in inside}
        letters = [letter for letter in letters if id(letter) not in taken]
        if inside:
            rows = [_cells(row, [letter for letter in inside if _holds(row.bbox, letter, page)], page, place) for row in table.rows]
            found.append(PageTable(rows, place, _height(table.bbox[1], page), _height(table.bbox[3], page)))
    return sorted(found, key=lambda table: -table.top), letters


def take_over(before: PageTable, after: PageTable) -> bool:
    """Move the rows of `after`, the first thing of its page, into `before`, the last one of the page above, if they are one table."""
    if not before.rows or not after.rows or len(before.rows[0]) != len(after.rows[0]):
        return False
    rows = after.rows
    if rows[0] == before.rows[0]:
        rows = rows[1:]  # Word repeats the heading row
    if rows and not rows[0][0] and before.rows[-1][0] and len(rows[0]) == len(before.rows[-1]):
        # A row without its number is the rest of the row that the page cut.
        before.rows[-1] = [[*cell, *rest] for cell, rest in zip(before.rows[-1], rows[0], strict=True)]
        rows = rows[1:]
    before.rows.extend(rows)
    return True


def _cells(row: CellGroup, letters: list[LTChar], page: Page, place: int) -> list[Cell]:
    return [[] if box is None else _lines([letter for letter in letters if _holds(box, letter, page)], place) for box in row.cells]


def _lines(letters: list[LTChar], place: int) -> Cell:
    lines: Cell = []
    for row in rows_of(letters, place):
        if lines and not joint_after(lines[-1]):
            lines[-1] += row.text
        else:
            lines.append(row.text)
    return lines


def _holds(box: tuple[float, float, float, float], letter: LTChar, page: Page) -> bool:
    """Whether the middle of a letter lies in a box; boxes count from the top of the page, letters from its bottom."""
    x = (letter.x0 + letter.x1) / 2 + page.mediabox[0]
    y = float(page.height) - (letter.y0 + letter.y1) / 2 + page.mediabox[1]
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def _height(from_top: float, page: Page) -> float:
    return float(page.height) - from_top + float(page.mediabox[1])
