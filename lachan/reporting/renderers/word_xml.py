"""The pieces of a Word file that python-docx has no words for: borders, fields, fonts of every script, language, a stable package."""

import zipfile
from collections.abc import Iterable
from io import BytesIO

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
# The earliest moment that a zip entry can hold: a file made twice of the same document has the same bytes.
_ZIP_MOMENT = (1980, 1, 1, 0, 0, 0)
_WORD_2013 = "15"
_LEFTOVERS = {
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
# Word refuses a file whose properties stand in another order than the schema's; what comes after each piece put in here:
_AFTER_PARAGRAPH_BORDERS = (
    *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE"),
    *("w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents"),
    *("w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId"),
    *("w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
)
_AFTER_OUTLINE_LEVEL = _AFTER_PARAGRAPH_BORDERS[_AFTER_PARAGRAPH_BORDERS.index("w:divId") :]
_AFTER_MARK_PROPERTIES = ("w:sectPr", "w:pPrChange")
_AFTER_PAGE_NUMBERING = (
    "w:cols",
    "w:formProt",
    "w:vAlign",
    "w:noEndnote",
    "w:titlePg",
    "w:textDirection",
    "w:bidi",
    "w:rtlGutter",
    "w:docGrid",
)
_AFTER_TABLE_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
_AFTER_CELL_MARGINS = ("w:tblLook",)


def set_fonts_and_language(word: WordDocument) -> None:
    """One black typeface for every script in every style, and Vietnamese for the spelling checker and the screen reader."""
    styles = word.styles.element
    for fonts in styles.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)
    for language in styles.iter(qn("w:lang")):
        for script in ("val", "eastAsia", "bidi"):
            language.set(qn(f"w:{script}"), LANGUAGE)
    for color in list(styles.iter(qn("w:color"))):
        color.getparent().remove(color)


def set_current_word_version(word: WordDocument) -> None:
    """The template says 2010 with Far East layout; Word would open it in compatibility mode and space lines its own way."""
    settings = word.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)
    for layout in list(settings.iter(qn("w:useFELayout"))):
        layout.getparent().remove(layout)


def drop_template_leftovers(word: WordDocument) -> None:
    """What python-docx's template brings along: a picture of itself, the program's name, a second set of styles, a bibliography.

    Its hundred table styles go too: none is used, and every look-up of a style reads past all of them.
    """
    for part in (word.part.package, word.part):
        for key in [key for key, relation in part.rels.items() if relation.reltype in _LEFTOVERS]:
            del part.rels[key]
    styles = word.styles.element
    for style in [style for style in styles.findall(qn("w:style")) if style.get(qn("w:type")) == "table"]:
        if style.get(qn("w:default")) is None:
            styles.remove(style)


def add_page_number(paragraph: Paragraph) -> None:
    """A PAGE field; Word puts the number in."""
    for kind in ("begin", "instruction", "separate", "result", "end"):
        run = paragraph.add_run()
        if kind == "instruction":
            instruction = _element("w:instrText")
            instruction.text = "PAGE"
            run._r.append(instruction)
        elif kind == "result":
            run.text = "2"
        else:
            run._r.append(_element("w:fldChar", fldCharType=kind))


def restart_page_numbers(section: Section) -> None:
    """Count the pages of `section` from 1."""
    properties = section._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    properties.insert_element_before(_element("w:pgNumType", start="1"), *_AFTER_PAGE_NUMBERING)


def border_paragraph(paragraph: Paragraph, *sides: str) -> None:
    """A thin black line along the given sides ("top", "left", "bottom", "right") of a paragraph, between its indents."""
    borders = _element("w:pBdr")
    for side in sides:
        borders.append(_line(side))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *_AFTER_PARAGRAPH_BORDERS)


def set_outline_level(paragraph: Paragraph, level: int) -> None:
    """Depth (1..9) of a heading in Word's navigation pane."""
    outline_level = _element("w:outlineLvl", val=str(level - 1))
    paragraph._p.get_or_add_pPr().insert_element_before(outline_level, *_AFTER_OUTLINE_LEVEL)


def border_table(table: Table) -> None:
    """Thin black lines around and between all cells."""
    borders = _element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_line(side))
    table._tbl.tblPr.insert_element_before(borders, *_AFTER_TABLE_BORDERS)


def set_cell_margins(table: Table, width: Length) -> None:
    """Room left and right of the text in every cell."""
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w=str(int(width.twips)), type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, *_AFTER_CELL_MARGINS)


def set_column_widths(table: Table, widths: Iterable[Length]) -> None:
    """Fixed widths. Word reads them from the cells, LibreOffice from the grid, so both get them."""
    table.autofit = False
    widths = list(widths)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    # Not through `column.cells`, which reads the whole table anew for every column.
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = width


def keep_row_whole(row: _Row) -> None:
    """Never part the row over two pages."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))


def repeat_as_header(row: _Row) -> None:
    """Print the row again on top of every page that the table runs on to."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def first_paragraph(cell: _Cell) -> Paragraph:
    """The paragraph that a cell cannot be without."""
    return cell.paragraphs[0]


def make_hairline(paragraph: Paragraph) -> None:
    """Shrink an empty paragraph that Word needs, or that only carries a line, to one point of height."""
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(1)
    paragraph.paragraph_format.first_line_indent = Pt(0)
    mark = _element("w:rPr")
    mark.append(_element("w:sz", val="2"))
    paragraph._p.get_or_add_pPr().insert_element_before(mark, *_AFTER_MARK_PROPERTIES)


def package_bytes(word: WordDocument) -> bytes:
    """The file, with the same bytes each time: python-docx stamps the entries of the zip with the clock, this does not."""
    stamped = BytesIO()
    word.save(stamped)
    stable = BytesIO()
    with zipfile.ZipFile(stamped) as source, zipfile.ZipFile(stable, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return stable.getvalue()


def _line(side: str):
    return _element(f"w:{side}", val="single", sz="4", space="0", color="000000")


def _element(tag: str, **attributes: str):
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
