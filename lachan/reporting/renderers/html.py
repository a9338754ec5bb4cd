"""An official document as the `.paper` of a page: the same markup on the screen and on print.

Everything that comes from the document is escaped. No style attribute is written: the site's content security policy forbids it.
"""

from collections.abc import Iterable
from html import escape

from lachan.reporting.document import (
    ADDRESSEES_LABEL,
    DRAFT_MARK,
    NATIONAL_MOTTO,
    NATIONAL_NAME,
    RECIPIENTS_LABEL,
    Annex,
    BodyBlock,
    Figure,
    Heading,
    HeadingForm,
    ListBlock,
    OfficialDocument,
    Paragraph,
    Run,
    Runs,
    Table,
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
from lachan.reporting.renderers.line_widths import balanced_lines

# Type size and width, in points, of the column of the issuing body and of a title: lines break where they do in the Word file.
_ISSUER, _TITLE = (13, 178), (14, 439)
_ALIGN_CLASSES = {"left": "al", "center": "ac", "right": "ar"}


def render(document: OfficialDocument) -> str:
    """The `<article class="paper">` of `document`."""
    parts = [
        '<article class="paper" lang="vi">',
        _head(document),
        f'<div class="tt"><b>{_text(document.type_name.upper())}</b><b>{_evened(document.subject, _TITLE)}</b><hr></div>',
        _addressees(document),
        *(f"<p><i>{_text(line)}</i></p>" for line in basis_lines(document)),
        *(_block(block) for block in body_blocks(document)),
        _signature(document),
        *(_annex(annex, index, document) for index, annex in enumerate(annexes_of(document))),
        "</article>",
    ]
    return "\n".join(part for part in parts if part)


def _head(document: OfficialDocument) -> str:
    superior = f"{_evened(document.superior_body.upper(), _ISSUER)}<br>" if document.superior_body else ""
    # Four children in a grid of two columns: number and date stand on one row whatever the height of the names above.
    return (
        f'<div class="q"><div>{superior}<b>{_evened(document.issuing_body.upper(), _ISSUER)}</b><hr></div>'
        f'<div><b>{NATIONAL_NAME}</b><br><b class="u">{NATIONAL_MOTTO}</b></div>'
        f'<div class="mt2">{_text(number_line(document))}{_draft_mark(document)}</div>'
        f'<div class="mt2"><i>{_text(place_and_date_line(document))}</i></div></div>'
    )


def _draft_mark(document: OfficialDocument) -> str:
    return f'<br><b class="draft">{DRAFT_MARK}</b>' if document.is_draft else ""


def _addressees(document: OfficialDocument) -> str:
    lines = addressee_lines(document)
    if not lines:
        return ""
    if len(lines) == 1:
        return f'<div class="kg one">{ADDRESSEES_LABEL} {_text(lines[0])}</div>'
    return f'<div class="kg">{ADDRESSEES_LABEL}<div>{_lines(lines)}</div></div>'


def _block(block: BodyBlock) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph(runs):
            return f"<p>{_runs(runs)}</p>"
        case ListBlock(items):
            return '<div role="list">' + "".join(f'<p role="listitem">- {_runs(item)}</p>' for item in items) + "</div>"
        case Table():
            return _table(block)
    raise TypeError(f"not a block of a document: {block!r}")


def _heading(heading: Heading) -> str:
    label, text, level = _text(heading.label), _text(heading.text), min(heading.level + 2, 6)
    place = f' id="muc-{escape(heading.key)}"' if heading.key else ""
    match heading.form:
        case HeadingForm.PART:
            title = f"<b>{_text(heading.text.upper())}</b>" if heading.text else ""
            return f'<div class="tt" role="heading"{place} aria-level="{level}"><b>{label}</b>{title}</div>'
        case HeadingForm.SECTION:
            return f'<h4{place} aria-level="{level}">{label} {_text(heading.text.upper())}</h4>'
        case HeadingForm.CLAUSE:
            return f'<h4{place} aria-level="{level}">{label} {text}</h4>'
        case _:
            return f'<p role="heading"{place} aria-level="{level}">{label} {text}</p>'


def _table(table: Table) -> str:
    total = sum(column.share for column in table.columns)
    widths = "".join(f'<col width="{column.share / total:.1%}">' for column in table.columns)
    labels = "".join(f'<th scope="col">{_text(column.label)}</th>' for column in table.columns)
    rows = "".join(_row(row.cells, table, row.is_total) for row in table.rows)
    note = f'<small class="unit">{_text(table.unit_note)}</small>' if table.unit_note else ""
    caption = f"<caption>{_text(table.caption)}{note}</caption>" if table.caption or note else ""
    name = _text(table.caption or ", ".join(column.label for column in table.columns)).replace("<br>", "")
    return (
        f'<div class="tblp" tabindex="0" role="region" aria-label="{name}"><table>{caption}'
        f"<colgroup>{widths}</colgroup><thead><tr>{labels}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(cells: tuple[Runs, ...], table: Table, is_total: bool) -> str:
    opening, closing = ("<b>", "</b>") if is_total else ("", "")
    return (
        "<tr>"
        + "".join(
            f'<td class="{_ALIGN_CLASSES[column.align]}">{opening}{_runs(cell)}{closing}</td>'
            for cell, column in zip(cells, table.columns, strict=True)
        )
        + "</tr>"
    )


def _signature(document: OfficialDocument) -> str:
    titles = _lines(title.upper() for title in (document.signer_prefix, document.signer_title) if title)
    return (
        f'<div class="sign"><div><b><i>{RECIPIENTS_LABEL}</i></b><small>{_lines(recipient_lines(document))}</small></div>'
        f'<div class="r"><b>{titles}</b><br><br><br><br><br><b>{_text(document.signer_name)}</b></div></div>'
    )


def _annex(annex: Annex, index: int, document: OfficialDocument) -> str:
    classes = "annex land" if annex.landscape else "annex"
    label, reference = annex_label(document, index), annex_reference(document)
    title = f'<b role="heading" aria-level="3">{_text(label)}</b><b>{_text(annex.title.upper())}</b><i>{_text(reference)}</i>'
    blocks = "\n".join(_block(block) for block in annex.blocks)
    return f'<section class="{classes}" id="phu-luc-{index + 1}"><div class="tt">{title}</div>\n{blocks}</section>'


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _text(run.text)
    if isinstance(run, Figure):
        path = _own_path(run.url)
        text = f'<a class="v num" href="{escape(path)}">{text}</a>' if path else f'<span class="v">{text}</span>'
    elif run.italic:
        text = f"<i>{text}</i>"
    return f"<b>{text}</b>" if run.bold else text


def _own_path(url: str | None) -> str | None:
    # A figure opens records of this site; another scheme or host in its place is a mistake or an attack.
    if url is None or url.startswith(("//", "/\\")) or not url.startswith("/"):
        return None
    return url if clean_text(url) == url and "\n" not in url else None


def _evened(text: str, place: tuple[float, float]) -> str:
    size, width = place
    return _lines(balanced_lines(clean_text(text), size=size, limit=width))


def _lines(lines: Iterable[str]) -> str:
    # The line feed keeps words apart where a narrow screen hides the breaks.
    return "<br>\n".join(_text(line) for line in lines)


def _text(text: str) -> str:
    return escape(clean_text(text)).replace("\n", "<br>\n")
