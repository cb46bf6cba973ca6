"""Names of volume groups, logical volumes and mount points that AIX refuses or has given away."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from operator import attrgetter

from worksheets.plan.row import Row
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.local_volume_group import LocalVolumeGroup
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import LVM_NAME_LENGTH
from worksheets.rules.registry import Rule, rule

_LVM = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*\Z")
_AIX_VOLUME = re.compile(r"(?:hd(?:[1-9]|10opt|11admin)|lg_dumplv|livedump|fwdump|paging\d\d)\Z")
_PATH = re.compile(r"[A-Za-z0-9_./+-]+\Z")
_AIX_PATHS = frozenset(
    {
        *("/", "/usr", "/var", "/tmp", "/home", "/opt", "/etc", "/dev", "/proc", "/sbin"),  # noqa: S108
        *("/lib", "/admin", "/audit", "/var/adm", "/var/hacmp", "/etc/cluster"),
        *("/usr/es", "/usr/es/sbin", "/usr/es/sbin/cluster"),
    }
)


def _normal(path: str) -> str:
    """The path without doubled or trailing slashes."""
    if path.startswith("/") and path[-1] != "/" and "//" not in path and "/." not in path:
        return path
    return "/" + posixpath.normpath(path).lstrip("/.")


def _is_pool(name: str) -> bool:
    """Whether this may be a mirror pool, or is none."""
    return not name or (_LVM.match(name) is not None and len(name) <= LVM_NAME_LENGTH)


@rule(
    "NAME-LVM-SYNTAX",
    "Name that the Logical Volume Manager refuses",
    severity=Severity.BLOCKER,
    sources=("AIX commands: mkvg, mklv",),
    fix="Use letters, digits, underscores, hyphens and dots.",
)
def name_lvm_syntax(design: Design, rule: Rule) -> Iterator[Finding]:
    """Names of volume groups and logical volumes become files in /dev, and names of mirror pools
    have at most 15 characters too. Blanks, slashes and colons are refused."""
    kinds: dict[type[Row], str] = {VolumeGroup: "volume group", LogicalVolume: "logical volume"}
    for kind, word in kinds.items():
        rows = design.plan.rows(kind)
        for row in rows if not all(map(_LVM.match, map(attrgetter("name"), rows))) else ():
            name = getattr(row, "name", "")
            if not _LVM.match(name):
                yield rule.at(cell(row, "name"), title=f"AIX does not take {name} as a {word}")
    pools = {disk.mirror_pool for disk in design.plan.rows(Disk)}
    refused = {pool for pool in pools if not _is_pool(pool.strip())}
    for disk in design.plan.rows(Disk) if refused else ():
        if disk.mirror_pool in refused:
            pool = disk.mirror_pool.strip()
            yield rule.at(
                cell(disk, "mirror_pool"),
                title=f"AIX does not take {pool} of {disk.name} as a mirror pool",
            )


@rule(
    "NAME-LVM-TAKEN",
    "Name that AIX itself uses",
    severity=Severity.BLOCKER,
    sources=("AIX commands: mkvg, mklv", "PowerHA planning guide: shared volume groups"),
    fix="Choose a name that no node has yet.",
)
def name_lvm_taken(design: Design, rule: Rule) -> Iterator[Finding]:
    """rootvg and its logical volumes are there on every node. A shared volume group that brings
    the same names cannot be imported."""
    for row in design.plan.rows(VolumeGroup):
        if row.name == "rootvg":
            yield rule.at(cell(row, "name"), title="A shared volume group is called rootvg")
    for volume in design.plan.rows(LogicalVolume):
        if _AIX_VOLUME.match(volume.name):
            yield rule.at(
                cell(volume, "name"),
                title=f"The logical volume {volume.name} is called like one of AIX",
            )


@rule(
    "NAME-LVM-LOCAL",
    "Shared name that a node uses for something of its own",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: shared volume groups", "AIX commands: importvg"),
    fix="Rename the shared or the local one.",
)
def name_lvm_local(design: Design, rule: Rule) -> Iterator[Finding]:
    """Names of volume groups and logical volumes are used once on each node. A node that has a
    local one of the same name cannot import the shared volume group, or renames the volume."""
    plan, layout = design.plan, layout_of(design)
    groups: dict[str, list[LocalVolumeGroup]] = defaultdict(list)
    for local in layout.ordered(LocalVolumeGroup):
        groups[local.name].append(local)
    volumes: dict[str, list[LocalFileSystem]] = defaultdict(list)
    for system in layout.ordered(LocalFileSystem):
        volumes[system.name].append(system)
    for row in plan.rows(VolumeGroup):
        for local in groups.get(row.name, ()):
            if _meet(layout.nodes_of_volume_group.get(row.key), local.node):
                yield rule.at(
                    cell(row, "name"),
                    cell(local, "name"),
                    title=f"The volume group {row.name} is called like a local one of "
                    f"{plan.title(Node, local.node) or 'a node'}",
                    about=local.key,
                )
    for volume in plan.rows(LogicalVolume):
        for system in volumes.get(volume.name, ()):
            owner = plan.get(LocalVolumeGroup, system.local_volume_group)
            node = owner.node if owner is not None else ""
            if _meet(layout.nodes_of_volume_group.get(volume.volume_group), node):
                yield rule.at(
                    cell(volume, "name"),
                    cell(system, "name"),
                    title=f"The logical volume {volume.name} is called like a local one of "
                    f"{plan.title(Node, node) or 'a node'}",
                    about=system.key,
                )


def _meet(nodes: frozenset[str] | None, node: str) -> bool:
    """Whether a shared volume group can be on a node; what is not known yet counts as yes."""
    return not nodes or not node or node in nodes


@rule(
    "NAME-MOUNT",
    "Mount point that breaks scripts",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: shared file systems", "per IBM guides"),
    fix="Use letters, digits, slashes, underscores, hyphens and dots.",
)
def name_mount(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA keeps lists of mount points separated by blanks, and its scripts take a star or a
    quote for their own. A path with such a character is not mounted as planned."""
    plan = design.plan
    rows: list[FileSystem | NfsMount] = [*plan.rows(FileSystem), *plan.rows(NfsMount)]
    for row in rows:
        if not _PATH.match(row.mount_point):
            yield rule.at(
                cell(row, "mount_point"),
                title=f"The mount point {row.mount_point} has a character that breaks scripts",
            )


@rule(
    "FS-SYSTEM",
    "Shared file system on a directory of AIX",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: shared file systems",),
    fix="Choose a directory of its own, such as /app.",
)
def fs_system(design: Design, rule: Rule) -> Iterator[Finding]:
    """Mounted there, the shared file system hides what AIX and PowerHA need to run, on the very
    node that takes over."""
    for row in design.plan.rows(FileSystem):
        if _normal(row.mount_point) in _AIX_PATHS:
            yield rule.at(
                cell(row, "mount_point"),
                title=f"{row.mount_point} belongs to AIX and cannot be a shared file system",
            )


@rule(
    "FS-LOCAL-INSIDE",
    "Local file system inside a shared one",
    severity=Severity.WARNING,
    sources=("D3",),
    fix="Mount the local file system beside the shared one.",
)
def fs_local_inside(design: Design, rule: Rule) -> Iterator[Finding]:
    """A local file system below a shared mount point keeps the shared one busy: it cannot be
    unmounted, and the group stays where it is."""
    shared = {_normal(row.mount_point): row for row in layout_of(design).ordered(FileSystem)}
    for local in design.plan.rows(LocalFileSystem):
        outer = posixpath.dirname(_normal(local.mount_point)) if local.mount_point else "/"
        while outer != "/" and outer not in shared:
            outer = posixpath.dirname(outer)
        if outer in shared and outer != "/":
            yield rule.at(
                cell(local, "mount_point"),
                cell(shared[outer], "mount_point"),
                title=f"{local.mount_point} of {design.plan.title(LocalFileSystem, local.key)} is "
                f"mounted inside the shared {shared[outer].mount_point}",
            )
