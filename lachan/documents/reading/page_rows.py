"""Letters of a pdf page as rows: what stands on one height, cut into segments where the gap is wider than between words.

A pdf knows letters and their places, neither words nor lines. All lengths are in points, y grows upwards, as in the file.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median

from lachan.foundation.text import nfc

from .page_drawing import Letter

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


def rows_of(letters: Iterable[Letter], page: int) -> list[Row]:
    """Rows from top to bottom."""
    heights: list[list[Letter]] = []
    first: Letter | None = None
    for letter in sorted(letters, key=attrgetter("middle"), reverse=True):
        if first is not None and first.middle - letter.middle <= SAME_ROW * (letter.size if letter.size > first.size else first.size):
            heights[-1].append(letter)
        else:
            first = letter
            heights.append([letter])
    rows = [_row(height, page) for height in heights]
    return [row for row in rows if row is not None]


def joint_after(line: str) -> str:
    """What stands between a line and the next one: nothing where a word was cut, as in "KH-" "BCĐ" or "793/" "QĐ-TTg", else a space."""
    return "" if CUT_INSIDE_WORD.search(line) else " "


def _row(letters: list[Letter], page: int) -> Row | None:
    size = median(letter.size for letter in letters)
    bottom = median(letter.bottom for letter in letters)
    words = _words(letters, size, bottom)
    if not words:
        return None
    is_bold = all(letter.is_bold for letter in letters if letter.text.strip())
    return Row(tuple(_segments(words, size)), page, bottom, max(letter.top for letter in letters), size, is_bold)


def _words(letters: list[Letter], size: float, foot: float) -> list[_Word]:
    words: list[_Word] = []
    word: _Word | None = None  # the one that the next letter may go on
    last: tuple[str, float] = ("", 0.0)
    for text, letter in _by_place(letters):
        if text.isspace():
            word = None
            continue
        if text == last[0] and abs(letter.x0 - last[1]) < DOUBLE_STRIKE * size:
            continue
        last = (text, letter.x0)
        is_note_mark = text.isdigit() and letter.size < RAISED_SIZE * size and letter.bottom > foot
        if word is None or letter.x0 - word.x1 > WORD_GAP * size:
            word = _Word("", letter.x0, letter.x1)
            words.append(word)
        word.text = _with_note_mark(word.text, text) if is_note_mark else word.text + text
        if letter.x1 > word.x1:
            word.x1 = letter.x1
    return words


def _with_note_mark(word: str, digit: str) -> str:
    """The raised digit in brackets, so that "90%" with note 1 does not become "90%1"; m² and km² are no notes."""
    if word.endswith("m"):
        return word + digit
    return f"{word[:-1]}{digit}]" if NOTE_MARK_AT_END.search(word) else f"{word}[{digit}]"


def _by_place(letters: list[Letter]) -> list[tuple[str, Letter]]:
    """Letters from left to right. A mark drawn on its own joins the letter that it stands over, which may begin further right."""
    joined = [(letter.text, letter) for letter in sorted(letters, key=attrgetter("x0"))]
    marks = [pair for pair in joined if unicodedata.combining(pair[0][0])]
    if not marks:
        return joined
    bases = [pair for pair in joined if not unicodedata.combining(pair[0][0])]
    for text, mark in marks:
        under = max(range(len(bases)), key=lambda place: _overlap(bases[place][1], mark), default=None)
        if under is not None:
            bases[under] = (bases[under][0] + text, bases[under][1])
    return bases


def _overlap(letter: Letter, mark: Letter) -> float:
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
