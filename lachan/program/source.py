"""The text of a document with the places of its items marked: each line cut where some item begins or ends. Knows no template."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

_HEADING = re.compile(r"^(?:[IVXLC]+\.?|Phần|Chương|Mục|Điều)\s")


class Marked(Protocol):
    """What is marked: a number, a place in one line, and the rest of it on later lines."""

    ordinal: int
    line: int | None
    start: int
    end: int


@dataclass(frozen=True)
class Stretch:
    """Characters of a line under the same marks. `begins` and `ends`: the items whose marks begin and end with it."""

    text: str
    numbers: tuple[int, ...] = ()
    is_doubtful: bool = False
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True)
class PaperLine:
    """A line that has words: its number from 1 and its look ("h" heading, "c" centred, "" running text)."""

    number: int
    look: str
    stretches: tuple[Stretch, ...]


@dataclass
class _Mark:
    number: int
    start: int
    end: int
    is_doubtful: bool
    is_first: bool
    is_last: bool = field(default=True)


def paper_lines(text: str, items: Iterable[Marked], *, doubtful: frozenset[int] = frozenset()) -> list[PaperLine]:
    """The lines of `text` that have words, cut at the marks of `items`; `doubtful` are the numbers of items in doubt."""
    lines = text.split("\n")
    marks = _marks(lines, items, doubtful)
    title_at = next((number for number, line in enumerate(lines, start=1) if _is_capitals(line) and number > 1), 0)
    shown = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            shown.append(PaperLine(number, _look(line, number, title_at), tuple(_cut(line, marks.get(number, [])))))
    return shown


def _marks(lines: list[str], items: Iterable[Marked], doubtful: frozenset[int]) -> dict[int, list[_Mark]]:
    marks: dict[int, list[_Mark]] = {}
    for item in items:
        places = [(item.line, item.start, item.end)] if item.line else []
        places += [(place["line"], place["start"], place["end"]) for place in getattr(item, "rest", [])]
        places = [(line, start, min(end, len(lines[line - 1]))) for line, start, end in places if 0 < line <= len(lines) and start < end]
        for at, (line, start, end) in enumerate(places):
            mark = _Mark(item.ordinal, start, end, item.ordinal in doubtful, at == 0, at == len(places) - 1)
            marks.setdefault(line, []).append(mark)
    return marks


def _cut(line: str, marks: list[_Mark]) -> Iterable[Stretch]:
    edges = sorted({0, len(line), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    for start, end in pairwise(edges):
        here = [mark for mark in marks if mark.start <= start and mark.end >= end]
        yield Stretch(
            line[start:end],
            tuple(mark.number for mark in here),
            any(mark.is_doubtful for mark in here),
            tuple(mark.number for mark in here if mark.start == start and mark.is_first),
            tuple(mark.number for mark in here if mark.end == end and mark.is_last),
        )


def _look(line: str, number: int, title_at: int) -> str:
    if number == title_at or (title_at and title_at < number <= title_at + 2):
        return "c"
    return "h" if _is_capitals(line) or (_HEADING.match(line.strip()) and len(line) < 160) else ""


def _is_capitals(line: str) -> bool:
    words = line.strip()
    return len(words) > 3 and words.upper() == words and any(char.isalpha() for char in words)
