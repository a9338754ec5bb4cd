"""What looks wrong or unsure in the source: reported with its line, never repaired."""

import itertools
import re
from collections.abc import Iterator

from lachan.program.reader.agencies import phrases
from lachan.program.reader.citations import find_cited, year_of_title
from lachan.program.reader.draft import DeadlineItem, DocumentFields, Flag
from lachan.program.reader.lines import MAX_LINE, Line, Paragraph
from lachan.program.reader.parts import Parts
from lachan.program.reader.spelling import bare, find_role_slips, has_lost_marks
from lachan.program.reader.tables.spelling import KNOWN_SLIPS, SET_PHRASES
from lachan.program.reader.tree import Node

_SET = re.compile(phrases([bare(word) for word in SET_PHRASES]))
_SLIP = re.compile(phrases(list(KNOWN_SLIPS)), re.IGNORECASE)
_MEANT = {bare(word): word for word in SET_PHRASES}


def find_flags(*, document: DocumentFields, parts: Parts, root: Node, deadlines: list[DeadlineItem], lines: list[Line]) -> list[Flag]:
    """All flags of a document, in the order of its lines."""
    found = [
        *_missing_fields(document, parts),
        *_number_with_blank(document),
        *_cited_dates(parts, document),
        *_labels(root),
        *_spelling(parts),
        *_due_before_issue(document, deadlines),
        *_long_lines(lines),
    ]
    return sorted(found, key=lambda flag: (flag.line, flag.start))


def _missing_fields(document: DocumentFields, parts: Parts) -> Iterator[Flag]:
    if parts.is_article_about:
        yield Flag(
            1,
            "not-the-document",
            "Đây là bài viết về một văn bản hoặc văn bản thiếu phần đầu, không phải bản ký: cần đối chiếu với văn bản gốc.",
        )
    if document.number is None:
        yield Flag(1, "number-missing", "Không tìm thấy số, ký hiệu của văn bản.")
    if document.date is None:
        yield Flag(1, "date-missing", "Không tìm thấy ngày ban hành.")
    if document.signer is None or document.signer.name is None:
        yield Flag(1, "signer-missing", "Không tìm thấy tên người ký.")


def _number_with_blank(document: DocumentFields) -> Iterator[Flag]:
    if any("khoảng trắng" in doubt for doubt in document.doubts.get("number", ())):
        yield Flag(document.lines.get("number", 1), "number-with-blank", f"Số hiệu in có khoảng trắng; đã đọc là “{document.number}”.")


def _cited_dates(parts: Parts, document: DocumentFields) -> Iterator[Flag]:
    """A cited document that is dated long before the year that its own title names, or after the document that cites it."""
    for paragraph in [*parts.head, *parts.articles, *parts.annex_head, *parts.body]:
        for cited, day in find_cited(paragraph.text):
            if day is None:
                continue
            number = re.sub(r"\s", "", cited.group("number"))
            line = paragraph.line_at(cited.start())
            places = paragraph.places(cited.start(), cited.end())
            start, end = (places[0].start, places[0].end) if places else (0, 0)
            about = _title_of_citation(paragraph.text, cited.end())
            year = (
                year_of_title(about)
                if about and "giai đoạn" not in about and cited.group("kind").lower().startswith(("kế hoạch", "chương trình"))
                else None
            )
            if year and (int(day[:4]) > year or int(day[:4]) < year - 1 or (int(day[:4]) == year - 1 and int(day[5:7]) < 9)):
                printed = "/".join(reversed(day.split("-")))
                yield Flag(
                    line,
                    "cited-date-contradicts-title",
                    f"Văn bản số {number} ghi ngày {printed} nhưng tên của nó là năm {year}: cần kiểm tra ngày hoặc năm.",
                    start,
                    end,
                )
            if document.date and day > document.date:
                yield Flag(
                    line,
                    "cited-date-after-document",
                    f"Văn bản số {number} được dẫn có ngày sau ngày ban hành của văn bản này.",
                    start,
                    end,
                )


def _title_of_citation(text: str, at: int) -> str | None:
    """What follows the day of a cited document, up to the end of its clause."""
    found = re.compile(r"[^;:]{3,320}?(?=;|:|\.\s|\sgắn với|$)").match(text, at)
    return re.split(r"[,;]\s(?=[Cc]ăn cứ|[Kk]ế hoạch\s|[Qq]uyết định\s)|;", found.group())[0] if found else None


def _labels(root: Node) -> Iterator[Flag]:
    """Labels used twice in a row of siblings, skipped, or without their dot."""
    for parent in root.walk():
        for kind in {child.kind for child in parent.children} - {"text", "dash", "plus", "bullet"}:
            row = [child for child in parent.children if child.kind == kind and child.ordinal is not None]
            yield from _row(row)
    for node in root.walk():
        if node.paragraph is not None and not node.has_separator:
            yield Flag(node.line, "label-without-dot", f"Số thứ tự “{node.label}” thiếu dấu chấm.", 0, len(node.label))


def _row(row: list[Node]) -> Iterator[Flag]:
    if not row:
        return
    if row[0].ordinal != 1 and row[0].kind in ("roman", "number", "letter", "part", "item"):
        yield Flag(row[0].line, "numbering-skips", f"Dãy đánh số bắt đầu từ “{row[0].label}”.")
    for before, node in itertools.pairwise(row):
        first, second = before.ordinal or 0, node.ordinal or 0
        if second == first:
            hint = " (có thể là “đ”)" if node.label == "d" else ""
            yield Flag(node.line, "label-used-twice", f"Nhãn “{node.label}” dùng hai lần, ở dòng {before.line} và dòng {node.line}{hint}.")
        elif second == 1:
            yield Flag(node.line, "numbering-restarts", f"Dãy đánh số quay lại “{node.label}” sau “{before.label}”.")
        elif second < first:
            yield Flag(node.line, "numbering-goes-back", f"“{node.label}” đứng sau “{before.label}”.")
        elif second > first + 1 and not (node.kind == "letter" and before.label == "d" and node.label == "e"):
            yield Flag(node.line, "numbering-skips", f"Sau “{before.label}” là “{node.label}”: dãy đánh số bị nhảy.")


def _spelling(parts: Parts) -> Iterator[Flag]:
    """Role words and set phrases with lost marks; each slip is told once per paragraph."""
    for paragraph in [*parts.head, *parts.body, *parts.closing]:
        printed = paragraph.printed
        found = [(start, end, meant, True) for start, end, meant in find_role_slips(printed)]
        found += [(one.start(), one.end(), KNOWN_SLIPS[one.group().lower()], False) for one in _SLIP.finditer(printed)]
        for one in _SET.finditer(bare(printed)):
            meant = _MEANT[" ".join(one.group().split())]
            if has_lost_marks(printed[one.start() : one.end()], meant):
                found.append((one.start(), one.end(), meant, False))
        told: set[str] = set()
        for start, end, meant, is_role in sorted(found):
            if meant not in told:
                told.add(meant)
                yield _slip(paragraph, start, end, meant, is_role=is_role)


def _slip(paragraph: Paragraph, start: int, end: int, meant: str, *, is_role: bool) -> Flag:
    place = paragraph.places(start, end)[0]
    code = "misspelt-role-word" if is_role else "misspelling"
    consequence = ", đã đọc như vậy vì từ này cho biết vai trò" if is_role else ""
    return Flag(place.line, code, f"“{place.text}” có lẽ là “{meant}”{consequence}.", place.start, place.end)


def _due_before_issue(document: DocumentFields, deadlines: list[DeadlineItem]) -> Iterator[Flag]:
    if not document.date or not document.period:
        return
    for item in deadlines:
        days = [item.before] if item.before else []
        if item.recurrence and document.period.start[:4] == document.period.end[:4]:
            days += [f"{document.period.start[:4]}-{day}" for day in item.recurrence.before_month_days]
        for day in days:
            if day and day < document.date:
                printed = "/".join(reversed(day.split("-")))
                yield Flag(item.line, "due-before-issue", f"Hạn {printed} đứng trước ngày ban hành văn bản.", item.start, item.end)


def _long_lines(lines: list[Line]) -> Iterator[Flag]:
    for line in lines:
        if len(line.text) > MAX_LINE:
            yield Flag(line.number, "line-too-long", f"Dòng dài {len(line.text)} ký tự; chỉ đọc {MAX_LINE} ký tự đầu.")
