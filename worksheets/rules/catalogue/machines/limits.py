"""How many of each a cluster may have."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.row import Row
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.repository_disk import RepositoryDisk, RepositoryState
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, sheet
from worksheets.rules.limits import limits_of
from worksheets.rules.registry import Rule, rule


def _over(rule: Rule, kind: type[Row], count: int, most: int, things: str) -> Iterator[Finding]:
    if count > most:
        yield rule.at(sheet(kind), title=f"{count} {things}; PowerHA takes at most {most}")


@rule(
    "LIMIT-NODES",
    "More nodes than a cluster can have",
    severity=Severity.BLOCKER,
    sources=("N1", "PowerHA planning guide: limits"),
    fix="Split the nodes over two clusters, or drop some.",
)
def limit_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """Cluster Aware AIX carries a fixed number of nodes; one more cannot join."""
    count = len(design.plan.rows(Node))
    yield from _over(rule, Node, count, limits_of(design.plan).nodes, "nodes")


@rule(
    "LIMIT-GROUPS",
    "More resource groups than a cluster can have",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: limits", "per IBM guides"),
    fix="Put resources that always move together into one group.",
)
def limit_groups(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA counts resource groups; how many it takes depends on its level."""
    count = len(design.plan.rows(ResourceGroup))
    yield from _over(rule, ResourceGroup, count, limits_of(design.plan).groups, "resource groups")


@rule(
    "LIMIT-NETWORKS",
    "More networks than a cluster can have",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: limits", "per IBM guides"),
    fix="Leave networks that carry neither service addresses nor heartbeat out of the cluster.",
)
def limit_networks(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA counts networks, IP and not."""
    count = len(design.plan.rows(Network))
    yield from _over(rule, Network, count, limits_of(design.plan).networks, "networks")


@rule(
    "LIMIT-LABELS",
    "More IP labels than a cluster can have",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: limits", "per IBM guides"),
    fix="Share service labels between applications, or split the cluster.",
)
def limit_labels(design: Design, rule: Rule) -> Iterator[Finding]:
    """Boot, persistent and service labels are counted together."""
    count = len(design.plan.rows(IpLabel))
    yield from _over(rule, IpLabel, count, limits_of(design.plan).labels, "IP labels")


@rule(
    "LIMIT-SITES",
    "More sites than a cluster can have",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: limits", "per IBM guides"),
    fix="Keep two sites; what stands in a third place does not belong to the cluster.",
)
def limit_sites(design: Design, rule: Rule) -> Iterator[Finding]:
    """A stretched or linked cluster knows two sites. In a standard cluster a site is only a
    place, and there may be more."""
    if has_powerha_sites(design.plan):
        count = len(design.plan.rows(Site))
        yield from _over(rule, Site, count, limits_of(design.plan).sites, "sites")


@rule(
    "LIMIT-XD-DATA",
    "More data replication networks than a cluster can have",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: GLVM",),
    fix="Join some of the XD_data networks, or use EtherChannel below them.",
)
def limit_xd_data(design: Design, rule: Rule) -> Iterator[Finding]:
    """GLVM spreads its traffic over a fixed number of XD_data networks."""
    count = sum(row.kind is NetworkKind.XD_DATA for row in design.plan.rows(Network))
    most = limits_of(design.plan).xd_data_networks
    yield from _over(rule, Network, count, most, "XD_data networks")


@rule(
    "LIMIT-REPOSITORY",
    "More backup repository disks than PowerHA takes",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: repository disk", "per IBM guides"),
    fix="Keep two or three backups on different storage units and free the others.",
)
def limit_repository(design: Design, rule: Rule) -> Iterator[Finding]:
    """One backup repository replaces a lost one; the list of them is short."""
    rows = design.plan.rows(RepositoryDisk)
    count = sum(row.state is RepositoryState.BACKUP for row in rows)
    most = limits_of(design.plan).repository_backups
    yield from _over(rule, RepositoryDisk, count, most, "backup repository disks")


@rule(
    "LIMIT-VOLUME-GROUPS",
    "More shared volume groups than PowerHA takes",
    severity=Severity.BLOCKER,
    sources=("PowerHA 7.2.8: limits of its provisioning tools",),
    fix="Join volume groups that always move together.",
)
def limit_volume_groups(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each shared volume group is varied on by itself; PowerHA counts them."""
    count = len(design.plan.rows(VolumeGroup))
    most = limits_of(design.plan).volume_groups
    yield from _over(rule, VolumeGroup, count, most, "shared volume groups")


@rule(
    "LIMIT-FILE-SYSTEMS",
    "More shared file systems than PowerHA takes",
    severity=Severity.BLOCKER,
    sources=("PowerHA 7.2.8: limits of its provisioning tools",),
    fix="Join small file systems, or split the cluster.",
)
def limit_file_systems(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each file system of a group is checked and mounted in a takeover; PowerHA counts them."""
    count = len(design.plan.rows(FileSystem))
    most = limits_of(design.plan).file_systems
    yield from _over(rule, FileSystem, count, most, "shared file systems")
