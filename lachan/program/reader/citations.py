"""Other documents that a text cites: kind, number, day, what they are about."""

import re

from lachan.program.reader import dates
from lachan.program.reader.draft import CitedDocument
from lachan.program.reader.lines import Paragraph
from lachan.program.reader.sentences import sentences
from lachan.program.reader.tables.heads import TYPE_WORDS

_KINDS = (
    "Luật",
    "Bộ luật",
    "Bộ Luật",
    "Nghị định",
    "Nghị quyết",
    "Thông tư",
    "Thông tư liên tịch",
    "Quy chế phối hợp liên ngành",
    "Quy chế phối hợp",
    "Hiệp định",
    *TYPE_WORDS,
)
_KIND = "(?:" + "|".join(sorted(set(_KINDS), key=len, reverse=True)) + ")"
CITED = re.compile(
    rf"(?P<kind>{_KIND})\s{{1,2}}số\s?:?\s{{0,2}}(?P<number>\d{{1,5}}\s?/\s?[\w&.\-–/]{{2,40}})"
    rf"(?:\s{{0,2}},?\s{{0,2}}ngày\s{{1,2}}(?P<day>\d{{1,2}}\s?(?:[/.\-]\s?\d{{1,2}}\s?[/.\-]\s?\d{{4}}|tháng\s\d{{1,2}}\snăm\s\d{{4}})))?",
    re.IGNORECASE,
)
_ANY_NUMBER = re.compile(r"ố\s?:?\s{0,2}\d{1,5}\s?/", re.IGNORECASE)
"""Any number of a document; cheap, so that only paragraphs with one are searched for the kinds of documents."""
_LEAD = re.compile(
    r"(?:Căn cứ(?: vào)?|Thực hiện|Triển khai(?: thực hiện)?|Thi hành|Xét(?: đề nghị của [^;]{3,80}? tại)?"
    r"|Theo đề nghị của [^;]{3,80}? tại|Trên cơ sở|Tiếp tục thực hiện)\s{1,2}",
    re.IGNORECASE,
)
_YEAR_IN_TITLE = re.compile(r"năm\s{1,2}(\d{4})", re.IGNORECASE)


def find_cited(text: str) -> list[tuple[re.Match[str], str | None]]:
    """Cited documents with a number, each with its ISO day where one is printed."""
    found: list[tuple[re.Match[str], str | None]] = []
    if not _ANY_NUMBER.search(text):
        return found
    for cited in CITED.finditer(text):
        days = dates.find_days(cited.group("day") or "")
        found.append((cited, days[0].iso() if days else None))
    return found


def read_based_on(preamble: list[Paragraph]) -> list[CitedDocument]:
    """What the preamble rests on: one entry for each "Căn cứ ...", "Thực hiện ...", up to its ";" or to the issuer's own sentence."""
    found: list[CitedDocument] = []
    for paragraph in preamble:
        lead = _LEAD.match(paragraph.text)
        if not lead:
            continue
        for piece_start, piece in _pieces(paragraph.text, lead.end()):
            cited = find_cited(piece)
            match, day = cited[0] if cited else (None, None)
            number = re.sub(r"\s", "", match.group("number")).rstrip(".,") if match else None
            found.append(CitedDocument(title=" ".join(piece.split()) or None, number=number, date=day, line=paragraph.line_at(piece_start)))
    return found


def _first_sentence(text: str, start: int) -> str:
    """What the basis says, without the sentences that follow it in the same paragraph."""
    end = next((b for a, b in sentences(text, start)), len(text))
    return text[start:end] if re.search(r"\.\s{1,3}$|\.$", text[start:end]) and len(text) - end > 200 else text[start:]


def _pieces(text: str, start: int) -> list[tuple[int, str]]:
    """The cited documents of a paragraph: between ";", without the clause in which the issuer speaks ("... xây dựng kế hoạch như sau:")."""
    pieces, at = [], start
    for part in re.split(
        r"(?<=;)|(?<=,)(?=\s[Cc]ăn cứ\s)|(?<=,)(?=\s(?:Kế hoạch|Quyết định|Chỉ thị|Nghị quyết|Chương trình)\s)",
        _first_sentence(text, start),
    ):
        body = re.sub(r"^\s*[Cc]ăn cứ\s", " ", part.rstrip(" ;.:,"))
        if body and not re.search(r"(?:như sau|sau đây)$", body) and not re.search(r"\bsau$", body):
            pieces.append((at, body))
        elif body and re.search(r"\. ", body):
            pieces.append((at, body.split(". ")[0]))
        elif body and re.search(r"[;,]\s", body) and at == start:
            pieces.append((at, re.split(r",\s(?=(?:[Uu][ỷy] ban|Ủy ban|UBND|Ban Chỉ đạo|Công an|Sở)\s)", body)[0]))
        at += len(part)
    return pieces


def year_of_title(text: str) -> int | None:
    """The year that a cited title names ("... năm 2024"), the last one when there are several."""
    years = _YEAR_IN_TITLE.findall(text)
    return int(years[-1]) if years else None
