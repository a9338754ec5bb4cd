"""`lachan load_areas`: the register of areas from the data files of this package."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lachan.organisations.operations import load_areas


class Command(BaseCommand):
    help = "Load the provinces, districts and communes before and since 1 July 2025. May be run again at any time."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--province", action="append", metavar="CODE", help="two digits; may be repeated; without it all are loaded")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = set(options["province"]) if options["province"] else None
        loaded = load_areas(chosen)
        self.stdout.write(f"{loaded.areas} areas, {loaded.successions} successions, {loaded.former_titles} former titles")
