"""The components: right words, right classes, escaped text, no inline style."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from lachan.foundation.sources import Mark, Source
from lachan.interface import charts, deadlines, showcase
from lachan.interface.elements import Action, ClockMark, Column, Share

NOW = datetime(2025, 12, 10, 2, 12, tzinfo=UTC)  # 09:12 in Việt Nam


def show(markup: str, /, **context) -> str:
    return Template("{% load lachan %}" + markup).render(Context(context))


@pytest.mark.parametrize(
    ("due", "level", "words"),
    [
        (date(2025, 12, 8), "over", "Quá 2 ngày"),
        (date(2025, 12, 10), "today", "Hết hôm nay"),
        (date(2025, 12, 12), "soon", "Còn 2 ngày"),
        (date(2025, 12, 14), "ok", "Còn 4 ngày"),
        (date(2025, 12, 29), "ok", "29/12"),
        (date(2026, 7, 5), "ok", "05/7/2026"),
        (NOW + timedelta(hours=2, minutes=18), "today", "Còn 2 giờ 18 phút"),
        (NOW + timedelta(hours=24), "today", "Còn 1 ngày"),
        (NOW + timedelta(minutes=5), "today", "Còn 5 phút"),
        (NOW - timedelta(minutes=1), "over", "Quá 1 phút"),
        (NOW - timedelta(days=2, hours=3), "over", "Quá 2 ngày"),
    ],
)
def test_level_and_words_of_a_deadline(due, level, words):
    assert deadlines.level_of(due, NOW) == level
    assert deadlines.text_of(due, NOW) == words


def test_the_day_of_the_unit_counts_not_the_day_in_greenwich():
    just_after_midnight = datetime(2025, 12, 10, 17, 30, tzinfo=UTC)  # 11/12, 00:30
    assert deadlines.level_of(date(2025, 12, 10), just_after_midnight) == "over"


def test_custody_is_shown_as_today_from_three_days_before():
    assert 'class="due today"' in show("{% deadline due now today_days=3 %}", due=date(2025, 12, 13), now=NOW)


def test_a_finished_deadline_is_no_longer_late():
    html = show("{% deadline due now done_on=done %}", due=date(2025, 12, 1), done=date(2025, 12, 8), now=NOW)
    assert 'class="due done"' in html
    assert "Đã xong 08/12" in html


@pytest.mark.parametrize(("current", "pips"), [(1, ["c", "", ""]), (3, ["x", "x", "c"]), (4, ["x", "x", "x"])])
def test_pips_show_the_place_in_the_course(current, pips):
    assert re.findall(r'<i class="(.?)"></i>', show("{% stage current 3 'Truy tố' %}", current=current)) == pips


def test_an_unconfirmed_source_carries_its_mark():
    confirmed = show("{% source_mark source %}", source=Source("BLTTHS 2015", "Điều 147", Mark.VERIFIED))
    assert "Điều 147, BLTTHS 2015" in confirmed
    assert "tag" not in confirmed
    assert "suy luận, chờ xác nhận" in show("{% source_mark source %}", source=Source("TTLT 01/2017", "Điều 9", Mark.INFERRED))


def test_text_is_escaped_everywhere():
    evil = "<script>alert(1)</script>"
    action = Action(label=evil, url='"><script>', method="post", confirm=evil, fields={evil: evil})
    templates = [
        "{% due 'over' evil %}{% tag evil %}{% stage 1 2 evil %}{% lock evil %}{% bullet 0.5 0.9 evil %}{% spark points evil %}",
        "{% include 'interface/parts/action.html' %}",
        "{% include 'interface/parts/note.html' with title=evil text=evil %}{% include 'interface/parts/empty.html' with title=evil %}",
        "{% columns columns evil %}{% seqbar shares %}{% clock_bar marks now %}",
    ]
    marks = [ClockMark(at=date(2025, 12, 7), title=evil, note=evil), ClockMark(at=date(2025, 12, 20), title=evil)]
    context = {"columns": [Column(value=1, label=evil, text=evil)], "shares": [Share(count=1, label=evil, kind="a")], "marks": marks}
    for template in templates:
        assert "<script>" not in show(template, evil=evil, action=action, points=[1, 2], now=NOW, **context)


@pytest.mark.parametrize(("value", "target", "kind"), [(0.874, 0.9, "lo"), (0.9, 0.9, "va"), (1.4, 1.0, "va"), (0, 0.9, "lo")])
def test_a_bullet_says_its_value_and_whether_the_target_is_met(value, target, kind):
    html = show("{% bullet value target %}", value=value, target=target)
    assert f'<rect class="{kind}"' in html
    assert 'role="img" aria-label="Đạt' in html
    assert max(float(width) for width in re.findall(r'="([\d.]+)%"', html)) <= 100


def test_a_missing_value_is_not_drawn_as_zero():
    html = show("{% bullet None 0.9 %}")
    assert "<svg" not in html
    assert "Chưa có số liệu" in html


def test_lengths_keep_the_decimal_point_of_svg():
    assert 'width="87.4%"' in show("{% bullet 0.874 0.9 %}")
    assert "87,4%" in show("{% bullet 0.874 0.9 %}")


def test_rows_of_a_table_share_one_scale():
    html = show("{% seqbar shares whole=16 %}", shares=[Share(count=4, label="xong", kind="a"), Share(count=0, label="quá hạn", kind="d")])
    assert 'width="25.0%"' in html
    assert 'aria-label="4 xong, 0 quá hạn"' in html
    assert html.count("<rect") == 1


@pytest.mark.parametrize("points", [[], [3], [None, 2]])
def test_a_line_needs_two_points(points):
    assert show("{% spark points %}", points=points).strip() == ""


def test_labels_of_a_clock_never_cover_each_other():
    first = datetime(2025, 12, 7, 4, 30, tzinfo=UTC)
    marks = [ClockMark(at=first + timedelta(hours=4 * step), title=f"Mốc số {step}", note="ghi chú dài của mốc") for step in range(7)]
    marks.append(ClockMark(at=date(2026, 2, 7), title="Nếu kéo dài", note="không quá 02 tháng"))
    clock = charts.lay_out_clock(marks, ClockMark(at=NOW, title="Hôm nay"), extension_from=date(2025, 12, 27))
    rows: dict = {}
    for placed in clock.marks:
        width = charts._label_width(placed.mark)
        left, _anchor = charts._span_of_label(placed.x, width)
        rows.setdefault((placed.side, placed.level), []).append((left, left + width))
    for spans in rows.values():
        spans.sort()
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert clock.extension_from is not None
    assert 0 < clock.used < clock.extension_from < 100


def test_a_term_that_is_over_fills_its_clock():
    marks = [ClockMark(at=date(2025, 1, 1), title="Nhận tin"), ClockMark(at=date(2025, 1, 21), title="Hết 20 ngày", is_due=True)]
    clock = charts.lay_out_clock(marks, ClockMark(at=NOW, title="Hôm nay"))
    assert clock.used == 100
    assert not any(placed.is_now for placed in clock.marks)


def test_a_field_ties_label_hint_and_error_to_its_input():
    html = show("{% field form.received_on 'Theo dấu công văn đến' %}", form=showcase.broken_form())
    assert 'for="broken_received_on"' in html
    assert 'aria-describedby="broken_received_on_hint broken_received_on_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="broken_received_on_error"' in html
    assert re.search(r'class="in [^"]*w-date', html)


def test_boxes_stand_in_a_fieldset_with_a_legend():
    html = show("{% field form.signs %}", form=showcase.broken_form())
    assert "<fieldset" in html
    assert "<legend" in html
    assert html.count('type="checkbox"') == 3


def test_the_summary_links_each_error_to_its_input():
    html = show("{% error_summary form %}", form=showcase.broken_form())
    assert "Có 3 chỗ cần sửa" in html
    assert 'href="#broken_received_on"' in html
    assert 'tabindex="-1"' in html
    assert show("{% error_summary form %}", form=showcase.ShowcaseForm()).strip() == ""


def test_the_query_string_keeps_what_is_not_replaced():
    request = RequestFactory().get("/tips/", {"tim": "Sim Tím", "trang": "2"})
    html = show("{% query_replace trang=3 loc='qua-han' %}", request=request)
    assert html.startswith("?tim=Sim+T%C3%ADm")
    assert "trang=3" in html
    assert "trang" not in show("{% query_replace trang=None %}", request=request)


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ("{{ day|vn_date }}", "10/12/2025"),
        ("{{ moment|vn_datetime }}", "10/12/2025 09:12"),
        ("{{ nothing|vn_date }}{{ nothing|vn_datetime }}", ""),
        ("{{ 86240|vn_number }}", "86.240"),
        ("{{ 0.874|vn_percent }}", "87,4%"),
        ("{{ nothing|vn_percent }}", "–"),
        ("{{ 0|vn_number }}", "0"),
    ],
)
def test_numbers_and_days_are_written_as_offices_write_them(template, written):
    assert show(template, day=date(2025, 12, 10), moment=NOW, nothing=None) == written


def test_a_sealed_value_is_read_aloud_as_hidden():
    assert "đã ẩn" in show("{% sealed %}")
    assert "••••••" in show("{% sealed %}")


def test_a_posting_action_carries_the_form_token_and_its_fields():
    action = Action(label="Trả lại", url="/tips/", method="post", fields={"token": "abc"})
    html = Template("{% include 'interface/parts/action.html' %}").render(Context({"action": action, "csrf_token": SimpleNamespace()}))
    assert 'name="csrfmiddlewaretoken"' in html
    assert '<input type="hidden" name="token" value="abc">' in html
