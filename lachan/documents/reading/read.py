"""One door for every uploaded document: its bytes in, its text out, or a refusal that says what to do."""

import logging
import math

from lachan.foundation.errors import Refused

from .encodings import NAMES, known_encoding
from .limits import MAX_FILE_BYTES, MEGABYTE
from .plain import characters_of, read_plain
from .portable import read_portable
from .recognise import container_of, is_html, name_notes, refuse_foreign_markup
from .refusals import refusal
from .text import UNKNOWN_CHARACTER, ReadText
from .web import read_web
from .word import read_word

logger = logging.getLogger(__name__)


def read_file(data: bytes, name: str, *, encoding: str | None = None) -> ReadText:
    """The text of an uploaded .txt, .docx, .pdf or .html file; the format is decided by the content, `name` only adds a note.

    `encoding` ("tcvn3", "vni", "windows-1258") is the user's word that the file was typed before Unicode.
    Raises Refused, with a code of `refusals.MESSAGES`, for everything that cannot be read; no other exception comes out,
    save MemoryError.
    """
    if not data:
        raise refusal("tep-rong")
    if len(data) > MAX_FILE_BYTES:
        raise refusal("tep-qua-lon", size=_megabytes(len(data)), limit=MAX_FILE_BYTES // MEGABYTE)
    container = container_of(data)
    try:
        format, (text, notes) = _read(container, data, encoding)
    except Refused:
        raise
    except Exception as error:
        if isinstance(error, MemoryError) or isinstance(error.__context__, MemoryError):
            raise MemoryError from error  # the file may be sound; whoever set the limit knows what to say
        # Parsers of foreign formats fail on broken input in ways that nobody lists; for the user they all mean the same.
        logger.warning("a parser of %s failed on an uploaded file: %s", container, type(error).__name__)
        raise refusal("tep-hong", kind={"pdf": "PDF", "zip": "Word", "text": "HTML"}[container]) from error
    if not text.strip():
        raise refusal("khong-co-chu")
    return ReadText(text, format, (*name_notes(name, format), *_encoding_notes(encoding), *notes, *_damage_notes(text)))


def _read(container: str, data: bytes, encoding: str | None) -> tuple[str, tuple[str, tuple[str, ...]]]:
    if container == "pdf":
        return "pdf", read_portable(data, encoding)
    if container == "zip":
        return "docx", read_word(data, encoding)
    characters, is_certain = characters_of(data)
    refuse_foreign_markup(characters)
    if is_html(characters):
        return "html", read_web(data, encoding)
    return "txt", (read_plain(characters, encoding, is_certain=is_certain), ())


def _encoding_notes(encoding: str | None) -> tuple[str, ...]:
    return (f"Đọc theo bảng mã {NAMES[known_encoding(encoding)]} do người nộp chọn.",) if encoding is not None else ()


def _damage_notes(text: str) -> tuple[str, ...]:
    count = text.count(UNKNOWN_CHARACTER)
    return (f"Có {count} ký tự không đọc được, ghi là {UNKNOWN_CHARACTER}.",) if count else ()


def _megabytes(size: int) -> str:
    """Size rounded up to a tenth, so that a file just over the limit does not seem to keep it; decimal comma."""
    return f"{math.ceil(size / MEGABYTE * 10) / 10:g}".replace(".", ",")
