"""Storage units with what lies on them, as the drawing shows them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from worksheets.documents.picture import Ref, Store
from worksheets.documents.picture_places import power_of, site_of
from worksheets.documents.wiring import Wiring
from worksheets.plan.plan import Plan
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import VolumeGroup

_SHOWN = 6


def stores(plan: Plan, wiring: Wiring) -> Iterator[tuple[str, Store]]:
    """Each storage unit with the key of its site; last the disks that are in none."""
    disks: dict[str, list[Disk]] = defaultdict(list)
    for disk in plan.rows(Disk):
        disks[disk.storage_unit if plan.get(StorageUnit, disk.storage_unit) else ""].append(disk)
    for unit in plan.rows(StorageUnit):
        rack = plan.get(Rack, unit.rack)
        place = [f"rack {rack.name}" if rack else "", power_of(plan, unit)]
        notes = (", ".join(text for text in place if text), *_contents(plan, disks[unit.key]))
        yield (
            site_of(plan, unit.rack),
            Store(Ref.to(unit), unit.name, tuple(filter(None, notes)), wiring.fabrics_to(unit.key)),
        )
    if disks[""]:
        notes = tuple(_contents(plan, disks[""]))
        yield "", Store(Ref(), "No storage unit entered", notes, wiring.fabrics_to(""))


def _contents(plan: Plan, disks: list[Disk]) -> list[str]:
    """What lies on some disks, a line per volume group and the repository."""
    groups = plan.titles(VolumeGroup)
    roles = {row.disk: row.state.value for row in plan.rows(RepositoryDisk)}
    counted = Counter(
        (groups[disk.volume_group], disk.mirror_pool)
        for disk in disks
        if disk.volume_group in groups
    )
    lines = [
        f"{name}: {number} disk{'s' if number > 1 else ''}" + (f", pool {pool}" if pool else "")
        for (name, pool), number in counted.items()
    ]
    if len(lines) > _SHOWN:
        lines = [*lines[: _SHOWN - 1], f"and {len(lines) - _SHOWN + 1} more volume groups"]
    lines += [f"repository {disk.name} ({roles[disk.key]})" for disk in disks if disk.key in roles]
    return lines
