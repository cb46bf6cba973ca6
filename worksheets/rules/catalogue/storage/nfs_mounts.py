"""NFS mounts on the nodes of the cluster itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.nfs_export import NfsExport, NfsVersion
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.paths import holder, plain
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: NFS"


def _server(design: Design, mount: NfsMount) -> ResourceGroup | None:
    """The group that exports what is mounted."""
    export = design.plan.get(NfsExport, mount.export)
    return design.plan.get(ResourceGroup, export.resource_group) if export is not None else None


def _service_networks(design: Design, group: ResourceGroup) -> set[str]:
    """Networks (keys) on which a group has a service address."""
    labels = design.plan.pick(IpLabel, group.service_labels)
    return {label.network for label in labels if label.network}


@rule(
    "NFS-MOUNT-OPEN",
    "Mount that is not complete",
    severity=Severity.WARNING,
    sources=(_GUIDE,),
    fix="Name the resource group whose nodes mount it, and the export.",
)
def nfs_mount_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """A mount joins a group and an export; without either of them nothing is mounted."""
    for row in design.plan.rows(NfsMount):
        for column, word in (("resource_group", "no group"), ("export", "nothing")):
            if not getattr(row, column):
                said = f"{word} is mounted at" if column == "export" else f"{word} mounts"
                title = f"{said} {row.mount_point}"
                yield rule.at(cell(row, column), title=title[0].upper() + title[1:])


@rule(
    "NFS-MOUNT-NETWORK",
    "Mount over whichever network comes first",
    severity=Severity.ADVICE,
    sources=(_GUIDE, "W5"),
    fix="Name the network that the mount shall go over.",
)
def nfs_mount_network(design: Design, rule: Rule) -> Iterator[Finding]:
    """Where the exporting group has addresses on several networks and none is named, PowerHA
    takes the first, which need not be the fast one."""
    for row in design.plan.rows(NfsMount):
        group = _server(design, row)
        if row.network or group is None:
            continue
        networks = _service_networks(design, group)
        if len(networks) > 1:
            names = listed(design.plan.title(Network, key) for key in networks)
            yield rule.at(
                cell(row, "network"),
                cell(group, "service_labels"),
                title=f"{row.mount_point} is mounted over one of {names}, nobody says which",
            )


@rule(
    "NFS-NETWORK-KIND",
    "Mount over a network that is not for it",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "W5"),
    fix="Choose a network of the kind ether.",
)
def nfs_network_kind(design: Design, rule: Rule) -> Iterator[Finding]:
    """NFS needs IP, which the SAN heartbeat does not carry. A network that mirrors data between
    sites carries it, and the mirror then competes with the clients."""
    for row in design.plan.rows(NfsMount):
        network = design.plan.get(Network, row.network)
        if network is not None and network.kind in (NetworkKind.SANCOMM, NetworkKind.XD_DATA):
            yield rule.at(
                cell(row, "network"),
                cell(network, "kind"),
                title=f"{row.mount_point} is mounted over {network.name}, a network of the kind "
                f"{network.kind.label}",
                severity=Severity.WARNING if network.kind.carries_ip else None,
            )


@rule(
    "NFS-NETWORK-LABEL",
    "Mount over a network without an address of the exporting group",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "NFS_NETWORK", "per IBM guides"),
    fix="Choose a network with a service label of the exporting group, or add one there.",
)
def nfs_network_label(design: Design, rule: Rule) -> Iterator[Finding]:
    """The nodes mount from the service address that the exporting group has on this network.
    Where it has none, there is nothing to mount from."""
    for row in design.plan.rows(NfsMount):
        group, network = _server(design, row), design.plan.get(Network, row.network)
        if group is None or network is None or not group.service_labels:
            continue
        if network.kind.carries_ip and network.key not in _service_networks(design, group):
            yield rule.at(
                cell(row, "network"),
                cell(group, "service_labels"),
                title=f"{row.mount_point} is mounted over {network.name}, where {group.name} has "
                "no service address",
            )


@rule(
    "NFS-NETWORK-REACH",
    "Node that cannot reach the network of its mount",
    severity=Severity.BLOCKER,
    sources=(_GUIDE,),
    fix="Give the node an interface on that network, or mount over another one.",
)
def nfs_network_reach(design: Design, rule: Rule) -> Iterator[Finding]:
    """Every node that may have the group mounts the file system, so each of them needs an
    interface on the network. On a network with service addresses of the group it needs one
    anyway, which has a rule of its own."""
    plan, layout = design.plan, layout_of(design)
    for row in plan.rows(NfsMount):
        group, network = plan.get(ResourceGroup, row.resource_group), row.network
        if group is None or network not in layout.networks_in_use:
            continue
        if network in _service_networks(design, group):
            continue
        away = [
            node
            for node in plan.pick(Node, dict.fromkeys(group.nodes))
            if (node.key, network) not in layout.interfaces
        ]
        if away:
            yield rule.at(
                cell(row, "network"),
                *(cell(node, "name") for node in away),
                title=f"{listed(node.name for node in away)} cannot mount {row.mount_point}: no "
                f"interface on {plan.title(Network, network)}",
            )


def _occupied(design: Design) -> dict[str, str]:
    """Paths that are taken, with what stands there."""
    plan = design.plan
    found = {plain(row.mount_point): "a local file system" for row in plan.rows(LocalFileSystem)}
    found |= {plain(row.path): "an exported directory" for row in plan.rows(NfsExport)}
    found |= {plain(row.mount_point): "a shared file system" for row in plan.rows(FileSystem)}
    found.pop("", None)
    return found


@rule(
    "NFS-MOUNT-POINT",
    "Mount point that is taken",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "D3"),
    fix="Mount it somewhere else, for instance below /mnt.",
)
def nfs_mount_point(design: Design, rule: Rule) -> Iterator[Finding]:
    """The node that has the group would mount the directory over itself, or over a file system
    of its own, and hide it."""
    occupied = _occupied(design)
    for row in design.plan.rows(NfsMount):
        there = occupied.get(plain(row.mount_point))
        if there:
            yield rule.at(
                cell(row, "mount_point"),
                title=f"The mount point {row.mount_point} is also that of {there}",
            )


@rule(
    "NFS-MOUNT-NESTED",
    "Mount inside a shared file system",
    severity=Severity.WARNING,
    sources=("D3", _GUIDE),
    fix="Mount it outside of every shared file system.",
)
def nfs_mount_nested(design: Design, rule: Rule) -> Iterator[Finding]:
    """A mount inside a shared file system has to be undone before that can be unmounted. If the
    server does not answer, neither happens, and the takeover hangs."""
    points = {plain(row.mount_point) for row in design.plan.rows(FileSystem)}
    points |= {plain(row.path) for row in design.plan.rows(NfsExport)}
    for row in design.plan.rows(NfsMount):
        outer = holder(row.mount_point, points - {plain(row.mount_point), "/"})
        if outer:
            yield rule.at(
                cell(row, "mount_point"), title=f"{row.mount_point} is mounted inside {outer}"
            )


@rule(
    "NFS-MOUNT-TWICE",
    "Two NFS mounts on one mount point",
    severity=Severity.BLOCKER,
    sources=(_GUIDE,),
    fix="Choose another mount point for one of them.",
)
def nfs_mount_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """The second mount hides the first one, on every node that has both."""
    found: dict[str, list[NfsMount]] = defaultdict(list)
    for row in layout_of(design).ordered(NfsMount):
        found[plain(row.mount_point)].append(row)
    for point, rows in found.items():
        if len(rows) > 1:
            yield rule.at(
                *(cell(row, "mount_point") for row in rows),
                title=f"{point} is the mount point of {len(rows)} NFS mounts",
            )


@rule(
    "NFS-MOUNT-OPTIONS",
    "Mount options that do not fit",
    severity=Severity.WARNING,
    sources=(_GUIDE, "AIX commands: mount"),
    fix="Mount hard, and by a version that is exported.",
)
def nfs_mount_options(design: Design, rule: Rule) -> Iterator[Finding]:
    """During a takeover the server is silent for a while. A hard mount waits for it, a soft one
    gives the program an error. And a version that is not exported is never mounted."""
    for row in design.plan.rows(NfsMount):
        options = [option.strip().lower() for option in row.options.split(",")]
        if "soft" in options:
            yield rule.at(
                cell(row, "options"), title=f"{row.mount_point} is mounted soft", about="soft"
            )
        export = design.plan.get(NfsExport, row.export)
        version = export.nfs_version if export is not None else None
        wanted = "vers=4" in options
        other = bool({"vers=2", "vers=3"} & set(options))
        if (version is NfsVersion.V3 and wanted) or (version is NfsVersion.V4 and other):
            yield rule.at(
                cell(row, "options"),
                cell(row, "export"),
                title=f"{row.mount_point} is mounted by version {'4' if wanted else '2 or 3'}, "
                f"which {design.plan.title(NfsExport, row.export)} is not exported by",
                about="version",
                severity=Severity.BLOCKER,
            )
