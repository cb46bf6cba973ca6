"""Volume groups and file systems that stay with their node."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.local_volume_group import LocalVolumeGroup
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Place, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_ROOTVG = "rootvg"
_HDISK = re.compile(r"\bhdisk\d+\b")
_PAGING = re.compile(r"hd6|pag", re.IGNORECASE)
_DUMP = re.compile(r"dump|hd7", re.IGNORECASE)


def _is_dump(row: LocalFileSystem) -> bool:
    """By its name; AIX keeps no second copy of a dump device."""
    return not row.mount_point and _DUMP.search(row.name) is not None


def _is_paging(row: LocalFileSystem) -> bool:
    return not row.mount_point and not _is_dump(row) and _PAGING.match(row.name) is not None


@rule(
    "LOCAL-ROOTVG",
    "rootvg that is mirrored in one place and not in another",
    severity=Severity.WARNING,
    sources=("N7",),
    fix="Look at the node with lsvg -l rootvg, and correct the row that is wrong.",
)
def local_rootvg(design: Design, rule: Rule) -> Iterator[Finding]:
    """The node worksheet says how rootvg is protected, and so does its volume group. If they
    differ, the failure analysis may count on a mirror that is not there."""
    told = {RootvgProtection.MIRRORED: True, RootvgProtection.NONE: False}
    for row in design.plan.rows(LocalVolumeGroup):
        node = design.plan.get(Node, row.node)
        if node is None or node.rootvg is None or row.name != _ROOTVG or row.mirrored is None:
            continue
        if told.get(node.rootvg, row.mirrored) is not row.mirrored:
            here = "mirrored" if row.mirrored else "not mirrored"
            yield rule.at(
                cell(row, "mirrored"),
                cell(node, "rootvg"),
                title=f"rootvg of {node.name} is {here} here, but {node.rootvg.label} "
                "on the node worksheet",
            )


@rule(
    "LOCAL-NODES",
    "Node whose rootvg is not entered",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("N7", "R1"),
    fix="Enter a row for rootvg of this node.",
)
def local_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """rootvg holds paging, dump and everything that starts the node. Other nodes have theirs
    entered."""
    rows = design.plan.rows(LocalVolumeGroup)
    entered = {row.node for row in rows if row.name == _ROOTVG}
    for node in design.plan.rows(Node) if entered else ():
        if node.key not in entered:
            yield rule.at(
                cell(node), sheet(LocalVolumeGroup, "node"), title=f"{node.name} has no rootvg row"
            )


@rule(
    "LOCAL-ONE-DISK",
    "Mirrored volume group on one disk",
    severity=Severity.WARNING,
    sources=("N7", "S7"),
    fix="Add a second disk, or say that it is not mirrored.",
)
def local_one_disk(design: Design, rule: Rule) -> Iterator[Finding]:
    """Two copies on one disk are lost together."""
    for row in design.plan.rows(LocalVolumeGroup):
        disks = set(_HDISK.findall(row.disks))
        if row.mirrored and len(disks) == 1:
            yield rule.at(
                cell(row, "disks"),
                cell(row, "mirrored"),
                title=f"{design.plan.title(LocalVolumeGroup, row.key)} is mirrored, but has "
                f"{disks.pop()} only",
            )


@rule(
    "LOCAL-COPIES",
    "Single copy in a mirrored volume group",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N7",),
    fix="Mirror the logical volume with mklvcopy, on a disk of its own.",
)
def local_copies(design: Design, rule: Rule) -> Iterator[Finding]:
    """A logical volume added after the mirror was made has one copy unless somebody thinks of
    it. Dump devices are meant to have one."""
    for row in design.plan.rows(LocalFileSystem):
        group = design.plan.get(LocalVolumeGroup, row.local_volume_group)
        if group is not None and group.mirrored and row.copies < 2 and not _is_dump(row):
            yield rule.at(
                cell(row, "copies"),
                cell(group, "mirrored"),
                title=f"{design.plan.title(LocalFileSystem, row.key)} has one copy in a mirrored "
                "volume group",
            )


@rule(
    "LOCAL-SEPARATE",
    "Copies on one disk",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N7", "S7"),
    fix="Set strict allocation and move one copy to another disk.",
)
def local_separate(design: Design, rule: Rule) -> Iterator[Finding]:
    """A second copy protects only on a disk of its own."""
    plan = design.plan
    unknown = []
    for row in layout_of(design).ordered(LocalFileSystem):
        if row.copies > 1 and row.separate_disks is False:
            yield rule.at(
                cell(row, "separate_disks"),
                cell(row, "copies"),
                title=f"The copies of {plan.title(LocalFileSystem, row.key)} share a disk",
            )
        elif row.copies > 1 and row.separate_disks is None:
            unknown.append(row)
    if unknown:
        names = listed(plan.title(LocalFileSystem, row.key) for row in unknown)
        yield rule.at(
            sheet(LocalFileSystem, "separate_disks"),
            *(cell(row, "separate_disks") for row in unknown),
            title=f"Nobody has said whether the copies of {names} lie on separate disks",
            severity=Severity.ADVICE,
        )


@rule(
    "LOCAL-PAGING",
    "Paging space with one copy",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N7",),
    fix="Mirror the paging space, or put its volume group on a RAID LUN.",
)
def local_paging(design: Design, rule: Rule) -> Iterator[Finding]:
    """Processes whose memory lay on a lost paging disk die, and often the node with them."""
    for row in design.plan.rows(LocalFileSystem):
        group = design.plan.get(LocalVolumeGroup, row.local_volume_group)
        if group is None or group.mirrored or row.copies > 1 or not _is_paging(row):
            continue
        node = design.plan.get(Node, group.node)
        if node is None or node.rootvg is not RootvgProtection.RAID or group.name != _ROOTVG:
            yield rule.at(
                cell(row, "copies"),
                title=f"The paging space {design.plan.title(LocalFileSystem, row.key)} has one "
                "copy on unprotected disks",
            )


@rule(
    "LOCAL-SPACE",
    "Node without dump or paging space",
    severity=Severity.ADVICE,
    sources=("N7",),
    fix="Enter the dump device and the paging space of the node with their sizes.",
)
def local_space(design: Design, rule: Rule) -> Iterator[Finding]:
    """Without a dump device nobody learns why a node died; without enough paging space a node
    that has taken over stalls. What else lies in rootvg is entered here."""
    held: dict[str, list[LocalFileSystem]] = defaultdict(list)
    for row in design.plan.rows(LocalFileSystem):
        held[row.local_volume_group].append(row)
    for group in design.plan.rows(LocalVolumeGroup):
        if group.name != _ROOTVG or not held[group.key]:
            continue
        for there, words in ((_is_dump, "dump device"), (_is_paging, "paging space")):
            if not any(there(row) for row in held[group.key]):
                yield rule.at(
                    cell(group),
                    title=f"{design.plan.title(LocalVolumeGroup, group.key)} has no {words}",
                    about=words,
                )


@rule(
    "LOCAL-PURPOSE",
    "Local volume group without a purpose",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("P3", "S7"),
    fix="Say what lies there, and why it may be lost with the node; or move it to shared disks.",
)
def local_purpose(design: Design, rule: Rule) -> Iterator[Finding]:
    """What an application keeps on local disks stays behind when the application moves."""
    for row in design.plan.rows(LocalVolumeGroup):
        if row.name != _ROOTVG and not row.purpose.strip():
            yield rule.at(
                cell(row, "purpose"),
                title=f"{design.plan.title(LocalVolumeGroup, row.key)} stays with its node, and "
                "nobody says why",
            )


@rule(
    "LOCAL-MOUNT",
    "Local file system where a shared one is mounted",
    severity=Severity.WARNING,
    sources=("D3", "N7"),
    fix="Give one of them another mount point.",
)
def local_mount(design: Design, rule: Rule) -> Iterator[Finding]:
    """The shared file system hides the local one, or cannot be mounted. Programs write into
    whichever is there."""
    if not any(row.mount_point for row in design.plan.rows(LocalFileSystem)):
        return
    shared: dict[str, Place] = {}
    order = layout_of(design).in_order
    mounts: list[FileSystem | NfsMount] = [
        *order(design.plan.rows(FileSystem)),
        *order(design.plan.rows(NfsMount)),
    ]
    for mount in mounts:
        shared.setdefault(_path(mount.mount_point), cell(mount, "mount_point"))
    for row in design.plan.rows(LocalFileSystem):
        place = shared.get(_path(row.mount_point)) if row.mount_point else None
        if place is not None:
            yield rule.at(
                cell(row, "mount_point"),
                place,
                title=f"{design.plan.title(LocalFileSystem, row.key)} is mounted at "
                f"{row.mount_point}, and so is a shared file system",
            )


def _path(text: str) -> str:
    return "/" + "/".join(part for part in text.split("/") if part)
