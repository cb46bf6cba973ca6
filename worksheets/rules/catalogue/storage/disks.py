"""Shared disks and the paths to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from operator import attrgetter

from worksheets.failures.words import listed
from worksheets.plan.rows.disk import Disk, DiskRole
from worksheets.plan.rows.disk_path import DiskPath, ReservePolicy
from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.split_merge_policy import SplitMergePolicy
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.fencing import fenced_disks
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import Layout, layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.repeated import repeated

# Roles of disks that belong neither to a volume group nor to the repository.
_ALONE = (DiskRole.TIE_BREAKER, DiskRole.RAW)


def _nodes_of_volume_groups(design: Design) -> dict[str, set[str]]:
    """Nodes (keys) that must be able to vary on each volume group (key)."""
    needed: dict[str, set[str]] = defaultdict(set)
    for group in design.plan.rows(ResourceGroup):
        for key in group.volume_groups:
            needed[key].update(group.nodes)
    return needed


def _halves(design: Design) -> dict[str, list[frozenset[str]]]:
    """The disks (keys) of each site, of volume groups (key) that GLVM mirrors."""
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for row in design.plan.rows(GlvmVolumeGroup):
        halves = (frozenset(row.first_disks), frozenset(row.second_disks))
        if row.volume_group and all(halves):
            found[row.volume_group] += halves
    return found


def _copies(design: Design) -> dict[str, list[str]]:
    """The disks (keys) that storage units keep as copies of each disk (key)."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in design.plan.rows(ReplicatedPair):
        found[row.primary].append(row.secondary)
    return found


def _beside(layout: Layout, node: Node, disk: str) -> bool:
    """Whether a node and a disk (key) stand on one site."""
    site = layout.site_of_node.get(node.key)
    return site is not None and layout.site_of_disk.get(disk) == site


@rule(
    "DISK-PATH-MISSING",
    "Node of a group without a path to a disk",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: shared volume groups",),
    fix="Map and zone the disks to the node and enter the paths, or take the node off the list.",
)
def disk_path_missing(design: Design, rule: Rule) -> Iterator[Finding]:
    """Every node in a group's list must see every disk of the group's volume groups, or the
    takeover ends when the volume group is varied on. With GLVM it sees those of its own site,
    and the others through the network; of a replicated disk it sees the copy at least. A copy on
    the site of the node has a rule of its own."""
    plan, layout = design.plan, layout_of(design)
    halves, copies, paths = _halves(design), _copies(design), layout.nodes_with_path
    for volume_group, nodes in _nodes_of_volume_groups(design).items():
        row = plan.get(VolumeGroup, volume_group)
        disks = [
            disk
            for disk in layout.disks_of.get(volume_group, ())
            if disk.key in paths and not nodes <= paths[disk.key]
        ]
        for node in plan.pick(Node, nodes) if row is not None and disks else ():
            unseen = [
                disk
                for disk in disks
                if node.key not in paths[disk.key]
                and not any(
                    node.key in paths.get(copy, ()) or _beside(layout, node, copy)
                    for copy in copies.get(disk.key, ())
                )
            ]
            keys = {disk.key for disk in unseen}
            remote = any(keys <= half for half in halves[volume_group])
            if row is not None and unseen and not remote:
                yield rule.at(
                    cell(row),
                    cell(node),
                    *(cell(disk) for disk in unseen),
                    title=f"{node.name} has no path to "
                    f"{listed(disk.name for disk in unseen)} of {row.name}",
                    about=node.key,
                )


@rule(
    "DISK-PATH-OPEN",
    "Disk without any path",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("S6", "PowerHA planning guide: shared disks"),
    fix="Enter one row per node and disk on the worksheet of disk paths.",
)
def disk_path_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """As long as nobody entered how the nodes reach a disk, no failure of a card, switch or
    Virtual I/O Server can be traced to it."""
    plan, layout = design.plan, layout_of(design)
    needed = {row.disk for row in plan.rows(RepositoryDisk)}
    for key in _nodes_of_volume_groups(design):
        needed.update([disk.key for disk in layout.disks_of.get(key, ())])
    for disk in plan.pick(Disk, needed.difference(layout.nodes_with_path)):
        yield rule.at(
            cell(disk), sheet(DiskPath, "disk"), title=f"No node has a path to {disk.name}"
        )


@rule(
    "DISK-PATH-TWICE",
    "Path entered twice",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: shared disks",),
    fix="Keep one row and list all ports in it.",
)
def disk_path_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node knows a disk by one name, so one row per node and disk holds all its ports."""
    plan = design.plan
    whole, nodes = layout_of(design).whole_paths, layout_of(design).nodes_with_path
    if len(whole) == sum(map(len, nodes.values())):
        return
    for (node, disk), rows in repeated(whole, lambda row: (row.node, row.disk)):
        yield rule.at(
            *(cell(row) for row in rows),
            title=f"The path {plan.title(Node, node)} to {plan.title(Disk, disk)} "
            f"is entered {len(rows)} times",
        )


@rule(
    "DISK-HDISK",
    "One hdisk name for two disks",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: shared disks",),
    fix="Look the names up on the node with lspv and compare the PVIDs.",
)
def disk_hdisk(design: Design, rule: Rule) -> Iterator[Finding]:
    """On one node each disk has an hdisk name of its own. The names may differ between nodes;
    the PVID tells that it is the same disk."""
    plan = design.plan
    whole = layout_of(design).whole_paths
    told = set(map(attrgetter("node", "hdisk"), whole))
    if len(told) == len(whole) and not any(name != name.strip() for _, name in told):
        return
    named = [row for row in whole if row.hdisk.strip()]
    for (node, hdisk), rows in repeated(named, lambda row: (row.node, row.hdisk.strip())):
        disks = {row.disk for row in rows}
        if len(disks) > 1:
            names = listed(plan.title(Disk, disk) for disk in disks)
            yield rule.at(
                *(cell(row, "hdisk") for row in rows),
                title=f"{plan.title(Node, node)} knows {names} by one name, {hdisk}",
            )


@rule(
    "DISK-RESERVE",
    "Disk reservation that locks the other node out",
    severity=Severity.BLOCKER,
    sources=("V5", "PowerHA planning guide: shared disks"),
    fix="Set reserve_policy to no_reserve on the node, and on each VIOS that maps the disk.",
)
def disk_reserve(design: Design, rule: Rule) -> Iterator[Finding]:
    """Enhanced concurrent volume groups and the repository are open on several nodes at once.
    A reservation by one node, or by a Virtual I/O Server, shuts the others out. Disks that a
    quarantine policy fences are shared by persistent reservations instead."""
    fenced = fenced_disks(design)
    harmless = ReservePolicy.NO_RESERVE
    for row in design.plan.rows(DiskPath):
        if row.reserve_policy is None or row.reserve_policy is harmless:
            continue
        if row.reserve_policy is not ReservePolicy.PR_SHARED or row.disk not in fenced:
            yield rule.at(
                cell(row, "reserve_policy"),
                title=f"{design.plan.title(DiskPath, row.key)} reserves the disk "
                f"({row.reserve_policy.label})",
            )


@rule(
    "DISK-IDLE",
    "Disk without a use",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("PowerHA planning guide: shared disks",),
    fix="Name its volume group or its role, make it a repository disk or the copy of another "
    "disk, or delete the row.",
)
def disk_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """A shared disk is planned for a volume group or for the repository, or it is a tie breaker,
    a raw disk, or the copy that a storage unit keeps of another disk."""
    plan = design.plan
    used = {row.disk for row in plan.rows(RepositoryDisk)}
    used |= {row.secondary for row in plan.rows(ReplicatedPair)}
    used |= {key for group in plan.rows(ResourceGroup) for key in group.raw_disks}
    used |= {row.tie_breaker_disk for row in plan.rows(SplitMergePolicy)}
    for disk in plan.rows(Disk):
        if not disk.volume_group and disk.key not in used and disk.role not in _ALONE:
            yield rule.at(
                cell(disk, "volume_group"),
                title=f"{disk.name} is in no volume group and no repository",
            )
