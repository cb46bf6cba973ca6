"""Adapter cards, their ports, and the switches at the other end."""

from __future__ import annotations

from collections.abc import Iterable

from worksheets.failures.dag import NEVER, Builder
from worksheets.failures.machines import Machines
from worksheets.failures.parts import PartKind, Thing
from worksheets.failures.power import Power
from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.port import Port


class Adapters:
    """Gates of cards, ports and network devices."""

    def __init__(self, plan: Plan, builder: Builder, power: Power, machines: Machines) -> None:
        self._plan = plan
        self._builder = builder
        self._power = power
        self._machines = machines
        self._devices: dict[str, int] = {}
        self._cards: dict[str, int] = {}
        self._ports: dict[str, int] = {}
        self._legs: dict[tuple[str, ...], int] = {}

    def device(self, key: str) -> int:
        """A switch, router or SAN switch: down by itself, with its rack or its power."""
        gate = self._devices.get(key)
        if gate is None:
            row = self._plan.get(NetworkDevice, key)
            gate = NEVER
            if row is not None:
                thing = Thing(PartKind.DEVICE, key)
                gate = self._power.standing(thing, row.rack, row.circuits)
            self._devices[key] = gate
        return gate

    def card(self, key: str) -> int:
        """Gone by itself or with the partition that holds it, and all its ports with it."""
        gate = self._cards.get(key)
        if gate is None:
            row = self._plan.get(Card, key)
            gate = NEVER
            if row is not None:
                thing = Thing(PartKind.CARD, key)
                own = self._builder.leaf(thing)
                holders = (self._machines.node(row.node), self._machines.server(row.server))
                gate = self._builder.any_of((own, *holders), thing)
            self._cards[key] = gate
        return gate

    def port(self, key: str) -> int:
        """Dead by itself, with its card, or with the switch that its cable leads to."""
        gate = self._ports.get(key)
        if gate is None:
            row = self._plan.get(Port, key)
            gate = NEVER
            if row is not None:
                thing = Thing(PartKind.PORT, key)
                own = self._builder.leaf(thing)
                ends = (self.card(row.card), self.device(row.attached_to))
                gate = self._builder.any_of((own, *ends), thing)
            self._ports[key] = gate
        return gate

    def ports(self, keys: Iterable[str]) -> list[int]:
        """Gates of the ports that exist in the plan."""
        return [self.port(row.key) for row in self._plan.pick(Port, keys)]

    def all_dead(self, keys: tuple[str, ...]) -> int:
        """Broken when all these ports are; never, when there is none."""
        gate = self._legs.get(keys)
        if gate is None:
            gates = self.ports(keys)
            gate = self._legs[keys] = self._builder.all_of(gates) if gates else NEVER
        return gate
