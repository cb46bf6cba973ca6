"""Examples: limits of volume groups, pools, logs, uses of disks, drivers, repository."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, edit_all, sound, virtual
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.disk import Disk, DiskRole
from worksheets.plan.rows.disk_path import DiskPath, PathAlgorithm, PathDriver
from worksheets.plan.rows.file_system import FileSystem, FileSystemType
from worksheets.plan.rows.logical_volume import LogicalVolume, LogicalVolumeType
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.virtual_io_server import DiskService, VirtualIoServer
from worksheets.plan.rows.volume_group import (
    CriticalAction,
    MaximumPartitions,
    MaximumVolumes,
    PartitionSize,
    VolumeGroup,
    VolumeGroupType,
)

SOUND, VIRTUAL = sound(), virtual()
ORIGINAL, BIG = VolumeGroupType.ORIGINAL, VolumeGroupType.BIG


def vg(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, VolumeGroup, "vg", **cells)


def lv(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, LogicalVolume, "lv", **cells)


def fs(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, FileSystem, "fs", **cells)


def disk(key: str, plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, Disk, key, **cells)


def path(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, DiskPath, "n1d1", **cells)


def raw(plan: Plan = SOUND) -> Plan:
    """A fifth disk that the group uses raw, with a path from both nodes."""
    paths = (DiskPath(key=f"{node}d9", node=node, disk="d9") for node in ("n1", "n2"))
    plan = plan.replace(Disk(key="d9", name="lun9"), *paths)
    return edit(plan, ResourceGroup, "rg", raw_disks=("d9",))


def logged(kind: LogicalVolumeType = LogicalVolumeType.JFS2_LOG, group: str = "vg") -> Plan:
    """The log of the file system is on a logical volume of this type and volume group."""
    log = LogicalVolume(key="log", name="lv_log", volume_group=group, type=kind)
    return fs(SOUND.replace(log, VolumeGroup(key="v2", name="vg_two")), log_volume="log")


def many(kind: VolumeGroupType, *, disks: int = 0, volumes: int = 0, **cells: Any) -> Plan:
    """A volume group of its own with this many disks and logical volumes."""
    return SOUND.replace(
        VolumeGroup(key="v2", name="vg_two", type=kind, **cells),
        *(Disk(key=f"x{n}", name=f"x{n}", volume_group="v2", size=64) for n in range(disks)),
        *(LogicalVolume(key=f"x{n}", name=f"x{n}", volume_group="v2") for n in range(volumes)),
    )


def served(service: DiskService, driver: PathDriver) -> Plan:
    plan = edit_all(VIRTUAL, VirtualIoServer, disk_service=service)
    return edit(plan, DiskPath, "n1d1", driver=driver)


CASES = {
    "VG-LIMIT-DISKS": Case(
        many(ORIGINAL, disks=33),
        many(ORIGINAL, disks=32),
        "volume_group/v2/type",
        "vg_two has 33 disks; original volume groups hold 32",
    ),
    "VG-LIMIT-VOLUMES": Case(
        many(ORIGINAL, volumes=257),
        many(ORIGINAL, volumes=256),
        "volume_group/v2/type",
        "vg_two has 257 logical volumes and room for 256",
    ),
    "VG-LIMIT-PARTITIONS": Case(
        many(ORIGINAL, disks=6, pp_size=PartitionSize.MIB_8),
        many(ORIGINAL, disks=6, pp_size=PartitionSize.MIB_16),
        "volume_group/v2/pp_size",
        "vg_two has no room for x0, x1, x2, x3, x4 and x5 with partitions of 8 MiB",
    ),
    "VG-SCALABLE-ONLY": Case(
        vg(type=BIG, max_partitions=MaximumPartitions.K_64, max_volumes=MaximumVolumes.UP_TO_512),
        vg(max_partitions=MaximumPartitions.K_64, max_volumes=MaximumVolumes.UP_TO_512),
        "volume_group/vg/mirror_pools",
        "vg_app is big and has mirror pools",
        times=3,
    ),
    "VG-SPACE": Case(
        lv(size=51),
        lv(size=50),
        "volume_group/vg/",
        "The logical volumes of vg_app need 102 GiB with their copies, its disks have 100",
    ),
    "FS-SPACE": Case(
        fs(lv(size=20), size=21),
        fs(lv(size=20), size=20),
        "file_system/fs/size",
        "/app has 21 GiB, lv_app 20",
    ),
    "LV-POOL": Case(
        lv(first_pool="pool1", second_pool="pool9"),
        lv(first_pool="pool1", second_pool="pool2"),
        "logical_volume/lv/second_pool",
        "lv_app puts a copy into pool9, where vg_app has no disk",
    ),
    "LV-POOL-COPIES": Case(
        lv(first_pool="pool1"),
        lv(first_pool="pool1", second_pool="pool2"),
        "logical_volume/lv/copies",
        "lv_app has 2 copies and 1 mirror pool",
    ),
    "VG-AUTO-ON": Case(
        vg(auto_on=True),
        vg(auto_on=False),
        "volume_group/vg/auto_on",
        "AIX varies vg_app on when a node starts",
    ),
    "VG-NODES": Case(
        vg(nodes=("n1",)),
        vg(nodes=("n2", "n1")),
        "volume_group/vg/nodes",
        "vg_app of rg_app is not defined on nodeb",
    ),
    "VG-CRITICAL-IDLE": Case(
        vg(failure_action=CriticalAction.HALT),
        vg(failure_action=CriticalAction.HALT, critical=True),
        "volume_group/vg/failure_action",
        "vg_app is not critical, but says what to do when it loses its disks",
    ),
    "FS-TYPE": Case(
        fs(type=FileSystemType.STANDARD),
        fs(type=FileSystemType.ENHANCED),
        "file_system/fs/type",
        "/app is standard (JFS), lv_app is of the type jfs2",
    ),
    "FS-LOG-BOTH": Case(
        fs(logged(), inline_log=True),
        fs(logged(), inline_log=False),
        "file_system/fs/log_volume",
        "/app has an inline log and the log volume lv_log",
    ),
    "FS-LOG-VOLUME": Case(
        logged(LogicalVolumeType.RAW, "v2"),
        logged(),
        "file_system/fs/log_volume",
        "The log of /app is on lv_log, which is of the type raw",
        times=2,
    ),
    "FS-LOG-NONE": Case(
        fs(inline_log=False),
        fs(inline_log=True),
        "file_system/fs/log_volume",
        "/app has neither an inline log nor a log volume",
    ),
    "DISK-TWICE": Case(
        disk("d2", pvid="00F6DB2A1B2C3D01" + "0" * 16),
        disk("d2", pvid="00F6DB2A1B2C3D0A" + "0" * 16),
        "disk/d1/pvid",
        "lun1 and lun2 have one PVID, 00f6db2a1b2c3d01",
    ),
    "DISK-ROLE": Case(
        disk("d3", role=DiskRole.DATA),
        disk("d3", role=DiskRole.REPOSITORY),
        "disk/d3/role",
        "lun3 has the role data and is used as repository",
    ),
    "REPO-ORDER": Case(
        edit(SOUND, RepositoryDisk, "repo2", backup_order=1).replace(
            RepositoryDisk(key="repo3", disk="d9", backup_order=1)
        ),
        edit(SOUND, RepositoryDisk, "repo2", backup_order=1),
        "repository_disk/repo3/backup_order",
        "d9 is active and has the place 1 among the backups",
    ),
    "REPO-SMALLER": Case(
        disk("d4", size=49),
        disk("d4", size=50),
        "repository_disk/repo2/disk",
        "The backup repository lun4 has 49 GiB, the active one 50",
    ),
    "DISK-PATH-COUNT": Case(
        path(path_count=1),
        path(path_count=2),
        "disk_path/n1d1/path_count",
        "nodea to lun1 has 1 path over 2 ports",
    ),
    "DISK-DRIVER-PORTS": Case(
        path(driver=PathDriver.VSCSI),
        served(DiskService.VSCSI, PathDriver.VSCSI),
        "disk_path/n1d1/driver",
        "nodea to lun1 is virtual SCSI over a port of the node itself",
    ),
    "DISK-ALGORITHM": Case(
        path(driver=PathDriver.VSCSI, algorithm=PathAlgorithm.ROUND_ROBIN),
        path(driver=PathDriver.VSCSI, algorithm=PathAlgorithm.FAIL_OVER),
        "disk_path/n1d1/algorithm",
        "nodea to lun1 is virtual SCSI with round_robin",
    ),
    "DISK-DRIVER-OLD": Case(
        path(driver=PathDriver.SDDPCM),
        path(driver=PathDriver.AIX_PCM),
        "disk_path/driver",
        "1 path uses SDDPCM",
    ),
}
EXAMPLES = examples(CASES)

MORE = {
    "VG-LIMIT-PARTITIONS": (
        many(
            VolumeGroupType.SCALABLE,
            disks=9,
            pp_size=PartitionSize.MIB_16,
            max_partitions=MaximumPartitions.K_32,
        ),
    ),
}
