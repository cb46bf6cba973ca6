"""A group of people who look after one part of the cluster."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, LongText, Name, Text, To
from worksheets.plan.row import Row


class LooksAfter(Choice):
    CLUSTER = "cluster", "cluster"
    OPERATING_SYSTEM = "operating_system", "operating system"
    VIRTUALISATION = "virtualisation", "virtualisation"
    NETWORK = "network", "network"
    STORAGE = "storage", "storage"
    DATABASE = "database", "database"
    APPLICATION = "application", "application"
    OPERATIONS = "operations", "operations"
    SECURITY = "security", "security"
    FACILITIES = "facilities", "power and building"
    VENDOR = "vendor", "vendor support"


class SupportTeam(Row, frozen=True):
    """`reaction_time`: minutes until somebody works on a failure outside working hours."""

    name: Name
    looks_after: LooksAfter | None = None
    members: tuple[Annotated[str, To("administrator")], ...] = ()
    leader: Annotated[Text, To("administrator")] = ""
    duty_hours: Text = ""
    telephone: Text = ""
    reaction_time: Count | None = None
    escalation: LongText = ""
    contract: Text = ""
    signs_changes: bool | None = None
