"""Tables that assign tasks: a head of columns ("Nội dung | Chủ trì | Phối hợp | Thời gian"), then one task in each row.

A row stands on one line, its cells apart by tabs or bars, as the readers of files give it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lachan.program.reader.deadlines import find_due
from lachan.program.reader.draft import DeadlineItem, Place, TaskItem
from lachan.program.reader.lines import Paragraph
from lachan.program.reader.roles import labelled_parts, split_names
from lachan.program.reader.spelling import bare
from lachan.program.reader.tables.assignments import COLUMN_WORDS, EMPTY_CELLS, SAME_AS_ABOVE
from lachan.program.reader.tables.numbering import PORTAL_MARKS

_BREAK = re.compile(r"\t|\s?\|\s?")
_LABEL = re.compile(r"\(?(?:[IVX]{1,5}|[A-Z]|\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ])\)?[.)]?")
_WORDS = [(re.compile(rf"\b{word}\b"), role) for role, words in COLUMN_WORDS.items() for word in words]


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row under a head: which column means what, the section that stands over it, and the row's paragraph."""

    paragraph: Paragraph
    cells: tuple[_Cell, ...]
    columns: dict[str, int]
    section: str

    def cell(self, role: str) -> _Cell | None:
        """The cell of a column, or None when the table has no such column or the row leaves it empty."""
        index = self.columns.get(role)
        if index is None or index >= len(self.cells):
            return None
        cell = self.cells[index]
        return cell if bare(cell.text).strip(" .-–") not in EMPTY_CELLS else None


def take_tables(paragraphs: list[Paragraph], name: str) -> tuple[list[Paragraph], list[TableRow]]:
    """The paragraphs outside the tables of assignments, and the rows of those tables. `name` is cited as their place ("Phụ lục")."""
    left: list[Paragraph] = []
    rows: list[TableRow] = []
    columns: dict[str, int] | None = None
    section = ""
    for paragraph in paragraphs:
        cells = _cells(paragraph)
        head = _columns(cells)
        if head:
            columns, section = head, ""
        elif columns and len(cells) > 1:
            if _is_section(cells):
                section = cells[0].text.strip(" .)")
            else:
                rows.append(TableRow(paragraph, tuple(cells), columns, f"{name}.{section}" if section else name))
        else:
            columns = None
            left.append(paragraph)
    return left, rows


def _cells(paragraph: Paragraph) -> list[_Cell]:
    printed = paragraph.printed
    if "\t" not in printed and "|" not in printed:
        return [_Cell(printed, 0, len(printed))]
    cells, at = [], 0
    for mark in [*_BREAK.finditer(printed), None]:
        end = mark.start() if mark else len(printed)
        raw = printed[at:end]
        left = len(raw) - len(raw.lstrip(PORTAL_MARKS))
        text = raw.strip(PORTAL_MARKS)
        cells.append(_Cell(text, at + left, at + left + len(text)))
        at = mark.end() if mark else end
    return cells


def _columns(cells: list[_Cell]) -> dict[str, int] | None:
    """What the columns of a head mean, or None when the row is no head of a table of assignments."""
    if len(cells) < 3 or any(len(cell.text) > 80 for cell in cells):
        return None
    columns: dict[str, int] = {}
    for i, cell in enumerate(cells):
        text = bare(cell.text)
        roles = [role for pattern, role in _WORDS if pattern.search(text)]
        if roles:
            columns.setdefault(roles[0], i)
    return columns if "content" in columns and ("lead" in columns or "due" in columns) else None


def _is_section(cells: list[_Cell]) -> bool:
    """ "II | Công tác truyền thông | | |": a heading in the table."""
    filled = [cell for cell in cells if cell.text]
    return len(filled) <= 2 and (not filled or bool(re.fullmatch(r"[IVXA-Z]{1,5}[.)]?", filled[0].text)) or len(filled) == 1)


def tasks_of_rows(rows: list[TableRow]) -> list[TaskItem]:
    """One task for each row; "nt" (như trên) repeats the names of the row before."""
    items: list[TaskItem] = []
    for row in rows:
        content = row.cell("content")
        if content is None or len(content.text.split()) < 2:
            continue
        lead, coordinating = _names(row, items[-1] if items else None)
        place, *rest = _places(row, content)
        label = row.cells[0].text.strip(" .)") if _LABEL.fullmatch(row.cells[0].text) else ""
        items.append(
            TaskItem(
                line=place.line, start=place.start, end=place.end, text=place.text, rest=tuple(rest),
                section=f"{row.section}.{label}" if label else row.section, lead=tuple(lead), coordinating=tuple(coordinating),
                role_lines=(row.paragraph.line,), confidence=0.9 if lead else 0.7,
                doubts=() if lead else ("Bảng không ghi cơ quan chủ trì ở dòng này.",),
            )
        )  # fmt: skip
    return items


def _places(row: TableRow, cell: _Cell) -> list[Place]:
    return row.paragraph.places(cell.start, cell.end) or [Place(row.paragraph.line, cell.start, cell.end, cell.text)]


def _names(row: TableRow, before: TaskItem | None) -> tuple[list[str], list[str]]:
    found: list[list[str]] = []
    for role, kept in (("lead", before.lead if before else ()), ("coordinating", before.coordinating if before else ())):
        cell = row.cell(role)
        if cell and bare(cell.text).strip(" .") in SAME_AS_ABOVE:
            found.append(list(kept))
        elif cell and role == "lead":
            lead, along = labelled_parts({"lead": (cell.text, 0, 0)})
            found += [lead, along]
        else:
            found.append(split_names(cell.text) if cell else [])
    return found[0], [name for names in found[1:] for name in names]


def deadlines_of_rows(rows: list[TableRow], tasks: list[TaskItem], *, year: int | None) -> Iterator[DeadlineItem]:
    """The times in the column for them; what is due is the task of the row, from its lead."""
    by_line = {task.role_lines[0]: task for task in tasks}
    for row in rows:
        cell, task = row.cell("due"), by_line.get(row.paragraph.line)
        if cell is None or task is None:
            continue
        for item in find_due(row.paragraph, cell.start, cell.end, year=year):
            yield replace(item, what=task.text, from_whom=task.lead, to=None, via=None, section=task.section)
