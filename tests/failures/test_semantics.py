"""One example for each line of what a resource group needs."""

from __future__ import annotations

import pytest

from tests.failures.designs import design, edit, singles, spofs
from worksheets.failures.singles import single_failures
from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.plan.rows.disk import Disk, DiskProtection
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface, InterfaceKind
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.logical_volume import LogicalVolume, SeparateDisks
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.shared_ethernet_adapter import SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import VolumeGroup

SOUND = design()
# One node in the list: then every part that the node needs shows itself.
ALONE = edit(SOUND, ResourceGroup, "rg", nodes=("n1",))


def without(plan: Plan, *kinds: type) -> Plan:
    return Plan(row for row in plan if not isinstance(row, kinds))


def stranded(plan: Plan) -> dict[str, tuple[str, ...]]:
    return {item.group: item.reasons for item in single_failures(plan).stranded}


def test_the_sound_design_has_no_single_point_of_failure() -> None:
    assert singles(SOUND) == {}
    assert stranded(SOUND) == {}


def test_a_group_with_one_node_falls_with_what_the_node_stands_on() -> None:
    assert spofs(ALONE) == {"n1", "f1", "r1", "s1"}


def test_nodes_in_one_frame() -> None:
    plan = edit(SOUND, Node, "n2", frame="f1")
    assert spofs(plan) == {"f1", "r1", "s1"}


def test_frames_in_one_rack() -> None:
    plan = edit(SOUND, Frame, "f2", rack="r1")
    assert spofs(plan) == {"r1", "s1"}


def test_frames_on_one_circuit() -> None:
    shared = edit(edit(SOUND, Frame, "f1", circuits=("p1a",)), Frame, "f2", circuits=("p1a",))
    assert spofs(shared) == {"p1a", "s1"}


def test_a_ups_carries_a_circuit_on_but_not_through_the_loss_of_its_site() -> None:
    shared = edit(edit(SOUND, Frame, "f1", circuits=("p1a",)), Frame, "f2", circuits=("p1a",))
    assert spofs(edit(shared, PowerCircuit, "p1a", ups=True)) == {"s1"}
    assert spofs(edit(shared, PowerCircuit, "p1a", ups=True, site="")) == set()


def test_own_circuits_stand_in_for_those_of_the_rack() -> None:
    one_feed = edit(ALONE, Rack, "r1", circuits=("p1a",))
    assert "p1a" in spofs(one_feed)
    assert "p1a" in spofs(edit(one_feed, Frame, "f1", circuits=("p1a",)))
    assert "p1a" not in spofs(edit(one_feed, Frame, "f1", circuits=("p1a", "p1b")))


def test_without_rows_on_the_site_sheet_there_is_no_site_to_lose() -> None:
    assert spofs(without(ALONE, Site)) == {"n1", "f1", "r1"}


@pytest.mark.parametrize(
    ("protection", "counts"),
    [
        (RootvgProtection.NONE, True),
        (RootvgProtection.MIRRORED, False),
        (RootvgProtection.RAID, False),
        (None, False),
    ],
)
def test_rootvg_on_one_disk(protection: RootvgProtection | None, counts: bool) -> None:
    plan = edit(ALONE, Node, "n1", rootvg=protection)
    assert ("rootvg of n1" in spofs(plan)) is counts


def test_rootvg_over_virtual_io_servers() -> None:
    servers = [VirtualIoServer(key=key, name=key, frame="f1") for key in ("v1", "v2")]
    plan = ALONE.replace(*servers)
    one = edit(plan, Node, "n1", rootvg_servers=("v1",))
    two = edit(plan, Node, "n1", rootvg_servers=("v1", "v2"))
    assert spofs(one) - spofs(ALONE) == {"v1"}
    assert spofs(two) == spofs(ALONE)


def test_two_ports_of_one_card_are_one_card() -> None:
    same = edit(ALONE, Port, "e12p", card="e11")
    assert spofs(same) - spofs(ALONE) == {"e11"}
    without_cards = edit(edit(ALONE, Port, "e12p", card=""), Port, "e11p", card="")
    assert spofs(without_cards) == spofs(ALONE)


def test_an_interface_with_one_port_falls_with_port_card_and_switch() -> None:
    one = edit(ALONE, Interface, "i1", ports=("e11p",))
    assert spofs(one) - spofs(ALONE) == {"e11", "e11p", "sw1"}
    backed = edit(one, Interface, "i1", ports=("e11p",), backup_port="e12p")
    assert spofs(backed) == spofs(ALONE)


def test_a_second_interface_on_the_network_is_enough() -> None:
    one = edit(ALONE, Interface, "i1", ports=("e11p",))
    second = Interface(key="j1", name="j1", node="n1", network="net", ports=("e12p",))
    assert spofs(one.replace(second)) == spofs(ALONE)


def virtual(*servers: str) -> Plan:
    """ALONE with virtual adapters a1 and a2 over these servers."""
    rows = [VirtualIoServer(key=key, name=key, frame="f1") for key in ("v1", "v2")]
    cards = [Card(key=f"c{key}", name=f"c{key}", server=key) for key in ("v1", "v2")]
    ports = [Port(key=f"o{key}", name=f"o{key}", card=f"c{key}") for key in ("v1", "v2")]
    shared = [
        SharedEthernetAdapter(key=f"a{n}", name=f"a{n}", server=server, ports=(f"o{server}",))
        for n, server in enumerate(servers, start=1)
    ]
    plan = ALONE.replace(*rows, *cards, *ports, *shared)
    return edit(
        plan,
        Interface,
        "i1",
        kind=InterfaceKind.VIRTUAL,
        ports=(),
        adapters=tuple(row.key for row in shared),
    )


def test_two_virtual_adapters_over_one_server_are_one_server() -> None:
    assert spofs(virtual("v1", "v1")) - spofs(ALONE) == {"v1", "cv1", "ov1"}
    assert spofs(virtual("v1", "v2")) == spofs(ALONE)


def test_a_shared_adapter_has_a_backup_port() -> None:
    plan = virtual("v1").replace(
        Card(key="spare", name="spare", server="v1"), Port(key="so", name="so", card="spare")
    )
    backed = edit(plan, SharedEthernetAdapter, "a1", backup_port="so")
    assert spofs(backed) - spofs(ALONE) == {"v1"}


def test_any_gateway_leads_to_the_users() -> None:
    one = edit(SOUND, Network, "net", gateways=("sw1",))
    assert spofs(one) == {"sw1", "r1", "s1"}
    assert spofs(edit(SOUND, Network, "net", gateways=())) == set()


def test_a_device_falls_with_its_circuits() -> None:
    one = edit(SOUND, Network, "net", gateways=("sw1",))
    fed = edit(one, NetworkDevice, "sw1", circuits=("p2a",), rack="")
    assert spofs(fed) == {"sw1", "p2a", "s2"}


def test_any_path_reaches_the_disk() -> None:
    single = edit(ALONE, LogicalVolume, "lv", copies=1)
    before = spofs(single)
    assert not {"h11", "h12", "san1", "san2"} & before
    plan = edit(single, DiskPath, "n1k1", ports=("h11p",))
    assert spofs(plan) - before == {"h11", "h11p", "san1"}


def test_paths_over_the_ports_of_virtual_io_servers() -> None:
    rows = [VirtualIoServer(key=key, name=key, frame="f1") for key in ("v1", "v2")]
    rows += [Card(key=f"c{key}", name=f"c{key}", server=key) for key in ("v1", "v2")]
    rows += [Port(key=f"o{key}", name=f"o{key}", card=f"c{key}") for key in ("v1", "v2")]
    plan = edit(ALONE, LogicalVolume, "lv", copies=1).replace(*rows)
    one = edit(plan, DiskPath, "n1k1", ports=("ov1",))
    both = edit(plan, DiskPath, "n1k1", ports=("ov1", "ov2"))
    assert spofs(one) - spofs(plan) == {"v1", "cv1", "ov1"}
    assert spofs(both) == spofs(plan)


@pytest.mark.parametrize(
    ("protection", "counts"),
    [
        (None, True),
        (DiskProtection.NONE, True),
        (DiskProtection.RAID1, False),
        (DiskProtection.RAID5, False),
        (DiskProtection.RAID6, False),
        (DiskProtection.RAID10, False),
    ],
)
def test_a_disk_without_a_copy(protection: DiskProtection | None, counts: bool) -> None:
    plan = edit(edit(SOUND, LogicalVolume, "lv", copies=1), Disk, "k1", protection=protection)
    assert ("k1" in spofs(plan)) is counts
    assert {"u1", "u2", "k2"} <= spofs(plan)


def test_without_logical_volumes_every_disk_counts() -> None:
    assert {"k1", "k2", "u1", "u2"} <= spofs(without(SOUND, LogicalVolume))


def test_one_volume_without_a_copy_is_enough_to_lose_the_group() -> None:
    plan = SOUND.replace(LogicalVolume(key="l2", name="l2", volume_group="vg", copies=1))
    assert {"k1", "k2"} <= spofs(plan)


def test_copies_that_may_share_a_disk_are_one_copy() -> None:
    for separate, counts in (
        (SeparateDisks.NO, True),
        (SeparateDisks.YES, False),
        (SeparateDisks.SUPERSTRICT, False),
        (None, False),
    ):
        plan = edit(SOUND, LogicalVolume, "lv", separate_disks=separate)
        assert ("k1" in spofs(plan)) is counts


def disks(*pools: str, quorum: bool = False, copies: int = 2) -> Plan:
    """SOUND with disks d0, d1 .. of units u1, u2, u1 .. in these mirror pools."""
    plan = without(SOUND, Disk, DiskPath)
    rows = [
        Disk(
            key=f"d{n}",
            name=f"d{n}",
            volume_group="vg",
            mirror_pool=pool,
            storage_unit=f"u{1 + n % 2}",
        )
        for n, pool in enumerate(pools)
    ]
    plan = edit(plan.replace(*rows), VolumeGroup, "vg", quorum=quorum)
    return edit(plan, LogicalVolume, "lv", copies=copies)


def test_copies_in_mirror_pools_of_their_own() -> None:
    assert spofs(disks("A", "B", "A", "B")) == set()
    # A pool that spans both units breaks with either of them, and so do both pools.
    assert spofs(disks("A", "A", "B", "B")) == {"u1", "u2", "r1", "r2", "s1", "s2"}


def test_without_pools_two_lost_disks_may_hold_both_copies() -> None:
    assert spofs(disks("", "", "", "")) == {"u1", "u2", "r1", "r2", "s1", "s2"}


def test_more_pools_than_copies() -> None:
    third = edit(disks("A", "B", "C"), Disk, "d2", storage_unit="")
    assert spofs(third) == set()
    # u1 holds the pools A and C: both copies of a volume may be there.
    assert spofs(disks("A", "B", "C")) == {"u1", "r1", "s1"}


def test_three_copies_survive_more() -> None:
    assert spofs(disks("", "", "", "", copies=3)) == set()
    assert spofs(disks("", "", "", "", copies=2)) != set()


@pytest.mark.parametrize(
    ("count", "lost"),
    [
        (1, {"d0", "u1", "r1", "s1"}),
        # Either disk may hold two of the three VGDAs.
        (2, {"d0", "d1", "u1", "u2", "r1", "r2", "s1", "s2"}),
        # u1 has two of three.
        (3, {"u1", "r1", "s1"}),
        # Half is not more than half.
        (4, {"u1", "u2", "r1", "r2", "s1", "s2"}),
        (5, {"u1", "r1", "s1"}),
    ],
)
def test_quorum_needs_more_than_half(count: int, lost: set[str]) -> None:
    assert spofs(disks(*[""] * count, quorum=True, copies=3)) == lost


def test_without_quorum_two_mirrored_disks_survive_each_other() -> None:
    assert spofs(disks("", "", quorum=False)) == set()


def test_storage_falls_with_rack_and_circuits() -> None:
    plan = edit(SOUND, StorageUnit, "u2", rack="r1")
    assert spofs(plan) == {"r1", "s1"}
    fed = edit(SOUND, StorageUnit, "u2", circuits=("p1a",))
    fed = edit(fed, StorageUnit, "u1", circuits=("p1a",))
    assert spofs(fed) == {"p1a", "s1"}


def test_a_label_of_a_site_stays_there() -> None:
    plan = edit(SOUND, IpLabel, "svc", site="s1")
    assert spofs(plan) == {"n1", "f1", "r1", "s1"}
    other = IpLabel(
        key="svc2", name="svc2", function=LabelFunction.SERVICE, network="net", site="s2"
    )
    both = edit(plan.replace(other), ResourceGroup, "rg", service_labels=("svc", "svc2"))
    assert spofs(both) == set()


def test_a_node_off_the_network_cannot_serve() -> None:
    plan = SOUND.without(Interface, "i2")
    assert spofs(plan) == {"n1", "f1", "r1", "s1"}
    assert single_failures(plan).lacks("rg") == ("n2 has no interface on net for svc.",)
    assert spofs(without(SOUND, Interface)) == set()


def test_a_node_without_a_path_cannot_reach_a_disk_that_others_reach() -> None:
    single = edit(SOUND, LogicalVolume, "lv", copies=1)
    plan = single.without(DiskPath, "n2k1")
    assert "n1" in spofs(plan) - spofs(single)
    assert single_failures(plan).lacks("rg") == ("n2 has no path to k1 of vg.",)
    assert spofs(without(single, DiskPath)) == spofs(single)


def second() -> Plan:
    """SOUND with a group rg2 on n2 alone that holds nothing."""
    return SOUND.replace(ResourceGroup(key="rg2", name="rg2", nodes=("n2",)))


def test_a_child_falls_with_its_parent() -> None:
    plan = second()
    assert singles(plan)["n2"] == {"rg2"}
    parent = Dependency(key="d", kind=DependencyKind.PARENT_CHILD, leader="rg2", groups=("rg",))
    assert singles(plan.replace(parent))["n2"] == {"rg", "rg2"}


def test_a_child_falls_with_the_parent_of_its_parent() -> None:
    kind = DependencyKind.PARENT_CHILD
    plan = second().replace(
        ResourceGroup(key="rg3", name="rg3", nodes=("n1", "n2")),
        Dependency(key="d", kind=kind, leader="rg2", groups=("rg3",)),
        Dependency(key="e", kind=kind, leader="rg3", groups=("rg",)),
    )
    assert singles(plan)["n2"] == {"rg", "rg2", "rg3"}


def test_parents_in_a_circle_fall_together() -> None:
    kind = DependencyKind.PARENT_CHILD
    plan = second().replace(
        Dependency(key="d", kind=kind, leader="rg2", groups=("rg",)),
        Dependency(key="e", kind=kind, leader="rg", groups=("rg2",)),
    )
    assert singles(plan)["n2"] == {"rg", "rg2"}


@pytest.mark.parametrize(
    "kind",
    [
        kind
        for kind in DependencyKind
        if kind not in (DependencyKind.PARENT_CHILD, DependencyKind.SAME_NODE)
    ],
)
def test_other_dependencies_do_not_spread_a_loss(kind: DependencyKind) -> None:
    plan = second()
    leader = "rg2" if kind.has_leader else ""
    groups = ("rg",) if leader else ("rg", "rg2")
    row = Dependency(key="d", kind=kind, leader=leader, groups=groups)
    assert singles(plan.replace(row)) == singles(plan)


def test_groups_on_one_node_need_a_common_one() -> None:
    same = Dependency(key="d", kind=DependencyKind.SAME_NODE, groups=("rg", "rg2"))
    assert singles(second().replace(same))["n2"] == {"rg", "rg2"}
    apart = edit(second().replace(same), ResourceGroup, "rg", nodes=("n1",))
    reason = "No node is in the lists of all of rg and rg2, which must share a node."
    assert stranded(apart) == {"rg": (reason,), "rg2": (reason,)}


def test_overlapping_same_node_sets_are_one_set() -> None:
    kind = DependencyKind.SAME_NODE
    plan = second().replace(
        ResourceGroup(key="rg3", name="rg3", nodes=("n1", "n2")),
        Dependency(key="d", kind=kind, groups=("rg", "rg3")),
        Dependency(key="e", kind=kind, groups=("rg3", "rg2")),
    )
    assert singles(plan)["n2"] == {"rg", "rg2", "rg3"}


def test_a_group_without_nodes_is_stranded_and_so_are_its_children() -> None:
    plan = edit(second(), ResourceGroup, "rg2", nodes=()).replace(
        Dependency(key="d", kind=DependencyKind.PARENT_CHILD, leader="rg2", groups=("rg",))
    )
    assert stranded(plan) == {
        "rg": ("Its parent rg2 cannot run anywhere.",),
        "rg2": ("rg2 has no node in its list.",),
    }
    assert singles(plan) == {}


def test_a_group_that_no_node_can_serve_says_what_each_node_lacks() -> None:
    plan = edit(SOUND, IpLabel, "svc", site="s1").without(Interface, "i1")
    assert stranded(plan) == {
        "rg": ("n1 has no interface on net for svc.", "n2 is at another site than svc.")
    }


def test_an_empty_plan() -> None:
    found = single_failures(Plan())
    assert (found.losses, found.stranded, found.cuts) == ((), (), ())
