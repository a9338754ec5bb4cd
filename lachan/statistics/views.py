"""Asking the ledger: all declared figures of a unit and period, and one figure with everything that explains it."""

from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from lachan.access.policy import require
from lachan.access.requests import SignedInRequest
from lachan.foundation import clock
from lachan.foundation.errors import NotAllowed
from lachan.interface.paging import page_of
from lachan.organisations.models import Area
from lachan.statistics import pages
from lachan.statistics.declared import INDICATORS, cases, tips, victims
from lachan.statistics.forms import Question, form_for, query_of, question_of
from lachan.statistics.queries import figures, indicator_of, scope_of
from lachan.statistics.wording import same_period_last_year

FIELDS = (
    (gettext_lazy("Tố giác, tin báo, kiến nghị khởi tố"), tips.INDICATORS),
    (gettext_lazy("Vụ án, bị can"), cases.INDICATORS),
    (gettext_lazy("Nạn nhân"), victims.INDICATORS),
)


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """Every declared figure for the unit and period of the sentence; with `chi_tieu` the sentence leads to that figure."""
    require(request.user, "statistics.view")
    today = clock.today()
    form = form_for(request.user, request.GET.dict(), today=today)
    if not form.is_valid():
        return render(request, "statistics/index.html", {"form": form}, status=422)
    question = question_of(form)
    if code := form.cleaned_data["chi_tieu"]:
        return HttpResponseRedirect(reverse("statistics:figure", args=[code]) + question.query())
    context = {"form": form, "question": question, "periods": _periods(question, today), "groups": _groups(question)}
    return render(request, "statistics/index.html", context)


@require_safe
def figure_page(request: SignedInRequest, code: str) -> HttpResponse:
    """One figure: value, meaning, how it is computed, its neighbours in time and place, and the records behind it."""
    require(request.user, "statistics.view")
    indicator = indicator_of(code)
    today = clock.today()
    form = form_for(request.user, {**request.GET.dict(), "chi_tieu": code}, today=today)
    if not form.is_valid():
        return render(request, "statistics/figure.html", {"form": form, "indicator": indicator}, status=422)
    question = question_of(form)
    area = _chosen_area(request, question)
    within = area.path if area else ""
    main = pages.shown(code, question)
    context: dict[str, Any] = {
        "form": form,
        "indicator": indicator,
        "question": question,
        "periods": _periods(question, today),
        "main": main,
        "then": pages.then_and_now(code, question),
        "columns": pages.columns_of(code, question),
        "ranking": pages.ranking_of(code, question, chosen=within),
        "parts": pages.parts_of_figure(main.figure),
        "area": area,
        "ask": query_of(question.unit.code, question.period),
        "now_query": "?" + urlencode(query_of(question.unit.code, question.period)),
    }
    if request.user.may("statistics.records"):
        lists = pages.record_lists(indicator, question, actor=request.user, within=within)
        context["lists"] = [(each, page_of(request, each.rows)) for each in lists]
    return render(request, "statistics/figure.html", context)


def _groups(question: Question) -> list[tuple[str, list[pages.Shown]]]:
    """Every declared figure with the one of a year before, by field of work; two queries in all."""
    ask = partial(figures, INDICATORS, unit=question.unit, position=question.reached)
    now, before = ask(period=question.period), ask(period=same_period_last_year(question.period))
    return [(str(label), [pages.Shown(now[each.code], before[each.code]) for each in indicators]) for label, indicators in FIELDS]


def _periods(question: Question, today: date) -> list[tuple[str, str, bool]]:
    """Usual periods as links that keep the rest of the question: name, query, whether it is the one asked for."""
    links = []
    for name, period in pages.usual_periods(today):
        query = question.query(tu=period.start.isoformat(), den=period.last_day.isoformat())
        links.append((name, query, period == question.period))
    return links


def _chosen_area(request: SignedInRequest, question: Question) -> Area | None:
    """The area whose records alone are listed. Raises NotAllowed for one that does not exist or lies outside the unit's place."""
    ref = request.GET.get("dia_ban", "")
    if not ref:
        return None
    area = Area.objects.filter(ref=ref).first()
    place = scope_of(question.unit).area_path
    if area is None or (place and area.path != place and not area.path.startswith(f"{place}/")):
        raise NotAllowed(_("Không có địa bàn này trong phạm vi của đơn vị."), code="not-visible")
    return area
