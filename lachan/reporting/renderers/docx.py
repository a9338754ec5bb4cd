"""An official document as a Word file in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I.

Every size and distance below is one that the annex gives; where it gives a range, ours lies inside it.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, time

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Length, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from lachan.reporting.document import (
    ADDRESSEES_LABEL,
    DRAFT_MARK,
    NATIONAL_MOTTO,
    NATIONAL_NAME,
    RECIPIENTS_LABEL,
    Annex,
    BodyBlock,
    Heading,
    HeadingForm,
    ListBlock,
    OfficialDocument,
    Paragraph,
    Runs,
    Table,
    Text,
    addressee_lines,
    annex_label,
    annex_reference,
    annexes_of,
    basis_lines,
    body_blocks,
    clean_text,
    number_line,
    place_and_date_line,
    recipient_lines,
)
from lachan.reporting.renderers import word_xml
from lachan.reporting.renderers.line_widths import balanced_lines, line_width

_PAGE_SHORT, _PAGE_LONG = Mm(210), Mm(297)
_TOP, _BOTTOM, _LEFT, _RIGHT = Mm(20), Mm(20), Mm(30), Mm(15)
_PAGE_NUMBER_FROM_TOP = Mm(10)
_TEXT_WIDTH = Length(_PAGE_SHORT - _LEFT - _RIGHT)
# The national name in bold 13 is 95 mm long and must stand on one line.
_NATIONAL_WIDTH = Mm(99)
_SIGNER_WIDTH = Mm(90)
_ISSUER_WIDTH = Length(_TEXT_WIDTH - _NATIONAL_WIDTH)

_BODY, _HEAD, _TABLE, _LABEL, _LIST = 14, 13, 12, 12, 11
_FIRST_LINE = Cm(1.27)
_BETWEEN = Pt(6)
_LINE_SPACING = 1.2
_ROOM_TO_SIGN = Pt(72)
# The decree asks for a third to a half of the text.
_RULE_SHARE = 0.4

_CENTER, _LEFT_ALIGNED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
_ALIGNMENTS = {"left": _LEFT_ALIGNED, "center": _CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
_HEADING_STYLES = {form: f"Heading {number}" for number, form in enumerate(HeadingForm, start=1)}
_CELL_STYLE = "Table Cell"
_BOLD_FORMS = {HeadingForm.PART, HeadingForm.SECTION, HeadingForm.CLAUSE}


def render(document: OfficialDocument) -> bytes:
    """The .docx file of `document`; the same document gives the same bytes."""
    word = Document()
    word_xml.drop_template_leftovers(word)
    word_xml.set_fonts_and_language(word)
    word_xml.set_current_word_version(word)
    _set_styles(word)
    _set_properties(word, document)
    _set_page(word.sections[0], landscape=False)
    _number_pages(word.sections[0])
    _add_head(word, document)
    _add_title(word, document)
    _add_addressees(word, document)
    for line in basis_lines(document):
        _write(word.add_paragraph(style="Body Text"), line, italic=True)
    last = _add_blocks(word, body_blocks(document), width=_TEXT_WIDTH)
    # A signature alone on a page could be put under any text.
    last.paragraph_format.keep_with_next = True
    _add_signature(word, document)
    for index, annex in enumerate(annexes_of(document)):
        _add_annex(word, annex, label=annex_label(document, index), reference=annex_reference(document))
    word_xml.make_hairline(word.add_paragraph())
    return word_xml.package_bytes(word)


def _set_styles(word: WordDocument) -> None:
    normal = word.styles["Normal"]
    normal.font.size = Pt(_BODY)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    names = {"Body Text": False} | {name: form in _BOLD_FORMS for form, name in _HEADING_STYLES.items()}
    for name, bold in names.items():
        style = word.styles[name]
        style.font.size, style.font.bold, style.font.italic = Pt(_BODY), bold, False
        layout = style.paragraph_format
        layout.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if name == "Body Text" else _LEFT_ALIGNED
        layout.first_line_indent = _FIRST_LINE
        layout.space_before, layout.space_after, layout.line_spacing = Pt(0), _BETWEEN, _LINE_SPACING
        layout.widow_control = True
    cell = word.styles.add_style(_CELL_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style, cell.font.size = normal, Pt(_TABLE)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)
    part = word.styles[_HEADING_STYLES[HeadingForm.PART]].paragraph_format
    part.alignment, part.first_line_indent, part.space_before = _CENTER, Cm(0), _BETWEEN


def _set_properties(word: WordDocument, document: OfficialDocument) -> None:
    properties = word.core_properties
    properties.title = clean_text(f"{document.type_name.capitalize()} {document.subject}").replace("\n", " ")[:255]
    properties.author = properties.last_modified_by = clean_text(document.issuing_body).replace("\n", " ")[:255]
    properties.comments = ""
    properties.language = word_xml.LANGUAGE
    if document.date is not None:
        properties.created = properties.modified = datetime.combine(document.date, time(), tzinfo=UTC)
        return
    for name in ("dcterms:created", "dcterms:modified"):
        for moment in properties._element.findall(qn(name)):
            properties._element.remove(moment)


def _set_page(section: Section, *, landscape: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_PAGE_LONG, _PAGE_SHORT) if landscape else (_PAGE_SHORT, _PAGE_LONG)
    section.top_margin, section.bottom_margin = _TOP, _BOTTOM
    section.left_margin, section.right_margin = _LEFT, _RIGHT
    section.header_distance = section.footer_distance = _PAGE_NUMBER_FROM_TOP


def _number_pages(section: Section) -> None:
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = _CENTER
    word_xml.add_page_number(paragraph)
    for run in paragraph.runs:
        run.font.size = Pt(_BODY)


def _add_head(word: WordDocument, document: OfficialDocument) -> None:
    grid = _add_grid(word, rows=3 if document.is_draft else 2, widths=(_ISSUER_WIDTH, _NATIONAL_WIDTH))
    issuer, nation = grid.rows[0].cells
    # A little less than the column, so that two long names do not touch.
    room = Length(_ISSUER_WIDTH - Mm(3)).pt
    lines = balanced_lines(clean_text(document.superior_body.upper()), size=_HEAD, limit=room) if document.superior_body else []
    for line in lines:
        _write(_next_paragraph(issuer), line, size=_HEAD, align=_CENTER)
    lines = balanced_lines(clean_text(document.issuing_body.upper()), size=_HEAD, limit=room)
    for line in lines:
        _write(_next_paragraph(issuer), line, size=_HEAD, bold=True, align=_CENTER)
    _draw_rule(issuer.add_paragraph(), within=_ISSUER_WIDTH, length=_RULE_SHARE * _longest(lines, size=_HEAD))
    _write(_next_paragraph(nation), NATIONAL_NAME, size=_HEAD, bold=True, align=_CENTER)
    _write(nation.add_paragraph(), NATIONAL_MOTTO, size=_BODY, bold=True, align=_CENTER)
    _draw_rule(nation.add_paragraph(), within=_NATIONAL_WIDTH, length=line_width(NATIONAL_MOTTO, size=_BODY))
    number, place_and_date = (word_xml.first_paragraph(cell) for cell in grid.rows[1].cells)
    _write(number, number_line(document), size=_HEAD, align=_CENTER)
    _write(place_and_date, place_and_date_line(document), italic=True, align=_CENTER)
    number.paragraph_format.space_before = place_and_date.paragraph_format.space_before = Pt(8)
    if document.is_draft:
        _add_draft_mark(word_xml.first_paragraph(grid.cell(2, 0)))


def _add_draft_mark(paragraph: WordParagraph) -> None:
    _write(paragraph, DRAFT_MARK, size=_HEAD, bold=True, align=_CENTER)
    word_xml.border_paragraph(paragraph, "top", "left", "bottom", "right")
    side = Pt((_ISSUER_WIDTH.pt - line_width(DRAFT_MARK, size=_HEAD)) / 2 - 8)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    paragraph.paragraph_format.space_before = Pt(10)


def _add_title(word: WordDocument, document: OfficialDocument) -> None:
    name = word.add_paragraph()
    _write(name, document.type_name.upper(), bold=True, align=_CENTER)
    name.paragraph_format.space_before = Pt(18)
    lines = balanced_lines(clean_text(document.subject), size=_BODY, limit=Length(_TEXT_WIDTH - Mm(10)).pt)
    _write(word.add_paragraph(), "\n".join(lines), bold=True, align=_CENTER)
    rule = word.add_paragraph()
    _draw_rule(rule, within=_TEXT_WIDTH, length=_RULE_SHARE * _longest(lines, size=_BODY))
    rule.paragraph_format.space_after = Pt(14)


def _add_addressees(word: WordDocument, document: OfficialDocument) -> None:
    lines = addressee_lines(document)
    if not lines:
        return
    if len(lines) == 1:
        paragraph = word.add_paragraph()
        _write(paragraph, f"{ADDRESSEES_LABEL} {lines[0]}", align=_CENTER)
    else:
        label = word.add_paragraph()
        _write(label, ADDRESSEES_LABEL, align=_LEFT_ALIGNED)
        label.paragraph_format.left_indent = Cm(3)
        for line in lines:
            paragraph = word.add_paragraph()
            _write(paragraph, line, align=_LEFT_ALIGNED)
            # The dashes stand under the colon, further lines under the text.
            paragraph.paragraph_format.left_indent = Cm(5.1)
            paragraph.paragraph_format.first_line_indent = Cm(-0.3)
    paragraph.paragraph_format.space_after = Pt(12)


def _add_blocks(word: WordDocument, blocks: Iterable[BodyBlock], *, width: Length) -> WordParagraph:
    """Write `blocks` and return the last paragraph outside a table."""
    follows_table = False
    for block in blocks:
        count = len(word.paragraphs)
        match block:
            case Heading():
                _add_heading(word, block)
            case Paragraph(runs):
                _write_runs(word.add_paragraph(style="Body Text"), runs)
            case ListBlock(items):
                for item in items:
                    _write_runs(word.add_paragraph(style="Body Text"), (Text("- "), *item))
            case Table():
                _add_table(word, block, width=width)
        if follows_table and len(word.paragraphs) > count:
            word.paragraphs[count].paragraph_format.space_before = _BETWEEN
        follows_table = isinstance(block, Table)
    return word.paragraphs[-1]


def _add_heading(word: WordDocument, heading: Heading) -> None:
    paragraph = word.add_paragraph(style=_HEADING_STYLES[heading.form])
    word_xml.set_outline_level(paragraph, heading.level)
    title = heading.text.upper() if heading.form in {HeadingForm.PART, HeadingForm.SECTION} else heading.text
    separator = "\n" if heading.form is HeadingForm.PART and title else " "
    paragraph.add_run(clean_text(f"{heading.label}{separator}{title}".strip()))


def _add_table(word: WordDocument, table: Table, *, width: Length) -> None:
    # Word melts two tables into one when nothing stands between them.
    if not table.caption and not table.unit_note:
        word_xml.make_hairline(word.add_paragraph())
    if table.caption:
        caption = word.add_paragraph()
        _write(caption, table.caption, size=_HEAD, bold=True, align=_CENTER)
        caption.paragraph_format.space_after = Pt(3)
        caption.paragraph_format.keep_with_next = True
    if table.unit_note:
        note = word.add_paragraph()
        _write(note, table.unit_note, size=_TABLE, italic=True, align=WD_ALIGN_PARAGRAPH.RIGHT)
        note.paragraph_format.space_after = Pt(3)
        note.paragraph_format.keep_with_next = True
    grid = word.add_table(rows=1 + len(table.rows), cols=len(table.columns))
    word_xml.border_table(grid)
    word_xml.set_cell_margins(grid, Mm(1.6))
    shares = [column.share for column in table.columns]
    word_xml.set_column_widths(grid, [Length(int(width * share / sum(shares))) for share in shares])
    rows = list(grid.rows)
    word_xml.repeat_as_header(rows[0])
    for cell, column in zip(rows[0].cells, table.columns, strict=True):
        _fill_cell(cell, (Text(column.label),), align="center", bold=True)
        word_xml.first_paragraph(cell).paragraph_format.keep_with_next = True
    for word_row, row in zip(rows[1:], table.rows, strict=True):
        for cell, runs, column in zip(word_row.cells, row.cells, table.columns, strict=True):
            _fill_cell(cell, runs, align=column.align, bold=row.is_total)
    for word_row in rows:
        word_xml.keep_row_whole(word_row)


def _fill_cell(cell: _Cell, runs: Runs, *, align: str, bold: bool) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = word_xml.first_paragraph(cell)
    paragraph.style = _CELL_STYLE
    paragraph.alignment = _ALIGNMENTS[align]
    _write_runs(paragraph, runs, bold=bold)


def _add_signature(word: WordDocument, document: OfficialDocument) -> None:
    grid = _add_grid(word, rows=1, widths=(Length(_TEXT_WIDTH - _SIGNER_WIDTH), _SIGNER_WIDTH))
    word_xml.keep_row_whole(grid.rows[0])
    recipients, signer = grid.rows[0].cells
    _write(_next_paragraph(recipients), RECIPIENTS_LABEL, size=_LABEL, bold=True, italic=True, align=_LEFT_ALIGNED)
    for line in recipient_lines(document):
        _write(recipients.add_paragraph(), line, size=_LIST, align=_LEFT_ALIGNED)
    for text in (document.signer_prefix, document.signer_title):
        for line in balanced_lines(clean_text(text.upper()), size=_BODY, limit=_SIGNER_WIDTH.pt) if text else ():
            _write(_next_paragraph(signer), line, bold=True, align=_CENTER)
    name = _next_paragraph(signer)
    _write(name, document.signer_name, bold=True, align=_CENTER)
    name.paragraph_format.space_before = _ROOM_TO_SIGN
    # On top of the 6 pt that follow the text.
    for cell in (recipients, signer):
        word_xml.first_paragraph(cell).paragraph_format.space_before = Pt(8)


def _add_annex(word: WordDocument, annex: Annex, *, label: str, reference: str) -> None:
    section = word.add_section(WD_SECTION.NEW_PAGE)
    # The paragraph that carries the section break must not push a full page on to an empty one.
    word_xml.make_hairline(word.paragraphs[-1])
    _set_page(section, landscape=annex.landscape)
    word_xml.restart_page_numbers(section)
    heading = word.add_paragraph()
    _write(heading, label, bold=True, align=_CENTER)
    word_xml.set_outline_level(heading, 1)
    width = Length((_PAGE_LONG if annex.landscape else _PAGE_SHORT) - _LEFT - _RIGHT)
    title, note = word.add_paragraph(), word.add_paragraph()
    _write(title, _evened(annex.title.upper(), width), bold=True, align=_CENTER)
    _write(note, _evened(reference, width), italic=True, align=_CENTER)
    note.paragraph_format.space_after = Pt(12)
    _add_blocks(word, annex.blocks, width=width)


def _add_grid(word: WordDocument, *, rows: int, widths: tuple[Length, ...]) -> WordTable:
    """A table without lines, to set things side by side."""
    grid = word.add_table(rows=rows, cols=len(widths))
    word_xml.set_cell_margins(grid, Mm(0))
    word_xml.set_column_widths(grid, widths)
    return grid


def _next_paragraph(cell: _Cell) -> WordParagraph:
    first = word_xml.first_paragraph(cell)
    return cell.add_paragraph() if first.runs else first


def _draw_rule(paragraph: WordParagraph, *, within: Length, length: float) -> None:
    """Draw a line of `length` points in the middle of a column `within` wide."""
    word_xml.make_hairline(paragraph)
    word_xml.border_paragraph(paragraph, "bottom")
    paragraph.paragraph_format.space_before = Pt(2)
    side = Pt(max(0.0, (within.pt - length) / 2))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side


def _evened(text: str, width: Length) -> str:
    return "\n".join(balanced_lines(clean_text(text), size=_BODY, limit=width.pt))


def _longest(lines: list[str], *, size: int) -> float:
    return max(line_width(line, size=size) for line in lines)


def _write(
    paragraph: WordParagraph,
    text: str,
    *,
    size: int | None = None,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
) -> None:
    _write_runs(paragraph, (Text(text, bold=bold, italic=italic),), size=size)
    if align is not None:
        paragraph.alignment = align


def _write_runs(paragraph: WordParagraph, runs: Runs, *, size: int | None = None, bold: bool = False) -> None:
    """Only what differs from the style is set, so that a clerk who changes the style in Word changes the text."""
    for part in runs:
        run = paragraph.add_run(clean_text(part.text))
        run.font.size = Pt(size) if size else None
        run.bold = True if bold or part.bold else None
        run.italic = True if isinstance(part, Text) and part.italic else None
