"""Reports on screen: the list, a new one, the composer with its paper and checks, the head, the Word file."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lachan.access.policy import require
from lachan.access.requests import SignedInRequest
from lachan.audit.operations import AlreadyDone
from lachan.foundation import clock
from lachan.foundation.errors import NotAllowed, Refused
from lachan.interface.paging import page_of
from lachan.reporting import composer as composing
from lachan.reporting.compose import compose
from lachan.reporting.forms import HeadForm, NarrativeForm, StartForm
from lachan.reporting.models import Report
from lachan.reporting.operations import change_head, refresh_figures, start_report, write_narrative
from lachan.reporting.queries import may_compose, report_for, unit_of, versions_of
from lachan.reporting.renderers import RENDERERS


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    require(request.user, "report.view")
    reports = Report.objects.visible_to(request.user).select_related("unit", "committee", "created_by")
    context = {"page": page_of(request, reports), "may_start": may_compose(request.user, request.user.unit_id)}
    return render(request, "reporting/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: SignedInRequest) -> HttpResponse:
    """Choose outline, plan and period."""
    unit = unit_of(request.user)
    actor, today = request.user, clock.today()
    if request.method != "POST":
        asked = request.GET.get("ke_hoach")
        form = StartForm(initial={"plan": asked} if asked else {}, actor=actor, today=today)
        return render(request, "reporting/start.html", {"form": form, "unit": unit})
    form = StartForm(request.POST, actor=actor, today=today)
    if form.is_valid():
        try:
            report = start_report(form.entry(), actor=request.user, now=clock.now(), token=form.cleaned_data["token"])
            return redirect("reporting:composer", report.pk)
        except AlreadyDone as done:
            made = Report.objects.filter(uid=str(done.entry.subject_uid)).first()
            return redirect("reporting:composer", made.pk) if made else redirect("reporting:index")
        except NotAllowed:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
    return render(request, "reporting/start.html", {"form": form, "unit": unit}, status=422)


@require_safe
def composer(request: SignedInRequest, pk: int) -> HttpResponse:
    """The paper between its outline and its checks; `?muc=` opens the text of a section."""
    report = report_for(request.user, pk)
    page = composing.page_of(report, actor=request.user, chosen=request.GET.get("muc", ""))
    return render(request, "reporting/composer.html", _context(report, page))


@require_POST
def write(request: SignedInRequest, pk: int, section: str) -> HttpResponse:
    """Save the text of a section and show it on the paper."""
    report = report_for(request.user, pk)
    form = NarrativeForm(request.POST)
    status = 422
    if form.is_valid():
        data = form.cleaned_data
        try:
            write_narrative(report, section, data["text"], actor=request.user, now=clock.now(), seen=data["revision"], token=data["token"])
            return _back(report, section)
        except AlreadyDone:
            return _back(report, section)
        except NotAllowed:
            raise
        except Refused as refused:
            status = refused.status
            form = _kept(form, versions_of(report, section))
            form.add_error("text", refused.message)
    page = composing.page_of(report, actor=request.user, chosen=section, form=form)
    return render(request, "reporting/composer.html", _context(report, page), status=status)


def _kept(form: NarrativeForm, seen: int) -> NarrativeForm:
    """The form as it was sent, against the version that is stored now: sent again, it is saved after it."""
    again = NarrativeForm({"text": form.data.get("text", ""), "revision": seen, "token": uuid4()})
    again.is_valid()
    return again


@require_POST
def refresh(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take the figures as they are known now."""
    report = report_for(request.user, pk)
    form = NarrativeForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Biểu mẫu đã cũ. Tải lại trang rồi gửi lại."), code="form-old")
    data = form.cleaned_data
    try:
        moved = refresh_figures(report, actor=request.user, now=clock.now(), revision=data["revision"], token=data["token"])
        messages.success(request, _("Số liệu đã lấy lại, đến vị trí %(position)s của sổ sự kiện.") % {"position": moved.position})
    except AlreadyDone:
        pass
    return redirect("reporting:composer", report.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def head(request: SignedInRequest, pk: int) -> HttpResponse:
    """What stands at the head and foot of the paper."""
    report = report_for(request.user, pk)
    if not may_compose(request.user, report.unit_id):
        raise NotAllowed(_("Không tìm thấy báo cáo."), code="not-visible")
    if request.method != "POST":
        return render(request, "reporting/head.html", {"form": HeadForm.of(report), "report": report})
    form = HeadForm(request.POST)
    status = 422
    if form.is_valid():
        data = form.cleaned_data
        try:
            change_head(
                report,
                form.head(),
                subject=data["subject"],
                actor=request.user,
                now=clock.now(),
                revision=data["revision"],
                token=data["token"],
            )
            return redirect("reporting:composer", report.pk)
        except AlreadyDone:
            return redirect("reporting:composer", report.pk)
        except NotAllowed:
            raise
        except Refused as refused:
            status = refused.status
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
    return render(request, "reporting/head.html", {"form": form, "report": report}, status=status)


@require_safe
def download(request: SignedInRequest, pk: int) -> HttpResponse:
    """The Word file, in the form of NĐ 30/2020/NĐ-CP."""
    report = report_for(request.user, pk)
    renderer = RENDERERS["docx"]
    response = HttpResponse(renderer.render(compose(report)), content_type=renderer.mime_type)
    name = f"{report.title[:120]}.{renderer.extension}".replace("/", "-")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return response


def _back(report: Report, section: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('reporting:composer', args=[report.pk])}?muc={section}#muc-{section}")


def _context(report: Report, page: composing.ComposerPage) -> dict:
    token = NarrativeForm(initial={"revision": report.revision})
    return {"report": report, "page": page, "refresh_form": token}
