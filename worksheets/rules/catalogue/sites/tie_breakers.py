"""What the halves of a cluster race for when they lose each other."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.disk import Disk, DiskRole
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.split_merge_policy import SplitMergePolicy, SplitPolicy
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Place, Severity, cell
from worksheets.rules.hosts import entry_names, inside_names, short
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.split_merge import chosen, policies
from worksheets.rules.subnets import host

GUIDE = "PowerHA planning guide: split and merge policies"


def _disks(design: Design) -> Iterator[tuple[SplitMergePolicy, Disk]]:
    """The tie breaker disk, where a policy uses one."""
    for row in policies(design.plan):
        if SplitPolicy.TIE_BREAKER.value in chosen(row):
            for disk in design.plan.pick(Disk, (row.tie_breaker_disk,)):
                yield row, disk


def _servers(design: Design) -> Iterator[tuple[SplitMergePolicy, str]]:
    """The NFS server of the tie breaker, where a policy uses one."""
    for row in policies(design.plan):
        server = row.nfs_server.strip()
        if server and SplitPolicy.NFS.value in chosen(row):
            yield row, server


def _uses(design: Design, disk: Disk) -> Iterator[tuple[Place, str]]:
    """Where else a disk is used, with words for it."""
    plan, layout = design.plan, layout_of(design)
    if disk.volume_group:
        name = plan.title(VolumeGroup, disk.volume_group)
        yield cell(disk, "volume_group"), f"a disk of {name}"
    for row in layout.ordered(RepositoryDisk):
        if row.disk == disk.key:
            yield cell(row, "disk"), "a repository disk"
    for group in layout.groups:
        if disk.key in group.raw_disks:
            yield cell(group, "raw_disks"), f"a raw disk of {group.name}"
    for pair in layout.ordered(ReplicatedPair):
        if disk.key in (pair.primary, pair.secondary):
            column = "primary" if disk.key == pair.primary else "secondary"
            yield cell(pair, column), "a replicated disk"


@rule(
    "SPLIT-DISK-USED",
    "Tie breaker disk that is used for something else",
    severity=Severity.BLOCKER,
    sources=(GUIDE, "per IBM guides"),
    fix="Take a small disk that nothing else uses.",
)
def split_disk_used(design: Design, rule: Rule) -> Iterator[Finding]:
    """The halves race for a reservation of this disk. On a disk with data or with the repository
    the reservation would shut out the nodes that need it."""
    for row, disk in _disks(design):
        for place, words in _uses(design, disk):
            yield rule.at(
                cell(row, "tie_breaker_disk"),
                place,
                title=f"The tie breaker disk {disk.name} is also {words}",
                about=f"{place.sheet} {place.key}",
            )


@rule(
    "SPLIT-DISK-REACH",
    "Tie breaker disk that a node cannot reach",
    severity=Severity.BLOCKER,
    sources=(GUIDE, "per IBM guides"),
    fix="Map and zone the disk to every node of both sites and enter the paths.",
)
def split_disk_reach(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node that cannot reserve the disk loses every split, whatever it could still do."""
    layout = layout_of(design)
    for row, disk in _disks(design):
        seen = layout.nodes_with_path.get(disk.key)
        if seen is None:
            continue
        blind = [node for node in layout.nodes if node.key not in seen]
        if blind:
            yield rule.at(
                cell(row, "tie_breaker_disk"),
                *(cell(node) for node in blind),
                title=f"{listed(node.name for node in blind)} cannot reach the tie breaker disk "
                f"{disk.name}",
            )


@rule(
    "SPLIT-DISK-SITE",
    "Tie breaker disk beside one of the halves",
    severity=Severity.WARNING,
    sources=(GUIDE, "S10"),
    fix="Take a disk from a storage unit at a third place, or an NFS server there.",
)
def split_disk_site(design: Design, rule: Rule) -> Iterator[Finding]:
    """When a site is lost with the tie breaker in it, the other one cannot win. The tie breaker
    belongs where neither half stands. On the only storage unit of a site it goes with its data."""
    plan, layout = design.plan, layout_of(design)
    homes = layout.sites_of(node.key for node in layout.nodes)
    if not has_powerha_sites(plan) or len(homes) < 2:
        return
    for row, disk in _disks(design):
        site = layout.site_of_disk.get(disk.key)
        if site is None or site not in homes:
            continue
        beside = [
            unit for unit in plan.rows(StorageUnit) if layout.site_of_rack.get(unit.rack) == site
        ]
        unit = plan.title(StorageUnit, disk.storage_unit)
        only = f"{unit} is the only storage unit there."
        yield rule.at(
            cell(row, "tie_breaker_disk"),
            cell(disk, "storage_unit"),
            title=f"The tie breaker disk {disk.name} stands on {plan.title(Site, site)}, "
            "where nodes are too",
            detail=only if len(beside) == 1 else "",
            severity=Severity.WARNING if len(beside) == 1 else Severity.ADVICE,
        )


@rule(
    "SPLIT-DISK-ROLE",
    "Tie breaker disk and the roles of disks disagree",
    severity=Severity.ADVICE,
    sources=(GUIDE,),
    fix="Let the role of the disk say tie breaker, for the one that the policy names.",
)
def split_disk_role(design: Design, rule: Rule) -> Iterator[Finding]:
    """Storage people go by the role of a disk. One that is kept as tie breaker without being used,
    or used without being marked, is soon given to somebody else."""
    plan = design.plan
    named = {disk.key for _, disk in _disks(design)}
    for row, disk in _disks(design):
        if disk.role not in (None, DiskRole.TIE_BREAKER):
            yield rule.at(
                cell(disk, "role"),
                cell(row, "tie_breaker_disk"),
                title=f"The tie breaker disk {disk.name} has the role {disk.role.label}",
            )
    for disk in plan.rows(Disk):
        if disk.role is DiskRole.TIE_BREAKER and disk.key not in named:
            yield rule.at(
                cell(disk, "role"), title=f"No policy uses {disk.name} as tie breaker disk"
            )


@rule(
    "SPLIT-NFS-INSIDE",
    "Tie breaker on an NFS server inside the cluster",
    severity=Severity.BLOCKER,
    sources=(GUIDE, "S10"),
    fix="Take a server that is no part of this cluster, best at a third site.",
)
def split_nfs_inside(design: Design, rule: Rule) -> Iterator[Finding]:
    """A half cannot ask the other half who wins. The server has to go on whichever nodes are
    gone."""
    inside = inside_names(design)
    for row, server in _servers(design):
        found = inside.get(server.casefold()) or inside.get(short(server))
        if found is not None:
            yield rule.at(
                cell(row, "nfs_server"),
                cell(found),
                title=f"The NFS server {server} of the tie breaker is {found.title(design.plan)}, "
                "a part of the cluster",
            )


@rule(
    "SPLIT-NFS-NEAR",
    "Tie breaker on an NFS server in a subnet of the nodes",
    severity=Severity.ADVICE,
    sources=(GUIDE, "S10"),
    fix="Take a server at a third site, and a way to it that no line between the sites is part of.",
)
def split_nfs_near(design: Design, rule: Rule) -> Iterator[Finding]:
    """A server with an address in a subnet of the cluster most likely stands beside one of the
    halves, and is lost or cut off together with it."""
    plan, layout = design.plan, layout_of(design)
    if not has_powerha_sites(plan):
        return
    for row, server in _servers(design):
        texts = [
            entry.address
            for entry in plan.rows(HostEntry)
            if server.casefold() in entry_names(entry)
        ]
        addresses = {found for text in (server, *texts) if (found := host(text)) is not None}
        near = [
            label
            for label in layout.ordered(IpLabel)
            if (net := layout.subnets.get(label.key)) is not None
            and any(
                net.version == found.version and net.first <= found.number <= net.last
                for found in addresses
            )
        ]
        if near:
            yield rule.at(
                cell(row, "nfs_server"),
                *(cell(label, "address") for label in near),
                title=f"The NFS server {server} has an address in the subnet of "
                f"{listed(label.name for label in near)}",
            )


@rule(
    "SPLIT-NFS-SHARED",
    "Tie breaker mounted below a file system that moves",
    severity=Severity.WARNING,
    sources=(GUIDE,),
    fix="Mount it at a path of rootvg that is there on every node.",
)
def split_nfs_shared(design: Design, rule: Rule) -> Iterator[Finding]:
    """Every node mounts the directory of the tie breaker, all the time. Below a file system of a
    group it would be there on one node only."""
    for row, _ in _servers(design):
        path = row.nfs_local_directory
        above = [
            shared
            for shared in layout_of(design).ordered(FileSystem)
            if shared.mount_point not in ("", "/")
            and f"{path}/".startswith(f"{shared.mount_point.rstrip('/')}/")
        ]
        if path and above:
            yield rule.at(
                cell(row, "nfs_local_directory"),
                *(cell(shared, "mount_point") for shared in above),
                title=f"The tie breaker is mounted at {path}, below the shared file system "
                f"{listed(shared.mount_point for shared in above)}",
            )
