"""The draft that the reader makes of a signed plan: what it found, where it stands, and how sure it is.

Every item points at the characters it came from. `line` counts from 1 after splitting the text on "\\n";
`start` and `end` are character offsets in that line, `end` exclusive; `text` is exactly `draft.lines[line - 1][start:end]`.
A sentence that a page break has cut goes on in `rest`, so a screen can mark all of it without the text being changed.
"""

from dataclasses import dataclass, field

SCHEMA = "lachan.plan/1"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line: the line's number and the characters from `start` to `end` (exclusive)."""

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every extracted thing has: its place, the rest of it on later lines, how sure the reader is (0..1) and why not surer."""

    line: int
    start: int
    end: int
    text: str
    rest: tuple[Place, ...] = ()
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()

    @property
    def continues_on(self) -> int | None:
        """The line on which the cut sentence goes on, or None."""
        return self.rest[0].line if self.rest else None

    @property
    def full_text(self) -> str:
        """The text with what a page break cut off."""
        return " ".join([self.text, *(place.text for place in self.rest)])


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed: the name and the office as printed (in sentence case)."""

    name: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day that the plan covers (ISO), and what says so: "title", "text"."""

    start: str
    end: str
    basis: str = "title"


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that the plan rests on (căn cứ, thực hiện). `date` is ISO; `line` is where it is cited."""

    title: str | None
    number: str | None = None
    date: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentFields:
    """What the register of documents holds. None or empty: the document does not say."""

    number: str | None = None
    type: str | None = None
    issuing_body: str | None = None
    place: str | None = None
    date: str | None = None
    title: str | None = None
    signer: Signer | None = None
    period: Period | None = None
    based_on: tuple[CitedDocument, ...] = ()
    recipients: tuple[str, ...] = ()
    standing_agency: str | None = None
    lines: dict[str, int] = field(default_factory=dict)
    """Field name to the line it was read from; a field without a line was derived."""
    doubts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Field name to the reasons to check it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetItem(Item):
    """A measurable aim. `op` is ">=", "=", "<=" or "range" (then `value_to` is the upper end); `op_strict` is ">" or "<".

    `due` is a year ("2025") or an ISO day; `due_basis` is "text" (said in the sentence) or "period" (the plan's last year).
    `change` is "decrease" or "increase" where the value is a change against `baseline`.
    """

    indicator: str
    op: str
    value: int | float | None
    unit: str | None
    op_strict: str | None = None
    value_to: int | float | None = None
    per: str | None = None
    due: str | None = None
    due_basis: str | None = None
    denominator: str | None = None
    recurrence: str | None = None
    change: str | None = None
    baseline: str | None = None
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveItem(Item):
    """An aim without a number, from the part on aims and targets."""

    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskItem(Item):
    """A thing to do. `lead`, `coordinating`, `requested` hold agencies as written; `role_lines` say where they were read.

    `kind`: "" (one lead), "joint" (several named together without a split), "subtask", "organisation" (from the part on carrying out).
    `due` is an ISO day, a year or "day/day"; `others` pairs an agency with a role that is neither leading nor coordinating.
    """

    section: str
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    requested: tuple[str, ...] = ()
    role_lines: tuple[int, ...] = ()
    kind: str = ""
    due: str | None = None
    others: tuple[tuple[str, str], ...] = ()
    details: tuple[Place, ...] = ()
    """The further sentences of the same item."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How a duty comes back: `freq` of monthly, quarterly, half-yearly, nine-monthly, yearly, weekly, unspecified; month-days are "03-12"."""

    freq: tuple[str, ...] = ()
    quarters: tuple[int, ...] = ()
    before_month_days: tuple[str, ...] = ()
    month_days: tuple[str, ...] = ()
    before_day_of_month: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineItem(Item):
    """Something due. `kind`: date, recurring, period, event, unspecified, onward, effect, "data window". All days are ISO.

    `before` is the last day given with "trước", "chậm nhất"; `date` a day as such; a period has `start_date` and `end_date`.
    """

    kind: str
    before: str | None = None
    date: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    recurrence: Recurrence | None = None
    what: str | None = None
    from_whom: tuple[str, ...] = ()
    to: str | None = None
    via: str | None = None
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineItem(Item):
    """A heading of an annexed report outline. `path` is "Phần I.II.1.a"; `depth` counts from 0; `notes` are the lines of guidance under it."""

    path: str
    depth: int = 0
    label: str = ""
    notes: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """What looks wrong or unsure in the source: reported, never repaired. `message` is Vietnamese and names what to check."""

    line: int
    code: str
    message: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """All that was read from one document. `lines` are the lines of the text (NFC) that the items point into."""

    document: DocumentFields = field(default_factory=DocumentFields)
    targets: tuple[TargetItem, ...] = ()
    objectives: tuple[ObjectiveItem, ...] = ()
    tasks: tuple[TaskItem, ...] = ()
    deadlines: tuple[DeadlineItem, ...] = ()
    outline: tuple[OutlineItem, ...] = ()
    outline_title: str | None = None
    flags: tuple[Flag, ...] = ()
    lines: tuple[str, ...] = ()
    schema: str = SCHEMA
