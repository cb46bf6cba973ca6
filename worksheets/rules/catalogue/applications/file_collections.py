"""File collections: what they list, when they are sent, and what none of them has."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.row import Row
from worksheets.plan.rows.application_controller import ApplicationController, DataLocation
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.cluster_event import ClusterEvent
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.custom_event import CustomEvent
from worksheets.plan.rows.custom_method import CustomMethod
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.user_defined_resource import UserDefinedResource
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import COLLECTION_INTERVAL, PREDEFINED_COLLECTION
from worksheets.rules.paths import paths_in, within
from worksheets.rules.registry import Rule, rule

_METHODS = ("monitor_method", "notify_method", "cleanup_method", "restart_method")
_SCRIPTS: tuple[tuple[type[Row], tuple[str, ...]], ...] = (
    (ApplicationController, ("start_script", "stop_script")),
    (ApplicationMonitor, _METHODS),
    (ClusterEvent, ("event_command", "notify_command", "recovery_command")),
    (CustomEvent, ("script",)),
    (CustomMethod, ("script",)),
    (ResourceGroup, ("node_priority_script",)),
    (UserDefinedResource, ("start_method", "stop_method", "verification_method", *_METHODS)),
)


def _scripts(design: Design) -> Iterator[tuple[Row, list[str]]]:
    """Rows with the columns in which they name a script."""
    for kind, columns in _SCRIPTS:
        for row in design.plan.rows(kind):
            named = [column for column in columns if getattr(row, column)]
            if named:
                yield row, named


@rule(
    "COLL-NONE",
    "Scripts without a file collection",
    severity=Severity.WARNING,
    outside_production=None,
    sources=("D10", "P3"),
    fix="Plan a file collection with all scripts of the cluster.",
)
def coll_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """Scripts are copied to each node by hand and changed on one. The takeover then runs the old
    one. Controllers that rely on a collection have a rule of their own."""
    plan = design.plan
    relied_on = any(
        row.location is DataLocation.COLLECTION for row in plan.rows(ApplicationController)
    )
    if plan.rows(FileCollection) or relied_on:
        return
    if next(_scripts(design), None) is not None:
        yield rule.at(
            sheet(FileCollection), title="No file collection keeps the scripts equal on all nodes"
        )


@rule(
    "COLL-SCRIPT",
    "Script in no file collection",
    severity=Severity.ADVICE,
    sources=("D10", "P3"),
    fix=f"Add it to a collection, or use {PREDEFINED_COLLECTION}, which has all of them.",
)
def coll_script(design: Design, rule: Rule) -> Iterator[Finding]:
    """The collections of this cluster keep other files equal, but not this script. Whoever names
    a collection that lacks the script is told so by name."""
    rows = design.plan.rows(FileCollection)
    predefined = PREDEFINED_COLLECTION.casefold()
    unfinished = any(not paths_in(row.files) for row in rows)
    if not rows or unfinished or any(row.name.casefold() == predefined for row in rows):
        return
    known = layout_of(design).collections_of
    for row, columns in _scripts(design):
        if getattr(row, "file_collection", ""):
            continue
        missing = [column for column in columns if getattr(row, column) not in known]
        if missing:
            paths = listed(getattr(row, column) for column in missing)
            yield rule.at(
                *(cell(row, column) for column in missing),
                title=f"No file collection has {paths} of {design.plan.title(type(row), row.key)}",
                about="in no collection",
            )


@rule(
    "COLL-NAMED",
    "Collection that does not have the script it is named for",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("D10", "P3"),
    fix="Add the path to the collection, or name the one that has it.",
)
def coll_named(design: Design, rule: Rule) -> Iterator[Finding]:
    """The row names a collection that shall bring its script to all nodes, and that collection
    does not list it."""
    plan = design.plan
    rows: tuple[CustomEvent | CustomMethod, ...] = (
        *plan.rows(CustomEvent),
        *plan.rows(CustomMethod),
    )
    for row in rows:
        named = plan.get(FileCollection, row.file_collection)
        if named is None or not row.script or named.name == PREDEFINED_COLLECTION:
            continue
        if row.script not in paths_in(named.files):
            yield rule.at(
                cell(row, "file_collection"),
                cell(named, "files"),
                title=f"{named.name} does not have {row.script} of {row.name}",
            )


@rule(
    "COLL-TWICE",
    "File in two collections",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: file collections", "per IBM guides"),
    fix="Keep the file in one collection.",
)
def coll_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA takes a file into one collection only, so that one setting says when it is
    sent."""
    for path, rows in sorted(layout_of(design).collections_of.items()):
        if len(rows) > 1:
            yield rule.at(
                *(cell(row, "files") for row in rows),
                title=f"{path} is in {listed(row.name for row in rows)}",
                about=path,
            )


@rule(
    "COLL-FILE",
    "Path that a file collection cannot hold",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: file collections", "per IBM guides"),
    fix="List plain files by their full paths.",
)
def coll_file(design: Design, rule: Rule) -> Iterator[Finding]:
    """A collection takes plain files: no directories, no patterns, and nothing of the devices
    and processes of one node."""
    for row in design.plan.rows(FileCollection):
        for path in dict.fromkeys(paths_in(row.files)):
            why = _refused(path)
            if why:
                yield rule.at(
                    cell(row, "files"), title=f"{row.name} lists {path}, {why}", about=path
                )


def _refused(path: str) -> str:
    """Why a collection does not take a path, or an empty text."""
    if within(path, "/dev") or within(path, "/proc"):
        return "which belongs to one node"
    if any(sign in path for sign in "*?["):
        return "which is a pattern"
    return "which is a directory" if path.endswith("/") else ""


@rule(
    "COLL-SHARED",
    "File collection with a file on shared disks",
    severity=Severity.WARNING,
    sources=("P3", "PowerHA planning guide: file collections"),
    fix="Take the file out; there is only one of it, which moves with its group.",
)
def coll_shared(design: Design, rule: Rule) -> Iterator[Finding]:
    """On the nodes where the shared file system is not mounted PowerHA would write a copy below
    the empty mount point, where the mount later hides it."""
    layout = layout_of(design)
    for path, rows in sorted(layout.collections_of.items()):
        system = layout.shared_file_system(path)
        if system is not None:
            yield rule.at(
                cell(rows[0], "files"),
                cell(system),
                title=f"{rows[0].name} lists {path} on the shared file system {system.mount_point}",
                about=path,
            )


@rule(
    "COLL-OFF",
    "File collection that is never sent",
    severity=Severity.WARNING,
    sources=("D10", "PowerHA planning guide: file collections"),
    fix="Send it with the synchronisation of the cluster at least.",
)
def coll_off(design: Design, rule: Rule) -> Iterator[Finding]:
    """With both ways off, files go to the other nodes only when somebody remembers to send
    them."""
    for row in design.plan.rows(FileCollection):
        if row.sync_with_cluster is False and row.sync_when_changed is False:
            yield rule.at(
                cell(row, "sync_with_cluster"),
                cell(row, "sync_when_changed"),
                title=f"{row.name} is sent neither with the cluster nor when a file changes",
            )


@rule(
    "COLL-EMPTY",
    "File collection without files",
    severity=Severity.WARNING,
    sources=("D10", "PowerHA planning guide: file collections"),
    fix="List its files, one on each line.",
)
def coll_empty(design: Design, rule: Rule) -> Iterator[Finding]:
    """A collection keeps equal what it lists. This one lists nothing."""
    for row in design.plan.rows(FileCollection):
        if not paths_in(row.files) and row.name.casefold() != PREDEFINED_COLLECTION.casefold():
            yield rule.at(cell(row, "files"), title=f"{row.name} has no files")


@rule(
    "COLL-INTERVAL",
    "Check interval that PowerHA does not take",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: file collections", "per IBM guides"),
    fix=f"Enter {COLLECTION_INTERVAL.lowest} to {COLLECTION_INTERVAL.highest} minutes.",
)
def coll_interval(design: Design, rule: Rule) -> Iterator[Finding]:
    """The daemon that looks for changed files runs between every ten minutes and once a day."""
    rows: tuple[tuple[Row, str, int | None], ...] = (
        *((row, "check_interval", row.check_interval) for row in design.plan.rows(FileCollection)),
        *(
            (row, "fc_sync_interval", row.fc_sync_interval)
            for row in design.plan.rows(ClusterOptions)
        ),
    )
    for row, column, minutes in rows:
        if minutes is None:
            continue
        if not COLLECTION_INTERVAL.lowest <= minutes <= COLLECTION_INTERVAL.highest:
            yield rule.at(
                cell(row, column),
                title=f"{design.plan.title(type(row), row.key)} looks for changed files every "
                f"{minutes} min",
            )


@rule(
    "COLL-INTERVALS",
    "File collections with different check intervals",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: file collections",),
    fix="Enter one interval, the same as on the cluster worksheet.",
)
def coll_intervals(design: Design, rule: Rule) -> Iterator[Finding]:
    """The cluster has one interval for all collections. Of two that are entered, one will not
    hold."""
    rows = [
        row for row in layout_of(design).ordered(FileCollection) if row.check_interval is not None
    ]
    own = design.plan.options.fc_sync_interval
    minutes = {row.check_interval for row in rows}
    minutes |= {own} if own is not None else set()
    if len(minutes) > 1:
        yield rule.at(
            *(cell(row, "check_interval") for row in rows),
            title="File collections are checked every "
            f"{listed(f'{number} min' for number in minutes)}, but there is one interval only",
        )
