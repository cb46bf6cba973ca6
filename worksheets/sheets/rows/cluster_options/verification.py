"""Verification, files kept equal, and alerts."""

from __future__ import annotations

from worksheets.sheets.needs import always, in_production, where
from worksheets.sheets.sheet import Column

COLUMNS = (
    Column(
        "daily_verification",
        "Daily verification",
        "Whether PowerHA checks the configuration by itself every day. It finds what "
        "somebody changed on one node only, long before a takeover would.",
        sources=("T6",),
        powerha="DAILY_VERIFICATION",
        needed=always,
        width=10,
    ),
    Column(
        "verification_node",
        "Verified from",
        "The node that runs the daily verification; empty means the first one in "
        "alphabetical order. Its clutils.log is where to look in the morning.",
        hint="empty: the first",
        example="mhoracle2",
        sources=("T6", "PowerHA planning guide: verification"),
        powerha="VERIFICATION_NODE",
    ),
    Column(
        "verification_hour",
        "Verified at",
        "The hour of the day at which the daily verification runs; choose a quiet one after "
        "which somebody reads the result. The default is midnight.",
        hint="hour, 0 to 23",
        example="5",
        sources=("T6", "PowerHA planning guide: verification"),
        powerha="VERIFICATION_HOUR",
        needed=where("daily_verification", True),
        width=6,
    ),
    Column(
        "verification_debugging",
        "Verify in detail",
        "Whether the daily verification writes debugging detail into its log as well. It "
        "helps to find a fault and fills /var otherwise.",
        sources=("T6", "PowerHA planning guide: verification"),
        powerha="VERIFICATION_DEBUGGING",
        width=8,
    ),
    Column(
        "fc_sync_interval",
        "File check interval",
        "How often PowerHA looks for changed files of the file collections that propagate by "
        "themselves. Empty keeps the default of 10 minutes.",
        unit="min",
        example="10",
        sources=("D10", "PowerHA planning guide: file collections"),
        powerha="FC_SYNC_INTERVAL",
        width=9,
    ),
    Column(
        "alerts",
        "Alerts",
        "Who is told when something fails, by which way (SNMP, SMS, e-mail), and who acts "
        "on it at night. A cluster that has survived one failure has no spare left until "
        "somebody knows.",
        example="SNMP trap to the operations desk; SMS to the on-call administrator",
        sources=("O4", "D10"),
        needed=in_production,
        width=28,
    ),
)
