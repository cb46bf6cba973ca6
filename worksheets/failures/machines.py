"""Frames, Virtual I/O Servers and nodes."""

from __future__ import annotations

from worksheets.failures.dag import NEVER, Builder
from worksheets.failures.parts import PartKind, Thing
from worksheets.failures.power import Power
from worksheets.plan.plan import Plan
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.virtual_io_server import VirtualIoServer


class Machines:
    """Gates of the computers of a plan."""

    def __init__(self, plan: Plan, builder: Builder, power: Power) -> None:
        self._plan = plan
        self._builder = builder
        self._power = power
        self._frames: dict[str, int] = {}
        self._servers: dict[str, int] = {}
        self._nodes: dict[str, int] = {}
        self._sites: dict[str, str] = {}

    def frame(self, key: str) -> int:
        """Down by itself, with its rack, or when its power is dark."""
        gate = self._frames.get(key)
        if gate is None:
            row = self._plan.get(Frame, key)
            gate = NEVER
            if row is not None:
                thing = Thing(PartKind.FRAME, key)
                gate = self._power.standing(thing, row.rack, row.circuits)
            self._frames[key] = gate
        return gate

    def server(self, key: str) -> int:
        """A Virtual I/O Server: down by itself or with its frame."""
        gate = self._servers.get(key)
        if gate is None:
            row = self._plan.get(VirtualIoServer, key)
            gate = NEVER
            if row is not None:
                thing = Thing(PartKind.SERVER, key)
                gate = self._builder.any_of(
                    (self._builder.leaf(thing), self.frame(row.frame)), thing
                )
            self._servers[key] = gate
        return gate

    def node(self, key: str) -> int:
        """Down by itself, with its frame, or with its rootvg."""
        gate = self._nodes.get(key)
        if gate is None:
            row = self._plan.get(Node, key)
            gate = NEVER
            if row is not None:
                thing = Thing(PartKind.NODE, key)
                own = self._builder.leaf(thing)
                gate = self._builder.any_of((own, self.frame(row.frame), self._rootvg(row)), thing)
            self._nodes[key] = gate
        return gate

    def _rootvg(self, node: Node) -> int:
        """Gone with its disk when it has only one; or when no VIOS serves it any more."""
        thing = Thing(PartKind.ROOTVG, node.key)
        disk = NEVER
        if node.rootvg is RootvgProtection.NONE:
            disk = self._builder.leaf(thing)
        servers = self._plan.pick(VirtualIoServer, node.rootvg_servers)
        served = NEVER
        if servers:
            served = self._builder.all_of([self.server(row.key) for row in servers])
        return self._builder.any_of((disk, served), thing)

    def site_of(self, node: str) -> str:
        """Key of the site of a node by its frame and rack; empty where that is not entered."""
        site = self._sites.get(node)
        if site is None:
            row = self._plan.get(Node, node)
            frame = self._plan.get(Frame, row.frame) if row else None
            site = self._sites[node] = self._power.site_of_rack(frame.rack) if frame else ""
        return site
