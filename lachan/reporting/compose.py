"""From an outline, figures and what officers wrote to the neutral document. Pure: everything it needs is in the content."""

from collections.abc import Iterator

from django.utils import timezone

from lachan.foundation.numerals import format_date
from lachan.program.models import Plan
from lachan.reporting.document import (
    Annex,
    BodyBlock,
    Column,
    Heading,
    OfficialDocument,
    Paragraph,
    Row,
    Runs,
    Table,
    Text,
)
from lachan.reporting.figures import as_run
from lachan.reporting.models import Report
from lachan.reporting.outlines.model import Block, FigureTable, Narrative, Passage, Section
from lachan.reporting.queries import Content, content_of
from lachan.reporting.targets import Measured
from lachan.reporting.telling import narrated, table_of, tell

TYPE_NAME = "Báo cáo"
NOT_WRITTEN = "(Chưa có nội dung)"


def compose(report: Report) -> OfficialDocument:
    """The report as a document, on the figures at its position: the same for ever, until other figures are taken or a text is written."""
    return document_of(content_of(report))


def document_of(content: Content) -> OfficialDocument:
    report = content.report
    annex = Annex(report.outline.annex_title, (table_of(report.outline.annex, content.figures, report.period),))
    return OfficialDocument(
        issuing_body=report.unit.name,
        superior_body=report.superior_body,
        number_symbol=report.number_symbol,
        number=report.number,
        date=report.issued_on,
        place=report.place_name,
        type_name=TYPE_NAME,
        subject=report.subject,
        addressees=_lines(report.addressees),
        blocks=(*_body(content), annex),
        recipients=_lines(report.recipients),
        archive=report.archive,
        signer_prefix=report.signer_prefix,
        signer_title=report.signer_title,
        signer_name=report.signer_name,
        is_draft=report.status == Report.Status.DRAFT,
    )


def _body(content: Content) -> Iterator[BodyBlock]:
    yield Paragraph((Text(_opening(content.report)),))
    for section in content.report.outline.sections:
        yield Heading(section.level, section.label, section.title, section.code)
        for block in section.blocks:
            yield from _blocks(block, section, content)


def _opening(report: Report) -> str:
    carried_out = f"Thực hiện {_cited(report.plan)}, " if report.plan else ""
    subject = f"{report.subject[:1].lower()}{report.subject[1:]}"
    return f"{carried_out}{report.unit.name} báo cáo {subject}, số liệu tính {_span(report)}, {_known(report)}, như sau:"


def _cited(plan: Plan) -> str:
    """ "Kế hoạch số 04/KH-BCĐ ngày 21/3/2024", as far as the register knows it."""
    document = plan.document
    if not document.number:
        return document.label
    issued = f" ngày {format_date(document.issued_on)}" if document.issued_on else ""
    return f"{document.kind} số {document.number}{issued}"


def _span(report: Report) -> str:
    return f"từ ngày {format_date(report.period_start)} đến hết ngày {format_date(report.period_end)}"


def _known(report: Report) -> str:
    at = timezone.localtime(report.known_at)
    return f"theo hồ sơ đã nhập đến {at:%H} giờ {at:%M} phút ngày {format_date(at.date())}"


def _blocks(block: Block, section: Section, content: Content) -> Iterator[BodyBlock]:
    match block:
        case Passage():
            if told := tell(block, content.figures):
                yield told
        case FigureTable():
            yield table_of(block, content.figures, content.report.period)
        case Narrative():
            yield from _narrative(block, content.narratives.get(section.code, ""))
        case _:
            yield _target_table(block.caption, content)


def _narrative(block: Narrative, text: str) -> Iterator[BodyBlock]:
    if text.strip():
        yield from narrated(text)
    elif block.is_required:
        yield Paragraph((Text(NOT_WRITTEN, italic=True),))


def _target_table(caption: str, content: Content) -> BodyBlock:
    if not content.targets:
        why = "Kế hoạch chưa có chỉ tiêu đưa vào theo dõi." if content.report.plan else "Báo cáo không gắn với kế hoạch có chỉ tiêu."
        return Paragraph((Text(why, italic=True),))
    columns = (
        Column("TT", share=0.65),
        Column("Chỉ tiêu", "left", share=4.6),
        Column("Mục tiêu", share=1.5),
        Column("Kết quả", share=1.5),
        Column("Đánh giá", share=1.3),
    )
    rows = tuple(_target_row(place, each) for place, each in enumerate(content.targets, start=1))
    return Table(columns, rows, caption)


def _target_row(place: int, each: Measured) -> Row:
    number, name, goal, verdict = ((Text(text),) for text in (str(place), _sentence(each.target.indicator), each.goal or "–", each.verdict))
    return Row((number, name, goal, _result(each), verdict))


def _result(each: Measured) -> Runs:
    if each.figure is None:
        return (Text("–"),)
    if not each.figure.is_ratio:
        return (as_run(each.figure),)
    return (as_run(each.figure), Text(f" ({each.figure.numerator}/{each.figure.denominator})"))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
