"""A table as lines: a row a line for data; column by column where a table only places blocks side by side.

Vietnamese state documents set their head (issuing body, number | national title, place and day) and their foot (recipients | signature)
in a table without rules (Decree 30/2020/NĐ-CP, annex I). Those blocks are read down, so that the number, and the place and day, stand on
lines of their own. They are known by their words: rules are no sign, since many data tables are typed without any.
"""

import re

Cell = list[str]  # paragraphs of one cell, top to bottom
Rows = list[list[Cell]]

NATIONAL_TITLE = re.compile(r"cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam", re.I)
MOTTO_OR_RECIPIENTS = re.compile(r"cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa|độc\s+lập\s*[-–]\s*tự\s+do|n[ơo]i\s+nhận\s*:", re.I)
NUMBER = re.compile(r"\bsố\s*:", re.I)
DAY = re.compile(r"\bngày\s+\S{0,4}\s*tháng\s+\S{0,4}\s*năm\b", re.I)
MAX_SIDE_BY_SIDE_COLUMNS = 3  # a third one is an empty spacer
MAX_SIDE_BY_SIDE_ROWS = 6  # a head or foot has one to four
LONG_CELL_CHARACTERS = 2_000  # nobody writes a page into a cell: such a table carries the layout of the whole page


def table_paragraphs(rows: Rows) -> list[str]:
    """Paragraphs for the text; cells of a data row are parted by tabs."""
    rows = [row for row in rows if any(line.strip() for cell in row for line in cell)]
    if not rows:
        return []
    if _stands_side_by_side(rows):
        width = max(len(row) for row in rows)
        return [_block(row[column]) for column in range(width) for row in rows if column < len(row)]
    if any(len(line) > LONG_CELL_CHARACTERS for row in rows for cell in row for line in cell):
        return [line for row in rows for cell in row for line in cell]
    return ["\n".join("\t".join(_one_line(cell) for cell in row).rstrip() for row in rows)]


def has_side_by_side_words(text: str) -> bool:
    """Whether `text` has words of the head (national title or motto; number with place and day) or foot (recipients) of a document."""
    return MOTTO_OR_RECIPIENTS.search(text) is not None or (NUMBER.search(text) is not None and DAY.search(text) is not None)


def _stands_side_by_side(rows: Rows) -> bool:
    filled = max(sum(any(line.strip() for line in cell) for cell in row) for row in rows)
    if max(len(row) for row in rows) == 1:
        return True
    if filled > MAX_SIDE_BY_SIDE_COLUMNS or len(rows) > MAX_SIDE_BY_SIDE_ROWS:
        return False
    return has_side_by_side_words(" ".join(line for row in rows for cell in row for line in cell))


def _block(cell: Cell) -> str:
    return "\n".join(line for line in cell if line.strip())


def _one_line(cell: Cell) -> str:
    """The paragraphs of a data cell on one line; a tab inside would shift the columns."""
    return " ".join(" ".join(line.split()) for line in cell if line.strip())
