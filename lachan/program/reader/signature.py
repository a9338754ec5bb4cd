"""The foot of a document: who signed, in which office, and who receives it."""

import re

from lachan.program.reader.draft import Signer
from lachan.program.reader.parts import Parts
from lachan.program.reader.spelling import bare
from lachan.program.reader.tables.heads import SHORT_FORMS, SIGNATURE_STARTS, SIGNER_OFFICES
from lachan.program.reader.tables.numbering import UPPER

_NAME = re.compile(
    rf"(?:(?:Đại tá|Thượng tá|Trung tá|Thiếu tá|Thiếu tướng|Trung tướng|TS\.|ThS\.|BS\.)\s)?(?P<name>[{UPPER}][\w’']{{0,8}}"
    rf"(?:\s{{1,2}}[{UPPER}][\w’']{{0,8}}){{1,5}})$"
)
_OFFICE = re.compile("|".join(sorted(SIGNER_OFFICES, key=len, reverse=True)))


def read_signer(parts: Parts, portal: dict[str, tuple[str, int]], lines: dict[str, int]) -> Signer | None:
    """Name and office in the closing; the name from the portal's table when the text has none."""
    office = name = None
    for paragraph in parts.closing:
        for cell in (cell.strip(" *()") for cell in paragraph.text.split("|")):
            if not cell or len(cell) > 90:
                continue
            if office is None or name is None:
                office, name = _read_cell(cell, office, name)
                if office or name:
                    lines.setdefault("signer", paragraph.line)
    if name is None and "signer" in portal:
        name = portal["signer"][0]
        lines["signer"] = portal["signer"][1]
    if office is None and "signer_title" in portal:
        office = portal["signer_title"][0]
    return Signer(name, office) if name or office else None


def _read_cell(cell: str, office: str | None, name: str | None) -> tuple[str | None, str | None]:
    if cell.upper() == cell and not cell.startswith(SIGNATURE_STARTS) and _OFFICE.match(cell.lower()):
        return office or sentence_case(cell), name
    if cell.startswith(("KT.", "KT ")) and office is None:
        return None, name
    if cell.upper() != cell and office is not None and name is None:
        found = _NAME.match(cell)
        return office, found.group("name") if found else None
    return office, name


def sentence_case(text: str) -> str:
    """A line of capitals as a sentence: "CHỦ TỊCH UBND THÀNH PHỐ" → "Chủ tịch UBND thành phố"; short forms keep their capitals."""
    words = [word if word.strip(".,()") in SHORT_FORMS else word.lower() for word in text.split()]
    joined = " ".join(words).replace("công an", "Công an").replace("trưởng ban", "Trưởng ban")
    return joined[:1].upper() + joined[1:]


def read_recipients(parts: Parts) -> list[str]:
    """The lines under "Nơi nhận:", without their dashes and stops."""
    found: list[str] = []
    inside = False
    for paragraph in parts.closing:
        text = paragraph.text.split("|")[0].strip() if inside else paragraph.text.strip()
        if bare(text[:12]).startswith("noi nhan"):
            inside = True
            after = text.partition(":")[2].strip()
            found += [piece.strip(" -–;.") for piece in re.split(r";\s{0,2}[-–]?|\s[-–]\s", after) if piece.strip(" -–;.")]
        elif inside and re.match(r"[-–+]", text):
            found.append(text.strip(" -–+;.").strip())
        elif inside and found:
            break
    return [name for name in found if name]
