"""Storage units, disks, the paths to them, and when a volume group is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from worksheets.failures.adapters import Adapters
from worksheets.failures.copies import Tolerance, tolerances
from worksheets.failures.dag import ALWAYS, NEVER, Builder
from worksheets.failures.parts import PartKind, Thing
from worksheets.failures.power import Power
from worksheets.plan.plan import Plan
from worksheets.plan.rows.disk import Disk, DiskProtection
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import VolumeGroup


class Storage:
    """Gates of shared disks as each node sees them.

    `paths`: the gate of each node's hold on a disk, by the key of the path row (where a node and
    a disk have several rows, by the first of the keys).
    """

    def __init__(self, plan: Plan, builder: Builder, power: Power, adapters: Adapters) -> None:
        self._plan = plan
        self._builder = builder
        self._power = power
        self._adapters = adapters
        self._units: dict[str, int] = {}
        self._disks: dict[str, int] = {}
        self._shapes: dict[str, list[Tolerance]] = {}
        self._volume_groups: dict[tuple[str, str], int] = {}
        self._members = defaultdict[str, list[Disk]](list)
        for disk in plan.rows(Disk):
            self._members[disk.volume_group].append(disk)
        self._volumes = defaultdict[str, list[LogicalVolume]](list)
        for volume in plan.rows(LogicalVolume):
            self._volumes[volume.volume_group].append(volume)
        self._rows: dict[tuple[str, str], list[DiskPath]] = {}
        for path in plan.rows(DiskPath):
            if path.node:
                self._rows.setdefault((path.node, path.disk), []).append(path)
        self._entered = {disk for _, disk in self._rows}
        self.paths: dict[str, int] = {}

    def unit(self, key: str) -> int:
        """A storage unit: down by itself, with its rack or its power."""
        gate = self._units.get(key)
        if gate is None:
            row = self._plan.get(StorageUnit, key)
            gate = NEVER
            if row is not None:
                thing = Thing(PartKind.STORAGE, key)
                gate = self._power.standing(thing, row.rack, row.circuits)
            self._units[key] = gate
        return gate

    def disk(self, row: Disk) -> int:
        """Gone with its unit; and by itself unless it is known to be protected."""
        gate = self._disks.get(row.key)
        if gate is None:
            thing = Thing(PartKind.DISK, row.key)
            bare = row.protection is None or row.protection is DiskProtection.NONE
            own = self._builder.leaf(thing) if bare else NEVER
            gate = self._builder.any_of((own, self.unit(row.storage_unit)), thing)
            self._disks[row.key] = gate
        return gate

    def hold(self, node: str, row: Disk) -> int:
        """A node's hold on a disk: lost with the disk, or when every port of every path is dead.

        A disk whose paths are entered for other nodes only is out of this node's reach (always
        broken); a disk without any path entered yet, or a path without ports, is in reach.
        """
        paths = self._rows.get((node, row.key))
        if paths is None:
            return ALWAYS if row.key in self._entered else self.disk(row)
        first = paths[0].key
        dead = self._adapters.all_dead(paths[0].ports)
        if len(paths) > 1:
            first = min(path.key for path in paths)
            dead = self._builder.all_of([self._adapters.all_dead(path.ports) for path in paths])
        gate = self._builder.any_of((self.disk(row), dead), Thing(PartKind.PATH, first))
        self.paths[first] = gate
        return gate

    def volume_group(self, node: str, key: str) -> int:
        """Lost to a node when more of its disks are lost or out of reach than it can bear.

        Without logical volumes entered every disk is needed; without disks entered none is.
        """
        gate = self._volume_groups.get((node, key))
        if gate is None:
            gone = [self.hold(node, disk) for disk in self._members.get(key, ())]
            lost = [self._lost(shape, gone) for shape in self._tolerances(key)]
            gate = self._builder.any_of(lost, Thing(PartKind.VOLUME_GROUP, key))
            self._volume_groups[node, key] = gate
        return gate

    def _tolerances(self, key: str) -> list[Tolerance]:
        shapes = self._shapes.get(key)
        if shapes is None:
            row = self._plan.get(VolumeGroup, key)
            shapes = []
            if row is not None:
                shapes = tolerances(row, self._members.get(key, ()), self._volumes.get(key, ()))
            self._shapes[key] = shapes
        return shapes

    def _lost(self, shape: Tolerance, gone: Sequence[int]) -> int:
        sets = [
            gone[pool[0]]
            if len(pool) == 1
            else self._builder.any_of([gone[number] for number in pool])
            for pool in shape.pools
        ]
        return self._builder.at_least(shape.broken, sets)

    def out_of_reach(self, node: str, volume_group: str) -> list[str]:
        """Names of the disks with paths entered, but none for this node."""
        return [
            disk.name
            for disk in self._members.get(volume_group, ())
            if disk.key in self._entered and (node, disk.key) not in self._rows
        ]
