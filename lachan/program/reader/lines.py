"""Text to lines and paragraphs. The text is never changed: a sentence cut by a page break is joined by reference only."""

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass

from lachan.foundation.text import nfc
from lachan.program.reader.draft import Place
from lachan.program.reader.spelling import bare, mend_roles
from lachan.program.reader.tables.heads import SIGNATURE_STARTS
from lachan.program.reader.tables.numbering import BARE_KINDS, MARKERS, PORTAL_MARKS

MAX_LINE = 20_000
"""Characters of one line that are read. A longer line is no sentence that a clerk wrote; the rest is kept but not searched."""

MAX_LINES = 60_000
"""Lines that are read: far more than any plan has; a file that is longer is read up to here."""

MAX_TEXT = 4_000_000
"""Characters of a text that are read in all: a thousand pages and more."""

CUT_LENGTH = 60
"""A line shorter than this that ends without a stop is a heading, not a cut sentence."""

FULL_SHARE = 0.9
"""A wrapped line is full when the next word would have made it longer than this share of the width: letters differ in width."""

_STOPS = ".;:!?…|/"
_PAGE_NUMBER = re.compile(r"(?:[Tt]rang\s)?[-–]?\s?\d{1,3}\s?[-–]?")
_WANTS_NUMBER = re.compile(r"\s(?:số|ngày|tháng|khoản|Điều)$")
_WRAP_WIDTH = (50, 150)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text. `continues_on` is the number of the line on which its sentence goes on."""

    number: int
    text: str
    continues_on: int | None = None
    is_page_number: bool = False

    @property
    def is_blank(self) -> bool:
        return self.is_page_number or not self.text.strip(PORTAL_MARKS)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line, or the lines of one cut sentence, as a single string to search in; offsets lead back to the lines.

    `text` is as long as the pieces it is made of: marks of emphasis are blanked, never removed, so offsets hold.
    """

    text: str
    pieces: tuple[tuple[int, int, int], ...]
    """(offset in text, line number, offset in that line) of each piece, in order."""
    sources: tuple[str, ...]
    """The raw text of each piece, as it stands in the line."""

    @property
    def printed(self) -> str:
        """The text as printed, at the same offsets: `text` has marks of emphasis blanked and slips in role words set right."""
        return " ".join(self.sources)

    @property
    def line(self) -> int:
        return self.pieces[0][1]

    def places(self, start: int, end: int) -> list[Place]:
        """The stretches of lines that text[start:end] covers, without blanks at their ends. Empty when nothing is left."""
        found = []
        for (offset, line, column), source in zip(self.pieces, self.sources, strict=True):
            a, b = max(start - offset, 0), min(end - offset, len(source))
            if a >= b:
                continue
            piece = source[a:b]
            left = len(piece) - len(piece.lstrip(PORTAL_MARKS))
            piece = piece.strip(PORTAL_MARKS)
            if piece:
                found.append(Place(line, column + a + left, column + a + left + len(piece), piece))
        return found

    def line_at(self, offset: int) -> int:
        """The number of the line that holds the character at `offset`."""
        index = bisect_right([piece[0] for piece in self.pieces], offset) - 1
        return self.pieces[max(index, 0)][1]


def split_lines(text: str) -> list[Line]:
    """Lines of the text (NFC), numbered from 1, each knowing the line on which its cut sentence goes on."""
    raw = nfc(text).split("\n")[:MAX_LINES]
    width = wrap_width(raw)
    filled = [i for i, line in enumerate(raw) if line.strip(PORTAL_MARKS)]
    after = dict(itertools.pairwise(filled))
    lines: list[Line] = []
    numbers: set[int] = set()
    for i, line in enumerate(raw):
        j = after.get(i)
        if j is not None and _PAGE_NUMBER.fullmatch(raw[j].strip(PORTAL_MARKS)) and is_cut(line, raw[after.get(j, j)], width=width):
            numbers.add(j)
            i_next = after.get(j)
            lines.append(Line(i + 1, line, i_next + 1 if i_next is not None else None))
            continue
        goes_on = j is not None and j - i <= 3 and is_cut(line, raw[j], width=width)
        lines.append(Line(i + 1, line, j + 1 if goes_on and j is not None else None, is_page_number=i in numbers))
    return lines


def wrap_width(raw: list[str]) -> int | None:
    """The width at which the text was wrapped (a page turned to text), or None when every line is a paragraph."""
    lengths = sorted(len(line.strip()) for line in raw if len(line.strip()) >= 40)
    if len(lengths) < 8:
        return None
    width = lengths[int(len(lengths) * 0.95)]
    if not _WRAP_WIDTH[0] <= width <= _WRAP_WIDTH[1]:
        return None
    near = sum(length >= 0.8 * width for length in lengths) / len(lengths)
    if near >= 0.55 and len(lengths) >= 20:
        return width
    open_ends = sum(a.strip()[-1:] not in _STOPS and b.strip()[:1].islower() for a, b in itertools.pairwise(raw) if len(a.strip()) >= 40)
    enough, share = (0.35, 0.2) if len(lengths) >= 20 else (0.45, 0.3)
    return width if near >= enough and open_ends >= share * len(lengths) else None


def is_cut(line: str, following: str, *, width: int | None = None) -> bool:
    """Whether the sentence of `line` goes on in `following`: no stop at its end, and no new item begins."""
    is_row = "|" in line or line.strip().count("\t") > 1 or following.strip().count("\t") > 1
    line, following = line[-MAX_LINE:].strip(PORTAL_MARKS), following[:200].strip(PORTAL_MARKS)
    if not line or not following or is_row:
        return False
    open_end = line[-1] not in _STOPS and not line.endswith((".”", '."', ";”", ".)"))
    if open_end and _WANTS_NUMBER.search(line) and following[0].isdigit():
        return True
    if starts_item(following):
        return open_end and _goes_on_over_label(line, following, width)
    if is_bare_label(line):
        return not is_bare_label(following)
    if line.endswith("./.") or starts_foot(following):
        return False
    small_start = following[0].islower()
    if width is not None:
        next_word = following.split(None, 1)[0]
        is_full = len(line) + 1 + len(next_word) > FULL_SHARE * width
        return (is_full or (open_end and small_start) or line[-1] == ",") and not line.isupper() and not following.isupper()
    if len(line) < CUT_LENGTH or not open_end or line.isupper() or following.isupper():
        return False
    return small_start or line[-1] == "," or line.endswith((" và", " của", " các", " với"))


def _goes_on_over_label(line: str, following: str, width: int | None) -> bool:
    """Whether what looks like a label is the rest of a cut sentence: "... Bộ Lao động" / "- Thương binh"."""
    if width is None or following[0] not in "-–—":
        return False
    return len(line) + len(following.split(None, 2)[1] if " " in following else following) + 3 > FULL_SHARE * width


def is_bare_label(text: str) -> bool:
    """Whether a line holds nothing but the label of an item or article: its words stand on the next line."""
    if len(text) > 12:
        return False
    padded = text + " "
    found = next(((kind, pattern.fullmatch(padded)) for kind, pattern in MARKERS if pattern.match(padded)), None)
    return found is not None and found[1] is not None and found[0] in BARE_KINDS


def starts_foot(text: str) -> bool:
    """Whether a line begins the foot of a document: recipients, or a signature in capitals."""
    return bare(text[:12]).startswith("noi nhan") or text.startswith(SIGNATURE_STARTS)


def starts_item(text: str) -> bool:
    """Whether a line begins with a label of a list or section."""
    return any(pattern.match(text) for _, pattern in MARKERS)


def make_paragraphs(lines: list[Line]) -> list[Paragraph]:
    """Paragraphs in order; blank lines are dropped, cut sentences are joined with one blank."""
    paragraphs: list[Paragraph] = []
    taken: set[int] = set()
    read = 0
    for line in lines:
        if line.number in taken or line.is_blank or read > MAX_TEXT:
            continue
        read += min(len(line.text), MAX_LINE)
        chain, nxt, size = [line], line.continues_on, len(line.text)
        while nxt is not None and size < MAX_LINE:
            chain.append(lines[nxt - 1])
            taken.add(nxt)
            size += len(lines[nxt - 1].text)
            nxt = lines[nxt - 1].continues_on
        paragraphs.append(_join(chain))
    return paragraphs


def _join(chain: list[Line]) -> Paragraph:
    texts, pieces, sources, offset = [], [], [], 0
    for line in chain:
        raw = line.text[:MAX_LINE]
        column = len(raw) - len(raw.lstrip(PORTAL_MARKS))
        source = raw.strip(PORTAL_MARKS)
        texts.append(mend_roles(blank_marks(source)))
        pieces.append((offset, line.number, column))
        sources.append(source)
        offset += len(source) + 1
    return Paragraph(" ".join(texts), tuple(pieces), tuple(sources))


def blank_marks(text: str) -> str:
    """The text with emphasis marks, tabs and hard blanks turned into blanks, character by character."""
    return re.sub(r"\*\*|__|[\t\u00a0\u200b\ufeff]", lambda mark: " " * len(mark.group()), text)
