"""Pairs of disks: the right units, sizes and nodes, and volume groups copied as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from worksheets.failures.words import listed
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.replication import Replication
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.far_copies import (
    groups_of_volume_group,
    pairs_of,
    replication_of_disk,
    volume_groups_of,
)
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

GUIDE = "PowerHA planning guide: storage replication"


def _pairs(design: Design) -> Sequence[ReplicatedPair]:
    return layout_of(design).ordered(ReplicatedPair)


@rule(
    "REPL-PAIR-UNIT",
    "Replicated disk on the wrong storage unit",
    severity=Severity.BLOCKER,
    sources=(GUIDE,),
    fix="Name a disk of the replication's own storage unit, or correct the units.",
)
def repl_pair_unit(design: Design, rule: Rule) -> Iterator[Finding]:
    """A replication copies from its primary to its secondary storage unit. A pair that runs the
    other way round would overwrite the data with the copy."""
    plan = design.plan
    for pair in _pairs(design):
        for replication in plan.pick(Replication, (pair.replication,)):
            for column in ("primary", "secondary"):
                unit = getattr(replication, column)
                for disk in plan.pick(Disk, (getattr(pair, column),)):
                    if not unit or not disk.storage_unit or disk.storage_unit == unit:
                        continue
                    yield rule.at(
                        cell(pair, column),
                        cell(disk, "storage_unit"),
                        cell(replication, column),
                        title=f"{disk.name} is on {plan.title(StorageUnit, disk.storage_unit)}, "
                        f"but the {column} storage of {replication.name} is "
                        f"{plan.title(StorageUnit, unit)}",
                    )


@rule(
    "REPL-PAIR-SIZE",
    "Replicated disks of different sizes",
    severity=Severity.BLOCKER,
    sources=(GUIDE,),
    fix="Make both disks equally large.",
)
def repl_pair_size(design: Design, rule: Rule) -> Iterator[Finding]:
    """A copy that is smaller cannot be made. One that is larger cannot be copied back after a
    takeover."""
    for pair in _pairs(design):
        for first in design.plan.pick(Disk, (pair.primary,)):
            for second in design.plan.pick(Disk, (pair.secondary,)):
                if first.size is None or second.size is None or first.size == second.size:
                    continue
                smaller = second.size < first.size
                yield rule.at(
                    cell(pair, "secondary"),
                    cell(first, "size"),
                    cell(second, "size"),
                    title=f"{first.name} has {first.size} GiB and its copy {second.name} "
                    f"{second.size} GiB",
                    severity=Severity.BLOCKER if smaller else Severity.WARNING,
                )


@rule(
    "REPL-PAIR-TWICE",
    "Disk in several pairs",
    severity=Severity.BLOCKER,
    sources=(GUIDE,),
    fix="Leave each disk in one pair.",
)
def repl_pair_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """A disk is the copy of one other disk, or has one copy, or neither."""
    found: dict[str, list[tuple[ReplicatedPair, str]]] = defaultdict(list)
    for pair in _pairs(design):
        for column in ("primary", "secondary"):
            if getattr(pair, column):
                found[getattr(pair, column)].append((pair, column))
    for disk, uses in found.items():
        if len(uses) > 1:
            name = design.plan.title(Disk, disk)
            yield rule.at(
                *(cell(pair, column) for pair, column in uses),
                title=f"{name} is in {len(uses)} pairs"
                if len({pair.key for pair, _ in uses}) > 1
                else f"{name} is a copy of itself",
                about=disk,
            )


@rule(
    "REPL-COPY-USED",
    "Copy of a disk that is used for something else",
    severity=Severity.BLOCKER,
    sources=(GUIDE,),
    fix="Take another disk for the copy, or clear its other use.",
)
def repl_copy_used(design: Design, rule: Rule) -> Iterator[Finding]:
    """The storage unit writes over the copy all the time. Whatever else lies there is lost."""
    plan, layout = design.plan, layout_of(design)
    repositories = {row.disk: row for row in reversed(layout.ordered(RepositoryDisk))}
    raw = {key: group for group in reversed(layout.groups) for key in group.raw_disks}
    for pair in _pairs(design):
        first = plan.get(Disk, pair.primary)
        for second in plan.pick(Disk, (pair.secondary,)):
            own = first.volume_group if first is not None else second.volume_group
            if second.volume_group not in ("", own):
                place = cell(second, "volume_group")
                words = f"in {plan.title(VolumeGroup, second.volume_group)}"
            elif second.key in repositories:
                place = cell(repositories[second.key], "disk")
                words = "a repository disk"
            elif second.key in raw:
                place = cell(raw[second.key], "raw_disks")
                words = f"a raw disk of {raw[second.key].name}"
            else:
                continue
            yield rule.at(
                cell(pair, "secondary"), place, title=f"The copy {second.name} is also {words}"
            )


@rule(
    "REPL-VG-PARTLY",
    "Volume group replicated in part",
    severity=Severity.BLOCKER,
    sources=("R8", GUIDE),
    fix="Enter a pair for every disk of the volume group, all in one replication.",
)
def repl_vg_partly(design: Design, rule: Rule) -> Iterator[Finding]:
    """A volume group varies on at the other site only with all of its disks. Disks of several
    consistency groups may be copied up to different moments, which a database does not survive."""
    plan, layout = design.plan, layout_of(design)
    copied = replication_of_disk(design)
    copies = {pair.secondary for pair in plan.rows(ReplicatedPair)}
    for row in layout.ordered(VolumeGroup) if copied else ():
        disks = [disk for disk in layout.disks_of.get(row.key, ()) if disk.key not in copies]
        bare = [disk for disk in disks if disk.key not in copied]
        used = {copied[disk.key] for disk in disks if disk.key in copied} - {""}
        if bare and len(bare) < len(disks):
            yield rule.at(
                cell(row),
                *(cell(disk) for disk in bare),
                title=f"{listed(disk.name for disk in bare)} of {row.name} is not replicated, "
                "other disks are"
                if len(bare) == 1
                else f"{listed(disk.name for disk in bare)} of {row.name} are not replicated, "
                "other disks are",
            )
        elif len(used) > 1:
            names = listed(plan.title(Replication, key) for key in used)
            yield rule.at(
                cell(row),
                *(cell(disk) for disk in disks),
                title=f"The disks of {row.name} are replicated by {names}",
                severity=Severity.WARNING,
            )


@rule(
    "REPL-GROUP",
    "Replicated data in a group without the replication",
    severity=Severity.BLOCKER,
    sources=(GUIDE,),
    fix="Enter the replication among the resources of the group that holds the volume group.",
)
def repl_group(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA turns the copy round before it varies the volume group on, but only where both
    belong to one resource group."""
    plan = design.plan
    holders, pairs = groups_of_volume_group(design), pairs_of(design)
    for row in layout_of(design).ordered(Replication):
        for key in volume_groups_of(design, pairs.get(row.key, ())):
            for group in holders.get(key, ()):
                if row.key not in group.replications:
                    yield rule.at(
                        cell(group, "replications"),
                        cell(row),
                        title=f"{group.name} holds {plan.title(VolumeGroup, key)}, whose disks "
                        f"{row.name} copies, but not {row.name} itself",
                        about=f"{row.key} {key}",
                    )


def _takers(design: Design, disk: Disk, holders: dict[str, list[ResourceGroup]]) -> list[Node]:
    """Nodes of the groups with this disk's volume group, by their keys."""
    keys = {node for group in holders.get(disk.volume_group, ()) for node in group.nodes}
    return layout_of(design).in_order(design.plan.pick(Node, keys))


@rule(
    "REPL-PAIR-REACH",
    "Copy that no path leads to",
    severity=Severity.BLOCKER,
    sources=(GUIDE, "PowerHA planning guide: shared volume groups"),
    fix="Map and zone the copy to the node and enter the path.",
)
def repl_pair_reach(design: Design, rule: Rule) -> Iterator[Finding]:
    """After a takeover the nodes of the second site use the copy. They need paths to it, or the
    volume group does not vary on there."""
    layout = layout_of(design)
    holders = groups_of_volume_group(design)
    for pair in _pairs(design):
        for first in design.plan.pick(Disk, (pair.primary,)):
            for second in design.plan.pick(Disk, (pair.secondary,)):
                site = layout.site_of_disk.get(second.key)
                seen = layout.nodes_with_path.get(second.key, set())
                blind = [
                    node
                    for node in _takers(design, first, holders)
                    if site and layout.site_of_node.get(node.key) == site and node.key not in seen
                ]
                if blind:
                    yield rule.at(
                        cell(pair, "secondary"),
                        *(cell(node) for node in blind),
                        title=f"{listed(node.name for node in blind)} cannot reach {second.name}, "
                        f"the copy of {first.name}",
                    )
