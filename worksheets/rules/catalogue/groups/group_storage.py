"""What a group says about its storage: file systems, raw disks, varyon."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.disk import Disk, DiskRole
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.plan.rows.resource_group import FileSystemRecovery, ResourceGroup, Startup
from worksheets.plan.rows.split_merge_policy import SplitMergePolicy
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.paths import holder, plain
from worksheets.rules.registry import Rule, rule

_FILES = "PowerHA planning guide: file systems"
_VOLUMES = "PowerHA planning guide: shared volume groups"
_DISKS = "PowerHA planning guide: shared disks"
_TAKEN = {
    DiskRole.REPOSITORY: "the repository",
    DiskRole.BACKUP: "a backup of the repository",
    DiskRole.TIE_BREAKER: "the tie breaker",
}


def _own(design: Design, group: ResourceGroup) -> list[FileSystem]:
    """The file systems in the volume groups of a group."""
    found = layout_of(design).file_systems_of
    return [row for key in dict.fromkeys(group.volume_groups) for row in found.get(key, ())]


@rule(
    "RG-FS-ELSEWHERE",
    "File system of a volume group that the group does not hold",
    severity=Severity.BLOCKER,
    sources=(_FILES, _VOLUMES),
    fix="Add the volume group to the group, or take the file system off its list.",
)
def rg_fs_elsewhere(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group mounts what lies in its own volume groups. Another group's volume group may be
    open on another node at that time."""
    plan, layout = design.plan, layout_of(design)
    for group in plan.rows(ResourceGroup):
        for row in plan.pick(FileSystem, dict.fromkeys(group.file_systems)):
            home = layout.volume_group_of.get(row.key)
            if home is not None and home not in group.volume_groups:
                yield rule.at(
                    cell(group, "file_systems"),
                    cell(group, "volume_groups"),
                    cell(row, "logical_volume"),
                    title=f"{group.name} mounts {row.mount_point} and does not hold its volume "
                    f"group {plan.title(VolumeGroup, home)}",
                    about=row.key,
                )


@rule(
    "RG-FS-LIST",
    "File systems listed one by one",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(_FILES,),
    fix="Clear the list, so that all file systems of the volume groups are mounted.",
)
def rg_fs_list(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group without a list mounts all file systems of its volume groups. With a list it mounts
    only those, and one that was forgotten, or comes later, is missing after a takeover."""
    for group in design.plan.rows(ResourceGroup):
        if not group.file_systems:
            continue
        own = _own(design, group)
        left_out = [row for row in own if row.key not in group.file_systems]
        if left_out:
            yield rule.at(
                cell(group, "file_systems"),
                *(cell(row, "mount_point") for row in left_out),
                title=f"{group.name} does not mount {listed(row.mount_point for row in left_out)} "
                "of its volume groups",
            )
        elif own:
            yield rule.at(
                cell(group, "file_systems"),
                title=f"{group.name} lists all {len(own)} file systems of its volume groups",
                severity=Severity.ADVICE,
            )


@rule(
    "RG-FS-NESTED",
    "Nested file systems mounted in parallel",
    severity=Severity.WARNING,
    sources=("D3", _FILES, "per IBM guides"),
    fix="Choose the recovery method sequential, or do not nest them.",
)
def rg_fs_nested(design: Design, rule: Rule) -> Iterator[Finding]:
    """In parallel nothing makes the outer file system come first. If the inner one is mounted
    before it, it lies hidden below it."""
    for group in design.plan.rows(ResourceGroup):
        if group.file_system_recovery is not FileSystemRecovery.PARALLEL:
            continue
        points = {plain(row.mount_point) for row in _own(design, group)}
        nested = [point for point in points if holder(point, points - {point, "/"})]
        if nested:
            yield rule.at(
                cell(group, "file_system_recovery"),
                title=f"{group.name} mounts in parallel, and {listed(nested)} "
                f"{'lies' if len(nested) == 1 else 'lie'} inside another of its file systems",
            )


def _raw_disks(design: Design) -> Iterator[tuple[ResourceGroup, Disk]]:
    for group in design.plan.rows(ResourceGroup):
        for disk in design.plan.pick(Disk, dict.fromkeys(group.raw_disks)):
            yield group, disk


@rule(
    "RG-RAW-DISK",
    "Raw disk that is used for something else",
    severity=Severity.BLOCKER,
    sources=(_DISKS, "PowerHA planning guide: repository disks"),
    fix="Choose a disk of its own.",
)
def rg_raw_disk(design: Design, rule: Rule) -> Iterator[Finding]:
    """An application that writes to a raw disk overwrites what anybody else keeps there: the
    descriptors of a volume group or the repository. The disk of a tie breaker has a rule of its
    own."""
    plan = design.plan
    repository = {row.disk for row in plan.rows(RepositoryDisk)}
    breakers = {row.tie_breaker_disk for row in plan.rows(SplitMergePolicy)}
    for group, disk in _raw_disks(design):
        if disk.key in breakers:
            continue
        use = _TAKEN.get(disk.role, "") if disk.role is not None else ""
        if disk.volume_group:
            use = f"in the volume group {plan.title(VolumeGroup, disk.volume_group)}"
        elif disk.key in repository and not use:
            use = _TAKEN[DiskRole.REPOSITORY]
        if use:
            yield rule.at(
                cell(group, "raw_disks"),
                cell(disk),
                title=f"The raw disk {disk.name} of {group.name} is {use}",
                about=disk.key,
            )


@rule(
    "RG-RAW-REACH",
    "Node of a group without a path to a raw disk",
    severity=Severity.BLOCKER,
    sources=(_DISKS, "S6"),
    fix="Map and zone the disk to the node and enter the path, or take the node off the list.",
)
def rg_raw_reach(design: Design, rule: Rule) -> Iterator[Finding]:
    """Every node in the group's list must see the disk, or the application finds nothing after
    a takeover."""
    plan, paths = design.plan, layout_of(design).nodes_with_path
    for group, disk in _raw_disks(design):
        seen = paths.get(disk.key)
        blind = [
            node
            for node in plan.pick(Node, dict.fromkeys(group.nodes))
            if seen and node.key not in seen
        ]
        if blind:
            yield rule.at(
                cell(group, "raw_disks"),
                cell(disk),
                *(cell(node) for node in blind),
                title=f"{listed(node.name for node in blind)} of {group.name} cannot reach the raw "
                f"disk {disk.name}",
                about=disk.key,
            )


@rule(
    "RG-CONCURRENT-USE",
    "Concurrent use that does not fit the startup policy",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: concurrent access", "V6"),
    fix="Let the group start on all nodes where several write, and on one where one does.",
)
def rg_concurrent_use(design: Design, rule: Rule) -> Iterator[Finding]:
    """Several nodes write to a volume group only in a group that is online on all of them, and in
    such a group they do, whether the application can bear it or not."""
    for group in design.plan.rows(ResourceGroup):
        everywhere = group.startup is Startup.OAAN
        if group.concurrent_use and not everywhere:
            said = "is for concurrent use and starts on one node"
        elif group.concurrent_use is False and everywhere and group.volume_groups:
            said = "is not for concurrent use and opens its volume groups on all nodes"
        else:
            continue
        yield rule.at(
            cell(group, "concurrent_use"), cell(group, "startup"), title=f"{group.name} {said}"
        )
