"""Interfaces, labels and subnets by network."""

from __future__ import annotations

from collections import defaultdict

from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.network import Network
from worksheets.rules.layout.indexes import Indexes
from worksheets.rules.memory import remembered
from worksheets.rules.subnets import Subnet, host, prefix_for, subnet


class Networks(Indexes):
    """Who is on which network, and in which subnet."""

    @remembered
    def interfaces(self) -> dict[tuple[str, str], list[Interface]]:
        """Interfaces by node and network; rows that name only one of them are left out."""
        found: dict[tuple[str, str], list[Interface]] = defaultdict(list)
        for row in self.ordered(Interface):
            if row.node and row.network:
                found[row.node, row.network].append(row)
        return found

    @remembered
    def networks_in_use(self) -> frozenset[str]:
        """Networks on which some node has an interface."""
        return frozenset(network for _, network in self.interfaces)

    @remembered
    def crowded_networks(self) -> frozenset[str]:
        """Networks on which some node has several interfaces."""
        return frozenset(key[1] for key, rows in self.interfaces.items() if len(rows) > 1)

    @remembered
    def labels(self) -> dict[LabelFunction, list[IpLabel]]:
        """Labels by function."""
        found: dict[LabelFunction, list[IpLabel]] = {kind: [] for kind in LabelFunction}
        for row in self.ordered(IpLabel):
            found[row.function].append(row)
        return found

    @remembered
    def subnets(self) -> dict[str, Subnet]:
        """Subnet of each label (key) whose address and network say it."""
        found = {}
        for row in self.plan.rows(IpLabel):
            network = self.plan.get(Network, row.network)
            address = host(row.address) if network is not None else None
            if network is None or address is None:
                continue
            prefix = prefix_for(network, address.version)
            if prefix is not None:
                found[row.key] = subnet(address, prefix)
        return found

    def boot_node(self, label: IpLabel) -> str:
        """Key of the node that holds a boot label, or an empty text."""
        interface = self.plan.get(Interface, label.interface)
        return (interface.node if interface is not None else "") or label.node

    @remembered
    def boot_subnets(self) -> dict[str, set[Subnet]]:
        """Subnets of the boot labels by network."""
        found: dict[str, set[Subnet]] = defaultdict(set)
        for label in self.labels[LabelFunction.BOOT]:
            if label.key in self.subnets:
                found[label.network].add(self.subnets[label.key])
        return found
