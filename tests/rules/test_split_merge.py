"""Split and merge policies beyond the examples: every pair, near misses, open answers."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, edit_all, emptied, sound, two_sites
from tests.rules.examples_split import (
    BY_DISK,
    policy,
    standard,
)
from tests.rules.telling import places, titles, told
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType, Environment
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.split_merge_policy import (
    MergePolicy,
    SplitMergePolicy,
    SplitPolicy,
)
from worksheets.rules.judge import judge
from worksheets.rules.split_merge import aix_level, chosen, is_older

SOUND, SITES = sound(), two_sites()
CURRENT, OLD = "7300-02-01", "7200-00-04"
TIES = {("tiebreaker", "tiebreaker"), ("NFS", "NFS")}
PLAIN = {("none", "majority")}
ALL = TIES | PLAIN | {("none", "none"), ("Cloud", "Cloud"), ("manual", "manual")}
LEGAL = {
    (ClusterType.STANDARD, CURRENT): ALL,
    (ClusterType.STRETCHED, CURRENT): ALL,
    (ClusterType.LINKED, CURRENT): ALL | {("none", "priority")},
    (ClusterType.STANDARD, OLD): PLAIN,
    (ClusterType.STRETCHED, OLD): PLAIN | TIES,
    (ClusterType.LINKED, OLD): PLAIN | TIES | {("none", "priority"), ("manual", "manual")},
}


def _planned(kind: ClusterType, aix: str, split: SplitPolicy, merge: MergePolicy) -> Plan:
    plan = edit(SITES, ClusterOptions, "cluster", type=kind)
    plan = edit(plan, Node, "n2", aix_level=aix)
    return policy(plan, split_policy=split, merge_policy=merge)


@pytest.mark.parametrize("setting", LEGAL)
def test_exactly_the_legal_pairs_of_policies_pass(setting):
    pairs = itertools.product(SplitPolicy, MergePolicy)
    passing = {
        (split.value, merge.value)
        for split, merge in pairs
        if not told(_planned(*setting, split, merge), "SPLIT-PAIR")
    }
    assert passing == LEGAL[setting]


def test_a_refused_pair_is_told_what_would_go():
    plan = policy(split_policy=SplitPolicy.NONE, merge_policy=MergePolicy.MANUAL)
    (finding,) = told(plan, "SPLIT-PAIR")
    assert finding.detail == (
        "With this split policy a cluster of the type Stretched (SC) takes majority or none."
    )
    assert places(plan, "SPLIT-PAIR") == [
        ["split_merge_policy/cluster/merge_policy", "split_merge_policy/cluster/split_policy"]
    ]
    old = _planned(ClusterType.STANDARD, OLD, SplitPolicy.CLOUD, MergePolicy.CLOUD)
    assert told(old, "SPLIT-PAIR")[0].detail == (
        "A cluster of the type Standard (NSC) does not know this split policy at its AIX level."
    )


@pytest.mark.parametrize("open_cell", ["split_policy", "merge_policy"])
def test_a_pair_with_an_open_end_is_not_judged(open_cell):
    plan = policy(split_policy=SplitPolicy.NONE, merge_policy=MergePolicy.MANUAL)
    assert titles(policy(plan, **{open_cell: None}), "SPLIT-PAIR") == []


@pytest.mark.parametrize(
    ("text", "level", "older"),
    [
        ("", (), False),
        ("7200-00-04", (7, 2, 0), True),
        ("AIX 7200-01", (7, 2, 1), False),
        ("7100-04-09", (7, 1, 4), True),
        ("7100-05-01", (7, 1, 5), False),
        ("7300-00-01", (7, 3, 0), False),
        ("6100-09-12", (6, 1, 9), True),
        ("7.2", (7, 2), False),
        ("7.2.0", (7, 2, 0), True),
        ("7.2.1.3", (7, 2, 1, 3), False),
        ("17200-00", (17200,), False),
    ],
)
def test_levels_of_aix_before_the_choices_were_unified(text, level, older):
    assert aix_level(text) == level
    assert is_older(aix_level(text)) is older


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 99))
def test_levels_are_read_alike_in_both_ways_of_writing(version, release, technology):
    packed = aix_level(f"{version}{release}00-{technology:02d}-01-2320")
    assert packed == (version, release, technology)
    assert aix_level(f"{version}.{release}.{technology}") == packed


def test_open_policies_of_a_cluster_with_sites():
    row = SplitMergePolicy(key="cluster")
    bare = SITES.without(SplitMergePolicy, "cluster")
    assert titles(bare, "SPLIT-OPEN") == ["No split and merge policy is entered"]
    assert places(bare, "SPLIT-OPEN") == [["split_merge_policy"]]
    assert titles(SITES.replace(row), "SPLIT-OPEN") == [
        "No merge policy is chosen",
        "No split policy is chosen",
    ]
    assert titles(standard(), "SPLIT-OPEN") == []
    assert titles(SITES, "SPLIT-OPEN") == []


def test_no_split_policy_of_two_sites_is_lighter_outside_production():
    plan = policy(split_policy=SplitPolicy.NONE, merge_policy=MergePolicy.MAJORITY)
    test = edit(plan, ClusterOptions, "cluster", environment=Environment.TEST)
    found = [
        [item.severity.value for item in judge(each).findings if item.rule == "SPLIT-NONE"]
        for each in (plan, test)
    ]
    assert found == [["warning"], ["advice"]]
    assert titles(emptied(plan, Site), "SPLIT-NONE") == ["After a split all sites go on"]
    assert titles(policy(plan, split_policy=None), "SPLIT-NONE") == []


@pytest.mark.parametrize(
    ("plan", "count"),
    [
        (standard(split_policy=SplitPolicy.NONE, notes="see risk 12"), 0),
        (standard(split_policy=SplitPolicy.NONE, notes=" ", rationale=" "), 1),
        (standard(split_policy=SplitPolicy.NFS), 0),
        (standard(), 0),
        (policy(split_policy=SplitPolicy.NONE), 0),
        (standard(split_policy=SplitPolicy.NONE).replace(Node(key="n3", name="nodec")), 0),
        (standard(split_policy=SplitPolicy.NONE).without(Node, "n2"), 0),
    ],
)
def test_two_nodes_without_a_tie_breaker(plan, count):
    assert len(told(plan, "SPLIT-TWO-NODES")) == count


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({**BY_DISK, "tie_breaker_disk": ""}, ["tie breaker disk has no tie breaker disk"]),
        (
            {"nfs_server": "", "nfs_local_directory": "", "nfs_remote_directory": ""},
            [
                "tie breaker on an NFS server has no NFS server",
                "tie breaker on an NFS server has no local directory",
                "tie breaker on an NFS server has no remote directory",
            ],
        ),
        (
            {"split_policy": SplitPolicy.CLOUD, "merge_policy": None},
            [
                "tie breaker in the cloud has no bucket",
                "tie breaker in the cloud has no cloud service",
            ],
        ),
        (
            {"split_policy": None, "merge_policy": MergePolicy.MANUAL},
            ["manual has no description of what people do", "manual has no notify method"],
        ),
        ({"split_policy": SplitPolicy.NONE, "merge_policy": MergePolicy.MAJORITY}, []),
        ({"split_policy": SplitPolicy.NONE, "merge_policy": MergePolicy.PRIORITY}, []),
    ],
)
def test_every_policy_asks_for_its_own_cells(cells, words):
    found = titles(policy(**cells), "SPLIT-INCOMPLETE")
    assert found == [f"The policy {word}" for word in words]


def test_cells_of_policies_that_are_not_chosen_are_idle():
    everything = {
        "tie_breaker_disk": "d9",
        "nfs_server": "quorum1",
        "nfs_local_directory": "/q",
        "nfs_remote_directory": "/q",
        "cloud_service": "IBM Cloud",
        "cloud_bucket": "tie",
        "notify_method": "/usr/local/ha/alert",
        "notify_interval": 60,
        "maximum_notifications": 10,
        "surviving_site": "s1",
        "applies_to_pprc": False,
        "operator_steps": "Ask.",
    }
    own = {
        SplitPolicy.TIE_BREAKER: 1,
        SplitPolicy.NFS: 3,
        SplitPolicy.CLOUD: 2,
        SplitPolicy.MANUAL: 5,
        SplitPolicy.NONE: 0,
    }
    for split, count in own.items():
        plan = policy(**everything, split_policy=split, merge_policy=None)
        assert len(told(plan, "SPLIT-IDLE")) == 11 - count, split
    undecided = policy(**everything, split_policy=None, merge_policy=None)
    assert told(undecided, "SPLIT-IDLE") == []
    plan = policy(**everything, split_policy=SplitPolicy.NONE, merge_policy=None)
    assert titles(plan, "SPLIT-IDLE")[:2] == [
        "The NFS server belongs to the policy tie breaker on an NFS server, which is not chosen",
        "The bucket belongs to the policy tie breaker in the cloud, which is not chosen",
    ]
    words = {title.split(" belongs")[0] for title in titles(plan, "SPLIT-IDLE")}
    assert {
        "The greatest number of calls",
        "The decision about PPRC",
        "The surviving site",
        "The notify interval",
        "The notify method",
        "The local directory",
    } < words
    assert all(
        found[1] == "split_merge_policy/cluster/split_policy"
        for found in places(plan, "SPLIT-IDLE")
    )


def test_priority_of_sites():
    plan = policy(merge_policy=MergePolicy.PRIORITY)
    equal = edit_all(plan, Site, priority=1)
    assert titles(equal, "SPLIT-PRIORITY") == ["north and south have the same priority 1"]
    assert places(equal, "SPLIT-PRIORITY") == [
        ["split_merge_policy/cluster/merge_policy", "site/s1/priority", "site/s2/priority"]
    ]
    open_both = edit_all(plan, Site, priority=None)
    assert len(told(open_both, "SPLIT-PRIORITY")) == 2
    assert told(edit_all(SITES, Site, priority=1), "SPLIT-PRIORITY") == []
    assert told(edit(plan, Site, "s1", priority=2).without(Site, "s2"), "SPLIT-PRIORITY") == []


def test_an_action_plan_is_asked_for_once_a_policy_decides():
    assert titles(policy(action_plan=None, split_policy=None), "SPLIT-ACTION") == []
    assert titles(SITES, "SPLIT-ACTION") == []
    manual = policy(action_plan=None, split_policy=SplitPolicy.MANUAL)
    assert titles(manual, "SPLIT-ACTION") == ["The policy manual has no action plan"]


@given(st.sampled_from(SplitPolicy), st.sampled_from(MergePolicy))
def test_a_policy_that_is_chosen_is_never_told_to_be_idle(split, merge):
    row = SplitMergePolicy(
        key="cluster", split_policy=split, merge_policy=merge, tie_breaker_disk="d9",
        nfs_server="q", cloud_bucket="b", notify_interval=60,
    )  # fmt: skip
    idle = {place[0].rsplit("/", 1)[1] for place in places(SITES.replace(row), "SPLIT-IDLE")}
    kinds = {
        "tie_breaker_disk": "tiebreaker",
        "nfs_server": "NFS",
        "cloud_bucket": "Cloud",
        "notify_interval": "manual",
    }
    assert idle == {column for column, kind in kinds.items() if kind not in chosen(row)}
