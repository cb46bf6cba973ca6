"""What goes out comes back: every worksheet, every nasty text, as CSV and as XLSX."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import Phase, given
from hypothesis import settings as hypothesis_settings

from tests.exchange.strategies import NASTY, plans, random_plan
from tests.generator import generate
from worksheets.exchange.csv_files import read_csv, write_csv
from worksheets.exchange.proposal import Fate
from worksheets.exchange.propose import propose
from worksheets.exchange.tables import Table
from worksheets.exchange.workbook_reading import read_workbook
from worksheets.exchange.workbook_writing import write_workbook
from worksheets.plan.fields import fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import encode
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.sheets.registry import sheets


def by_csv(plan: Plan) -> list[Table]:
    return [
        read_csv(f"{slug}.csv", write_csv(plan, sheet), sheet).table
        for slug, sheet in sheets().items()
    ]


def by_workbook(plan: Plan) -> list[Table]:
    return read_workbook("plan.xlsx", write_workbook(plan, sheets().values()))


# A plan hangs on one seed, which nothing can make smaller.
PHASES = (Phase.explicit, Phase.generate)
ways = pytest.mark.parametrize("tables", [by_csv, by_workbook])


def assert_round_trip(plan: Plan, found: list[Table]) -> None:
    again = propose(plan, found, remove_missing=True)
    assert again.mistakes == ()
    assert not again.changes
    assert again.count(Fate.UNCHANGED) == len(plan)
    assert again.plan == plan
    fresh = propose(Plan(), found)
    assert fresh.mistakes == ()
    assert fresh.plan == plan
    assert encode(fresh.plan) == encode(plan)


@given(plan=plans)
@hypothesis_settings(max_examples=80, phases=PHASES)
def test_csv(plan):
    assert_round_trip(plan, by_csv(plan))


@given(plan=plans)
@hypothesis_settings(max_examples=25, phases=PHASES)
def test_workbook(plan):
    assert_round_trip(plan, by_workbook(plan))


@ways
def test_generated_plan(tables):
    plan = generate(3, 4, 6)
    assert_round_trip(plan, tables(plan))


@ways
def test_lists_longer_than_a_cell_may_be(tables):
    """1,200 names of 60 characters are more than twice the 32,767 that a cell holds."""
    nodes = [Node(key=f"n{i}", name=f"{'n' * 55}{i:05d}") for i in range(1_200)]
    group = ResourceGroup(key="g1", name="rg", nodes=tuple(node.key for node in nodes))
    plan = Plan([*nodes, group])
    found = tables(plan)
    assert_round_trip(plan, found)


def test_the_strategy_reaches_every_worksheet_and_every_nasty_text():
    rows: Counter[str] = Counter()
    texts: set[str] = set()
    for seed in range(60):
        for row in random_plan(seed):
            rows[row.slug] += 1
            texts.update(
                v for name in fields_of(type(row)) if isinstance(v := getattr(row, name), str)
            )
    assert set(rows) == set(KINDS)
    assert min(rows.values()) >= 20
    assert [text for text in NASTY if text not in texts] == []


def test_an_empty_cell_is_the_default_everywhere():
    """Otherwise an unanswered cell would come back answered."""
    for kind in KINDS.values():
        for field in fields_of(kind).values():
            if not field.required and field.choices is None and field.minimum is None:
                assert field.default in (None, "", ()), (kind.slug, field.name)
