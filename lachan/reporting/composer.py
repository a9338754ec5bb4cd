"""The composer's page, gathered: outline with the state of each section, the paper, the checks, the text being written."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from lachan.access.models import Account
from lachan.foundation.errors import NotAllowed
from lachan.reporting.checks import Checks, checks_of, unwritten
from lachan.reporting.compose import document_of
from lachan.reporting.forms import NarrativeForm
from lachan.reporting.models import Narrative, Report
from lachan.reporting.outlines.model import Section
from lachan.reporting.queries import Content, content_of, may_compose, moved_since
from lachan.reporting.renderers import RENDERERS


@dataclass(frozen=True)
class Entry:
    """A line of the outline. `state`: "x" filled, "o" still to be written, "" a heading of others."""

    section: Section
    state: str
    is_chosen: bool


@dataclass(frozen=True)
class Writing:
    """The section being written: the form, the version stored last, how many there are."""

    section: Section
    form: NarrativeForm
    last: Narrative | None
    versions: int
    is_conflict: bool


@dataclass(frozen=True)
class ComposerPage:
    entries: list[Entry]
    paper: SafeString
    checks: Checks
    writing: Writing | None
    may_compose: bool
    last_written: Narrative | None

    @property
    def to_check(self) -> int:
        return len(self.checks.errors) + len(self.checks.remarks)


def page_of(report: Report, *, actor: Account, chosen: str = "", form: NarrativeForm | None = None) -> ComposerPage:
    """The page for an actor who may see the report. `form`: a text that was sent and not saved. Raises NotAllowed for an unknown section."""
    content = content_of(report)
    section = _section(report, chosen)
    may_write = may_compose(actor, report.unit_id)
    narratives = list(report.narratives.select_related("by").order_by("id"))
    return ComposerPage(
        _entries(content, chosen),
        # The renderer escapes all that comes from the document.
        mark_safe(RENDERERS["html"].render(document_of(content))),
        checks_of(content, moved_since(content)),
        _writing(section, narratives, form) if section and section.narrative and may_write else None,
        may_write,
        narratives[-1] if narratives else None,
    )


def _section(report: Report, chosen: str) -> Section | None:
    if not chosen:
        return None
    try:
        return report.outline.section(chosen)
    except KeyError as error:
        raise NotAllowed("Đề cương không có mục này.", code="unknown-section") from error


def _entries(content: Content, chosen: str) -> list[Entry]:
    empty = {section.code for section in unwritten(content)}
    return [
        Entry(section, "" if not section.blocks else "o" if section.code in empty else "x", section.code == chosen)
        for section in content.report.outline.sections
    ]


def _writing(section: Section, narratives: list[Narrative], form: NarrativeForm | None) -> Writing:
    versions = [each for each in narratives if each.section == section.code]
    last = versions[-1] if versions else None
    is_conflict = bool(form and last and form.errors and form.data.get("text", "").strip() != last.text)
    blank = NarrativeForm(initial={"text": last.text if last else "", "revision": len(versions)})
    return Writing(section, form or blank, last, len(versions), is_conflict)
