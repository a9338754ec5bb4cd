"""PDF files with text: pages to rows, rows to paragraphs; page numbers and lines that repeat at head and foot are dropped."""

import re
from collections import Counter
from dataclasses import dataclass, field
from statistics import median

from .encodings import modern
from .limits import MIN_CHARACTERS_PER_PAGE
from .page_columns import Block, with_columns, with_rest_of_list
from .page_drawing import Drawing, drawings_of
from .page_paragraphs import join_paragraphs
from .page_rows import Row, rows_of
from .page_tables import PageTable, tables_of, take_over
from .refusals import refusal
from .tables import table_paragraphs
from .text import UNKNOWN_CHARACTER, check_length, paragraphs_to_text

MARGIN_ZONE = 0.12  # of the page height: Decree 30/2020/NĐ-CP leaves 2 cm of 29.7 at head and foot, other offices up to 3
EDGE_ROWS = 3
ANNEX_HEADING = re.compile(
    r"(?:phụ lục|biểu|mẫu|bảng|đề cương)\b", re.I
)  # "Mẫu số 01", "Mẫu số 02" head pages too and are no running heads
REPEATED_ON = 0.4  # of the pages: odd and even pages may differ
PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–]?\s*(\d{1,4})\s*[-–]?(?:\s*/\s*\d{1,4})?", re.I)
FOOTNOTE_START = re.compile(r"\[?(\d{1,3})\]?\s*(?=\D)")
FOOTNOTE_SIZE = 0.9  # of the letter size of the body
MAX_UNKNOWN_SHARE = 0.2


@dataclass(slots=True)
class _Sheet:
    """What was taken from one page; lengths in points."""

    rows: list[Row]
    tables: list[PageTable]
    width: float
    height: float
    characters: int
    is_picture: bool
    footnotes: list[Row] = field(default_factory=list)


def read_portable(data: bytes, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Text and notes of a pdf. `encoding`: the user's word that its fonts are of an old encoding. Raises Refused."""
    sheets = _sheets(data)
    _refuse_without_text(sheets)
    _drop_repeated(sheets)
    _drop_page_numbers(sheets)
    _part_footnotes(sheets)
    _join_cut_tables(sheets)
    margins = {width: _margins(width, sheets) for width in {sheet.width for sheet in sheets}}
    items: list[Row | Block] = []
    for sheet in sheets:
        found = _in_order(sheet, margins[sheet.width])
        if items and isinstance(foot := items[-1], Block):
            items[-1], found = with_rest_of_list(foot, found)
        items.extend(found)
    widths = [sheet.width for sheet in sheets]
    noted = join_paragraphs([row for sheet in sheets for row in sheet.footnotes], widths)
    footnotes = [FOOTNOTE_START.sub(r"[\1] ", text, count=1) for text in noted]
    paragraphs = modern([*join_paragraphs(items, widths), *footnotes], encoding)
    # Word writes ordinary hyphens of some fonts as soft ones: dropped, "KH-BCĐ" would become "KHBCĐ". Vietnamese words are never divided.
    return paragraphs_to_text([text.replace("\u00ad", "-") for text in paragraphs]), _notes(sheets)


def _sheets(data: bytes) -> list[_Sheet]:
    sheets: list[_Sheet] = []
    characters = 0
    for place, drawing in enumerate(drawings_of(data)):
        sheets.append(_sheet(drawing, place))
        characters += sheets[-1].characters
        check_length(characters)
    return sheets


def _sheet(drawing: Drawing, place: int) -> _Sheet:
    tables, loose = tables_of(drawing.rules, drawing.letters, place)
    return _Sheet(
        rows=rows_of(loose, place),
        tables=tables,
        width=drawing.width,
        height=drawing.height,
        characters=sum(map(len, "".join([letter.text for letter in drawing.letters]).split())),
        is_picture=drawing.is_picture,
    )


def _refuse_without_text(sheets: list[_Sheet]) -> None:
    characters = sum(sheet.characters for sheet in sheets)
    pictures = sum(sheet.is_picture for sheet in sheets)
    if not characters or (characters < MIN_CHARACTERS_PER_PAGE * len(sheets) and pictures * 2 >= len(sheets)):
        raise refusal("ban-scan")
    if sum(row.text.count(UNKNOWN_CHARACTER) for sheet in sheets for row in sheet.rows) > characters * MAX_UNKNOWN_SHARE:
        raise refusal("chu-khong-ma")


def _drop_repeated(sheets: list[_Sheet]) -> None:
    """Drop head and foot lines that come back on many pages, whatever numbers they carry."""
    seen = Counter(key for sheet in sheets for key in {_without_digits(row) for row in _edge_rows(sheet)})
    repeated = {key for key, count in seen.items() if count >= max(3, REPEATED_ON * len(sheets))}
    for sheet in sheets:
        dropped = {id(row) for row in _edge_rows(sheet) if _without_digits(row) in repeated}
        sheet.rows = [row for row in sheet.rows if id(row) not in dropped]


def _drop_page_numbers(sheets: list[_Sheet]) -> None:
    for sheet in sheets:
        dropped = {id(row) for row in _edge_rows(sheet) if PAGE_NUMBER.fullmatch(row.text.strip())}
        sheet.rows = [row for row in sheet.rows if id(row) not in dropped]


def _edge_rows(sheet: _Sheet) -> list[Row]:
    """The first and last rows of a page that stand in its margins."""
    high, low = sheet.height * (1 - MARGIN_ZONE), sheet.height * MARGIN_ZONE
    first = [row for row in sheet.rows[:EDGE_ROWS] if row.bottom > high and not ANNEX_HEADING.match(row.text)]
    return first + [row for row in sheet.rows[-EDGE_ROWS:] if row.top < low and row not in first]


def _without_digits(row: Row) -> str:
    return re.sub(r"\d+", "#", row.text)


def _part_footnotes(sheets: list[_Sheet]) -> None:
    """Move small numbered rows at the bottom of a page aside: left in place they would cut the paragraph that runs over the page end."""
    sizes = [row.size for sheet in sheets for row in sheet.rows]
    limit = FOOTNOTE_SIZE * median(sizes) if sizes else 0.0
    for sheet in sheets:
        start = len(sheet.rows)
        while start > 0 and sheet.rows[start - 1].size <= limit and sheet.rows[start - 1].top < sheet.height / 2:
            start -= 1
        while start < len(sheet.rows) and not FOOTNOTE_START.match(sheet.rows[start].text):
            start += 1
        sheet.rows, sheet.footnotes = sheet.rows[:start], sheet.rows[start:]


def _join_cut_tables(sheets: list[_Sheet]) -> None:
    """Make one table of parts that end a page and begin the next."""
    open_table: PageTable | None = None
    for sheet in sheets:
        here = sheet.tables
        is_taken = False
        if open_table is not None and here and all(row.top < here[0].top for row in sheet.rows):
            is_taken = take_over(open_table, here[0])
            sheet.tables = here[1:] if is_taken else here
        if not here or any(row.bottom < here[-1].bottom for row in sheet.rows):
            open_table = None
        elif not (is_taken and len(here) == 1):
            open_table = here[-1]


def _margins(width: float, sheets: list[_Sheet]) -> tuple[float, float]:
    """Where text begins and ends on pages of this width."""
    rows = [row for sheet in sheets if sheet.width == width for row in sheet.rows]
    return min((row.x0 for row in rows), default=0.0), max((row.x1 for row in rows), default=width)


def _in_order(sheet: _Sheet, margins: tuple[float, float]) -> list[Row | Block]:
    """Rows, columns and tables of a page from top to bottom."""
    found = with_columns(sheet.rows, margins)
    for table in sheet.tables:
        place = next((index for index, item in enumerate(found) if item.top < table.top), len(found))
        found.insert(place, Block(tuple(table_paragraphs(table.rows)), table.page, table.top))
    return found


def _notes(sheets: list[_Sheet]) -> tuple[str, ...]:
    scanned = [str(place) for place, sheet in enumerate(sheets, start=1) if sheet.is_picture and not sheet.characters]
    return (f"Trang {', '.join(scanned)} là ảnh quét, chưa có chữ nên không đọc được.",) if scanned else ()
