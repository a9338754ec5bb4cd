"""The encodings of Vietnamese before Unicode: told apart by the words that come out, converted only on the user's word.

TCVN 5712:1993 VN3 ("ABC", fonts .VnTime) has one byte for a letter; VNI (fonts VNI-Times) a letter and a byte for its marks;
Windows-1258 is Python's own codec with combining marks. All are handled as the Western letters that they look like, because that is
also what reaches us when such a text sits inside a Word, PDF or web file.
"""

import re
import unicodedata

from .refusals import OldEncoding, refusal

NAMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI", "windows-1258": "Windows-1258"}

TCVN3 = {
    **dict(zip(range(0xA1, 0xAF), "ĂÂÊÔƠƯĐăâêôơưđ", strict=True)),
    **dict(zip(range(0xB5, 0xBA), "àảãáạ", strict=True)),
    **dict(zip(range(0xBB, 0xBF), "ằẳẵắ", strict=True)),
    **dict(zip(range(0xC6, 0xCD), "ặầẩẫấậè", strict=True)),
    **dict(zip(range(0xCE, 0xD3), "ẻẽéẹề", strict=True)),
    **dict(zip(range(0xD3, 0xD9), "ểễếệìỉ", strict=True)),
    **dict(zip(range(0xDC, 0xE0), "ĩíịò", strict=True)),
    **dict(zip(range(0xE1, 0xF0), "ỏõóọồổỗốộờởỡớợù", strict=True)),
    **dict(zip(range(0xF1, 0xFF), "ủũúụừửữứựỳỷỹýỵ", strict=True)),
}

ACUTE, GRAVE, HOOK, TILDE, DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
CIRCUMFLEX, BREVE, HORN = "\u0302", "\u0306", "\u031b"
VNI_MARKS = dict(
    zip(
        "ùøûõïâáàåãäêéèúüë",
        (
            *(ACUTE, GRAVE, HOOK, TILDE, DOT),
            *(CIRCUMFLEX + tone for tone in ("", ACUTE, GRAVE, HOOK, TILDE, DOT)),
            *(BREVE + tone for tone in ("", ACUTE, GRAVE, HOOK, TILDE, DOT)),
        ),
        strict=True,
    )
)
VNI_LETTERS = {"æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}
VNI_MARKED = re.compile("([aeouyôöAEOUYÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|([æóòîñôöÆÓÒÎÑÔÖ])")

# Frequent words of administrative Vietnamese that no Western text has by chance.
FREQUENT = (
    "của và các người được phòng chống tội phạm bán tác kế hoạch thực hiện về số ngày tháng năm tỉnh thành phố ủy nhân dân độc lập tự hạnh phúc "
    "cộng hòa xã hội chủ nghĩa việt đảm bảo với những nạn điều quyết định căn cứ chức địa phương ngành đơn vị báo cáo"
)
TELLTALE_WORDS = frozenset(FREQUENT.split())
UNICODE_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]|[\u0300-\u0323]")
MIN_UNICODE_SHARE = 0.01  # of the letters; ordinary Vietnamese has about a quarter of them
SAMPLE_CHARACTERS = 200_000
MIN_TELLTALE_SHARE = 0.08  # of the words; ordinary plans reach 0.3 when decoded rightly, below 0.02 when wrongly


def as_western(data: bytes) -> str:
    """Bytes read as Windows-1252; its five undefined bytes stand for themselves."""
    return data.decode("latin-1").translate(_WINDOWS_PART)


def legacy_encoding(western: str) -> str | None:
    """The encoding that makes Vietnamese of `western` ("tcvn3", "vni", "windows-1258"), or None when it needs no conversion or none fits."""
    sample = western[:SAMPLE_CHARACTERS]
    if _is_unicode_vietnamese(sample):
        return None
    shares = {name: _telltale_share(convert(sample, name)) for name in NAMES}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= MIN_TELLTALE_SHARE and shares[best] > 2 * _telltale_share(sample) else None


def convert(western: str, encoding: str) -> str:
    """`western`, a text read as Windows-1252, in Unicode NFC. Raises Refused for an encoding that is not one of `NAMES`."""
    name = known_encoding(encoding)
    if name == "tcvn3":
        return western.translate(TCVN3)
    if name == "vni":
        return unicodedata.normalize("NFC", VNI_MARKED.sub(_vni_letter, western))
    raw = "".join(character if ord(character) < 256 else _WESTERN_BACK.get(character, "?") for character in western)
    return unicodedata.normalize("NFC", raw.encode("latin-1", "replace").decode("cp1258", "replace"))


def known_encoding(encoding: str) -> str:
    """The key in `NAMES` for what a user or a form wrote ("TCVN3", "abc", "cp1258"). Raises Refused when there is none."""
    wanted = encoding.strip().lower().replace("_", "-")
    name = {"abc": "tcvn3", "cp1258": "windows-1258", "tcvn": "tcvn3"}.get(wanted, wanted)
    if name not in NAMES:
        raise refusal("bang-ma-sai", encoding=encoding, known=", ".join(NAMES.values()))
    return name


def modern(paragraphs: list[str], encoding: str | None) -> list[str]:
    """The paragraphs themselves, or converted when the user named their old encoding; a text that is Unicode already is left alone.

    Raises OldEncoding for an old encoding that nobody named.
    """
    sample = "\n".join(paragraphs)[:SAMPLE_CHARACTERS]
    if encoding is not None:
        name = known_encoding(encoding)
        return paragraphs if _is_unicode_vietnamese(sample) else [convert(paragraph, name) for paragraph in paragraphs]
    if old := legacy_encoding(sample):
        raise OldEncoding(old, NAMES[old])
    return paragraphs


def _is_unicode_vietnamese(text: str) -> bool:
    letters = sum(character.isalpha() for character in text)
    return len(UNICODE_VIETNAMESE.findall(text)) > letters * MIN_UNICODE_SHARE


def _vni_letter(match: re.Match[str]) -> str:
    base, mark, alone = match.groups()
    if alone:
        return _cased(VNI_LETTERS[alone.lower()], like=alone)
    letter = _cased(VNI_LETTERS.get(base.lower(), base), like=base)
    return unicodedata.normalize("NFC", letter + VNI_MARKS[mark.lower()])


def _cased(letter: str, *, like: str) -> str:
    return letter.upper() if like.isupper() else letter.lower()


def _telltale_share(text: str) -> float:
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text.lower()))
    return sum(word in TELLTALE_WORDS for word in words) / len(words) if words else 0.0


def _windows_part() -> dict[int, str]:
    """What Windows-1252 has in the place of the second control block of Latin-1."""
    return {byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in range(0x80, 0xA0)}


_WINDOWS_PART = _windows_part()
_WESTERN_BACK = {letter: chr(byte) for byte, letter in _WINDOWS_PART.items()}
