"""Names that people or programs take for each other, and names of networks, sites and labels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from operator import attrgetter

from worksheets.failures.words import listed
from worksheets.plan.row import Row
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.fallback_timer import FallbackTimer
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import LABEL_LENGTH
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: names"
_OBJECT = re.compile(r"[A-Za-z0-9_]{1,64}\Z")
_HOST = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?\Z")

_OBJECTS: dict[type[Row], str] = {Network: "network", Site: "site", FallbackTimer: "timer"}
# What people say when they mean "on", "of" or "in" something: names that must not be mixed up.
_SPOKEN: dict[type[Row], str] = {
    ClusterOptions: "cluster",
    Node: "node",
    Site: "site",
    Network: "network",
    ResourceGroup: "resource group",
}
_CASED: dict[type[Row], str] = {
    **_SPOKEN,
    IpLabel: "label",
    ApplicationController: "controller",
    ApplicationMonitor: "monitor",
    VolumeGroup: "volume group",
    LogicalVolume: "logical volume",
}


_name: Callable[[Row], str] = attrgetter("name")


@rule(
    "NAME-OBJECT",
    "Name of a network, site or timer that PowerHA refuses",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "per IBM guides"),
    fix="Use letters, digits and underscores, at most 64.",
)
def name_object(design: Design, rule: Rule) -> Iterator[Finding]:
    """Networks, sites and fallback timers are objects of PowerHA's database as well. In a
    standard cluster a site is only a place and may be called anything."""
    for kind, word in _OBJECTS.items():
        if kind is Site and not has_powerha_sites(design.plan):
            continue
        for row in design.plan.rows(kind):
            if not _OBJECT.match(_name(row)):
                yield rule.at(
                    cell(row, "name"),
                    title=f"PowerHA does not take {_name(row)} as name of a {word}",
                )


@rule(
    "NAME-LABEL",
    "Label that is no host name",
    severity=Severity.BLOCKER,
    sources=("W8", _GUIDE),
    fix=f"Use letters, digits, hyphens and underscores, at most {LABEL_LENGTH} between two dots.",
)
def name_label(design: Design, rule: Rule) -> Iterator[Finding]:
    """Every label stands in /etc/hosts. A blank ends a name there, and other characters are
    refused by the resolver. A name that is only too long works there, but not in DNS."""
    for label in design.plan.rows(IpLabel):
        parts = label.name.split(".")
        if not all(map(_HOST.match, parts)):
            yield rule.at(cell(label, "name"), title=f"The label {label.name} is no host name")
        elif max(map(len, parts)) > LABEL_LENGTH:
            yield rule.at(
                cell(label, "name"),
                title=f"The label {label.name} is longer than {LABEL_LENGTH} characters",
                severity=Severity.WARNING,
            )


@rule(
    "NAME-CASE",
    "Names that differ in capitals only",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(_GUIDE, "D9"),
    fix="Give one of them another name.",
)
def name_case(design: Design, rule: Rule) -> Iterator[Finding]:
    """AIX tells DBVG from dbvg, people at night do not. Host names know no capitals at all, so
    two such labels are one."""
    for kind, word in _CASED.items():
        different = set(map(_name, design.plan.rows(kind)))
        if len(set(map(str.casefold, different))) == len(different):
            continue
        found: dict[str, list[Row]] = defaultdict(list)
        for row in layout_of(design).ordered(kind):
            found[_name(row).casefold()].append(row)
        for rows in found.values():
            names = {_name(row) for row in rows}
            if len(names) > 1:
                yield rule.at(
                    *(cell(row, "name") for row in rows),
                    title=f"The {word} names {listed(names)} differ in capitals only",
                    severity=Severity.BLOCKER if kind is IpLabel else None,
                )


@rule(
    "NAME-CROSS",
    "One name for two kinds of things",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=(_GUIDE, "D9"),
    fix="Say in the name what it is: rg_pay, net_pay, paynode1.",
)
def name_cross(design: Design, rule: Rule) -> Iterator[Finding]:
    """Commands and logs show names without saying what they name. When a node is called like a
    group, an instruction such as "move pay" has two meanings."""
    found: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    for kind, word in _SPOKEN.items():
        for row in layout_of(design).ordered(kind):
            found[_name(row).casefold()].append((row, word))
    for rows in found.values():
        kinds = dict.fromkeys(word for _, word in rows)
        if len(kinds) > 1:
            yield rule.at(
                *(cell(row, "name") for row, _ in rows),
                title=f"{_name(rows[0][0])} is the name of a {' and of a '.join(kinds)}",
            )
