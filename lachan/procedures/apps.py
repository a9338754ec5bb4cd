from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProceduresConfig(AppConfig):
    name = "lachan.procedures"
    label = "procedures"

    def ready(self):
        from lachan.interface import navigation
        from lachan.procedures.menu import sees_any_record

        navigation.register(
            navigation.Item("calculator", _("Tính thời hạn"), "clock", "procedures:calculator", order=65, is_visible=sees_any_record)
        )
