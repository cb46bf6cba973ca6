"""Writes the page of the documentation about the rules, or tells whether it is up to date."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from worksheets.exchange.rule_catalogue import rule_catalogue

PAGE = "docs/rules.md"
STDOUT = "-"


class Command(BaseCommand):
    help = "Writes every rule with its severities, sources, reason and remedy; needs no database."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="only fail when it is not current")
        parser.add_argument("--output", metavar="FILE", default=PAGE, help=f"{PAGE}; - is stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        page, name = rule_catalogue(), options["output"]
        file = Path(name)
        if options["check"]:
            if not file.exists() or file.read_bytes() != page:
                raise CommandError(f"{name} is not what the rules say; renew it with: make rules")
        elif name == STDOUT:
            self.stdout.write(page.decode(), ending="")
        else:
            file.write_bytes(page)
