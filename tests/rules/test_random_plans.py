"""Rules over plans full of nonsense: any value in any cell, any row for any reference."""

from __future__ import annotations

import random

import msgspec
import pytest

from tests.rules.test_every_rule import shuffled
from worksheets.plan.fields import Field, Holds, fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.rules.judge import ENGINE_RULE, judge

_TEXTS = ("", "x", "node", "a b", "7.1", "7300-02", "hdisk1", "10, 20", "no", "a.sh,b", "Ω²")
_FORMATTED = {
    "address": ("", "10.1.1.1", "10.1.1.2", "10.1.2.1", "10.1.1.255", "fd00::1", "fd00::2"),
    "cluster_ip": ("", "228.1.1.1"),
    "netmask": ("", "255.255.255.0", "255.255.255.255", "128.0.0.0"),
    "pvid": ("", "0" * 16),
    "mount_point": ("/", "/a", "/a/b", "//a/", "/ab"),
    "event": ("node_down", "rg_move", "event_error"),
    "worksheet": ("node", "resource_group", "sheet_remark"),
    "path": ("/a", "/a/b", "/a/b/c"),
}


def _value(dice: random.Random, field: Field) -> object:
    if field.holds is Holds.REFERENCE:
        return dice.choice(("", "k0", "k1", "k2", "k3", "gone"))
    if field.holds is Holds.REFERENCES:
        return tuple(dice.sample(("k0", "k1", "k2", "k3", "gone"), dice.randrange(5)))
    if field.choices is not None:
        return dice.choice(list(field.choices))
    if field.holds is Holds.FLAG:
        return dice.choice((True, False))
    if field.holds is Holds.INTEGER:
        assert field.minimum is not None
        assert field.maximum is not None
        middle = min(field.minimum + dice.randrange(40), field.maximum)
        return dice.choice((field.minimum, middle, field.maximum))
    return dice.choice(_FORMATTED.get(field.name, _TEXTS))


def nonsense_row(dice: random.Random, kind: type[Row], number: int) -> Row:
    cells = {
        field.name: _value(dice, field)
        for field in fields_of(kind).values()
        if field.required or dice.random() < 0.8
    }
    if "name" in cells:
        cells["name"] = dice.choice((f"name{number}", f"a-{number}", "cluster"))
    return msgspec.convert({"key": f"k{number}", **cells}, kind)


def nonsense(seed: int) -> Plan:
    """Up to four rows on each worksheet, references to rows that may not exist."""
    dice = random.Random(seed)
    rows = []
    for kind in KINDS.values():
        most = 2 if kind is ClusterOptions else 5
        rows += [nonsense_row(dice, kind, number) for number in range(dice.randrange(most))]
    return Plan(rows)


@pytest.mark.parametrize("seed", range(150))
def test_no_rule_stops_and_nothing_depends_on_the_order_of_rows(seed):
    plan = nonsense(seed)
    findings = judge(plan).findings
    assert [item.detail for item in findings if item.rule == ENGINE_RULE] == []
    assert judge(shuffled(plan, seed)).findings == findings
    for place in (place for item in findings for place in item.places):
        kind = KINDS[place.sheet]
        assert not place.key or plan.get(kind, place.key) is not None, place
        assert not place.column or place.column in fields_of(kind), place


def test_random_plans_reach_most_rules():
    told = {item.rule for seed in range(150) for item in judge(nonsense(seed)).findings}
    assert len(told) > 150
