"""Sound designs with NFS, a workload partition, a tape drive and resources of one's own."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.rules.builders import edit, group, sound
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_monitor import (
    ApplicationMonitor,
    FailureAction,
    MonitorMode,
    MonitorType,
)
from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.plan.rows.disk import Disk, DiskRole
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.nfs_export import NfsExport, NfsVersion
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.resource_group import Processing, ResourceGroup
from worksheets.plan.rows.tape_drive import TapeDrive
from worksheets.plan.rows.user_defined_resource import AcquiredAfter, UserDefinedResource
from worksheets.plan.rows.wpar import Wpar, WparStorage, WparType


@cache
def nfs() -> Plan:
    """`sound()` whose group rg exports /app (key ex) by NFS 4 and mounts it (key mo)."""
    plan = edit(sound(), ResourceGroup, "rg", mount_before_address=True)
    return plan.replace(
        NfsExport(
            key="ex", path="/app", resource_group="rg", file_system="fs",
            nfs_version=NfsVersion.V4, read_write_hosts="nodea:nodeb", root_hosts="nodea:nodeb",
            domain="bank.example.com", auto_stable_storage=True,
        ),
        NfsMount(
            key="mo", mount_point="/mnt/app", resource_group="rg", export="ex", network="net1",
            options="hard,vers=4",
        ),
    )  # fmt: skip


@cache
def partition() -> Plan:
    """`sound()` whose group rg runs in a partition (key wp), without a volume group."""
    plan = edit(sound(), ResourceGroup, "rg", volume_groups=(), forced_varyon=None)
    return plan.without(ApplicationMonitor, "mp").replace(
        Wpar(
            key="wp", name="rg_app", resource_group="rg", nodes=("n1", "n2"),
            type=WparType.SYSTEM, storage=WparStorage.LOCAL, script_directory="/usr/local/ha",
            reachable_from_global=True, smart_assist=False,
        )
    )  # fmt: skip


@cache
def tape() -> Plan:
    """`sound()` whose group rg takes a drive (key tp) along, on ports of its own."""
    return edit(sound(), ResourceGroup, "rg", tapes=("tp",)).replace(
        TapeDrive(
            key="tp", name="tape1", ports=("n1c1p1", "n2c1p1"), device_names="rmt0 on both",
            start_script="/usr/local/ha/tape_start", start_synchronous=False,
            stop_script="/usr/local/ha/tape_stop", stop_synchronous=True,
        )
    )  # fmt: skip


def own(key: str, /, **cells: Any) -> UserDefinedResource:
    """A sound resource of the type licence."""
    given: dict[str, Any] = {
        "name": f"lic_{key}", "type": "licence", "acquired_after": AcquiredAfter.SERVICE_IP,
        "attributes": "PORT=27000", "start_method": "/ha/start", "stop_method": "/ha/stop",
        "monitor_method": "/ha/check", "monitor_mode": MonitorMode.LONG_RUNNING,
        "monitor_interval": 30, "stabilization_interval": 10, "restart_count": 3,
        "restart_interval": 132, "failure_action": FailureAction.FALLOVER,
    }  # fmt: skip
    return UserDefinedResource(key=key, **{**given, **cells})


def with_own(**cells: Any) -> Plan:
    """`sound()` whose group rg holds the resource u1, with its methods in a collection."""
    plan = edit(sound(), ResourceGroup, "rg", user_defined_resources=("u1",))
    methods = FileCollection(
        key="methods", name="Licence_methods", sync_with_cluster=True, sync_when_changed=False,
        files="/ha/start\n/ha/stop\n/ha/check",
    )  # fmt: skip
    return plan.replace(methods, own("u1", **cells))


def raw(**cells: Any) -> Plan:
    """`sound()` whose group rg uses the raw disk d5 that both nodes reach."""
    plan = edit(sound(), ResourceGroup, "rg", raw_disks=("d5",))
    return plan.replace(
        Disk(key="d5", name="lun5", **{"role": DiskRole.RAW, **cells}),
        DiskPath(key="n1d5", node="n1", disk="d5"),
        DiskPath(key="n2d5", node="n2", disk="d5"),
    )


def serial(key: str, start: int | None = None, stop: int | None = None, /) -> ResourceGroup:
    """A group in the serial lists."""
    return group(
        key, processing=Processing.SERIAL, acquisition_place=start, release_place=stop
    )  # fmt: skip


def led(kind: DependencyKind, leader: str, *groups: str) -> Dependency:
    return Dependency(key=f"{kind.value}-{leader}", kind=kind, leader=leader, groups=groups)


def over_nfs(**cells: Any) -> Plan:
    """`partition()` whose file systems come from a server outside, over net2."""
    given = {"storage": WparStorage.NFS, "nfs_server": "filer1", "nfs_network": "net2"}
    return edit(partition(), Wpar, "wp", **{**given, **cells})


def process_monitor() -> ApplicationMonitor:
    """A process monitor of the application."""
    return ApplicationMonitor(
        key="mp2", name="processes", type=MonitorType.PROCESS, controllers=("app",)
    )
