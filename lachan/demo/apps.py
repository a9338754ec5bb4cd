from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "lachan.demo"
    label = "demo"
