"""Where the files of applications lie, and whether every node finds the same ones."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.application import Application
from worksheets.plan.rows.application_controller import ApplicationController, DataLocation
from worksheets.plan.rows.application_file import ApplicationFile, FileKind, FileLocation
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.paths import within
from worksheets.rules.registry import Rule, rule
from worksheets.rules.wording import denies

_KEPT = (FileKind.EXECUTABLES, FileKind.CONFIGURATION)


def _is_local(row: ApplicationFile) -> bool:
    """Whether a file lies on an internal disk, and nothing says that it is shared as well."""
    return row.location is FileLocation.INTERNAL and not (row.shared or row.file_system)


def _on_local_disks(design: Design, row: ApplicationFile) -> bool:
    """Whether a controller of the file's application says that nothing keeps copies equal."""
    application = design.plan.get(Application, row.application)
    controllers = application.controllers if application is not None else ()
    return any(
        controller.location is DataLocation.LOCAL
        for controller in design.plan.pick(ApplicationController, controllers)
    )


@rule(
    "FILE-DATA-LOCAL",
    "Data on an internal disk",
    severity=Severity.BLOCKER,
    sources=("P3",),
    fix="Put the data on a shared file system of the application's group.",
)
def file_data_local(design: Design, rule: Rule) -> Iterator[Finding]:
    """Data on an internal disk stays on the node that failed. The takeover starts without them,
    or with those of last year."""
    for row in design.plan.rows(ApplicationFile):
        if row.kind is FileKind.DATA and row.location is FileLocation.INTERNAL:
            yield rule.at(
                cell(row, "location"),
                title=f"The data in {row.path} lie on a disk of one node",
            )


@rule(
    "FILE-LOCAL",
    "Local files that nothing keeps equal",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("P3",),
    fix="List them in a file collection, say how they are kept equal, or move them.",
)
def file_local(design: Design, rule: Rule) -> Iterator[Finding]:
    """Programs and settings on internal disks drift apart with every update of one node only.
    Controllers that lie on local disks have a rule of their own."""
    for row in design.plan.rows(ApplicationFile):
        local = row.kind in _KEPT and _is_local(row) and not _on_local_disks(design, row)
        if local and denies(row.kept_equal) and not _collected(design, row.path):
            yield rule.at(
                cell(row, "kept_equal"),
                cell(row, "location"),
                title=f"Nothing keeps {row.path} equal on all nodes",
            )


def _collected(design: Design, path: str) -> bool:
    """Whether a collection lists the path or something below it."""
    return path.rstrip("/") in layout_of(design).collected


@rule(
    "FILE-COLLECTION",
    "File collection that does not list the file",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("P3", "D10"),
    fix="Add the path to the collection.",
)
def file_collection(design: Design, rule: Rule) -> Iterator[Finding]:
    """The row says that a file collection keeps the copies equal, but none has the path, so
    PowerHA does not know of it."""
    names = [row.name.casefold() for row in design.plan.rows(FileCollection)]
    for row in design.plan.rows(ApplicationFile):
        said = row.kept_equal.casefold()
        relies = "file collection" in said or any(name in said for name in names)
        if relies and not _collected(design, row.path):
            yield rule.at(
                cell(row, "kept_equal"), title=f"No file collection lists anything in {row.path}"
            )


@rule(
    "FILE-PATH",
    "Path outside its file system",
    severity=Severity.WARNING,
    sources=("P3", "PowerHA planning guide: applications"),
    fix="Correct the path or the file system.",
)
def file_path(design: Design, rule: Rule) -> Iterator[Finding]:
    """A file lies on the file system whose mount point its path begins with. One of the two
    cells is wrong, and the file may stay behind at a takeover."""
    for row in design.plan.rows(ApplicationFile):
        system = design.plan.get(FileSystem, row.file_system)
        if system is not None and not within(row.path, system.mount_point):
            yield rule.at(
                cell(row, "path"),
                cell(row, "file_system"),
                title=f"{row.path} does not lie under {system.mount_point}",
            )


@rule(
    "FILE-PLACE",
    "File that is both shared and local",
    severity=Severity.WARNING,
    sources=("P3",),
    fix="Say external disk and shared, or leave the file system empty.",
)
def file_place(design: Design, rule: Rule) -> Iterator[Finding]:
    """A shared file system lies on external disks, and an internal disk is never shared. What is
    told both ways is planned wrong on one of the sheets."""
    for row in design.plan.rows(ApplicationFile):
        internal = row.location is FileLocation.INTERNAL
        system = design.plan.get(FileSystem, row.file_system)
        if system is not None and internal:
            yield rule.at(
                cell(row, "location"),
                cell(row, "file_system"),
                title=f"{row.path} is on an internal disk and on {system.mount_point}, "
                "which is shared",
            )
        elif row.shared and internal:
            yield rule.at(
                cell(row, "location"),
                cell(row, "shared"),
                title=f"{row.path} is shared and on an internal disk",
            )
        elif system is not None and row.shared is False:
            yield rule.at(
                cell(row, "shared"),
                cell(row, "file_system"),
                title=f"{row.path} is on {system.mount_point} and yet not shared",
            )


@rule(
    "FILE-OTHER-GROUP",
    "File on a file system of another group",
    severity=Severity.WARNING,
    sources=("P3", "PowerHA planning guide: resource groups"),
    fix="Move the file, or give the file system's volume group to the application's group.",
)
def file_other_group(design: Design, rule: Rule) -> Iterator[Finding]:
    """A group moves with its own file systems. What lies on one of another group stays where
    that group runs."""
    layout = layout_of(design)
    for row in design.plan.rows(ApplicationFile):
        system = design.plan.get(FileSystem, row.file_system)
        groups = _groups_of(design, row.application)
        held = {key for group in groups for key in layout.file_systems_of_group[group.key]}
        if system is not None and groups and system.key not in held:
            yield rule.at(
                cell(row, "file_system"),
                *(cell(group, "file_systems") for group in groups),
                title=f"{row.path} lies on {system.mount_point}, which "
                f"{listed(group.name for group in groups)} does not mount",
            )


def _groups_of(design: Design, application: str) -> list[ResourceGroup]:
    """Groups of the controllers of an application, each once, in the order of keys."""
    row = design.plan.get(Application, application)
    controllers = row.controllers if row is not None else ()
    groups_of = layout_of(design).groups_of_controller
    found = {group.key: group for key in controllers for group in groups_of.get(key, ())}
    return layout_of(design).in_order(found.values())
