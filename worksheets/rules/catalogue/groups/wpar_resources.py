"""Groups in workload partitions: what they may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from worksheets.failures.words import listed
from worksheets.plan.row import Row
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.replication import Replication
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.tape_drive import TapeDrive
from worksheets.plan.rows.user_defined_resource import UserDefinedResource
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.plan.rows.wpar import Wpar
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: workload partitions"
# Column, worksheet, word, and whether it is refused or only not named among what is supported.
_OTHERS: tuple[tuple[str, type[Row], str, bool], ...] = (
    ("volume_groups", VolumeGroup, "volume group", False),
    ("replications", Replication, "replication", False),
    ("user_defined_resources", UserDefinedResource, "user-defined resource", False),
    ("raw_disks", Disk, "raw disk", True),
    ("tapes", TapeDrive, "tape drive", True),
)


def inside(design: Design) -> Iterator[tuple[ResourceGroup, Wpar]]:
    """Groups that run in a partition, with the first one of each."""
    for key, rows in layout_of(design).wpars_of.items():
        group = design.plan.get(ResourceGroup, key)
        if group is not None:
            yield group, rows[0]


@rule(
    "WPAR-ADDRESS",
    "Group in a workload partition without a service address",
    severity=Severity.BLOCKER,
    sources=("X5", _GUIDE),
    fix="Add a service label to the group.",
)
def wpar_address(design: Design, rule: Rule) -> Iterator[Finding]:
    """The service address becomes the address of the partition when the group starts. PowerHA
    asks for one in every such group."""
    for group, row in inside(design):
        if not group.service_labels:
            yield rule.at(
                cell(group, "service_labels"),
                cell(row, "resource_group"),
                title=f"{group.name} runs in a workload partition and has no service address",
            )


@rule(
    "WPAR-RESOURCES",
    "Resource that a workload partition cannot take",
    severity=Severity.BLOCKER,
    sources=("X6", _GUIDE),
    fix="Move it to a group outside of the partition, and let the two depend on each other.",
)
def wpar_resources(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group in a partition holds service labels, application controllers and file systems.
    Volume groups, which the file systems need, work in practice, but are not named among what is
    supported: test the takeover with them."""
    for group, row in inside(design):
        for column, kind, word, refused in _OTHERS:
            keys: Iterable[str] = getattr(group, column)
            names = listed(design.plan.title(kind, key) for key in keys)
            if names:
                yield rule.at(
                    cell(group, column),
                    cell(row, "resource_group"),
                    title=f"{group.name} runs in a workload partition and holds the {word} {names}",
                    fix="" if refused else "Test that it comes and goes with the partition.",
                    severity=None if refused else Severity.WARNING,
                )


@rule(
    "WPAR-NFS",
    "Workload partition that exports or mounts by NFS",
    severity=Severity.BLOCKER,
    sources=("X6", _GUIDE),
    fix="Export or mount with a group that runs in no partition.",
)
def wpar_nfs(design: Design, rule: Rule) -> Iterator[Finding]:
    """NFS exports and mounts of a resource group are not supported in a partition."""
    layout = layout_of(design)
    for group, row in inside(design):
        for export in layout.exports_of.get(group.key, ()):
            yield rule.at(
                cell(export, "resource_group"),
                cell(row, "resource_group"),
                title=f"{group.name} runs in a workload partition and exports {export.path}",
            )
        for mount in layout.mounts_of.get(group.key, ()):
            yield rule.at(
                cell(mount, "resource_group"),
                cell(row, "resource_group"),
                title=f"{group.name} runs in a workload partition and mounts {mount.mount_point}",
            )
