"""Names that PowerHA and AIX accept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from worksheets.plan.row import Row
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.limits import LVM_NAME_LENGTH, RESERVED_WORDS
from worksheets.rules.registry import Rule, rule

_POWERHA = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}\Z")
_NODE = re.compile(r"[A-Za-z0-9_]{1,64}\Z")
_RECENT_NODE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}\Z")

_STRICT: dict[type[Row], str] = {
    ClusterOptions: "cluster",
    ResourceGroup: "resource group",
    ApplicationController: "application controller",
    ApplicationMonitor: "application monitor",
}
_RESERVED: dict[type[Row], str] = {**_STRICT, Network: "network", Node: "node"}


def _named(design: Design, kinds: dict[type[Row], str]) -> Iterator[tuple[Row, str, str]]:
    """Each row of these kinds with its name and the word for its kind."""
    for kind, word in kinds.items():
        for row in design.plan.rows(kind):
            yield row, getattr(row, "name", ""), word


@rule(
    "NAME-SYNTAX",
    "Name with characters that PowerHA refuses",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: names",),
    fix="Use 1 to 64 of the letters A-Z and a-z, digits and underscores, no digit in front.",
)
def name_syntax(design: Design, rule: Rule) -> Iterator[Finding]:
    """Names of the cluster, its groups, controllers and monitors become keys of PowerHA's own
    database. Verification stops at the first one with another character in it."""
    for row, name, word in _named(design, _STRICT):
        if not _POWERHA.match(name):
            yield rule.at(
                cell(row, "name"), title=f"PowerHA does not take {name} as name of the {word}"
            )


@rule(
    "NAME-RESERVED",
    "Name that PowerHA keeps for itself",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: names", "per IBM guides"),
    fix="Add a word or a digit to the name: network01 and app_node are fine.",
)
def name_reserved(design: Design, rule: Rule) -> Iterator[Finding]:
    """Words that PowerHA's commands use themselves cannot name anything. The full list lies on
    every node in /usr/es/sbin/cluster/etc/reserved_words."""
    for row, name, word in _named(design, _RESERVED):
        if name.lower() in RESERVED_WORDS:
            yield rule.at(cell(row, "name"), title=f"The {word} is called {name}, a reserved word")


@rule(
    "NAME-NODE",
    "Node name that PowerHA may refuse",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: names", "per IBM guides"),
    fix="Use letters, digits and underscores, at most 64.",
)
def name_node(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node name consists of letters, digits and underscores. Hyphens and dots are taken by
    recent levels only, so they are reported as advice."""
    for node in design.plan.rows(Node):
        if _NODE.match(node.name):
            continue
        if _RECENT_NODE.match(node.name):
            yield rule.at(
                cell(node, "name"),
                title=f"The node name {node.name} has a hyphen or a dot",
                detail="Recent levels of PowerHA take it, older ones do not.",
                severity=Severity.ADVICE,
            )
        else:
            yield rule.at(
                cell(node, "name"), title=f"PowerHA does not take {node.name} as name of a node"
            )


@rule(
    "NAME-LVM",
    "Name too long for the Logical Volume Manager",
    severity=Severity.BLOCKER,
    sources=("AIX commands: mkvg, mklv",),
    fix=f"Choose a name of at most {LVM_NAME_LENGTH} characters.",
)
def name_lvm(design: Design, rule: Rule) -> Iterator[Finding]:
    """AIX gives volume groups and logical volumes names of at most 15 characters; a longer one
    cannot be created as planned."""
    kinds: dict[type[Row], str] = {VolumeGroup: "volume group", LogicalVolume: "logical volume"}
    for row, name, word in _named(design, kinds):
        if len(name) > LVM_NAME_LENGTH:
            yield rule.at(
                cell(row, "name"), title=f"The name of {word} {name} has {len(name)} characters"
            )
