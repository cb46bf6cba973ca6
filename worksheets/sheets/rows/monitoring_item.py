"""The monitoring worksheet."""

from __future__ import annotations

from worksheets.plan.rows.monitoring_item import MonitoringItem, WatchedBy
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: monitoring a cluster"
BY_MACHINE = needs.where("method", *(way for way in WatchedBy if way is not WatchedBy.PERSON))

SHEET = Sheet(
    row=MonitoringItem,
    title="Monitoring",
    singular="monitoring item",
    group=Group.RUNNING,
    order=40,
    lead=(
        "What is watched while the cluster runs, by which means, and who hears of it. The first "
        "failure is handled by PowerHA; the second one only if somebody heard of the first."
    ),
    columns=(
        Column(
            "name",
            "What is watched",
            "The thing or the state that is watched, in plain words.",
            example="State of the cluster",
            sources=("O2",),
            width=26,
        ),
        Column(
            "method",
            "How",
            "By a trap that the cluster sends, a question that the monitoring asks, a status "
            "command, a log, or a person who looks.",
            example="SNMP trap",
            sources=("O2", "O3"),
            needed=needs.always,
            width=16,
        ),
        Column(
            "source",
            "Command or identifier",
            "The command, SNMP object or file that tells: clRGinfo, cldump, clstat, the cluster "
            "MIB, hacmp.out. For traps, the enterprise they carry.",
            example="clRGinfo -s",
            sources=("O2", "O3"),
            needed=BY_MACHINE,
            width=28,
        ),
        Column(
            "nodes",
            "On nodes",
            "Where it runs or what it asks. Leave it empty for all nodes; one node alone sees "
            "nothing when it is the one that is down.",
            hint="empty: all nodes",
            example="mhoracle1, mhoracle2",
            sources=("O2",),
            width=22,
        ),
        Column(
            "expected",
            "Normal value",
            "What it shows when all is well. Everything else is worth a message.",
            example="ONLINE on one node",
            sources=("O3",),
            width=22,
        ),
        Column(
            "interval",
            "Interval",
            "How often it is looked at: the longest time that a failure stays unseen. Empty for "
            "traps, which come by themselves.",
            unit="s",
            example="60",
            sources=("O2",),
            needed=needs.where("method", WatchedBy.SNMP_QUERY, WatchedBy.COMMAND, WatchedBy.PERSON),
            width=8,
        ),
        Column(
            "channel",
            "Channel",
            "The way an alert takes to people. For whatever cannot wait until morning, one that "
            "wakes somebody.",
            example="SMS",
            sources=("O4",),
            needed=needs.always,
            width=18,
        ),
        Column(
            "alert_people",
            "Alert to people",
            "The administrators who get the alert. Name two, since one may sleep through it.",
            example="Anna Berg",
            sources=("O4", "S9"),
            width=20,
        ),
        Column(
            "alert_teams",
            "Alert to teams",
            "The support teams that get the alert; a team outlives a list of names.",
            example="Unix operations",
            sources=("O4", "M6"),
            width=20,
        ),
    ),
    sources=("O2", "O4"),
    needed=needs.in_production,
)
