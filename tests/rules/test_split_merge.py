"""Split, merge and quarantine beyond the examples: every pair, both ends, near misses."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, edit_all, emptied, group, sound, two_sites
from tests.rules.examples_split import (
    BY_DISK,
    by_disk,
    by_hand,
    fenced,
    mutual,
    policy,
    standard,
)
from tests.rules.far_builders import replicated
from tests.rules.telling import places, severities, titles, told
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType, Environment
from worksheets.plan.rows.disk import DiskRole
from worksheets.plan.rows.disk_path import DiskPath, PathDriver, ReservePolicy
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.plan.rows.resource_group import ResourceGroup, Startup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.split_merge_policy import (
    MergePolicy,
    Quarantine,
    SplitMergePolicy,
    SplitPolicy,
)
from worksheets.plan.rows.storage_unit import StorageUnit
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
            ["tie breaker in the cloud has no bucket", "tie breaker in the cloud has no cloud service"],
        ),
        (
            {"split_policy": None, "merge_policy": MergePolicy.MANUAL},
            ["manual has no description of what people do", "manual has no notify method"],
        ),
        ({"split_policy": SplitPolicy.NONE, "merge_policy": MergePolicy.MAJORITY}, []),
        ({"split_policy": SplitPolicy.NONE, "merge_policy": MergePolicy.PRIORITY}, []),
    ],
)  # fmt: skip
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


def test_other_uses_of_a_tie_breaker_disk_are_told_one_by_one():
    plan = by_disk(volume_group="vg")
    plan = edit(plan, RepositoryDisk, "repo1", disk="d9")
    plan = edit(plan, ResourceGroup, "rg", raw_disks=("d9",))
    plan = plan.replace(
        ReplicatedPair(key="p1", primary="d9"), ReplicatedPair(key="p2", secondary="d9")
    )
    assert titles(plan, "SPLIT-DISK-USED") == [
        "The tie breaker disk lun9 is also a disk of vg_app",
        "The tie breaker disk lun9 is also a raw disk of rg_app",
        "The tie breaker disk lun9 is also a replicated disk",
        "The tie breaker disk lun9 is also a replicated disk",
        "The tie breaker disk lun9 is also a repository disk",
    ]
    second = {found[1] for found in places(plan, "SPLIT-DISK-USED")}
    assert second == {
        "disk/d9/volume_group",
        "resource_group/rg/raw_disks",
        "replicated_pair/p1/primary",
        "replicated_pair/p2/secondary",
        "repository_disk/repo1/disk",
    }
    assert told(policy(plan, tie_breaker_disk="d4"), "SPLIT-DISK-USED") != []
    nfs = policy(plan, split_policy=SplitPolicy.NFS, merge_policy=MergePolicy.NFS)
    assert told(nfs, "SPLIT-DISK-USED") == []


def test_reach_of_a_tie_breaker_disk():
    blind = by_disk().without(DiskPath, "n1d9", "n2d9")
    assert told(blind, "SPLIT-DISK-REACH") == []
    third = by_disk().replace(Node(key="n3", name="nodec"))
    assert titles(third, "SPLIT-DISK-REACH") == ["nodec cannot reach the tie breaker disk lun9"]
    assert places(third, "SPLIT-DISK-REACH") == [
        ["split_merge_policy/cluster/tie_breaker_disk", "node/n3"]
    ]


def test_place_of_a_tie_breaker_disk():
    alone = by_disk(storage_unit="u2")
    (finding,) = told(alone, "SPLIT-DISK-SITE")
    assert finding.severity.value == "warning"
    assert finding.detail == "ds2 is the only storage unit there."
    assert places(alone, "SPLIT-DISK-SITE")[0][1] == "disk/d9/storage_unit"
    second = alone.replace(StorageUnit(key="u4", name="ds4", rack="r2"))
    (lighter,) = told(second, "SPLIT-DISK-SITE")
    assert (lighter.severity.value, lighter.detail) == ("advice", "")
    third = alone.replace(
        Site(key="s3", name="east"),
        Rack(key="r3", name="R3", site="s3"),
        StorageUnit(key="u2", name="ds2", rack="r3"),
    )
    assert told(third, "SPLIT-DISK-SITE") == []
    one_type = edit(alone, ClusterOptions, "cluster", type=ClusterType.STANDARD)
    assert told(one_type, "SPLIT-DISK-SITE") == []
    assert told(alone.without(Node, "n1"), "SPLIT-DISK-SITE") == []


def test_roles_of_tie_breaker_disks():
    assert told(by_disk(), "SPLIT-DISK-ROLE") == []
    left = policy(by_disk(), split_policy=SplitPolicy.NFS, merge_policy=MergePolicy.NFS)
    assert titles(left, "SPLIT-DISK-ROLE") == ["No policy uses lun9 as tie breaker disk"]
    assert places(left, "SPLIT-DISK-ROLE") == [["disk/d9/role"]]
    assert told(by_disk(role=DiskRole.DATA), "SPLIT-DISK-ROLE") != []


@pytest.mark.parametrize(
    ("server", "whom"),
    [
        ("nodea", "nodea"),
        ("NODEA.example.com", "nodea"),
        ("ha-a.example.com", "nodea"),
        ("10.1.1.100", "app_svc"),
        ("pay", "app_svc"),
        ("payments.example.com", "app_svc"),
        ("quorum1.example.com", None),
        ("10.1.1.10", None),
        ("nodeaa", None),
    ],
)
def test_nfs_servers_inside_the_cluster(server, whom):
    plan = edit(policy(nfs_server=f" {server} "), Node, "n1", host_name="ha-a")
    plan = edit(plan, IpLabel, "svc", aliases="pay", dns_name="payments.example.com")
    expected = (
        [f"The NFS server {server} of the tie breaker is {whom}, a part of the cluster"]
        if whom
        else []
    )
    assert titles(plan, "SPLIT-NFS-INSIDE") == expected
    unused = policy(plan, **{**BY_DISK, "nfs_server": server})
    assert titles(unused, "SPLIT-NFS-INSIDE") == []


def test_an_nfs_server_by_name_is_near_through_its_hosts_line():
    line = HostEntry(key="h", address="10.1.2.0", names="Quorum1.example.com quorum1")
    assert len(told(SITES.replace(line), "SPLIT-NFS-NEAR")) == 1
    assert places(SITES.replace(line), "SPLIT-NFS-NEAR")[0][1].endswith("/address")
    for address in ("10.1.3.0", "10.1.0.255", "fd00::1", ""):
        other = HostEntry(key="h", address=address, names="quorum1.example.com")
        assert told(SITES.replace(other), "SPLIT-NFS-NEAR") == [], address
    another = HostEntry(key="h", address="10.1.2.9", names="quorum2.example.com")
    assert told(SITES.replace(another), "SPLIT-NFS-NEAR") == []
    last = policy(nfs_server="10.1.1.255")
    assert len(told(last, "SPLIT-NFS-NEAR")) == 1
    one_site = edit(last, ClusterOptions, "cluster", type=ClusterType.STANDARD)
    assert told(one_site, "SPLIT-NFS-NEAR") == []


@pytest.mark.parametrize(
    ("mount", "path", "count"),
    [
        ("/app", "/app", 1),
        ("/app/", "/app/q", 1),
        ("/app", "/ap", 0),
        ("/", "/app", 0),
        ("", "/app", 0),
        ("/app", "", 0),
        ("/app/q", "/app", 0),
    ],
)
def test_mount_point_of_the_tie_breaker(mount, path, count):
    plan = edit(policy(nfs_local_directory=path), FileSystem, "fs", mount_point=mount)
    assert len(told(plan, "SPLIT-NFS-SHARED")) == count
    if count:
        assert places(plan, "SPLIT-NFS-SHARED")[0][1] == "file_system/fs/mount_point"


@pytest.mark.parametrize(
    ("column", "lowest", "highest", "words"),
    [
        ("notify_interval", 10, 3600, "The notify interval is {} s; PowerHA takes 10 to 3600 s"),
        (
            "maximum_notifications",
            3,
            1000,
            "The greatest number of calls is {}; PowerHA takes 3 to 1000",
        ),
    ],
)
def test_calls_at_both_ends_of_their_ranges(column, lowest, highest, words):
    for value in (lowest, highest, None):
        assert told(by_hand(**{column: value}), "SPLIT-MANUAL-CALLS") == []
    for value in (lowest - 1, highest + 1):
        plan = by_hand(**{column: value})
        assert titles(plan, "SPLIT-MANUAL-CALLS") == [words.format(value)]
        assert places(plan, "SPLIT-MANUAL-CALLS") == [[f"split_merge_policy/cluster/{column}"]]
    assert told(policy(notify_interval=1), "SPLIT-MANUAL-CALLS") == []


def test_waiting_for_a_person():
    assert told(by_hand(), "SPLIT-MANUAL-WAITS") == []
    assert told(by_hand(surviving_site="", rationale="meant"), "SPLIT-MANUAL-WAITS") == []
    assert told(policy(), "SPLIT-MANUAL-WAITS") == []
    one_site = edit(
        by_hand(surviving_site=""), ClusterOptions, "cluster", type=ClusterType.STANDARD
    )
    assert told(one_site, "SPLIT-MANUAL-WAITS") == []
    split_only = by_hand(surviving_site="", merge_policy=None)
    assert len(told(split_only, "SPLIT-MANUAL-WAITS")) == 1


def test_a_surviving_site_has_nodes():
    bare = by_hand().without(Node, "n1")
    assert titles(bare, "SPLIT-SURVIVOR") == ["north shall survive, but no node stands there"]
    assert places(bare, "SPLIT-SURVIVOR") == [
        ["split_merge_policy/cluster/surviving_site", "site/s1"]
    ]
    assert told(by_hand().without(Node, "n1", "n2"), "SPLIT-SURVIVOR") == []
    assert told(by_hand(surviving_site="gone"), "SPLIT-SURVIVOR") == []


def test_decisions_about_replicated_volumes():
    plan = by_hand(replicated())
    assert titles(plan, "SPLIT-PPRC") == [
        "Nobody has said yet whether a person also decides about replicated volumes"
    ]
    assert told(policy(plan, applies_to_pprc=False), "SPLIT-PPRC") == []
    assert told(by_hand(applies_to_pprc=False), "SPLIT-PPRC") == []
    assert told(by_hand(), "SPLIT-PPRC") == []


def test_an_open_quarantine_policy_is_told_with_sites_only():
    assert titles(policy(quarantine=None), "QUARANTINE-NONE") == ["No quarantine policy is chosen"]
    assert told(standard(), "QUARANTINE-NONE") == []
    assert told(SITES, "QUARANTINE-NONE") == []


@pytest.mark.parametrize(
    ("quarantine", "says"),
    [
        (Quarantine.NODE_HALT, ["Quarantine shall halt the active node, but no group is critical"]),
        (Quarantine.FENCING, ["Quarantine shall fence the disks, but no group is critical"]),
        (None, []),
    ],
)
def test_every_quarantine_asks_for_a_critical_group(quarantine, says):
    plan = policy(quarantine=quarantine, critical_group="")
    assert titles(plan, "QUARANTINE-CRITICAL") == says
    assert titles(policy(quarantine=quarantine), "QUARANTINE-CRITICAL") == []


def test_an_idle_critical_group():
    assert told(SITES, "QUARANTINE-IDLE") == []
    off = policy(quarantine=Quarantine.DISABLE, critical_group="")
    assert told(off, "QUARANTINE-IDLE") == []


@pytest.mark.parametrize(
    ("cells", "says", "column"),
    [
        ({"startup": Startup.OAAN}, "is online on all nodes", "startup"),
        ({"volume_groups": ()}, "holds no disks", "volume_groups"),
        ({"volume_groups": (), "raw_disks": ("d9",)}, "", ""),
        ({"nodes": ()}, "lists 0 of the nodes", "nodes"),
    ],
)
def test_what_a_critical_group_must_have(cells, says, column):
    plan = edit(SITES, ResourceGroup, "rg", **cells)
    assert titles(plan, "QUARANTINE-GROUP") == (
        [f"The critical group rg_app {says}"] if says else []
    )
    if says:
        assert places(plan, "QUARANTINE-GROUP")[0][1] == f"resource_group/rg/{column}"


def test_fencing_and_groups_on_several_nodes():
    shared = edit(SITES, ResourceGroup, "rg", concurrent_use=True)
    assert len(told(fenced(shared), "QUARANTINE-CONCURRENT")) == 1
    assert len(told(fenced(shared, Quarantine.HALT_WITH_FENCING), "QUARANTINE-CONCURRENT")) == 1
    assert told(shared, "QUARANTINE-CONCURRENT") == []
    everywhere = edit(mutual(), ResourceGroup, "two", startup=Startup.OAAN)
    assert told(fenced(everywhere), "QUARANTINE-MUTUAL") == []
    assert (
        told(fenced(edit(mutual(), ResourceGroup, "two", volume_groups=())), "QUARANTINE-MUTUAL")
        == []
    )
    assert told(fenced(edit(mutual(), ResourceGroup, "two", nodes=())), "QUARANTINE-MUTUAL") == []
    same = fenced(mutual().replace(group("three", volume_groups=("vg3",))))
    assert places(same, "QUARANTINE-MUTUAL") == [
        [
            "split_merge_policy/cluster/quarantine",
            "resource_group/three/nodes",
            "resource_group/two/nodes",
        ]
    ]
    assert told(fenced(), "QUARANTINE-MUTUAL") == []


def test_reservations_of_fenced_disks():
    assert told(fenced(), "QUARANTINE-RESERVE") == []
    assert told(edit_all(fenced(), DiskPath, reserve_policy=None), "QUARANTINE-RESERVE") == []
    virtual = edit(fenced(), DiskPath, "n2d2", driver=PathDriver.VSCSI)
    assert titles(virtual, "QUARANTINE-RESERVE") == [
        "nodeb to lun2 is to be fenced over virtual SCSI"
    ]
    assert places(virtual, "QUARANTINE-RESERVE") == [["disk_path/n2d2/driver"]]
    assert told(edit(SITES, DiskPath, "n2d2", driver=PathDriver.VSCSI), "QUARANTINE-RESERVE") == []
    both = fenced(quarantine=Quarantine.HALT_WITH_FENCING)
    none = edit_all(both, DiskPath, reserve_policy=ReservePolicy.NO_RESERVE)
    assert len(told(none, "QUARANTINE-RESERVE")) == 4


def test_shared_reservations_are_right_for_fenced_disks_only():
    kept = {place[0] for place in places(fenced(), "DISK-RESERVE")}
    assert kept == {
        f"disk_path/{node}d{disk}/reserve_policy" for node in ("n1", "n2") for disk in "34"
    }
    own = edit(fenced(), DiskPath, "n1d1", reserve_policy=ReservePolicy.PR_EXCLUSIVE)
    assert "nodea to lun1 reserves the disk (PR_exclusive)" in titles(own, "DISK-RESERVE")
    unfenced = edit_all(SITES, DiskPath, reserve_policy=ReservePolicy.PR_SHARED)
    assert len(told(unfenced, "DISK-RESERVE")) == 8


def test_fencing_with_an_undecided_split():
    both = fenced(policy(split_policy=SplitPolicy.NONE), Quarantine.HALT_WITH_FENCING)
    assert severities(both, "QUARANTINE-SPLIT") == ["warning"]
    assert told(policy(split_policy=SplitPolicy.NONE), "QUARANTINE-SPLIT") == []
    one = edit(both, ClusterOptions, "cluster", type=ClusterType.STANDARD)
    assert told(one, "QUARANTINE-SPLIT") == []
    assert told(fenced(policy(split_policy=None)), "QUARANTINE-SPLIT") == []


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
