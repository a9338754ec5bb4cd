"""Targets: percentages and counted aims of a plan, several in a sentence, each with its comparison, unit, milestone and denominator."""

import itertools
import re
from dataclasses import dataclass, replace

from lachan.program.reader.agencies import phrases
from lachan.program.reader.draft import ObjectiveItem, TargetItem
from lachan.program.reader.sections import cite, is_heading
from lachan.program.reader.sentences import clauses, sentences, trim
from lachan.program.reader.tables import measures as words
from lachan.program.reader.tree import Node

MAX_IN_CLAUSE = 20
"""Numbers of one clause that are read; a clause with more is a table, not a sentence."""

_ANY_CASE = re.IGNORECASE
_DIGIT = re.compile(r"\d|ít nhất|tối thiểu|chí ít", re.IGNORECASE)
_PERCENT_SIGN = re.compile(r"%|phần trăm", _ANY_CASE)
_AFTER = rf"(?P<after>\s{{1,2}}(?:{phrases(words.OR_MORE)}|{phrases(words.OR_LESS)}))?"
_BEFORE = (
    rf"(?:(?P<most>{phrases(words.AT_MOST)})|(?P<least>{phrases(words.AT_LEAST)})|(?P<more>{phrases(words.STRICT_MORE)})"
    rf"|(?P<less>{phrases(words.STRICT_LESS)}))\s{{1,3}}"
)
_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,7}(?:,\d{1,3}|\.\d{1,2}(?!\d))?"
PERCENT = re.compile(
    rf"(?:{_BEFORE})?(?<![\d.,/])(?P<value>{_NUMBER})\s{{0,2}}%?(?:\s{{0,2}}(?:-|–|đến)\s{{0,2}}(?P<upper>{_NUMBER}))?\s{{0,2}}"
    rf"(?:%|phần trăm(?!\w)){_AFTER}",
    _ANY_CASE,
)
_WORDS = phrases(tuple(words.NUMBER_WORDS))
COUNT = re.compile(
    rf"(?:{_BEFORE})?(?<![\d.,/\w])(?P<value>{_NUMBER}|{_WORDS})(?:\s{{0,2}}(?:-|–|đến)\s{{0,2}}(?P<upper>{_NUMBER}))?\s{{1,2}}"
    rf"(?P<unit>{phrases(words.COUNT_UNITS)}){_AFTER}",
    _ANY_CASE,
)
_YEAR = r"(?:19|20|21)\d{2}"
_MILESTONE = re.compile(
    rf"(?:đến|tới|trước|vào|trong|cuối|hết)?\s{{0,2}}(?:(?:hết|cuối)\s)?năm\s{{1,2}}(?P<year>{_YEAR})|(?:đến|tới)\s{{1,2}}"
    rf"(?P<year2>{_YEAR})(?!\d)",
    _ANY_CASE,
)
_PER_WORDS = phrases(words.PER_UNITS)
_PER = re.compile(
    rf"(?P<each>(?:mỗi|từng)\s{{1,2}}(?P<per>{phrases(words.PER_UNITS)}))|/\s?(?P<slash>{phrases(words.PER_UNITS)})", _ANY_CASE
)
_LEVEL_HAS = re.compile(r"(?:cấp\s)?(?P<per>huyện|xã|tỉnh|phường)\s{1,2}(?:đều\s)?có\s", _ANY_CASE)
_YEARLY = re.compile(r"(?:hàng|hằng|mỗi)\s{1,2}năm|/\s?năm", _ANY_CASE)
_DENOMINATOR = re.compile(r"(?:trên\s{1,2}|so với\s{1,2}|trong\s{1,2})?(?P<total>tổng số\s[^;.,()%]{2,120})", _ANY_CASE)
_TOLD_YEAR = re.compile(r"\W{0,3}(?:Trong\s)?(?:năm|giai đoạn)\s(?:19|20)\d{2}", _ANY_CASE)
_BUILDS = re.compile(r"\W{0,4}(?:xây dựng|thành lập|tổ chức|duy trì|mở|nhân rộng|phát triển|bố trí)(?:\s\w+){0,2}\s*$", _ANY_CASE)
_FOR_WHOM = re.compile(r"(?:cho|với|gồm|của|trong tổng số|trên)\s*$", _ANY_CASE)
_PAST = re.compile(phrases(words.PAST_WORDS), _ANY_CASE)
_MONEY_UNIT = re.compile(rf"\s{{0,2}}{phrases(words.MONEY_UNITS)}(?!\s{{1,2}}lệ)", _ANY_CASE)
_MONEY_WORD = re.compile(phrases(words.MONEY_WORDS), _ANY_CASE)
_CHANGE = re.compile(
    rf"(?:(?P<down>{phrases(words.DECREASE)})|(?P<up>{phrases(words.INCREASE)}))(?:\s(?:được|thêm|từ|ít nhất|tối thiểu|trên"
    rf"|khoảng|xuống|bình quân))*\s*$",
    _ANY_CASE,
)
_BASELINE = re.compile(r"so với\s(?!tổng)[^;.,]{3,80}", _ANY_CASE)
_EDGE_WORDS = phrases(words.INDICATOR_LEADS)
_EDGE_START = re.compile(rf"^(?:{_EDGE_WORDS}[\s,:]{{1,3}}){{1,8}}", _ANY_CASE)
_EDGE_END = re.compile(rf"(?:[\s,]{{1,3}}{_EDGE_WORDS}){{1,8}}$", _ANY_CASE)
_EDGE_ALL = re.compile(_EDGE_WORDS, _ANY_CASE)
_SLASH = re.compile(rf"\s?/\s?(?P<per>{phrases(words.PER_UNITS)})", _ANY_CASE)
_CLAUSE_LEAD = re.compile(r"[\s,;]{0,8}(?:(?:và|còn|trong đó:?|đồng thời,?)\s)?\s{0,3}")
_LABEL = re.compile(r"^\s*(?:\(?\d{1,2}\)\.?|\(?[a-zđ]\)|[-+•])\s*")
_SECOND_PART = re.compile(r"([^;]{3,240}?\sđược\s[^;]{2,160}?)\svà\s(?:các|số|những|mọi)\s[^;,]{3,160}?\sđược\s")
_SCOPE = re.compile(r"\s(?:các\s)?[^,;.]{2,40}?\s(?:đều\s)?(?:có|tổ chức|xây dựng|thành lập|được)\s(?:[^,;.]{1,40}\s)?", _ANY_CASE)
_LEVEL_LIST = re.compile(rf"(?:{_PER_WORDS})\s?,(?=\s{{1,2}}{_PER_WORDS})", _ANY_CASE)
_INLINE_LABEL = re.compile(
    r"(?i:chỉ tiêu|mục tiêu)(?:\ssố)?\s\d{1,2}\s{0,2}[:.]\s{1,2}|(?:^|(?<=[:;,])|(?<=[:;,]\s))\(\d{1,2}\)\.?\s{1,2}|(?:trong đó"
    r"|cụ thể)\s?:\s{1,2}"
)
_AIM = re.compile(phrases(words.FUTURE_WORDS), _ANY_CASE)


@dataclass(frozen=True, slots=True)
class _Found:
    """One number that may be a target, with the clause that it stands in."""

    match: re.Match[str]
    is_percent: bool


def find_targets(root: Node, kinds: dict[Node, str], last_year: str | None) -> list[TargetItem]:
    """The targets of the tree in the order of the text. `last_year` is the last year of the plan: what is due when nothing is said."""
    items: list[TargetItem] = []
    for node in root.walk():
        if node.paragraph is None or kinds[node] in ("background", "funding") or not _DIGIT.search(node.paragraph.text, node.start):
            continue
        by_heading = _year_of_heading(node)
        for start, end in sentences(node.paragraph.text, node.start):
            found = _targets_of_sentence(node, start, end, kinds[node], by_heading or last_year)
            items += [replace(item, due_basis="text") if by_heading and item.due_basis == "period" else item for item in found]
    return items


def _year_of_heading(node: Node) -> str | None:
    """The year of the nearest heading above that names a milestone and little else: "2. Đến năm 2030"."""
    for above in node.ancestors():
        low = above.text.lower()
        mark = _MILESTONE.search(low) if len(low.split()) <= 9 and "định hướng" not in low and "tầm nhìn" not in low else None
        if mark:
            return mark.group("year") or mark.group("year2")
    return None


def _targets_of_sentence(node: Node, start: int, end: int, kind: str, last_year: str | None) -> list[TargetItem]:
    text = node.paragraph.text if node.paragraph else ""
    items: list[TargetItem] = []
    for begin, stop in clauses(text, start, end):
        found = [number for number in _numbers(text, begin, stop, kind) if not _is_past(text, start, number, kind)]
        found = _without_scopes(text, found)
        spans = _spans(text, begin, stop, found)
        for number, (a, b) in zip(found, spans, strict=True):
            item = _item(node, number, a, b, (begin, stop), start, last_year)
            if item:
                items.append(item)
    return items


def _numbers(text: str, begin: int, stop: int, kind: str) -> list[_Found]:
    """Percentages, and counts that are aims: with a comparison, per unit, or in a part on targets."""
    if not _DIGIT.search(text, begin, stop):
        return []
    has_percent = _PERCENT_SIGN.search(text, begin, stop)
    percents = (
        [] if not has_percent else [_Found(found, True) for found in PERCENT.finditer(text, begin, stop) if not _is_money(text, found)]
    )
    taken = [(number.match.start(), number.match.end()) for number in percents]
    counts = []
    for found in COUNT.finditer(text, begin, stop):
        if any(a < found.end() and found.start() < b for a, b in taken) or _is_money(text, found):
            continue
        if _is_counted_aim(text, found, begin, stop, kind):
            counts.append(_Found(found, False))
    return sorted([*percents, *counts], key=lambda number: number.match.start())[:MAX_IN_CLAUSE]


def _without_scopes(text: str, found: list[_Found]) -> list[_Found]:
    """ "100% cấp huyện có ít nhất 05 báo cáo viên": the percentage says where, the count is the target."""
    kept = []
    for i, number in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        gap = _LEVEL_LIST.sub(" ", text[number.match.end() : following.match.start()]) if following else ""
        if number.is_percent and following and not following.is_percent and _SCOPE.fullmatch(gap):
            continue
        kept.append(number)
    return kept


def _is_counted_aim(text: str, found: re.Match[str], begin: int, stop: int, kind: str) -> bool:
    compared = any(found.group(name) for name in ("most", "least", "more", "less")) or found.group("after")
    if found.group("least") and found.group("least").lower() == "từ" and not found.group("after") and not found.group("upper"):
        compared = False
    per = _PER.search(text, begin, stop)
    if compared:
        return kind in ("objective", "task", "organisation", "") and bool(per or kind == "objective" or _AIM.search(text, begin, stop))
    if found.group("value").lower() in words.NUMBER_WORDS:
        return False
    if _FOR_WHOM.search(text[max(begin, found.start() - 20) : found.start()]):
        return False
    if kind == "objective" and _BUILDS.match(text[begin : found.start()]):
        return True
    change = _CHANGE.search(text[max(begin, found.start() - 120) : found.start()])
    return bool(per) or (kind == "objective" and bool(change or _AIM.search(text, begin, found.start())))


def _is_money(text: str, found: re.Match[str]) -> bool:
    return bool(_MONEY_UNIT.match(text, found.end()) or _MONEY_WORD.search(text[max(found.start() - 40, 0) : found.start()]))


def _is_past(text: str, start: int, number: _Found, kind: str) -> bool:
    """A result of the past: told by words before the number in its sentence. In a part on aims only the nearest words count."""
    at = number.match.start()
    if _TOLD_YEAR.match(text, start) and " đã " in text[start:at]:
        return True
    if kind == "objective" and any(number.match.group(name) for name in ("most", "least", "more")):
        return False
    before = text[max(start, at - (60 if kind == "objective" else 240)) : at]
    return bool(_PAST.search(before))


def _spans(text: str, begin: int, stop: int, found: list[_Found]) -> list[tuple[int, int]]:
    """The part of the clause that each number has: cut before the next number's own words ("và năm 2015 đạt 100% ...")."""
    edges = [begin]
    for before, number in itertools.pairwise(found):
        gap = text[before.match.end() : number.match.start()]
        inside = [(mark.start(), mark.end()) for mark in _LEVEL_LIST.finditer(gap)]
        marks = [mark.start() for mark in re.finditer(r",\s|\svà\s", gap) if not any(x <= mark.start() < y for x, y in inside)]
        cut = max(marks, default=None)
        edges.append(before.match.end() + cut if cut is not None else number.match.start())
    return list(zip(edges, [*edges[1:], stop], strict=True)) if found else []


def _item(
    node: Node, number: _Found, a: int, b: int, clause: tuple[int, int], sentence_start: int, last_year: str | None
) -> TargetItem | None:
    assert node.paragraph is not None
    text, found = node.paragraph.text, number.match
    doubts: list[str] = []
    start, end = _trim_clause(text, a, b)
    labels = list(_INLINE_LABEL.finditer(text, start, found.start()))
    start = labels[-1].end() if labels else start
    measured = text[start:end]
    if clause[1] > b and number.is_percent and _says_nothing(text, start, b, found):
        end = _trim_clause(text, a, clause[1])[1]
        last = list(PERCENT.finditer(text, found.end(), end))
        measured = text[last[-1].end() if last else start : end]
        doubts.append("Đối tượng của chỉ tiêu ghi chung ở cuối câu.")
    conjunct = _SECOND_PART.match(text, found.end(), end)
    if conjunct and number.is_percent:
        doubts.append(f"Vế sau “{' '.join(text[conjunct.end(1) : end].split())[3:83]}...” có thể cùng tỷ lệ này.")
        end = conjunct.end(1)
        measured = text[start:end]
    places = node.paragraph.places(start, end)
    if not places:
        return None
    op, strict = _comparison(found)
    due, basis, milestone = _due(text, a, b, clause, sentence_start, last_year)
    change, baseline = _change(text, found, clause)
    denominator = _DENOMINATOR.search(text, found.end(), b)
    per = None if number.is_percent else _per(text, a, b, found)
    first, *rest = places
    return TargetItem(
        line=first.line, start=first.start, end=first.end, text=first.text, rest=tuple(rest),
        confidence=round((0.95 if number.is_percent else 0.8) - 0.1 * len(doubts), 2), doubts=tuple(doubts),
        indicator=_indicator(measured, found.group(), milestone, kept=None if number.is_percent else found.group("unit")), op=op, op_strict=strict,
        value=_value(found.group("value")), value_to=_value(found.group("upper")) if found.group("upper") else None,
        unit="%" if number.is_percent else " ".join(found.group("unit").lower().split()), per=per, due=due, due_basis=basis,
        denominator=" ".join(denominator.group("total").split()).strip() if denominator else None,
        recurrence="yearly" if _YEARLY.search(text, max(sentence_start, clause[0] - 600), clause[1]) else None, change=change, baseline=baseline,
        section=cite(node),
    )  # fmt: skip


def _says_nothing(text: str, a: int, b: int, found: re.Match[str]) -> bool:
    """ "Đến năm 2013 đạt 85% và ...": the number has no words of its own, what is measured follows the next number."""
    own = _MILESTONE.sub(" ", text[a : found.start()] + " " + text[found.end() : b])
    return not re.search(r"\w", _EDGE_ALL.sub(" ", own))


def _trim_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause without list labels, commas and "và" at its beginning, and stops at its end."""
    label = _LABEL.match(text[start : min(end, start + 20)])
    start += label.end() if label else 0
    lead = _CLAUSE_LEAD.match(text, start, end)
    start = lead.end() if lead else start
    label = _LABEL.match(text[start : min(end, start + 20)])
    start += label.end() if label else 0
    return trim(text, start, end)


def _comparison(found: re.Match[str]) -> tuple[str, str | None]:
    after = (found.group("after") or "").strip().lower()
    if found.group("upper"):
        return "range", None
    if found.group("most") or after in words.OR_LESS:
        return "<=", None
    if found.group("least") or after in words.OR_MORE:
        return ("=", None) if (found.group("least") or "").lower() == "từ" and not after else (">=", None)
    if found.group("more"):
        return ">=", ">"
    if found.group("less"):
        return "<=", "<"
    return "=", None


def _due(
    text: str, a: int, b: int, clause: tuple[int, int], sentence_start: int, last_year: str | None
) -> tuple[str | None, str | None, str]:
    """The milestone year of the number's own words, else of the clause or sentence before it, else the plan's last year."""
    for start, end in ((a, b), (clause[0], a), (max(sentence_start, clause[0] - 600), clause[0])):
        marks = [
            mark for mark in _MILESTONE.finditer(text, start, end) if "so với" not in text[max(mark.start() - 20, 0) : mark.start()].lower()
        ]
        if marks:
            mark = marks[0] if (start, end) == (a, b) else marks[-1]
            return mark.group("year") or mark.group("year2"), "text", mark.group()
    return last_year, "period" if last_year else None, ""


def _change(text: str, found: re.Match[str], clause: tuple[int, int]) -> tuple[str | None, str | None]:
    change = _CHANGE.search(text[max(clause[0], found.start() - 120) : found.start()])
    if change is None:
        return None, None
    baseline = _BASELINE.search(text, found.end(), clause[1])
    return ("decrease" if change.group("down") else "increase"), " ".join(baseline.group().split()) if baseline else None


def _per(text: str, a: int, b: int, found: re.Match[str]) -> str | None:
    slash = _SLASH.match(text, found.end())
    if slash:
        return slash.group("per").lower()
    each = _PER.search(text, a, b)
    if each:
        return (each.group("per") or each.group("slash")).lower()
    has = _LEVEL_HAS.search(text, a, found.start())
    return has.group("per").lower() if has and not found.group().rstrip().endswith("%") else None


def _indicator(clause: str, number: str, milestone: str, *, kept: str | None) -> str:
    """What is measured: the clause without the number, the comparison, the milestone and the denominator; a counted unit is kept."""
    left = clause.replace(number, f" {kept or ''} ", 1)
    if milestone:
        left = left.replace(milestone.strip(), " ", 1)
    denominator = _DENOMINATOR.search(left)
    if denominator and denominator.start() > 12:
        left = left[: denominator.start()]
    left = " ".join(left.split()).replace(" /", "/").strip(" ,.;:-")
    return _EDGE_END.sub("", _EDGE_START.sub("", left)).strip(" ,.;:-") or left


def _value(printed: str) -> int | float:
    """1.500 → 1500, 97,5 → 97.5, "ba" → 3."""
    low = printed.lower()
    if low in words.NUMBER_WORDS:
        return words.NUMBER_WORDS[low]
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", low):
        return int(low.replace(".", ""))
    value = float(low.replace(",", "."))
    return int(value) if value.is_integer() else value


def find_objectives(root: Node, kinds: dict[Node, str], targets: list[TargetItem]) -> list[ObjectiveItem]:
    """Aims without a number: the items of the parts on aims that bear no target."""
    with_target = {(target.line) for target in targets}
    items = []
    for node in root.walk():
        if node.paragraph is None or kinds[node] != "objective" or is_heading(node) or len(node.text.split()) < 6:
            continue
        if any(line in with_target for _, line, _ in node.paragraph.pieces) or node.children:
            continue
        start, end = trim(node.paragraph.text, node.start, len(node.paragraph.text))
        places = node.paragraph.places(start, end)
        if places:
            first, *rest = places
            items.append(
                ObjectiveItem(
                    line=first.line, start=first.start, end=first.end, text=first.text, rest=tuple(rest), confidence=0.7, section=cite(node)
                )
            )
    return items
