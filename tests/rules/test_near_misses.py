"""Designs just beside the line: a rule stays silent, or speaks in its less usual cases."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.asking import asked
from tests.rules.builders import edit, edit_all, emptied, group, sound, two_sites, virtual
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows.application_controller import ApplicationController, StartupMode
from worksheets.plan.rows.application_monitor import ApplicationMonitor, MonitorType
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType
from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.plan.rows.disk import Disk, DiskRole
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.interface import ChannelMode, Interface, InterfaceKind
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.logical_volume import LogicalVolume, SeparateDisks
from worksheets.plan.rows.netmon_target import NetmonTarget
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.node import Node, UsualRole
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.repository_disk import RepositoryDisk, RepositoryState
from worksheets.plan.rows.resource_group import (
    Fallback,
    Fallover,
    NodePriority,
    ResourceGroup,
    SitePolicy,
    Startup,
)
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup, VolumeGroupType

SOUND, SITES, VIRTUAL = sound(), two_sites(), virtual()
PLAIN, BUNDLE = InterfaceKind.PHYSICAL, InterfaceKind.ETHERCHANNEL
PERSISTENT = LabelFunction.PERSISTENT


def i11(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, Interface, "i11", **cells)


def rg(plan: Plan = SOUND, /, **cells: Any) -> Plan:
    return edit(plan, ResourceGroup, "rg", **cells)


def monitor(key: str, **cells: Any) -> Plan:
    return edit(SOUND, ApplicationMonitor, key, **cells)


def target(text: str) -> Plan:
    return edit(SOUND, NetmonTarget, "nm1", target=text)


def depends(*rows: Dependency) -> Plan:
    return SOUND.replace(*(group(f"g{number}") for number in range(1, 7)), *rows)


def chain(length: int) -> Plan:
    links = range(1, length)
    return depends(*(Dependency(key=f"c{n}", leader=f"g{n}", groups=(f"g{n + 1}",)) for n in links))


def together(*groups: str, leader: str = "") -> Plan:
    kind = DependencyKind.SAME_NODE
    return depends(Dependency(key="t", kind=kind, groups=groups, leader=leader))


def interface(key: str, **cells: Any) -> Interface:
    given: dict[str, Any] = {"name": key, "node": "n1", "network": "net1"}
    return Interface(key=key, **{**given, **cells})


def disks(units: str, *, quorum: bool = True, copies: int = 2) -> Plan:
    """The volume group over disks on these storage units (one digit for each disk)."""
    rows: list[Row] = [
        Disk(key=f"x{n}", name=f"x{n}", volume_group="vg", storage_unit=f"u{unit}".strip())
        for n, unit in enumerate(units)
    ]
    rows.append(StorageUnit(key="u3", name="ds3"))
    plan = SOUND.without(Disk, "d1").without(Disk, "d2").replace(*rows)
    plan = edit(plan, LogicalVolume, "lv", copies=copies)
    return edit(plan, VolumeGroup, "vg", quorum=quorum, mirror_pools=None)


ONE_PORT = {"ports": ("n1e1p0",)}
CROWDED = i11(kind=PLAIN, mode=None, **ONE_PORT).replace(interface("i13", ports=("n1e2p0",)))
BACKGROUND = SOUND.replace(group("g1"), Dependency(key="c", leader="rg", groups=("g1",)))
LINKED = edit(SITES, ClusterOptions, "cluster", type=ClusterType.LINKED)
THIRD = SITES.replace(Node(key="n3", name="nodec", frame="f1"))

APART = SITES.without(DiskPath, "n1d2").without(DiskPath, "n2d1")
SPARE = SOUND.replace(Disk(key="d9", name="lun9"))


def mirrored(plan: Plan, first: str, *second: str) -> Plan:
    """GLVM mirrors the volume group from the disk of one site to those of the other."""
    row = GlvmVolumeGroup(key="g", volume_group="vg", first_disks=(first,), second_disks=second)
    return plan.replace(row)


SILENT = [
    ("NET-MASK-OPEN", SOUND.replace(Network(key="net3", name="spare"))),
    ("NET-MASK-OPEN", edit(SOUND, IpLabel, "svc", network="san")),
    ("ADDR-FAMILY", edit(SOUND, Network, "net1", netmask="")),
    ("DEP-OPEN", depends(Dependency(key="c", leader="g1", groups=("g2",)))),
    ("NET-CHANNEL-CLIENT", SOUND),
    ("NET-GROUP-REACH", edit(SOUND, IpLabel, "svc", site="s1")),
    ("VIOS-TRUNK", edit_all(VIRTUAL, SharedEthernetAdapter, trunk_priority=None)),
    ("VIOS-SECOND-ADAPTER", i11(VIRTUAL, adapters=()).replace(
        interface("i8", kind=InterfaceKind.VIRTUAL))),
    ("ADDR-NOT-HOST", edit(
        edit(SOUND, Network, "net1", netmask="", prefix=64),
        IpLabel, "svc", address="fd00::ffff:ffff:ffff:ffff")),
    ("ADDR-BOOT-ELSEWHERE", edit(SOUND, IpLabel, "per1", interface="i11")),
    ("ADDR-BOOT-TWICE", edit_all(SOUND, IpLabel, interface="")),
    ("ADDR-PERSISTENT-TWICE", edit_all(SOUND, IpLabel, function=PERSISTENT, node="")),
    ("ADDR-NO-BOOT", SOUND.replace(interface("i19", network="san"))),
    ("ADDR-ONE-SITE", rg(SITES, service_labels=())),
    ("ADDR-ONE-SITE", rg(edit(SITES, IpLabel, "svc", site="s1"), nodes=("n1",))),
    ("APP-BACKGROUND", edit(
        BACKGROUND, ApplicationController, "app", startup_mode=StartupMode.FOREGROUND)),
    ("APP-UNWATCHED", emptied(SOUND, ApplicationMonitor)),
    ("APP-MONITOR-KINDS", emptied(SOUND, ApplicationMonitor)),
    ("DEP-OPEN", together("g1", "g2")),
    ("DEP-SELF", together("g1", "g2", leader="g1")),
    ("DEP-DEPTH", chain(3)),
    ("DISK-PATH-MISSING", mirrored(APART, "d1", "d2")),
    ("DISK-IDLE", edit(SPARE, Disk, "d9", role=DiskRole.TIE_BREAKER)),
    ("DISK-IDLE", edit(SPARE, Disk, "d9", role=DiskRole.RAW)),
    ("DISK-IDLE", SPARE.replace(ReplicatedPair(key="p", primary="d3", secondary="d9"))),
    ("DISK-PATH-TWICE", edit_all(SOUND, DiskPath, node="")),
    ("DISK-HDISK", edit_all(SOUND, DiskPath, hdisk=" ")),
    ("RG-SITE-NODES", emptied(SITES, Frame)),
    ("RG-SITE-NODES", rg(SITES, nodes=())),
    ("RG-SITE-NODES", rg(THIRD, nodes=("n1", "n3", "n2"))),
    ("RG-SITE-OPEN", rg(SITES, site_policy=None, nodes=("n1",))),
    ("RG-NO-ADDRESS", rg(service_labels=(), notes="users ask a directory")),
    ("RG-NO-ADDRESS", rg(service_labels=(), controllers=())),
    ("RG-FALLBACK-NOW", rg(fallback=Fallback.FBHPN, nodes=("n1",))),
    ("RG-DYNAMIC-SCRIPT", rg(node_priority=NodePriority.MOST)),
    ("RG-DYNAMIC-SCRIPT", rg(fallover=Fallover.FUDNP, node_priority=NodePriority.CPU)),
    ("RG-PRIORITY-IDLE", rg(fallover=Fallover.FUDNP, node_priority=NodePriority.CPU)),
    ("RG-SETTLING", emptied(
        edit(SOUND, ClusterOptions, "cluster", rg_settling_time=9), ResourceGroup)),
    ("RG-RESOURCE-IDLE", emptied(SOUND, ResourceGroup)),
    ("RG-DISTRIBUTION-NODES", emptied(rg(startup=Startup.OUDP), Node)),
    ("NET-CHANNEL-MEMBER", i11(VIRTUAL, kind=BUNDLE, ports=("n1e1p0",))),
    ("NET-CHANNEL-CARD", i11(**ONE_PORT)),
    ("NET-CHANNEL-CARD", edit(SOUND, Port, "n1e1p0", card="")),
    ("NET-CHANNEL-BUILT-IN", i11(edit_all(SOUND, Card, kind=CardKind.HEA), **ONE_PORT).without(
        Interface, "i12").without(Interface, "i21").without(Interface, "i22")),
    ("NET-CHANNEL-BACKUP", i11(VIRTUAL, kind=BUNDLE, mode=ChannelMode.BACKUP)),
    ("NET-PLAIN-SEVERAL", SOUND.replace(
        interface("i8", network="san"), interface("i9", network="san"))),
    ("NET-INTERFACE-BARE", i11(ports=(), backup_port="n1e1p0")),
    ("LEVEL-OLD", edit_all(SOUND, Node, powerha_level="7", aix_level="level 7")),
    ("LEVEL-POWERHA", edit(SOUND, Node, "n1", powerha_level=" ")),
    ("MON-INSTANCES", monitor("mp", processes="a b", instance_count=1)),
    ("MON-INSTANCES", monitor("mp", processes="a b", instance_count=None)),
    ("MON-INSTANCES", monitor("mc", processes="a b", instance_count=3)),
    ("MON-SHELL", monitor("mc", processes="a.sh")),
    ("MON-RESTART", monitor("mc", restart_count=0, restart_interval=0)),
    ("MON-RESTART", monitor("mc", restart_interval=None)),
    ("MON-RESTART", monitor("mc", stabilization_interval=None, restart_interval=1)),
    ("NET-NETMON", SOUND.without(NetmonTarget, "nm1").without(Interface, "i12").without(
        Interface, "i11").replace(interface("a"), interface("b"), interface("c", network="san"))),
    ("NET-NETMON-INSIDE", target("10.1.1.99")),
    ("NET-SAN-HEARTBEAT", emptied(SOUND, Network)),
    ("NET-GROUP-REACH", edit(SITES, IpLabel, "svc", site="s1").without(Interface, "i21")),
    ("NET-GROUP-REACH", emptied(SOUND, Interface)),
    ("NET-DISTRIBUTION", emptied(SOUND, IpLabel)),
    ("NODE-STANDBY", edit(SOUND.without(Node, "n2"), Node, "n1", usual_role=UsualRole.ACTIVE)),
    ("NODE-UNUSED", emptied(SOUND, ResourceGroup)),
    ("NODE-SLOTS", edit(SOUND, Node, "n1", io_slots_free=None)),
    ("REPO-BACKUP", SOUND.without(RepositoryDisk, "repo1").without(RepositoryDisk, "repo2")),
    ("REPO-SAME-UNIT", edit_all(SOUND, Disk, storage_unit="")),
    ("REPO-SAME-UNIT", SOUND.without(RepositoryDisk, "repo2")),
    ("REPO-SIZE", edit(SOUND, Disk, "d3", size=1)),
    ("REPO-SIZE", edit(SOUND, Disk, "d3", size=None)),
    ("REPO-LINKED", edit(SITES, RepositoryDisk, "repo1", site="s1")),
    ("CLUSTER-SITE-NODES", emptied(SITES, Frame)),
    ("CLUSTER-SITE-NODES", SOUND.replace(Site(key="s9", name="office"))),
    ("CLUSTER-TYPE", emptied(SITES, ClusterOptions)),
    ("SITE-DISTANCE", edit_all(SITES, Site, distance_km=None)),
    ("OPEN-SITE", edit(SOUND, Site, "s1", distance_km=None)),
    ("SITE-DISTANCE", edit(SOUND, Site, "s1", distance_km=500)),
    ("SITE-DISTANCE", emptied(edit_all(SITES, Site, distance_km=100), StorageUnit)),
    ("VIOS-OTHER-FRAME", edit(
        edit(VIRTUAL, Node, "n1", rootvg_servers=("v21",), frame=""), Interface, "i11",
        adapters=())),
    ("VIOS-SEA-BACKUP", edit(edit(
        VIRTUAL, SharedEthernetAdapter, "sea11", ports=("v11e1p0", "v11e1p1")),
        Port, "v11e1p1", card="")),
    ("VIOS-SEA-BACKUP", edit(VIRTUAL, SharedEthernetAdapter, "sea11", ports=("v11e1p0",))),
    ("VIOS-SECOND-ADAPTER", CROWDED),
    ("VG-QUORUM", disks("123")),
    ("VG-QUORUM", disks("111")),
    ("VG-QUORUM", disks("12", copies=1)),
    ("VG-QUORUM", disks("12", quorum=False)),
    ("VG-RAW-ORIGINAL", edit(SOUND, VolumeGroup, "vg", type=VolumeGroupType.ORIGINAL)),
    ("LV-COPIES", disks("")),
    ("LV-COPIES", edit(disks("1"), LogicalVolume, "lv", separate_disks=SeparateDisks.NO)),
    ("LV-COPIES", edit(SOUND, Disk, "d2", mirror_pool="pool1").replace(
        VolumeGroup(key="vg", name="vg_app"))),
    ("VG-POOL-SITE", edit_all(SITES, Disk, mirror_pool="")),
]  # fmt: skip

SPEAKING = [
    ("DEP-OPEN", together("g1"), 1),
    ("DEP-OPEN", depends(Dependency(key="c", leader="g1")), 1),
    ("DEP-DEPTH", chain(5), 1),
    ("RG-SITE-POLICY", SITES.without(Site, "s2"), 1),
    ("RG-SITE-POLICY", edit(SITES, ClusterOptions, "cluster", type=ClusterType.STANDARD), 1),
    ("RG-SITE-NODES", rg(THIRD, nodes=("n1", "n2", "n3"), site_policy=SitePolicy.EITHER), 1),
    ("NET-XD-SITES", edit(
        SITES.without(Site, "s2"), Network, "net2", kind=NetworkKind.XD_DATA), 1),
    ("NET-INTERFACE-KIND", i11(kind=PLAIN, backup_port="n1e2p0", **ONE_PORT), 1),
    ("NET-INTERFACE-KIND", i11(VIRTUAL, kind=PLAIN), 1),
    ("NET-INTERFACE-KIND", i11(VIRTUAL, **ONE_PORT), 1),
    ("NET-INTERFACE-KIND", i11(VIRTUAL, backup_port="n1e1p0"), 1),
    ("NET-CHANNEL-BACKUP", i11(
        VIRTUAL, kind=BUNDLE, mode=ChannelMode.BACKUP, adapters=("sea11",)), 1),
    ("NET-NETMON", emptied(SOUND, NetmonTarget), 4),
    ("ADDR-NOT-HOST", edit(
        edit(SOUND, Network, "net1", netmask="", prefix=64), IpLabel, "svc", address="fd00::"), 1),
    ("NET-NETMON-INSIDE", target("10.1.1.100"), 1),
    ("NET-NETMON-INSIDE", target("NODEB"), 1),
    ("NET-NETMON-INSIDE", edit(target("fd00:0::1"), IpLabel, "svc", address="fd00::1"), 1),
    ("NET-PORT-ELSEWHERE", i11(VIRTUAL, kind=PLAIN, ports=("v11e1p1",)), 1),
    ("NET-PORT-ELSEWHERE", edit(VIRTUAL.replace(
        Card(key="own", name="own", node="n1"), Port(key="ownp", name="ent0", card="own")),
        SharedEthernetAdapter, "sea11", ports=("ownp",)), 1),
    ("NET-PORT-ELSEWHERE", edit(
        VIRTUAL, SharedEthernetAdapter, "sea11", ports=("v12e1p1", "v11e1p0")), 1),
    ("DISK-PATH-MISSING", APART, 2),
    ("DISK-PATH-MISSING", mirrored(APART, "d1"), 2),
    ("DISK-PATH-MISSING", mirrored(SITES.without(DiskPath, "n1d1"), "d2", "d4"), 1),
    ("DISK-IDLE", edit(SPARE, Disk, "d9", role=DiskRole.DATA), 1),
    ("DISK-IDLE", SPARE.replace(ReplicatedPair(key="p", primary="d9", secondary="d3")), 1),
    ("DISK-PORT-KIND", i11(ports=("n1e1p0", "n1c1p1")), 1),
    ("ADDR-NO-BOOT", emptied(SOUND, IpLabel), 4),
    ("ADDR-SERVICE-BOUND", edit(SOUND, IpLabel, "svc", interface="i11"), 1),
    ("REPO-SIZE", edit(SOUND, Disk, "d3", size=0), 1),
    ("REPO-REACH", edit_all(LINKED, RepositoryDisk, site="").without(DiskPath, "n2d3"), 1),
    ("REPO-REACH", edit_all(SITES, RepositoryDisk, site="s1").without(DiskPath, "n2d3"), 1),
    ("REPO-REACH", edit_all(LINKED, RepositoryDisk, site="s1").without(DiskPath, "n1d3"), 1),
    ("REPO-SEVERAL", edit_all(LINKED, RepositoryDisk, state=RepositoryState.ACTIVE, site="s1"), 1),
    ("VIOS-OTHER-FRAME", edit(VIRTUAL, DiskPath, "n1d1", ports=("v21c1p0", "v21c2p0")), 1),
    ("VIOS-OTHER-FRAME", i11(VIRTUAL, adapters=("sea11", "sea21")), 1),
    ("VIOS-TRUNK", edit(VIRTUAL, SharedEthernetAdapter, "sea12", trunk_priority=1).replace(
        interface("i8", kind=InterfaceKind.VIRTUAL, adapters=("sea12", "sea11"))), 1),
    ("VG-QUORUM", disks("1122"), 1),
    ("VG-QUORUM", disks("11"), 1),
    ("VG-QUORUM", disks("1123"), 1),
    ("LV-COPIES", edit(
        edit(SOUND, Disk, "d2", mirror_pool="pool1"), VolumeGroup, "vg",
        mirror_pools=MirrorPools.SUPER), 1),
    ("LV-COPIES", disks("1"), 1),
    ("MON-METHOD", monitor("mp", type=MonitorType.CUSTOM), 2),
    ("MON-PROCESSES", monitor("mc", type=MonitorType.PROCESS), 2),
    ("RG-CONCURRENT-RESOURCES", rg(startup=Startup.OAAN), 2),
    ("POWER-OPEN", edit_all(SOUND, Rack, circuits=()), 8),
]  # fmt: skip


def count(plan: Plan, rule_id: str) -> int:
    return len(asked(rule_id, plan))


@pytest.mark.parametrize(
    ("rule_id", "plan"), SILENT, ids=[f"{n}-{case[0]}" for n, case in enumerate(SILENT)]
)
def test_rule_stays_silent(rule_id, plan):
    assert count(plan, rule_id) == 0


@pytest.mark.parametrize(
    ("rule_id", "plan", "times"),
    SPEAKING,
    ids=[f"{n}-{case[0]}" for n, case in enumerate(SPEAKING)],
)
def test_rule_speaks(rule_id, plan, times):
    assert count(plan, rule_id) == times
