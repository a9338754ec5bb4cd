"""Reading plans: one like the sample, and a text of three hundred pages made of its sections over and over."""

from pathlib import Path

from bench.timing import median_ms, report
from lachan.program.reader import read_plan

PLAN = Path("lachan/program/reader/tests/data/ke-hoach-bien-hoa-2024.txt")
PAGES = 300
CHARACTERS_OF_A_PAGE = 2_800
"""A4 in 14 points, as Decree 30/2020/NĐ-CP has it."""


def three_hundred_pages(text: str) -> str:
    """The plan without its foot, its sections repeated until the text is as long as PAGES pages."""
    lines = text.split("\n")
    foot = next(i for i, line in enumerate(lines) if line.startswith("Trên đây"))
    body = "\n".join(lines[:foot])
    return "\n".join([body] * (PAGES * CHARACTERS_OF_A_PAGE // len(body) + 1))


def main() -> None:
    text = PLAN.read_text(encoding="utf-8")
    report("reading a plan (text to draft), median of 15", f"{median_ms(lambda: read_plan(text), times=15):.0f} ms")
    long = three_hundred_pages(text)
    report(f"reading {PAGES} pages ({len(long):,} characters), median of 3", f"{median_ms(lambda: read_plan(long), times=3):.0f} ms")


main()
