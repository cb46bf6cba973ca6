"""Names that clash and Virtual I/O pairs beyond one example each."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.builders import edit, edit_all, sound, two_sites, virtual
from tests.rules.examples_names_and_pairs import called, local, sea
from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.fallback_timer import FallbackTimer
from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.interface import Interface, InterfaceKind
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.local_file_system import LocalFileSystem
from worksheets.plan.rows.local_volume_group import LocalVolumeGroup
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.nfs_mount import NfsMount
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.shared_ethernet_adapter import HaMode, SharedEthernetAdapter
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.virtual_io_server import DiskService, VirtualIoServer
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.finding import Severity

SOUND, SITES, VIRTUAL = sound(), two_sites(), virtual()
PLAIN = string.ascii_letters + string.digits + "_"


def said(rule_id: str, plan: Plan) -> list[str]:
    return sorted(finding.title for finding in found(rule_id, plan))


@given(st.text(alphabet=PLAIN + "-. /ü", min_size=1, max_size=70))
def test_names_of_networks(name):
    fits = len(name) <= 64 and all(letter in PLAIN for letter in name)
    assert bool(found("NAME-OBJECT", called(Network, "net1", name))) == (not fits)


def test_names_of_timers():
    plan = SOUND.replace(FallbackTimer(key="t", name="each-night"))
    assert said("NAME-OBJECT", plan) == ["PowerHA does not take each-night as name of a timer"]


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("app_svc", True),
        ("app-svc", True),
        ("1app", True),
        ("a", True),
        ("app.example.com", True),
        ("a" * 63 + ".b", True),
        ("a" * 64, False),
        ("b." + "a" * 64, False),
        ("app.", False),
        (".app", False),
        ("-app", False),
        ("app-", False),
        ("app/svc", False),
        ("äpp", False),
    ],
)
def test_labels_as_host_names(name, fits):
    assert bool(found("NAME-LABEL", called(IpLabel, "svc", name))) == (not fits)


def test_a_label_that_is_only_too_long_is_no_blocker():
    (long,) = found("NAME-LABEL", called(IpLabel, "svc", "a" * 64))
    assert long.severity is Severity.WARNING
    assert long.title == f"The label {'a' * 64} is longer than 63 characters"
    (wrong,) = found("NAME-LABEL", called(IpLabel, "svc", "-" + "a" * 64))
    assert wrong.severity is Severity.BLOCKER


def test_capitals():
    (labels,) = found("NAME-CASE", called(IpLabel, "svc", "NODEA_adm"))
    assert labels.severity is Severity.BLOCKER
    assert labels.title == "The label names NODEA_adm and nodea_adm differ in capitals only"
    (nodes,) = found("NAME-CASE", called(Node, "n2", "NODEA"))
    assert nodes.severity is Severity.WARNING
    assert said("NAME-CASE", called(Node, "n2", "nodea")) == []
    across = called(ResourceGroup, "rg", "NODEA")
    assert said("NAME-CASE", across) == []


@given(st.permutations(["cluster", "node", "site", "network", "resource group"]))
def test_one_name_for_several_kinds(order):
    kinds = {
        "cluster": (ClusterOptions, "cluster"),
        "node": (Node, "n1"),
        "site": (Site, "s1"),
        "network": (Network, "net1"),
        "resource group": (ResourceGroup, "rg"),
    }
    plan = SOUND
    for word in order[:2]:
        kind, key = kinds[word]
        plan = called(kind, key, "Pay", plan)
    words = [word for word in kinds if word in order[:2]]
    assert said("NAME-CROSS", plan) == [f"Pay is the name of a {words[0]} and of a {words[1]}"]


@pytest.mark.parametrize(
    ("name", "fits"),
    [("datavg", True), ("data-vg.1", True), ("_v", True), ("-v", False), (".v", False),
     ("a b", False), ("a:b", False), ("1v", True)],
)  # fmt: skip
def test_characters_of_lvm_names(name, fits):
    for kind, key, word in (
        (VolumeGroup, "vg", "volume group"),
        (LogicalVolume, "lv", "logical volume"),
    ):
        words = [] if fits else [f"AIX does not take {name} as a {word}"]
        assert said("NAME-LVM-SYNTAX", called(kind, key, name)) == words


def test_names_of_mirror_pools():
    def pool(name: str) -> list[str]:
        return said("NAME-LVM-SYNTAX", edit(SOUND, Disk, "d1", mirror_pool=name))

    assert pool("a" * 15) == []
    assert pool(" pool1 ") == []
    assert pool("a" * 16) == [f"AIX does not take {'a' * 16} of lun1 as a mirror pool"]
    assert pool("a b") == ["AIX does not take a b of lun1 as a mirror pool"]


def test_names_that_aix_has_given_away():
    assert said("NAME-LVM-TAKEN", called(VolumeGroup, "vg", "rootvg")) == [
        "A shared volume group is called rootvg"
    ]
    taken = ("hd1", "hd9", "hd10opt", "hd11admin", "lg_dumplv", "livedump", "fwdump", "paging00")
    for name in taken:
        assert len(found("NAME-LVM-TAKEN", called(LogicalVolume, "lv", name))) == 1
    for name in ("hd0", "hd12", "paging0", "xhd1", "hd1x"):
        assert said("NAME-LVM-TAKEN", called(LogicalVolume, "lv", name)) == []


def test_local_names_clash_only_on_nodes_that_share():
    both = local(name="lv_app", group="vg_app")
    volume = "The logical volume lv_app is called like a local one of "
    assert said("NAME-LVM-LOCAL", both) == [
        volume + "nodea", "The volume group vg_app is called like a local one of nodea"
    ]  # fmt: skip
    assert said("NAME-LVM-LOCAL", edit(both, ResourceGroup, "rg", nodes=("n2",))) == []
    assert len(found("NAME-LVM-LOCAL", edit(both, ResourceGroup, "rg", nodes=()))) == 2
    unheld = edit(both, LocalVolumeGroup, "own", node="")
    assert said("NAME-LVM-LOCAL", unheld)[0] == volume + "a node"
    loose = edit(both, LocalFileSystem, "own", local_volume_group="")
    assert said("NAME-LVM-LOCAL", loose)[0] == volume + "a node"


def test_characters_of_mount_points():
    for point in ("/a*b", "/a'b", "/ä", "/a:b", "/a$b"):
        assert said("NAME-MOUNT", edit(SOUND, FileSystem, "fs", mount_point=point)) == [
            f"The mount point {point} has a character that breaks scripts"
        ]
    mount = NfsMount(key="m", mount_point="/n f s")
    assert len(found("NAME-MOUNT", SOUND.replace(mount))) == 1


@pytest.mark.parametrize(
    ("point", "belongs"),
    [("/", True), ("/usr", True), ("/var/", True), ("/var/hacmp", True), ("/usr/es", True),
     ("/usr/sap", False), ("/home/app", False), ("/varied", False)],
)  # fmt: skip
def test_directories_of_aix(point, belongs):
    plan = edit(SOUND, FileSystem, "fs", mount_point=point)
    assert bool(found("FS-SYSTEM", plan)) == belongs


@pytest.mark.parametrize(
    ("point", "inside"),
    [("/app/log", True), ("//app//a/b/", True), ("/app", False), ("/apps", False), ("", False),
     ("/", False), ("/log/app", False)],
)  # fmt: skip
def test_local_file_systems_inside_shared_ones(point, inside):
    assert bool(found("FS-LOCAL-INSIDE", local(mount_point=point))) == inside


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (HaMode.AUTO, HaMode.AUTO, False),
        (HaMode.SHARING, HaMode.SHARING, False),
        (HaMode.AUTO, HaMode.STANDBY, False),
        (HaMode.AUTO, None, False),
        (HaMode.SHARING, None, False),
        (HaMode.SHARING, HaMode.AUTO, True),
        (HaMode.DISABLED, HaMode.DISABLED, True),
        (HaMode.DISABLED, None, True),
    ],
)
def test_modes_of_a_pair(first, second, told):
    plan = edit(sea("sea11", ha_mode=first), SharedEthernetAdapter, "sea12", ha_mode=second)
    assert bool(found("VIOS-HA-MODE", plan)) == told


def test_words_about_a_pair_in_different_modes():
    plan = edit(sea("sea11", ha_mode=HaMode.SHARING), SharedEthernetAdapter, "sea12",
                ha_mode=HaMode.AUTO)  # fmt: skip
    (finding,) = found("VIOS-HA-MODE", plan)
    assert finding.title == "viov11 ent9 and viov12 ent9 have different high availability modes"
    assert finding.about == "sea11 sea12"
    second = Interface(key="i9", name="en1", node="n1", network="net1",
                       kind=InterfaceKind.VIRTUAL, adapters=("sea12", "sea11"))  # fmt: skip
    assert len(found("VIOS-HA-MODE", plan.replace(second))) == 1
    single = edit(plan, Interface, "i11", adapters=("sea11",))
    assert said("VIOS-HA-MODE", single) == []
    assert said("VIOS-HA-MODE", edit(plan, Interface, "i11", kind=InterfaceKind.PHYSICAL)) == []


def test_trunk_adapters_that_are_shared():
    assert said("VIOS-SHARING", sea(ha_mode=HaMode.SHARING, trunks="")) == []
    assert said("VIOS-SHARING", sea(ha_mode=HaMode.AUTO, trunks="ent4")) == []
    assert said("VIOS-SHARING", sea("sea11", ha_mode=HaMode.SHARING, trunks="ent4 ent5")) == []


def test_priorities_are_asked_of_pairs_only_and_once():
    plan = sea("sea12", trunk_priority=None)
    assert said("VIOS-TRUNK-OPEN", edit(plan, Interface, "i11", adapters=("sea12",))) == []
    second = Interface(key="i9", name="en1", node="n1", kind=InterfaceKind.VIRTUAL,
                       adapters=("sea12", "sea21"))  # fmt: skip
    assert len(found("VIOS-TRUNK-OPEN", plan.replace(second))) == 1


def test_virtual_switches():
    rule = "VIOS-SWITCH"
    apart = sea("sea12", virtual_switch="other")
    assert said(rule, apart) == []
    both = edit(apart, SharedEthernetAdapter, "sea11", virtual_switch="ETHERNET0")
    (finding,) = found(rule, both)
    assert (finding.places[0].key, finding.places[0].column) == ("i11", "adapters")
    assert said(rule, edit(both, Interface, "i11", kind=InterfaceKind.ETHERCHANNEL)) == []
    assert said(rule, edit(VIRTUAL, Interface, "i11", virtual_switch="other")) == []


def test_pairs_on_one_server():
    assert said("VIOS-PAIR-SERVER", sea(server="")) == []
    assert said("VIOS-PAIR-SERVER", sea("sea11", server="")) == []
    (finding,) = found("VIOS-PAIR-SERVER", sea(server="v12"))
    assert finding.title.endswith("back each other up on one server, viov12")


@pytest.mark.parametrize("answer", [None, RootvgProtection.RAID])
def test_servers_whose_rootvg_is_not_known_to_be_bare(answer):
    plan = edit(VIRTUAL, VirtualIoServer, "v11", rootvg=answer)
    assert said("VIOS-ROOTVG", plan) == []


def test_servers_that_offer_no_disks():
    none = edit(VIRTUAL, VirtualIoServer, "v11", disk_service=DiskService.NONE)
    bare = edit_all(none, Node, rootvg_servers=())
    assert len(found("VIOS-SERVICE", bare)) == 1
    assert said("VIOS-SERVICE", edit_all(bare, Card, server="")) == []
    only_rootvg = edit_all(none, Card, server="")
    assert said("VIOS-SERVICE", only_rootvg) == [
        "viov11 offers no disks, but nodea has disks through it"
    ]
    unused = VirtualIoServer(key="v9", name="vio9", disk_service=DiskService.NONE)
    assert said("VIOS-SERVICE", VIRTUAL.replace(unused)) == []


@pytest.mark.parametrize("answer", [None, False])
def test_partitions_that_shall_not_move(answer):
    assert said("NODE-MOBILITY", edit_all(SOUND, Node, live_mobility=answer)) == []


def test_sites_of_a_standard_cluster_are_places():
    assert said("NAME-OBJECT", called(Site, "s1", "hall 1, north")) == []
    assert said("NAME-OBJECT", called(Site, "s1", "hall 1", SITES)) != []
