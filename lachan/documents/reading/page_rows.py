"""Letters of a pdf page as rows: what stands on one height, cut into segments where the gap is wider than between words.

A pdf knows letters and their places, neither words nor lines. All lengths are in points, y grows upwards, as in the file.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pdfminer.layout import LTChar, LTFigure, LTItem, LTPage

from lachan.foundation.text import nfc

from .limits import MAX_PAGE_CHARACTERS
from .refusals import refusal
from .text import UNKNOWN_CHARACTER

MAX_FORM_DEPTH = 8
MAX_SLOPE = 0.1  # of a base line that still counts as level: a page fed askew into the scanner
SAME_ROW = 0.4  # of the letter size: a note mark is raised by a third, the next line is 1.15 or more below
WORD_GAP = 0.18  # of the letter size; a space is a quarter wide
COLUMN_GAP = 0.9  # of the letter size; justified lines stretch spaces too, so a gap must also be much wider than the others of its row
COLUMN_GAP_TO_OTHERS = 2.2
RAISED_SIZE = 0.78  # a note mark is at most that much of the letters around it
NOTE_MARK_AT_END = re.compile(r"\[\d+\]$")
LIST_MARK = re.compile(r"[-+•*–▪➢✓o]|\(?[\dIVXivxa-zđ]{1,4}(?:\.\d+)*[.)]")
NATIONAL_TITLE_START = (("CỘNG", "HÒA", "XÃ"), ("CỘNG", "HOÀ", "XÃ"))
CUT_INSIDE_WORD = re.compile(r"\w[-/\u2010\u2011\u00ad]$")
DOUBLE_STRIKE = 0.15  # of the letter size: the same letter again so near is a bold face made by printing twice


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that stand together in a row."""

    text: str
    x0: float
    x1: float
    first_word_width: float


@dataclass(frozen=True, slots=True)
class Row:
    """Segments on one height, left to right. `page` counts from 0; `size` and `bottom` are those of most letters; bold is what is all bold."""

    segments: tuple[Segment, ...]
    page: int
    bottom: float
    top: float
    size: float
    is_bold: bool = False

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)

    @property
    def x0(self) -> float:
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        return self.segments[-1].x1


@dataclass(slots=True)
class _Word:
    text: str
    x0: float
    x1: float


def letters_of(page: LTPage) -> list[LTChar]:
    """Level letters of a page, those inside embedded forms too; turned ones are watermarks and stamps. Raises Refused for too many."""
    found: list[LTChar] = []
    for item in children_of(page):
        if isinstance(item, LTChar) and _is_level(item) and item.get_text():
            found.append(item)
        if len(found) > MAX_PAGE_CHARACTERS:
            raise refusal("qua-dai", limit=5)
    return found


def rows_of(letters: Iterable[LTChar], page: int) -> list[Row]:
    """Rows from top to bottom."""
    heights: list[list[LTChar]] = []
    for letter in sorted(letters, key=_middle, reverse=True):
        if heights and _middle(heights[-1][0]) - _middle(letter) <= SAME_ROW * max(letter.size, heights[-1][0].size):
            heights[-1].append(letter)
        else:
            heights.append([letter])
    rows = [_row(height, page) for height in heights]
    return [row for row in rows if row is not None]


def children_of(item: LTPage | LTFigure, *, depth: int = 0) -> Iterator[LTItem]:
    """Everything drawn on a page, looking into embedded forms."""
    for child in item:
        yield child
        if isinstance(child, LTFigure) and depth < MAX_FORM_DEPTH:
            yield from children_of(child, depth=depth + 1)


def joint_after(line: str) -> str:
    """What stands between a line and the next one: nothing where a word was cut, as in "KH-" "BCĐ" or "793/" "QĐ-TTg", else a space."""
    return "" if CUT_INSIDE_WORD.search(line) else " "


def letter_text(letter: LTChar) -> str:
    """The character; a font that does not say which one it is gives "(cid:12)", which is not text."""
    text = letter.get_text()
    return UNKNOWN_CHARACTER if text.startswith("(cid:") else text


def _is_level(letter: LTChar) -> bool:
    """Whether the base line is level; slanting letters (italics) are."""
    along, up, *_ = letter.matrix
    return abs(up) <= MAX_SLOPE * abs(along)


def _middle(letter: LTChar) -> float:
    return (letter.y0 + letter.y1) / 2


def _row(letters: list[LTChar], page: int) -> Row | None:
    size = median(letter.size for letter in letters)
    bottom = median(letter.y0 for letter in letters)
    words = _words(letters, size, bottom)
    if not words:
        return None
    is_bold = all("bold" in letter.fontname.lower() for letter in letters if letter.get_text().strip())
    return Row(tuple(_segments(words, size)), page, bottom, max(letter.y1 for letter in letters), size, is_bold)


def _words(letters: list[LTChar], size: float, foot: float) -> list[_Word]:
    words: list[_Word] = []
    is_apart = True
    last: tuple[str, float] = ("", 0.0)
    for text, letter in _by_place(letters):
        if not text.strip():
            is_apart = True
            continue
        if text == last[0] and abs(letter.x0 - last[1]) < DOUBLE_STRIKE * size:
            continue
        last = (text, letter.x0)
        is_note_mark = text.isdigit() and letter.size < RAISED_SIZE * size and letter.y0 > foot
        if not words or is_apart or letter.x0 - words[-1].x1 > WORD_GAP * size:
            words.append(_Word("", letter.x0, letter.x1))
        words[-1].text = _with_note_mark(words[-1].text, text) if is_note_mark else words[-1].text + text
        words[-1].x1 = max(words[-1].x1, letter.x1)
        is_apart = False
    return words


def _with_note_mark(word: str, digit: str) -> str:
    """The raised digit in brackets, so that "90%" with note 1 does not become "90%1"; m² and km² are no notes."""
    if word.endswith("m"):
        return word + digit
    return f"{word[:-1]}{digit}]" if NOTE_MARK_AT_END.search(word) else f"{word}[{digit}]"


def _by_place(letters: list[LTChar]) -> list[tuple[str, LTChar]]:
    """Letters from left to right. A mark drawn on its own joins the letter that it stands over, which may begin further right."""
    joined: list[tuple[str, LTChar]] = []
    for letter in sorted(letters, key=lambda letter: letter.x0):
        joined.append((letter_text(letter), letter))
    marks = [pair for pair in joined if unicodedata.combining(pair[0][0])]
    if not marks:
        return joined
    bases = [pair for pair in joined if not unicodedata.combining(pair[0][0])]
    for text, mark in marks:
        under = max(range(len(bases)), key=lambda place: _overlap(bases[place][1], mark), default=None)
        if under is not None:
            bases[under] = (bases[under][0] + text, bases[under][1])
    return bases


def _overlap(letter: LTChar, mark: LTChar) -> float:
    return min(letter.x1, mark.x1 + 0.5) - max(letter.x0, mark.x0 - 0.5)


def _segments(words: list[_Word], size: float) -> Iterator[Segment]:
    gaps = [after.x0 - before.x1 for before, after in pairwise(words)]
    usual = median(gaps) if len(gaps) > 2 else 0.0
    start = 0
    for place, gap in enumerate(gaps, start=1):
        is_wide = gap > COLUMN_GAP * size and gap > COLUMN_GAP_TO_OTHERS * usual
        after_mark = place == 1 and LIST_MARK.fullmatch(words[0].text) is not None
        # A long name of the issuing body leaves hardly more than a space to the national title beside it.
        before_title = gap > usual and tuple(nfc(word.text) for word in words[place : place + 3]) in NATIONAL_TITLE_START
        if (is_wide and not after_mark) or before_title:
            yield _segment(words[start:place])
            start = place
    yield _segment(words[start:])


def _segment(words: list[_Word]) -> Segment:
    return Segment(" ".join(word.text for word in words), words[0].x0, words[-1].x1, words[0].x1 - words[0].x0)
