"""Tie breakers and manual splits beyond the examples."""

from __future__ import annotations

import pytest

from tests.rules.builders import edit, two_sites
from tests.rules.examples_split import (
    BY_DISK,
    by_disk,
    by_hand,
    policy,
)
from tests.rules.far_builders import replicated
from tests.rules.telling import places, titles, told
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType
from worksheets.plan.rows.disk import DiskRole
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.repository_disk import RepositoryDisk
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.split_merge_policy import (
    MergePolicy,
    SplitPolicy,
)
from worksheets.plan.rows.storage_unit import StorageUnit

SITES = two_sites()


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
