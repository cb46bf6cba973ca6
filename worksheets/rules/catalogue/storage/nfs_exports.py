"""NFS exports and the groups that serve them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from worksheets.failures.words import listed
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.nfs_export import NfsExport
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.paths import plain, within
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: NFS"


def exporting(design: Design) -> Iterator[tuple[ResourceGroup, Sequence[NfsExport]]]:
    """Groups that export something, with their exports."""
    for group in layout_of(design).groups:
        exports = layout_of(design).exports_of.get(group.key)
        if exports:
            yield group, exports


def _paths(exports: Sequence[NfsExport]) -> str:
    return listed(row.path for row in exports)


@rule(
    "NFS-EXPORT-GROUP",
    "Export without a resource group",
    severity=Severity.WARNING,
    sources=(_GUIDE,),
    fix="Name the resource group that exports it.",
)
def nfs_export_group(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA exports what belongs to a resource group, on the node that has the group. What
    belongs to none is exported nowhere after a takeover."""
    for row in design.plan.rows(NfsExport):
        if not row.resource_group:
            yield rule.at(cell(row, "resource_group"), title=f"No group exports {row.path}")


@rule(
    "NFS-MOUNT-ORDER",
    "Exporting group that brings its address up first",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "FS_BEFORE_IPADDR"),
    fix='Answer "Mount before IP" with yes.',
)
def nfs_mount_order(design: Design, rule: Rule) -> Iterator[Finding]:
    """Clients come back the moment the address answers. If the file systems are not mounted and
    exported by then, they get stale file handles; PowerHA therefore asks for this order."""
    for group, exports in exporting(design):
        if group.mount_before_address:
            continue
        refused = group.mount_before_address is False
        said = "brings its address up first" if refused else "has no answer to mount before IP"
        yield rule.at(
            cell(group, "mount_before_address"),
            *(cell(row, "resource_group") for row in exports),
            title=f"{group.name} exports {_paths(exports)} and {said}",
            severity=None if refused else Severity.ADVICE,
        )


@rule(
    "NFS-NO-ADDRESS",
    "Exporting group without a service address",
    severity=Severity.BLOCKER,
    sources=(_GUIDE,),
    fix="Add a service label to the group; the clients mount by it.",
)
def nfs_no_address(design: Design, rule: Rule) -> Iterator[Finding]:
    """Clients mount from an address that moves with the file systems. The address of a node
    would go away with the node."""
    for group, exports in exporting(design):
        if not group.service_labels:
            yield rule.at(
                cell(group, "service_labels"),
                title=f"{group.name} exports {_paths(exports)} without a service address",
            )


@rule(
    "NFS-FILE-SYSTEM",
    "Export of a file system that another group brings online",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "PowerHA planning guide: shared file systems"),
    fix="Give the group the volume group of the file system, or move the export to its group.",
)
def nfs_file_system(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group can export only what it has mounted itself: a file system in one of its own
    volume groups."""
    plan, layout = design.plan, layout_of(design)
    for group, exports in exporting(design):
        for row in exports:
            home = layout.volume_group_of.get(row.file_system)
            if home is not None and home not in group.volume_groups:
                yield rule.at(
                    cell(row, "file_system"),
                    cell(group, "volume_groups"),
                    title=f"{group.name} exports {plan.title(FileSystem, row.file_system)} and "
                    f"does not hold its volume group {plan.title(VolumeGroup, home)}",
                )


@rule(
    "NFS-PATH",
    "Exported path outside its file system",
    severity=Severity.BLOCKER,
    sources=(_GUIDE,),
    fix="Correct the path, or name the file system that it lies in.",
)
def nfs_path(design: Design, rule: Rule) -> Iterator[Finding]:
    """The exported path is the mount point of a shared file system or a directory below it.
    Anything else lies on the disks of one node."""
    for row in design.plan.rows(NfsExport):
        home = design.plan.get(FileSystem, row.file_system)
        if home is not None and not within(row.path, home.mount_point):
            yield rule.at(
                cell(row, "path"),
                cell(row, "file_system"),
                title=f"{row.path} does not lie in {home.mount_point}",
            )


@rule(
    "NFS-EXPORT-TWICE",
    "Directory exported twice",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "AIX commands: exportfs"),
    fix="Keep one of the rows.",
)
def nfs_export_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node exports a directory once. Of two rows only one can hold, and nobody knows which."""
    found: dict[str, list[NfsExport]] = defaultdict(list)
    for row in layout_of(design).ordered(NfsExport):
        found[plain(row.path)].append(row)
    for path, rows in found.items():
        if len(rows) > 1:
            yield rule.at(
                *(cell(row, "path") for row in rows),
                title=f"{path} is exported {len(rows)} times",
            )


@rule(
    "NFS-EXPORT-NESTED",
    "Export inside another export of its file system",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "AIX commands: exportfs", "per IBM guides"),
    fix="Export one of the two, or put the inner directory into a file system of its own.",
)
def nfs_export_nested(design: Design, rule: Rule) -> Iterator[Finding]:
    """AIX does not export a directory together with one below it while both lie in the same
    file system."""
    found: dict[str, list[NfsExport]] = defaultdict(list)
    for row in layout_of(design).ordered(NfsExport):
        if row.file_system:
            found[row.file_system].append(row)
    for rows in found.values():
        for row in rows:
            outer = [
                other
                for other in rows
                if within(row.path, other.path) and plain(row.path) != plain(other.path)
            ]
            if outer:
                yield rule.at(
                    cell(row, "path"),
                    *(cell(other, "path") for other in outer),
                    title=f"{row.path} lies inside {_paths(outer)}, which is exported too",
                )


@rule(
    "NFS-MAJOR",
    "Exported volume group without a major number",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(_GUIDE, "PowerHA planning guide: shared volume groups"),
    fix="Choose a number that is free on all nodes of the group (lvlstmajor lists them).",
)
def nfs_major(design: Design, rule: Rule) -> Iterator[Finding]:
    """File handles of clients contain the major number of the volume group. If each node takes
    the next free one, the handles are stale after a takeover, and verification says so."""
    plan, layout = design.plan, layout_of(design)
    found: dict[str, list[NfsExport]] = defaultdict(list)
    for export in layout.ordered(NfsExport):
        home = layout.volume_group_of.get(export.file_system)
        if home is not None:
            found[home].append(export)
    for row in plan.pick(VolumeGroup, found):
        if row.major_number is None:
            exports = found[row.key]
            yield rule.at(
                cell(row, "major_number"),
                *(cell(export, "file_system") for export in exports),
                title=f"{row.name} holds the export {_paths(exports)} and has no major number",
            )
