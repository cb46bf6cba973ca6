"""What lands on each node when groups are taken over, worked out from what the plan says.

No column says how much processor time or memory a group needs. Unless its controllers have
optimal memory of their own (provisioning), a group is taken to need its share of what its home
node uses at peak: the groups at home on one node share alike. What is not entered counts nothing,
so a finding made from these numbers is never too severe for want of an answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from worksheets.plan.plan import Plan
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.plan.rows.requirement import Requirement
from worksheets.plan.rows.resource_group import Fallover, ResourceGroup, Startup

if TYPE_CHECKING:
    from worksheets.rules.layout import Layout

_ALIKE = 100  # hundredths: the size of every node while no node has one entered


def units(row: Provisioning) -> Decimal:
    """Processing units of a row; none where they are not entered."""
    try:
        number = Decimal(row.optimal_units or "0")
    except InvalidOperation:
        return Decimal(0)
    return number if number.is_finite() else Decimal(0)


def hundredths(row: Provisioning) -> int:
    """Processors that a row asks for, dedicated or in units, in hundredths."""
    return (row.optimal_cpus or 0) * 100 + int(units(row) * 100)


def entered_size(node: Node) -> int | None:
    """Hundredths of processors that a node is guaranteed; None where neither cell says."""
    if node.entitlement:
        return node.entitlement
    return node.processors * 100 if node.processors else None


def sizes(plan: Plan) -> dict[str, int]:
    """Size of each node (key) in hundredths of processors, as far as known.

    All are alike while none is entered, so that percentages can still be added up.
    """
    entered = {node.key: entered_size(node) for node in plan.rows(Node)}
    if not any(entered.values()):
        return dict.fromkeys(entered, _ALIKE)
    return {key: size for key, size in entered.items() if size}


class Takeover(NamedTuple):
    """Groups (keys) that come to a node, and what they need.

    `source`: the node (key) that failed; empty when all come that may. `processors` in
    hundredths times percent of a processor, `memory` in GiB.
    """

    source: str
    groups: tuple[str, ...]
    processors: int
    memory: int


class Capacity:
    """Needs of groups and loads of nodes. Concurrent groups run everywhere and never move.

    All of it is worked out at once, so that whoever asks first reads what all others need.
    `single`: by node, what comes to it when one other node fails, for each that can send it
    groups. `worst`: by node, all groups of other homes that may ever come to it, at once.
    """

    def __init__(self, layout: Layout) -> None:
        self._provisioning = layout.provisioning_of
        self.sizes = sizes(layout.plan)
        self._nodes = {node.key: node for node in layout.nodes}
        self._moving = [
            group
            for group in layout.groups
            if group.startup is not Startup.OAAN and group.nodes and group.nodes[0] in self._nodes
        ]
        self._at_home: dict[str, int] = defaultdict(int)
        for group in layout.groups:
            homes = group.nodes if group.startup is Startup.OAAN else group.nodes[:1]
            for key in homes:
                self._at_home[key] += 1
        self._percent = _least_percent(layout.plan.rows(Requirement))
        self._lists = {group.key: tuple(dict.fromkeys(group.nodes)) for group in self._moving}
        self._needs = {
            group.key: (self._processors(group), self._memory(group)) for group in self._moving
        }
        self.single = self._single()
        self.worst = self._worst()

    def is_home(self, node: Node) -> bool:
        """Whether some group starts on the node."""
        return self._at_home.get(node.key, 0) > 0

    def own_processors(self, node: Node) -> int:
        """What a node's own groups use at peak; nothing on a node that is home of none."""
        return self._busy(node) if self.is_home(node) else 0

    def own_memory(self, node: Node) -> int:
        """What a node's own groups use; nothing on a node that is home of none."""
        return (node.memory or 0) if self.is_home(node) else 0

    def _busy(self, node: Node) -> int:
        return self.sizes.get(node.key, 0) * (node.cpu_peak or 0)

    def _processors(self, group: ResourceGroup) -> int:
        home = self._nodes[group.nodes[0]]
        share = self._busy(home) // self._at_home[home.key]
        return share * self._percent.get(group.key, 100) // 100

    def _memory(self, group: ResourceGroup) -> int:
        asked = [
            row.optimal_memory
            for controller in group.controllers
            for row in self._provisioning.get(controller, ())
            if row.optimal_memory and not row.use_desired
        ]
        if asked:
            return sum(asked)
        home = self._nodes[group.nodes[0]]
        return (home.memory or 0) // self._at_home[home.key]

    def _takeover(self, source: str, groups: Iterable[ResourceGroup]) -> Takeover:
        keys = tuple([group.key for group in groups])
        needs = [self._needs[key] for key in keys]
        return Takeover(
            source,
            keys,
            sum([processors for processors, _ in needs]),
            sum([memory for _, memory in needs]),
        )

    def _single(self) -> Mapping[str, list[Takeover]]:
        coming: dict[tuple[str, str], list[ResourceGroup]] = defaultdict(list)
        for group in self._moving:
            home, *others = self._lists[group.key]
            for target in _next_nodes(group, others):
                coming[target, home].append(group)
        found: dict[str, list[Takeover]] = defaultdict(list)
        for (target, home), groups in sorted(coming.items(), key=itemgetter(0)):
            found[target].append(self._takeover(home, groups))
        return found

    def _worst(self) -> Mapping[str, Takeover]:
        coming: dict[str, list[ResourceGroup]] = defaultdict(list)
        for group in self._moving:
            if group.fallover is not Fallover.BO:
                for target in self._lists[group.key][1:]:
                    coming[target].append(group)
        return {target: self._takeover("", groups) for target, groups in coming.items()}


def _next_nodes(group: ResourceGroup, others: list[str]) -> list[str]:
    """Nodes that may get a group when its home fails: the next one, or any of them."""
    if group.fallover is Fallover.BO:
        return []
    return others if group.fallover is Fallover.FUDNP else others[:1]


def _least_percent(requirements: Iterable[Requirement]) -> dict[str, int]:
    """Percent of its usual load that a group must carry after a takeover; the most asked wins."""
    found: dict[str, int] = {}
    for row in requirements:
        for group in row.groups:
            if row.capacity is not None:
                found[group] = max(row.capacity, found.get(group, 0))
    return found
