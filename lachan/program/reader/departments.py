"""Departments listed after one common word: "Các Sở: Y tế, Tài chính, Giáo dục và Đào tạo"."""

import re

from lachan.program.reader.agencies import read_agency
from lachan.program.reader.tables.agencies import NAMES_WITH_AND, NAMES_WITH_COMMA

_LIST = re.compile(r"(?i:các)\s(?P<word>(?i:sở|phòng|bộ))\s?:\s?(?=[^\W\d_])")


def read_departments(text: str, pos: int) -> tuple[list[str], int] | None:
    """The departments of such a list at `pos`, each with the common word before it, and where the list ends; None when there is none."""
    listed = _LIST.match(text, pos)
    if listed is None or not text[listed.end()].isupper():
        return None
    word = listed.group("word").capitalize()
    blob = read_agency(f"{word} {text[listed.end() :]}", 0)
    if blob is None:
        return None
    names = _parted(blob.name.removeprefix(f"{word} "))
    return [f"{word} {name}" for name in names], listed.end() + blob.end - len(word) - 1


def _parted(names: str) -> list[str]:
    """Parts a list at its commas and its last "và", but not inside names that hold them."""
    for name in (*NAMES_WITH_COMMA, *NAMES_WITH_AND):
        names = names.replace(name, name.replace(", ", "\x00").replace(" và ", "\x01"))
    return [part.replace("\x00", ", ").replace("\x01", " và ").strip() for part in re.split(r", | và ", names) if part.strip()]
