"""The graph against the plain evaluator, over random plans."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings

from tests.failures.naive import breakable, can_run, single_losses
from tests.failures.strategies import plans
from tests.generator import generate
from worksheets.failures.dag import evaluate
from worksheets.failures.graph import Graph
from worksheets.failures.singles import single_failures
from worksheets.plan.fields import Holds, fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.rows.resource_group import ResourceGroup

HUNDREDS = settings(max_examples=400, deadline=None)


@HUNDREDS
@given(plans)
def test_every_single_failure_is_found_and_no_other(plan: Plan) -> None:
    found = {
        (loss.part.kind, loss.part.key): frozenset(loss.groups)
        for loss in single_failures(plan).losses
    }
    assert found == single_losses(plan)


@pytest.mark.parametrize("seed", range(8))
def test_every_single_failure_of_a_realistic_plan_is_found(seed: int) -> None:
    plan = generate(seed, 2 + seed % 4, 2 + seed % 5)
    found = {
        (loss.part.kind, loss.part.key): frozenset(loss.groups)
        for loss in single_failures(plan).losses
    }
    assert found == single_losses(plan)


@HUNDREDS
@given(plans)
def test_stranded_groups_are_those_that_run_nowhere_and_each_says_why(plan: Plan) -> None:
    stranded = single_failures(plan).stranded
    groups = {row.key for row in plan.rows(ResourceGroup)}
    assert {item.group for item in stranded} == groups - can_run(plan)
    assert all(item.reasons for item in stranded)


@HUNDREDS
@given(plans)
def test_any_set_of_failed_parts_is_judged_alike(plan: Plan) -> None:
    chance = random.Random(len(plan))
    parts = breakable(plan)
    sets = [frozenset(chance.sample(parts, min(len(parts), size))) for size in (0, 2, 3, 5, 8)]
    graph = Graph(plan)
    columns = [
        sum(1 << bit for bit, broken in enumerate(sets) if graph.dag.thing(leaf) in broken)
        for leaf in graph.dag.leaves
    ]
    rows = evaluate(graph.dag, columns)
    for bit, broken in enumerate(sets):
        runs = {key for key, gate in graph.groups.items() if not rows[gate] >> bit & 1}
        assert runs == can_run(plan, broken)


@HUNDREDS
@given(plans)
def test_the_order_of_rows_changes_nothing(plan: Plan) -> None:
    rows = list(plan)
    random.Random(len(rows)).shuffle(rows)
    assert told(Plan(rows)) == told(plan)


@HUNDREDS
@given(plans)
def test_other_keys_change_nothing_that_is_told(plan: Plan) -> None:
    assert told(rekeyed(plan)) == told(plan)


@HUNDREDS
@given(plans)
def test_a_chain_leads_from_the_part_to_the_lost_groups(plan: Plan) -> None:
    singles = single_failures(plan)
    for loss in singles.losses:
        chain = singles.chain(loss)
        assert chain[0] == (loss.part.name,)
        assert set(chain[-1]) == set(loss.groups)  # names are keys in these plans
        assert all(chain)
        assert all(loss.part.name not in stage for stage in chain[1:])


def told(plan: Plan) -> list[object]:
    """Everything the analysis says, in names."""
    singles = single_failures(plan)
    return [
        [(loss.part.kind, loss.part.name, singles.chain(loss)) for loss in singles.losses],
        [(plan.title(ResourceGroup, item.group), item.reasons) for item in singles.stranded],
        [(cut.part.kind, cut.part.name, len(cut.things)) for cut in singles.cuts],
    ]


def rekeyed(plan: Plan) -> Plan:
    """The same rows under other keys, whose order is turned round."""
    new = {
        (row.slug, row.key): f"z{len(plan) - number:03}" for number, row in enumerate(plan, start=1)
    }
    rows = []
    for row in plan:
        cells: dict[str, object] = {"key": new[row.slug, row.key]}
        for field in fields_of(type(row)).values():
            value = getattr(row, field.name)
            if field.holds is Holds.REFERENCE and value:
                cells[field.name] = new[field.target, value]
            elif field.holds is Holds.REFERENCES:
                cells[field.name] = tuple(new[field.target, key] for key in value)
        rows.append(msgspec.structs.replace(row, **cells))
    return Plan(rows)
