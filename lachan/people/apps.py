from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "lachan.people"
    label = "people"

    def ready(self):
        from lachan.audit import vocabulary

        vocabulary.register({"people.reveal": _("Xem danh tính")})
