"""Shared Ethernet Adapters, interfaces, networks, and whether a node can serve on one."""

from __future__ import annotations

from collections import defaultdict

from worksheets.failures.adapters import Adapters
from worksheets.failures.dag import ALWAYS, NEVER, Builder
from worksheets.failures.machines import Machines
from worksheets.failures.parts import PartKind, Thing
from worksheets.plan.plan import Plan
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter


class Networks:
    """Gates of everything between a node and its users."""

    def __init__(
        self, plan: Plan, builder: Builder, machines: Machines, adapters: Adapters
    ) -> None:
        self._plan = plan
        self._builder = builder
        self._machines = machines
        self._adapters = adapters
        self._shared: dict[str, int] = {}
        self._ways_out: dict[str, int] = {}
        self._interfaces: dict[tuple[str, str], list[Interface]] = defaultdict(list)
        self._entered: set[str] = set()
        for row in plan.rows(Interface):
            if row.network:
                self._entered.add(row.network)
                self._interfaces[row.node, row.network].append(row)
        self._links: dict[tuple[str, str], int] = {}

    def shared_adapter(self, key: str) -> int:
        """A SEA: down with its VIOS, or when every port including the backup is dead."""
        gate = self._shared.get(key)
        if gate is None:
            row = self._plan.get(SharedEthernetAdapter, key)
            gate = NEVER
            if row is not None:
                wires = self._adapters.all_dead((*row.ports, row.backup_port))
                gate = self._builder.any_of(
                    (self._machines.server(row.server), wires), Thing(PartKind.ADAPTER, key)
                )
            self._shared[key] = gate
        return gate

    def interface(self, row: Interface) -> int:
        """Down when every port, backup port and SEA under it is; nothing entered: never."""
        shared = self._plan.pick(SharedEthernetAdapter, row.adapters)
        legs = [self.shared_adapter(adapter.key) for adapter in shared]
        legs += self._adapters.ports((*row.ports, row.backup_port))
        return self._builder.all_of(legs, Thing(PartKind.INTERFACE, row.key)) if legs else NEVER

    def link(self, node: str, network: str) -> int:
        """A node's hold on a network: lost when every interface it has there is down.

        A node without an interface on a network where others have one is not on it (always
        broken); a network without any interface yet constrains nobody.
        """
        gate = self._links.get((node, network))
        if gate is None:
            rows = self._interfaces.get((node, network), ())
            gate = self._builder.all_of([self.interface(row) for row in rows])
            if not rows and network not in self._entered:
                gate = NEVER
            self._links[node, network] = gate
        return gate

    def way_out(self, network: str) -> int:
        """The hop to the users: lost when every gateway of the network is down."""
        gate = self._ways_out.get(network)
        if gate is None:
            row = self._plan.get(Network, network)
            devices = self._plan.pick(NetworkDevice, row.gateways if row else ())
            gate = NEVER
            if devices:
                hops = [self._adapters.device(device.key) for device in devices]
                gate = self._builder.all_of(hops, Thing(PartKind.NETWORK, network))
            self._ways_out[network] = gate
        return gate

    def serves(self, node: str, network: str) -> int:
        """Whether users reach a service address of this network on this node."""
        if self._plan.get(Network, network) is None:
            return NEVER
        return self._builder.any_of((self.link(node, network), self.way_out(network)))

    def missing(self, node: str, network: str) -> bool:
        """Whether the node has no interface on a network where others have one."""
        return self.link(node, network) == ALWAYS

    def links(self) -> dict[tuple[str, str], int]:
        """Gates of every (node, network) that has an interface, by their keys."""
        known = self._plan
        return {
            (node, network): self.link(node, network)
            for node, network in self._interfaces
            if node and known.get(Network, network) is not None
        }
