"""A small plan for tests that need some rows and do not care which."""

from __future__ import annotations

from worksheets.models.store.read import read_rows
from worksheets.plan.plan import Plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.resource_group import ResourceGroup


def small_plan(name: str = "small") -> Plan:
    """Two nodes in one of two frames, one resource group."""
    return Plan(
        [
            ClusterOptions(key="cluster", name=name, owner="Payments"),
            PowerCircuit(key="p1", name="P1"),
            PowerCircuit(key="p2", name="P2"),
            Frame(key="f1", name="frameA", circuits=("p2", "p1")),
            Frame(key="f2", name="frameB", circuits=("p1",)),
            Node(key="n1", name="nodea", frame="f1", cpu_peak=50, memory=64),
            Node(key="n2", name="nodeb", frame="f1", cpu_peak=60, memory=64),
            ResourceGroup(key="g1", name="rg_app", nodes=("n2", "n1")),
            Administrator(key="a1", name="Ada", backup="a2"),
            Administrator(key="a2", name="Ben", backup="a1"),
        ]
    )


def version_of(revision_id: int, slug: str, key: str) -> int:
    """Version of a row as stored."""
    return read_rows(revision_id)[1][slug, key]
