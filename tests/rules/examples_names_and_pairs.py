"""Examples: names that clash, and Virtual I/O Servers as pairs."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, edit_all, sound, two_sites, virtual
from tests.rules.cases import Case, examples
from worksheets.plan.plan import Plan
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.local_volume_group import LocalVolumeGroup
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.shared_ethernet_adapter import HaMode, SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.virtual_io_server import DiskService, VirtualIoServer

SOUND, SITES, VIRTUAL = sound(), two_sites(), virtual()
SEA = SharedEthernetAdapter


def called(kind: type, key: str, name: str, plan: Plan = SOUND) -> Plan:
    return edit(plan, kind, key, name=name)


def local(name: str = "lv_tools", group: str = "toolsvg", mount_point: str = "/tools") -> Plan:
    """The first node has a local volume group with a file system of its own."""
    return SOUND.replace(
        LocalVolumeGroup(key="own", name=group, node="n1"),
        LocalFileSystem(key="own", name=name, local_volume_group="own", mount_point=mount_point),
    )


def sea(*keys: str, **cells: Any) -> Plan:
    plan = VIRTUAL
    for key in keys or ("sea11", "sea12"):
        plan = edit(plan, SEA, key, **cells)
    return plan


CASES = {
    "NAME-OBJECT": Case(
        called(Site, "s1", "north hall", SITES),
        called(Site, "s1", "north hall"),
        "site/s1/name",
        "PowerHA does not take north hall as name of a site",
    ),
    "NAME-LABEL": Case(
        called(IpLabel, "svc", "app svc"),
        called(IpLabel, "svc", "app-svc.example.com"),
        "ip_label/svc/name",
        "The label app svc is no host name",
    ),
    "NAME-CASE": Case(
        called(Network, "net2", "NET_ether_01"),
        SOUND,
        "network/net1/name",
        "The network names NET_ether_01 and net_ether_01 differ in capitals only",
    ),
    "NAME-CROSS": Case(
        called(ResourceGroup, "rg", "NodeA"),
        called(ResourceGroup, "rg", "nodea_rg"),
        "node/n1/name",
        "nodea is the name of a node and of a resource group",
    ),
    "NAME-LVM-SYNTAX": Case(
        called(LogicalVolume, "lv", "lv/app"),
        called(LogicalVolume, "lv", "lv-app.1"),
        "logical_volume/lv/name",
        "AIX does not take lv/app as a logical volume",
    ),
    "NAME-LVM-TAKEN": Case(
        called(LogicalVolume, "lv", "hd10opt"),
        called(LogicalVolume, "lv", "hd10"),
        "logical_volume/lv/name",
        "The logical volume hd10opt is called like one of AIX",
    ),
    "NAME-LVM-LOCAL": Case(
        local(name="lv_app", group="vg_app"),
        local(),
        "volume_group/vg/name",
        "The volume group vg_app is called like a local one of nodea",
        times=2,
    ),
    "NAME-MOUNT": Case(
        edit(SOUND, FileSystem, "fs", mount_point="/app data"),
        edit(SOUND, FileSystem, "fs", mount_point="/app_data-1.0+x"),
        "file_system/fs/mount_point",
        "The mount point /app data has a character that breaks scripts",
    ),
    "FS-SYSTEM": Case(
        edit(SOUND, FileSystem, "fs", mount_point="//opt/"),
        edit(SOUND, FileSystem, "fs", mount_point="/opt/app"),
        "file_system/fs/mount_point",
        "//opt/ belongs to AIX and cannot be a shared file system",
    ),
    "FS-LOCAL-INSIDE": Case(
        local(mount_point="/app/log/old"),
        local(mount_point="/apps/log"),
        "local_file_system/own/mount_point",
        "/app/log/old of nodea toolsvg lv_tools is mounted inside the shared /app",
    ),
    "VIOS-HA-MODE": Case(
        sea("sea11", ha_mode=HaMode.DISABLED),
        sea(ha_mode=HaMode.AUTO),
        "shared_ethernet_adapter/sea11/ha_mode",
        "viov11 ent9 and viov12 ent9 back each other up, but failover is disabled on viov11 ent9",
    ),
    "VIOS-SHARING": Case(
        sea("sea11", ha_mode=HaMode.SHARING, trunks="ent4"),
        sea("sea11", ha_mode=HaMode.SHARING, trunks="ent4, ent5"),
        "shared_ethernet_adapter/sea11/trunks",
        "viov11 ent9 shares the load and has one trunk adapter, ent4",
    ),
    "VIOS-TRUNK-OPEN": Case(
        sea("sea12", trunk_priority=None),
        VIRTUAL,
        "shared_ethernet_adapter/sea12/trunk_priority",
        "viov12 ent9 has no trunk priority",
    ),
    "VIOS-SWITCH": Case(
        edit(sea(virtual_switch="ETHERNET0"), Interface, "i11", virtual_switch="other"),
        edit(sea(virtual_switch="ETHERNET0"), Interface, "i11", virtual_switch="ethernet0"),
        "interface/i11/virtual_switch",
        "nodea en0 and the adapters below it are on different virtual switches",
    ),
    "VIOS-PAIR-SERVER": Case(
        sea("sea12", server="v11", name="ent8"),
        VIRTUAL,
        "shared_ethernet_adapter/sea11/server",
        "viov11 ent8 and viov11 ent9 back each other up on one server, viov11",
    ),
    "VIOS-ROOTVG": Case(
        edit(VIRTUAL, VirtualIoServer, "v11", rootvg=RootvgProtection.NONE),
        edit(VIRTUAL, VirtualIoServer, "v11", rootvg=RootvgProtection.MIRRORED),
        "virtual_io_server/v11/rootvg",
        "The rootvg of viov11 is on one disk",
    ),
    "VIOS-SERVICE": Case(
        edit(VIRTUAL, VirtualIoServer, "v11", disk_service=DiskService.NONE),
        edit(VIRTUAL, VirtualIoServer, "v11", disk_service=DiskService.BOTH),
        "virtual_io_server/v11/disk_service",
        "viov11 offers no disks, but nodea has disks through it",
    ),
    "NODE-MOBILITY": Case(
        edit_all(SOUND, Node, live_mobility=True),
        edit_all(VIRTUAL, Node, live_mobility=True),
        "node/n1/live_mobility",
        "nodea shall be moved live and has C1, C2, E1 and E2 of its own",
        times=2,
    ),
}
EXAMPLES = examples(CASES)
