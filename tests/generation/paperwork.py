"""What people wrote down: requirements, today's systems, applications, duties, who is told."""

from __future__ import annotations

from typing import Any

from tests.generation.recipe import Recipe
from tests.rules.builders import SOUND_EVENTS
from worksheets.plan.row import Row
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application import Application, TakeoverStrategy
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.current_system import CurrentSystem, Fate, SystemKind
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.maintenance_task import Frequency, MaintenanceTask, TaskKind
from worksheets.plan.rows.monitoring_item import Channel, MonitoringItem, WatchedBy
from worksheets.plan.rows.node import Node, UsualRole
from worksheets.plan.rows.operation_guide import OperationGuide, Topic
from worksheets.plan.rows.remote_notification import NotificationKind, RemoteNotification
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.software_level import InstallState, SoftwareLevel
from worksheets.plan.rows.split_merge_policy import (
    ActionPlan,
    MergePolicy,
    Quarantine,
    SplitMergePolicy,
    SplitPolicy,
)
from worksheets.plan.rows.support_team import LooksAfter, SupportTeam

_OFTEN = {
    TaskKind.LOG_REVIEW: Frequency.DAILY,
    TaskKind.DATA_BACKUP: Frequency.DAILY,
    TaskKind.SNAPSHOT: Frequency.EACH_CHANGE,
    TaskKind.REPORT: Frequency.EACH_CHANGE,
    TaskKind.RESTORE_TEST: Frequency.YEARLY,
    TaskKind.TEST_TOOL: Frequency.YEARLY,
    TaskKind.UPDATE: Frequency.YEARLY,
    TaskKind.FALLOVER_TEST: Frequency.HALF_YEARLY,
}
_DATES = {
    Frequency.DAILY: ("2026-11-01", "2026-11-02"),
    Frequency.MONTHLY: ("2026-11-01", "2026-12-01"),
    Frequency.EACH_CHANGE: ("2026-10-04", ""),
    Frequency.HALF_YEARLY: ("2026-07-01", "2026-12-20"),
    Frequency.YEARLY: ("2026-03-01", "2027-02-20"),
}
_TOLD = ("licence", "start_procedure", "stop_procedure", "recovery", "script_maintainer")
_TOLD_OF_SITES = (Topic.SITE_FAILURE, Topic.SPLIT)


def paperwork(recipe: Recipe, rows: list[Row]) -> list[Row]:
    """The worksheets without wires; each is left empty where its precaution is missing.

    `rows`: the plan so far, of which they speak.
    """
    groups = [row for row in rows if isinstance(row, ResourceGroup)]
    people = tuple(row.key for row in rows if isinstance(row, Administrator))
    chapters = (
        _requirements(groups),
        _today(),
        _software(rows),
        _applications(rows),
        _collection(rows),
        _teams(),
        _tasks(),
        _guides(recipe, people),
        _watching(people),
        _split(groups) if recipe.sites == 2 and groups else [],
    )
    return [row for chapter in chapters if not recipe.flawed() for row in chapter]


def _by_subject(rows: list[Any]) -> dict[str, list[str]]:
    """Keys by what the name begins with: rg_ledger01 and rg_ledger09 are both ledger."""
    found: dict[str, list[str]] = {}
    for row in rows:
        stem = row.name.removeprefix("rg_").split("_")[0].rstrip("0123456789")
        found.setdefault(stem, []).append(row.key)
    return found


def _requirements(groups: list[ResourceGroup]) -> list[Row]:
    return [
        Requirement(
            key=f"requirement-{stem}", name=f"{stem} service", groups=tuple(keys),
            availability="99.5% a year", outage=30, longer_outage=2, planned_outage=240, rto=240,
            rpo=0, capacity=100, site_loss=False, cost=40_000, currency="EUR",
            decided_by="Head of payments",
        )
        for stem, keys in _by_subject(groups).items()
    ]  # fmt: skip


def _today() -> list[Row]:
    return [
        CurrentSystem(
            key=f"today-{kind.value}", name=f"{kind.value} today", kind=kind,
            protection="a spare in stock", fate=Fate.KEEP,
        )
        for kind in SystemKind
    ]  # fmt: skip


def _software(rows: list[Row]) -> list[Row]:
    return [
        SoftwareLevel(
            key=f"rsct-{row.key}", node=row.key, product="RSCT", level="3.3.1.2", checked=True,
            state=InstallState.COMMITTED, evidence="FLRT",
        )
        for row in rows
        if isinstance(row, Node)
    ]  # fmt: skip


def _applications(rows: list[Row]) -> list[Row]:
    """One per subject and strategy: groups that list the standby node count on it."""
    waiting = {
        row.key for row in rows if isinstance(row, Node) and row.usual_role is UsualRole.STANDBY
    }
    on_standby = {
        key
        for row in rows
        if isinstance(row, ResourceGroup) and waiting.intersection(row.nodes)
        for key in row.controllers
    }
    controllers = [row for row in rows if isinstance(row, ApplicationController)]
    found: list[Row] = []
    for strategy, served in (
        (TakeoverStrategy.COLD_STANDBY, [row for row in controllers if row.key in on_standby]),
        (
            TakeoverStrategy.MUTUAL_TAKEOVER,
            [row for row in controllers if row.key not in on_standby],
        ),
    ):
        found += [
            Application(
                key=f"application-{stem}-{strategy.value}", name=f"{stem} with {strategy.label}",
                controllers=tuple(keys), owner="Head of payments", strategy=strategy,
                prompts=False, host_bindings="none", **dict.fromkeys(_TOLD, "see the handbook"),
            )
            for stem, keys in _by_subject(served).items()
        ]  # fmt: skip
    return found


def _collection(rows: list[Row]) -> list[Row]:
    paths: list[str] = []
    for row in rows:
        if isinstance(row, ApplicationController):
            paths += (row.start_script, row.stop_script)
        elif isinstance(row, ApplicationMonitor):
            paths += (row.monitor_method, row.notify_method)
    files = "\n".join(dict.fromkeys(path for path in paths if path))
    if not files:
        return []
    return [
        FileCollection(
            key="collection-scripts", name="HA_Scripts", files=files, sync_with_cluster=True,
            sync_when_changed=False, maintained_by="admin-1",
        )
    ]  # fmt: skip


def _teams() -> list[Row]:
    return [
        SupportTeam(
            key=f"team-{part.value}", name=f"{part.value} team", looks_after=part,
            duty_hours="always", telephone="+49 30 5550", reaction_time=15,
            escalation="duty manager", signs_changes=True,
        )
        for part in LooksAfter
        if part is not LooksAfter.VENDOR
    ]  # fmt: skip


def _tasks() -> list[Row]:
    rows: list[Row] = []
    for kind in TaskKind:
        frequency = _OFTEN.get(kind, Frequency.MONTHLY)
        last, due = _DATES[frequency]
        rows.append(
            MaintenanceTask(
                key=f"task-{kind.value}", name=f"{kind.value} task", kind=kind,
                frequency=frequency, last_done=last, next_due=due, responsible="admin-1",
                disruptive=kind is TaskKind.FALLOVER_TEST, procedure="handbook, part 3",
                duration=90,
            )
        )  # fmt: skip
    return rows


def _guides(recipe: Recipe, people: tuple[str, ...]) -> list[Row]:
    return [
        OperationGuide(
            key=f"guide-{topic.value}", name=f"{topic.value} guide", topic=topic,
            procedure="handbook, part 2", duration=20, written_by="admin-1",
            rehearsed_by=people[-1], last_rehearsed="2026-09-14",
        )
        for topic in Topic
        if recipe.sites == 2 or topic not in _TOLD_OF_SITES
    ]  # fmt: skip


def _watching(people: tuple[str, ...]) -> list[Row]:
    told: dict[str, Any] = {"channel": Channel.SMS, "alert_people": people}
    return [
        MonitoringItem(key="watch-trap", name="traps", method=WatchedBy.SNMP_TRAP, **told),
        MonitoringItem(
            key="watch-state", name="state", method=WatchedBy.COMMAND, interval=60, **told
        ),
        RemoteNotification(
            key="notification-duty", name="sms_duty", kind=NotificationKind.SMS,
            contacts="+49 30 5551", people=people,
            message_file="/usr/local/ha/message", events=", ".join(SOUND_EVENTS),
        ),
    ]  # fmt: skip


def _split(groups: list[ResourceGroup]) -> list[Row]:
    return [
        SplitMergePolicy(
            key="cluster", split_policy=SplitPolicy.NFS, merge_policy=MergePolicy.NFS,
            nfs_server="quorum.example.com", nfs_local_directory="/ha/quorum",
            nfs_remote_directory="/export/quorum", action_plan=ActionPlan.REBOOT,
            quarantine=Quarantine.NODE_HALT, critical_group=groups[0].key,
        )
    ]  # fmt: skip
