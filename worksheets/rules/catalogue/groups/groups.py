"""Resource groups: what they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from worksheets.failures.words import listed
from worksheets.plan.row import Row
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.disk import Disk, DiskRole
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.replication import Replication
from worksheets.plan.rows.resource_group import ResourceGroup, Startup
from worksheets.plan.rows.split_merge_policy import SplitMergePolicy
from worksheets.plan.rows.tape_drive import TapeDrive
from worksheets.plan.rows.user_defined_resource import UserDefinedResource
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_RESOURCES: tuple[tuple[str, type[Row], str], ...] = (
    ("service_labels", IpLabel, "service label"),
    ("volume_groups", VolumeGroup, "volume group"),
    ("controllers", ApplicationController, "application controller"),
    ("raw_disks", Disk, "raw disk"),
    ("tapes", TapeDrive, "tape drive"),
    ("user_defined_resources", UserDefinedResource, "user-defined resource"),
)
# File systems come with their volume group, and the repository may be replicated without a group.
_LISTED: tuple[tuple[str, type[Row], str], ...] = (
    *_RESOURCES,
    ("replications", Replication, "replication"),
    ("file_systems", FileSystem, "file system"),
)


@rule(
    "RG-RESOURCE-TWICE",
    "Resource in two groups",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: resource groups", "per IBM guides"),
    fix="Leave it in one group; let the others depend on that group.",
)
def rg_resource_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """A label, a volume group or any other resource belongs to exactly one group; two groups
    could want it on two nodes at once."""
    plan = design.plan
    for column, kind, word in _LISTED:
        named = [key for group in plan.rows(ResourceGroup) for key in getattr(group, column)]
        if len(set(named)) == len(named):
            continue
        holders: dict[str, list[ResourceGroup]] = defaultdict(list)
        for group in layout_of(design).groups:
            for key in dict.fromkeys(getattr(group, column)):
                holders[key].append(group)
        for key, groups in holders.items():
            if len(groups) > 1:
                yield rule.at(
                    *(cell(group, column) for group in groups),
                    title=f"The {word} {plan.title(kind, key)} is in "
                    f"{listed(group.name for group in groups)}",
                    about=key,
                )


def _that_move(design: Design, kind: type[Row], breakers: set[str]) -> Sequence[Row]:
    """Rows of a worksheet that are planned to move with a group."""
    if kind is IpLabel:
        return layout_of(design).labels[LabelFunction.SERVICE]
    if kind is Disk:
        disks = design.plan.rows(Disk)
        return [disk for disk in disks if disk.role is DiskRole.RAW and disk.key not in breakers]
    return design.plan.rows(kind)


@rule(
    "RG-RESOURCE-IDLE",
    "Resource in no group",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("PowerHA planning guide: resource groups",),
    fix="Put it into the group that needs it, or delete it.",
)
def rg_resource_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA moves only what is in a resource group; everything else stays where it was."""
    groups = design.plan.rows(ResourceGroup)
    if not groups:
        return
    breakers = {row.tie_breaker_disk for row in design.plan.rows(SplitMergePolicy)}
    for column, kind, word in _RESOURCES:
        used = {key for group in groups for key in getattr(group, column)}
        for row in _that_move(design, kind, breakers):
            if row.key not in used:
                yield rule.at(
                    cell(row),
                    sheet(ResourceGroup, column),
                    title=f"The {word} {design.plan.title(kind, row.key)} is in no group",
                )


@rule(
    "RG-LABEL-KIND",
    "Label in a group that is not a service label",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: service IP labels",),
    fix="Make it a service label, or take it out of the group.",
)
def rg_label_kind(design: Design, rule: Rule) -> Iterator[Finding]:
    """Boot and persistent labels stay on their node; only service labels move with a group."""
    for group in design.plan.rows(ResourceGroup):
        for label in design.plan.pick(IpLabel, group.service_labels):
            if label.function is not LabelFunction.SERVICE:
                yield rule.at(
                    cell(group, "service_labels"),
                    cell(label, "function"),
                    title=f"{group.name} holds {label.name}, a {label.function.label} label",
                    about=label.key,
                )


@rule(
    "RG-NO-APPLICATION",
    "Group without an application",
    severity=Severity.ADVICE,
    sources=("S8", "PowerHA planning guide: resource groups"),
    fix="Name the application controllers, or note what the group is for.",
)
def rg_no_application(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group without a controller brings up disks and addresses, but starts nothing."""
    for group in design.plan.rows(ResourceGroup):
        if not group.controllers and not group.notes.strip():
            yield rule.at(cell(group, "controllers"), title=f"{group.name} holds no application")


@rule(
    "RG-NO-ADDRESS",
    "Group without a service address",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("D1", "PowerHA planning guide: service IP labels"),
    fix="Add a service label, or note how users find the application after a takeover.",
)
def rg_no_address(design: Design, rule: Rule) -> Iterator[Finding]:
    """Users reach an application at an address that moves with it. Without one they have to
    learn on which node it runs. NFS exports and workload partitions ask for it by rules of their
    own, and a service label in no group has to find its group first."""
    layout = layout_of(design)
    groups = design.plan.rows(ResourceGroup)
    held = {key for group in groups for key in group.service_labels}
    services = {label.key for label in layout.labels[LabelFunction.SERVICE]}
    if services - held:
        return
    for group in groups:
        excused = group.startup is Startup.OAAN or group.notes.strip()
        asked = group.key in layout.exports_of or group.key in layout.wpars_of
        if group.controllers and not (group.service_labels or excused or asked):
            yield rule.at(
                cell(group, "service_labels"), title=f"{group.name} has no service address"
            )


@rule(
    "RG-CONCURRENT-RESOURCES",
    "Concurrent group with resources of one node",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: concurrent resource groups", "per IBM guides"),
    fix="Move addresses and file systems to a group that runs on one node at a time.",
)
def rg_concurrent_resources(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group that runs on all nodes at once cannot hold what only one node may have: a service
    address, a tape drive, an NFS export, or a file system on a shared volume group."""
    plan, layout = design.plan, layout_of(design)
    for group in plan.rows(ResourceGroup):
        if group.startup is not Startup.OAAN:
            continue
        points = {
            row.mount_point
            for key in group.volume_groups
            for row in layout.file_systems_of.get(key, ())
        }
        holds = {
            "service_labels": ("address", [plan.title(IpLabel, k) for k in group.service_labels]),
            "volume_groups": ("file system", points),
            "tapes": ("tape drive", [plan.title(TapeDrive, k) for k in group.tapes]),
        }
        for column, (word, names) in holds.items():
            if names:
                yield rule.at(
                    cell(group, column),
                    cell(group, "startup"),
                    title=f"{group.name} is online on all nodes and holds the {word} "
                    f"{listed(names)}",
                )
        exports = layout.exports_of.get(group.key, ())
        if exports:
            yield rule.at(
                cell(group, "startup"),
                *(cell(row, "resource_group") for row in exports),
                title=f"{group.name} is online on all nodes and exports "
                f"{listed(row.path for row in exports)} by NFS",
            )
