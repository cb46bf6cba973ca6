"""NFS version 4: domain and stable storage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.nfs_export import NfsExport, NfsVersion
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.paths import holder, plain, within
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: NFS"
_IDLE = (
    ("domain", "an NFS domain"),
    ("auto_stable_storage", "an answer about stable storage"),
    ("stable_storage", "a path for stable storage"),
)


def speaks_4(row: NfsExport) -> bool:
    """Whether clients may mount an export by version 4."""
    return row.nfs_version in (NfsVersion.V4, NfsVersion.BOTH)


def _exports(design: Design) -> list[NfsExport]:
    """Exports by version 4, in the order of their keys."""
    return [row for row in layout_of(design).ordered(NfsExport) if speaks_4(row)]


@rule(
    "NFS-DOMAIN",
    "Several NFS domains",
    severity=Severity.BLOCKER,
    sources=(_GUIDE,),
    fix="Give all exports the domain that chnfsdom sets on the nodes.",
)
def nfs_domain(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node has one NFS domain, and user names are valid in it alone. To clients of another
    domain every file belongs to nobody."""
    found: dict[str, list[NfsExport]] = defaultdict(list)
    for row in _exports(design):
        if row.domain.strip():
            found[row.domain.strip().casefold()].append(row)
    if len(found) > 1:
        yield rule.at(
            *(cell(row, "domain") for rows in found.values() for row in rows),
            title=f"The exports have {len(found)} NFS domains: {listed(found)}",
        )


@rule(
    "NFS-STABLE-STORAGE",
    "NFS 4 without stable storage",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "STABLE_STORAGE_PATH"),
    fix="Let PowerHA choose the place, or enter a directory in a file system of the group.",
)
def nfs_stable_storage(design: Design, rule: Rule) -> Iterator[Finding]:
    """Version 4 keeps who holds which lock in stable storage that moves with the group. Without
    it no client can claim its locks after a takeover."""
    for row in _exports(design):
        if row.auto_stable_storage is False and not row.stable_storage:
            yield rule.at(
                cell(row, "stable_storage"),
                cell(row, "auto_stable_storage"),
                title=f"{row.path} is exported by NFS 4 and has no stable storage",
            )


@rule(
    "NFS-STABLE-PLACE",
    "Stable storage that does not move with the group",
    severity=Severity.BLOCKER,
    sources=(_GUIDE,),
    fix="Choose a directory in a file system of the group's own volume groups.",
)
def nfs_stable_place(design: Design, rule: Rule) -> Iterator[Finding]:
    """The node that takes over must read what the lost one wrote. That holds only for a shared
    file system of the same group."""
    plan, layout = design.plan, layout_of(design)
    for row in _exports(design):
        group = plan.get(ResourceGroup, row.resource_group)
        if group is None or row.auto_stable_storage or not row.stable_storage:
            continue
        points = [
            home.mount_point
            for key in group.volume_groups
            for home in layout.file_systems_of.get(key, ())
        ]
        if points and not holder(row.stable_storage, points):
            yield rule.at(
                cell(row, "stable_storage"),
                cell(group, "volume_groups"),
                title=f"The stable storage {row.stable_storage} lies in no file system of "
                f"{group.name}",
            )


@rule(
    "NFS-STABLE-EXPORTED",
    "Stable storage that is exported",
    severity=Severity.WARNING,
    sources=(_GUIDE, "per IBM guides"),
    fix="Choose a directory that no client can mount.",
)
def nfs_stable_exported(design: Design, rule: Rule) -> Iterator[Finding]:
    """What the server notes about locks must be out of the clients' reach; one of them could
    delete it."""
    exports = layout_of(design).ordered(NfsExport)
    for row in _exports(design):
        if row.auto_stable_storage or not row.stable_storage:
            continue
        outer = [other for other in exports if within(row.stable_storage, other.path)]
        if outer:
            yield rule.at(
                cell(row, "stable_storage"),
                *(cell(other, "path") for other in outer),
                title=f"The stable storage {row.stable_storage} is exported with "
                f"{listed(other.path for other in outer)}",
            )


@rule(
    "NFS-STABLE-DIFFERENT",
    "Two places for the stable storage of one group",
    severity=Severity.WARNING,
    sources=(_GUIDE, "STABLE_STORAGE_PATH"),
    fix="Give all exports of the group the same answer.",
)
def nfs_stable_different(design: Design, rule: Rule) -> Iterator[Finding]:
    """A resource group has one stable storage for all that it exports. Of two answers only one
    is taken."""
    found: dict[str, dict[str, list[NfsExport]]] = defaultdict(lambda: defaultdict(list))
    for row in _exports(design):
        place = "PowerHA's choice" if row.auto_stable_storage else plain(row.stable_storage)
        if row.resource_group and place:
            found[row.resource_group][place].append(row)
    for key, places in found.items():
        if len(places) > 1:
            yield rule.at(
                *(cell(row, "stable_storage") for rows in places.values() for row in rows),
                title=f"{design.plan.title(ResourceGroup, key)} has several places for stable "
                f"storage: {listed(places)}",
            )


@rule(
    "NFS-4-IDLE",
    "Answers for NFS 4 where it is not used",
    severity=Severity.ADVICE,
    sources=(_GUIDE,),
    fix="Clear the cell, or export by version 4.",
)
def nfs_4_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """Domain and stable storage belong to version 4; versions 2 and 3 know neither."""
    for row in design.plan.rows(NfsExport):
        if row.nfs_version is not NfsVersion.V3:
            continue
        for column, words in _IDLE:
            if getattr(row, column):
                yield rule.at(
                    cell(row, column),
                    cell(row, "nfs_version"),
                    title=f"{row.path} has {words} and is not exported by NFS 4",
                )
