"""Vietnamese text: the stored form (NFC), the search form (without diacritics), the sorting form (Vietnamese alphabet)."""

import re
import unicodedata

_DIACRITICS = re.compile("[\u0300-\u036f]")
# đ does not decompose; ð and ɖ look the same in many fonts and reach us from wrong keyboards and old conversions.
_BARRED_D = str.maketrans("đðɖ", "ddd")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_WEIGHT = {letter: f"{0x20 + place:02x}" for place, letter in enumerate(_ALPHABET)}
_TONE_WEIGHT = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SHAPES = "\u0302\u0306\u031b"
_TOKEN = re.compile(r"[0-9]+|(?:[^\W\d_][\u0300-\u036f]*)+")


def nfc(s: str) -> str:
    """The composed form, in which all text is stored and compared."""
    return unicodedata.normalize("NFC", s)


def strip_controls(s: str) -> str:
    """Without characters that nobody sees: control, zero-width, direction and broken (surrogate) ones.

    Tabs stay; every kind of line or page end becomes one "\\n", so that words on both sides of it stay apart.
    """
    s = _LINE_ENDS.sub("\n", s)
    return "".join(char for char in s if char in "\t\n" or unicodedata.category(char) not in {"Cc", "Cf", "Cs"})


def fold(s: str) -> str:
    """The search form: lower case, no diacritics, đ→d, white space collapsed, invisible characters dropped, punctuation kept.

    Only marks of Latin writing are dropped: without its vowel signs a Thai or Khmer name would be another name.
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", s).casefold())
    plain = nfc(_DIACRITICS.sub("", decomposed).translate(_BARRED_D))
    return " ".join(strip_controls(plain).split())


def same_text(a: str, b: str) -> bool:
    """Whether two texts read the same in the search form; hoà and hòa do, and so do ma and má."""
    return fold(a) == fold(b)


def initials(name: str) -> str:
    """First letters of the words, without tone: "Nguyễn Thị Ánh" → "NTA", "Đỗ Êm" → "ĐÊ"."""
    letters = (next((char for char in word if char.isalnum()), "") for word in nfc(name).split())
    return "".join(_without_tone(letter).upper() for letter in letters)


def collation_key(s: str) -> str:
    """Text whose plain order is the Vietnamese alphabetical order of `s`; it holds only 0-9 and a-f, so any database sorts it alike.

    Syllables are compared one after the other, as dictionaries do: letters first (a ă â b c d đ e ê …), then tone (ngang, huyền, hỏi,
    ngã, sắc, nặng). Runs of digits count by their value, so "Phường 2" stands before "Phường 10".
    """
    decomposed = unicodedata.normalize("NFD", s).lower()
    return "".join(_syllable_key(token) for token in _TOKEN.findall(decomposed))


def _syllable_key(token: str) -> str:
    if token[0] in "0123456789":
        digits = token.lstrip("0")
        return f"1{min(len(digits), 255):02x}{digits}00"
    tone = "0"
    letters: list[str] = []
    for char in token:
        if char in _TONE_WEIGHT:
            tone = _TONE_WEIGHT[char]
        elif char in _SHAPES:
            letters[-1] = nfc(letters[-1] + char)
        elif not _DIACRITICS.match(char):
            letters.append(char)
    weights = (_LETTER_WEIGHT.get(letter, f"f{ord(letter[0]):06x}") for letter in letters)
    return "".join(weights) + "0" + tone


def _without_tone(letter: str) -> str:
    return nfc("".join(char for char in unicodedata.normalize("NFD", letter) if char not in _TONE_WEIGHT))
