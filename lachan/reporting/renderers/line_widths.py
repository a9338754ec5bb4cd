"""How wide a line of bold Times New Roman is, so that the rules under it have the length that the decree asks of them.

Word can draw a line only to a length that is given; the decree measures it by the text above (as long as it, or a third to a half).
"""

import re
import unicodedata
from functools import cache
from math import inf

# Advance widths in thousandths of the type size, of the bold face; read from Liberation Serif Bold, made to the same widths.
_WIDTHS = {
    220: "|",
    250: " ,.\u00a0",
    278: "'/\\il",
    333: "!()-:;[]`fjt",
    389: "Is",
    394: "{}",
    444: "cerz",
    500: "#$*0123456789?J_agovxy–“”",
    554: "ơ",
    556: "Sbdhknpquđ",
    570: "+<=>",
    600: "ư",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQƠ",
    796: "Ư",
    833: "&m",
    944: "M",
    1000: "%W…",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_USUAL_WIDTH = 600
# The horn makes ơ and ư letters of their own width; every other mark stands above or below its letter.
_HORN = "\u031b"
# Words of several syllables, and names of places, that the name of a body or a title should not part over two lines.
_BELONGING_TOGETHER = re.compile(
    r"\b(?:ban chỉ đạo|ủy ban|nhân dân|công an|viện kiểm sát|tòa án|bộ đội|biên phòng|phòng, chống|mua bán người|tội phạm|tệ nạn|xã hội"
    r"|nạn nhân|kế hoạch|chương trình|công tác|thực hiện|kết quả|giai đoạn|địa bàn|thường trực|\d+ tháng|(?:số|ngày|tháng|năm|quý) \w+"
    r"|(?:thành phố|tỉnh|thị xã|thị trấn|huyện|phường)(?: \w+){1,2})\b",
    re.IGNORECASE,
)
_GLUE = "\u00a0"
# Against the unevenness that a better place to break may cost, in squares of the full line.
_PARTING_COST = 0.3


def line_width(text: str, *, size: float) -> float:
    """Width in points of `text` set in bold at `size` points."""
    return sum(_WIDTH_OF.get(letter, _USUAL_WIDTH) for letter in _bare_letters(text)) * size / 1000


def _bare_letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c == _HORN or not unicodedata.combining(c)))


def balanced_lines(text: str, *, size: float, limit: float) -> list[str]:
    """`text` broken at spaces into as few lines as fit `limit` points, of lengths as even as they can be.

    A centred name whose last line is a single word reads badly, and Word cannot be told to even the lines out.
    Line feeds in `text` are kept as breaks.
    """
    return [line for part in text.split("\n") for line in _balanced(part, size=size, limit=limit)]


def _balanced(text: str, *, size: float, limit: float) -> list[str]:
    # Word, separator, word, ...: a separator of glue is a place where breaking costs.
    pieces = re.split(f"([ {_GLUE}])", _BELONGING_TOGETHER.sub(lambda match: match[0].replace(" ", _GLUE), text))
    words, separators = pieces[::2], pieces[1::2]

    @cache
    def best(start: int, count: int) -> tuple[float, tuple[str, ...]]:
        """Least cost of setting the words from `start` on in `count` lines, and the lines."""
        found: tuple[float, tuple[str, ...]] = (inf, ())
        for end in range(start + 1, len(words) - count + 2):
            line = " ".join(words[start:end])
            fullness = line_width(line, size=size) / limit
            if fullness > 1 and end > start + 1:
                break
            if count == 1 and end < len(words):
                continue
            rest, lines = best(end, count - 1) if count > 1 else (0.0, ())
            parting = _PARTING_COST if count > 1 and separators[end - 1] == _GLUE else 0.0
            found = min(found, (fullness**2 + parting + rest, (line, *lines)))
        return found

    return list(best(0, _fewest_lines(words, size=size, limit=limit))[1])


def _fewest_lines(words: list[str], *, size: float, limit: float) -> int:
    count, line = 1, words[0]
    for word in words[1:]:
        longer = f"{line} {word}"
        if line_width(longer, size=size) <= limit:
            line = longer
        else:
            count, line = count + 1, word
    return count
