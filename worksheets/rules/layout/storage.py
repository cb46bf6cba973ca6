"""Disks, paths and logical volumes by volume group."""

from __future__ import annotations

from collections import defaultdict

from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.layout.machines import Machines
from worksheets.rules.memory import remembered


class Storage(Machines):
    """What belongs to which volume group, and who reaches it."""

    @remembered
    def site_of_disk(self) -> dict[str, str]:
        """Site (key) of each disk whose storage unit and rack lead to one."""
        units = {
            row.key: self.site_of_rack.get(row.rack, "") for row in self.plan.rows(StorageUnit)
        }
        found = {row.key: units.get(row.storage_unit, "") for row in self.plan.rows(Disk)}
        return {disk: site for disk, site in found.items() if site}

    @remembered
    def disks_of(self) -> dict[str, list[Disk]]:
        """Disks by volume group."""
        found: dict[str, list[Disk]] = defaultdict(list)
        for row in self.ordered(Disk):
            if row.volume_group:
                found[row.volume_group].append(row)
        return found

    @remembered
    def volumes_of(self) -> dict[str, list[LogicalVolume]]:
        """Logical volumes by volume group."""
        found: dict[str, list[LogicalVolume]] = defaultdict(list)
        for row in self.ordered(LogicalVolume):
            if row.volume_group:
                found[row.volume_group].append(row)
        return found

    @remembered
    def nodes_of_volume_group(self) -> dict[str, frozenset[str]]:
        """Nodes (keys) that know each volume group (key): its own list and its groups' nodes.

        Volume groups of which nobody said so are left out.
        """
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.plan.rows(VolumeGroup):
            if row.nodes:
                found[row.key].update(row.nodes)
        for group in self.plan.rows(ResourceGroup):
            for key in group.volume_groups if group.nodes else ():
                found[key].update(group.nodes)
        return {key: frozenset(nodes) for key, nodes in found.items()}

    @remembered
    def pools_of(self) -> dict[str, frozenset[str]]:
        """Mirror pools of the disks by volume group; without blanks around them."""
        return {
            group: frozenset(disk.mirror_pool.strip() for disk in disks) - {""}
            for group, disks in self.disks_of.items()
        }

    @remembered
    def sites_of_volume_group(self) -> dict[str, set[str]]:
        """Sites (keys) of the disks by volume group, as far as known."""
        site_of = self.site_of_disk
        if not site_of:
            return {}
        return {
            group: {site_of[disk.key] for disk in disks if disk.key in site_of}
            for group, disks in self.disks_of.items()
        }

    @remembered
    def mirrored(self) -> frozenset[str]:
        """Volume groups (keys) with a logical volume of several copies."""
        return frozenset(
            row.volume_group for row in self.plan.rows(LogicalVolume) if row.copies > 1
        )

    @remembered
    def held_volume_groups(self) -> list[tuple[ResourceGroup, VolumeGroup]]:
        """Resource groups with each of their volume groups, once."""
        return [
            (group, row)
            for group in self.plan.rows(ResourceGroup)
            for row in self.plan.pick(VolumeGroup, dict.fromkeys(group.volume_groups))
        ]

    @remembered
    def whole_paths(self) -> list[DiskPath]:
        """Disk paths that say both their node and their disk."""
        return [row for row in self.plan.rows(DiskPath) if row.node and row.disk]

    @remembered
    def ports_of_paths(self) -> set[tuple[str, tuple[str, ...]]]:
        """Nodes and ports of the disk paths: a few, however many disks there are."""
        return {(row.node, row.ports) for row in self.plan.rows(DiskPath)}

    @remembered
    def nodes_with_path(self) -> dict[str, set[str]]:
        """Nodes (keys) that have a path entered, by disk."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.whole_paths:
            found[row.disk].add(row.node)
        return found
