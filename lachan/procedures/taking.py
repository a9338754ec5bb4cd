"""What a person enters when taking a step."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class Taking:
    """The day, the hour where it matters (aware), the decision's number, the declared fields by code."""

    on: date
    at: datetime | None = None
    decision_number: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
