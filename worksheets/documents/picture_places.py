"""Where racks stand and what feeds them, for the labels of a drawing."""

from __future__ import annotations

from worksheets.plan.plan import Plan
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit


def site_of(plan: Plan, rack: str) -> str:
    """Key of the site of a rack; empty where either is unknown."""
    row = plan.get(Rack, rack)
    site = plan.get(Site, row.site) if row else None
    return site.key if site else ""


def power_of(plan: Plan, row: Frame | StorageUnit) -> str:
    """Its circuits, or those of its rack, in words; empty where none is entered."""
    rack = plan.get(Rack, row.rack)
    circuits = plan.pick(PowerCircuit, row.circuits or (rack.circuits if rack else ()))
    return "power " + " + ".join(circuit.name for circuit in circuits) if circuits else ""
