"""Repository disks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.cluster_options import ClusterType
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.repository_disk import RepositoryDisk, RepositoryState
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import REPOSITORY_SIZE
from worksheets.rules.registry import Rule, rule


def _rows(design: Design, state: RepositoryState) -> list[RepositoryDisk]:
    rows = layout_of(design).ordered(RepositoryDisk)
    return [row for row in rows if row.state is state]


def _is_linked(design: Design) -> bool:
    return design.plan.options.type is ClusterType.LINKED


@rule(
    "REPO-NONE",
    "No repository disk",
    severity=Severity.BLOCKER,
    sources=("W2", "W3", "PowerHA planning guide: repository disk"),
    fix="Plan a disk for the repository, reachable from all nodes.",
)
def repo_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """Cluster Aware AIX keeps the cluster's configuration on the repository disk and sends
    heartbeats through it. Without it the cluster cannot be created."""
    if design.plan.rows(Node) and not _rows(design, RepositoryState.ACTIVE):
        yield rule.at(sheet(RepositoryDisk), title="No active repository disk is planned")


@rule(
    "REPO-LINKED",
    "Site of a linked cluster without its repository",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: linked clusters",),
    fix="Plan one active repository disk for each site.",
)
def repo_linked(design: Design, rule: Rule) -> Iterator[Finding]:
    """In a linked cluster each site has a repository of its own, on its own storage."""
    sites = {row.site for row in _rows(design, RepositoryState.ACTIVE)}
    two_sites = len(design.plan.rows(Site)) > 1
    for site in design.plan.rows(Site) if two_sites and _is_linked(design) else ():
        if site.key not in sites:
            yield rule.at(
                cell(site),
                sheet(RepositoryDisk, "site"),
                title=f"The site {site.name} has no active repository disk",
            )


@rule(
    "REPO-SEVERAL",
    "More than one active repository disk",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: repository disk",),
    fix="Keep one active; make the others backups.",
)
def repo_several(design: Design, rule: Rule) -> Iterator[Finding]:
    """A standard or stretched cluster has one active repository, a linked one has one for each
    site."""
    plan = design.plan
    found: dict[str, list[RepositoryDisk]] = defaultdict(list)
    for row in _rows(design, RepositoryState.ACTIVE):
        found[row.site if _is_linked(design) else ""].append(row)
    for rows in found.values():
        if len(rows) > 1:
            names = listed(plan.title(RepositoryDisk, row.key) for row in rows)
            yield rule.at(
                *(cell(row, "state") for row in rows), title=f"{names} are all active repositories"
            )


@rule(
    "REPO-BACKUP",
    "No backup repository disk",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("PowerHA planning guide: repository disk",),
    fix="Keep a disk of the same size ready on another storage unit.",
)
def repo_backup(design: Design, rule: Rule) -> Iterator[Finding]:
    """When the repository is lost the cluster runs on, but nothing can be changed, and a node
    that restarts cannot join. A disk that stands by is taken at once."""
    if _rows(design, RepositoryState.ACTIVE) and not _rows(design, RepositoryState.BACKUP):
        yield rule.at(sheet(RepositoryDisk), title="No disk stands by for the repository")


@rule(
    "REPO-SAME-UNIT",
    "Backup repository beside the active one",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("S7", "PowerHA planning guide: repository disk"),
    fix="Take the backup from another storage unit.",
)
def repo_same_unit(design: Design, rule: Rule) -> Iterator[Finding]:
    """A storage unit that fails takes the active repository and the backup with it if both are
    its disks."""
    plan = design.plan
    found: dict[RepositoryState, set[str]] = defaultdict(set)
    for row in plan.rows(RepositoryDisk):
        for disk in plan.pick(Disk, (row.disk,)):
            found[row.state].add(disk.storage_unit)
    active, backup = found[RepositoryState.ACTIVE], found[RepositoryState.BACKUP]
    if len(active | backup) == 1 and active == backup and active != {""}:
        yield rule.at(
            sheet(RepositoryDisk, "disk"),
            title="Active and backup repository are both on "
            f"{listed(plan.title(StorageUnit, unit) for unit in active)}",
        )


@rule(
    "REPO-SIZE",
    "Repository disk of the wrong size",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: repository disk", "per IBM guides"),
    fix=f"Take a disk of {REPOSITORY_SIZE.lowest} to {REPOSITORY_SIZE.highest} GiB.",
)
def repo_size(design: Design, rule: Rule) -> Iterator[Finding]:
    """Cluster Aware AIX takes disks from 512 MiB to 460 GiB; one GiB and more is recommended."""
    for row in design.plan.rows(RepositoryDisk):
        for disk in design.plan.pick(Disk, (row.disk,)):
            size = disk.size
            if size is None or REPOSITORY_SIZE.lowest <= size <= REPOSITORY_SIZE.highest:
                continue
            yield rule.at(
                cell(row, "disk"),
                cell(disk, "size"),
                title=f"The repository disk {disk.name} has {size} GiB",
            )


@rule(
    "REPO-SHARED",
    "Repository disk with data on it",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: repository disk",),
    fix="Use a disk that belongs to no volume group.",
)
def repo_shared(design: Design, rule: Rule) -> Iterator[Finding]:
    """The repository takes the whole disk and overwrites what is on it."""
    for row in design.plan.rows(RepositoryDisk):
        for disk in design.plan.pick(Disk, (row.disk,)):
            if disk.volume_group:
                yield rule.at(
                    cell(row, "disk"),
                    cell(disk, "volume_group"),
                    title=f"The repository disk {disk.name} belongs to "
                    f"{design.plan.title(VolumeGroup, disk.volume_group)}",
                )


@rule(
    "REPO-REACH",
    "Repository disk that a node cannot reach",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: repository disk",),
    fix="Map and zone the disk to the node and enter the path.",
)
def repo_reach(design: Design, rule: Rule) -> Iterator[Finding]:
    """Every node reads and writes the repository, the backups as well. In a linked cluster only
    the nodes of its site do."""
    layout = layout_of(design)
    for row in design.plan.rows(RepositoryDisk):
        seen = layout.nodes_with_path.get(row.disk)
        if seen is None:
            continue
        foreign = {
            node
            for node, site in layout.site_of_node.items()
            if _is_linked(design) and row.site and site != row.site
        }
        blind = [node for node in layout.nodes if node.key not in seen | foreign]
        if blind:
            yield rule.at(
                cell(row, "disk"),
                *(cell(node) for node in blind),
                title=f"{listed(node.name for node in blind)} cannot reach the repository disk "
                f"{design.plan.title(Disk, row.disk)}",
            )


@rule(
    "REPO-OPEN",
    "Repository row without a disk",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: repository disk",),
    fix="Name the disk.",
)
def repo_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """A repository that names no disk cannot be checked for size, reach and sharing."""
    for row in design.plan.rows(RepositoryDisk):
        if not row.disk:
            yield rule.at(
                cell(row, "disk"), title=f"The repository row {row.key} does not name its disk"
            )
