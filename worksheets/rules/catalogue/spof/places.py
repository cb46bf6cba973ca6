"""Single points of failure: sites, racks, power."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.parts import Part, PartKind
from worksheets.failures.words import listed
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.rules.catalogue.spof.common import (
    at,
    cells,
    cut_of,
    cuts,
    groups,
    losses,
    lost,
)
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Place, Severity, cell, sheet
from worksheets.rules.registry import Rule, rule

Box = Frame | StorageUnit | NetworkDevice


@rule(
    "SPOF-SITE",
    "One site only",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S10",),
    table1="S10",
    fix="Add a second site with nodes and storage of its own, or decide by name that a disaster "
    "at the site is tolerated.",
)
def spof_site(design: Design, rule: Rule) -> Iterator[Finding]:
    """Fire, flood or a long blackout takes a whole site. Whether to guard against that is a
    decision by distance, budget and the outage that is acceptable, but it must be decided."""
    found = list(losses(design, PartKind.SITE))
    for loss in found:
        yield lost(
            design,
            rule,
            loss,
            fix=f"Give {groups(design, loss)} a node, a copy of the data and a way to the users at "
            f"another site than {loss.part.name}, or decide by name that losing it is tolerated.",
        )
    sites = design.plan.rows(Site)
    if not sites:
        yield rule.at(
            sheet(Site),
            title="No site is entered, so nothing says that the cluster survives one",
        )
    elif len(sites) == 1 and not found:
        yield rule.at(
            cell(sites[0], "name"),
            title=f"{sites[0].name} is the only site of the cluster",
        )


@rule(
    "SPOF-RACK",
    "Rack that holds everything a group needs",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("N3", "S2"),
    table1="S2",
    fix="Spread nodes, storage and switches over at least two racks.",
)
def spof_rack(design: Design, rule: Rule) -> Iterator[Finding]:
    """What stands in one rack shares its power strips, its cooling and its accidents. Nodes that
    back each other up, and copies of data, belong in different racks."""
    for loss in losses(design, PartKind.RACK):
        rack = loss.part
        boxes: tuple[Box, ...] = (
            *design.plan.rows(Frame),
            *design.plan.rows(StorageUnit),
            *design.plan.rows(NetworkDevice),
        )
        inside = [row for row in boxes if row.rack == rack.key]
        names = listed(row.name for row in inside)
        yield lost(
            design,
            rule,
            loss,
            *cells(inside, "rack"),
            detail=f"In {rack.name}: {names}." if inside else "",
            fix=f"Move part of what {rack.name} holds to another rack, so that "
            f"{groups(design, loss)} can do without it.",
        )


@rule(
    "SPOF-POWER",
    "Power from one circuit without UPS",
    severity=Severity.BLOCKER,
    outside_production=Severity.ADVICE,
    sources=("S2", "N3"),
    table1="S2",
    fix="Bring a second circuit, or put the circuit on a UPS.",
)
def spof_power(design: Design, rule: Rule) -> Iterator[Finding]:
    """Nodes and shared storage need more than one circuit or a UPS, and nodes that back each other
    up must not share their supply: a tripped breaker would stop them together."""
    for loss in losses(design, PartKind.CIRCUIT):
        boxes, places = _fed(design, loss.part)
        yield lost(
            design,
            rule,
            loss,
            *places,
            detail=f"{loss.part.name} has no UPS and feeds {boxes} alone." if boxes else "",
            fix=f"Put {loss.part.name} on a UPS, or bring a second circuit to "
            f"{boxes or 'what it feeds'}.",
        )
    for cut in cuts(design, PartKind.CIRCUIT):
        boxes, places = _fed(design, cut.part)
        yield rule.at(
            at(cut.part),
            *places,
            title=f"Power circuit {cut.part.name} feeds {boxes} alone and has no UPS",
            detail="No group is lost with it, but groups must move or lose their redundancy.",
            fix=f"Put {cut.part.name} on a UPS, or bring a second circuit to {boxes}.",
            severity=Severity.WARNING,
        )


def _fed(design: Design, circuit: Part) -> tuple[str, list[Place]]:
    """What a circuit feeds alone, in words, and the cells that say so."""
    rows: list[Box] = []
    holders: dict[str, Rack] = {}
    for kind, key in ((thing.kind.row, thing.key) for thing in cut_of(design, circuit).things):
        row = design.plan.get(kind, key)
        if isinstance(row, Box):
            rows.append(row)
            if not design.plan.pick(PowerCircuit, row.circuits):
                holders |= {rack.key: rack for rack in design.plan.pick(Rack, (row.rack,))}
    own = [row for row in rows if design.plan.pick(PowerCircuit, row.circuits)]
    places = [*cells(own, "circuits"), *cells(holders.values(), "circuits")]
    return listed(row.name for row in rows), places
