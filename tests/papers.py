"""One plan on paper: the same words as plain text, as the Word file that an office would type, and as what LibreOffice makes of that."""

import shutil
import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Cm, Pt

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MISSING = "KHÔNG CÓ LIBREOFFICE: các bản pdf và html không được thử (no soffice: pdf and html are not tried)"
CONVERT_WITHIN = 120


@dataclass(frozen=True)
class Paper:
    """A plan as it is typed: `head` and `foot` are rows of two cells side by side, lines of a cell parted by "\\n"."""

    head: tuple[tuple[str, str], ...]
    titles: tuple[str, ...]
    body: tuple[str, ...]
    foot: tuple[tuple[str, str], ...] = ()

    def plain(self) -> bytes:
        """The words one below the other, as a portal prints them."""
        blocks = [cell for row in self.head for cell in row] + [*self.titles, *self.body] + [cell for row in self.foot for cell in row]
        return ("\n\n".join(block for block in blocks if block) + "\n").encode()

    def word(self) -> bytes:
        """A Word file with the looks of Decree 30/2020/NĐ-CP: tables without rules for head and foot, 14-point letters, indented lines."""
        document = Document()
        document.styles["Normal"].font.size = Pt(14)
        document.styles["Normal"].font.name = "Liberation Serif"
        section = document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Cm(3), Cm(2), Cm(2), Cm(2)
        section.header.paragraphs[0]._p.addnext(parse_xml(_PAGE_NUMBER))
        _add_table(document, self.head)
        for text in self.titles:
            title = document.add_paragraph()
            title.add_run(text).bold = True
            title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for text in self.body:
            paragraph = document.add_paragraph(text)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Cm(1.27)
        _add_table(document, self.foot)
        stream = BytesIO()
        document.save(stream)
        return stream.getvalue()


def printed(word: bytes, kind: str, folder: Path) -> bytes:
    """What LibreOffice makes of a Word file: `kind` is "pdf" or "html". Without it the calling test is skipped."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip(MISSING)
    (folder / "ke-hoach.docx").write_bytes(word)
    # A profile of its own: an office program that is open on the machine would take the order and do nothing.
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [soffice, profile, "--headless", "--convert-to", kind, "ke-hoach.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=CONVERT_WITHIN)
    return (folder / f"ke-hoach.{kind}").read_bytes()


_PAGE_NUMBER = (
    f'<w:p xmlns:w="{W}"><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
)


def _add_table(document: WordDocument, rows: tuple[tuple[str, str], ...]) -> None:
    if not rows:
        return
    table = document.add_table(len(rows), 2)
    table.autofit = False
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text, width in zip(row.cells, texts, (6.5, 9.5), strict=True):
            cell.width = Cm(width)
            lines = text.split("\n")
            cell.paragraphs[0].text = lines[0]
            for line in lines[1:]:
                cell.add_paragraph(line)
            for paragraph in cell.paragraphs:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if text.startswith(("Nơi nhận", "Noi nhận")) else WD_ALIGN_PARAGRAPH.CENTER
                paragraph.paragraph_format.space_after = Pt(0)
                for run in paragraph.runs:
                    run.font.size = Pt(12)
