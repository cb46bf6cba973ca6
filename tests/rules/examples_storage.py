"""Examples: disks, volume groups, file systems, repository, places and power."""

from __future__ import annotations

from tests.rules.builders import edit, edit_all, emptied, sound, two_sites, virtual
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath, ReservePolicy
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.logical_volume import (
    LogicalVolume,
    LogicalVolumeType,
    SeparateDisks,
)
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.repository_disk import RepositoryDisk, RepositoryState
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup, VolumeGroupType

SOUND, SITES, VIRTUAL = sound(), two_sites(), virtual()
UNFED = SOUND.replace(Rack(key="r9", name="R9", site="s1"))


def _linked(*sites: str) -> Plan:
    """The two repositories of the linked cluster belong to these sites, both active."""
    plan = edit(SITES, ClusterOptions, "cluster", type=ClusterType.LINKED)
    for key, site in zip(("repo1", "repo2"), sites, strict=True):
        plan = edit(plan, RepositoryDisk, key, site=site, state=RepositoryState.ACTIVE)
    return plan


def _raw(kind: VolumeGroupType) -> Plan:
    plan = edit(SOUND, VolumeGroup, "vg", type=kind).without(FileSystem, "fs")
    return edit(plan, LogicalVolume, "lv", type=LogicalVolumeType.RAW)


def _quorum_of_three() -> Plan:
    """Three disks on three storage units: no unit holds half."""
    third = StorageUnit(key="u3", name="ds3", rack="r1")
    disk = Disk(key="d9", name="lun9", storage_unit="u3", volume_group="vg")
    return edit(SOUND.replace(third, disk), VolumeGroup, "vg", quorum=True)


def _second_volume_group(major: int) -> Plan:
    return SOUND.replace(VolumeGroup(key="vg2", name="vg_log", major_number=major))


CASES = {
    "DISK-PATH-MISSING": Case(
        SOUND.without(DiskPath, "n2d1"),
        SOUND.without(DiskPath, "n1d1").without(DiskPath, "n2d1"),
        "volume_group/vg/",
        "nodeb has no path to lun1 of vg_app",
    ),
    "DISK-PATH-OPEN": Case(
        SOUND.without(DiskPath, "n1d3").without(DiskPath, "n2d3"),
        SOUND.without(DiskPath, "n1d3"),
        "disk/d3/",
        "lun3",
    ),
    "DISK-PATH-TWICE": Case(
        SOUND.replace(DiskPath(key="zz", node="n1", disk="d1")),
        SOUND,
        "disk_path/n1d1/",
        "nodea to lun1",
    ),
    "DISK-HDISK": Case(
        edit(SOUND, DiskPath, "n1d2", hdisk="hdisk1"),
        edit(SOUND, DiskPath, "n1d2", hdisk="hdisk9"),
        "disk_path/n1d1/hdisk",
        "nodea knows lun1 and lun2 by one name, hdisk1",
    ),
    "DISK-RESERVE": Case(
        edit(SOUND, DiskPath, "n1d2", reserve_policy=ReservePolicy.SINGLE_PATH),
        edit(SOUND, DiskPath, "n1d2", reserve_policy=None),
        "disk_path/n1d2/reserve_policy",
        "nodea to lun2 reserves the disk (single_path)",
    ),
    "DISK-IDLE": Case(
        edit(SOUND, Disk, "d1", volume_group=""), SOUND, "disk/d1/volume_group", "lun1"
    ),
    "DISK-NO-UNIT": Case(
        edit(SOUND, Disk, "d1", storage_unit=""), SOUND, "disk/d1/storage_unit", "lun1"
    ),
    "DISK-NO-PVID": Case(edit(SOUND, Disk, "d1", pvid=""), SOUND, "disk/d1/pvid", "lun1"),
    "PATH-NO-NODE": Case(
        edit(SOUND, DiskPath, "n1d1", node=""), SOUND, "disk_path/n1d1/node", "lun1"
    ),
    "PATH-NO-DISK": Case(
        edit(SOUND, DiskPath, "n1d1", disk=""), SOUND, "disk_path/n1d1/disk", "nodea"
    ),
    "PATH-NO-PORT": Case(
        edit(SOUND, DiskPath, "n1d1", ports=()), SOUND, "disk_path/n1d1/ports", "nodea to lun1"
    ),
    "VG-CONCURRENT": Case(
        edit(SOUND, VolumeGroup, "vg", concurrent=False),
        edit(SOUND, VolumeGroup, "vg", concurrent=None),
        "volume_group/vg/concurrent",
        "vg_app",
    ),
    "VG-NO-DISK": Case(_second_volume_group(7), SOUND, "volume_group/vg2/", "vg_log"),
    "VG-QUORUM": Case(
        edit(SOUND, VolumeGroup, "vg", quorum=True),
        _quorum_of_three(),
        "volume_group/vg/quorum",
        "vg_app is mirrored over lun1 and lun2",
    ),
    "VG-MAJOR": Case(
        _second_volume_group(101),
        _second_volume_group(102),
        "volume_group/vg/major_number",
        "vg_app and vg_log",
    ),
    "VG-RAW-ORIGINAL": Case(
        _raw(VolumeGroupType.ORIGINAL),
        _raw(VolumeGroupType.BIG),
        "logical_volume/lv/type",
        "lv_app is raw and vg_app",
    ),
    "VG-POOL-OPEN": Case(
        edit(SOUND, Disk, "d2", mirror_pool=""),
        edit(edit(SOUND, Disk, "d2", mirror_pool=""), VolumeGroup, "vg", mirror_pools=None),
        "disk/d2/mirror_pool",
        "lun2",
    ),
    "LV-COPIES": Case(
        edit(SOUND, LogicalVolume, "lv", copies=3),
        SOUND,
        "logical_volume/lv/copies",
        "lv_app has 3 copies and vg_app 2 disks",
    ),
    "LV-STRICT": Case(
        edit(SOUND, LogicalVolume, "lv", separate_disks=SeparateDisks.NO),
        edit(SOUND, LogicalVolume, "lv", separate_disks=SeparateDisks.NO, copies=1),
        "logical_volume/lv/separate_disks",
        "lv_app",
    ),
    "LV-NO-GROUP": Case(
        edit(SOUND, LogicalVolume, "lv", volume_group=""),
        SOUND,
        "logical_volume/lv/volume_group",
        "lv_app",
    ),
    "LV-ONE-COPY": Case(
        edit(SITES, LogicalVolume, "lv", copies=1),
        edit(SOUND, LogicalVolume, "lv", copies=1),
        "logical_volume/lv/copies",
        "lv_app has one copy, but vg_app",
    ),
    "VG-SUPERSTRICT": Case(
        edit(SITES, VolumeGroup, "vg", mirror_pools=MirrorPools.YES),
        edit(SOUND, VolumeGroup, "vg", mirror_pools=MirrorPools.YES),
        "volume_group/vg/mirror_pools",
        "vg_app lies on north and south",
    ),
    "VG-POOL-SITE": Case(
        edit(SITES, Disk, "d2", mirror_pool="pool1"),
        edit(SOUND, Disk, "d2", mirror_pool="pool1"),
        "volume_group/vg/",
        "The mirror pool pool1 of vg_app",
    ),
    "FS-NESTED": Case(
        SOUND.replace(FileSystem(key="fs2", mount_point="/app/data/log")),
        SOUND.replace(FileSystem(key="fs2", mount_point="/appdata")),
        "file_system/fs2/mount_point",
        "/app/data/log is mounted inside /app",
    ),
    "FS-TWICE": Case(
        SOUND.replace(FileSystem(key="fs2", mount_point="//app/")),
        SOUND.replace(FileSystem(key="fs2", mount_point="/app2")),
        "file_system/fs/mount_point",
        "//app/ and /app",
    ),
    "FS-VOLUME": Case(
        edit(SOUND, LogicalVolume, "lv", type=LogicalVolumeType.JFS2_LOG),
        edit(SOUND, LogicalVolume, "lv", type=LogicalVolumeType.JFS),
        "file_system/fs/logical_volume",
        "/app lies on lv_app, which is of the type jfs2log",
    ),
    "FS-NO-VOLUME": Case(
        edit(SOUND, FileSystem, "fs", logical_volume=""),
        SOUND,
        "file_system/fs/logical_volume",
        "/app",
    ),
    "REPO-NONE": Case(
        emptied(SOUND, RepositoryDisk), emptied(SOUND, RepositoryDisk, Node), "repository_disk",
        "No active",
    ),
    "REPO-LINKED": Case(
        _linked("s1", "s1"), _linked("s1", "s2"), "site/s2/", "The site south has no active"
    ),
    "REPO-SEVERAL": Case(
        edit(SOUND, RepositoryDisk, "repo2", state=RepositoryState.ACTIVE),
        _linked("s1", "s2"),
        "repository_disk/repo1/state",
        "lun3 and lun4",
    ),
    "REPO-BACKUP": Case(
        SOUND.without(RepositoryDisk, "repo2"), SOUND, "repository_disk", "stands by"
    ),
    "REPO-SAME-UNIT": Case(
        edit(SOUND, Disk, "d4", storage_unit="u1"), SOUND, "repository_disk/disk", "ds1"
    ),
    "REPO-SIZE": Case(
        edit(SOUND, Disk, "d3", size=461),
        edit(SOUND, Disk, "d3", size=460),
        "repository_disk/repo1/disk",
        "lun3 has 461 GiB",
    ),
    "REPO-SHARED": Case(
        edit(SOUND, Disk, "d3", volume_group="vg"),
        SOUND,
        "repository_disk/repo1/disk",
        "lun3 belongs to vg_app",
    ),
    "REPO-REACH": Case(
        SOUND.without(DiskPath, "n2d3"),
        _linked("s1", "s2").without(DiskPath, "n2d3").without(DiskPath, "n1d4"),
        "repository_disk/repo1/disk",
        "nodeb cannot reach the repository disk lun3",
    ),
    "REPO-OPEN": Case(
        edit(SOUND, RepositoryDisk, "repo1", disk=""), SOUND, "repository_disk/repo1/disk", "repo1"
    ),
    "NODE-NO-FRAME": Case(edit(SOUND, Node, "n1", frame=""), SOUND, "node/n1/frame", "nodea"),
    "VIOS-NO-FRAME": Case(
        edit(VIRTUAL, VirtualIoServer, "v11", frame=""),
        VIRTUAL,
        "virtual_io_server/v11/frame",
        "viov11",
    ),
    "FRAME-NO-RACK": Case(edit(SOUND, Frame, "f1", rack=""), SOUND, "frame/f1/rack", "frame1"),
    "RACK-NO-SITE": Case(
        edit(SOUND, Rack, "r1", site=""),
        emptied(edit(SOUND, Rack, "r1", site=""), Site),
        "rack/r1/site",
        "R1",
    ),
    "UNIT-NO-RACK": Case(
        edit(SOUND, StorageUnit, "u1", rack=""), SOUND, "storage_unit/u1/rack", "ds1"
    ),
    "DEVICE-NO-RACK": Case(
        edit(SOUND, NetworkDevice, "sw1", rack=""), SOUND, "network_device/sw1/rack", "sw1"
    ),
    "POWER-OPEN": Case(
        edit(UNFED, Frame, "f1", rack="r9"),
        edit(UNFED, Frame, "f1", rack="r9", circuits=("p1a",)),
        "frame/f1/circuits",
        "No power circuit feeds frame1",
    ),
    "CLUSTER-SITE-NODES": Case(
        edit(SITES, Frame, "f2", rack="r1"), SITES, "site/s2/", "No node stands on the site south"
    ),
    "SITE-DISTANCE": Case(
        edit_all(SITES, Site, distance_km=101),
        edit(edit_all(SITES, Site, distance_km=101), Network, "net2", kind=NetworkKind.XD_DATA),
        "site/s1/distance_km",
        "north is 101 km away and no network carries GLVM",
        times=2,
    ),
    "OPEN-NODE": Case(
        edit(SOUND, Node, "n2", memory=None), SOUND, "node/memory", "Memory is not entered"
    ),
    "OPEN-VIOS": Case(
        edit(VIRTUAL, VirtualIoServer, "v11", level=""),
        VIRTUAL,
        "virtual_io_server/level",
        "viov11",
    ),
    "OPEN-CIRCUIT": Case(
        edit(SOUND, PowerCircuit, "p1a", ups=None),
        edit(SOUND, PowerCircuit, "p1a", ups=False),
        "power_circuit/ups",
        "P1A",
    ),
    "OPEN-SITE": Case(
        edit(SITES, Site, "s1", distance_km=None), SITES, "site/distance_km", "north"
    ),
    "OPEN-DISK": Case(edit(SOUND, Disk, "d1", size=None), SOUND, "disk/size", "lun1"),
    "OPEN-PATH": Case(
        edit(SOUND, DiskPath, "n1d1", reserve_policy=None),
        SOUND,
        "disk_path/reserve_policy",
        "nodea to lun1",
    ),
    "OPEN-VG": Case(
        edit(SOUND, VolumeGroup, "vg", quorum=None), SOUND, "volume_group/quorum", "vg_app"
    ),
    "OPEN-APP": Case(
        edit(SOUND, ApplicationController, "app", asks_for_input=None),
        SOUND,
        "application_controller/asks_for_input",
        "app_main",
    ),
    "OPEN-MONITOR": Case(
        edit(SOUND, ApplicationMonitor, "mc", restart_count=None),
        edit(SOUND, ApplicationMonitor, "mc", restart_count=0),
        "application_monitor/restart_count",
        "app_answers",
    ),
    "OPEN-ADMIN": Case(
        edit(SOUND, Administrator, "ada", trained=None), SOUND, "administrator/trained", "Ada"
    ),
}  # fmt: skip

EXAMPLES = examples(CASES)

MORE = {
    "FS-VOLUME": (
        SOUND.replace(FileSystem(key="fs2", mount_point="/app2", logical_volume="lv")),
    ),
    "LV-COPIES": (
        SOUND.without(Disk, "d2"),
        edit_all(edit(SOUND, VolumeGroup, "vg", mirror_pools=MirrorPools.SUPER), Disk,
                 mirror_pool="pool1"),
    ),
}  # fmt: skip
