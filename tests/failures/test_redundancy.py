"""More of the same never makes a design weaker."""

from __future__ import annotations

import random
from collections.abc import Callable

import msgspec
from hypothesis import given, settings

from tests.failures.strategies import plans, random_plan
from worksheets.failures.parts import PartKind
from worksheets.failures.singles import single_failures
from worksheets.plan.plan import Plan
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.virtual_io_server import VirtualIoServer

Change = Callable[[random.Random, Plan], Plan]


def _one(chance: random.Random, rows: list) -> list:
    return [chance.choice(rows)] if rows else []


def new_port(chance: random.Random, plan: Plan) -> Plan:
    """A spare port, without card, in an interface or disk path that has some already."""
    port = Port(key="spare", name="spare")
    users = [row for kind in (Interface, DiskPath) for row in plan.rows(kind) if row.ports]
    for row in _one(chance, users):
        plan = plan.replace(port, msgspec.structs.replace(row, ports=(*row.ports, "spare")))
    return plan


def new_circuit(chance: random.Random, plan: Plan) -> Plan:
    fed = [row for row in plan.rows(Frame) if row.circuits]
    for row in _one(chance, fed):
        circuits = (*row.circuits, "spare")
        plan = plan.replace(
            PowerCircuit(key="spare", name="spare"), msgspec.structs.replace(row, circuits=circuits)
        )
    return plan


def a_ups(chance: random.Random, plan: Plan) -> Plan:
    for row in _one(chance, list(plan.rows(PowerCircuit))):
        plan = plan.replace(msgspec.structs.replace(row, ups=True))
    return plan


def new_server(chance: random.Random, plan: Plan) -> Plan:
    served = [row for row in plan.rows(Node) if row.rootvg_servers]
    for row in _one(chance, served):
        servers = (*row.rootvg_servers, "spare")
        plan = plan.replace(
            VirtualIoServer(key="spare", name="spare"),
            msgspec.structs.replace(row, rootvg_servers=servers),
        )
    return plan


def another_node(chance: random.Random, plan: Plan) -> Plan:
    listed = [row for row in plan.rows(ResourceGroup) if row.nodes]
    for row in _one(chance, listed):
        nodes = dict.fromkeys((*row.nodes, chance.choice(plan.rows(Node)).key))
        plan = plan.replace(msgspec.structs.replace(row, nodes=tuple(nodes)))
    return plan


def another_gateway(chance: random.Random, plan: Plan) -> Plan:
    led = [row for row in plan.rows(Network) if row.gateways]
    for row in _one(chance, led):
        from_here = [device.key for device in plan if device.slug == "network_device"]
        gateways = dict.fromkeys((*row.gateways, chance.choice(from_here)))
        plan = plan.replace(msgspec.structs.replace(row, gateways=tuple(gateways)))
    return plan


CHANGES: tuple[Change, ...] = (
    new_port, new_circuit, a_ups, new_server, another_node, another_gateway,
)  # fmt: skip


def lost(plan: Plan) -> set[tuple[PartKind, str, str]]:
    return {
        (loss.part.kind, loss.part.key, group)
        for loss in single_failures(plan).losses
        for group in loss.groups
    }


@settings(max_examples=250, deadline=None)
@given(plans)
def test_redundancy_adds_no_single_point_of_failure(plan: Plan) -> None:
    chance = random.Random(len(plan))
    before, could_not_run = lost(plan), {item.group for item in single_failures(plan).stranded}
    for change in CHANGES:
        after = change(chance, plan)
        # A group that could not run at all has no losses before, and may have some once it can.
        added = {item for item in lost(after) - before if item[2] not in could_not_run}
        assert not added, change.__name__
        assert {item.group for item in single_failures(after).stranded} <= could_not_run


def test_the_changes_do_change_plans() -> None:
    for change in CHANGES:
        effects = 0
        for seed in range(200):
            plan = random_plan(seed)
            effects += len(lost(plan)) > len(lost(change(random.Random(seed), plan)))
        assert effects, change.__name__
