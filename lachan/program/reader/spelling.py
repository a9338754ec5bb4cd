"""Slips of the pen and of scanning in set phrases. Nothing is changed in the text; offsets hold because a slip keeps its length."""

import re
import unicodedata
from functools import lru_cache

from lachan.program.reader.tables.spelling import ALSO_RIGHT, ROLE_PHRASES


class _Bare(dict[int, str]):
    """Letter to letter without its marks; one character stays one character, so offsets hold."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = "d" if char in "đĐ" else unicodedata.normalize("NFD", char)[0].lower()
        self[code] = base if len(base) == 1 else char
        return self[code]


_BARE = _Bare()


def bare(text: str) -> str:
    """Lower case without diacritics, the same length as `text`: to search with offsets that hold in the source."""
    return text.translate(_BARE)


_ROLE = re.compile(r"(?<!\w)(?:" + "|".join(bare(word).replace(" ", r"\s{1,2}") for word in ROLE_PHRASES) + r")(?!\w)")
_MEANT = {bare(word): word for word in ROLE_PHRASES}


def find_role_slips(text: str) -> list[tuple[int, int, str]]:
    """(start, end, what is meant) of each role word with one wrong syllable ("chủ tri", "phối hơp")."""
    found = []
    for one in _ROLE.finditer(bare(text)):
        meant = _MEANT[" ".join(one.group().split())]
        printed = " ".join(text[one.start() : one.end()].lower().split())
        if printed != meant and printed not in ALSO_RIGHT and _wrong_syllables(printed, meant) == 1:
            found.append((one.start(), one.end(), meant))
    return found


def mend_roles(text: str) -> str:
    """The text to search in, with slips in role words set right; the same length, so offsets hold."""
    for start, end, meant in find_role_slips(text):
        if end - start == len(meant):
            right = meant if text[start].islower() else meant[0].upper() + meant[1:]
            text = text[:start] + right + text[end:]
    return text


def _wrong_syllables(printed: str, meant: str) -> int:
    return sum(a != b for a, b in zip(printed.split(), meant.split(), strict=False))


def has_lost_marks(printed: str, meant: str) -> bool:
    """Whether one syllable of `printed` lacks a mark of `meant` and has no other one."""
    pairs = [(a, b) for a, b in zip(printed.lower().split(), meant.split(), strict=False) if _marks(a) != _marks(b)]
    return len(pairs) == 1 and _marks(pairs[0][0]) < _marks(pairs[0][1])


@lru_cache(maxsize=4096)
def _marks(syllable: str) -> frozenset[str]:
    marks = {char for char in unicodedata.normalize("NFD", syllable) if unicodedata.combining(char)}
    return frozenset(marks | ({"đ"} if "đ" in syllable else set()))
