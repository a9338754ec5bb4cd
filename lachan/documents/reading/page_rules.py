"""Cells between the ruling lines of a page, and the grids that cells make. Lengths in points, y grows upwards.

The way of finding them is that of pdfplumber (MIT, Jeremy Singer-Vine), after Anssi Nurminen's master thesis (Tampere, 2013): lines
almost in one place are one line; four crossings joined by lines are a cell; cells with a common corner are a grid.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import fmean

from .page_drawing import Rule

NEAR = 3.0  # double lines, and lines that miss their crossing by that much
MIN_PIECE = 1.0  # shorter strokes are dots and the ends of wide lines
MIN_LENGTH = 3.0  # of the joined pieces

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A cell, a row or a whole grid."""

    x0: float
    bottom: float
    x1: float
    top: float

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        return (self.x0, self.top), (self.x1, self.top), (self.x0, self.bottom), (self.x1, self.bottom)


Grid = list[list[Box | None]]  # rows from top to bottom, columns from left to right; None where a wider cell covers the place


def grids_of(rules: Iterable[Rule]) -> list[Grid]:
    """Grids of two cells or more."""
    rules = [rule for rule in rules if rule.end - rule.start >= MIN_PIECE]
    level = _joined([rule for rule in rules if rule.is_level])
    upright = _joined([rule for rule in rules if not rule.is_level])
    return [_rows(cells) for cells in _touching(_cells(level, upright)) if len(cells) > 1]


def around(boxes: Iterable[Box | None]) -> Box:
    """The box around all of them. Raises ValueError for none."""
    found = [box for box in boxes if box is not None]
    return Box(min(box.x0 for box in found), min(box.bottom for box in found), max(box.x1 for box in found), max(box.top for box in found))


def _joined(rules: list[Rule]) -> list[Rule]:
    """Rules of one direction, those in almost one place moved together, pieces made whole."""
    rules = sorted(rules, key=lambda rule: rule.at)
    breaks = [place for place, (before, after) in enumerate(pairwise(rules), start=1) if after.at - before.at > NEAR]
    found: list[Rule] = []
    for first, last in pairwise([0, *breaks, len(rules)]):
        pieces = sorted((piece.start, piece.end) for piece in rules[first:last])
        if not pieces:
            continue
        at, is_level = fmean(piece.at for piece in rules[first:last]), rules[first].is_level
        start, end = pieces[0]
        for next_start, next_end in pieces[1:]:
            if next_start > end + NEAR:
                found.append(Rule(is_level, at, start, end))
                start, end = next_start, next_end
            end = max(end, next_end)
        found.append(Rule(is_level, at, start, end))
    return [rule for rule in found if rule.end - rule.start >= MIN_LENGTH]


def _cells(level: list[Rule], upright: list[Rule]) -> Iterator[Box]:
    """The smallest cell to the right of and below each crossing."""
    crossings = _crossings(level, upright)
    on_level: dict[float, list[float]] = defaultdict(list)
    on_upright: dict[float, list[float]] = defaultdict(list)
    for x, y in sorted(crossings):
        on_level[y].append(x)
        on_upright[x].append(y)

    def are_joined(one: Point, other: Point) -> bool:
        return not crossings[one].isdisjoint(crossings[other])

    def smallest(corner: Point) -> Box | None:
        x, y = corner
        right = [(to, y) for to in on_level[y][bisect_right(on_level[y], x) :] if are_joined(corner, (to, y))]
        heights = on_upright[x]
        for low in reversed(heights[: bisect_right(heights, y) - 1]):
            if not are_joined(corner, (x, low)):
                continue
            for beside in right:
                across = (beside[0], low)
                if across in crossings and are_joined(across, beside) and are_joined(across, (x, low)):
                    return Box(x, low, beside[0], y)
        return None

    for corner in sorted(crossings, key=lambda point: (point[0], -point[1])):
        if (cell := smallest(corner)) is not None:
            yield cell


def _crossings(level: list[Rule], upright: list[Rule]) -> dict[Point, set[Rule]]:
    """The rules that meet in each point."""
    found: dict[Point, set[Rule]] = defaultdict(set)
    for post in upright:
        for bar in level:
            if post.start - NEAR <= bar.at <= post.end + NEAR and bar.start - NEAR <= post.at <= bar.end + NEAR:
                found[post.at, bar.at] |= {post, bar}
    return dict(found)


def _touching(cells: Iterable[Box]) -> list[list[Box]]:
    """Cells that have corners in common, directly or through others."""
    at_corner: dict[Point, list[Box]] = defaultdict(list)
    left = dict.fromkeys(cells)
    for cell in left:
        for corner in cell.corners:
            at_corner[corner].append(cell)
    groups: list[list[Box]] = []
    while left:
        group = [next(iter(left))]
        del left[group[0]]
        for cell in group:
            for neighbour in [other for corner in cell.corners for other in at_corner[corner]]:
                if neighbour in left:
                    del left[neighbour]
                    group.append(neighbour)
        groups.append(group)
    return groups


def _rows(cells: list[Box]) -> Grid:
    columns = sorted({cell.x0 for cell in cells})
    rows: Grid = []
    for _, row in groupby(sorted(cells, key=lambda cell: -cell.top), key=lambda cell: cell.top):
        beginning_at = {cell.x0: cell for cell in row}
        rows.append([beginning_at.get(x) for x in columns])
    return rows
