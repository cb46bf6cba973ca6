"""Something that is watched while the cluster runs."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, Name, Text, To
from worksheets.plan.row import Row


class WatchedBy(Choice):
    SNMP_TRAP = "snmp_trap", "SNMP trap"
    SNMP_QUERY = "snmp_query", "SNMP query"
    COMMAND = "command", "status command"
    LOG = "log", "log file"
    ERROR_LOG = "errpt", "AIX error log"
    PERSON = "person", "a person looks"


class Channel(Choice):
    CONSOLE = "console", "operations console"
    EMAIL = "email", "e-mail"
    SMS = "sms", "SMS"
    TELEPHONE = "telephone", "telephone"
    TICKET = "ticket", "ticket"


class MonitoringItem(Row, frozen=True):
    """`source`: the command, object identifier or file that tells. `interval` in seconds."""

    name: Name
    method: WatchedBy | None = None
    source: Text = ""
    nodes: tuple[Annotated[str, To("node")], ...] = ()
    expected: Text = ""
    interval: Count | None = None
    channel: Channel | None = None
    alert_people: tuple[Annotated[str, To("administrator")], ...] = ()
    alert_teams: tuple[Annotated[str, To("support_team")], ...] = ()
