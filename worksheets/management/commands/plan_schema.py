"""Prints the JSON Schema of plan files."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from worksheets.exchange.plan_schema import schema_bytes


class Command(BaseCommand):
    help = "Prints the JSON Schema of plan files."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(schema_bytes().decode(), ending="")
