from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "lachan.foundation"
    label = "foundation"
