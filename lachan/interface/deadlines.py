"""How near a deadline is, and the words for it. A day term is a `date` and ends at 24:00; an hour term is a `datetime`."""

from datetime import date, datetime, timedelta

from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lachan.foundation.numerals import format_date
from lachan.interface.elements import Level

DAY = timedelta(days=1)


def level_of(due: date | datetime, now: datetime, *, soon_days: int = 3, today_days: int = 0) -> Level:
    """ "over", "today", "soon" or "ok".

    `soon_days`: from how many days before the end the deadline is announced. `today_days`: from how many days before it is
    shown as strongly as on the last day (custody: 3). An hour term counts as today within the last 24 hours.
    """
    if isinstance(due, datetime):
        left = due - now
        if left < timedelta(0):
            return "over"
        if left <= max(today_days, 1) * DAY:
            return "today"
        return "soon" if left <= soon_days * DAY else "ok"
    days = (due - local_day(now)).days
    if days < 0:
        return "over"
    if days <= today_days:
        return "today"
    return "soon" if days <= soon_days else "ok"


def text_of(due: date | datetime, now: datetime) -> str:
    """Words beside the level: "Quá 2 ngày", "Còn 2 giờ 18 phút", "Hết hôm nay", "Còn 2 ngày", "29/12", "05/01/2027"."""
    if isinstance(due, datetime):
        return _hours_text(due, now)
    days = (due - local_day(now)).days
    if days < 0:
        return _("Quá %(days)d ngày") % {"days": -days}
    if days == 0:
        return _("Hết hôm nay")
    if days <= 7:
        return _("Còn %(days)d ngày") % {"days": days}
    return short_day(due, local_day(now))


def local_day(moment: datetime) -> date:
    """The calendar day of a moment where the unit works."""
    return localtime(moment).date() if is_aware(moment) else moment.date()


def _hours_text(due: datetime, now: datetime) -> str:
    left = due - now
    if left < timedelta(0):
        return _("Quá %(span)s") % {"span": _span(-left)}
    if left <= 7 * DAY:
        return _("Còn %(span)s") % {"span": _span(left)}
    return short_day(local_day(due), local_day(now))


def _span(span: timedelta) -> str:
    """ "2 ngày", "2 giờ 18 phút", "18 phút": two units at most, the second only below a day."""
    minutes = int(span.total_seconds() // 60)
    if minutes >= 24 * 60:
        return ngettext("%(n)d ngày", "%(n)d ngày", minutes // 1440) % {"n": minutes // 1440}
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(n)d phút") % {"n": rest}
    if not rest:
        return _("%(n)d giờ") % {"n": hours}
    return _("%(hours)d giờ %(minutes)d phút") % {"hours": hours, "minutes": rest}


def short_day(day: date, today: date) -> str:
    """29/12, or with its year when that is another one."""
    written = format_date(day)
    return written.rpartition("/")[0] if day.year == today.year else written
