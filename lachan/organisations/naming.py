"""How areas and agencies are written in documents, and the key under which two ways of writing meet. Knows no database."""

from __future__ import annotations

import re
from functools import lru_cache

from lachan.foundation.text import fold

_APOSTROPHES = re.compile("['’ʼ`´]")
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_LEADING_ZERO = re.compile(r"\b0+(?=\d)")

AREA_TYPES = {
    "tinh": "Tỉnh",
    "thanh pho": "Thành phố",
    "tp": "Thành phố",
    "thi xa": "Thị xã",
    "tx": "Thị xã",
    "quan": "Quận",
    "q": "Quận",
    "huyen": "Huyện",
    "phuong": "Phường",
    "p": "Phường",
    "thi tran": "Thị trấn",
    "tt": "Thị trấn",
    "xa": "Xã",
    "dac khu": "Đặc khu",
}
_TYPE_PREFIX = re.compile(rf"({'|'.join(sorted(AREA_TYPES, key=len, reverse=True))}) (?=.)")

# Ways in which plans shorten agencies, in key form, longest first. "TP" inside "TP&TNXH" is crime, elsewhere it is a city.
_ABBREVIATIONS = [
    (r"tp tnxh", "toi pham te nan xa hoi"),
    (r"hdnd", "hoi dong nhan dan"),
    (r"ubnd", "uy ban nhan dan"),
    (r"ub ?mttq(?: ?vn)?", "uy ban mat tran to quoc"),
    (r"mttq(?: ?vn)?", "mat tran to quoc"),
    (r"bcd", "ban chi dao"),
    (r"catp|ca tp", "cong an thanh pho"),
    (r"ca tinh|cat", "cong an tinh"),
    (r"ca", "cong an"),
    (r"vksnd", "vien kiem sat nhan dan"),
    (r"tand", "toa an nhan dan"),
    (r"ld ?tb ?xh", "lao dong thuong binh xa hoi"),
    (r"hoi lhpn|hlhpn", "hoi lien hiep phu nu"),
    (r"lhpn", "lien hiep phu nu"),
    (r"gd ?dt", "giao duc dao tao"),
    (r"vh ?tt", "van hoa thong tin"),
    (r"tc kh", "tai chinh ke hoach"),
    (r"bch ?qs", "ban chi huy quan su"),
    (r"chqs", "chi huy quan su"),
    (r"bdbp", "bo doi bien phong"),
    (r"ttgpl", "tro giup phap ly"),
    (r"tp", "thanh pho"),
]
_EXPANSIONS = [(re.compile(rf"\b(?:{short})\b"), full) for short, full in _ABBREVIATIONS]
_FILLERS = re.compile(r"\b(?:va|viet nam|vn)\b")


def name_key(name: str) -> str:
    """The form in which names of areas are compared: no case, tone, apostrophe or dash; "Phường 02" meets "Phường 2"."""
    plain = _NOT_WORD.sub(" ", _APOSTROPHES.sub("", fold(name))).strip()
    return _LEADING_ZERO.sub("", plain)


# Matching one name asks for the keys of every unit in reach, again and again.
@lru_cache(maxsize=8192)
def agency_key(written: str) -> str:
    """The form in which names of agencies are compared: abbreviations written out, "và" and "Việt Nam" left out."""
    key = " ".join(_FILLERS.sub(" ", name_key(written.replace("&", " và "))).split())
    for short, full in _EXPANSIONS:
        key = short.sub(full, key)
    return key


def split_area_type(written: str) -> tuple[str | None, str]:
    """ "TP. Biên Hòa" → ("Thành phố", "bien hoa"); without a type word (None, key). A name that merely begins like a type is split too."""
    key = name_key(written)
    prefix = _TYPE_PREFIX.match(key)
    if not prefix:
        return None, key
    return AREA_TYPES[prefix.group(1)], key[prefix.end() :]
