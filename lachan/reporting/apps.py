from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "lachan.reporting"
    label = "reporting"
