"""Web pages: what a reader of the page sees of the document; menus, scripts and forms of the portal are dropped."""

import re

from lxml import etree, html

from .limits import MAX_TAGS
from .numbering import drawn_number, whole
from .plain import characters_of, unicode_paragraphs
from .refusals import refusal
from .tables import Cell, Rows, table_paragraphs
from .text import check_length, paragraphs_to_text

# Not <form>: many portals of offices (ASP.NET) put the whole page into one; its controls are dropped one by one.
DROPPED_TAGS = (
    "script style noscript template head nav footer aside button select option textarea input iframe object embed svg canvas audio video "
    "map dialog"
)
DROPPED = frozenset(DROPPED_TAGS.split())
BLOCK_TAGS = (
    "address article blockquote body center dd details dir div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hgroup hr html li "
    "main menu ol p pre section summary table tbody td tfoot th thead tr ul caption legend"
)
BLOCKS = frozenset(BLOCK_TAGS.split())
DROPPED_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog"))
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
DECLARED_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.I)
OLD_VIETNAMESE_CODECS = frozenset(("windows-1258", "cp1258"))
OL_SHAPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
LIST_MARK = re.compile(r"\s*(?:[-+•*–]|\(?\w{1,4}[.)])\s")
MIN_MAIN_SHARE = 0.6  # a <main> or <article> with less than this of the page's text is a teaser, not the document


def read_web(data: bytes, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Text and notes of a web page. Raises Refused."""
    text, is_certain = characters_of(data)
    declared = DECLARED_CHARSET.search(data[:4096])
    if not is_certain and declared and declared[1].decode("ascii").lower() in OLD_VIETNAMESE_CODECS:
        # The page itself says it, so nobody needs to be asked.
        text, is_certain = data.decode("cp1258", "replace"), True
    if text.count("<") > MAX_TAGS:
        raise refusal("qua-nang")
    paragraphs = page_paragraphs(text)
    check_length(sum(map(len, paragraphs)))
    return paragraphs_to_text(unicode_paragraphs(paragraphs, encoding, is_certain=is_certain)), ()


def page_paragraphs(source: str) -> list[str]:
    """Paragraphs of a page's source. Raises Refused when the page cannot be parsed."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise refusal("tep-hong", kind="HTML") from error
    return _Page().paragraphs(_document_part(root))


def _document_part(root: html.HtmlElement) -> html.HtmlElement:
    """The one element that holds nearly all text, when the page marks it; else the whole page."""
    whole = _visible_length(root)
    for element in root.iter("main", "article"):
        if _visible_length(element) >= whole * MIN_MAIN_SHARE:
            return element
    return root


def _visible_length(element: html.HtmlElement) -> int:
    return sum(
        len((node.text or "").strip()) + len((node.tail or "").strip() if node is not element else "")
        for node in element.iter(etree.Element)
        if node.tag not in DROPPED
    )


class _Page:
    """Walks a page and collects paragraphs."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._line: list[str] = []
        self._label = ""

    def paragraphs(self, element: html.HtmlElement) -> list[str]:
        """Paragraphs of `element` alone, whatever was collected before."""
        outer, self._done, self._line, self._label = (self._done, self._line, self._label), [], [], ""
        self._inside(element, is_preformatted=False)
        self._end_paragraph()
        found = self._done
        self._done, self._line, self._label = outer
        return found

    def _inside(self, element: html.HtmlElement, *, is_preformatted: bool) -> None:
        self._text(element.text, is_preformatted=is_preformatted)
        place = whole(element.get("start"), 1) - 1
        for child in element:
            if child.tag == "li":
                place = whole(child.get("value"), place + 1)
                self._end_paragraph()
                self._label = _item_label(element, place)
            if isinstance(child.tag, str) and not _is_dropped(child):
                self._element(child, is_preformatted=is_preformatted or child.tag == "pre")
            self._text(child.tail, is_preformatted=is_preformatted)

    def _element(self, element: html.HtmlElement, *, is_preformatted: bool) -> None:
        tag = element.tag
        if tag == "br":
            self._line.append("\n")
        elif tag == "table":
            self._end_paragraph()
            self._done.extend(table_paragraphs(self._rows(element)))
        elif tag in BLOCKS:
            self._end_paragraph()
            self._inside(element, is_preformatted=is_preformatted)
            self._end_paragraph()
        else:
            self._inside(element, is_preformatted=is_preformatted)

    def _rows(self, table: html.HtmlElement) -> Rows:
        rows: Rows = []
        for row in table.iterfind("./tr"):
            rows.append(self._cells(row))
        for part in table:
            if part.tag in ("thead", "tbody", "tfoot"):
                rows.extend(self._cells(row) for row in part.iterfind("./tr"))
            elif part.tag == "caption":
                rows.insert(0, [self._cell(part)])
        return rows

    def _cells(self, row: html.HtmlElement) -> list[Cell]:
        return [self._cell(cell) for cell in row if cell.tag in ("td", "th") and not _is_dropped(cell)]

    def _cell(self, cell: html.HtmlElement) -> Cell:
        return [line for paragraph in self.paragraphs(cell) for line in paragraph.split("\n")]

    def _text(self, text: str | None, *, is_preformatted: bool) -> None:
        if text:
            self._line.append(text if is_preformatted else re.sub(r"[ \t\r\n\f]+", " ", text))

    def _end_paragraph(self) -> None:
        text = "\n".join(line.strip() for line in "".join(self._line).split("\n"))
        self._line = []
        if text.strip():
            label = "" if LIST_MARK.match(text) else self._label
            self._done.append(f"{label} {text.lstrip()}" if label else text)
            self._label = ""


def _is_dropped(element: html.HtmlElement) -> bool:
    if element.tag in DROPPED or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if (element.get("role") or "").lower() in DROPPED_ROLES or HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    # LibreOffice writes the header and footer of a printed page as such blocks.
    if element.tag == "div" and element.get("title") in ("header", "footer"):
        return True
    return element.tag == "header" and next(element.iterancestors("main", "article"), None) is None


def _item_label(lst: html.HtmlElement, place: int) -> str:
    """The mark of item `place` of a list: a number of the list's type, or a dash for a bullet."""
    if lst.tag not in ("ol", "ul") or "none" in (lst.get("style") or ""):
        return ""
    if lst.tag == "ul":
        return "-"
    shape = OL_SHAPES.get(lst.get("type") or "1", "decimal")
    # Html cannot say which sign follows; points of Vietnamese documents are always "a)" (Decree 30/2020/NĐ-CP, annex I).
    return drawn_number(place, shape) + (")" if shape == "lowerLetter" else ".")
