"""Quarantine beyond the examples."""

from __future__ import annotations

import pytest

from tests.rules.builders import edit, edit_all, group, two_sites
from tests.rules.examples_split import (
    fenced,
    mutual,
    policy,
    standard,
)
from tests.rules.telling import places, severities, titles, told
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType
from worksheets.plan.rows.disk_path import DiskPath, PathDriver, ReservePolicy
from worksheets.plan.rows.resource_group import ResourceGroup, Startup
from worksheets.plan.rows.split_merge_policy import (
    Quarantine,
    SplitPolicy,
)

SITES = two_sites()


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
        ({"nodes": ("n1",)}, "", ""),
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
