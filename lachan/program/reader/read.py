"""A plan's text to its draft: lines, parts, tree, then each kind of thing in its own pass."""

import re
from dataclasses import replace

from lachan.program.reader.assignment_tables import deadlines_of_rows, take_tables, tasks_of_rows
from lachan.program.reader.deadlines import find_deadlines
from lachan.program.reader.draft import DeadlineItem, DocumentFields, Draft, TaskItem
from lachan.program.reader.flags import find_flags
from lachan.program.reader.issuer import plain_body
from lachan.program.reader.lines import Paragraph, make_paragraphs, split_lines
from lachan.program.reader.metadata import read_document
from lachan.program.reader.outline import find_outline
from lachan.program.reader.parts import Parts, split_parts
from lachan.program.reader.sections import cite, kinds_of_parts
from lachan.program.reader.targets import find_objectives, find_targets
from lachan.program.reader.tasks import find_tasks
from lachan.program.reader.tree import Node, build_tree

_UNTIL = re.compile(r"đến\s(?:hết\s)?năm\s(?P<year>20\d{2})", re.IGNORECASE)


def read_plan(text: str) -> Draft:
    """The draft of a plan from its text. Never raises on bad text: what cannot be read is simply not in the draft."""
    lines = split_lines(text)
    paragraphs = make_paragraphs(lines)
    parts = split_parts(paragraphs)
    document = read_document(parts, paragraphs)
    body, rows = take_tables(parts.body, "Bảng")
    parts.annex, more_rows = take_tables(parts.annex, "Phụ lục")
    rows += more_rows
    root = build_tree(body)
    kinds = kinds_of_parts(root)
    last_year = _last_year(document)
    targets = find_targets(root, kinds, last_year)
    in_tables = tasks_of_rows(rows)
    orders = build_tree(parts.articles)
    tasks = [*find_tasks(orders, kinds_of_parts(orders)), *find_tasks(root, kinds)]
    deadlines = [*_deadlines(parts, root, kinds, tasks, document), *deadlines_of_rows(rows, in_tables, year=_year(document))]
    tasks = sorted([*tasks, *in_tables], key=lambda task: (task.line, task.start))
    outline_title, outline = find_outline(parts.outline)
    return Draft(
        document=document,
        targets=tuple(targets),
        objectives=tuple(find_objectives(root, kinds, targets)),
        tasks=tuple(_with_due(task, deadlines) for task in tasks),
        deadlines=tuple(deadlines),
        outline=tuple(outline),
        outline_title=outline_title,
        flags=tuple(find_flags(document=document, parts=parts, root=root, deadlines=deadlines, lines=lines)),
        lines=tuple(line.text for line in lines),
    )


def _last_year(document: DocumentFields) -> str | None:
    """The last year of the plan; what a target without a date is due by."""
    if document.period:
        return document.period.end[:4]
    until = _UNTIL.search(document.title or "")
    return until.group("year") if until else None


def _year(document: DocumentFields) -> int | None:
    """The year that completes a day printed without one: the plan's last, else that of its issue."""
    return int(document.period.end[:4]) if document.period else int(document.date[:4]) if document.date else None


def _deadlines(parts: Parts, root: Node, kinds: dict[Node, str], tasks: list[TaskItem], document: DocumentFields) -> list[DeadlineItem]:
    year = _year(document)
    leads = {task.line: task.lead for task in tasks if task.lead}
    nodes: dict[int, Node] = {node.line: node for node in root.walk() if node.paragraph is not None}
    found: list[DeadlineItem] = []
    flat: list[Paragraph] = [*(parts.head if parts.is_article_about else []), *parts.articles, *parts.body, *_notes(parts)]
    for paragraph in flat:
        node = nodes.get(paragraph.line)
        start = node.start if node and node.paragraph is paragraph else 0
        section = cite(node) if node else ""
        part = kinds[node] if node else ""
        found += find_deadlines(paragraph, start, year=year, section=section, lead=leads.get(paragraph.line, ()), part=part)
    issuer = plain_body(document.issuing_body or "")
    kept = [item for item in found if not (item.kind == "onward" and issuer.startswith(plain_body(item.to or "-")))]
    return _once([_from_whom(item, tasks) for item in kept])


def _from_whom(item: DeadlineItem, tasks: list[TaskItem]) -> DeadlineItem:
    """A report that names no sender is owed by those whom the item before asks for their plans; said as a doubt."""
    if item.from_whom or item.kind not in ("recurring", "date") or not item.to:
        return item
    before = [task for task in tasks if task.kind == "organisation" and task.line < item.line and _is_group(task.lead)]
    if not before:
        return item
    reason = f"Câu này không nêu đơn vị phải gửi; lấy theo mục {before[-1].section}."
    return replace(item, from_whom=before[-1].lead, doubts=(*item.doubts, reason), confidence=round(item.confidence - 0.1, 2))


def _is_group(names: tuple[str, ...]) -> bool:
    return any(" các " in f" {name.lower()} " for name in names)


def _notes(parts: Parts) -> list[Paragraph]:
    """Notes on the whole outline: the window of its figures."""
    return [paragraph for paragraph in parts.outline if paragraph.text.lstrip().startswith("(")]


def _once(found: list[DeadlineItem]) -> list[DeadlineItem]:
    """Days of action are told once in a document, however often it names them."""
    told: set[tuple[str, ...]] = set()
    kept = []
    for item in found:
        days = item.recurrence.month_days if item.recurrence else ()
        if days and days in told:
            continue
        told.add(days)
        kept.append(item)
    return kept


def _with_due(task: TaskItem, deadlines: list[DeadlineItem]) -> TaskItem:
    """The task with the day or period that its own lines name."""
    lines = {task.line, *(place.line for place in task.rest)}
    for item in deadlines:
        if item.line in lines and item.kind in ("date", "period"):
            due = item.before or item.date or f"{item.start_date}/{item.end_date}"
            return replace(task, due=due)
    return task
