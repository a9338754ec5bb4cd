"""The marked text: every character is printed once, whatever marks overlap."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from lachan.program.source import paper_lines


@dataclass
class Spot:
    ordinal: int
    line: int | None
    start: int
    end: int
    rest: list = field(default_factory=list)


TEXT = "Số: 04/KH-BCĐ\n\nKẾ HOẠCH\nPhòng, chống mua bán người\nđảm bảo 100% tin báo; tỷ lệ giải quyết trên 90%"

spots = st.lists(
    st.builds(Spot, st.integers(1, 9), st.integers(1, 6) | st.none(), st.integers(0, 60), st.integers(0, 60)),
    max_size=6,
)


@given(spots)
def test_marks_never_change_the_text(items):
    lines = paper_lines(TEXT, items)
    shown = ["".join(part.text for part in line.stretches) for line in lines]
    assert shown == [line for line in TEXT.split("\n") if line.strip()]


def test_overlapping_items_share_a_stretch_and_end_where_they_end():
    line = paper_lines(TEXT, [Spot(1, 5, 0, 20), Spot(2, 5, 8, 30)], doubtful=frozenset({2}))[-1]
    told = [(part.text, part.numbers, part.is_doubtful, part.begins, part.ends) for part in line.stretches]
    assert told[:3] == [
        ("đảm bảo ", (1,), False, (1,), ()),
        ("100% tin báo", (1, 2), True, (2,), (1,)),
        ("; tỷ lệ gi", (2,), True, (), (2,)),
    ]


def test_a_cut_sentence_is_marked_on_both_lines_with_its_number_at_the_end():
    lines = paper_lines(TEXT, [Spot(3, 4, 0, 5, [{"line": 5, "start": 0, "end": 7, "text": "đảm bảo"}])])
    first, last = lines[-2].stretches[0], lines[-1].stretches[0]
    assert (first.begins, first.ends, last.begins, last.ends) == ((3,), (), (), (3,))
