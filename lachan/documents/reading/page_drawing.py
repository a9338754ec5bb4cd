"""What is drawn on a page of a pdf: letters, ruling lines, pictures. The only place that knows the library which reads the file.

All lengths are in points, y grows upwards from the lower edge of the visible page, as it is turned for the reader.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pymupdf

from .limits import MAX_PAGE_CHARACTERS, MAX_PAGES, MIN_CHARACTERS_PER_PAGE
from .refusals import refusal
from .text import UNKNOWN_CHARACTER

MAX_SLOPE = 0.1  # of a base line that still counts as level: a page fed askew into the scanner
BELOW_BASE_LINE = 0.2  # of the letter size; every font says it differently, and letters on one base line belong together
RULE_SLANT = 0.5  # points; a ruling line may end that much higher or lower than it began
NO_GLYPH = -1  # a further character of the glyph before, as "i" of the ligature "fi"
SURROGATES = range(0xD800, 0xE000)

# Complaints about broken files would go to the output, which carries the answer of the process of `apart`.
pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


@dataclass(slots=True)
class Letter:
    """A character and its place; `middle`: height of the middle of its line; a character that its font does not name is UNKNOWN_CHARACTER."""

    text: str
    x0: float
    x1: float
    middle: float
    size: float
    is_bold: bool

    @property
    def bottom(self) -> float:
        return self.middle - self.size / 2

    @property
    def top(self) -> float:
        return self.middle + self.size / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, level or upright: `at` is its height or its distance from the left, `start` and `end` are the other ones."""

    is_level: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """One page; `is_picture`: it shows a picture and hardly a letter."""

    letters: list[Letter]
    rules: list[Rule]
    width: float
    height: float
    is_picture: bool


def drawings_of(data: bytes) -> Iterator[Drawing]:
    """The pages of a pdf, one by one. Raises Refused for a password, too many pages or letters; what the library raises for a broken file."""
    with _memory_errors(), pymupdf.open(stream=data, filetype="pdf") as file:
        if not file.is_pdf:
            raise refusal("tep-hong", kind="PDF")
        if file.needs_pass:
            raise refusal("co-mat-khau", kind="PDF")
        if file.page_count > MAX_PAGES:
            raise refusal("qua-nhieu-trang", limit=MAX_PAGES)
        if not file.page_count:
            raise refusal("tep-hong", kind="PDF")
        for page in file:
            yield _drawing(page)
    pymupdf.TOOLS.reset_mupdf_warnings()


@contextmanager
def _memory_errors() -> Iterator[None]:
    """The library tells of a failed allocation by a number in its message; here it is a MemoryError like any other."""
    try:
        yield
    except pymupdf.mupdf.FzErrorSystem as error:
        raise MemoryError from error


def _drawing(page: pymupdf.Page) -> Drawing:
    upright = page.rotation_matrix * pymupdf.Matrix(1, 0, 0, -1, 0, page.rect.height)
    letters = _letters(page, upright)
    # Looking for pictures interprets the page once more; only where letters are wanting do they matter.
    is_picture = len(letters) < MIN_CHARACTERS_PER_PAGE and _has_picture(page)
    return Drawing(letters, list(_rules(page, upright)), page.rect.width, page.rect.height, is_picture)


def _letters(page: pymupdf.Page, upright: pymupdf.Matrix) -> list[Letter]:
    """Level letters of a page, those inside embedded forms and invisible ones (of a scan) too; turned ones are watermarks and stamps."""
    letters: list[Letter] = []
    for span in page.get_texttrace():
        size = span["size"]
        is_bold = "bold" in span["font"].lower()
        lift = upright.f + (0.5 - BELOW_BASE_LINE) * size
        for code, glyph, (_, y), (x0, _, x1, _) in _level_letters(span, page, upright):
            text = _character(code)
            if glyph == NO_GLYPH and letters:
                letters[-1].text += text
            else:
                letters.append(Letter(text, x0, x1, lift - y, size, is_bold))
        if len(letters) > MAX_PAGE_CHARACTERS:
            raise refusal("qua-dai", limit=5)
    return letters


def _level_letters(span: dict, page: pymupdf.Page, upright: pymupdf.Matrix) -> Iterable[tuple]:
    """Character code, glyph number, point on the base line and box of the letters of a level `span`."""
    along, up = span["dir"]
    if page.rotation:
        along, up = along * upright.a + up * upright.c, along * upright.b + up * upright.d
    if abs(up) > MAX_SLOPE * abs(along):
        return ()
    letters = span["chars"]
    if not span["font"]:
        # The library puts a font without name in the place of one that is missing or broken; its letters mean nothing.
        letters = [(ord(UNKNOWN_CHARACTER), *rest) for _, *rest in letters]
    if page.rotation:
        downwards = upright * pymupdf.Matrix(1, 0, 0, -1, 0, upright.f)
        letters = [(code, glyph, pymupdf.Point(point) * downwards, pymupdf.Rect(box) * downwards) for code, glyph, point, box in letters]
    return letters


@cache
def _character(code: int) -> str:
    return chr(code) if code >= 0 and code not in SURROGATES else UNKNOWN_CHARACTER


def _rules(page: pymupdf.Page, upright: pymupdf.Matrix) -> Iterator[Rule]:
    """Level and upright lines, and the sides of boxes; slanting lines and curves rule no table."""
    for path in page.get_cdrawings():
        for kind, *points in path["items"]:
            corners = _corners(kind, points)
            places = [pymupdf.Point(corner) * upright for corner in corners]
            for start, end in pairwise(places):
                if abs(start.y - end.y) <= RULE_SLANT:
                    yield Rule(True, start.y, min(start.x, end.x), max(start.x, end.x))
                elif abs(start.x - end.x) <= RULE_SLANT:
                    yield Rule(False, start.x, min(start.y, end.y), max(start.y, end.y))


def _corners(kind: str, points: list) -> list[tuple[float, float]]:
    """Points along a drawn line ("l"), around a rectangle ("re") or a quadrangle ("qu"); none for a curve ("c")."""
    if kind == "l":
        return points
    if kind == "re":
        x0, y0, x1, y1 = points[0]
        return [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
    if kind == "qu":
        upper_left, upper_right, lower_left, lower_right = points[0]
        return [upper_left, upper_right, lower_right, lower_left, upper_left]
    return []


def _has_picture(page: pymupdf.Page) -> bool:
    return any(kind.startswith("fill-im") for kind, _ in page.get_bboxlog())
