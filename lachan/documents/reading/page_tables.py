"""Tables of a pdf page that are drawn with rules: each row a line, also when the end of a page cuts the table or a row of it."""

from dataclasses import dataclass

from .limits import MAX_RULES_FOR_TABLES
from .page_drawing import Letter, Rule
from .page_rows import joint_after, rows_of
from .page_rules import Box, around, grids_of
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


def tables_of(rules: list[Rule], letters: list[Letter], page: int) -> tuple[list[PageTable], list[Letter]]:
    """Tables of a page (counted from 0), top to bottom, and the letters outside of them."""
    if not MIN_RULES <= len(rules) <= MAX_RULES_FOR_TABLES:
        return [], letters
    found: list[PageTable] = []
    for grid in grids_of(rules):
        if len(grid[0]) < (MIN_COLUMNS if len(grid) > 1 else MIN_COLUMNS_OF_ONE_ROW):
            continue
        frame = around(box for row in grid for box in row)
        inside = [letter for letter in letters if _holds(frame, letter)]
        if inside:
            letters = [letter for letter in letters if not _holds(frame, letter)]
            found.append(PageTable([_cells(row, inside, page) for row in grid], page, frame.top, frame.bottom))
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


def _cells(row: list[Box | None], letters: list[Letter], page: int) -> list[Cell]:
    strip = around(row)
    letters = [letter for letter in letters if _holds(strip, letter)]
    return [[] if box is None else _lines([letter for letter in letters if _holds(box, letter)], page) for box in row]


def _lines(letters: list[Letter], page: int) -> Cell:
    lines: Cell = []
    for row in rows_of(letters, page):
        if lines and not joint_after(lines[-1]):
            lines[-1] += row.text
        else:
            lines.append(row.text)
    return lines


def _holds(box: Box, letter: Letter) -> bool:
    """Whether the middle of a letter lies in a box."""
    return box.x0 <= (letter.x0 + letter.x1) / 2 < box.x1 and box.bottom < letter.middle <= box.top
