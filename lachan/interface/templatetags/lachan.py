"""The components as template tags. `{% load lachan %}`; every component and state can be looked at on /thanh-phan.

Tags (all text arguments are escaped; nothing needs an inline style)

| tag | prints |
|---|---|
| `{% icon "name" size="" %}` | a symbol of icons.svg, decorative; size "s" or "l" |
| `{% due level text %}` | a deadline; level: over, today, soon, ok, wait, done |
| `{% deadline due now done_on=None soon_days=3 today_days=0 %}` | a deadline whose level and words are computed; `due` a date or a datetime |
| `{% stage current total label %}` | pips of a course: stages before `current` (from 1) are filled, `current` is half, the rest empty |
| `{% tag text kind="" icon_name="" %}` | a label; kind: "", info, warn, bad |
| `{% lock text %}` | the bronze mark of restricted data |
| `{% sealed length=6 %}` | "••••••" in place of a sealed value, read aloud as "đã ẩn" |
| `{% source_mark source %}` | article and instrument of a rule, with a warning while it is not confirmed |
| `{% bullet value target text="" %}` | a bar 0..1 with the mark of the target; `value` None prints a dash |
| `{% spark points label="" %}` | a line of the last values, oldest first |
| `{% seqbar shares whole=0 %}` | one row of counts: list of `elements.Share`; `whole` keeps rows of a table comparable |
| `{% columns columns label %}` | one column per year: list of `elements.Column`; the period of comparison is hatched |
| `{% bar value whole mark=None %}` | a plain bar of `value` out of `whole`, with an optional black tick |
| `{% progress value total %}` | a thin bar of work done |
| `{% clock_bar marks now extension_from=None now_note="" %}` | the legal clock: list of `elements.ClockMark` and the present moment |
| `{% field form.name %}` | label, hint, error and input of a form field; radio buttons and lists of boxes as a fieldset |
| `{% error_summary form %}` | what has to be mended, at the head of the page; takes the focus |
| `{% hidden_fields form %}` | the hidden inputs (token, revision) |
| `{% query_replace key=value … %}` | the query string of this page with keys replaced; None removes one |

Filters: `vn_date`, `vn_datetime`, `vn_short_date`, `vn_time`, `vn_number`, `vn_percent` (0..1), `due_level:now`, `due_text:now`.

Includes (`interface/parts/`): `action.html` (action), `next.html` (level, due, title, detail, source, actions), `steps.html` (steps),
`timeline.html` (events), `table.html` (caption; columns: label, is_number; rows of cells: column, value, url), `empty.html` (title,
text, action), `note.html` (kind "", "w", "r"; icon_name, title, text), `toast.html` (text, undo_url), `conflict.html` (who, at,
rows: name, label, theirs, mine; gives back keep_<name>), `pager.html` (page), `save_state.html` (state saving, saved, failed; at),
`track.html` and `path.html` (phases, label; with records.css). Actions, steps, events, phases: see `lachan.interface.elements`.

Page templates: `interface/base.html` (blocks title, styles, scripts, body_class, shell_class "rail", page_class "wide" or "panes",
quick_action, crumbs, head, columns, content), `interface/two_columns.html` (base with blocks lead, content, cols_class, aside),
`interface/bare.html` (title, content, below), `interface/public.html` (title, styles, agency, agency_note, content).
Style sheets for some pages, linked in block `styles`: paper.css (official page), plan.css, records.css, figures.css, report.css.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect
from django.http import QueryDict
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lachan.foundation.numerals import format_date, format_number, format_percent
from lachan.foundation.sources import Source
from lachan.interface import charts, deadlines
from lachan.interface.elements import ClockMark, Column, Share

register = template.Library()

LEVEL_ICONS = {"over": "alert", "today": "clock-alert", "soon": "clock", "ok": "calendar", "wait": "hourglass", "done": "check"}


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """A decorative symbol; the words stand beside it."""
    return format_html(
        '<svg class="i{}" aria-hidden="true"><use href="{}#i-{}"/></svg>', f" {size}" if size else "", static("interface/icons.svg"), name
    )


@register.simple_tag
def due(level: str, text: Any) -> SafeString:
    return format_html('<span class="due {}">{}{}</span>', level, icon(LEVEL_ICONS.get(level, "clock"), "s"), text)


@register.simple_tag
def deadline(
    due_at: date | datetime | None, now: datetime, *, done_on: date | None = None, soon_days: int = 3, today_days: int = 0
) -> SafeString:
    """The component for a term: done when `done_on` is given, otherwise as near as it is. Nothing for no term."""
    if done_on is not None:
        return due("done", _("Đã xong %(day)s") % {"day": vn_short_date(done_on)})
    if due_at is None:
        return SafeString("")
    level = deadlines.level_of(due_at, now, soon_days=soon_days, today_days=today_days)
    return due(level, deadlines.text_of(due_at, now))


@register.filter
def due_level(due_at: date | datetime, now: datetime) -> str:
    return deadlines.level_of(due_at, now)


@register.filter
def due_text(due_at: date | datetime, now: datetime) -> str:
    return deadlines.text_of(due_at, now)


@register.simple_tag
def stage(current: int, total: int, label: Any) -> SafeString:
    """`current` counts from 1; total + 1 means that every stage is over."""
    marks = ["x" if place < current else "c" if place == current else "" for place in range(1, total + 1)]
    pips = format_html_join("", '<i class="{}"></i>', ((mark,) for mark in marks))
    place = _("bước %(current)s trên %(total)s") % {"current": min(current, total), "total": total}
    return format_html(
        '<span class="stage"><span class="pips" aria-hidden="true">{}</span>{}<span class="vh"> ({})</span></span>', pips, label, place
    )


@register.simple_tag
def tag(text: Any, kind: str = "", icon_name: str = "") -> SafeString:
    return format_html('<span class="tag{}">{}{}</span>', f" {kind}" if kind else "", icon(icon_name, "s") if icon_name else "", text)


@register.simple_tag
def lock(text: Any) -> SafeString:
    return format_html('<span class="lock">{}{}</span>', icon("lock", "s"), text)


@register.simple_tag
def sealed(length: int = 6) -> SafeString:
    return format_html('<span class="sealed"><span aria-hidden="true">{}</span><span class="vh">{}</span></span>', "•" * length, _("đã ẩn"))


@register.simple_tag
def source_mark(source: Source | None) -> SafeString:
    """ "Điều 147, BLTTHS 2015"; while the rule is not confirmed its mark stands beside it, so that nobody takes it for certain."""
    if source is None:
        return SafeString("")
    warning = SafeString("") if source.is_confirmed else tag(source.mark.label, "warn")
    return format_html('<span class="src">{}{}</span>', str(source), warning)


@register.inclusion_tag("interface/parts/bullet.html")
def bullet(value: float | None, target: float | None, text: str = "") -> dict[str, Any]:
    """`value` and `target` between 0 and 1. `text` replaces the words read aloud."""
    if value is None:
        return {"is_empty": True, "text": text or _("Chưa có số liệu")}
    words = _("Đạt %(value)s") % {"value": format_percent(value)}
    if target is not None:
        words = _("%(done)s, mục tiêu %(target)s") % {"done": words, "target": format_percent(target)}
    return {
        "value": charts.percent(value),
        "target": None if target is None else charts.percent(target),
        "is_low": target is not None and value < target,
        "text": text or words,
    }


@register.inclusion_tag("interface/parts/spark.html")
def spark(points: Sequence[float], label: str = "") -> dict[str, Any]:
    values = [point for point in points if point is not None]
    if len(values) < 2:
        return {"path": ""}
    path, x, y = charts.spark_path(values)
    return {"path": path, "x": x, "y": y, "label": label}


@register.inclusion_tag("interface/parts/seqbar.html")
def seqbar(shares: Sequence[Share], whole: int = 0) -> dict[str, Any]:
    total = max(whole, sum(share.count for share in shares)) or 1
    left, parts = 0.0, []
    for share in shares:
        width = share.count / total * 100
        if share.count:
            parts.append({"x": round(left, 2), "width": round(width, 2), "middle": round(left + width / 2, 2), "share": share})
        left += width
    return {"parts": parts, "text": ", ".join(f"{share.count} {share.label}" for share in shares)}


@register.inclusion_tag("interface/parts/columns.html")
def columns(columns: Sequence[Column], label: str = "") -> dict[str, Any]:
    """`label` says what is counted; the numbers are read aloud after it."""
    text = ", ".join(f"{column.label}: {column.text or format_number(column.value)}" for column in columns)
    return {"columns": charts.place_columns(columns), "text": f"{label}: {text}" if label else text, "base": charts.COLUMNS_BASE}


@register.inclusion_tag("interface/parts/bar.html")
def bar(value: float, whole: float, mark: float | None = None) -> dict[str, Any]:
    return {"width": charts.percent(value / whole if whole else 0), "mark": None if mark is None else charts.percent(mark / (whole or 1))}


@register.inclusion_tag("interface/parts/progress.html")
def progress(value: int, total: int) -> dict[str, Any]:
    return {"width": charts.percent(value / total if total else 0), "value": value, "total": total}


@register.inclusion_tag("interface/parts/clock_bar.html")
def clock_bar(
    marks: Sequence[ClockMark], now: datetime, extension_from: date | datetime | None = None, now_note: str = ""
) -> dict[str, Any]:
    """The bar runs from the first to the last mark; on a phone it is a list. `marks`: at least two."""
    present = ClockMark(
        at=now, title=_("Hôm nay"), note=now_note or deadlines.short_day(deadlines.local_day(now), deadlines.local_day(now))
    )
    clock = charts.lay_out_clock(marks, present, extension_from=extension_from)
    return {"clock": clock, "drawing": charts.draw_clock(clock)}


@register.inclusion_tag("interface/parts/field.html")
def field(bound: BoundField, hint: Any = "") -> dict[str, Any]:
    """Works with any Django form field. `hint` replaces the help text."""
    widget = bound.field.widget
    hint = hint or bound.help_text
    described_by = [f"{bound.id_for_label or bound.auto_id}_{part}" for part, shown in (("hint", hint), ("error", bound.errors)) if shown]
    is_group = isinstance(widget, (RadioSelect, CheckboxSelectMultiple))
    attrs: dict[str, Any] = {}
    if described_by:
        attrs["aria-describedby"] = " ".join(described_by)
    if not isinstance(widget, (CheckboxInput, RadioSelect, CheckboxSelectMultiple)):
        attrs["class"] = " ".join(filter(None, ["in", widget.attrs.get("class", ""), "file" if isinstance(widget, FileInput) else ""]))
    return {
        "bound": bound,
        "hint": hint,
        "input": bound if is_group else bound.as_widget(attrs=attrs),
        "choices": list(bound) if is_group else [],
        "is_group": is_group,
        "is_checkbox": isinstance(widget, CheckboxInput),
        "base_id": bound.id_for_label or bound.auto_id,
        "described_by": " ".join(described_by),
    }


@register.inclusion_tag("interface/parts/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """Every error of the forms, each with a link to its input; nothing for forms without errors."""
    entries: list[dict[str, Any]] = []
    for form in forms:
        entries += [{"message": message, "target": ""} for message in form.non_field_errors()]
        for bound in form:
            # A hidden input cannot be reached: its message stands without a link.
            target = "" if bound.is_hidden else bound.id_for_label or bound.auto_id
            entries += [{"message": message, "target": target} for message in bound.errors]
    return {"entries": entries, "count": len(entries)}


@register.simple_tag
def hidden_fields(form: BaseForm) -> SafeString:
    return format_html_join("", "{}", ((bound,) for bound in form.hidden_fields()))


@register.simple_tag(takes_context=True)
def query_replace(context: template.Context, **changes: Any) -> str:
    """ "?trang=2&tim=…": this page's query with `changes`; a value of None removes the key. Starts with "?"."""
    request = context.get("request")
    query = request.GET.copy() if request is not None else QueryDict(mutable=True)
    for key, value in changes.items():
        query.pop(key, None)
        if value is not None:
            query[key] = str(value)
    return "?" + query.urlencode()


@register.filter
def vn_date(value: date | datetime | None) -> str:
    """10/12/2025, 01/7/2025; "" for None."""
    return format_date(_day(value)) if value else ""


@register.filter
def vn_short_date(value: date | datetime | None) -> str:
    """Without the year: 10/12. Only where the year stands nearby."""
    return format_date(_day(value)).rpartition("/")[0] if value else ""


@register.filter
def vn_time(value: datetime | None) -> str:
    return f"{_local(value):%H:%M}" if value else ""


@register.filter
def vn_datetime(value: datetime | None) -> str:
    """10/12/2025 09:12, in the unit's time zone; "" for None."""
    return f"{vn_date(value)} {vn_time(value)}" if value else ""


@register.filter
def vn_number(value: Any, decimals: int = 0) -> str:
    """86.240; an en dash for None."""
    return "–" if value is None or value == "" else format_number(value, decimals=int(decimals))


@register.filter
def vn_percent(value: Any, decimals: int = 1) -> str:
    """A ratio (1 is the whole) as 87,4%; an en dash for None."""
    return "–" if value is None or value == "" else format_percent(value, decimals=int(decimals))


@register.filter
def as_percent(ratio: float) -> float:
    """0.93 → 93.0, for lengths of SVG."""
    return charts.percent(ratio)


def _local(value: datetime) -> datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value


def _day(value: date | datetime) -> date:
    return _local(value).date() if isinstance(value, datetime) else value
