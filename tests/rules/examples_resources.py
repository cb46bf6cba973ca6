"""Examples: tapes, resources of one's own, processing order, storage of groups."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, group, sound
from tests.rules.cases import Case, examples
from tests.rules.resources import led, nfs, own, raw, serial, tape, with_own
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application_monitor import FailureAction
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.dependency import DependencyKind
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.logical_volume import LogicalVolume, LogicalVolumeType
from worksheets.plan.rows.resource_group import (
    FileSystemRecovery,
    Processing,
    ResourceGroup,
    Startup,
)
from worksheets.plan.rows.tape_drive import TapeDrive
from worksheets.plan.rows.user_defined_resource import AcquiredAfter
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup, VolumeGroupType

SOUND, TAPE, OWN = sound(), tape(), with_own()
UNWATCHED: dict[str, Any] = {
    column: "" if column.endswith("_method") else None
    for column in (
        *("monitor_method", "monitor_mode", "monitor_interval", "hung_signal"),
        *("stabilization_interval", "restart_count", "restart_interval", "failure_action"),
        *("cleanup_method", "restart_method", "notify_method"),
    )
}


def rg(**cells: Any) -> Plan:
    return edit(SOUND, ResourceGroup, "rg", **cells)


def tp(**cells: Any) -> Plan:
    return edit(TAPE, TapeDrive, "tp", **cells)


def two_file_systems(inner: str = "/appdata", **cells: Any) -> Plan:
    return rg(**cells).replace(
        LogicalVolume(key="lv2", name="lv_two", volume_group="vg", copies=2),
        FileSystem(key="fs2", mount_point=inner, logical_volume="lv2"),
    )


def raw_volume(offset: bool | None, kind: VolumeGroupType = VolumeGroupType.BIG) -> Plan:
    plan = edit(SOUND, VolumeGroup, "vg", type=kind).without(FileSystem, "fs")
    return edit(plan, LogicalVolume, "lv", type=LogicalVolumeType.RAW, zero_offset=offset)


PARENT = led(DependencyKind.PARENT_CHILD, "g1", "g2")

CASES = {
    "TAPE-REACH": Case(
        tp(ports=("n1c1p1",)),
        tp(ports=()),
        "tape_drive/tp/ports",
        "nodeb of rg_app cannot reach the tape drive tape1",
    ),
    "TAPE-PORT": Case(
        edit(TAPE, Card, "n2c1", kind=CardKind.ETHERNET),
        TAPE,
        "tape_drive/tp/ports",
        "The tape drive tape1 hangs on nodeb fcs2, which is not Fibre Channel",
    ),
    "TAPE-SHARED-PORT": Case(
        tp(ports=("n1c1p0", "n2c1p1")),
        TAPE,
        "tape_drive/tp/ports",
        "The tape drive tape1 shares nodea fcs0 with disks",
    ),
    "TAPE-SCRIPTS": Case(
        tp(start_script="", stop_script=""),
        TAPE,
        "tape_drive/tp/stop_script",
        "The tape drive tape1 has no stop script: the drive stays reserved",
        times=2,
    ),
    "TAPE-ASYNCHRONOUS": Case(
        tp(stop_synchronous=False),
        tp(stop_synchronous=None),
        "tape_drive/tp/stop_synchronous",
        "Nobody waits until the tape drive tape1 is released",
    ),
    "OPEN-TAPE": Case(
        tp(device_names=""), TAPE, "tape_drive/device_names", "not entered for tape1"
    ),
    "UDR-METHODS": Case(
        with_own(start_method="", stop_method=""),
        OWN,
        "user_defined_resource/u1/stop_method",
        "lic_u1 has no stop method",
        times=2,
    ),
    "UDR-ONE-METHOD": Case(
        with_own(stop_method="/ha/start"),
        OWN,
        "user_defined_resource/u1/stop_method",
        "lic_u1 starts and stops with the same method",
    ),
    "UDR-UNWATCHED": Case(
        with_own(**UNWATCHED),
        with_own(**UNWATCHED, notes="Restarts by itself."),
        "user_defined_resource/u1/monitor_method",
        "No method watches lic_u1",
    ),
    "UDR-MONITOR-IDLE": Case(
        with_own(monitor_method="", hung_signal=9),
        OWN,
        "user_defined_resource/u1/monitor_method",
        "a monitor interval, a monitor mode, a restart count, a restart interval",
    ),
    "UDR-RESTART": Case(
        with_own(restart_interval=131),
        OWN,
        "user_defined_resource/u1/restart_interval",
        "lic_u1 forgets restarts after 131 s; 3 restarts take up to 132 s",
    ),
    "UDR-NOTIFY": Case(
        with_own(failure_action=FailureAction.NOTIFY),
        with_own(failure_action=FailureAction.NOTIFY, notify_method="/ha/tell"),
        "user_defined_resource/u1/notify_method",
        "lic_u1 only notifies",
    ),
    "UDR-TYPE": Case(
        OWN.replace(own("u2", stop_method="/ha/other")),
        OWN.replace(own("u2", attributes="PORT=1", type="other", stop_method="/ha/other")),
        "user_defined_resource/u1/stop_method",
        "lic_u1 and lic_u2 are of the type licence and differ in the stop method",
    ),
    "UDR-ATTRIBUTES": Case(
        with_own(attributes="PORT=1\nrubbish\nPORT=2"),
        with_own(attributes="\n PORT = 1\n\nHOST=a=b"),
        "user_defined_resource/u1/attributes",
        "lic_u1: 'rubbish' is not of the form name=value",
        times=2,
    ),
    "UDR-AFTER": Case(
        with_own(acquired_after=AcquiredAfter.TAPE),
        OWN,
        "user_defined_resource/u1/acquired_after",
        "lic_u1 comes after tapes, and rg_app has none",
    ),
    "OPEN-UDR": Case(
        with_own(type=""), OWN, "user_defined_resource/type", "not entered for lic_u1"
    ),
    "OPEN-UDR-MONITOR": Case(
        with_own(monitor_mode=None),
        with_own(monitor_mode=None, monitor_method=""),
        "user_defined_resource/monitor_mode",
        "The monitor mode is not entered for lic_u1",
    ),
    "RG-PLACE-TWICE": Case(
        SOUND.replace(serial("g1", 1, 3), serial("g2", 2, 3)),
        SOUND.replace(serial("g1", 1, 2), serial("g2", 2, 1)),
        "resource_group/g1/release_place",
        "rg_g1 and rg_g2 stop in place 3",
    ),
    "RG-PLACE-IDLE": Case(
        rg(acquisition_place=4),
        rg(acquisition_place=4, processing=Processing.SERIAL),
        "resource_group/rg/acquisition_place",
        "rg_app has place 4 to start and is handled in parallel",
    ),
    "RG-PLACE-OPEN": Case(
        rg(processing=Processing.SERIAL),
        rg(processing=Processing.SERIAL, release_place=1),
        "resource_group/rg/acquisition_place",
        "rg_app is handled one after the other and has no place",
    ),
    "RG-PLACE-DEPENDENCY": Case(
        SOUND.replace(serial("g1", 2, 2), serial("g2", 1, 1), PARENT),
        SOUND.replace(serial("g1", 1, 2), serial("g2", 2, 1), PARENT),
        "resource_group/g2/acquisition_place",
        "rg_g2 is to start before rg_g1, which contradicts parent / child",
    ),
    "RG-PLACE-NFS": Case(
        edit(nfs(), ResourceGroup, "rg", processing=Processing.SERIAL, acquisition_place=2).replace(
            serial("g1", 1)
        ),
        edit(nfs(), ResourceGroup, "rg", processing=Processing.SERIAL, acquisition_place=2).replace(
            serial("g1", 3)
        ),
        "resource_group/rg/acquisition_place",
        "rg_app has NFS mounts and starts after rg_g1",
    ),
    "RG-FS-ELSEWHERE": Case(
        SOUND.replace(group("g1", file_systems=("fs",))),
        rg(file_systems=("fs",)),
        "resource_group/g1/file_systems",
        "rg_g1 mounts /app and does not hold its volume group vg_app",
    ),
    "RG-FS-LIST": Case(
        two_file_systems(file_systems=("fs",)),
        two_file_systems(),
        "resource_group/rg/file_systems",
        "rg_app does not mount /appdata of its volume groups",
    ),
    "RG-FS-NESTED": Case(
        two_file_systems("/app/data", file_system_recovery=FileSystemRecovery.PARALLEL),
        two_file_systems("/app/data", file_system_recovery=FileSystemRecovery.SEQUENTIAL),
        "resource_group/rg/file_system_recovery",
        "rg_app mounts in parallel, and /app/data lies inside another of its file systems",
    ),
    "RG-RAW-DISK": Case(
        raw(volume_group="vg"),
        raw(),
        "resource_group/rg/raw_disks",
        "The raw disk lun5 of rg_app is in the volume group vg_app",
    ),
    "RG-RAW-REACH": Case(
        raw().without(DiskPath, "n2d5"),
        raw().without(DiskPath, "n2d5", "n1d5"),
        "resource_group/rg/raw_disks",
        "nodeb of rg_app cannot reach the raw disk lun5",
    ),
    "RG-CONCURRENT-USE": Case(
        rg(concurrent_use=True),
        rg(concurrent_use=True, startup=Startup.OAAN),
        "resource_group/rg/concurrent_use",
        "rg_app is for concurrent use and starts on one node",
    ),
    "VG-FORCED-POOLS": Case(
        edit(SOUND, VolumeGroup, "vg", mirror_pools=MirrorPools.YES),
        SOUND,
        "volume_group/vg/mirror_pools",
        "rg_app forces vg_app open, which has no super strict mirror pools",
    ),
    "VG-FORCED-QUORUM": Case(
        edit(edit(SOUND, VolumeGroup, "vg", quorum=True), LogicalVolume, "lv", copies=1),
        edit(SOUND, VolumeGroup, "vg", quorum=True),
        "volume_group/vg/quorum",
        "rg_app forces vg_app open, and its quorum is on",
    ),
    "VG-FORCED-IDLE": Case(
        edit(SOUND, LogicalVolume, "lv", copies=1),
        SOUND.without(LogicalVolume, "lv"),
        "resource_group/rg/forced_varyon",
        "rg_app forces vg_app open, which is not mirrored",
    ),
    "VG-FORCED-OFF": Case(
        rg(forced_varyon=False),
        SOUND,
        "resource_group/rg/forced_varyon",
        "rg_app does not force vg_app open, which is mirrored without quorum",
    ),
    "VG-IMPORT-MAJOR": Case(
        edit(rg(auto_import=True), VolumeGroup, "vg", major_number=None),
        rg(auto_import=True),
        "volume_group/vg/major_number",
        "vg_app of rg_app is imported by PowerHA and has no major number",
    ),
    "LV-RAW-OFFSET": Case(
        raw_volume(False),
        raw_volume(True),
        "logical_volume/lv/zero_offset",
        "lv_app is raw and has its control block in its first block",
    ),
}

EXAMPLES = examples(CASES)
