"""Examples: storage replication and GLVM."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, two_sites
from tests.rules.cases import Case, examples
from tests.rules.far_builders import asynchronous, glvm, replicated
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, Edition
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.glvm_volume_group import CacheUnit, GlvmVolumeGroup
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.replication import Replication, ReplicationMethod, ReplicationMode
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup, VolumeGroupType

SITES, REPL, GLVM, LATER = two_sites(), replicated(), glvm(), asynchronous()


def repl(plan: Plan = REPL, /, **cells: Any) -> Plan:
    return edit(plan, Replication, "m", **cells)


def behind(**cells: Any) -> Plan:
    """Asynchronous replication, with a requirement of the group where cells of one are given."""
    plan = repl(mode=ReplicationMode.ASYNC, lag=120)
    if cells:
        need = {"name": "payments", "groups": ("rg",), **cells}
        plan = plan.replace(Requirement(key="q", **need))
    return plan


def pair(plan: Plan = REPL, /, **cells: Any) -> Plan:
    return edit(plan, ReplicatedPair, "p", **cells)


def row(plan: Plan = GLVM, /, **cells: Any) -> Plan:
    return edit(plan, GlvmVolumeGroup, "g", **cells)


def vg(plan: Plan = GLVM, /, **cells: Any) -> Plan:
    return edit(plan, VolumeGroup, "vg", **cells)


def far(plan: Plan, kilometres: int) -> Plan:
    return edit(plan, Site, "s2", distance_km=kilometres)


REPL_CASES = {
    "REPL-EDITION": Case(
        edit(REPL, ClusterOptions, "cluster", edition=Edition.STANDARD),
        REPL,
        "cluster_options/cluster/edition",
        "Replication needs the Enterprise Edition, and PowerHA Standard Edition is planned",
    ),
    "REPL-MODE": Case(
        repl(method=ReplicationMethod.HYPERSWAP, mode=ReplicationMode.ASYNC),
        repl(method=ReplicationMethod.HYPERSWAP),
        "replication/m/mode",
        "mm_app shall be asynchronous, which DS8000 HyperSwap is not",
    ),
    "REPL-SITES": Case(
        repl(secondary="u1"),
        REPL,
        "replication/m/secondary",
        "mm_app copies from ds1 to ds1",
    ),
    "REPL-DISTANCE": Case(
        far(REPL, 101),
        far(REPL, 100),
        "replication/m/mode",
        "mm_app is synchronous over 101 km",
    ),
    "REPL-LAG": Case(
        repl(mode=ReplicationMode.ASYNC),
        behind(),
        "replication/m/lag",
        "Nobody has said how far mm_app may be behind",
    ),
    "REPL-RECOVERY": Case(
        repl(takeover_conditions=" "),
        REPL,
        "replication/m/takeover_conditions",
        "mm_app is turned round automatically, without conditions",
    ),
    "REPL-EMPTY": Case(
        pair(replication=""),
        REPL,
        "replication/m/",
        "mm_app has no pairs",
    ),
    "REPL-NODES": Case(
        edit(REPL, ResourceGroup, "rg", nodes=("n1",), site_policy=None),
        edit(REPL, ResourceGroup, "rg", nodes=("n1",)),
        "resource_group/rg/nodes",
        "rg_app lists no node on south, where mm_app has its disks",
    ),
    "REPL-PAIR-UNIT": Case(
        pair(primary="d2", secondary="d1"),
        REPL,
        "replicated_pair/p/primary",
        "lun2 is on ds2, but the primary storage of mm_app is ds1",
        times=2,
    ),
    "REPL-PAIR-SIZE": Case(
        edit(REPL, Disk, "d2", size=49),
        REPL,
        "replicated_pair/p/secondary",
        "lun1 has 50 GiB and its copy lun2 49 GiB",
    ),
    "REPL-PAIR-TWICE": Case(
        REPL.replace(ReplicatedPair(key="q", replication="m", primary="d1", secondary="d4")),
        REPL,
        "replicated_pair/p/primary",
        "lun1 is in 2 pairs",
    ),
    "REPL-COPY-USED": Case(
        pair(secondary="d4"),
        REPL,
        "replicated_pair/p/secondary",
        "The copy lun4 is also a repository disk",
    ),
    "REPL-VG-PARTLY": Case(
        REPL.replace(Disk(key="d5", name="lun5", volume_group="vg", storage_unit="u1")),
        REPL,
        "volume_group/vg/",
        "lun5 of vg_app is not replicated, other disks are",
    ),
    "REPL-GROUP": Case(
        edit(REPL, ResourceGroup, "rg", replications=()),
        REPL,
        "resource_group/rg/replications",
        "rg_app holds vg_app, whose disks mm_app copies, but not mm_app itself",
    ),
    "REPL-PAIR-REACH": Case(
        REPL.without(DiskPath, "n2d2"),
        REPL,
        "replicated_pair/p/secondary",
        "nodeb cannot reach lun2, the copy of lun1",
    ),
    "OPEN-REPLICATION": Case(
        repl(relationship="", agent=""),
        REPL,
        "replication/relationship",
        "Consistency group is not entered for mm_app",
        times=2,
    ),
    "OPEN-PAIR": Case(
        pair(secondary=""),
        REPL,
        "replicated_pair/secondary",
        "Copy is not entered for mm_app: lun1 to ?",
    ),
}

GLVM_CASES = {
    "OPEN-GLVM": Case(
        row(networks=(), mode=None),
        GLVM,
        "glvm_volume_group/networks",
        "Networks of the mirror is not entered for vg_app",
        times=2,
    ),
    "GLVM-TWICE": Case(
        GLVM.replace(GlvmVolumeGroup(key="h", volume_group="vg")),
        GLVM.replace(GlvmVolumeGroup(key="h"), GlvmVolumeGroup(key="i")),
        "glvm_volume_group/g/volume_group",
        "vg_app has 2 rows for GLVM",
    ),
    "GLVM-DISK-SITE": Case(
        row(first_disks=("d1", "d4")),
        GLVM,
        "glvm_volume_group/g/first_disks",
        "A list of disks of vg_app mixes north and south",
    ),
    "GLVM-DISK-ROOM": Case(
        edit(GLVM, Disk, "d2", size=40),
        edit(GLVM, Disk, "d2", size=None),
        "glvm_volume_group/g/second_disks",
        "vg_app has 50 GiB on the first site and 40 GiB on the second",
    ),
    "GLVM-DISK-GROUP": Case(
        row(first_disks=("d3",)),
        GLVM,
        "glvm_volume_group/g/",
        "lun1 of vg_app stands in neither list",
    ),
    "GLVM-DISK-TWICE": Case(
        row(second_disks=("d2", "d1")),
        GLVM,
        "glvm_volume_group/g/first_disks",
        "lun1 stands in 2 lists of disks",
    ),
    "GLVM-POOLS": Case(
        vg(mirror_pools=MirrorPools.YES),
        vg(mirror_pools=None),
        "volume_group/vg/mirror_pools",
        "vg_app is mirrored by GLVM without super strict mirror pools",
    ),
    "GLVM-QUORUM": Case(
        vg(quorum=True),
        vg(quorum=None),
        "volume_group/vg/quorum",
        "vg_app is mirrored by GLVM with quorum on",
    ),
    "GLVM-FORCED": Case(
        edit(GLVM, ResourceGroup, "rg", forced_varyon=None),
        GLVM,
        "resource_group/rg/forced_varyon",
        "rg_app holds vg_app, which GLVM mirrors, without forced varyon",
    ),
    "GLVM-NODES": Case(
        edit(GLVM, ResourceGroup, "rg", nodes=("n2",), site_policy=None),
        edit(GLVM, ResourceGroup, "rg", nodes=("n2",)),
        "resource_group/rg/nodes",
        "rg_app lists no node on north, where a copy of vg_app stands",
    ),
    "VG-SEVERAL-MIRRORS": Case(
        GLVM.replace(ReplicatedPair(key="p", primary="d1", secondary="d9")),
        GLVM.replace(ReplicatedPair(key="p", primary="d9", secondary="d1")),
        "volume_group/vg/",
        "vg_app is mirrored by GLVM and by storage units",
    ),
    "GLVM-NETWORK": Case(
        edit(GLVM, Network, "net1", kind=NetworkKind.XD_IP),
        GLVM,
        "glvm_volume_group/g/networks",
        "vg_app is mirrored over net_ether_01, a network of the kind XD_ip",
    ),
    "GLVM-NETWORK-ONE": Case(
        row(networks=("net2",)),
        GLVM,
        "glvm_volume_group/g/networks",
        "vg_app is mirrored over net_ether_02 alone",
    ),
    "GLVM-NETWORK-REACH": Case(
        row(GLVM.without(Interface, "i22"), networks=("net2",)),
        row(networks=("net2",)),
        "glvm_volume_group/g/networks",
        "nodeb cannot mirror vg_app over net_ether_02 without an interface on it",
    ),
    "GLVM-PERSISTENT": Case(
        GLVM.without(IpLabel, "per2"),
        GLVM,
        "glvm_volume_group/g/networks",
        "nodeb has no persistent label for the mirror of vg_app",
    ),
    "GLVM-DISTANCE": Case(
        far(GLVM, 101),
        far(GLVM, 100),
        "glvm_volume_group/g/mode",
        "vg_app is mirrored synchronously over 101 km",
    ),
    "GLVM-CACHE": Case(
        row(LATER, cache_size=0, cache_volumes=""),
        LATER,
        "glvm_volume_group/g/cache_size",
        "vg_app is asynchronous, but the size of its cache is not entered",
        times=2,
    ),
    "GLVM-CACHE-VOLUME": Case(
        LATER.replace(LogicalVolume(key="aio", name="aio_north", volume_group="other")),
        LATER.replace(LogicalVolume(key="aio", name="aio_north", volume_group="vg")),
        "glvm_volume_group/g/cache_volumes",
        "The cache volume aio_north of vg_app lies in another volume group",
    ),
    "GLVM-CACHE-IDLE": Case(
        row(cache_unit=CacheUnit.GIB, high_water_mark=0),
        GLVM,
        "glvm_volume_group/g/cache_unit",
        "vg_app is synchronous, but a cache is entered",
    ),
    "GLVM-MARK": Case(
        row(LATER, high_water_mark=49),
        row(LATER, high_water_mark=50),
        "glvm_volume_group/g/high_water_mark",
        "Writes to vg_app wait as soon as the cache is filled to 49 percent",
    ),
    "GLVM-ASYNC-GROUP": Case(
        vg(LATER, type=VolumeGroupType.BIG),
        vg(GLVM, type=VolumeGroupType.BIG),
        "volume_group/vg/type",
        "vg_app is mirrored asynchronously, but is of the type big",
    ),
}
CASES = REPL_CASES | GLVM_CASES
EXAMPLES = examples(CASES)
