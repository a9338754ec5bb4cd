from django.apps import AppConfig


class InterfaceConfig(AppConfig):
    name = "lachan.interface"
    label = "interface"
