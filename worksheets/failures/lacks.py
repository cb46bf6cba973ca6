"""Why a resource group cannot run on a node even while nothing has failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from worksheets.failures.dag import ALWAYS
from worksheets.failures.graph import Graph
from worksheets.failures.words import listed, natural
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.volume_group import VolumeGroup


def lacks(graph: Graph, key: str) -> tuple[str, ...]:
    """What keeps the group `key` from nodes of its list, or from all, in sentences.

    In the order: the group itself, the groups bound to it, its parents; each by name.
    """
    return tuple(_own(graph, key)) + tuple(_by_others(graph, key))


def _own(graph: Graph, key: str) -> Iterator[str]:
    plan, model = graph.plan, graph.model
    group = plan.get(ResourceGroup, key)
    nodes = model.nodes(key)
    if group is None:
        return
    if not nodes:
        yield f"{group.name} has no node in its list."
    for node in plan.pick(Node, _sorted(plan, Node, nodes)):
        if model.runs_on(key, node.key) == ALWAYS:
            yield from _on_node(graph, group, node)


def _on_node(graph: Graph, group: ResourceGroup, node: Node) -> Iterator[str]:
    plan, model = graph.plan, graph.model
    for name in group.volume_groups:
        if graph.storage.volume_group(node.key, name) == ALWAYS:
            disks = graph.storage.out_of_reach(node.key, name)
            yield f"{node.name} has no path to {listed(disks)} of {plan.title(VolumeGroup, name)}."
    labels = model.labels(group)
    usable = model.labels_at(labels, node.key)
    if labels and not usable:
        yield f"{node.name} is at another site than {_names(labels)}."
    for network in _sorted(plan, Network, {label.network for label in usable}):
        if graph.networks.missing(node.key, network):
            tied = [label for label in usable if label.network == network]
            where = plan.title(Network, network)
            yield f"{node.name} has no interface on {where} for {_names(tied)}."


def _by_others(graph: Graph, key: str) -> Iterator[str]:
    plan, model = graph.plan, graph.model
    together = [member for member in model.companions(key) if model.nodes(member)]
    if model.nodes(key) and len(together) > 1:
        names = listed(plan.title(ResourceGroup, member) for member in together)
        if not model.common_nodes(together):
            yield f"No node is in the lists of all of {names}, which must share a node."
        else:
            for member in _sorted(plan, ResourceGroup, together):
                if member != key:
                    yield from _own(graph, member)
    for parent in _sorted(plan, ResourceGroup, model.above(key)):
        if graph.groups[parent] == ALWAYS:
            yield f"Its parent {plan.title(ResourceGroup, parent)} cannot run anywhere."


def _sorted(plan: Plan, kind: type[Row], keys: Iterable[str]) -> list[str]:
    """The keys of rows that exist, by name."""
    rows = plan.pick(kind, keys)
    return [row.key for row in sorted(rows, key=lambda row: natural(plan.title(kind, row.key)))]


def _names(labels: list[IpLabel]) -> str:
    return listed(label.name for label in labels)
