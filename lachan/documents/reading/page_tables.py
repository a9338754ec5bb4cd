"""Tables of a pdf page that are drawn with rules: each row a line."""

from pdfminer.layout import LTChar, LTCurve, LTLine, LTRect
from pdfplumber.page import Page
from pdfplumber.table import Row as TableRow
from pdfplumber.table import Table

from .limits import MAX_RULES_FOR_TABLES
from .page_columns import Block
from .page_paragraphs import joint_after
from .page_rows import rows_of
from .tables import Cell, table_paragraphs

MIN_RULES = 5  # two rows and two columns need at least that many
MIN_ROWS = MIN_COLUMNS = 2


def tables_of(page: Page, letters: list[LTChar], place: int) -> tuple[list[Block], list[LTChar]]:
    """Tables of the page with number `place` (from 0), top to bottom, and the letters outside of them."""
    rules = sum(isinstance(item, LTLine | LTRect | LTCurve) for item in page.layout)
    if not MIN_RULES <= rules <= MAX_RULES_FOR_TABLES:
        return [], letters
    found: list[Block] = []
    for table in page.find_tables():
        if len(table.rows) < MIN_ROWS or max(len(row.cells) for row in table.rows) < MIN_COLUMNS:
            continue
        inside = [letter for letter in letters if _holds(table.bbox, letter, page)]
        taken = {id(letter) for letter in inside}
        letters = [letter for letter in letters if id(letter) not in taken]
        if inside:
            cells = [_cells(row, [letter for letter in inside if _holds(row.bbox, letter, page)], page, place) for row in table.rows]
            found.append(Block(tuple(table_paragraphs(cells)), place, _upward(table, page)))
    return found, letters


def _cells(row: TableRow, letters: list[LTChar], page: Page, place: int) -> list[Cell]:
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


def _upward(table: Table, page: Page) -> float:
    return float(page.height) - table.bbox[1] + float(page.mediabox[1])
