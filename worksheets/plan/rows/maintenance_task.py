"""Work that comes back: backups, snapshots, verification, tests."""

from __future__ import annotations

from typing import Annotated

from worksheets.plan.choice import Choice
from worksheets.plan.markers import Count, Date, LongText, Name, Text, To
from worksheets.plan.row import Row


class TaskKind(Choice):
    SNAPSHOT = "snapshot", "cluster snapshot"
    SYSTEM_BACKUP = "system_backup", "system backup (mksysb)"
    DATA_BACKUP = "data_backup", "data backup"
    RESTORE_TEST = "restore_test", "restore test"
    VERIFICATION = "verification", "verification"
    LOG_REVIEW = "log_review", "log review"
    FALLOVER_TEST = "fallover_test", "fallover and fallback test"
    TEST_TOOL = "test_tool", "cluster test tool"
    REPORT = "report", "configuration report"
    REVIEW = "review", "review of the design"
    UPDATE = "update", "software and firmware"
    OTHER = "other", "other"


class Frequency(Choice):
    DAILY = "daily", "daily"
    WEEKLY = "weekly", "weekly"
    MONTHLY = "monthly", "monthly"
    QUARTERLY = "quarterly", "every quarter"
    HALF_YEARLY = "half_yearly", "twice a year"
    YEARLY = "yearly", "yearly"
    EACH_CHANGE = "each_change", "at each change"


class MaintenanceTask(Row, frozen=True):
    """`duration` in minutes. `disruptive`: the service is interrupted by it."""

    name: Name
    kind: TaskKind | None = None
    frequency: Frequency | None = None
    last_done: Date = ""
    next_due: Date = ""
    responsible: Annotated[Text, To("administrator")] = ""
    team: Annotated[Text, To("support_team")] = ""
    procedure: LongText = ""
    duration: Count | None = None
    disruptive: bool | None = None
    record: Text = ""
