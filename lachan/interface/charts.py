"""Geometry of the small charts that templates print as SVG. No inline style is allowed, so every length is an SVG attribute."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from lachan.foundation.numerals import format_number
from lachan.interface.elements import ClockMark, Column

# Labels of a clock are 12.5 px; an average letter is 6.4 px wide. The bar is drawn as if 1000 px wide: on a wider screen labels only
# stand further apart.
CLOCK_WIDTH = 1000
LETTER_WIDTH = 6.4
LABEL_GAP = 12
ABOVE, BELOW = 0, 1
COLUMNS_BASE, COLUMNS_TOP = 130, 20
BAR_HEIGHT, TICK_OVERHANG, LEVEL_HEIGHT = 16, 6, 42


@dataclass(frozen=True)
class PlacedMark:
    """A mark with its place: `x` in percent of the bar, the side and level of its label, and how the text is anchored."""

    mark: ClockMark
    x: float
    is_past: bool
    is_now: bool
    side: int
    level: int
    anchor: str


@dataclass(frozen=True)
class Clock:
    """A legal clock ready to print: percentages of the bar that are used and that only an extension opens, and its marks."""

    used: float
    extension_from: float | None
    marks: tuple[PlacedMark, ...]

    @property
    def levels_above(self) -> int:
        return max((mark.level + 1 for mark in self.marks if mark.side == ABOVE), default=0)

    @property
    def levels_below(self) -> int:
        return max((mark.level + 1 for mark in self.marks if mark.side == BELOW), default=0)


@dataclass(frozen=True)
class DrawnMark:
    """Vertical places of one mark: its tick from `top` to `bottom`, the baselines of title and note."""

    place: PlacedMark
    top: int
    bottom: int
    title_y: int
    note_y: int


@dataclass(frozen=True)
class ClockDrawing:
    """Pixels from the top of the drawing; the horizontal places stay percentages."""

    height: int
    bar_y: int
    marks: tuple[DrawnMark, ...]


def percent(ratio: float) -> float:
    """A ratio as a percentage between 0 and 100, with one decimal."""
    return round(min(max(ratio, 0.0), 1.0) * 100, 1)


def spark_path(values: Sequence[float], *, width: int = 96, height: int = 26, margin: int = 3) -> tuple[str, float, float]:
    """The line through `values` (oldest first) and its last point: (path data, x, y). At least one value."""
    low, high = min(values), max(values)
    spread = (high - low) or 1.0
    step = (width - 2 * margin) / max(len(values) - 1, 1)
    points = [
        (round(margin + index * step, 1), round(height - margin - (value - low) / spread * (height - 2 * margin), 1))
        for index, value in enumerate(values)
    ]
    return "M" + " ".join(f"{x} {y}" for x, y in points), *points[-1]


@dataclass(frozen=True)
class PlacedColumn:
    """A column with its horizontal places in percent of the drawing and its vertical ones in pixels."""

    column: Column
    x: float
    width: float
    middle: float
    y: int
    height: int

    @property
    def text(self) -> str:
        return str(self.column.text) or format_number(self.column.value)


def place_columns(columns: Sequence[Column]) -> list[PlacedColumn]:
    """Columns side by side on one base line; the highest reaches COLUMNS_TOP."""
    highest = max((column.value for column in columns), default=0) or 1
    slot = 100 / max(len(columns), 1)
    placed = []
    for place, column in enumerate(columns):
        height = round((COLUMNS_BASE - COLUMNS_TOP) * max(column.value, 0) / highest)
        x = place * slot + slot * 0.1
        placed.append(PlacedColumn(column, round(x, 2), round(slot * 0.8, 2), round(x + slot * 0.4, 2), COLUMNS_BASE - height, height))
    return placed


def lay_out_clock(marks: Sequence[ClockMark], now: ClockMark, *, extension_from: date | datetime | None = None) -> Clock:
    """Place the marks of a term on a bar that runs from the first to the last of them.

    `now` is the mark of the present moment. The part after `extension_from` is open only when the term is extended.
    Labels go above or below the bar, whichever has room; where neither has, one level further away.
    """
    start = min(_moment(mark.at) for mark in marks)
    length = (max(_moment(mark.at) for mark in marks) - start) or timedelta(days=1)
    present = _moment(now.at)

    def place_of(moment: datetime) -> float:
        return percent((moment - start) / length)

    taken: dict[tuple[int, int], list[tuple[float, float]]] = {}
    placed = []
    # The present and the term itself choose their place first.
    for mark in sorted([*marks, now], key=lambda mark: (mark is not now, not mark.is_due, _moment(mark.at))):
        if mark is now and not start <= present <= start + length:
            continue
        x = place_of(_moment(mark.at))
        side, level, anchor = _free_place(x, _label_width(mark), taken)
        placed.append(PlacedMark(mark, x, _moment(mark.at) <= present, mark is now, side, level, anchor))
    extension = place_of(_moment(extension_from)) if extension_from else None
    return Clock(place_of(present), extension, tuple(sorted(placed, key=lambda one: one.x)))


def draw_clock(clock: Clock) -> ClockDrawing:
    """Heights of everything in the drawing of `clock`, for a bar of BAR_HEIGHT and labels of two lines."""
    bar_y = clock.levels_above * LEVEL_HEIGHT + TICK_OVERHANG
    bar_end = bar_y + BAR_HEIGHT
    drawn = []
    for place in clock.marks:
        shift = place.level * LEVEL_HEIGHT
        if place.side == ABOVE:
            top, bottom = bar_y - TICK_OVERHANG - shift, bar_end + TICK_OVERHANG
            title_y, note_y = top - 23, top - 7
        else:
            top, bottom = bar_y - TICK_OVERHANG, bar_end + TICK_OVERHANG + shift
            title_y, note_y = bottom + 15, bottom + 31
        drawn.append(DrawnMark(place, top, bottom, title_y, note_y))
    height = bar_end + TICK_OVERHANG + clock.levels_below * LEVEL_HEIGHT
    return ClockDrawing(height, bar_y, tuple(drawn))


def _free_place(x: float, width: float, taken: dict[tuple[int, int], list[tuple[float, float]]]) -> tuple[int, int, str]:
    left, anchor = _span_of_label(x, width)
    span = (left, left + width + LABEL_GAP)
    for level in range(4):
        for side in (ABOVE, BELOW):
            if all(span[1] <= other[0] or other[1] <= span[0] for other in taken.get((side, level), [])):
                taken.setdefault((side, level), []).append(span)
                return side, level, anchor
    return BELOW, 4, anchor


def _span_of_label(x: float, width: float) -> tuple[float, str]:
    """Left edge of a label at `x` percent, and its anchor: centred, unless it would leave the bar."""
    centre = x / 100 * CLOCK_WIDTH
    if centre < width / 2:
        return centre, "start"
    if centre > CLOCK_WIDTH - width / 2:
        return centre - width, "end"
    return centre - width / 2, "middle"


def _label_width(mark: ClockMark) -> float:
    return max(len(str(mark.title)) * 1.06, len(str(mark.note))) * LETTER_WIDTH


def _moment(at: date | datetime) -> datetime:
    """A day term ends at 24:00 of its day."""
    if isinstance(at, datetime):
        return at if timezone.is_aware(at) else timezone.make_aware(at)
    return timezone.make_aware(datetime.combine(at + timedelta(days=1), time()))
