"""Examples: NFS exports, mounts and what they ask of groups and networks."""

from __future__ import annotations

from typing import Any

from tests.rules.builders import edit, group
from tests.rules.cases import Case, examples
from tests.rules.resources import led, nfs
from worksheets.plan.plan import Plan
from worksheets.plan.rows.dependency import DependencyKind
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.nfs_export import NfsExport, NfsVersion
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.volume_group import VolumeGroup

NFS = nfs()


def ex(**cells: Any) -> Plan:
    return edit(NFS, NfsExport, "ex", **cells)


def mo(plan: Plan = NFS, /, **cells: Any) -> Plan:
    return edit(plan, NfsMount, "mo", **cells)


def rg(**cells: Any) -> Plan:
    return edit(NFS, ResourceGroup, "rg", **cells)


def second(**cells: Any) -> Plan:
    """Another export by NFS 4 of the same group."""
    given: dict[str, Any] = {"path": "/other", "nfs_version": NfsVersion.BOTH}
    given |= {"resource_group": "rg"}
    return NFS.replace(NfsExport(key="ex2", **{**given, **cells}))


def elsewhere() -> Plan:
    """The export is mounted by another group than the one that exports it."""
    return mo(resource_group="g1").replace(group("g1"))


def two_networks(**cells: Any) -> Plan:
    """The exporting group has addresses on both networks."""
    label = IpLabel(key="svc2", name="app2", function=LabelFunction.SERVICE, network="net2")
    plan = rg(service_labels=("svc", "svc2")).replace(label)
    return edit(plan, NfsMount, "mo", **cells)


CASES = {
    "NFS-EXPORT-GROUP": Case(
        ex(resource_group=""), NFS, "nfs_export/ex/resource_group", "No group exports /app"
    ),
    "NFS-MOUNT-ORDER": Case(
        rg(mount_before_address=False),
        NFS,
        "resource_group/rg/mount_before_address",
        "rg_app exports /app and brings its address up first",
    ),
    "NFS-NO-ADDRESS": Case(
        rg(service_labels=()),
        NFS,
        "resource_group/rg/service_labels",
        "rg_app exports /app without a service address",
    ),
    "NFS-FILE-SYSTEM": Case(
        rg(volume_groups=()),
        NFS,
        "nfs_export/ex/file_system",
        "rg_app exports /app and does not hold its volume group vg_app",
    ),
    "NFS-PATH": Case(
        ex(path="/application"), ex(path="/app/data"), "nfs_export/ex/path", "/application does not"
    ),
    "NFS-EXPORT-TWICE": Case(
        second(path="/app/"), second(), "nfs_export/ex/path", "/app is exported 2 times"
    ),
    "NFS-EXPORT-NESTED": Case(
        second(path="/app/data", file_system="fs"),
        second(path="/app/data"),
        "nfs_export/ex2/path",
        "/app/data lies inside /app, which is exported too",
    ),
    "NFS-MAJOR": Case(
        edit(NFS, VolumeGroup, "vg", major_number=None),
        edit(ex(file_system=""), VolumeGroup, "vg", major_number=None),
        "volume_group/vg/major_number",
        "vg_app holds the export /app and has no major number",
    ),
    "NFS-DOMAIN": Case(
        second(domain="other.example.com"),
        second(domain=" BANK.example.com"),
        "nfs_export/ex/domain",
        "2 NFS domains: bank.example.com and other.example.com",
    ),
    "NFS-STABLE-STORAGE": Case(
        ex(auto_stable_storage=False),
        ex(auto_stable_storage=False, stable_storage="/app/nfs4"),
        "nfs_export/ex/stable_storage",
        "/app is exported by NFS 4 and has no stable storage",
    ),
    "NFS-STABLE-PLACE": Case(
        ex(auto_stable_storage=False, stable_storage="/var/nfs4"),
        ex(auto_stable_storage=False, stable_storage="/app/nfs4"),
        "nfs_export/ex/stable_storage",
        "/var/nfs4 lies in no file system of rg_app",
    ),
    "NFS-STABLE-EXPORTED": Case(
        ex(auto_stable_storage=None, stable_storage="/app/nfs4"),
        ex(auto_stable_storage=None, stable_storage="/app2"),
        "nfs_export/ex/stable_storage",
        "/app/nfs4 is exported with /app",
    ),
    "NFS-STABLE-DIFFERENT": Case(
        second(auto_stable_storage=False, stable_storage="/app/nfs4"),
        second(auto_stable_storage=True, stable_storage="/app/nfs4"),
        "nfs_export/ex/stable_storage",
        "rg_app has several places for stable storage: /app/nfs4 and PowerHA's choice",
    ),
    "NFS-4-IDLE": Case(
        ex(nfs_version=NfsVersion.V3),
        ex(nfs_version=NfsVersion.BOTH),
        "nfs_export/ex/domain",
        "/app has an NFS domain and is not exported by NFS 4",
        times=2,
    ),
    "NFS-HOSTS": Case(
        ex(root_hosts="nodea:stranger:lost"),
        ex(root_hosts="NODEA.example.com:app_svc:@net:10.1.1.1"),
        "nfs_export/ex/root_hosts",
        "/app gives root access to lost and stranger",
    ),
    "NFS-HOST-TWICE": Case(
        ex(read_only_hosts="nodeb.example.com"),
        ex(read_only_hosts="nodec"),
        "nfs_export/ex/read_only_hosts",
        "/app lets nodeb.example.com write and only read",
    ),
    "NFS-MOUNT-ACCESS": Case(
        ex(read_write_hosts="nodea"),
        ex(read_write_hosts="nodea_boot1:nodeb_adm"),
        "nfs_export/ex/read_write_hosts",
        "nodeb may mount /app at /mnt/app and not write to it",
    ),
    "NFS-MOUNT-OPEN": Case(
        mo(export="", resource_group=""),
        NFS,
        "nfs_mount/mo/export",
        "Nothing is mounted at /mnt/app",
        times=2,
    ),
    "NFS-MOUNT-NETWORK": Case(
        two_networks(network=""),
        two_networks(),
        "nfs_mount/mo/network",
        "/mnt/app is mounted over one of net_ether_01 and net_ether_02",
    ),
    "NFS-NETWORK-KIND": Case(
        mo(network="san"), NFS, "nfs_mount/mo/network", "/mnt/app is mounted over net_san_01"
    ),
    "NFS-NETWORK-LABEL": Case(
        mo(network="net2"),
        two_networks(network="net2"),
        "nfs_mount/mo/network",
        "/mnt/app is mounted over net_ether_02, where rg_app has no service address",
    ),
    "NFS-NETWORK-REACH": Case(
        mo(NFS.without(Interface, "i22"), network="net2"),
        mo(network="net2"),
        "nfs_mount/mo/network",
        "nodeb cannot mount /mnt/app: no interface on net_ether_02",
    ),
    "NFS-MOUNT-POINT": Case(
        mo(mount_point="//app/"),
        mo(mount_point="/app2"),
        "nfs_mount/mo/mount_point",
        "The mount point //app/ is also that of a shared file system",
    ),
    "NFS-MOUNT-NESTED": Case(
        mo(mount_point="/app/in"),
        mo(mount_point="/application"),
        "nfs_mount/mo/mount_point",
        "/app/in is mounted inside /app",
    ),
    "NFS-MOUNT-TWICE": Case(
        NFS.replace(NfsMount(key="mo2", mount_point="/mnt//app")),
        NFS.replace(NfsMount(key="mo2", mount_point="/mnt/app2")),
        "nfs_mount/mo/mount_point",
        "/mnt/app is the mount point of 2 NFS mounts",
    ),
    "NFS-MOUNT-OPTIONS": Case(
        mo(options="vers=4, Soft"),
        mo(options="softer"),
        "nfs_mount/mo/options",
        "/mnt/app is mounted soft",
    ),
    "NFS-MOUNT-LEADER": Case(
        elsewhere(),
        elsewhere().replace(led(DependencyKind.START_AFTER, "rg", "g1")),
        "nfs_mount/mo/export",
        "rg_g1 mounts what rg_app exports and does not wait for it",
    ),
    "OPEN-NFS-EXPORT": Case(
        ex(nfs_version=None), NFS, "nfs_export/nfs_version", "not entered for /app"
    ),
    "OPEN-NFS-DOMAIN": Case(
        ex(domain=""),
        ex(domain="", nfs_version=NfsVersion.V3),
        "nfs_export/domain",
        "The NFS domain is not entered for /app",
    ),
    "OPEN-NFS-STABLE": Case(
        ex(auto_stable_storage=None),
        ex(auto_stable_storage=None, stable_storage="/app/nfs4"),
        "nfs_export/auto_stable_storage",
        "Who chooses the stable storage is not entered for /app",
    ),
}

EXAMPLES = examples(CASES)
