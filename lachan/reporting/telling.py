"""From the blocks of an outline and the figures of a period to the blocks of a document: sentences that fit their values, tables."""

from collections.abc import Iterator

from lachan.foundation.numerals import format_date
from lachan.foundation.periods import Period
from lachan.reporting.document import Column, ListBlock, Paragraph, Row, Run, Runs, Table, Text
from lachan.reporting.figures import Figures
from lachan.reporting.outlines.model import TOKEN, FigureTable, Passage, Sentence
from lachan.statistics.model import Ratio
from lachan.statistics.wording import same_period_last_year

LAST_YEAR = "cùng kỳ năm trước"


def tell(passage: Passage, figures: Figures) -> Paragraph | None:
    """The sentences of the passage that have something to say, as one paragraph; None when none has."""
    spoken = [runs for sentence in passage.sentences if (runs := _spoken(sentence, figures))]
    if not spoken:
        return None
    paragraph: list[Run] = []
    for sentence in spoken:
        paragraph += [Text(" "), *sentence] if paragraph else sentence
    return Paragraph(tuple(paragraph))


def _spoken(sentence: Sentence, figures: Figures) -> list[Run]:
    if sentence.given and not figures.value(sentence.given):
        return []
    words = sentence.text if not sentence.on or figures.value(sentence.on) else sentence.otherwise
    return list(_runs(words, figures))


def _runs(words: str, figures: Figures) -> Iterator[Run]:
    end = 0
    for token in TOKEN.finditer(words):
        if words[end : token.start()]:
            yield Text(words[end : token.start()])
        yield from _figure(token["how"], token["code"], figures)
        end = token.end()
    if words[end:]:
        yield Text(words[end:])


def _figure(how: str | None, code: str, figures: Figures) -> Iterator[Run]:
    if how == "change":
        yield from _comparison(code, figures)
    else:
        yield figures.print_before(code) if how == "before" else figures.print(code)


def _comparison(code: str, figures: Figures) -> Iterator[Run]:
    """ "tăng 3 tin (12,5%) so với cùng kỳ năm trước", "bằng cùng kỳ năm trước"."""
    difference = figures.change(code)
    if difference.direction not in {"up", "down"}:
        yield Text(f"bằng {LAST_YEAR}" if difference.direction == "same" else f"{LAST_YEAR} không có số liệu")
        return
    yield Text(f"{difference.verb} ")
    yield figures.print_amount(code)
    yield Text(f" {difference.unit}")
    if difference.share:
        yield Text(" (")
        yield figures.print_share(code)
        yield Text(")")
    yield Text(f" so với {LAST_YEAR}")


def table_of(spec: FigureTable, figures: Figures, period: Period) -> Table:
    """The figures in rows: number, name, unit, this period, a year before, change."""
    rows: list[Row] = []
    for part, (heading, codes) in enumerate(spec.groups, start=1):
        if heading:
            rows.append(Row(_cells(_roman(part), heading, "", "", "", ""), is_total=True))
        rows += [_row(str(place), code, figures) for place, code in enumerate(codes, start=1)]
    columns = (
        Column("TT", share=0.55),
        Column("Nội dung", "left", share=4.2),
        Column("Đơn vị tính", share=1.1),
        Column(_span(period), share=1.5),
        Column(_span(same_period_last_year(period)), share=1.5),
        Column("Tăng, giảm", share=1.2),
    )
    return Table(columns, tuple(rows), spec.caption)


def _row(number: str, code: str, figures: Figures) -> Row:
    indicator = figures.now[code].indicator
    unit = "%" if isinstance(indicator, Ratio) else indicator.unit
    plain = [(Text(text),) for text in (number, indicator.label, unit)]
    return Row((*plain, (figures.print(code),), (figures.print_before(code),), (Text(figures.change(code).signed),)))


def _cells(*texts: str) -> tuple[Runs, ...]:
    return tuple((Text(text),) for text in texts)


def _span(period: Period) -> str:
    return f"{format_date(period.start)} - {format_date(period.last_day)}"


def _roman(number: int) -> str:
    return ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")[number - 1]


def narrated(text: str) -> list[Paragraph | ListBlock]:
    """What an officer wrote: a paragraph for each line, a list for lines that begin with a dash."""
    blocks: list[Paragraph | ListBlock] = []
    items: list[Runs] = []
    for line in (line.strip() for line in text.splitlines()):
        if line[:1] in {"-", "–", "•", "+"} and line[1:].strip():
            items.append((Text(line[1:].strip()),))
            continue
        if items:
            blocks.append(ListBlock(tuple(items)))
            items = []
        if line:
            blocks.append(Paragraph((Text(line),)))
    return [*blocks, ListBlock(tuple(items))] if items else blocks
