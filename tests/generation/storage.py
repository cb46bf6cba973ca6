"""Storage units, volume groups with their disks and paths, logical volumes, repository."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.generation.machines import Machines
from tests.generation.recipe import Recipe
from tests.generation.wiring import Wiring
from worksheets.plan.row import Row
from worksheets.plan.rows.disk import Disk, DiskProtection
from worksheets.plan.rows.disk_path import DiskPath, ReservePolicy
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.logical_volume import LogicalVolume, LogicalVolumeType, SeparateDisks
from worksheets.plan.rows.repository_disk import RepositoryDisk, RepositoryState
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup, VolumeGroupType

_RAID = (DiskProtection.RAID5, DiskProtection.RAID6, DiskProtection.RAID10)


@dataclass
class Storage:
    """Rows of this chapter; `volume_groups`: keys by resource group, in their order."""

    rows: list[Row] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    volume_groups: list[list[str]] = field(default_factory=list)
    mirrored: dict[str, bool] = field(default_factory=dict)
    nodes: dict[str, list[str]] = field(default_factory=dict)
    luns: int = 0


def storage(recipe: Recipe, built: Machines, wired: Wiring, node_lists: list[list[str]]) -> Storage:
    """Shared disks for every resource group, seen by the nodes of its list."""
    stored = Storage()
    _units(recipe, built, stored)
    for group, nodes in enumerate(node_lists):
        count = recipe.dice.choice((1, 1, 2))
        stored.volume_groups.append(
            [_volume_group(recipe, wired, stored, group, number, nodes) for number in range(count)]
        )
    _repository(recipe, built, wired, stored)
    return stored


def fill(recipe: Recipe, wired: Wiring, stored: Storage, missing: int) -> None:
    """Add disks to the volume groups in turn until `missing` more rows of hardware are there."""
    keys = list(stored.mirrored)
    turn = 0
    while keys and missing > 0:
        key = keys[turn % len(keys)]
        before = len(stored.rows)
        _disks(recipe, wired, stored, key)
        missing -= len(stored.rows) - before
        turn += 1


def _units(recipe: Recipe, built: Machines, stored: Storage) -> None:
    """One unit per place, and two where there is one place; without that precaution one."""
    wanted = [(place, place.racks[0]) for place in built.places]
    if len(wanted) == 1:
        wanted.append((built.places[0], built.places[0].racks[1]))
    if recipe.flawed():
        del wanted[1:]
    for number, (_, rack) in enumerate(wanted, start=1):
        key = f"storage-{number}"
        model = recipe.dice.choice(("DS8910F", "FlashSystem 9200", "FlashSystem 5200"))
        stored.rows.append(StorageUnit(key=key, name=f"stor{number}", rack=rack, model=model))
        stored.units.append(key)


def _volume_group(
    recipe: Recipe, wired: Wiring, stored: Storage, group: int, number: int, nodes: list[str]
) -> str:
    stem = f"{group + 1:02d}{'ab'[number]}"
    key = f"vg-{stem}"
    mirrored = len(stored.units) == 2 and not recipe.flawed()
    stored.mirrored[key] = mirrored
    stored.nodes[key] = nodes
    stored.rows.append(
        VolumeGroup(
            key=key,
            name=f"vg{stem}",
            type=recipe.answer(VolumeGroupType.SCALABLE, None),
            concurrent=recipe.answer(True, None),
            quorum=recipe.flawed(),
            mirror_pools=MirrorPools.SUPER if mirrored else MirrorPools.NO,
            major_number=50 + len(stored.mirrored),
            critical=False,
        )
    )
    for _ in range(recipe.dice.randint(1, 2)):
        _disks(recipe, wired, stored, key)
    for volume in range(recipe.dice.randint(1, 3)):
        _volume(recipe, stored, key, f"{stem}{volume}", mirrored)
    return key


def _volume(recipe: Recipe, stored: Storage, group: str, stem: str, mirrored: bool) -> None:
    raw = recipe.dice.random() < 0.1
    stored.rows.append(
        LogicalVolume(
            key=f"lv-{stem}",
            name=f"lv{stem}",
            volume_group=group,
            type=LogicalVolumeType.RAW if raw else LogicalVolumeType.JFS2,
            copies=2 if mirrored else 1,
            separate_disks=SeparateDisks.SUPERSTRICT if mirrored else SeparateDisks.NO,
            size=recipe.dice.randint(4, 30),
        )
    )
    if not raw:
        stored.rows.append(
            FileSystem(
                key=f"fs-{stem}",
                mount_point=f"/data/{stem}",
                logical_volume=f"lv-{stem}",
                options=recipe.dice.choice(("rw", "rw,cio", "rw,noatime")),
            )
        )


def _disks(recipe: Recipe, wired: Wiring, stored: Storage, group: str) -> None:
    """A disk for a volume group, in each unit one when it is mirrored."""
    size = recipe.dice.choice((100, 200, 500))
    for unit in stored.units if stored.mirrored[group] else stored.units[:1]:
        protection = DiskProtection.NONE if recipe.flawed() else recipe.dice.choice(_RAID)
        _disk(recipe, wired, stored, unit, size, protection, group, stored.nodes[group])


def _disk(
    recipe: Recipe,
    wired: Wiring,
    stored: Storage,
    unit: str,
    size: int,
    protection: DiskProtection,
    group: str,
    nodes: list[str],
) -> str:
    lun = stored.luns
    stored.luns += 1
    key = f"disk-{lun:04d}"
    mirrored = stored.mirrored.get(group, False)
    stored.rows.append(
        Disk(
            key=key,
            name=recipe.name(f"lun{lun:04d}"),
            storage_unit=unit,
            protection=recipe.answer(protection, None),
            size=size,
            pvid=f"00f6{recipe.dice.randrange(16**8):08x}{lun:04x}",
            lun=f"0x{lun:04x}",
            volume_group=group,
            mirror_pool=f"pool_{unit}" if mirrored else "",
        )
    )
    stored.rows += [
        DiskPath(
            key=f"path-{node}-{lun:04d}",
            node=node,
            disk=key,
            hdisk=f"hdisk{lun + 2}",
            ports=wired.storage_ports[node],
            reserve_policy=recipe.answer(ReservePolicy.NO_RESERVE, None),
        )
        for node in nodes
    ]
    return key


def _repository(recipe: Recipe, built: Machines, wired: Wiring, stored: Storage) -> None:
    """An active repository disk that all nodes see, and a backup; or none at all."""
    if recipe.flawed():
        return
    nodes = [host.node for host in built.hosts]
    states = (RepositoryState.ACTIVE, RepositoryState.BACKUP)
    for number, state in enumerate(states[: 1 if recipe.flawed() else 2]):
        unit = stored.units[number % len(stored.units)]
        disk = _disk(recipe, wired, stored, unit, 10, DiskProtection.RAID6, "", nodes)
        stored.rows.append(RepositoryDisk(key=f"repository-{number + 1}", disk=disk, state=state))
