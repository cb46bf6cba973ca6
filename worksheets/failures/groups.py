"""Resource groups: where each can run, and what it needs of other groups."""

from __future__ import annotations

from collections.abc import Iterable

from worksheets.failures.dag import ALWAYS, NEVER, Builder
from worksheets.failures.machines import Machines
from worksheets.failures.network import Networks
from worksheets.failures.storage import Storage
from worksheets.plan.plan import Plan
from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup


class Groups:
    """Gates of the resource groups of a plan: broken when a group has nowhere to run."""

    def __init__(
        self,
        plan: Plan,
        builder: Builder,
        machines: Machines,
        networks: Networks,
        storage: Storage,
    ) -> None:
        self._plan = plan
        self._builder = builder
        self._machines = machines
        self._networks = networks
        self._storage = storage
        self._runs: dict[tuple[str, str], int] = {}
        self._own: dict[str, int] = {}
        self._companions = _companions(plan)
        self._parents = _parents(plan)

    def tops(self) -> dict[str, int]:
        """The gate of every group by its key, in plan order."""
        return {row.key: self.group(row.key) for row in self._plan.rows(ResourceGroup)}

    def group(self, key: str) -> int:
        """Lost by its own needs, or with any group that it depends on as a child."""
        return self._builder.any_of([self._somewhere(key), *map(self._somewhere, self.above(key))])

    def above(self, key: str) -> list[str]:
        """Parents, their parents and so on, by key; circles are walked once."""
        found: set[str] = set()
        waiting = [key]
        while waiting:
            fresh = self._parents.get(waiting.pop(), set()) - found
            found |= fresh
            waiting += fresh
        return sorted(found - {key})

    def companions(self, key: str) -> tuple[str, ...]:
        """The groups that must be on one node with this one, itself among them, by key."""
        return self._companions.get(key, (key,))

    def common_nodes(self, keys: Iterable[str]) -> list[str]:
        """Nodes in the lists of all these groups; groups without a list do not count."""
        lists = [nodes for key in keys if (nodes := self.nodes(key))]
        return [node for node in lists[0] if all(node in nodes for nodes in lists)] if lists else []

    def nodes(self, key: str) -> tuple[str, ...]:
        """The nodes of a group's list that exist in the plan."""
        row = self._plan.get(ResourceGroup, key)
        return tuple(node.key for node in self._plan.pick(Node, row.nodes)) if row else ()

    def runs_on(self, key: str, node: str) -> int:
        """Broken when this group cannot run on this node."""
        gate = self._runs.get((key, node))
        if gate is None:
            row = self._plan.get(ResourceGroup, key)
            gate = NEVER
            if row is not None:
                needs = [self._machines.node(node)]
                needs += [self._storage.volume_group(node, name) for name in row.volume_groups]
                needs.append(self._addresses(row, node))
                gate = self._builder.any_of(needs)
            self._runs[key, node] = gate
        return gate

    def labels(self, row: ResourceGroup) -> list[IpLabel]:
        """The service labels of a group that exist in the plan."""
        return list(self._plan.pick(IpLabel, row.service_labels))

    def labels_at(self, labels: Iterable[IpLabel], node: str) -> list[IpLabel]:
        """Those that may come up on this node: without a site, or with the node's own site."""
        site = self._machines.site_of(node)
        return [label for label in labels if not label.site or not site or label.site == site]

    def _addresses(self, row: ResourceGroup, node: str) -> int:
        """Lost when a service address of the group cannot be served on this node.

        An address tied to a site is needed at that site only, so a group may have one for each;
        where none of a group's addresses may come up, users cannot reach it.
        """
        labels = self.labels(row)
        usable = self.labels_at(labels, node)
        if labels and not usable:
            return ALWAYS
        networks = dict.fromkeys(label.network for label in usable)
        return self._builder.any_of([self._networks.serves(node, name) for name in networks])

    def _somewhere(self, key: str) -> int:
        """Lost when no node can run the group together with those bound to the same node."""
        together = self.companions(key)
        if not self.nodes(key):
            return ALWAYS
        gate = self._own.get(together[0])
        if gate is None:
            members = [member for member in together if self.nodes(member)]
            gate = self._builder.all_of(
                [
                    self._builder.any_of([self.runs_on(member, node) for member in members])
                    for node in self.common_nodes(members)
                ]
            )
            self._own[together[0]] = gate
        return gate


def _companions(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Same-node sets, those that overlap joined, as sorted keys for each member."""
    sets: list[set[str]] = []
    for row in plan.rows(Dependency):
        if row.kind is not DependencyKind.SAME_NODE:
            continue
        joined = {group.key for group in plan.pick(ResourceGroup, row.groups)}
        apart = []
        for other in sets:
            if other & joined:
                joined |= other
            else:
                apart.append(other)
        sets = [*apart, joined]
    return {key: tuple(sorted(members)) for members in sets for key in members}


def _parents(plan: Plan) -> dict[str, set[str]]:
    """The parents of each child."""
    found: dict[str, set[str]] = {}
    for row in plan.rows(Dependency):
        if row.kind is DependencyKind.PARENT_CHILD and plan.get(ResourceGroup, row.leader):
            for child in row.groups:
                found.setdefault(child, set()).add(row.leader)
    return found
