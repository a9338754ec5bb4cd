"""Which body issued a document: from its head, from the sentence in which it speaks, from its signature; completed with its place."""

import re
from collections import Counter

from lachan.program.reader.agencies import read_agency, starts_agency
from lachan.program.reader.lines import Paragraph
from lachan.program.reader.parts import Parts
from lachan.program.reader.signature import sentence_case
from lachan.program.reader.spelling import bare
from lachan.program.reader.tables.heads import LEVELS, MOTTO
from lachan.program.reader.tables.numbering import UPPER

_SPEAKS = re.compile(
    r"\s(?:\([^()]{1,40}\)\s)?(?:xây dựng|ban hành|đã ban hành|lập|đề ra|triển khai)\s(?:và\s\w+\s\w+\s)?(?:[Kk]ế hoạch"
    r"|[Cc]hương trình|[Pp]hương án|[Đđ]ề án|[Cc]hỉ thị)"
)
_BRACKET = re.compile(r"\s?\([^()]{1,40}\)")
_BODY_CODES = {
    "UBND": "ủy ban nhân dân",
    "BCĐ": "ban chỉ đạo",
    "BCD": "ban chỉ đạo",
    "HĐND": "hội đồng nhân dân",
    "CA": "công an",
    "TTg": "thủ tướng",
}
_LEVEL_END = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã|thị trấn)$")
_PLACE_NAME = rf"[{UPPER}][\w’'-]{{0,10}}(?:\s[{UPPER}][\w’'-]{{0,10}}){{0,3}}"


def read_issuer(
    parts: Parts, paragraphs: list[Paragraph], *, number: str | None, place: str | None, portal: dict[str, tuple[str, int]],
    lines: dict[str, int], doubts: dict[str, tuple[str, ...]],
) -> str | None:  # fmt: skip
    """The issuing body with its level and place ("Ủy ban nhân dân tỉnh X"), or None."""
    code = (number or "").rsplit("-", 1)[-1].split("/")[-1]
    wanted = next((body for short, body in _BODY_CODES.items() if code.startswith(short)), None)
    candidates = [*_speaking(parts), *_in_head(parts), *_signing(parts)]
    if wanted:
        candidates.sort(key=lambda one: not plain_body(one[0]).startswith(wanted))
    if not candidates:
        return portal["issuing_body"][0] if "issuing_body" in portal else None
    name, line = _fullest(candidates)
    lines["issuing_body"] = line
    completed = _complete(name, place, portal, paragraphs)
    if completed != name:
        doubts["issuing_body"] = ("Địa danh của cơ quan ban hành được ghép từ nơi khác trong văn bản.",)
    return completed


def plain_body(name: str) -> str:
    """A name in small letters with "UBND" written out, to compare who is meant."""
    low = name.lower().replace("uỷ", "ủy")
    return low.replace("ubnd", "ủy ban nhân dân", 1) if low.startswith("ubnd") else low


def _fullest(candidates: list[tuple[str, int]]) -> tuple[str, int]:
    """The first candidate, or a later one that says the same and more."""
    best = candidates[0]
    for other in candidates[1:]:
        if plain_body(other[0]).startswith(plain_body(best[0])) and len(other[0]) > len(best[0]):
            best = other
    return best


def _speaking(parts: Parts) -> list[tuple[str, int]]:
    """ "Ủy ban nhân dân tỉnh xây dựng kế hoạch ... như sau:", "X đã ban hành Kế hoạch số ..."."""
    found = []
    for paragraph in parts.head:
        text = paragraph.text
        for speaks in list(_SPEAKS.finditer(text))[:6]:
            clause = max(text.rfind(mark, 0, speaks.start()) + 1 for mark in (";", ".", ",", ":"))
            starts = [i for i in _word_starts(text, max(0, speaks.start() - 200), speaks.start()) if i == 0 or text[i - 1] == " "]
            for start in starts:
                if start > clause + 2 and starts_agency(text, clause + len(text[clause:]) - len(text[clause:].lstrip())):
                    continue
                agency = read_agency(text, start) if starts_agency(text, start) and text[start].isupper() else None
                if agency and _BRACKET.sub("", text[agency.end : speaks.start() + 1]).strip() in ("", "tỉnh", "thành phố", "huyện"):
                    name = _BRACKET.sub("", text[start : speaks.start()]).strip()
                    found.append((" ".join(name.split()), paragraph.line))
                    break
    return found


def _word_starts(text: str, start: int, end: int) -> list[int]:
    return [start + m.start() for m in re.finditer(r"(?<!\S)\S", text[start:end])]


def _in_head(parts: Parts) -> list[tuple[str, int]]:
    """The lines of capitals at the head; the last body stands lowest, its own line first."""
    found: list[tuple[str, int]] = []
    cells: list[tuple[str, int]] = []
    for paragraph in parts.head:
        cells += [(cell.strip(" *"), paragraph.line) for cell in paragraph.text.split("|") if cell.strip(" *")]
    for i, (cell, line) in enumerate(cells):
        natural = sentence_case(cell)
        if cell.upper() != cell or bare(cell).startswith(MOTTO) or not starts_agency(_head_case(natural), 0):
            continue
        following = cells[i + 1][0] if i + 1 < len(cells) else ""
        if (
            following.isupper()
            and sentence_case(following).lower().startswith(tuple(level.lower() for level in LEVELS))
            and len(following) < 40
        ):
            natural = f"{natural} {following.lower()}"
        found.append((_head_case(natural), line))
    return list(reversed(found))


def _head_case(name: str) -> str:
    """ "Ủy ban nhân dân tỉnh an bình" → "... tỉnh An Bình"; "Ban chỉ đạo" → "Ban Chỉ đạo"."""
    name = re.sub(r"^Ban chỉ đạo", "Ban Chỉ đạo", name)
    found = re.search(r"\b(tỉnh|thành phố|huyện|quận|thị xã|phường|xã|thị trấn)\s(?!hội)([\w’'\s-]{2,40})$", name)
    if not found:
        return name
    return name[: found.start(2)] + " ".join(word[:1].upper() + word[1:] for word in found.group(2).split())


def _signing(parts: Parts) -> list[tuple[str, int]]:
    found = []
    for paragraph in parts.closing:
        body = re.match(r"(?:TM|T/M)\s?\.?\s{0,2}(?P<body>[^|]{5,80})", paragraph.text.strip())
        if body:
            found.append((_head_case(sentence_case(body.group("body").strip())), paragraph.line))
    return found


def _complete(name: str, place: str | None, portal: dict[str, tuple[str, int]], paragraphs: list[Paragraph]) -> str:
    """The name with level and place: "Ủy ban nhân dân" → "... tỉnh X" when the text calls the place "tỉnh X"."""
    if re.search(rf"(?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã|thị trấn|TP\.?)\s{_PLACE_NAME}$", name):
        return name
    at_level = _LEVEL_END.search(name)
    if place and at_level:
        return f"{name} {place}"
    if place:
        level = _level_of(place, paragraphs, portal)
        return f"{name} {level} {place}" if level else name
    if at_level:
        named = _most_named(at_level.group(), paragraphs)
        return f"{name} {named}" if named else name
    return name


def _level_of(place: str, paragraphs: list[Paragraph], portal: dict[str, tuple[str, int]]) -> str | None:
    """What the text calls the place: "tỉnh", "thành phố" ..."""
    pattern = re.compile(rf"(tỉnh|thành phố|huyện|quận|thị xã|phường|xã|thị trấn|TP\.?)\s{{1,2}}{re.escape(place)}(?!\w)", re.IGNORECASE)
    counts: Counter[str] = Counter()
    for text in [portal.get("issuing_body", ("", 0))[0], *(p.text for p in paragraphs)]:
        counts.update(level.lower() for level in pattern.findall(text))
    return counts.most_common(1)[0][0].replace("tp.", "thành phố").replace("tp", "thành phố") if counts else None


def _most_named(level: str, paragraphs: list[Paragraph]) -> str | None:
    pattern = re.compile(rf"{level}\s{{1,2}}({_PLACE_NAME})")
    counts: Counter[str] = Counter()
    for paragraph in paragraphs:
        counts.update(pattern.findall(paragraph.text))
    return counts.most_common(1)[0][0] if counts else None
