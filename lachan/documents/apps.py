from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "lachan.documents"
    label = "documents"
