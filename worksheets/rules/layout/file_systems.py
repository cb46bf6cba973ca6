"""File systems by volume group, group and path; NFS by group."""

from __future__ import annotations

from collections import defaultdict

from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.nfs_export import NfsExport
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.rules.layout.indexes import Indexes
from worksheets.rules.memory import remembered
from worksheets.rules.paths import plain, upwards


class FileSystems(Indexes):
    """Which file systems lie where, and who mounts or exports them."""

    @remembered
    def volume_group_of(self) -> dict[str, str]:
        """Volume group (key) of each file system (key) whose logical volume leads to one."""
        volumes = {row.key: row.volume_group for row in self.plan.rows(LogicalVolume)}
        found = {row.key: volumes.get(row.logical_volume) for row in self.plan.rows(FileSystem)}
        return {key: group for key, group in found.items() if group}

    @remembered
    def file_systems_of(self) -> dict[str, list[FileSystem]]:
        """File systems by volume group."""
        found: dict[str, list[FileSystem]] = defaultdict(list)
        for row in self.ordered(FileSystem):
            if row.key in self.volume_group_of:
                found[self.volume_group_of[row.key]].append(row)
        return found

    @remembered
    def file_systems_at(self) -> dict[str, list[FileSystem]]:
        """File systems by mount point without doubled or trailing slashes."""
        found: dict[str, list[FileSystem]] = defaultdict(list)
        for row in self.ordered(FileSystem):
            found[plain(row.mount_point)].append(row)
        return found

    @remembered
    def file_systems_of_group(self) -> dict[str, set[str]]:
        """File systems (keys) that each group mounts: those it names, or all it has."""
        held: dict[str, set[str]] = defaultdict(set)
        for row in self.plan.rows(FileSystem):
            volume = self.plan.get(LogicalVolume, row.logical_volume)
            if volume is not None and volume.volume_group:
                held[volume.volume_group].add(row.key)
        return {
            group.key: set(group.file_systems)
            or {key for name in group.volume_groups for key in held.get(name, ())}
            for group in self.groups
        }

    @remembered
    def _mounted(self) -> dict[str, FileSystem]:
        """Shared file systems by mount point; the last key wins where two have one."""
        rows = self.ordered(FileSystem)
        return {row.mount_point.rstrip("/"): row for row in rows}

    def shared_file_system(self, path: str) -> FileSystem | None:
        """The shared file system that holds a path; one mounted at the root does not count."""
        return next((self._mounted[at] for at in upwards(path) if at in self._mounted), None)

    @remembered
    def exports_of(self) -> dict[str, list[NfsExport]]:
        """NFS exports by resource group."""
        found: dict[str, list[NfsExport]] = defaultdict(list)
        for row in self.ordered(NfsExport):
            if row.resource_group:
                found[row.resource_group].append(row)
        return found

    @remembered
    def mounts_of(self) -> dict[str, list[NfsMount]]:
        """NFS mounts by resource group."""
        found: dict[str, list[NfsMount]] = defaultdict(list)
        for row in self.ordered(NfsMount):
            if row.resource_group:
                found[row.resource_group].append(row)
        return found
