"""A neutral official document: what it says and in which parts, before it is a Word file or a page.

Composing builds this tree from figures and sentences; the renderers only read it. The wording of its fixed parts
(number, place and date, recipients, end mark) is decided here once, so that every form of the document says the same.
Rules are those of Nghị định 30/2020/NĐ-CP, Phụ lục I. Knows no framework.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Literal

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
NATIONAL_MOTTO = "Độc lập - Tự do - Hạnh phúc"
DRAFT_MARK = "DỰ THẢO"
RECIPIENTS_LABEL = "Nơi nhận:"
ADDRESSEES_LABEL = "Kính gửi:"
END_MARK = "./."

# No-break spaces: ordinary ones collapse on a page, and here they are the room for a handwritten number.
_BLANK_NUMBER = "\u00a0" * 6


@dataclass(frozen=True)
class Text:
    """Words that a person or a template wrote."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Figure:
    """A number derived from records: `text` as printed ("87,4%"), `code` of the indicator, `value` before formatting.

    `url` is the path inside this site that opens the records behind it, or None.
    """

    text: str
    code: str
    value: int | float | Decimal | None
    url: str | None = None
    bold: bool = False


Run = Text | Figure
Runs = tuple[Run, ...]


class HeadingForm(Enum):
    """The five ways in which the decree prints a heading, known by its label."""

    PART = "Phần I, Chương I, Mục 1: centred, bold, title in capitals on the next line"
    SECTION = "I. or A.: bold capitals"
    CLAUSE = "1. or 1.2.: bold"
    POINT = "a): upright"
    ITEM = "-, + or (1): upright"


@dataclass(frozen=True)
class Heading:
    """A titled division. `level` 1..5 is its depth in the outline; its printed form follows from the label ("I.", "1.", "a)").

    `key` names the division inside its outline, so that a page can point at it; it is not printed.
    """

    level: int
    label: str
    text: str
    key: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.level <= 5:
            raise ValueError(f"heading level must be 1..5, not {self.level}")

    @property
    def form(self) -> HeadingForm:
        label = self.label.strip()
        for pattern, form in _FORMS_BY_LABEL:
            if pattern.match(label):
                return form
        return _FORMS_BY_LEVEL[self.level]


_FORMS_BY_LABEL = (
    (re.compile(r"(Phần|Chương|Mục|Tiểu mục)\b", re.IGNORECASE), HeadingForm.PART),
    (re.compile(r"[A-ZĐ]+\.?$"), HeadingForm.SECTION),
    (re.compile(r"\d+(\.\d+)*\.?$"), HeadingForm.CLAUSE),
    (re.compile(r"[a-zđ]\)$"), HeadingForm.POINT),
    (re.compile(r"[-+*•]$|\(\w+\)$"), HeadingForm.ITEM),
)
_FORMS_BY_LEVEL = dict(enumerate((HeadingForm.SECTION, HeadingForm.CLAUSE, HeadingForm.POINT, HeadingForm.ITEM, HeadingForm.ITEM), start=1))


@dataclass(frozen=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True)
class ListBlock:
    """Items introduced by a dash, one paragraph each; they carry their own closing punctuation."""

    items: tuple[Runs, ...]


@dataclass(frozen=True)
class Column:
    """`share` is the width relative to the other columns of the table."""

    label: str
    align: Literal["left", "center", "right"] = "center"
    share: float = 1.0

    def __post_init__(self) -> None:
        if self.share <= 0:
            raise ValueError(f"column {self.label!r}: share must be above 0, not {self.share}")


@dataclass(frozen=True)
class Row:
    cells: tuple[Runs, ...]
    is_total: bool = False


@dataclass(frozen=True)
class Table:
    """`unit_note` is printed above the right edge ("Đơn vị tính: vụ")."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    unit_note: str = ""

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError(f"table {self.caption!r} has no column")
        for number, row in enumerate(self.rows, start=1):
            if len(row.cells) != len(self.columns):
                raise ValueError(f"table {self.caption!r}: row {number} has {len(row.cells)} cells for {len(self.columns)} columns")


@dataclass(frozen=True)
class Annex:
    """A Phụ lục: printed after the signature, on its own pages, with its own page numbers."""

    title: str
    blocks: tuple["BodyBlock", ...]
    landscape: bool = False


BodyBlock = Heading | Paragraph | ListBlock | Table
Block = BodyBlock | Annex


@dataclass(frozen=True)
class OfficialDocument:
    """One official document.

    Names of bodies, titles and types are given in ordinary case ("Công an thành phố Biên Hòa", "Báo cáo"); capitals are a
    matter of print. A line feed inside a body's name, the subject or an annex title is a line break wanted by the author.
    `number_symbol` is what follows the slash ("BC-CATP"); `number` and `date` are None until the document is issued.
    `archive` is the last line under Nơi nhận ("Lưu: VT, PC02").
    `signer_prefix` and `signer_title` are printed as given, in capitals ("TM. Ban Chỉ đạo", "KT. Trưởng Công an").
    """

    issuing_body: str
    number_symbol: str
    place: str
    type_name: str
    subject: str
    blocks: tuple[Block, ...]
    signer_title: str
    superior_body: str = ""
    number: int | None = None
    date: datetime.date | None = None
    addressees: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str = "Lưu: VT"
    signer_prefix: str = ""
    signer_name: str = ""
    is_draft: bool = False


def clean_text(text: str) -> str:
    """`text` in NFC without what no printed document holds: control, surrogate, unassigned-forever and direction-changing characters.

    XML 1.0 forbids the first three kinds; the last can make a page show something else than what it holds. A line feed stays,
    the line breaks of other programs become one, a tab becomes a space.
    """
    text = text.replace("\r\n", "\n").translate(_BREAKS_AND_TABS)
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", text))


_BREAKS_AND_TABS = str.maketrans({"\r": "\n", "\x0b": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "})
_UNPRINTABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


def number_line(document: OfficialDocument) -> str:
    """ "Số: 08/BC-CATP"; a number below 10 gets a leading zero, a missing one gets room for the clerk to write it."""
    number = _BLANK_NUMBER if document.number is None else f"{document.number:02d}"
    return f"Số: {number}/{document.number_symbol}"


def place_and_date_line(document: OfficialDocument) -> str:
    """ "Biên Hòa, ngày 08 tháng 02 năm 2024"."""
    return f"{document.place}, {_spoken_date(document.date)}"


def _spoken_date(day: datetime.date | None) -> str:
    if day is None:
        return "ngày … tháng … năm …"
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def basis_lines(document: OfficialDocument) -> tuple[str, ...]:
    """Each legal basis on its line, closed by ";", the last by "."."""
    return _closed_lines(document.bases)


def addressee_lines(document: OfficialDocument) -> tuple[str, ...]:
    """The addressees after "Kính gửi:": a single one bare, for the same line; several with dash and closing mark, a line each."""
    if len(document.addressees) == 1:
        return (document.addressees[0].strip(),)
    return tuple(f"- {line}" for line in _closed_lines(document.addressees))


def recipient_lines(document: OfficialDocument) -> tuple[str, ...]:
    """The lines under "Nơi nhận:", each with dash and ";", the archive line last with "."."""
    archive = document.archive.strip().removeprefix("-").strip()
    return tuple(f"- {line}" for line in _closed_lines((*document.recipients, *([archive] if archive else []))))


def _closed_lines(items: tuple[str, ...]) -> tuple[str, ...]:
    # "Như trên;" and "- Như trên" are both typed; the marks are ours to put.
    bare = [item.strip().removeprefix("-").strip().rstrip(";,.") for item in items]
    return tuple(f"{item}{'.' if index == len(bare) else ';'}" for index, item in enumerate(bare, start=1))


def annexes_of(document: OfficialDocument) -> tuple[Annex, ...]:
    return tuple(block for block in document.blocks if isinstance(block, Annex))


def annex_label(document: OfficialDocument, index: int) -> str:
    """ "Phụ lục", with a Roman numeral when there are two or more; `index` counts from 0."""
    return "Phụ lục" if len(annexes_of(document)) < 2 else f"Phụ lục {_roman(index + 1)}"


def annex_reference(document: OfficialDocument) -> str:
    """ "(Kèm theo Báo cáo số 08/BC-CATP ngày … của …)"."""
    body = document.issuing_body.replace("\n", " ")
    number = number_line(document).removeprefix("Số: ")
    return f"(Kèm theo {document.type_name.capitalize()} số {number} {_spoken_date(document.date)} của {body})"


def _roman(number: int) -> str:
    numeral = ""
    for value, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def body_blocks(document: OfficialDocument) -> tuple[BodyBlock, ...]:
    """The blocks before the signature, the last of them closed by the end mark "./."."""
    body = tuple(block for block in document.blocks if not isinstance(block, Annex))
    last = body[-1] if body else None
    if isinstance(last, Paragraph) and last.runs:
        return (*body[:-1], Paragraph(_with_end_mark(last.runs)))
    if isinstance(last, ListBlock) and last.items:
        return (*body[:-1], ListBlock((*last.items[:-1], _with_end_mark(last.items[-1]))))
    return (*body, Paragraph((Text(END_MARK),)))


def _with_end_mark(runs: Runs) -> Runs:
    last = runs[-1] if runs else Text("")
    if last.text.rstrip().endswith(END_MARK):
        return runs
    if isinstance(last, Figure):
        return (*runs, Text(END_MARK))
    return (*runs[:-1], replace(last, text=last.text.rstrip().rstrip(".;") + END_MARK))


def figures_of(document: OfficialDocument) -> tuple[Figure, ...]:
    """Every figure in reading order, annexes and table cells included; one that is printed twice comes twice."""
    return tuple(run for block in document.blocks for run in _runs_of(block) if isinstance(run, Figure))


def _runs_of(block: Block) -> Iterator[Run]:
    match block:
        case Paragraph(runs):
            yield from runs
        case ListBlock(items):
            for item in items:
                yield from item
        case Table(rows=rows):
            for row in rows:
                for cell in row.cells:
                    yield from cell
        case Annex(blocks=blocks):
            for inner in blocks:
                yield from _runs_of(inner)


def plain_text(document: OfficialDocument) -> str:
    """The whole document as lines of text in reading order; cells of a table row are parted by " | "."""
    head = [document.superior_body.upper(), document.issuing_body.upper(), number_line(document)]
    head += [DRAFT_MARK if document.is_draft else "", NATIONAL_NAME, NATIONAL_MOTTO, place_and_date_line(document)]
    head += [document.type_name.upper(), document.subject]
    if document.addressees:
        head += [ADDRESSEES_LABEL, *addressee_lines(document)]
    lines = [*head, *basis_lines(document)]
    for block in body_blocks(document):
        lines += _lines_of(block)
    lines += [RECIPIENTS_LABEL, *recipient_lines(document)]
    lines += [document.signer_prefix.upper(), document.signer_title.upper(), document.signer_name]
    for index, annex in enumerate(annexes_of(document)):
        lines += [annex_label(document, index), annex.title.upper(), annex_reference(document)]
        for block in annex.blocks:
            lines += _lines_of(block)
    return "\n".join(clean_text(line) for line in lines if line)


def _lines_of(block: BodyBlock) -> list[str]:
    match block:
        case Heading(label=label, text=text):
            return [f"{label} {text}".strip()]
        case Paragraph(runs):
            return [_joined(runs)]
        case ListBlock(items):
            return [f"- {_joined(item)}" for item in items]
        case Table(columns, rows, caption, unit_note):
            header = " | ".join(column.label for column in columns)
            return [caption, unit_note, header, *(" | ".join(_joined(cell) for cell in row.cells) for row in rows)]
    raise TypeError(f"not a block of a document: {block!r}")


def _joined(runs: Runs) -> str:
    return "".join(run.text for run in runs)
