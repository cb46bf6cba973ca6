"""The generator of plans: valid, repeatable, of the size asked for, and varied."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.generation.recipe import drawn
from tests.generator import HARDWARE, generate
from worksheets.failures.parts import PartKind
from worksheets.failures.singles import single_failures
from worksheets.plan.integrity import problems
from worksheets.plan.markers import NAME_LENGTH
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import decode, digest, encode
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.rules.judge import judge
from worksheets.rules.registry import catalogue

SEEDS = range(200)
NAMED = tuple(kind for kind in KINDS.values() if "name" in kind.__struct_fields__)


def mixed(seed: int) -> Plan:
    """A plan whose size goes through the whole range as the seed goes up."""
    return generate(seed, 2 + seed % 15, seed * 7 % 65)


def hardware(plan: Plan) -> int:
    return sum(isinstance(row, HARDWARE) for row in plan)


@pytest.mark.parametrize("first", range(0, len(SEEDS), 50))
def test_every_plan_can_be_stored(first):
    for seed in SEEDS[first : first + 50]:
        assert problems(mixed(seed)) == []


def test_round_trip():
    for seed in SEEDS[::8]:
        plan = mixed(seed)
        assert decode(encode(plan)) == plan


def test_same_seed_same_plan_and_other_seed_another():
    digests = [digest(mixed(seed)) for seed in SEEDS]
    assert digests == [digest(mixed(seed)) for seed in SEEDS]
    assert len(set(digests)) == len(SEEDS)


@pytest.mark.parametrize(("nodes", "groups"), [(2, 0), (2, 1), (3, 7), (16, 64)])
def test_size_is_what_was_asked_for(nodes, groups):
    plan = generate(5, nodes, groups)
    assert len(plan.rows(Node)) == nodes
    assert len(plan.rows(ResourceGroup)) == groups


def test_largest_plan_has_about_two_thousand_parts():
    for seed in range(10):
        plan = generate(seed, 16, 64)
        assert 2_000 <= hardware(plan) <= 2_100
        assert len(plan.rows(IpLabel)) <= 256


def test_parts_are_made_up_by_disks():
    assert 900 <= hardware(generate(3, 4, 8, parts=900)) < 920
    assert hardware(generate(3, 4, 8, parts=0)) < 300


@pytest.mark.parametrize("sites", [0, 1, 2])
@pytest.mark.parametrize("virtual", [True, False])
def test_style_is_what_was_asked_for(sites, virtual):
    for seed in range(12):
        plan = generate(seed, 4, 6, virtual=virtual, sites=sites)
        assert len(plan.rows(Site)) == sites
        assert bool(plan.rows(VirtualIoServer)) is virtual


def test_sizes_out_of_range_are_refused():
    with pytest.raises(ValueError, match="2 to 16 nodes"):
        generate(1, 17, 4)
    with pytest.raises(ValueError, match="up to 64 resource groups"):
        generate(1, 4, 65)
    with pytest.raises(ValueError, match="up to 2 sites"):
        generate(1, 4, 4, sites=3)


def test_some_names_are_as_long_as_names_may_be():
    lengths = Counter(
        len(row.name) for seed in SEEDS[::10] for row in mixed(seed) if isinstance(row, NAMED)
    )
    assert max(lengths) == NAME_LENGTH
    assert 0.001 < lengths[NAME_LENGTH] / lengths.total() < 0.05


def test_some_designs_are_sound_and_some_are_weak():
    plans = [generate(seed, 4, 6, sites=2) for seed in range(60)]
    counts = [len(single_failures(plan).losses) for plan in plans]
    assert counts.count(0) >= 10
    assert sum(count >= 10 for count in counts) >= 10
    broken = {loss.part.kind for plan in plans for loss in single_failures(plan).losses}
    assert broken >= {
        PartKind.SITE,
        PartKind.RACK,
        PartKind.FRAME,
        PartKind.STORAGE,
        PartKind.DEVICE,
        PartKind.SERVER,
        PartKind.CARD,
        PartKind.DISK,
        PartKind.NODE,
    }


def test_no_rule_fails_on_generated_plans():
    known = set(catalogue())
    for seed in range(40):
        assert {finding.rule for finding in judge(mixed(seed)).findings} <= known


@pytest.mark.parametrize("sites", [0, 1, 2])
@pytest.mark.parametrize("nodes", [2, 3, 5, 9, 16])
def test_sound_plans_lack_nothing_but_a_second_site(nodes, sites):
    """Whatever their size: a room for a second site is not a design's to choose, and how
    many cases are too many to test is a matter of taste."""
    sound = [seed for seed in range(12) if drawn(seed, nodes, 4, None, sites, None).flaws == 0]
    assert len(sound) >= 3
    allowed = {"COMPLEX-TEST"} if sites == 2 else {"COMPLEX-TEST", "SPOF-SITE"}
    for seed in sound[:3]:
        plan = generate(seed, nodes, 3 * nodes, sites=sites)
        assert {finding.rule for finding in judge(plan).findings} <= allowed


def test_other_plans_lack_what_sound_ones_have():
    flawed = [seed for seed in range(12) if drawn(seed, 4, 8, None, 2, None).flaws > 0.1]
    told = [{item.rule for item in judge(generate(seed, 4, 8)).findings} for seed in flawed]
    assert all(len(rules) > 5 for rules in told)
    assert set().union(*told) >= {
        "TASK-NONE",
        "REQ-NONE",
        "GUIDE-NONE",
        "SERVICE-NONE",
    }


def test_largest_plan_has_about_three_thousand_rows():
    for seed in range(10):
        assert 2_700 <= len(list(generate(seed, 16, 64))) <= 3_100
