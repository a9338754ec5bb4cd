from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatisticsConfig(AppConfig):
    name = "lachan.statistics"
    label = "statistics"

    def ready(self):
        from lachan.interface import navigation

        entry = navigation.Item("statistics", _("Thống kê"), "chart", "statistics:index", order=70, group=2, is_visible=_may_view, key="t")
        navigation.register(entry)


def _may_view(account) -> bool:
    return account.may("statistics.view")
