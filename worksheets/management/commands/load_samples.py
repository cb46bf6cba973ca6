"""Loads the sample clusters into a development database."""

from __future__ import annotations

from argparse import ArgumentParser
from importlib import resources
from typing import Any

from django.core.management.base import BaseCommand

from planner.accounts.demo import TEAM, create_demo_people
from planner.accounts.models import Team, User
from worksheets.models import Cluster
from worksheets.services.clusters import import_plan


class Command(BaseCommand):
    help = "Makes the demo team and imports the sample clusters (development only)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing when there is any cluster"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        people = create_demo_people()
        if options["if_empty"] and Cluster.objects.exists():
            self.stdout.write("There are clusters already; no samples loaded.")
        else:
            self._load(people[0].username)
        self.stdout.write("Demo accounts, which exist in development only:")
        for person in people:
            self.stdout.write(
                f"  {person.username:8} password {person.password:24} ({person.role.value})"
            )

    def _load(self, username: str) -> None:
        actor = User.objects.get(username=username)
        team = Team.objects.get(name=TEAM)
        for file in sorted(
            resources.files("worksheets.samples").iterdir(), key=lambda file: file.name
        ):
            if file.name.endswith(".json"):
                cluster = import_plan(actor=actor, team_id=team.pk, data=file.read_bytes())
                self.stdout.write(f"  loaded {cluster.name}")
