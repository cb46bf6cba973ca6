"""Shared file systems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.logical_volume import LogicalVolume, LogicalVolumeType
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.paths import upwards
from worksheets.rules.registry import Rule, rule


@rule(
    "FS-NESTED",
    "Nested file system",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("D3",),
    fix="Mount it beside the other one, for instance /appdata beside /app.",
)
def fs_nested(design: Design, rule: Rule) -> Iterator[Finding]:
    """A file system mounted inside another forces an order on mounts and unmounts. If one hangs,
    the takeover hangs with it."""
    paths = layout_of(design).file_systems_at
    for path, rows in paths.items():
        outer = next((at for at in upwards(path)[1:] if at in paths), "/")
        for row in rows if path and outer in paths and outer != path else ():
            other = paths[outer][0]
            yield rule.at(
                cell(row, "mount_point"),
                cell(other, "mount_point"),
                title=f"{row.mount_point} is mounted inside {other.mount_point}",
            )


@rule(
    "FS-TWICE",
    "Two file systems on one mount point",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: shared file systems",),
    fix="Choose another mount point for one of them.",
)
def fs_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """A mount point holds one file system; the second would hide the first."""
    for path, rows in layout_of(design).file_systems_at.items():
        if len(rows) > 1:
            yield rule.at(
                *(cell(row, "mount_point") for row in rows),
                title=f"{len(rows)} file systems have the mount point {path} "
                f"({' and '.join(sorted(row.mount_point for row in rows))})",
            )


@rule(
    "FS-VOLUME",
    "Logical volume that cannot hold the file system",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: shared file systems",),
    fix="Name a logical volume of the type jfs2 that no other file system uses.",
)
def fs_volume(design: Design, rule: Rule) -> Iterator[Finding]:
    """A file system lies on a logical volume of its own, of the type jfs2 or jfs; a log or a raw
    volume holds none."""
    plan = design.plan
    used: dict[str, list[FileSystem]] = defaultdict(list)
    for row in layout_of(design).ordered(FileSystem):
        volume = plan.get(LogicalVolume, row.logical_volume)
        if volume is None:
            continue
        used[volume.key].append(row)
        if volume.type in (LogicalVolumeType.RAW, LogicalVolumeType.JFS2_LOG):
            yield rule.at(
                cell(row, "logical_volume"),
                cell(volume, "type"),
                title=f"{row.mount_point} lies on {volume.name}, "
                f"which is of the type {volume.type.label}",
                about="type",
            )
    for key, rows in used.items():
        if len(rows) > 1:
            yield rule.at(
                *(cell(row, "logical_volume") for row in rows),
                title=f"{' and '.join(sorted(row.mount_point for row in rows))} "
                f"lie on one logical volume, {plan.title(LogicalVolume, key)}",
                about="shared",
            )
