"""What to look at before a report goes up: what must be mended, what should be seen, what agrees. Derived, never typed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lachan.foundation.numerals import format_number
from lachan.reporting.figures import Figures
from lachan.reporting.outlines.model import Identity, Section, Term
from lachan.reporting.queries import Content, Moved


@dataclass(frozen=True)
class Item:
    """`links` are (words, address)."""

    title: str
    text: str = ""
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Checks:
    """`errors` stand in the way, `remarks` should be seen, `agreed` are identities that hold."""

    errors: tuple[Item, ...]
    remarks: tuple[Item, ...]
    agreed: tuple[Item, ...]


def checks_of(content: Content, moved: list[Moved]) -> Checks:
    """All checks of a report. `moved`: its figures that are other ones now."""
    broken = [item for identity in content.report.outline.identities if (item := _if_broken(identity, content.figures))]
    agreed = [_agreed(identity, content.figures) for identity in content.report.outline.identities if holds(identity, content.figures)]
    remarks = [*_moved(moved), *_missed_targets(content), *_unconfirmed(content)]
    return Checks((*_unwritten(content), *broken), tuple(remarks), tuple(agreed))


def unwritten(content: Content) -> list[Section]:
    """Sections whose required text is missing."""
    sections = content.report.outline.sections
    return [
        each for each in sections if each.narrative and each.narrative.is_required and not content.narratives.get(each.code, "").strip()
    ]


def holds(identity: Identity, figures: Figures) -> bool:
    return _sum(identity.left, figures) == _sum(identity.right, figures)


def _unwritten(content: Content) -> list[Item]:
    return [
        Item(
            _("Chưa có nội dung: %(label)s %(title)s") % {"label": section.label, "title": section.title},
            section.narrative.prompt if section.narrative else "",
            ((_("Viết mục này"), f"?muc={section.code}#soan"),),
        )
        for section in unwritten(content)
    ]


def _if_broken(identity: Identity, figures: Figures) -> Item | None:
    return None if holds(identity, figures) else Item(_("Số không khớp: %(text)s") % {"text": identity.text}, _sides(identity, figures))


def _agreed(identity: Identity, figures: Figures) -> Item:
    return Item(identity.text, _sides(identity, figures))


def _sides(identity: Identity, figures: Figures) -> str:
    return f"{_written(identity.left, figures)} {'=' if holds(identity, figures) else '≠'} {_written(identity.right, figures)}"


def _written(terms: tuple[Term, ...], figures: Figures) -> str:
    """ "11 + 15", or the sum alone when there is one term."""
    parts = []
    for place, term in enumerate(terms):
        sign = ("" if place == 0 else " + ") if term.sign > 0 else ("−" if place == 0 else " − ")
        parts.append(f"{sign}{format_number(_value(term, figures))}")
    return "".join(parts)


def _sum(terms: tuple[Term, ...], figures: Figures) -> int:
    return sum(term.sign * _value(term, figures) for term in terms)


def _value(term: Term, figures: Figures) -> int:
    known = figures.now if term.when == "now" else figures.opening
    return int(known[term.code].value or 0)


def _moved(moved: list[Moved]) -> list[Item]:
    if not moved:
        return []
    title = ngettext("%(n)s số đã khác so với lúc chốt", "%(n)s số đã khác so với lúc chốt", len(moved)) % {"n": len(moved)}
    text = "; ".join(f"{each.label}: {each.then} → {each.now}" for each in moved)
    return [Item(title, text, tuple((each.label, each.address) for each in moved[:3]))]


def _missed_targets(content: Content) -> list[Item]:
    return [
        Item(
            _("Chưa đạt: %(target)s") % {"target": each.target.indicator},
            _("Mục tiêu %(goal)s, kết quả %(result)s.")
            % {"goal": each.goal, "result": content.figures.print(each.target.indicator_code).text},
            ((_("Giải trình"), "?muc=targets#soan"),),
        )
        for each in content.targets
        if each.outcome == "missed"
    ]


def _unconfirmed(content: Content) -> list[Item]:
    printed = [figure.indicator for figure in content.figures.now.values() if not figure.indicator.source.is_confirmed]
    if not printed:
        return []
    title = _("%(n)s chỉ tiêu theo cách tính dự kiến, chờ xác nhận") % {"n": len(printed)}
    return [Item(title, "; ".join(indicator.label for indicator in printed))]
