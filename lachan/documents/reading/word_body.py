"""The body of a Word file as paragraphs, as a reader of the printed page would see them: tracked deletions gone, numbers drawn."""

import re
from collections.abc import Iterator

from lxml import etree

from .numbering import Numbering, W
from .tables import Cell, Rows, has_side_by_side_words, table_paragraphs
from .text import check_length
from .word_styles import Styles, list_reference, value_of

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
TEXT_BOX = W + "txbxContent"

GONE = frozenset(W + name for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "delText", "instrText", "delInstrText", "rt"))
BREAKS = frozenset(W + name for name in ("br", "cr"))
TABS = frozenset(W + name for name in ("tab", "ptab"))
TEXTS = frozenset((W + "t", MATH + "t"))
GRAPHICS = frozenset((W + "drawing", W + "pict", W + "object"))
NOTE_MARKS = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
SYMBOL_FONTS = ("symbol", "wingdings", "webdings")
MAX_SPAN = 63  # columns that a Word table can have


class Body:
    """Turns blocks of one document into paragraphs. Blocks must be given in the order of the document: list numbers are counted on the way."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._characters = 0
        self.cited: list[tuple[str, str]] = []  # ("footnote" or "endnote", id) in the order of their marks
        self.has_contents_table = False
        self.has_hidden_text = False
        self.has_tracked_changes = False

    def paragraphs(self, parent: etree._Element) -> list[str]:
        """Paragraphs of everything in `parent`. A soft line break is a "\\n" inside one. Raises Refused when the text grows too long."""
        found: list[str] = []
        carried = ""
        for block in _blocks(parent):
            if block.tag == W + "tbl":
                found.extend(table_paragraphs(self._rows(block)))
                continue
            text, boxes = self._paragraph(block)
            mark = block.find(f"{W}pPr/{W}rPr")
            if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
                # The end of this paragraph is struck out: what is left of it runs on in the next one.
                self.has_tracked_changes = True
                carried += text
            else:
                found.append(self._numbered(block, carried + text))
                carried = ""
            for box in boxes:
                found.extend(self.paragraphs(box))
        return [*found, carried] if carried else found

    def _numbered(self, paragraph: etree._Element, text: str) -> str:
        properties = paragraph.find(W + "pPr")
        style = value_of(properties, "pStyle")
        if self._styles.is_contents_entry(style):
            self.has_contents_table = True
            return ""
        own = None if properties is None else properties.find(W + "numPr")
        num_id, level = (None, None) if own is None else list_reference(own)
        if num_id is None:
            num_id, styled_level = self._styles.list_of(style)
            if level is None and num_id is not None:
                named = self._numbering.level_of_style.get((num_id, self._styles.owner_of_list(style) or ""))
                level = named if named is not None else styled_level
        label = self._numbering.label(num_id, level or 0) if num_id not in (None, "0") and num_id is not None else ""
        text = _tabs_to_spaces(text)
        return f"{label} {text.lstrip()}" if label and text.strip() else text

    def _paragraph(self, paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
        pieces: list[str] = []
        boxes: list[etree._Element] = []
        self._inline(paragraph, value_of(paragraph.find(W + "pPr"), "pStyle"), pieces, boxes)
        text = "".join(pieces)
        self._characters += len(text)
        check_length(self._characters)
        return text, boxes

    def _inline(self, node: etree._Element, style: str | None, pieces: list[str], boxes: list[etree._Element]) -> None:
        for child in node.iterchildren():
            tag = child.tag
            if tag == W + "r":
                self._run(child, style, pieces, boxes)
            elif tag in (W + "del", W + "moveFrom", W + "ins", W + "moveTo"):
                self.has_tracked_changes = True
                if tag in (W + "ins", W + "moveTo"):
                    self._inline(child, style, pieces, boxes)
            elif tag in TEXTS:
                pieces.append(child.text or "")
            elif tag == MC + "AlternateContent":
                self._inline(_chosen(child), style, pieces, boxes)
            elif tag in GRAPHICS:
                boxes.extend(_text_boxes(child))
            elif tag not in GONE:
                self._inline(child, style, pieces, boxes)

    def _run(self, run: etree._Element, style: str | None, pieces: list[str], boxes: list[etree._Element]) -> None:
        properties = run.find(W + "rPr")
        if self._styles.is_on("vanish", properties, style):
            self.has_hidden_text = self.has_hidden_text or any(child.text for child in run.iterchildren(W + "t"))
            return
        start = len(pieces)
        for child in run.iterchildren():
            tag = child.tag
            if tag in TEXTS:
                pieces.append(child.text or "")
            elif tag in BREAKS:
                pieces.append("\n")
            elif tag in TABS:
                pieces.append("\t")
            elif tag == W + "noBreakHyphen":
                pieces.append("-")
            elif tag == W + "sym":
                pieces.append(_symbol(child))
            elif tag in NOTE_MARKS:
                self.cited.append((NOTE_MARKS[tag], child.get(W + "id") or ""))
                pieces.append(f"[{len(self.cited)}]")
            elif tag in GRAPHICS:
                boxes.extend(_text_boxes(child))
            elif tag == MC + "AlternateContent":
                self._inline(_chosen(child), style, pieces, boxes)
            elif tag == W + "ruby":
                self._inline(child, style, pieces, boxes)
        if self._styles.is_on("caps", properties, style):
            pieces[start:] = [piece.upper() for piece in pieces[start:]]

    def _rows(self, table: etree._Element) -> Rows:
        rows: Rows = []
        for row in _inside(table, W + "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                self.has_tracked_changes = True
                continue
            cells: list[Cell] = []
            for cell in _inside(row, W + "tc"):
                cell_properties = cell.find(W + "tcPr")
                merged = None if cell_properties is None else cell_properties.find(W + "vMerge")
                runs_on = merged is not None and merged.get(W + "val") != "restart"
                cells.append([] if runs_on else [line for text in self.paragraphs(cell) for line in text.split("\n")])
                cells.extend([] for _ in range(_span(value_of(cell_properties, "gridSpan")) - 1))
            rows.append(cells)
        return rows


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, looking through content controls and tracked insertions."""
    for child in parent.iterchildren():
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag == MC + "AlternateContent":
            yield from _blocks(_chosen(child))
        elif child.tag not in GONE:
            yield from _blocks(child)


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, looking through content controls; not those of a table inside."""
    for child in parent.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag not in GONE and child.tag != W + "tc":
            yield from _inside(child, tag)


def _chosen(alternate: etree._Element) -> etree._Element:
    """Of two writings of the same content the newer one; reading both would double text boxes."""
    choice = alternate.find(MC + "Choice")
    fallback = alternate.find(MC + "Fallback")
    return choice if choice is not None else fallback if fallback is not None else etree.Element("nothing")


def _text_boxes(graphic: etree._Element) -> list[etree._Element]:
    """The outermost text boxes of a drawing; a box inside a box is met while the outer one is read."""
    found: list[etree._Element] = []
    for child in graphic.iterchildren():
        if child.tag == TEXT_BOX:
            found.append(child)
        else:
            found.extend(_text_boxes(_chosen(child) if child.tag == MC + "AlternateContent" else child))
    return found


def _symbol(node: etree._Element) -> str:
    code = node.get(W + "char") or ""
    if not re.fullmatch("[0-9A-Fa-f]{1,4}", code):
        return ""
    value = int(code, 16)
    font = (node.get(W + "font") or "").lower()
    if font.startswith(SYMBOL_FONTS) and value < 0xF000:
        value += 0xF000
    return "" if 0xD800 <= value < 0xE000 or not value else chr(value)


def _tabs_to_spaces(text: str) -> str:
    """A tab sets off a list mark or aligns; only where it puts the head or foot side by side does it part two lines."""
    text = text.strip("\t ")
    return re.sub(r"\t+", "\n", text) if "\t" in text and has_side_by_side_words(text) else text.replace("\t", " ")


def _span(text: str | None) -> int:
    return min(max(int(text), 1), MAX_SPAN) if text is not None and re.fullmatch("[0-9]{1,4}", text) else 1
