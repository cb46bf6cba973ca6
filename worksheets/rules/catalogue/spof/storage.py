"""Single points of failure: shared disks and storage units."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.parts import PartKind
from worksheets.failures.words import listed
from worksheets.plan.plan import Plan
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.catalogue.spof.common import cells, losses, lost
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity
from worksheets.rules.registry import Rule, rule


@rule(
    "SPOF-DISK",
    "Disk without mirror or RAID",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S7",),
    table1="S7",
    fix="Protect the disk by RAID, or mirror its logical volumes onto another disk.",
)
def spof_disk(design: Design, rule: Rule) -> Iterator[Finding]:
    """Disks fail more often than anything else here. Data that lies on one unprotected disk is
    gone with it for every node at once, so no fallover helps."""
    for loss in losses(design, PartKind.DISK):
        for disk in design.plan.pick(Disk, (loss.part.key,)):
            group = design.plan.title(VolumeGroup, disk.volume_group)
            yield lost(
                design,
                rule,
                loss,
                detail=_why(design.plan, disk),
                fix=f"Put {disk.name} on RAID and enter it, or give the logical volumes of {group} "
                "two copies on separate disks, with quorum off where the group has two disks.",
            )


def _why(plan: Plan, disk: Disk) -> str:
    said = []
    if disk.protection is None:
        said.append(f"The protection of {disk.name} is not entered; it counts as one bare disk.")
    group = plan.get(VolumeGroup, disk.volume_group)
    if group is None:
        return " ".join(said)
    volumes = [row for row in plan.rows(LogicalVolume) if row.volume_group == group.key]
    single = [row.name for row in volumes if row.copies == 1]
    count = sum(row.volume_group == group.key for row in plan.rows(Disk))
    if single:
        said.append(f"In {group.name} there is one copy of {listed(single)}.")
    elif not volumes:
        said.append(f"{group.name} has no logical volumes entered, so every disk counts.")
    elif group.quorum and count == 2:
        said.append(
            f"{group.name} has two disks and quorum on: one of them holds two of the three VGDAs."
        )
    return " ".join(said)


@rule(
    "SPOF-STORAGE",
    "Storage unit without a second one",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S7",),
    table1="S7",
    fix="Mirror the volume groups onto a second storage unit.",
)
def spof_storage(design: Design, rule: Rule) -> Iterator[Finding]:
    """RAID inside a unit does not help when the unit itself fails. LVM copies on two units, or a
    unit that replicates to another one, keep the data."""
    plan = design.plan
    for loss in losses(design, PartKind.STORAGE):
        wanted = {key for row in plan.pick(ResourceGroup, loss.groups) for key in row.volume_groups}
        disks = [row for row in plan.rows(Disk) if row.storage_unit == loss.part.key]
        held = plan.pick(VolumeGroup, wanted & {row.volume_group for row in disks})
        yield lost(
            design,
            rule,
            loss,
            *cells(held, "name"),
            detail=f"{loss.part.name} holds disks of {listed(row.name for row in held)}.",
            fix=f"Mirror {listed(row.name for row in held)} onto disks of a second storage unit, "
            "in a mirror pool of their own.",
        )
