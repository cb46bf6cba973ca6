"""File systems: their kind and their logs."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.file_system import FileSystem, FileSystemType
from worksheets.plan.rows.logical_volume import LogicalVolume, LogicalVolumeType
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: shared file systems"
_HOLDS_DATA = (LogicalVolumeType.JFS, LogicalVolumeType.JFS2)


@rule(
    "FS-TYPE",
    "File system on a logical volume of another type",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "AIX commands: crfs"),
    fix="Let both be JFS2; the older JFS only where an application asks for it.",
)
def fs_type(design: Design, rule: Rule) -> Iterator[Finding]:
    """An enhanced file system lies on a logical volume of the type jfs2, all others on jfs."""
    for row in design.plan.rows(FileSystem):
        volume = design.plan.get(LogicalVolume, row.logical_volume)
        if volume is None or row.type is None or volume.type not in _HOLDS_DATA:
            continue
        enhanced = row.type is FileSystemType.ENHANCED
        if enhanced is not (volume.type is LogicalVolumeType.JFS2):
            yield rule.at(
                cell(row, "type"),
                cell(volume, "type"),
                title=f"{row.mount_point} is {row.type.label}, {volume.name} is of the type "
                f"{volume.type.label}",
            )


@rule(
    "FS-LOG-BOTH",
    "File system with two logs",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "AIX commands: crfs"),
    fix="Choose the inline log, or clear it and keep the log volume.",
)
def fs_log_both(design: Design, rule: Rule) -> Iterator[Finding]:
    """A file system writes its log inside itself or on a volume of its own, never both. A size of
    the inline log means nothing without one."""
    for row in design.plan.rows(FileSystem):
        if row.inline_log and row.log_volume:
            yield rule.at(
                cell(row, "log_volume"),
                cell(row, "inline_log"),
                title=f"{row.mount_point} has an inline log and the log volume "
                f"{design.plan.title(LogicalVolume, row.log_volume)}",
            )
        elif row.inline_log_size is not None and row.inline_log is False:
            yield rule.at(
                cell(row, "inline_log_size"),
                cell(row, "inline_log"),
                title=f"{row.mount_point} has a size of the inline log and no such log",
                severity=Severity.ADVICE,
            )


@rule(
    "FS-LOG-VOLUME",
    "Log volume that cannot hold the log",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "AIX commands: crfs"),
    fix="Name a logical volume of the type jfs2log in the same volume group.",
)
def fs_log_volume(design: Design, rule: Rule) -> Iterator[Finding]:
    """The log moves with the file system, so it lies in the same volume group, on a logical
    volume made for logs."""
    plan = design.plan
    for row in plan.rows(FileSystem):
        log = plan.get(LogicalVolume, row.log_volume)
        volume = plan.get(LogicalVolume, row.logical_volume)
        if log is None:
            continue
        if log.type in (*_HOLDS_DATA, LogicalVolumeType.RAW):
            yield rule.at(
                cell(row, "log_volume"),
                cell(log, "type"),
                title=f"The log of {row.mount_point} is on {log.name}, which is of the type "
                f"{log.type.label}",
                about="type",
            )
        groups = {log.volume_group, volume.volume_group} if volume is not None else set()
        if len(groups - {""}) > 1:
            yield rule.at(
                cell(row, "log_volume"),
                cell(log, "volume_group"),
                title=f"The log of {row.mount_point} is on {log.name} in another volume group",
                about="group",
            )


@rule(
    "FS-LOG-NONE",
    "File system that leaves its log to AIX",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(_GUIDE, "per IBM guides"),
    fix="Choose the inline log, or name a log volume with a name that no other node has.",
)
def fs_log_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """Without a log AIX makes one and calls it loglv00 or the like. On the next node that name
    may be taken, and the volume group is imported with another one."""
    for row in design.plan.rows(FileSystem):
        if row.inline_log is False and not row.log_volume:
            yield rule.at(
                cell(row, "log_volume"),
                cell(row, "inline_log"),
                title=f"{row.mount_point} has neither an inline log nor a log volume",
            )
