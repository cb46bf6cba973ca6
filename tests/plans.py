"""Plans for tests: a small one that has some rows, and one with rows of a given worksheet."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from importlib.resources import files
from types import ModuleType

from msgspec import structs

from tests.plan import described
from worksheets import samples as sample_files
from worksheets.models.store.read import read_rows
from worksheets.plan.integrity import SINGLE_KEY
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import decode
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.sheets.cells import value_of
from worksheets.sheets.registry import sheets


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


@cache
def samples() -> tuple[Plan, ...]:
    """The sample plans."""
    found = sorted(files(sample_files).iterdir(), key=lambda file: file.name)
    return tuple(decode(file.read_bytes()) for file in found if file.name.endswith(".json"))


@cache
def plan_with(slug: str) -> Plan:
    """A plan that has rows of a worksheet: the sample with most of them, else its examples."""
    kind = KINDS[slug]
    plan = max(samples(), key=lambda plan: len(plan.rows(kind)))
    return plan if plan.rows(kind) else _of_examples(slug)


def _of_examples(slug: str) -> Plan:
    """The cluster that the examples speak of, with a row made of the worksheet's examples."""
    sheet = sheets()[slug]
    plan = Plan(row for module in described_modules() for row in module.ROWS)
    values = {
        column.name: value_of(plan, sheet.fields[column.name], column.example or "yes")
        for column in sheet.all_columns
    }
    key = SINGLE_KEY if sheet.single else "example"
    row = sheet.row(key=key, **values)
    title = plan.replace(row).title(sheet.row, key)
    key = plan.keys_by_title(sheet.row).get(title, key)
    options = ClusterOptions(key="cluster", name="examples")
    return plan.replace(options, structs.replace(row, key=key))


def described_modules() -> list[ModuleType]:
    """The chapters of the cluster that the examples speak of."""
    return [
        importlib.import_module(f"{described.__name__}.{module.name}")
        for module in pkgutil.iter_modules(described.__path__)
    ]
