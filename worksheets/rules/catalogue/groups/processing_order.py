"""In which order groups are brought online and offline: serial lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.dependency import DependencyKind
from worksheets.plan.rows.nfs_export import NfsExport
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.resource_group import Processing, ResourceGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: processing order"
_PLACES = (("acquisition_place", "start"), ("release_place", "stop"))
_WAITS = (DependencyKind.PARENT_CHILD, DependencyKind.START_AFTER)


def _place(group: ResourceGroup | None, column: str) -> int | None:
    """The place of a group in a serial list; None where it has none that counts."""
    if group is None or group.processing is not Processing.SERIAL:
        return None
    place: int | None = getattr(group, column)
    return place


@rule(
    "RG-PLACE-TWICE",
    "Two groups in one place",
    severity=Severity.WARNING,
    sources=(_GUIDE,),
    fix="Give each group a place of its own; gaps do no harm.",
)
def rg_place_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """A serial list has one group in each place. Of two, PowerHA takes first whichever stands
    first in its own list."""
    for column, verb in _PLACES:
        found: dict[int, list[ResourceGroup]] = defaultdict(list)
        for group in layout_of(design).groups:
            place = _place(group, column)
            if place is not None:
                found[place].append(group)
        for place, groups in found.items():
            if len(groups) > 1:
                yield rule.at(
                    *(cell(group, column) for group in groups),
                    title=f"{listed(group.name for group in groups)} {verb} in place {place}",
                )


@rule(
    "RG-PLACE-IDLE",
    "Place of a group that is handled in parallel",
    severity=Severity.WARNING,
    sources=(_GUIDE,),
    fix="Choose processing one after the other, or clear the place.",
)
def rg_place_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """A place counts only for groups that are handled one after the other. This one starts
    together with all others, whatever its place says."""
    for group in design.plan.rows(ResourceGroup):
        for column, verb in _PLACES:
            place = getattr(group, column)
            if group.processing is Processing.PARALLEL and place is not None:
                yield rule.at(
                    cell(group, column),
                    cell(group, "processing"),
                    title=f"{group.name} has place {place} to {verb} and is handled in parallel",
                )


@rule(
    "RG-PLACE-OPEN",
    "Group in a serial list without a place",
    severity=Severity.ADVICE,
    sources=(_GUIDE,),
    fix="Enter its place on start, on stop, or both.",
)
def rg_place_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """Groups that are handled one after the other need to be told in which order."""
    for group in design.plan.rows(ResourceGroup):
        serial = group.processing is Processing.SERIAL
        if serial and group.acquisition_place is None and group.release_place is None:
            yield rule.at(
                cell(group, "acquisition_place"),
                cell(group, "processing"),
                title=f"{group.name} is handled one after the other and has no place",
            )


def _orders(design: Design) -> Iterator[tuple[str, str, str, DependencyKind]]:
    """Column, and the groups (keys) that a dependency puts first and second in it."""
    led = layout_of(design).led
    for kind in _WAITS:
        for leader, follower in led[kind]:
            yield "acquisition_place", leader, follower, kind
    for leader, follower in led[DependencyKind.STOP_AFTER]:
        yield "release_place", leader, follower, DependencyKind.STOP_AFTER
    for parent, child in led[DependencyKind.PARENT_CHILD]:
        yield "release_place", child, parent, DependencyKind.PARENT_CHILD


@rule(
    "RG-PLACE-DEPENDENCY",
    "Place that contradicts a dependency",
    severity=Severity.WARNING,
    sources=(_GUIDE, "PowerHA planning guide: resource group dependencies", "per IBM guides"),
    fix="Order the places as the dependency says, or clear them; it goes before them anyhow.",
)
def rg_place_dependency(design: Design, rule: Rule) -> Iterator[Finding]:
    """Dependencies go before serial lists. A list that says the opposite is never followed, and
    whoever reads it expects something else than what happens."""
    verbs = dict(_PLACES)
    for column, first, second, kind in _orders(design):
        before, after = (design.plan.get(ResourceGroup, key) for key in (first, second))
        early, late = _place(before, column), _place(after, column)
        if before is None or after is None or early is None or late is None:
            continue
        if early > late:
            yield rule.at(
                cell(after, column),
                cell(before, column),
                title=f"{after.name} is to {verbs[column]} before {before.name}, which contradicts "
                f"{kind.label}",
                about=f"{before.key} {kind.value}",
            )


def _ahead(design: Design) -> dict[str, set[str]]:
    """The groups (keys) that follow directly on each group when it starts."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind in _WAITS:
        for leader, follower in layout_of(design).led[kind]:
            found[leader].add(follower)
    return found


def _followers(ahead: dict[str, set[str]], leader: str) -> set[str]:
    """All groups (keys) that start after a group, directly or through others."""
    found: set[str] = set()
    waiting = [leader]
    while waiting:
        fresh = ahead.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return found


@rule(
    "NFS-MOUNT-LEADER",
    "Mount that may come before its export",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: NFS", "PowerHA planning guide: resource group dependencies"),
    fix="Let the mounting group start after the exporting one, or make it a child of it.",
)
def nfs_mount_leader(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA brings groups with NFS mounts online before others. A mount of what another group
    exports finds no server then, unless a dependency makes it wait."""
    plan = design.plan
    ahead = _ahead(design) if plan.rows(NfsMount) else {}
    for mount in plan.rows(NfsMount):
        export = plan.get(NfsExport, mount.export)
        group = plan.get(ResourceGroup, mount.resource_group)
        server = plan.get(ResourceGroup, export.resource_group) if export is not None else None
        if group is None or server is None or group.key == server.key:
            continue
        if group.key not in _followers(ahead, server.key):
            yield rule.at(
                cell(mount, "export"),
                cell(mount, "resource_group"),
                title=f"{group.name} mounts what {server.name} exports and does not wait for it",
            )


@rule(
    "RG-PLACE-NFS",
    "Group with NFS mounts that starts late",
    severity=Severity.WARNING,
    sources=(_GUIDE, "PowerHA planning guide: NFS"),
    fix="Give groups with NFS mounts the first places.",
)
def rg_place_nfs(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA brings groups with NFS mounts online before others, so that programs find their
    files. A serial list that puts them later is not followed. Groups that such a group has to
    wait for may come first."""
    layout = layout_of(design)
    ahead = _ahead(design) if layout.mounts_of else {}
    for group in layout.groups if layout.mounts_of else ():
        place = _place(group, "acquisition_place")
        if place is None or group.key not in layout.mounts_of:
            continue
        earlier = [
            other
            for other in layout.groups
            if (its := _place(other, "acquisition_place")) is not None
            and its < place
            and other.key not in layout.mounts_of
            and group.key not in _followers(ahead, other.key)
        ]
        if earlier:
            yield rule.at(
                cell(group, "acquisition_place"),
                *(cell(other, "acquisition_place") for other in earlier),
                title=f"{group.name} has NFS mounts and starts after "
                f"{listed(other.name for other in earlier)}",
            )
