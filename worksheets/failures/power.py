"""Sites, racks, power circuits, and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable

from worksheets.failures.dag import NEVER, Builder
from worksheets.failures.parts import PartKind, Thing
from worksheets.plan.plan import Plan
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.site import Site


class Power:
    """Gates of the places and feeds of a plan. An empty or unknown reference is no constraint."""

    def __init__(self, plan: Plan, builder: Builder) -> None:
        self._plan = plan
        self._builder = builder
        self._sites: dict[str, int] = {}
        self._circuits: dict[str, int] = {}
        self._racks: dict[str, int] = {}

    def site(self, key: str) -> int:
        """A site is a leaf: fire, flood, loss of the building."""
        gate = self._sites.get(key)
        if gate is None:
            known = self._plan.get(Site, key) is not None
            gate = self._builder.leaf(Thing(PartKind.SITE, key)) if known else NEVER
            self._sites[key] = gate
        return gate

    def circuit(self, key: str) -> int:
        """Dark when it fails itself, unless a UPS carries it on, or when its site is lost."""
        gate = self._circuits.get(key)
        if gate is None:
            row = self._plan.get(PowerCircuit, key)
            gate = NEVER
            if row is not None:
                thing = Thing(PartKind.CIRCUIT, key)
                own = NEVER if row.ups else self._builder.leaf(thing)
                gate = self._builder.any_of((own, self.site(row.site)), thing)
            self._circuits[key] = gate
        return gate

    def rack(self, key: str) -> int:
        """Lost by itself or with its site. Its circuits matter to what stands in it."""
        gate = self._racks.get(key)
        if gate is None:
            row = self._plan.get(Rack, key)
            gate = NEVER
            if row is not None:
                thing = Thing(PartKind.RACK, key)
                gate = self._builder.any_of((self._builder.leaf(thing), self.site(row.site)), thing)
            self._racks[key] = gate
        return gate

    def supply(self, circuits: Iterable[str], rack: str) -> int:
        """Dark when all circuits are; without own circuits those of the rack count."""
        feeds = self._plan.pick(PowerCircuit, circuits)
        holder = self._plan.get(Rack, rack)
        if not feeds and holder is not None:
            feeds = self._plan.pick(PowerCircuit, holder.circuits)
        return self._builder.all_of([self.circuit(row.key) for row in feeds]) if feeds else NEVER

    def standing(self, thing: Thing, rack: str, circuits: Iterable[str]) -> int:
        """A box in a rack: lost by itself, with the rack, or when its supply is dark."""
        own = self._builder.leaf(thing)
        return self._builder.any_of((own, self.rack(rack), self.supply(circuits, rack)), thing)

    def site_of_rack(self, rack: str) -> str:
        """Key of the site where a rack stands, or an empty text."""
        row = self._plan.get(Rack, rack)
        return row.site if row and self._plan.get(Site, row.site) else ""
