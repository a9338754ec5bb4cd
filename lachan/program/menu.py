"""The entries of the programme in the menu and who sees them; what its acts are called in the journal."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from lachan.access.models import Account
from lachan.foundation import clock
from lachan.interface.navigation import Item
from lachan.procedures.queries import overdue_by_kind
from lachan.program.queries import open_duties


def can_see_plans(account: Account) -> bool:
    return account.may("program.view") or account.may("program.review")


def overdue_work(account: Account) -> int:
    """Overdue records and overdue duties of the account's unit: what the page of the day begins with."""
    now = clock.now()
    duties = sum(duty.last_day < now.date() for duty in open_duties(account)) if account.may("duty.view") else 0
    return duties + sum(overdue_by_kind(account, now=now).values())


ITEMS = (
    Item("home", _("Việc hôm nay"), "house", "home", order=10, short_label=_("Hôm nay"), key="h", badge=overdue_work, is_urgent=True),
    Item("plans", _("Kế hoạch"), "steps", "program:list", order=20, key="k", is_visible=can_see_plans),
)
ACTS: dict[str, Any] = {
    "program.upload": _("Nộp kế hoạch"),
    "program.accept": _("Kế hoạch: duyệt một mục"),
    "program.accept_sure": _("Kế hoạch: duyệt các mục đọc chắc"),
    "program.correct": _("Kế hoạch: sửa một mục"),
    "program.drop": _("Kế hoạch: bỏ một mục"),
    "program.reopen": _("Kế hoạch: xem lại một mục"),
    "program.add": _("Kế hoạch: thêm một mục"),
    "program.discard": _("Bỏ bản kế hoạch chờ rà soát"),
    "program.confirm": _("Đưa kế hoạch vào theo dõi"),
    "duty.fulfil": _("Ghi đơn vị đã gửi"),
    "duty.return": _("Trả lại để gửi lại"),
}
