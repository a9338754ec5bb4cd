from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    name = "lachan.access"
    label = "access"

    def ready(self):
        from lachan.audit import vocabulary
        from lachan.interface import navigation

        vocabulary.register({"access.sign_in": _("Đăng nhập"), "access.sign_out": _("Đăng xuất")})
        navigation.register(
            navigation.Item(
                "journal",
                _("Nhật ký"),
                "history",
                "access:journal",
                order=90,
                group=3,
                is_visible=lambda account: account.may("audit.view"),
            )
        )
