"""Paragraphs to the parts of a document: portal table, head, articles of a decision, body, closing, annexed outline, annexes, rubbish."""

import re
from dataclasses import dataclass, field

from lachan.program.reader.lines import Paragraph
from lachan.program.reader.spelling import bare
from lachan.program.reader.tables.heads import DOCUMENT_TYPES, SIGNATURE_STARTS, SIGNER_OFFICES
from lachan.program.reader.tables.numbering import MARKERS
from lachan.program.reader.tables.portals import FIELD_KEYS, FURNITURE, TAIL

_OUTLINE = re.compile(r"(?:ĐỀ CƯƠNG|Đề cương)(?:\s|$)")
_ANNEX = re.compile(r"(?:PHỤ LỤC|BIỂU MẪU|DANH MỤC|BIỂU SỐ|MẪU SỐ|BẢNG PHÂN CÔNG)(?![a-zà-ỹ])")
_HAS_NUMBER = re.compile(r"(?:Số|SỐ)\s{0,3}:")
_TELLS_OF = re.compile(r"\s(?:đã\s)?ban hành\s(?:Kế hoạch|Quyết định|Chương trình|Chỉ thị)\ssố\s")
_SECTION_KINDS = ("part", "chapter", "section", "article", "roman", "capital", "number", "dotted")


@dataclass(slots=True)
class Parts:
    """The paragraphs of each part, in order."""

    portal: list[Paragraph] = field(default_factory=list)
    head: list[Paragraph] = field(default_factory=list)
    articles: list[Paragraph] = field(default_factory=list)
    annex_head: list[Paragraph] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    closing: list[Paragraph] = field(default_factory=list)
    outline: list[Paragraph] = field(default_factory=list)
    annex: list[Paragraph] = field(default_factory=list)
    tail: list[Paragraph] = field(default_factory=list)
    is_article_about: bool = False
    """The text has no head of its own: it is a report about a document, not the document."""


def split_parts(paragraphs: list[Paragraph]) -> Parts:
    """Each paragraph in its part. A text without headings keeps its first lines as head and the rest as body."""
    parts = Parts()
    state = "head"
    for paragraph in paragraphs:
        plain = bare(paragraph.text[:120])
        state = _next_state(state, paragraph, plain, parts)
        getattr(parts, state).append(paragraph)
        if state in ("portal", "furniture"):
            state = "head"
    if not parts.body and not parts.articles:
        _split_flat(parts)
    elif parts.head and not any(_HAS_NUMBER.match(p.text) or p.text.strip() in DOCUMENT_TYPES for p in parts.head):
        parts.is_article_about = any(_TELLS_OF.search(p.text) for p in parts.head)
    return parts


def _next_state(state: str, paragraph: Paragraph, plain: str, parts: Parts) -> str:
    text = paragraph.text
    if state == "head" and (_is_portal_row(plain) or plain.startswith(FURNITURE)):
        return "portal"
    if state == "tail" or (state != "head" and plain.startswith(TAIL) and len(text) < 200):
        return "tail"
    if state in ("head", "annex_head"):
        kind = marker_kind(text)
        if kind not in _SECTION_KINDS:
            return state
        return "articles" if kind == "article" and state == "head" else "body"
    if state == "articles" and marker_kind(text) in ("part", "chapter", "roman"):
        return "body"
    if state in ("body", "closing", "articles") and _OUTLINE.match(text) and len(text) < 160 and text[:8].isupper():
        return "outline"
    if state in ("body", "closing", "outline", "annex") and _ANNEX.match(text) and len(text) < 160:
        return "annex"
    if state in ("articles", "closing") and not parts.body and text.strip() in DOCUMENT_TYPES:
        return "annex_head"
    if state in ("body", "articles") and is_closing(paragraph):
        return "closing"
    return state


def _is_portal_row(plain: str) -> bool:
    key, colon, _ = plain.partition(":")
    return bool(colon) and key.strip() in FIELD_KEYS


def marker_kind(text: str) -> str | None:
    """Kind of the label that the text begins with, or None."""
    return next((kind for kind, pattern in MARKERS if pattern.match(text)), None)


def is_closing(paragraph: Paragraph) -> bool:
    """Whether the signature or the list of recipients begins here."""
    text = paragraph.text.strip()
    if bare(text[:12]).startswith("noi nhan"):
        return True
    if len(text) > 90 or not text[:6].isupper():
        return False
    return text.startswith(SIGNATURE_STARTS) or (text.isupper() and text.lower().startswith(SIGNER_OFFICES)) or _is_office(text)


def _is_office(text: str) -> bool:
    """ "CHỦ TỊCH UBND THÀNH PHỐ", also when it stands in two columns."""
    return text.upper() == text and any(text.lower().startswith(office) for office in SIGNER_OFFICES)


def _split_flat(parts: Parts) -> None:
    """A text without any section: what follows the lead-in ("một số nội dung sau:") or the first paragraphs is the body."""
    parts.is_article_about = not any(p.text.strip() in DOCUMENT_TYPES for p in parts.head)
    head = parts.head
    cut = next(
        (i + 1 for i, p in enumerate(head) if p.text.rstrip().endswith(":") and bare(p.text[-40:]).rstrip(" :").endswith("sau")), None
    )
    if cut is None:
        cut = next((i for i, p in enumerate(head) if len(p.text) > 200), len(head))
    parts.head, rest = head[:cut], head[cut:]
    for i, paragraph in enumerate(rest):
        if is_closing(paragraph) or bare(paragraph.text).startswith(TAIL):
            parts.body, parts.closing = rest[:i], rest[i:]
            return
    parts.body = rest
