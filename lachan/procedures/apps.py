from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    name = "lachan.procedures"
    label = "procedures"
