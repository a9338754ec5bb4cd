"""How sections and items are numbered, from the widest to the narrowest. A pattern's group "label" is what is printed."""

import re

PORTAL_MARKS = " \t\r\u00a0\u200b\ufeff|#*_"
"""Blanks, table bars and emphasis around a line: no part of its text."""

UPPER = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
"""Vietnamese capital letters, for use inside [ ] of a pattern."""

MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(r"(?:PHẦN|Phần)\s{1,3}(?P<label>(?:THỨ|thứ)\s{1,3}\w{2,6}|[IVX]{1,5}|\d{1,2}|[A-E])(?!\w)\s{0,3}[.:\-–]?\s{0,3}")),
    ("chapter", re.compile(r"(?:CHƯƠNG|Chương)\s{1,3}(?P<label>[IVX]{1,5}|\d{1,2})(?!\w)\s{0,3}[.:\-–]?\s{0,3}")),
    ("section", re.compile(r"(?:MỤC|Mục)\s{1,3}(?P<label>[IVX]{1,5}|\d{1,2})(?!\w)\s{0,3}[.:\-–]?\s{0,3}")),
    ("article", re.compile(r"(?:ĐIỀU|Điều)\s{1,3}(?P<label>\d{1,3}[a-zđ]?)\s{0,3}[.:]\s{0,3}")),
    (
        "roman",
        re.compile(
            rf"(?P<label>[IVX]{{1,6}})(?:\s{{0,3}}(?:[.:)\-–]|/(?!\w)|/(?=[{UPPER}]{{2}}))\s{{0,3}}|\s{{1,3}}(?=[{UPPER}]{{2,}}\s))"
        ),
    ),
    ("capital", re.compile(rf"(?P<label>[A-HĐ])\s{{0,2}}[.)/]\s{{0,3}}(?=[{UPPER}])")),
    ("dotted", re.compile(rf"(?P<label>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})(?:\s{{0,2}}[.):/\-–](?!\d)\s{{0,3}}|\s{{1,3}}(?=[{UPPER}“\"]))")),
    (
        "number",
        re.compile(rf"(?P<label>\d{{1,2}})(?:\s{{0,2}}[.:]\s{{1,3}}|\.(?=[{UPPER}])|\s{{0,2}}[/\-–]\s{{1,3}}(?!\d)|/(?=[{UPPER}]))"),
    ),
    ("bracket", re.compile(r"(?P<label>\d{1,2})\)\s{0,3}")),
    ("letter", re.compile(rf"(?P<label>[a-zđ])(?:\s{{0,2}}\)\s{{0,3}}|\s{{0,2}}[./]\s{{1,3}}|\.(?=[{UPPER}]))")),
    ("item", re.compile(r"\((?P<label>\d{1,2})\)\s{0,2}\.?\s{0,3}")),
    ("subitem", re.compile(r"\((?P<label>[a-zđ]|[ivx]{1,5})\)\s{0,2}\.?\s{0,3}")),
    ("dash", re.compile(r"(?P<label>[-–—−])(?:\s{1,3}|(?=[^\s\d\-]))")),
    ("plus", re.compile(r"(?P<label>\+)\s{0,3}(?=\S)")),
    ("bullet", re.compile(r"(?P<label>[•●▪■◦·◆❖✓➢])\s{0,3}(?=\S)")),
)
"""Kind of label and its pattern, in the order of trial; the order is also the order of depth."""

LIST_KINDS = ("letter", "bracket", "item", "subitem", "dash", "plus", "bullet")
"""Labels of items in a list; the others number sections."""

BARE_KINDS = ("article", "roman", "dotted", "number", "bracket", "letter", "item", "subitem")
"""Labels that portals print on a line of their own, the words on the next."""

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of a list in Vietnamese order: đ follows d; f, j, w, z are not used."""

ORDINALS = {"nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6}
"""Phần thứ nhất, Phần thứ hai ..."""
