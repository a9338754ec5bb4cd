"""Plain text: bytes to characters. Lines are kept exactly as they stand, so that line 12 of the source is line 12 of the text."""

import codecs
import re

from .encodings import as_western, modern
from .refusals import refusal
from .text import UNKNOWN_CHARACTER, check_length, tidy

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the one of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROLS = re.compile("[\x01-\x08\x0e-\x19\x1b-\x1f]")
BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
MAX_DAMAGED_SHARE = 0.005  # of the characters that are not ASCII; in an old encoding nearly all of them are broken as UTF-8
MAX_CONTROL_SHARE = 0.005  # a stray control character happens in old text files; more is a program or a picture


def read_plain(text: str, encoding: str | None = None, *, is_certain: bool) -> str:
    """The tidy text of decoded characters. `encoding` is the user's word for an old encoding. Raises Refused."""
    check_length(len(text))
    return tidy("\n".join(unicode_paragraphs([text], encoding, is_certain=is_certain)))


def characters_of(data: bytes) -> tuple[str, bool]:
    """Characters, and whether they are certain: by byte order mark or UTF-8 they are, read as Western bytes they are not.

    A few damaged bytes in what is clearly UTF-8 become U+FFFD, as a browser shows them. Raises Refused.
    """
    for mark, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(strictly(data, codec)), True
    if b"\0" in data:
        raise refusal("tep-nhi-phan")
    text = data.decode("utf-8", "replace")
    beyond_ascii = sum(len(run) for run in BEYOND_ASCII.findall(text))
    if text.count(UNKNOWN_CHARACTER) <= beyond_ascii * MAX_DAMAGED_SHARE:
        return _checked(text), True
    return _checked(as_western(data)), False


def unicode_paragraphs(paragraphs: list[str], encoding: str | None, *, is_certain: bool) -> list[str]:
    """`paragraphs` in Unicode. Raises Refused when they are in an old encoding that nobody named, or in one that is not known."""
    found = modern(paragraphs, encoding)
    if encoding is None and not is_certain:
        raise refusal("bang-ma-la")
    return found


def strictly(data: bytes, codec: str) -> str:
    """`data` decoded without a single error. Raises Refused."""
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError) as error:
        raise refusal("bang-ma-la") from error


def _checked(text: str) -> str:
    if "\0" in text or len(CONTROLS.findall(text)) > len(text) * MAX_CONTROL_SHARE:
        raise refusal("tep-nhi-phan")
    return text
