"""The plan reader: the text of a signed plan to a draft of its targets, tasks, deadlines and report outline. Deterministic; no Django."""

from lachan.program.reader.draft import Draft
from lachan.program.reader.plan_json import to_json
from lachan.program.reader.read import read_plan

__all__ = ["Draft", "read_plan", "to_json"]
