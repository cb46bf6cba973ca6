"""Disks: what they are used for, and whether two rows are one disk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.disk import Disk, DiskRole
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.repository_disk import RepositoryDisk, RepositoryState
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.split_merge_policy import SplitMergePolicy
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Place, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.repeated import repeated

_GUIDE = "PowerHA planning guide: shared disks"
_STATES = {RepositoryState.ACTIVE: DiskRole.REPOSITORY, RepositoryState.BACKUP: DiskRole.BACKUP}
_SHORT_PVID = 16  # digits that tell disks apart, however many zeros follow them


def _lun(disk: Disk) -> tuple[str, str]:
    """A LUN within its storage unit."""
    return disk.storage_unit, disk.lun.strip().lower()


@rule(
    "DISK-TWICE",
    "Two rows for one disk",
    severity=Severity.BLOCKER,
    sources=(_GUIDE,),
    fix="Keep one row, or correct the identifier of one of them.",
)
def disk_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """A PVID names one disk, with or without the zeros behind it, and so does a LUN within its
    storage unit. A disk planned twice holds its mirror copy on itself."""
    plan = design.plan
    identified = [disk for disk in plan.rows(Disk) if disk.pvid]
    for pvid, disks in repeated(identified, lambda disk: disk.pvid.lower()[:_SHORT_PVID]):
        yield rule.at(
            *(cell(disk, "pvid") for disk in disks),
            title=f"{listed(disk.name for disk in disks)} have one PVID, {pvid}",
        )
    placed = [disk for disk in plan.rows(Disk) if disk.storage_unit and disk.lun.strip()]
    for (unit, _), disks in repeated(placed, _lun):
        yield rule.at(
            *(cell(disk, "lun") for disk in disks),
            title=f"{listed(disk.name for disk in disks)} are one LUN of "
            f"{plan.title(StorageUnit, unit)}, {disks[0].lun.strip()}",
        )


def _uses(design: Design) -> dict[str, dict[str, Place]]:
    """What each disk (key) is used for besides its volume group, in words, and where that is
    said."""
    plan, layout = design.plan, layout_of(design)
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for row in layout.ordered(RepositoryDisk):
        found[row.disk].setdefault("the repository", cell(row, "disk"))
    for group in layout.groups:
        for key in group.raw_disks:
            found[key].setdefault(f"raw disk of {group.name}", cell(group, "raw_disks"))
    for disk in plan.rows(Disk):
        if disk.role is DiskRole.TIE_BREAKER:
            found[disk.key]["tie breaker"] = cell(disk, "role")
    return found


@rule(
    "DISK-ROLE",
    "Role of a disk that contradicts its use",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(_GUIDE,),
    fix="Correct the role, or use the disk for what its role says.",
)
def disk_role(design: Design, rule: Rule) -> Iterator[Finding]:
    """Whoever zones and maps the disks goes by their role. A disk that is data in one place and
    repository in another is configured for the wrong one. Tie breakers, and raw disks with a
    second use, have rules of their own."""
    plan = design.plan
    rows = layout_of(design).ordered(RepositoryDisk)
    states = {row.disk: row.state for row in rows}
    copies = {pair.secondary for pair in plan.rows(ReplicatedPair)}
    raw = {key for group in plan.rows(ResourceGroup) for key in group.raw_disks}
    told = {row.tie_breaker_disk for row in plan.rows(SplitMergePolicy)}
    told |= {disk.key for disk in plan.pick(Disk, raw) if disk.volume_group or disk.key in states}
    for disk in plan.rows(Disk):
        if disk.role is None or disk.key in told:
            continue
        state = states.get(disk.key)
        used = _STATES.get(state) if state is not None else None
        if used is None and disk.volume_group:
            used = DiskRole.DATA
        elif used is None and disk.key in raw:
            used = DiskRole.RAW
        copied = disk.key in copies
        idle_repository = used is None and disk.role in _STATES.values() and not copied
        if idle_repository or used not in (None, disk.role):
            actually = f"is used as {used.label}" if used is not None else "is no repository disk"
            yield rule.at(
                cell(disk, "role"),
                title=f"{disk.name} has the role {disk.role.label} and {actually}",
            )


@rule(
    "REPO-ORDER",
    "Backup repositories without an order",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("PowerHA planning guide: repository disk",),
    fix="Number the backups from 1, each once for each site.",
)
def repo_order(design: Design, rule: Rule) -> Iterator[Finding]:
    """When the active repository fails PowerHA takes the first backup. Two first ones leave open
    which it is; an active disk has no place among the backups."""
    plan = design.plan
    places: dict[tuple[str, int], list[RepositoryDisk]] = defaultdict(list)
    for row in layout_of(design).ordered(RepositoryDisk):
        if row.backup_order is None:
            continue
        if row.state is RepositoryState.ACTIVE:
            yield rule.at(
                cell(row, "backup_order"),
                title=f"{plan.title(RepositoryDisk, row.key)} is active and has the place "
                f"{row.backup_order} among the backups",
                severity=Severity.ADVICE,
            )
        else:
            places[row.site, row.backup_order].append(row)
    for (_, place), rows in places.items():
        if len(rows) > 1:
            yield rule.at(
                *(cell(row, "backup_order") for row in rows),
                title=f"{listed(plan.title(RepositoryDisk, row.key) for row in rows)} are all "
                f"backup number {place}",
            )


@rule(
    "REPO-SMALLER",
    "Backup repository smaller than the active one",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: repository disk",),
    fix="Take a backup disk of at least the same size.",
)
def repo_smaller(design: Design, rule: Rule) -> Iterator[Finding]:
    """A backup takes over what is on the active repository, so it must not be smaller."""
    plan = design.plan
    active: dict[str, int] = {}
    backups: list[tuple[RepositoryDisk, Disk, int]] = []
    for row in plan.rows(RepositoryDisk):
        disk = plan.get(Disk, row.disk)
        if disk is None or disk.size is None:
            continue
        if row.state is RepositoryState.ACTIVE:
            active[row.site] = max(disk.size, active.get(row.site, 0))
        else:
            backups.append((row, disk, disk.size))
    for row, disk, size in backups:
        if size < active.get(row.site, 0):
            yield rule.at(
                cell(row, "disk"),
                cell(disk, "size"),
                title=f"The backup repository {disk.name} has {size} GiB, the active one "
                f"{active[row.site]}",
            )
