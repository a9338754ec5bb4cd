from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportingConfig(AppConfig):
    name = "lachan.reporting"
    label = "reporting"

    def ready(self):
        from lachan.audit import vocabulary
        from lachan.interface import navigation

        vocabulary.register(
            {
                "report.start": _("Lập báo cáo"),
                "report.refresh_figures": _("Lấy lại số liệu báo cáo"),
                "report.write": _("Viết nội dung báo cáo"),
                "report.change_head": _("Sửa thể thức báo cáo"),
            }
        )
        entry = navigation.Item("reports", _("Báo cáo"), "stamp", "reporting:index", order=80, group=2, is_visible=_may_view, key="b")
        navigation.register(entry)


def _may_view(account) -> bool:
    return account.may("report.view")
