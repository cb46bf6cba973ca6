"""Serial lists against dependencies, for all orders."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, group, sound
from tests.rules.resources import led, nfs, serial
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.dependency import DependencyKind
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.resource_group import Processing, ResourceGroup

PARENT_CHILD, START_AFTER, STOP_AFTER = list(DependencyKind)[:3]
PLACE = st.one_of(st.none(), st.integers(1, 256))


def titles(rule: str, plan: Plan) -> list[str]:
    return [finding.title for finding in found(rule, plan)]


@given(st.lists(PLACE, min_size=2, max_size=5))
def test_only_equal_places_collide(places):
    plan = sound().replace(*(serial(f"g{n}", place) for n, place in enumerate(places)))
    given_places = [place for place in places if place is not None]
    repeated = {place for place in given_places if given_places.count(place) > 1}
    assert len(found("RG-PLACE-TWICE", plan)) == len(repeated)


def test_start_and_stop_are_separate_lists():
    assert not found("RG-PLACE-TWICE", sound().replace(serial("g1", 1), serial("g2", None, 1)))
    assert titles("RG-PLACE-TWICE", sound().replace(serial("g1", 7), serial("g2", 7))) == [
        "rg_g1 and rg_g2 start in place 7"
    ]


def test_a_place_that_does_not_count_collides_with_none():
    plan = sound().replace(serial("g1", 1), group("g2", acquisition_place=1))
    assert not found("RG-PLACE-TWICE", plan)
    assert titles("RG-PLACE-IDLE", plan) == [
        "rg_g2 has place 1 to start and is handled in parallel"
    ]


def test_idle_places_of_both_lists_are_told():
    plan = sound().replace(group("g1", acquisition_place=1, release_place=2))
    assert titles("RG-PLACE-IDLE", plan)[1] == (
        "rg_g1 has place 2 to stop and is handled in parallel"
    )
    assert not found("RG-PLACE-IDLE", sound())


def test_one_place_is_enough():
    assert not found("RG-PLACE-OPEN", sound().replace(serial("g1", 1)))
    assert not found("RG-PLACE-OPEN", sound().replace(serial("g1", None, 1)))
    assert found("RG-PLACE-OPEN", sound().replace(serial("g1")))
    assert not found("RG-PLACE-OPEN", sound())


@pytest.mark.parametrize(
    ("kind", "column", "leader_first"),
    [
        (PARENT_CHILD, 0, True),
        (PARENT_CHILD, 1, False),
        (START_AFTER, 0, True),
        (START_AFTER, 1, None),
        (STOP_AFTER, 0, None),
        (STOP_AFTER, 1, True),
        (DependencyKind.SAME_NODE, 0, None),
    ],
)
@pytest.mark.parametrize("places", list(permutations((1, 2))))
def test_each_kind_of_dependency_binds_its_lists(kind, column, leader_first, places):
    """None: the dependency says nothing about this list."""
    rows = [
        serial(key, *([None] * column), place)
        for key, place in zip(("g1", "g2"), places, strict=True)
    ]
    plan = sound().replace(*rows, led(kind, "g1", "g2"))
    contradicts = leader_first is not None and (places[0] < places[1]) is not leader_first
    assert bool(found("RG-PLACE-DEPENDENCY", plan)) is contradicts


def test_a_contradiction_names_both_groups_and_marks_their_places():
    plan = sound().replace(serial("g1", None, 1), serial("g2", None, 2))
    plan = plan.replace(led(PARENT_CHILD, "g1", "g2"))
    (finding,) = found("RG-PLACE-DEPENDENCY", plan)
    assert finding.title == "rg_g1 is to stop before rg_g2, which contradicts parent / child"
    assert [(place.key, place.column) for place in finding.places] == [
        ("g1", "release_place"), ("g2", "release_place"),
    ]  # fmt: skip


def test_equal_and_missing_places_contradict_nothing():
    edge = led(START_AFTER, "g1", "g2")
    for first, second in ((3, 3), (3, None), (None, 3)):
        plan = sound().replace(serial("g1", first), serial("g2", second), edge)
        assert not found("RG-PLACE-DEPENDENCY", plan)
    assert not found("RG-PLACE-DEPENDENCY", sound().replace(serial("g2", 1), edge))
    parallel = sound().replace(group("g1", acquisition_place=2), serial("g2", 1), edge)
    assert not found("RG-PLACE-DEPENDENCY", parallel)


def test_two_leaders_of_one_group_are_two_findings():
    plan = sound().replace(serial("g1", 5), serial("g2", 6), serial("g3", 1))
    plan = plan.replace(led(START_AFTER, "g1", "g3"), led(PARENT_CHILD, "g2", "g3"))
    findings = found("RG-PLACE-DEPENDENCY", plan)
    assert len({finding.identity for finding in findings}) == 2


def late(**cells: int) -> Plan:
    return edit(nfs(), ResourceGroup, "rg", processing=Processing.SERIAL, **cells)


@pytest.mark.parametrize(("other", "told"), [(1, True), (4, False), (5, False), (None, False)])
def test_groups_with_nfs_mounts_come_first(other, told):
    plan = late(acquisition_place=4).replace(serial("g1", other))
    assert bool(found("RG-PLACE-NFS", plan)) is told


def test_groups_that_a_mounting_group_waits_for_may_come_before_it():
    plan = late(acquisition_place=4).replace(serial("g1", 1), serial("g2", 2))
    assert titles("RG-PLACE-NFS", plan) == [
        "rg_app has NFS mounts and starts after rg_g1 and rg_g2"
    ]
    through = plan.replace(led(START_AFTER, "g1", "g2"), led(PARENT_CHILD, "g2", "rg"))
    assert not found("RG-PLACE-NFS", through)


def test_two_groups_with_mounts_do_not_disturb_each_other():
    plan = late(acquisition_place=4).replace(
        serial("g1", 1), NfsMount(key="mp", mount_point="/mnt/b", resource_group="g1")
    )
    assert not found("RG-PLACE-NFS", plan)
    assert not found("RG-PLACE-NFS", late(release_place=4).replace(serial("g1", 1)))
    assert not found("RG-PLACE-NFS", sound().replace(serial("g1", 1), serial("g2", 2)))
