from django.apps import AppConfig


class ProgramConfig(AppConfig):
    name = "lachan.program"
    label = "program"
