from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "lachan.statistics"
    label = "statistics"
