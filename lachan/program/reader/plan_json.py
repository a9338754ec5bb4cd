"""A draft as the JSON object `lachan.plan/1` that `lachan plan read --json` prints. Empty fields are left out, as the form asks."""

from typing import Any

from lachan.program.reader.draft import DeadlineItem, DocumentFields, Draft, Item, Recurrence, TargetItem, TaskItem


def to_json(draft: Draft) -> dict[str, Any]:
    """The draft in the form `lachan.plan/1`: plain dicts, lists, strings, numbers."""
    return {
        "schema": draft.schema,
        "document": _document(draft.document),
        "targets": [_target(item) for item in draft.targets],
        "objectives": [_filled({**_place(item), "section": item.section}) for item in draft.objectives],
        "tasks": [_task(item) for item in draft.tasks],
        "deadlines": [_deadline(item) for item in draft.deadlines],
        "outline_title": draft.outline_title,
        "outline": [
            _filled({**_place(item), "path": item.path, "notes": [note.line for note in item.notes]}) for item in draft.outline
        ],
        "flags": [_filled({"line": flag.line, "start": flag.start, "end": flag.end, "code": flag.code, "message": flag.message}) for flag in draft.flags],
    }  # fmt: skip


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is not said: None, and empty lists."""
    return {key: value for key, value in values.items() if value is not None and value != [] and value != ""}


def _place(item: Item) -> dict[str, Any]:
    return {
        "line": item.line,
        "start": item.start,
        "end": item.end,
        "text": item.text,
        "continues_on": item.continues_on,
        "confidence": item.confidence,
        "doubts": list(item.doubts),
    }


def _document(fields: DocumentFields) -> dict[str, Any]:
    signer, period = fields.signer, fields.period
    return {
        "number": fields.number,
        "type": fields.type,
        "issuing_body": fields.issuing_body,
        "place": fields.place,
        "date": fields.date,
        "title": fields.title,
        "signer": {"name": signer.name, "title": signer.title} if signer else None,
        "period": {"start": period.start, "end": period.end, "basis": period.basis} if period else None,
        "based_on": [_filled({"number": one.number, "date": one.date, "title": one.title, "line": one.line}) for one in fields.based_on],
        "recipients": list(fields.recipients),
        "standing_agency": fields.standing_agency,
        "lines": dict(fields.lines),
        "doubts": {key: list(reasons) for key, reasons in fields.doubts.items()},
    }


def _target(item: TargetItem) -> dict[str, Any]:
    names = (
        "indicator",
        "op",
        "op_strict",
        "value",
        "value_to",
        "unit",
        "per",
        "due",
        "due_basis",
        "denominator",
        "recurrence",
        "change",
        "baseline",
        "section",
    )
    return _filled({**_place(item), **{name: getattr(item, name) for name in names}})


def _task(item: TaskItem) -> dict[str, Any]:
    filled = _filled({**_place(item), "section": item.section, "kind": item.kind, "due": item.due})
    return filled | {
        "lead": list(item.lead),
        "coordinating": list(item.coordinating),
        "requested": list(item.requested),
        "role_lines": list(item.role_lines),
        "details": [{"line": place.line, "start": place.start, "end": place.end} for place in item.details],
        "other_roles": [{"agency": name, "role": role} for name, role in item.others],
    }


def _deadline(item: DeadlineItem) -> dict[str, Any]:
    names = ("kind", "before", "date", "start_date", "end_date", "what", "to", "via", "section")
    values = {**_place(item), **{name: getattr(item, name) for name in names}, "from_whom": list(item.from_whom)}
    values["recurrence"] = _recurrence(item.recurrence) if item.recurrence else None
    return _filled(values)


def _recurrence(recurrence: Recurrence) -> dict[str, Any]:
    return _filled({
        "freq": list(recurrence.freq),
        "quarters": list(recurrence.quarters),
        "before_month_days": list(recurrence.before_month_days),
        "month_days": list(recurrence.month_days),
        "before_day_of_month": recurrence.before_day_of_month,
    })  # fmt: skip
