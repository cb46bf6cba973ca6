"""``manage.py verify_audit``: is the event log what was recorded?"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from planner.audit.chain import Head, verify


class Command(BaseCommand):
    help = (
        "Reads the event log and names the first event that was changed, removed or slipped in. "
        "Exits with 1 when there is one."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--start",
            type=int,
            default=1,
            metavar="N",
            help="first event to check; the one before it is taken as right (default: 1)",
        )
        parser.add_argument(
            "--head",
            metavar="N:DIGEST",
            help="a head noted earlier, as printed on documents; the log must still contain it",
        )

    def handle(self, *args: Any, start: int, head: str | None, **options: Any) -> None:
        try:
            verdict = verify(start, Head.parse(head) if head is not None else None)
        except ValueError as problem:
            raise CommandError(str(problem)) from None
        if not verdict.intact:
            raise CommandError(f"The event log is broken. {verdict.reason}")
        self.stdout.write(
            f"The event log is intact: {verdict.checked} events checked, head {verdict.head}"
        )
