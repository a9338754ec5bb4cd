"""What the register holds of a document: number, kind, issuer, place, day, title, signer, period, what it rests on, who receives it."""

import re

from lachan.program.reader import dates
from lachan.program.reader.agencies import read_agencies, standing_agency
from lachan.program.reader.citations import read_based_on
from lachan.program.reader.draft import DocumentFields, Period, Signer
from lachan.program.reader.issuer import read_issuer
from lachan.program.reader.lines import Paragraph
from lachan.program.reader.parts import Parts, marker_kind
from lachan.program.reader.signature import read_recipients, read_signer
from lachan.program.reader.spelling import bare
from lachan.program.reader.tables.heads import DOCUMENT_TYPES, MOTTO, PREAMBLE_STARTS, TYPE_CODES, TYPE_WORDS
from lachan.program.reader.tables.numbering import UPPER
from lachan.program.reader.tables.portals import EMPTY_VALUES, FIELD_KEYS
from lachan.program.reader.tree import read_label

NUMBER = re.compile(
    r"(?<!\w)(?P<n>\d{1,5}[a-z]?)\s{0,3}/\s{0,3}(?P<code>(?:\d{4}\s?/\s?)?[A-ZĐ][A-ZĐa-zđ0-9&.]{0,14}"
    r"(?:\s?[-–]\s?[A-ZĐ][A-ZĐa-zđ0-9&./]{0,20}){0,4})"
)
_NUMBER_LINE = re.compile(r"(?:Số|SỐ|So)\s{0,3}:?\s{0,4}(?=\d|/|\.)")
_PLACE_DATE = re.compile(
    r"(?P<place>[^\W\d_][^,\d|]{1,40}),\s{0,3}(?i:ngày)\s{0,8}(?P<d>\d{0,2})[\s.…]{0,12}(?i:tháng)\s{0,8}"
    r"(?P<m>\d{0,2})[\s.…]{0,12}(?i:năm)\s{0,8}(?P<y>\d{4})"
)
_HALF_OF_A_PLACE = re.compile(rf"[{UPPER}][^\W\d_]{{0,7}}(?:\s[{UPPER}][^\W\d_]{{0,7}})?")
"""A line that holds only the first half of a place's name, cut by layout from "... Hòa, ngày 17 tháng 8 năm 2017"."""
_ENACTED_WITH = re.compile(
    r"\((?:Ban hành|Kèm theo|Ban hành kèm theo)[^()]{0,60}?(?:Quyết định|Kế hoạch|Công văn|Nghị quyết|Văn bản)[^()]{0,10}số[^()]{3,200}\)",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"(?:[Nn]gày\s(?P<day>[\d/.\-]{6,10}|\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4}),?\s)?(?P<who>[^.;]{3,120}?)\s(?:đã\s)?ban hành\s(?P<type>Kế hoạch|Quyết định"
    r"|Chương trình|Chỉ thị)\ssố\s"
)


def read_document(parts: Parts, paragraphs: list[Paragraph]) -> DocumentFields:
    """The fields of the register; what the document does not say stays empty."""
    portal = read_portal(parts.portal)
    lines: dict[str, int] = {}
    doubts: dict[str, tuple[str, ...]] = {}
    number = _number(parts, portal, lines, doubts)
    place, day = _place_and_date(parts, portal, lines, doubts)
    kind = _type(parts, number, portal, lines)
    title, after_title = _title(parts, lines)
    if title is None:
        title = portal.get("title", (None, 0))[0]
    issuer = read_issuer(parts, paragraphs, number=number, place=place, portal=portal, lines=lines, doubts=doubts)
    if parts.is_article_about:
        number, day, title, kind = _from_report(parts, number, day, title, kind, lines, doubts)
    return DocumentFields(
        number=number, type=kind, issuing_body=issuer, place=place, date=day, title=title,
        signer=read_signer(parts, portal, lines) or _signer_of_portal(portal, lines), period=_period(title, parts, doubts),
        based_on=tuple(read_based_on(_preamble(parts, after_title))), recipients=tuple(read_recipients(parts)),
        standing_agency=_standing(parts), lines=lines, doubts=doubts,
    )  # fmt: skip


def read_portal(rows: list[Paragraph]) -> dict[str, tuple[str, int]]:
    """ "Số hiệu: | 08/KH-UBND | Người ký: | ..." → field to (value, line). Values that say nothing are left out."""
    found: dict[str, tuple[str, int]] = {}
    for row in rows:
        cells = [cell.strip() for cell in re.split(r"[|\t]", row.text)]
        key = None
        for cell in cells:
            name, colon, value = cell.partition(":")
            if colon and bare(name).strip() in FIELD_KEYS:
                key = FIELD_KEYS[bare(name).strip()]
                if value.strip():
                    _keep(found, key, value, row.line)
            elif key:
                _keep(found, key, cell, row.line)
                key = None
    return found


def _keep(found: dict[str, tuple[str, int]], key: str, value: str, line: int) -> None:
    value = value.strip(" ,;")
    if bare(value) not in EMPTY_VALUES:
        found.setdefault(key, (value, line))


def _number(parts: Parts, portal: dict[str, tuple[str, int]], lines: dict[str, int], doubts: dict[str, tuple[str, ...]]) -> str | None:
    for paragraph in parts.head:
        for cell in paragraph.text.split("|"):
            label = _NUMBER_LINE.match(cell.strip())
            found = NUMBER.match(cell.strip(), label.end()) if label else None
            if found:
                lines["number"] = paragraph.line
                if found.group() != clean_number(found):
                    doubts["number"] = ("Số hiệu in có khoảng trắng; đã bỏ khoảng trắng.",)
                return clean_number(found)
    if "number" in portal:
        lines["number"] = portal["number"][1]
        return portal["number"][0].replace(" ", "")
    for paragraph in [*parts.annex_head, *parts.head[:3]]:
        enacted = _ENACTED_WITH.search(paragraph.text)
        found = NUMBER.search(enacted.group() if enacted else "") if enacted else None
        if found:
            lines["number"] = paragraph.line
            doubts["number"] = ("Đọc từ dòng “ban hành kèm theo”, phần đầu văn bản không ghi số.",)
            return clean_number(found)
    for paragraph in parts.head[:2]:
        if len(paragraph.text) < 200 and paragraph.text.startswith(TYPE_WORDS):
            found = NUMBER.search(paragraph.text)
            if found:
                lines["number"] = paragraph.line
                return clean_number(found)
    return None


def clean_number(found: re.Match[str]) -> str:
    """ "04 /KH-BCĐ" → "04/KH-BCĐ"."""
    return re.sub(r"\s", "", found.group()).rstrip(".").replace("–", "-")


def _place_and_date(
    parts: Parts, portal: dict[str, tuple[str, int]], lines: dict[str, int], doubts: dict[str, tuple[str, ...]]
) -> tuple[str | None, str | None]:
    place = day = None
    for i, paragraph in enumerate(parts.head):
        following = parts.head[i + 1].text if i + 1 < len(parts.head) else ""
        found = _PLACE_DATE.search(paragraph.text)
        if not found and re.search(r",\s{0,3}ngày\s", paragraph.text) and len(following) < 60:
            found = _PLACE_DATE.search(f"{paragraph.text} {following}")
        if not found or len(paragraph.text) > 200:
            continue
        place = found.group("place").split("|")[-1].strip()
        before = parts.head[i - 1].text.strip() if i else ""
        if found.start() == 0 and _HALF_OF_A_PLACE.fullmatch(before):
            place = f"{before} {place}"
        lines["place"] = paragraph.line
        if found.group("d") and found.group("m"):
            printed = dates.Day(0, 0, int(found.group("d")), int(found.group("m")), int(found.group("y")))
            day = printed.iso()
            lines["date"] = paragraph.line
        if day is None:
            doubts["date"] = ("Dòng ngày tháng để trống hoặc không có trên lịch.",)
        break
    if day is None and "date" in portal:
        days = dates.find_days(portal["date"][0])
        day = days[0].iso() if days else None
        lines["date"] = portal["date"][1]
    if day is None:
        day = _date_enacted(parts, lines, doubts)
    return place, day


def _date_enacted(parts: Parts, lines: dict[str, int], doubts: dict[str, tuple[str, ...]]) -> str | None:
    for paragraph in parts.annex_head:
        enacted = _ENACTED_WITH.search(paragraph.text)
        days = dates.find_days(enacted.group()) if enacted else []
        if days and days[0].iso():
            lines["date"] = paragraph.line
            doubts["date"] = ("Đọc từ dòng “ban hành kèm theo”.",)
            return days[0].iso()
    return None


def _type(parts: Parts, number: str | None, portal: dict[str, tuple[str, int]], lines: dict[str, int]) -> str | None:
    for paragraph in parts.head:
        if paragraph.text.strip(" :") in DOCUMENT_TYPES:
            lines["type"] = paragraph.line
            return DOCUMENT_TYPES[paragraph.text.strip(" :")]
    for paragraph in parts.head:
        word = _type_at_start(paragraph.text)
        if word:
            lines["type"] = paragraph.line
            return DOCUMENT_TYPES[word]
    if number and "/" in number:
        code = number.split("/")[-1].split("-")[0].upper()
        if code in TYPE_CODES:
            return TYPE_CODES[code]
    return portal["type"][0] if "type" in portal else None


def _type_at_start(text: str) -> str | None:
    """ "KẾ HOẠCH Phòng, chống mua bán người năm 2024" on one line."""
    return next((word for word in sorted(DOCUMENT_TYPES, key=len, reverse=True) if text.startswith(word + " ") and len(text) < 400), None)


def _title(parts: Parts, lines: dict[str, int]) -> tuple[str | None, int]:
    """The title, and the index in the head of what follows it."""
    head = parts.head
    at = next((i for i, p in enumerate(head) if p.text.strip(" :") in DOCUMENT_TYPES), None)
    rest = ""
    if at is None:
        at = next((i for i, p in enumerate(head) if _type_at_start(p.text)), None)
        if at is None:
            at = _line_before_bare_title(head)
        if at is None:
            return None, 0
        kind = _type_at_start(head[at].text)
        rest = head[at].text[len(kind) :].strip() if kind else ""
    pieces, first = ([rest], head[at].line) if rest else ([], None)
    after = at + 1
    for i, paragraph in enumerate(head[at + 1 :], at + 1):
        text = paragraph.text.strip(" *")
        if not re.search(r"\w", text):
            continue
        if not _goes_on_title(text, pieces):
            break
        pieces.append(text)
        after = i + 1
        first = first or paragraph.line
    if not pieces:
        return None, after
    lines["title"] = first or 0
    title = " ".join(" ".join(pieces).split()).rstrip(" .;|")
    return _in_natural_case(title, parts), after


def _line_before_bare_title(head: list[Paragraph]) -> int | None:
    """The line of place and day when a title in capitals follows it without a line for the kind (portals lose it)."""
    for i, paragraph in enumerate(head[:-1]):
        following = head[i + 1].text.strip()
        if _PLACE_DATE.search(paragraph.text) and following.isupper() and len(following) > 20 and not bare(following).startswith(_BODIES):
            return i
    return None


_BODIES = ("uy ban nhan dan", "ban chi dao", "hoi dong", "chu tich", "bo ", "so ", "cong hoa", "doc lap")


def _goes_on_title(text: str, pieces: list[str]) -> bool:
    plain = bare(text)
    if marker_kind(text) or text.startswith("(") or plain.startswith(MOTTO):
        return False
    if not pieces:
        return len(text) < 500
    if pieces[-1].isupper() != text.isupper() or len(text) > 300:
        return False
    from_body = plain.startswith(
        ("uy ban nhan dan", "ban chi dao", "ubnd ", "chu tich", "giam doc", "bo truong", "thu tuong", *PREAMBLE_STARTS)
    )
    return not from_body and (text.isupper() or text[0].islower())


def _in_natural_case(title: str, parts: Parts) -> str:
    """A title in capitals, as it stands in small letters elsewhere in the head (portals print both)."""
    if not title.isupper():
        return title
    wanted = bare(title)
    for paragraph in parts.head:
        at = bare(paragraph.text).find(wanted)
        if at >= 0 and not paragraph.text[at : at + len(title)].isupper():
            found = paragraph.text[at : at + len(title)]
            return found[0].upper() + found[1:]
    return title


def _preamble(parts: Parts, after_title: int) -> list[Paragraph]:
    """The paragraphs between the title and the first section."""
    return [p for p in parts.head[after_title:] if bare(p.text).startswith(PREAMBLE_STARTS) and not p.text.isupper()]


def _signer_of_portal(portal: dict[str, tuple[str, int]], lines: dict[str, int]) -> Signer | None:
    if "signer" not in portal:
        return None
    lines["signer"] = portal["signer"][1]
    return Signer(name=portal["signer"][0], title=portal.get("signer_title", (None, 0))[0])


_YEARS = re.compile(r"giai đoạn\s{1,2}(?:từ\s)?(?:năm\s)?(?P<a>\d{4})\s{0,2}(?:-|–|đến(?: năm)?)\s{0,2}(?P<b>\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"(?<!đến\s)năm\s{1,2}(?P<y>\d{4})", re.IGNORECASE)
_UNTIL = re.compile(r"đến\s{1,2}(?:hết\s)?năm\s{1,2}(?P<y>\d{4})", re.IGNORECASE)
_REVIEW = re.compile(r"(?:tổng kết|sơ kết)", re.IGNORECASE)
_CARRIED_OUT = re.compile(r"[Tt]hời gian thực hiện[^.;]{0,60}")


def _period(title: str | None, parts: Parts, doubts: dict[str, tuple[str, ...]]) -> Period | None:
    """The days that the plan covers, from its title; of a review only when the text says when it is carried out."""
    for paragraph in [*parts.head, *parts.body]:
        said = _CARRIED_OUT.search(paragraph.text)
        span = _said_period(paragraph.text, said.start()) if said else None
        if span and not (title and _YEAR.search(title)):
            return Period(*span, basis="text")
    if not title:
        return None
    if _REVIEW.search(title[:40]):
        doubts["period"] = ("Văn bản tổng kết, sơ kết: giai đoạn nêu ở tên là giai đoạn được đánh giá, không phải thời gian thực hiện.",)
        return None
    years = _YEARS.search(title)
    year = _YEAR.search(title)
    if year and not (years and years.start() > year.start()):
        return Period(*dates.year_span(int(year.group("y"))))
    if years and int(years.group("a")) <= int(years.group("b")):
        return Period(*dates.year_span(int(years.group("a")), int(years.group("b"))))
    return None


_FROM_TO = re.compile(
    r"từ\s(?:ngày\s|tháng\s)?(?P<a>\d{1,2}/(?:\d{1,2}/)?\d{4})\s{0,2}(?:đến|-)\s{0,2}(?:hết\s)?(?:ngày\s|tháng\s)?(?P<b>\d{1,2}/"
    r"(?:\d{1,2}/)?\d{4})"
)


def _said_period(text: str, at: int) -> tuple[str, str] | None:
    """ "từ tháng 6/2021 đến tháng 6/2022" or between two days, soon after `at`."""
    found = _FROM_TO.search(text, at, at + 160)
    if not found:
        return None
    ends = []
    for i, printed in enumerate((found.group("a"), found.group("b"))):
        numbers = [int(number) for number in printed.split("/")]
        if len(numbers) == 3:
            ends.append(dates.Day(0, 0, *numbers).iso())
        else:
            span = dates.month_span(numbers[1], numbers[0])
            ends.append(span[i] if span else None)
    return (ends[0], ends[1]) if ends[0] and ends[1] else None


def _from_report(
    parts: Parts,
    number: str | None,
    day: str | None,
    title: str | None,
    kind: str | None,
    lines: dict[str, int],
    doubts: dict[str, tuple[str, ...]],
) -> tuple[str | None, str | None, str | None, str | None]:
    """A text that only tells of a document: "Ngày 31/5/2021, X đã ban hành Kế hoạch số 87/KH-BCĐ về ..."."""
    for paragraph in parts.head:
        found = _ISSUED.search(paragraph.text)
        if not found:
            continue
        printed = NUMBER.match(paragraph.text, found.end())
        if printed:
            number = number or clean_number(printed)
            lines["number"] = lines["title"] = paragraph.line
            about = re.compile(r"\s(?:về(?: việc)?\s)?([^.;]{5,200})").match(paragraph.text, printed.end())
            title = title or (about.group(1).strip() if about else None)
        days = dates.find_days(found.group("day") or "")
        if days and days[0].iso():
            day = day or days[0].iso()
            lines["date"] = paragraph.line
        doubts["number"] = ("Bài viết về văn bản, không phải chính văn bản: cần đối chiếu với bản ký.",)
        return number, day, title, found.group("type")
    return number, day, title, kind


def _standing(parts: Parts) -> str | None:
    before = ""
    for paragraph in [*parts.body, *parts.head]:
        found = standing_agency(paragraph.text[:1500])
        if found:
            return found
        node = read_label(paragraph)
        if node.text.lower().startswith(("là cơ quan thường trực", "làm cơ quan thường trực")) and before:
            return before
        names, _ = read_agencies(node.text, 0)
        before = names[0].name if len(names) == 1 else before
    return None
