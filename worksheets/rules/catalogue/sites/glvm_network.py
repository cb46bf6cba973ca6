"""GLVM: networks and distance."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.glvm_volume_group import GlvmMode, GlvmVolumeGroup
from worksheets.plan.rows.ip_label import LabelFunction
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.node import Node
from worksheets.rules.design import Design
from worksheets.rules.far_copies import distance, groups_of_volume_group
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.glvm import GUIDE, called, mirrors
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import REPLICATION_DISTANCE
from worksheets.rules.registry import Rule, rule


def _takers(design: Design, row: GlvmVolumeGroup) -> list[Node]:
    """Nodes of the groups that hold the volume group, by their keys."""
    groups = groups_of_volume_group(design).get(row.volume_group, ())
    return layout_of(design).in_order(
        design.plan.pick(Node, {node for group in groups for node in group.nodes})
    )


@rule(
    "GLVM-NETWORK",
    "GLVM over a network that is not made for it",
    severity=Severity.BLOCKER,
    sources=(GUIDE, "W5"),
    fix="Choose XD_data as the kind of the network, or name another one.",
)
def glvm_network(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA watches and spreads GLVM's traffic on networks of the kind XD_data only."""
    for row in mirrors(design):
        for network in design.plan.pick(Network, dict.fromkeys(row.networks)):
            if network.kind is not NetworkKind.XD_DATA:
                yield rule.at(
                    cell(row, "networks"),
                    cell(network, "kind"),
                    title=f"{called(design, row)} is mirrored over {network.name}, a network of "
                    f"the kind {network.kind.label}",
                    about=network.key,
                )


@rule(
    "GLVM-NETWORK-ONE",
    "GLVM over one network only",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=(GUIDE, "R7"),
    fix="Plan a second XD_data network over another route.",
)
def glvm_network_one(design: Design, rule: Rule) -> Iterator[Finding]:
    """When the only network of the mirror is cut, the other site grows old from that moment on,
    and the whole difference has to be copied later."""
    for row in mirrors(design):
        for network in design.plan.pick(Network, row.networks):
            if len(set(row.networks)) == 1:
                yield rule.at(
                    cell(row, "networks"),
                    title=f"{called(design, row)} is mirrored over {network.name} alone",
                )
                break


@rule(
    "GLVM-NETWORK-REACH",
    "Node without a way to the mirror of GLVM",
    severity=Severity.BLOCKER,
    sources=(GUIDE,),
    fix="Give the node an interface on the network.",
)
def glvm_network_reach(design: Design, rule: Rule) -> Iterator[Finding]:
    """Every node that can hold the volume group sends the mirror itself, over an interface on the
    networks of GLVM."""
    layout = layout_of(design)
    for row in mirrors(design):
        takers = _takers(design, row)
        for network in design.plan.pick(Network, dict.fromkeys(row.networks)):
            if network.kind is not NetworkKind.XD_DATA:
                continue
            blind = [node for node in takers if (node.key, network.key) not in layout.interfaces]
            if blind:
                yield rule.at(
                    cell(row, "networks"),
                    *(cell(node) for node in blind),
                    title=f"{listed(node.name for node in blind)} cannot mirror "
                    f"{called(design, row)} over {network.name} without an interface on it",
                    about=network.key,
                )


@rule(
    "GLVM-PERSISTENT",
    "Node without a persistent label for GLVM",
    severity=Severity.WARNING,
    sources=(GUIDE, "W12"),
    fix="Plan a persistent label of the node on one of the networks of the mirror.",
)
def glvm_persistent(design: Design, rule: Rule) -> Iterator[Finding]:
    """Remote physical volumes are addressed by persistent labels, which stay with their node and
    are there before any group starts."""
    layout = layout_of(design)
    having = {(label.node, label.network) for label in layout.labels[LabelFunction.PERSISTENT]}
    for row in mirrors(design):
        networks = design.plan.pick(Network, dict.fromkeys(row.networks))
        bare = [
            node
            for node in _takers(design, row)
            if not any((node.key, network.key) in having for network in networks)
        ]
        if networks and bare:
            yield rule.at(
                cell(row, "networks"),
                *(cell(node) for node in bare),
                title=f"{listed(node.name for node in bare)} has no persistent label for the "
                f"mirror of {called(design, row)}"
                if len(bare) == 1
                else f"{listed(node.name for node in bare)} have no persistent labels for the "
                f"mirror of {called(design, row)}",
            )


@rule(
    "GLVM-DISTANCE",
    "Synchronous GLVM over too long a way",
    severity=Severity.WARNING,
    sources=(GUIDE, "R8"),
    fix="Mirror asynchronously, with a cache that holds the busiest minutes.",
)
def glvm_distance(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each write waits for the other site. GLVM goes over any distance, but beyond some hundred
    kilometres the application feels every write."""
    site_of = layout_of(design).site_of_disk
    for row in mirrors(design, GlvmMode.SYNC):
        disks = (*row.first_disks, *row.second_disks)
        found = distance(design, [site_of[key] for key in disks if key in site_of])
        if found is not None and found[1] > REPLICATION_DISTANCE:
            yield rule.at(
                cell(row, "mode"),
                cell(found[0], "distance_km"),
                title=f"{called(design, row)} is mirrored synchronously over {found[1]} km",
            )
