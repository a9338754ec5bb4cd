from django.apps import AppConfig


class ProgramConfig(AppConfig):
    name = "lachan.program"
    label = "program"

    def ready(self):
        from lachan.audit import vocabulary
        from lachan.interface import navigation
        from lachan.program.menu import ACTS, ITEMS

        for item in ITEMS:
            navigation.register(item)
        vocabulary.register(ACTS)
