"""The environment as it is today, before the cluster."""

from __future__ import annotations

from worksheets.plan.choice import Choice
from worksheets.plan.markers import LongText, Name, Text
from worksheets.plan.row import Row


class SystemKind(Choice):
    POWER = "power", "power and cooling"
    SERVER = "server", "server or partition"
    STORAGE = "storage", "storage"
    NETWORK = "network", "network"
    APPLICATION = "application", "application or database"
    BACKUP = "backup", "backup and restore"
    PEOPLE = "people", "people and procedures"
    PLACE = "place", "building or room"


class Fate(Choice):
    KEEP = "keep", "keep"
    CHANGE = "change", "keep and change"
    REPLACE = "replace", "replace"
    RETIRE = "retire", "retire"


class CurrentSystem(Row, frozen=True):
    """One thing that the service leans on today."""

    name: Name
    kind: SystemKind = SystemKind.SERVER
    location: Text = ""
    facts: LongText = ""
    protection: Text = ""
    weakness: LongText = ""
    last_failure: Text = ""
    fate: Fate | None = None
    successor: Text = ""
