from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "lachan.ledger"
    label = "ledger"
