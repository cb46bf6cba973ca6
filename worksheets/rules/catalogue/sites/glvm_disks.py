"""GLVM: the disks of both sites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.glvm import GUIDE, called, mirrors
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_LISTS = ("first_disks", "second_disks")


@rule(
    "GLVM-TWICE",
    "Volume group mirrored by GLVM twice",
    severity=Severity.BLOCKER,
    sources=(GUIDE,),
    fix="Keep one row for the volume group.",
)
def glvm_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """A volume group has one set of disks for each site and one mode. Two rows cannot both hold."""
    found: dict[str, list[GlvmVolumeGroup]] = defaultdict(list)
    for row in mirrors(design):
        if row.volume_group:
            found[row.volume_group].append(row)
    for key, rows in found.items():
        if len(rows) > 1:
            yield rule.at(
                *(cell(row, "volume_group") for row in rows),
                title=f"{design.plan.title(VolumeGroup, key)} has {len(rows)} rows for GLVM",
            )


@rule(
    "GLVM-DISK-SITE",
    "Disk of GLVM on the wrong site",
    severity=Severity.BLOCKER,
    sources=(GUIDE, "S10"),
    fix="Let each list hold the disks of one site, and the two lists those of two sites.",
)
def glvm_disk_site(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each site holds one whole copy. A list that mixes the sites, or two lists of one site, would
    lose both copies of some data with that site."""
    plan, site_of = design.plan, layout_of(design).site_of_disk
    for row in mirrors(design):
        if set(row.first_disks) & set(row.second_disks):
            continue
        found = {
            column: sorted({site_of[key] for key in getattr(row, column) if key in site_of})
            for column in _LISTS
        }
        for column, sites in found.items():
            if len(sites) > 1:
                names = listed(plan.title(Site, site) for site in sites)
                title = f"A list of disks of {called(design, row)} mixes {names}"
                yield rule.at(cell(row, column), title=title)
        first, second = found.values()
        if len(first) == 1 and first == second:
            yield rule.at(
                cell(row, "second_disks"),
                cell(row, "first_disks"),
                title=f"The disks of both copies of {called(design, row)} stand on "
                f"{plan.title(Site, first[0])}",
                about="same",
            )


@rule(
    "GLVM-DISK-ROOM",
    "Second site with less room than the first",
    severity=Severity.WARNING,
    sources=(GUIDE,),
    fix="Plan as many disks of the same sizes on both sites.",
)
def glvm_disk_room(design: Design, rule: Rule) -> Iterator[Finding]:
    """The copy needs as much room as the data. When the first site grows into what the other does
    not have, extending a logical volume fails."""
    for row in mirrors(design):
        disks = [design.plan.pick(Disk, getattr(row, column)) for column in _LISTS]
        if not all(disks) or set(row.first_disks) & set(row.second_disks):
            continue
        counts = [len(found) for found in disks]
        sizes = [[disk.size for disk in found if disk.size is not None] for found in disks]
        known = [len(its) for its in sizes] == counts
        rooms = [sum(its) for its in sizes]
        if counts[0] != counts[1]:
            words = f"{counts[0]} disks on the first site and {counts[1]} on the second"
        elif known and rooms[0] != rooms[1]:
            words = f"{rooms[0]} GiB on the first site and {rooms[1]} GiB on the second"
        else:
            continue
        yield rule.at(
            cell(row, "second_disks"),
            cell(row, "first_disks"),
            title=f"{called(design, row)} has {words}",
        )


@rule(
    "GLVM-DISK-GROUP",
    "Disks of GLVM and of its volume group disagree",
    severity=Severity.BLOCKER,
    sources=(GUIDE,),
    fix="Name the volume group on the worksheet of disks, and each of its disks in one list here.",
)
def glvm_disk_group(design: Design, rule: Rule) -> Iterator[Finding]:
    """A disk of another volume group cannot hold a copy of this one. A disk of this one that is in
    neither list is not mirrored, and its data stay behind."""
    plan, layout = design.plan, layout_of(design)
    for row in mirrors(design):
        listed_keys = {*row.first_disks, *row.second_disks}
        for column in _LISTS:
            for disk in plan.pick(Disk, dict.fromkeys(getattr(row, column))):
                if disk.volume_group and row.volume_group not in ("", disk.volume_group):
                    yield rule.at(
                        cell(row, column),
                        cell(disk, "volume_group"),
                        title=f"{disk.name} belongs to "
                        f"{plan.title(VolumeGroup, disk.volume_group)}, not to "
                        f"{called(design, row)}",
                        about=disk.key,
                    )
        own = layout.disks_of.get(row.volume_group, ())
        left = [disk for disk in own if disk.key not in listed_keys]
        if left and listed_keys:
            yield rule.at(
                cell(row),
                *(cell(disk, "volume_group") for disk in left),
                title=f"{listed(disk.name for disk in left)} of {called(design, row)} stand in "
                "neither list"
                if len(left) > 1
                else f"{left[0].name} of {called(design, row)} stands in neither list",
            )


@rule(
    "GLVM-DISK-TWICE",
    "Disk of GLVM listed twice",
    severity=Severity.BLOCKER,
    sources=(GUIDE,),
    fix="Leave the disk in the list of the site where it stands.",
)
def glvm_disk_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """A disk belongs to one copy of one volume group. In both lists it would mirror itself."""
    found: dict[str, list[tuple[GlvmVolumeGroup, str]]] = defaultdict(list)
    for row in mirrors(design):
        for column in _LISTS:
            for key in dict.fromkeys(getattr(row, column)):
                found[key].append((row, column))
    for disk in design.plan.pick(Disk, sorted(found)):
        uses = found[disk.key]
        if len(uses) > 1:
            yield rule.at(
                *(cell(row, column) for row, column in uses),
                title=f"{disk.name} stands in {len(uses)} lists of disks",
                about=disk.key,
            )
