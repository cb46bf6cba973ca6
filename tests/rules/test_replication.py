"""Storage replication beyond the examples: every mode, both ends, near misses."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, edit_all, emptied, group, two_sites
from tests.rules.examples_mirrors import far, pair, repl
from tests.rules.far_builders import asynchronous, glvm, replicated
from tests.rules.telling import places, severities, titles, told
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.replication import (
    RecoveryAction,
    Replication,
    ReplicationMethod,
    ReplicationMode,
)
from worksheets.plan.rows.resource_group import ResourceGroup, SitePolicy
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.judge import judge
from worksheets.rules.registry import catalogue

REPL, SITES = replicated(), two_sites()
SYNC_ONLY = {"pprc", "ds8000_inband", "hyperswap"}


@pytest.mark.parametrize("plan", [replicated(), glvm(), asynchronous()], ids=["storage", "a", "b"])
def test_sound_mirrors_have_no_finding_besides_their_single_points_of_failure(plan):
    tables = {rule.id for rule in catalogue().values() if rule.table1}
    assert [item for item in judge(plan).findings if item.rule not in tables] == []


def test_exactly_the_modes_of_each_method_pass():
    for method, mode in itertools.product(ReplicationMethod, ReplicationMode):
        found = told(repl(method=method, mode=mode), "REPL-MODE")
        wrong = (method.value in SYNC_ONLY and mode is ReplicationMode.ASYNC) or (
            method.value == "ds8000_global" and mode is ReplicationMode.SYNC
        )
        assert bool(found) is wrong, (method, mode)
    assert told(repl(method=None), "REPL-MODE") == []
    assert told(repl(method=ReplicationMethod.PPRC, mode=None), "REPL-MODE") == []


def test_the_edition_is_asked_for_where_something_is_mirrored_over_sites():
    open_one = edit(REPL, ClusterOptions, "cluster", edition=None)
    assert severities(open_one, "REPL-EDITION") == ["advice"]
    assert titles(open_one, "REPL-EDITION") == [
        "Replication needs the Enterprise Edition, but no edition is entered"
    ]
    assert places(open_one, "REPL-EDITION") == [["cluster_options/cluster/edition", "replication"]]
    other = edit(glvm(), ClusterOptions, "cluster", edition=None)
    assert places(other, "REPL-EDITION")[0][1:] == ["glvm_volume_group"]
    assert told(SITES, "REPL-EDITION") == []


def test_both_units_on_one_site():
    plan = repl(REPL.replace(StorageUnit(key="u3", name="ds3", rack="r1")), secondary="u3")
    assert titles(plan, "REPL-SITES") == ["Both storage units of mm_app stand on north"]
    assert titles(repl(primary="", secondary=""), "REPL-SITES") == []
    assert titles(repl(secondary=""), "REPL-SITES") == []
    nowhere = REPL.replace(*(StorageUnit(key=f"u{n}", name=f"ds{n}") for n in (1, 2)))
    assert titles(nowhere, "REPL-SITES") == []


@pytest.mark.parametrize(
    ("first", "second", "far_away"),
    [(100, 100, None), (101, 1, "s1"), (1, 150, "s2"), (None, 101, "s2"), (None, None, None)],
)
def test_the_longest_distance_of_both_sites_counts(first, second, far_away):
    plan = edit(edit(REPL, Site, "s1", distance_km=first), Site, "s2", distance_km=second)
    found = places(plan, "REPL-DISTANCE")
    assert [place[1] for place in found] == ([f"site/{far_away}/distance_km"] if far_away else [])
    assert told(repl(plan, mode=ReplicationMode.ASYNC), "REPL-DISTANCE") == []
    assert told(repl(plan, mode=None), "REPL-DISTANCE") == []


def test_sites_without_the_units_do_not_count():
    third = REPL.replace(Site(key="s3", name="east", distance_km=900))
    assert told(third, "REPL-DISTANCE") == []
    assert told(far(repl(primary="", secondary=""), 900), "REPL-DISTANCE") == []


@pytest.mark.parametrize("distance", [100, 101, 900])
def test_a_planned_replication_has_its_own_rule_about_distance(distance):
    assert told(far(REPL, distance), "SITE-DISTANCE") == []
    bare = emptied(far(REPL, distance), Replication)
    assert bool(told(bare, "SITE-DISTANCE")) is (distance > 100)


def test_lag_belongs_to_asynchronous_replication():
    assert titles(repl(lag=5), "REPL-LAG") == ["mm_app is synchronous, but has a lag of 5 s"]
    assert told(repl(lag=0), "REPL-LAG") == []
    assert told(repl(mode=ReplicationMode.ASYNC, lag=0), "REPL-LAG") == []
    assert told(repl(mode=None, lag=5), "REPL-LAG") == []


def test_recovery_by_hand_needs_no_conditions():
    manual = repl(takeover_conditions="", recovery_action=RecoveryAction.MANUAL)
    assert told(manual, "REPL-RECOVERY") == []
    plan = repl(takeover_conditions="")
    test = edit(plan, ClusterOptions, "cluster", environment=Environment.TEST)
    weights = [item.severity.value for item in judge(test).findings if item.rule == "REPL-RECOVERY"]
    assert weights == ["advice"]


def test_nodes_on_unknown_places_are_not_judged():
    one = edit(REPL, ResourceGroup, "rg", nodes=("n2",), site_policy=None)
    assert titles(one, "REPL-NODES") == [
        "rg_app lists no node on north, where mm_app has its disks"
    ]
    unknown = edit(one, ResourceGroup, "rg", nodes=("n2", "n3")).replace(Node(key="n3", name="c"))
    assert told(unknown, "REPL-NODES") == []
    assert told(edit(one, ResourceGroup, "rg", nodes=()), "REPL-NODES") == []
    assert told(edit(one, ResourceGroup, "rg", replications=()), "REPL-NODES") == []
    assert told(repl(one, primary=""), "REPL-NODES") == []


def test_units_of_pairs():
    assert titles(pair(secondary="d3"), "REPL-PAIR-UNIT") == [
        "lun3 is on ds1, but the secondary storage of mm_app is ds2"
    ]
    assert places(pair(secondary="d3"), "REPL-PAIR-UNIT") == [
        ["replicated_pair/p/secondary", "disk/d3/storage_unit", "replication/m/secondary"]
    ]
    assert told(repl(pair(secondary="d3"), secondary=""), "REPL-PAIR-UNIT") == []
    assert told(edit(REPL, Disk, "d2", storage_unit=""), "REPL-PAIR-UNIT") == []
    assert told(pair(secondary="d3", replication=""), "REPL-PAIR-UNIT") == []


@given(st.none() | st.integers(1, 100), st.none() | st.integers(1, 100))
def test_sizes_of_pairs(first, second):
    plan = edit(edit(REPL, Disk, "d1", size=first), Disk, "d2", size=second)
    if first is None or second is None or first == second:
        expected = []
    else:
        expected = ["blocker" if second < first else "warning"]
    assert severities(plan, "REPL-PAIR-SIZE") == expected


def test_disks_in_pairs():
    own = pair(secondary="d1")
    assert titles(own, "REPL-PAIR-TWICE") == ["lun1 is a copy of itself"]
    assert places(own, "REPL-PAIR-TWICE") == [
        ["replicated_pair/p/primary", "replicated_pair/p/secondary"]
    ]
    chain = REPL.replace(ReplicatedPair(key="q", primary="d2", secondary="d4"))
    assert titles(chain, "REPL-PAIR-TWICE") == ["lun2 is in 2 pairs"]
    empty = REPL.replace(ReplicatedPair(key="q"), ReplicatedPair(key="r"))
    assert told(empty, "REPL-PAIR-TWICE") == []


def test_other_uses_of_a_copy():
    elsewhere = edit(REPL, Disk, "d2", volume_group="vg2").replace(
        VolumeGroup(key="vg2", name="vg_two")
    )
    assert titles(elsewhere, "REPL-COPY-USED") == ["The copy lun2 is also in vg_two"]
    assert places(elsewhere, "REPL-COPY-USED")[0][1] == "disk/d2/volume_group"
    same = edit(REPL, Disk, "d2", volume_group="vg")
    assert told(same, "REPL-COPY-USED") == []
    raw = REPL.replace(group("raw", raw_disks=("d2",)))
    assert titles(raw, "REPL-COPY-USED") == ["The copy lun2 is also a raw disk of rg_raw"]
    assert places(raw, "REPL-COPY-USED")[0][1] == "resource_group/raw/raw_disks"
    assert places(pair(secondary="d4"), "REPL-COPY-USED")[0][1] == "repository_disk/repo2/disk"
    lonely = pair(elsewhere, primary="")
    assert told(lonely, "REPL-COPY-USED") == []


def test_volume_groups_replicated_in_part():
    more = [Disk(key=f"d{n}", name=f"lun{n}", volume_group="vg", storage_unit="u1") for n in (5, 6)]
    plan = REPL.replace(*more)
    assert titles(plan, "REPL-VG-PARTLY") == [
        "lun5 and lun6 of vg_app are not replicated, other disks are"
    ]
    assert places(plan, "REPL-VG-PARTLY") == [["volume_group/vg", "disk/d5", "disk/d6"]]
    both = plan.replace(
        Replication(key="k", name="mm_two"),
        ReplicatedPair(key="q", replication="k", primary="d5"),
        ReplicatedPair(key="r", primary="d6"),
    )
    assert titles(both, "REPL-VG-PARTLY") == [
        "The disks of vg_app are replicated by mm_app and mm_two"
    ]
    assert severities(both, "REPL-VG-PARTLY") == ["warning"]
    assert severities(plan, "REPL-VG-PARTLY") == ["blocker"]
    copy_in_group = edit(REPL, Disk, "d2", volume_group="vg")
    assert told(copy_in_group, "REPL-VG-PARTLY") == []
    assert told(pair(primary="d3"), "REPL-VG-PARTLY") == []


def test_the_group_of_replicated_data_holds_the_replication():
    plan = REPL.replace(group("two", volume_groups=("vg",)))
    assert titles(plan, "REPL-GROUP") == [
        "rg_two holds vg_app, whose disks mm_app copies, but not mm_app itself"
    ]
    assert told(pair(plan, primary="d3"), "REPL-GROUP") == []
    assert told(pair(plan, replication=""), "REPL-GROUP") == []


def test_nodes_of_the_second_site_reach_the_copy():
    assert places(REPL.without(DiskPath, "n2d2"), "REPL-PAIR-REACH") == [
        ["replicated_pair/p/secondary", "node/n2"]
    ]
    assert told(REPL.without(DiskPath, "n1d1"), "REPL-PAIR-REACH") == []
    nowhere = edit(REPL.without(DiskPath, "n2d2"), Disk, "d2", storage_unit="")
    assert told(nowhere, "REPL-PAIR-REACH") == []
    unused = edit(REPL.without(DiskPath, "n2d2"), ResourceGroup, "rg", volume_groups=())
    assert told(unused, "REPL-PAIR-REACH") == []


def test_a_node_needs_no_path_to_a_disk_whose_copy_it_reaches():
    assert told(REPL, "DISK-PATH-MISSING") == []
    alone = emptied(REPL, ReplicatedPair)
    assert titles(alone, "DISK-PATH-MISSING") == ["nodeb has no path to lun1 of vg_app"]
    neither = REPL.without(DiskPath, "n2d2")
    assert told(neither, "DISK-PATH-MISSING") == []
    assert titles(neither, "REPL-PAIR-REACH") == ["nodeb cannot reach lun2, the copy of lun1"]
    for rack in ("r1", ""):
        elsewhere = edit(neither, StorageUnit, "u2", rack=rack)
        assert titles(elsewhere, "DISK-PATH-MISSING") == ["nodeb has no path to lun1 of vg_app"]


def test_an_open_list_is_a_question_too():
    plan = edit_all(glvm(), GlvmVolumeGroup, first_disks=())
    assert titles(plan, "OPEN-GLVM") == ["Disks of the first site is not entered for vg_app"]


def test_a_second_replication_without_pairs():
    plan = REPL.replace(Replication(key="k", name="mm_two"))
    assert titles(plan, "REPL-EMPTY") == ["mm_two has no pairs"]
    assert places(plan, "REPL-EMPTY") == [["replication/k", "replicated_pair/replication"]]


@pytest.mark.parametrize("policy", [None, *SitePolicy])
def test_the_node_list_of_a_group_with_a_site_policy_has_a_rule_of_its_own(policy):
    one = edit(REPL, ResourceGroup, "rg", nodes=("n2",), site_policy=policy)
    silent = policy not in (None, SitePolicy.IGNORE)
    assert bool(told(one, "REPL-NODES")) is not silent
    assert bool(told(one, "RG-SITE-NODES")) is silent
