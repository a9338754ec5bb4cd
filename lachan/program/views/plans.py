"""The list of plans, handing one in, the living page, the source."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header, urlencode
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect

from lachan.access.policy import require
from lachan.access.requests import SignedInRequest
from lachan.audit.operations import AlreadyDone
from lachan.documents.queries import file_of, links_of, text_of
from lachan.documents.reading.encodings import NAMES
from lachan.documents.reading.limits import MEGABYTE
from lachan.documents.reading.refusals import OldEncoding, refusal
from lachan.foundation import clock
from lachan.foundation.errors import NotAllowed, Refused
from lachan.program.forms import UploadForm
from lachan.program.models import Plan, Target
from lachan.program.operations import FileKnown, upload_plan
from lachan.program.queries import (
    Measured,
    due_days,
    measured_targets,
    milestones,
    review_state,
    sent_counts,
    tasks_by_agency,
    tasks_of,
    visible_plan,
)
from lachan.program.querysets import committees_served_by
from lachan.program.source import paper_lines
from lachan.program.timeline import timeline_of
from lachan.program.views.head import head_of
from lachan.program.wording import goal_text, verdict_text
from lachan.statistics.forms import query_of
from lachan.statistics.pages import text_of as figure_text
from lachan.statistics.reach import askable_units

# Refusals of the reading that have a status of their own.
STATUS_OF = {"tep-qua-lon": 413}


@require_safe
def plan_list(request: SignedInRequest) -> HttpResponse:
    """Plans that the account may see: drafts first, then those in force, then earlier texts."""
    today = clock.today()
    if not (request.user.may("program.view") or request.user.may("program.review")):
        raise NotAllowed("", code="not-allowed")
    plans = list(Plan.objects.visible_to(request.user, on=today))
    counts = sent_counts(plans)
    rows = [{"plan": plan, "sent": counts.get(plan.pk)} for plan in plans if plan.status != Plan.Status.DRAFT]
    drafts = [{"plan": plan, "state": review_state(plan.items.all())} for plan in plans if plan.status == Plan.Status.DRAFT]
    may_upload = committees_served_by(request.user, "program.upload", on=today).exists()
    return render(request, "program/list.html", {"rows": rows, "drafts": drafts, "may_upload": may_upload})


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: SignedInRequest) -> HttpResponse:
    """Hand in a signed plan."""
    require(request.user, "program.upload")
    committees = committees_served_by(request.user, "program.upload", on=clock.today())
    if not committees.exists():
        raise NotAllowed("", code="no-committee")
    if request.method != "POST":
        return render(request, "program/upload.html", {"form": UploadForm(committees=committees)})
    form = UploadForm(request.POST, request.FILES, committees=committees)
    if form.is_valid():
        return _handed_in(request, form)
    return _not_handed_in(request, {"form": form}, status=422)


def _handed_in(request: SignedInRequest, form: UploadForm) -> HttpResponse:
    file, said = form.cleaned_data["file"], form.cleaned_data
    try:
        if file.size > settings.LACHAN_UPLOAD_LIMIT:
            raise refusal("tep-qua-lon", size=-(-file.size // MEGABYTE), limit=settings.LACHAN_UPLOAD_LIMIT // MEGABYTE)
        who = {"committee": said["committee"], "actor": request.user, "now": clock.now(), "token": said["token"]}
        plan = upload_plan(file.read(), file.name, encoding=said["encoding"] or None, **who)
    except AlreadyDone as done:
        plan = Plan.objects.get(uid=done.entry.subject_uid)
    except NotAllowed:
        raise
    except Refused as refused:
        form.add_error("file", refused.message)
        known = refused.plan if isinstance(refused, FileKnown) else None
        context = {"form": form, "known": known, "encodings": _encodings_to_try(refused)}
        return _not_handed_in(request, context, status=STATUS_OF.get(refused.code, refused.status))
    there = reverse("program:review", args=[plan.pk])
    return HttpResponseClientRedirect(there) if request.htmx else HttpResponseRedirect(there)


def _not_handed_in(request: SignedInRequest, context: dict[str, Any], *, status: int) -> HttpResponse:
    """For htmx only what is wrong, so that the file stays chosen on the page; a browser forgets it with a new page."""
    return render(request, "program/parts/upload_answer.html" if request.htmx else "program/upload.html", context, status=status)


def _encodings_to_try(refused: Refused) -> list[tuple[str, str]]:
    """The old encodings to offer, the recognised one first; none when the encoding is not what was wrong."""
    if refused.code not in {"bang-ma-cu", "bang-ma-la"}:
        return []
    likely = refused.encoding if isinstance(refused, OldEncoding) else ""
    return sorted(NAMES.items(), key=lambda each: each[0] != likely)


@require_safe
def plan_page(request: SignedInRequest, pk: int) -> HttpResponse:
    """The plan as it lives: targets with their figures, tasks by agency or by section, days, who has sent what."""
    today = clock.today()
    plan = visible_plan(pk, actor=request.user, on=today)
    if plan.status == Plan.Status.DRAFT:
        return HttpResponseRedirect(reverse("program:review", args=[plan.pk]))
    measured = measured_targets(plan, on=today)
    may_ask = plan.committee in askable_units(request.user, on=today)
    tasks = tasks_of(plan)
    days = due_days(plan, on=today)
    by_section = request.GET.get("xem") == "muc"
    context = head_of(request, plan, tab="plan") | {
        "targets": [_target(plan, each, may_ask=may_ask) for each in measured],
        "aims": plan.targets.filter(op=Target.Op.QUALITATIVE),
        "met": sum(bool(each.verdict and each.verdict.is_met) for each in measured),
        "judged": sum(bool(each.verdict and each.verdict.state in {"met", "short", "over"}) for each in measured),
        "short": [_short(each) for each in measured if each.verdict and each.verdict.state in {"short", "over"}],
        "period": plan.period_until(today),
        "days_left": (plan.period_end - today).days if plan.period_end else None,
        "by_section": by_section,
        "tasks": tasks,
        "sections": _sections(tasks) if by_section else [],
        "agencies": [] if by_section else tasks_by_agency(tasks, on=today),
        "roles": sum(
            task.roles.all().count() if not hasattr(task, "_prefetched_objects_cache") else len(task.roles.all()) for task in tasks
        ),
        "days": days,
        "pressing": [day for day in days if not day.is_before_issue],
        "overdue": sum(day.overdue for day in days),
        "events": timeline_of(plan, days, milestones(plan), now=clock.now()),
    }
    return render(request, "program/plan.html", context)


@require_safe
def document(request: SignedInRequest, pk: int) -> HttpResponse:
    """The source with the marks of what was taken from it, and what the register says of the document."""
    today = clock.today()
    plan = visible_plan(pk, actor=request.user, on=today)
    items = [*plan.targets.all(), *plan.tasks.all(), *plan.demands.all()]
    items.sort(key=lambda each: each.ordinal)
    context = head_of(request, plan, tab="document") | {
        "lines": paper_lines(text_of(plan.document), items),
        "items": [(each, _name(each)) for each in items],
        "links": links_of(plan.document),
    }
    return render(request, "program/document.html", context)


@require_safe
def file(request: SignedInRequest, pk: int) -> HttpResponse:
    """The file as it was handed in; always to be saved, never to be shown by the browser."""
    plan = visible_plan(pk, actor=request.user, on=clock.today())
    response = HttpResponse(file_of(plan.document), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=plan.document.file_name) or "attachment"
    return response


def _target(plan: Plan, each: Measured, *, may_ask: bool) -> dict[str, Any]:
    target, figure = each.target, each.figure
    url = ""
    if figure is not None and may_ask:
        url = reverse("statistics:figure", args=[target.indicator_code]) + "?" + urlencode(query_of(plan.committee.code, figure.period))
    is_rate = figure is not None and figure.is_ratio and figure.value is not None
    return {
        "target": target,
        "figure": figure,
        "verdict": each.verdict,
        "goal": goal_text(target.op, target.op_strict, target.value, target.unit, target.value_to),
        "text": figure_text(figure) if figure else "",
        "counted": figure.indicator.numerator.unit if figure and figure.is_ratio else "",  # type: ignore[union-attr]
        "said": verdict_text(each.verdict, figure) if each.verdict and figure else "",
        "value": min(float(figure.value), 1.0) if figure and is_rate and figure.value is not None else None,
        "goal_share": float(target.value) / 100 if target.value is not None and target.unit == "%" else None,
        "url": url,
    }


def _short(each: Measured) -> str:
    """ "tỷ lệ giải quyết tin (thiếu 4 tin)"."""
    assert each.figure is not None
    assert each.verdict is not None
    label = str(each.figure.indicator.label)
    return f"{label[:1].lower()}{label[1:]} ({verdict_text(each.verdict, each.figure).lower()})"


def _sections(tasks: list[Any]) -> list[tuple[str, list[Any]]]:
    """Tasks under the part of the plan that they stand in ("II.1"), in the order of the text."""
    sections: dict[str, list[Any]] = {}
    for task in tasks:
        sections.setdefault(".".join(task.section.split(".")[:2]), []).append(task)
    return list(sections.items())


def _name(item: Any) -> str:
    return str(getattr(item, "indicator", "") or getattr(item, "what", "") or item.text)
