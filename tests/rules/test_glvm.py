"""GLVM beyond the examples: both ends, near misses, open answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, group
from tests.rules.examples_mirrors import far, row, vg
from tests.rules.far_builders import asynchronous, glvm, replicated
from tests.rules.telling import places, severities, titles, told
from worksheets.plan.plan import Plan
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.glvm_volume_group import GlvmMode, GlvmVolumeGroup
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup, SitePolicy
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.volume_group import MirrorPools, VolumeGroup, VolumeGroupType

GLVM, LATER = glvm(), asynchronous()


def disks(*more: tuple[str, str, int | None], plan: Plan = GLVM) -> Plan:
    """With further disks of the volume group: key, storage unit and size."""
    return plan.replace(
        *(
            Disk(key=key, name=key, storage_unit=unit, size=size, volume_group="vg")
            for key, unit, size in more
        )
    )


def test_both_lists_on_one_site():
    plan = disks(("d5", "u1", 50))
    same = row(plan, second_disks=("d5",))
    assert titles(same, "GLVM-DISK-SITE") == ["The disks of both copies of vg_app stand on north"]
    assert places(same, "GLVM-DISK-SITE") == [
        ["glvm_volume_group/g/second_disks", "glvm_volume_group/g/first_disks"]
    ]
    mixed = row(plan, second_disks=("d2", "d5"))
    assert titles(mixed, "GLVM-DISK-SITE") == ["A list of disks of vg_app mixes north and south"]
    assert places(mixed, "GLVM-DISK-SITE") == [["glvm_volume_group/g/second_disks"]]
    assert told(row(first_disks=(), second_disks=()), "GLVM-DISK-SITE") == []
    assert told(row(second_disks=("d2", "gone")), "GLVM-DISK-SITE") == []
    twice = row(plan, first_disks=("d1", "d2"), second_disks=("d1", "d5"))
    assert told(twice, "GLVM-DISK-SITE") == told(twice, "GLVM-DISK-ROOM") == []
    assert titles(twice, "GLVM-DISK-TWICE") == ["lun1 stands in 2 lists of disks"]
    plan = disks(("d5", "u1", 50), ("d6", "u2", 50))
    all_mixed = row(plan, first_disks=("d1", "d2"), second_disks=("d5", "d6"))
    assert len(told(all_mixed, "GLVM-DISK-SITE")) == 2


def test_a_wrong_kind_of_network_is_told_before_its_reach():
    wrong = edit(GLVM.without(Interface, "i22"), Network, "net2", kind=NetworkKind.ETHER)
    assert told(wrong, "GLVM-NETWORK-REACH") == []
    assert len(told(wrong, "GLVM-NETWORK")) == 1


@pytest.mark.parametrize("policy", [None, *SitePolicy])
def test_the_node_list_of_a_group_with_a_site_policy_has_a_rule_of_its_own(policy):
    one = edit(GLVM, ResourceGroup, "rg", nodes=("n2",), site_policy=policy)
    silent = policy not in (None, SitePolicy.IGNORE)
    assert bool(told(one, "GLVM-NODES")) is not silent
    assert bool(told(one, "RG-SITE-NODES")) is silent


@pytest.mark.parametrize(("forced", "severity"), [(False, "warning"), (None, "advice")])
def test_an_open_answer_about_forced_varyon_weighs_less(forced, severity):
    plan = edit(GLVM, ResourceGroup, "rg", forced_varyon=forced)
    assert [item.severity.value for item in told(plan, "GLVM-FORCED")] == [severity]
    assert told(plan, "VG-FORCED-OFF") == []


def test_nodes_with_glvm_are_not_told_twice_that_they_lack_a_persistent_label():
    bare = GLVM.without(IpLabel, "per2")
    assert len(told(bare, "GLVM-PERSISTENT")) == 1
    assert told(bare, "ADDR-PERSISTENT-MISSING") == []
    unnamed = row(bare, networks=())
    assert told(unnamed, "GLVM-PERSISTENT") == []
    assert len(told(unnamed, "ADDR-PERSISTENT-MISSING")) == 1


def test_room_on_both_sites():
    more = row(disks(("d5", "u1", 10)), first_disks=("d1", "d5"))
    assert titles(more, "GLVM-DISK-ROOM") == [
        "vg_app has 2 disks on the first site and 1 on the second"
    ]
    plan = disks(("d5", "u1", 10), ("d6", "u2", None))
    unknown = row(plan, first_disks=("d1", "d5"), second_disks=("d2", "d6"))
    assert told(unknown, "GLVM-DISK-ROOM") == []
    assert titles(edit(unknown, Disk, "d6", size=11), "GLVM-DISK-ROOM") == [
        "vg_app has 60 GiB on the first site and 61 GiB on the second"
    ]
    assert told(row(second_disks=()), "GLVM-DISK-ROOM") == []


@given(st.lists(st.integers(1, 9), min_size=1, max_size=4), st.permutations(range(4)))
def test_the_same_sizes_in_any_order_are_enough(sizes, order):
    first = [(f"a{n}", "u1", size) for n, size in enumerate(sizes)]
    shuffled = [sizes[n] for n in order if n < len(sizes)]
    second = [(f"b{n}", "u2", size) for n, size in enumerate(shuffled)]
    lists = {
        "first_disks": tuple(key for key, *_ in first),
        "second_disks": tuple(key for key, *_ in second),
    }
    assert told(row(disks(*first, *second), **lists), "GLVM-DISK-ROOM") == []


def test_disks_of_other_volume_groups():
    plan = edit(GLVM, Disk, "d2", volume_group="vg2").replace(VolumeGroup(key="vg2", name="vg_two"))
    assert titles(plan, "GLVM-DISK-GROUP") == ["lun2 belongs to vg_two, not to vg_app"]
    assert places(plan, "GLVM-DISK-GROUP") == [
        ["glvm_volume_group/g/second_disks", "disk/d2/volume_group"]
    ]
    assert told(row(plan, volume_group=""), "GLVM-DISK-GROUP") == []
    several = disks(("d5", "u1", 50), ("d6", "u2", 50))
    assert titles(several, "GLVM-DISK-GROUP") == ["d5 and d6 of vg_app stand in neither list"]
    empty = row(several, first_disks=(), second_disks=())
    assert told(empty, "GLVM-DISK-GROUP") == []


def test_disks_in_several_rows():
    plan = GLVM.replace(GlvmVolumeGroup(key="h", second_disks=("d2",)))
    assert titles(plan, "GLVM-DISK-TWICE") == ["lun2 stands in 2 lists of disks"]
    assert places(plan, "GLVM-DISK-TWICE") == [
        ["glvm_volume_group/g/second_disks", "glvm_volume_group/h/second_disks"]
    ]
    assert told(row(first_disks=("d1", "d1")), "GLVM-DISK-TWICE") == []


def test_mirror_pools_at_their_limit():
    three = disks(("d5", "u1", 50))
    three = edit(three, Disk, "d5", mirror_pool="pool3")
    assert told(three, "GLVM-POOLS") == []
    four = edit(disks(("d6", "u1", 50), plan=three), Disk, "d6", mirror_pool="pool4")
    assert titles(four, "GLVM-POOLS") == ["vg_app has 4 mirror pools; GLVM takes at most 3"]
    assert severities(four, "GLVM-POOLS") == ["blocker"]
    none = vg(mirror_pools=MirrorPools.NO)
    assert len(told(none, "GLVM-POOLS")) == 1


def test_other_rules_give_way_to_those_of_glvm():
    plan = vg(mirror_pools=MirrorPools.YES, quorum=True)
    for rule in ("VG-SUPERSTRICT", "VG-QUORUM"):
        assert told(plan, rule) == [], rule
        assert told(plan.without(GlvmVolumeGroup, "g"), rule) != [], rule
        assert told(row(plan, volume_group=""), rule) != [], rule
    assert len(told(vg(mirror_pools=None), "VG-SUPERSTRICT")) == 1
    assert titles(plan, "GLVM-QUORUM") == ["vg_app is mirrored by GLVM with quorum on"]
    assert told(GLVM, "GLVM-QUORUM") == []


def test_groups_that_hold_the_mirror():
    plan = GLVM.replace(group("two", volume_groups=("vg",), nodes=("n1",), forced_varyon=False))
    assert len(told(plan, "GLVM-FORCED")) == 1
    assert titles(plan, "GLVM-NODES") == [
        "rg_two lists no node on south, where a copy of vg_app stands"
    ]
    assert places(plan, "GLVM-NODES") == [["resource_group/two/nodes", "glvm_volume_group/g"]]
    unknown = edit(plan, ResourceGroup, "two", nodes=("n1", "n3")).replace(
        Node(key="n3", name="nodec")
    )
    assert told(unknown, "GLVM-NODES") == []
    assert told(edit(plan, ResourceGroup, "two", nodes=()), "GLVM-NODES") == []
    assert told(row(plan, volume_group=""), "GLVM-FORCED") == []


def test_two_ways_of_mirroring_one_volume_group():
    plan = edit(replicated(), VolumeGroup, "vg", cross_site=True)
    assert titles(plan, "VG-SEVERAL-MIRRORS") == [
        "vg_app is mirrored over sites by LVM and by storage units"
    ]
    assert places(plan, "VG-SEVERAL-MIRRORS") == [["volume_group/vg/cross_site"]]
    assert told(replicated(), "VG-SEVERAL-MIRRORS") == []
    assert told(vg(cross_site=True), "VG-SEVERAL-MIRRORS") == []


def test_networks_of_the_mirror():
    assert titles(row(networks=("net1", "net1")), "GLVM-NETWORK-ONE") == [
        "vg_app is mirrored over net_ether_01 alone"
    ]
    assert told(row(networks=()), "GLVM-NETWORK-ONE") == []
    assert told(row(networks=("gone",)), "GLVM-NETWORK-ONE") == []
    ether = edit(GLVM, Network, "net2", kind=NetworkKind.ETHER)
    assert places(ether, "GLVM-NETWORK") == [["glvm_volume_group/g/networks", "network/net2/kind"]]
    blind = GLVM.without(Interface, "i21")
    assert titles(blind, "GLVM-NETWORK-REACH") == [
        "nodeb cannot mirror vg_app over net_ether_01 without an interface on it"
    ]
    assert told(edit(blind, ResourceGroup, "rg", volume_groups=()), "GLVM-NETWORK-REACH") == []


def test_persistent_labels_of_the_mirror():
    bare = GLVM.without(IpLabel, "per1", "per2")
    assert titles(bare, "GLVM-PERSISTENT") == [
        "nodea and nodeb have no persistent labels for the mirror of vg_app"
    ]
    assert places(bare, "GLVM-PERSISTENT") == [
        ["glvm_volume_group/g/networks", "node/n1", "node/n2"]
    ]
    moved = edit(GLVM, IpLabel, "per2", network="net1")
    assert told(moved, "GLVM-PERSISTENT") == []
    assert told(row(networks=("net1",)), "GLVM-PERSISTENT") != []
    assert told(row(bare, networks=()), "GLVM-PERSISTENT") == []


def test_distance_of_a_synchronous_mirror():
    assert told(far(LATER, 900), "GLVM-DISTANCE") == []
    assert places(far(GLVM, 900), "GLVM-DISTANCE") == [
        ["glvm_volume_group/g/mode", "site/s2/distance_km"]
    ]
    unknown = row(far(GLVM, 900), first_disks=("gone",), second_disks=())
    assert told(unknown, "GLVM-DISTANCE") == []
    only_first = row(far(edit(GLVM, Site, "s1", distance_km=101), 1), second_disks=())
    assert len(told(only_first, "GLVM-DISTANCE")) == 1


def test_caches_of_asynchronous_mirrors():
    bare = row(LATER, cache_size=None, cache_unit=None, cache_volumes="")
    assert titles(bare, "GLVM-CACHE") == [
        "vg_app is asynchronous, but its cache volumes are not entered",
        "vg_app is asynchronous, but the size of its cache is not entered",
        "vg_app is asynchronous, but the unit of its cache is not entered",
    ]
    one = row(LATER, cache_volumes="aio_north,aio_north")
    assert titles(one, "GLVM-CACHE") == ["vg_app has a cache volume on one site only, aio_north"]
    assert told(row(bare, mode=None), "GLVM-CACHE") == []
    assert told(row(bare, mode=GlvmMode.SYNC), "GLVM-CACHE") == []
    assert told(row(LATER, cache_volumes="a b"), "GLVM-CACHE") == []


def test_cache_volumes_of_other_volume_groups():
    foreign = LATER.replace(LogicalVolume(key="aio", name="aio_south"))
    assert titles(foreign, "GLVM-CACHE-VOLUME") == [
        "The cache volume aio_south of vg_app lies in another volume group"
    ]
    assert places(foreign, "GLVM-CACHE-VOLUME") == [
        ["glvm_volume_group/g/cache_volumes", "logical_volume/aio/volume_group"]
    ]
    assert told(row(foreign, mode=GlvmMode.SYNC), "GLVM-CACHE-VOLUME") == []


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ({}, []),
        ({"high_water_mark": 0}, ["high_water_mark"]),
        ({"cache_size": 0}, []),
        ({"cache_size": 1, "cache_volumes": "a"}, ["cache_size", "cache_volumes"]),
    ],
)
def test_cells_of_a_cache_that_is_not_there(cells, columns):
    expected = [[f"glvm_volume_group/g/{column}" for column in columns]] if columns else []
    assert places(row(**cells), "GLVM-CACHE-IDLE") == expected
    assert told(LATER, "GLVM-CACHE-IDLE") == []


def test_high_water_marks():
    assert told(row(LATER, high_water_mark=None), "GLVM-MARK") == []
    assert len(told(row(LATER, high_water_mark=0), "GLVM-MARK")) == 1
    assert told(row(high_water_mark=10), "GLVM-MARK") == []


def test_volume_groups_that_cannot_be_asynchronous():
    assert told(LATER, "GLVM-ASYNC-GROUP") == []
    assert told(vg(LATER, type=None, auto_on=False), "GLVM-ASYNC-GROUP") == []
    plan = edit(
        vg(LATER, auto_on=True, type=VolumeGroupType.ORIGINAL), LogicalVolume, "lv", bad_blocks=True
    )
    assert titles(plan, "GLVM-ASYNC-GROUP") == [
        "vg_app is mirrored asynchronously, but is of the type original",
        "vg_app is mirrored asynchronously, but is varied on when a node starts",
        "vg_app is mirrored asynchronously, but lv_app relocates bad blocks",
    ]
    assert places(plan, "GLVM-ASYNC-GROUP") == [
        ["volume_group/vg/type", "glvm_volume_group/g/mode"],
        ["volume_group/vg/auto_on", "glvm_volume_group/g/mode"],
        ["logical_volume/lv/bad_blocks", "glvm_volume_group/g/mode"],
    ]
