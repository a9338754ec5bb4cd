"""Invented content of the page of components: one moment, one of everything."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from django import forms as django_forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lachan.foundation.sources import Mark, Source
from lachan.interface import forms
from lachan.interface.elements import Action, ClockMark, Event, Share, Step

SIGNS = [("giay-to", _("Bị giữ giấy tờ")), ("lien-lac", _("Bị hạn chế liên lạc")), ("chuyen-tien", _("Bị ép chuyển tiền"))]
AREAS = [("", _("Chọn địa bàn")), ("1", "Xã Sim Tím"), ("2", "Phường Hoa Gạo")]


class ShowcaseForm(forms.TokenMixin, forms.RevisionMixin, forms.Form):
    """One field of each kind."""

    title = forms.NfcCharField(label=_("Tên gọi của tin"), max_length=120, help_text=_("Không ghi họ tên người bị hại."))
    received_on = forms.DateField(label=_("Ngày tiếp nhận"))
    reported_at = forms.DateTimeField(label=_("Thời điểm báo tin"), required=False)
    area = django_forms.ChoiceField(label=_("Địa bàn"), choices=AREAS)
    people = django_forms.IntegerField(label=_("Số người nghi là nạn nhân"), min_value=0, max_value=500, required=False)
    signs = django_forms.MultipleChoiceField(label=_("Dấu hiệu sàng lọc"), choices=SIGNS, widget=django_forms.CheckboxSelectMultiple)
    summary = forms.TextField(label=_("Tóm tắt"), max_length=4000, required=False)
    paper = django_forms.FileField(label=_("Văn bản kèm theo"), required=False, help_text=_("PDF, DOCX; tối đa 25 MB."))
    is_urgent = django_forms.BooleanField(label=_("Khẩn"), required=False, help_text=_("Có người dưới 18 tuổi hoặc đang bị đe dọa."))


def broken_form() -> ShowcaseForm:
    """A form that was sent with mistakes in it."""
    sent = {"token": uuid.UUID(int=1), "revision": 3, "title": "", "received_on": "31/02/2024", "area": "1"}
    form = ShowcaseForm(sent, auto_id="broken_%s")
    form.is_valid()
    return form


def context() -> dict[str, Any]:
    """What the page prints; the moment is fixed, so that pictures of the page can be compared."""
    now = _moment(10, 9, 12)
    return {
        "now": now,
        "hour_term": now + timedelta(hours=2, minutes=18),
        "day_term": date(2025, 12, 12),
        "far_term": date(2025, 12, 29),
        "late_term": date(2025, 12, 8),
        "verified": Source("BLTTHS 2015", "Điều 146", Mark.VERIFIED),
        "inferred": Source("TTLT 01/2017", "Điều 9", Mark.INFERRED),
        "next_actions": [
            Action(label=_("Đã gửi bản giấy"), url="#", method="get"),
            Action(label=_("Lập thông báo"), url="#", kind="pri"),
        ],
        "marks": _marks(),
        "extension_from": date(2025, 12, 27),
        "steps": _steps(),
        "events": _events(),
        "shares": _shares(),
        "points": [71, 75, 74, 79, 81, 80, 84, 83, 86, 87, 89, 88.4],
        "conflict_rows": [{"name": "area", "label": _("Địa bàn"), "theirs": "Xã Sim Tím", "mine": "Phường Hoa Gạo"}],
        "columns": [{"label": _("Cơ quan")}, {"label": _("Nhiệm vụ"), "is_number": True}, {"label": _("Hạn gần nhất")}],
        "rows": _rows(),
        "empty_action": Action(label=_("Xem 7 ngày tới"), url="#"),
    }


def _moment(day: int, hour: int, minute: int) -> datetime:
    return datetime(2025, 12, day, hour, minute, tzinfo=timezone.get_default_timezone())


def _marks() -> list[ClockMark]:
    return [
        ClockMark(at=_moment(7, 11, 30), title=_("Nhận tin"), note="07/12 11:30"),
        ClockMark(at=_moment(7, 15, 20), title=_("Phân loại"), note=_("đã xong sau 3 giờ 50 phút")),
        ClockMark(at=date(2025, 12, 17), title=_("Kết quả bước đầu"), note=_("17/12, mốc nội bộ"), is_internal=True),
        ClockMark(at=date(2025, 12, 27), title=_("27/12, hết 20 ngày"), note=_("thứ Bảy, nên xong 26/12"), is_due=True),
        ClockMark(at=date(2026, 2, 7), title="07/02/2026", note=_("nếu kéo dài: không quá 02 tháng")),
    ]


def _steps() -> list[Step]:
    return [
        Step(title=_("Ghi sổ tiếp nhận"), state="ok", status="07/12 11:42"),
        Step(title=_("Thông báo Viện kiểm sát"), state="now", status=_("Hết hôm nay"), level="today", url="#"),
        Step(title=_("Xác minh, lấy lời khai"), state="now", status=_("Đang làm, 2/5 việc"), detail=_("Còn: tra soát tài khoản")),
        Step(title=_("Kết luận xác minh"), status=_("Chưa bắt đầu")),
        Step(title=_("Ra quyết định giải quyết"), status=_("Sau bước 4")),
    ]


def _events() -> list[Event]:
    return [
        Event(title=_("Người báo tin hẹn gọi lại sau 19:00"), note=_("Chỉ gọi số phụ trong hồ sơ."), meta="06:52", kind="h"),
        Event(title=_("Lấy lời khai gia đình thứ nhất"), meta="09/12 16:10 · Đại úy Trần Ví Dụ", kind="k"),
        Event(title=_("Mở 2 hồ sơ sàng lọc nạn nhân"), meta="08/12 09:20"),
        Event(title=_("Kết thúc kế hoạch"), meta=_("Còn 21 ngày"), kind="f"),
    ]


def _shares() -> list[Share]:
    words = [("a", _("hoàn thành"), 9), ("b", _("đang làm"), 3), ("c", _("chưa bắt đầu"), 2), ("d", _("quá hạn"), 1)]
    return [Share(count=count, label=label, kind=kind) for kind, label, count in words]


def _rows() -> list[list[dict[str, Any]]]:
    columns = [_("Cơ quan"), _("Nhiệm vụ"), _("Hạn gần nhất")]
    content = [("Công an tỉnh", "14", "08/12"), ("Sở Y tế", "7", "15/12"), ("Hội Liên hiệp Phụ nữ tỉnh", "7", "12/12")]
    return [
        [{"column": {"label": columns[place], "is_number": place == 1}, "value": value} for place, value in enumerate(row)]
        for row in content
    ]
