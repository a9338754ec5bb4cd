from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "lachan.organisations"
    label = "organisations"
