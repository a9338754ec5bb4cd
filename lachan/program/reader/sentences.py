"""Sentences and clauses of a paragraph, as offsets. Dots in dates, numbers, abbreviations and after list labels end no sentence."""

import re

_END = re.compile(
    r"(?<![A-ZĐ])(?<!\bTP)(?<!\(\d\))[.!?…](?:”|\")?\s{1,3}(?=[“\"(]?[A-ZÀ-ỸĐ0-9])|\.\.\.\s{1,3}(?=[A-ZÀ-ỸĐ])|[.…](?=[A-ZĐ][a-zà-ỹ]{1,8}\s[a-zà-ỹ])"
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """(start, end) of each sentence of text[start:end]; ends include the stop."""
    stop = len(text) if end is None else end
    found, begin = [], start
    for mark in _END.finditer(text, start, stop):
        if mark.end() > begin:
            found.append((begin, mark.end()))
            begin = mark.end()
    if text[begin:stop].strip():
        found.append((begin, stop))
    return found


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) of the parts of a sentence between ";", outside brackets."""
    found, begin, depth = [], start, 0
    for i in range(start, end):
        char = text[i]
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(depth - 1, 0)
        elif char == ";" and depth == 0:
            found.append((begin, i))
            begin = i + 1
    found.append((begin, end))
    return [(a, b) for a, b in found if text[a:b].strip()]


def trim(text: str, start: int, end: int, *, marks: str = " \t.;,:/") -> tuple[int, int]:
    """The span without blanks and the given stops at its end, and without blanks at its beginning."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return start, end
