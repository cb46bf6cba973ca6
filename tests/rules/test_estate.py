"""What plans lay claim to, and what is said of things that two clusters claim."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generator import generate
from tests.rules.asking import asked
from tests.rules.builders import edit, edit_all, emptied, sound, virtual
from tests.rules.examples_estate import OTHER, shared
from tests.rules.neighbours import estate_among
from tests.rules.test_every_rule import shuffled
from tests.rules.test_random_plans import nonsense, nonsense_row
from worksheets.plan.fields import fields_of
from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.card import Card
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment, HeartbeatType
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.interface import Interface, InterfaceKind
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import NetworkDevice
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.claims import CLAIMANTS, LONGEST, affected, claims_of
from worksheets.rules.estate import NO_ESTATE, Estate, Kind, Neighbour, Thing
from worksheets.rules.finding import Finding, Place, Severity
from worksheets.rules.judge import judge

BLOCKER, WARNING, ADVICE = Severity
PRODUCTION, TEST, DEVELOPMENT = Environment
SOUND = sound()


def values(plan: Plan, kind: Kind) -> list[str]:
    return sorted(claim.thing.value for claim in claims_of(plan) if claim.thing.kind is kind)


def places(plan: Plan, kind: Kind) -> set[str]:
    claims = [claim for claim in claims_of(plan) if claim.thing.kind is kind]
    return {f"{claim.sheet}/{claim.key}/{claim.column}" for claim in claims}


def estate_findings(plan: Plan, estate: Estate) -> list[Finding]:
    return asked("ESTATE-", plan, estate=estate)


@pytest.mark.parametrize(
    ("written", "claimed"),
    [
        ("2001:db8::00ff", "2001:db8::ff"),
        ("2001:0DB8:0:0:0:0:0:FF", "2001:db8::ff"),
        ("10.1.1.5", "10.1.1.5"),
    ],
)
def test_addresses_are_claimed_in_one_form(written, claimed):
    plan = Plan([IpLabel(key="l", name="l", address=written)])
    assert values(plan, Kind.ADDRESS) == [claimed]


def test_which_cells_claim_addresses_and_which_share_them():
    plan = Plan(
        [
            IpLabel(key="l", name="l", address="10.1.1.1"),
            IpLabel(key="m", name="m"),
            Node(key="n", name="n", communication_path="10.1.1.2"),
            Node(key="o", name="o", communication_path="o_boot"),
            Hmc(key="h", name="h", address="10.1.1.3"),
            NetworkDevice(key="s", name="s", address="10.1.1.4"),
            VirtualIoServer(key="v", name="v", address="10.1.1.5"),
        ]
    )
    found = {claim.key: claim for claim in claims_of(plan) if claim.thing.kind is Kind.ADDRESS}
    assert {key: claim.shared for key, claim in found.items()} == {
        "l": False,
        "n": False,
        "h": True,
        "s": True,
        "v": True,
    }
    assert {claim.column for claim in found.values()} == {"address", "communication_path"}
    assert found["h"].words == "address 10.1.1.3"


def test_names_of_labels_and_nodes():
    plan = Plan(
        [
            IpLabel(
                key="l", name="Ora_SVC", aliases="ora Ora.Example.com ora",
                dns_name="Orders.example.com",
            ),
            Node(key="n", name="NodeA", host_name=" nodea.example.com"),
            Node(key="m", name="m"),
        ]
    )  # fmt: skip
    assert values(plan, Kind.LABEL) == ["ora", "ora.example.com", "ora_svc", "orders.example.com"]
    assert values(plan, Kind.NODE) == ["m", "nodea", "nodea.example.com"]
    assert places(plan, Kind.LABEL) == {
        "ip_label/l/name", "ip_label/l/aliases", "ip_label/l/dns_name",
    }  # fmt: skip
    assert places(plan, Kind.NODE) == {"node/n/name", "node/n/host_name", "node/m/name"}


def test_a_partition_is_claimed_once_frame_and_name_are_known():
    plan = Plan(
        [
            Frame(key="f", name="frame", serial="06-5A:3c1"),
            Frame(key="g", name="bare"),
            Node(key="n1", name="n1", frame="f", partition="Pay 1"),
            Node(key="n2", name="n2", frame="g", partition="pay2"),
            Node(key="n3", name="n3", partition="pay3"),
            Node(key="n4", name="n4", frame="f"),
        ]
    )
    assert values(plan, Kind.PARTITION) == ["065a3c1 pay 1"]
    assert places(plan, Kind.PARTITION) == {"node/n1/partition"}


def test_ports_of_nodes_are_claimed_and_those_of_servers_are_not():
    plan = Plan(
        [
            Node(key="n", name="n"),
            VirtualIoServer(key="v", name="v"),
            Card(key="c", name="c", node="n"),
            Card(key="d", name="d", server="v"),
            Port(key="p", name="p", card="c", wwpn="c0:50:76:08:1a:2b:00:04"),
            Port(key="e", name="e", card="c", mac="40:F2:E9:1c:00:a4"),
            Port(key="q", name="q", card="d", wwpn="c0:50:76:08:1a:2b:00:05"),
            Port(key="r", name="r", wwpn="c0:50:76:08:1a:2b:00:06"),
            Port(key="s", name="s", card="c"),
        ]
    )
    assert values(plan, Kind.PORT) == ["40f2e91c00a4", "c05076081a2b0004"]
    words = {claim.words for claim in claims_of(plan) if claim.thing.kind is Kind.PORT}
    assert words == {
        "port name c0:50:76:08:1a:2b:00:04",
        "hardware address 40:F2:E9:1c:00:a4",
    }


def test_disks_by_each_of_their_identifiers():
    plan = Plan(
        [
            StorageUnit(key="u", name="DS 8", serial="75-KAX11"),
            StorageUnit(key="w", name="DS  9"),
            Disk(key="a", name="a", pvid="00F6DB2A1B2C3D01" + "0" * 16, udid="200B-75"),
            Disk(key="b", name="b", pvid="00f6db2a1b2c3d02", wwid="6005-0763"),
            Disk(key="c", name="c", pvid="1" * 32),
            Disk(key="d", name="d", pvid="0" * 15 + "1" + "0" * 15 + "1"),
            Disk(key="e", name="e", storage_unit="u", lun="40:10"),
            Disk(key="f", name="f", storage_unit="w", lun="4010"),
            Disk(key="g", name="g", lun="4010"),
        ]
    )
    assert values(plan, Kind.PVID) == [
        "0" * 15 + "1" + "0" * 15 + "1", "00f6db2a1b2c3d01", "00f6db2a1b2c3d02", "1" * 32,
    ]  # fmt: skip
    assert values(plan, Kind.UDID) == ["200b75"]
    assert values(plan, Kind.WWID) == ["60050763"]
    assert values(plan, Kind.LUN) == ["name:ds 9 4010", "serial:75kax11 4010"]
    words = {claim.key: claim.words for claim in claims_of(plan)}
    assert words["e"] == "LUN 40:10 of DS 8"
    assert words["b"].startswith("disk with the ")


def test_a_pvid_in_both_lengths_is_one_disk():
    long = Plan([Disk(key="d", name="d", pvid="00f6db2a1b2c3d01" + "0" * 16)])
    assert estate_among(SOUND, long).others.keys() == {Thing(Kind.PVID, "00f6db2a1b2c3d01")}


def test_a_volume_group_claims_its_name_and_number_in_each_of_its_units():
    assert values(SOUND, Kind.VOLUME_GROUP) == ["name:ds1 vg_app", "name:ds2 vg_app"]
    assert values(SOUND, Kind.MAJOR_NUMBER) == ["name:ds1 101", "name:ds2 101"]
    numbered = edit(SOUND, StorageUnit, "u1", serial="X1")
    assert values(numbered, Kind.VOLUME_GROUP) == ["name:ds2 vg_app", "serial:x1 vg_app"]
    assert values(edit(SOUND, VolumeGroup, "vg", major_number=None), Kind.MAJOR_NUMBER) == []
    assert values(edit_all(SOUND, Disk, storage_unit=""), Kind.VOLUME_GROUP) == []
    assert values(edit_all(SOUND, Disk, volume_group=""), Kind.VOLUME_GROUP) == []


def test_boot_subnets_are_those_of_virtual_interfaces():
    frames = ["name:frame1 10.1.1.0/24", "name:frame2 10.1.1.0/24"]
    assert values(virtual(), Kind.BOOT_SUBNET) == frames
    assert places(virtual(), Kind.BOOT_SUBNET) == {"ip_label/b11/address", "ip_label/b21/address"}
    assert values(SOUND, Kind.BOOT_SUBNET) == []
    service = edit(virtual(), IpLabel, "b11", function=LabelFunction.SERVICE)
    assert values(service, Kind.BOOT_SUBNET) == frames[1:]
    for kind, key, cells in (
        (IpLabel, "b11", {"address": ""}),
        (IpLabel, "b11", {"interface": ""}),
        (Interface, "i11", {"node": ""}),
        (Interface, "i11", {"kind": InterfaceKind.ETHERCHANNEL}),
        (Node, "n1", {"frame": ""}),
    ):
        assert values(edit(virtual(), kind, key, **cells), Kind.BOOT_SUBNET) == frames[1:], cells
    assert values(edit(virtual(), Network, "net1", netmask=""), Kind.BOOT_SUBNET) == []
    by_label = edit_all(virtual(), Interface, network="")
    assert values(by_label, Kind.BOOT_SUBNET) == frames
    nowhere = edit_all(by_label, IpLabel, network="")
    assert values(nowhere, Kind.BOOT_SUBNET) == []


def test_a_multicast_address_counts_where_heartbeats_use_it():
    idle = edit(SOUND, ClusterOptions, "cluster", cluster_ip="228.1.1.1")
    used = edit(idle, ClusterOptions, "cluster", heartbeat_type=HeartbeatType.MULTICAST)
    assert values(idle, Kind.MULTICAST) == []
    assert values(used, Kind.MULTICAST) == ["228.1.1.1"]
    assert values(edit(used, ClusterOptions, "cluster", cluster_ip=""), Kind.MULTICAST) == []


def test_a_cluster_claims_its_name_and_that_of_its_twin():
    assert values(SOUND, Kind.CLUSTER) == ["pay_cluster"]
    assert values(SOUND, Kind.MIRRORS) == []
    follower = edit(SOUND, ClusterOptions, "cluster", mirrors="Pay")
    assert values(follower, Kind.MIRRORS) == ["Pay"]


@pytest.mark.parametrize("length", [LONGEST - 1, LONGEST, LONGEST + 1, 400])
def test_no_value_is_longer_than_its_column(length):
    names = ["a" * (length - 1) + end for end in "xy"]
    first, second = (values(Plan([Disk(key="d", name="d", udid=n)]), Kind.UDID) for n in names)
    assert first != second
    assert len(first[0]) <= LONGEST
    assert (first == [names[0]]) is (length <= LONGEST)


@given(seed=st.integers(0, 10**6))
def test_any_plan_makes_claims_whatever_the_order_of_its_rows(seed):
    plan = nonsense(seed)
    assert sorted(claims_of(shuffled(plan, seed))) == sorted(claims_of(plan))
    assert all(len(claim.thing.value) <= LONGEST for claim in claims_of(plan))


@settings(max_examples=400)
@given(seed=st.integers(0, 10**6))
def test_only_affected_claimants_make_other_claims(seed):
    """So the difference of two plans can be had from those alone."""
    dice = random.Random(seed)
    before = dice.choice([virtual(), edit_all(SOUND, Frame, serial="S1"), nonsense(seed)])
    kind = dice.choice([kind for kind in KINDS.values() if before.rows(kind)])
    row, model = dice.choice(before.rows(kind)), nonsense_row(dice, kind, dice.randrange(5))
    name = dice.choice(list(fields_of(kind)))
    after = before.replace(msgspec.structs.replace(row, **{name: getattr(model, name)}))
    rest = [claimant for claimant in CLAIMANTS if claimant not in affected(before, after)]
    assert claims_of(before, rest) == claims_of(after, rest)
    if name in ("notes", "rationale"):
        assert affected(before, after) == ()


def test_equal_plans_affect_nothing_and_foreign_ones_everything():
    assert affected(SOUND, SOUND) == ()
    assert affected(Plan(), SOUND) == CLAIMANTS


ONE = Neighbour("clear", "Clearing", PRODUCTION)
TRIAL = Neighbour("trial", "Clearing", TEST)


@pytest.mark.parametrize(
    ("rule", "kind", "value", "weights"),
    [
        ("ESTATE-ADDRESS", Kind.ADDRESS, "10.1.1.100", (BLOCKER, BLOCKER, WARNING)),
        ("ESTATE-LABEL", Kind.LABEL, "app_svc", (BLOCKER, WARNING, WARNING)),
        ("ESTATE-NODE", Kind.NODE, "nodea", (BLOCKER, WARNING, WARNING)),
        ("ESTATE-DISK", Kind.PVID, "00f6db2a1b2c3d01", (BLOCKER, BLOCKER, WARNING)),
        ("ESTATE-VG", Kind.VOLUME_GROUP, "name:ds1 vg_app", (WARNING, WARNING, ADVICE)),
        ("ESTATE-MAJOR", Kind.MAJOR_NUMBER, "name:ds1 101", (ADVICE, ADVICE, ADVICE)),
    ],
)
def test_weight_hangs_on_how_much_production_there_is(rule, kind, value, weights):
    both, one, neither = weights
    for environment, others, expected in (
        (PRODUCTION, (ONE,), both),
        (PRODUCTION, (TRIAL,), one),
        (TEST, (ONE,), one),
        (DEVELOPMENT, (ONE, TRIAL), one),
        (TEST, (TRIAL,), neither),
        (PRODUCTION, (TRIAL, ONE), both),
    ):
        plan = edit(SOUND, ClusterOptions, "cluster", environment=environment)
        (found,) = estate_findings(plan, shared(kind, value, *others))
        assert (found.rule, found.severity) == (rule, expected)


def test_partitions_ports_and_subnets_are_weighed_too():
    plan = edit(SOUND, Frame, "f1", serial="S1")
    plan = edit(plan, Node, "n1", partition="p1")
    plan = edit(plan, Port, "n1c1p0", wwpn="c050760000000001")
    for kind, value, weights in (
        (Kind.PARTITION, "s1 p1", (BLOCKER, BLOCKER)),
        (Kind.PORT, "c050760000000001", (BLOCKER, BLOCKER)),
    ):
        for other, expected in zip((ONE, TRIAL), weights, strict=True):
            (found,) = estate_findings(plan, shared(kind, value, other))
            assert found.severity is expected
    (found,) = estate_findings(virtual(), shared(Kind.BOOT_SUBNET, "name:frame1 10.1.1.0/24", ONE))
    assert found.severity is WARNING


def test_one_finding_for_a_thing_with_all_its_cells_and_all_who_have_it():
    plan = edit(SOUND, Node, "n2", host_name="nodea")
    (found,) = estate_findings(plan, shared(Kind.NODE, "nodea", OTHER, TRIAL))
    assert found.places == (Place("node", "n1", "name"), Place("node", "n2", "host_name"))
    assert found.title == (
        "The node nodea is planned in clear_cluster (Clearing) and trial (Clearing) too"
    )


def test_several_names_in_one_cell_are_several_findings():
    plan = edit(SOUND, IpLabel, "svc", aliases="ora db2")
    estate = Estate(
        known=True, others={Thing(Kind.LABEL, name): (OTHER,) for name in ("ora", "db2", "free")}
    )
    found = estate_findings(plan, estate)
    assert {finding.about for finding in found} == {"label ora", "label db2"}
    assert {finding.places for finding in found} == {(Place("ip_label", "svc", "aliases"),)}


def test_the_address_of_a_box_may_stand_in_many_plans_but_on_no_label():
    box = edit(SOUND, NetworkDevice, "sw1", address="10.9.9.9")
    label = edit(SOUND, IpLabel, "svc", address="10.9.9.9")
    apart = [emptied(plan, Disk, Node) for plan in (box, label)]
    assert Thing(Kind.ADDRESS, "10.9.9.9") not in estate_among(box, box).others
    for here, there, slug in ((*apart, "network_device"), (*reversed(apart), "ip_label")):
        found = [
            finding
            for finding in estate_findings(here, estate_among(here, there))
            if "10.9.9.9" in finding.title
        ]
        assert [finding.places[0].sheet for finding in found] == [slug]


def test_a_plan_judged_for_itself_is_asked_nothing_about_others():
    asked = {"ESTATE", "TWIN"}
    assert not {f.rule for f in judge(SOUND).findings if f.rule.split("-")[0] in asked}
    assert judge(SOUND, estate=NO_ESTATE).findings == judge(SOUND).findings


def renamed(plan: Plan, name: str, dice: random.Random) -> Plan:
    """The plan as another cluster; some of its rows are gone, so they are no longer shared."""
    plan = Plan(row for row in plan if isinstance(row, ClusterOptions) or dice.random() < 0.7)
    environment = dice.choice(list(Environment))
    return edit_all(plan, ClusterOptions, name=name, environment=environment)


@given(seed=st.integers(0, 10**6))
def test_what_one_cluster_reports_of_another_that_one_reports_too(seed):
    dice = random.Random(seed)
    base = dice.choice([SOUND, virtual(), generate(seed % 5, 2, 2)])
    one, two = renamed(base, "one", dice), renamed(base, "two", dice)
    reports = [
        {(finding.rule, finding.about, finding.severity) for finding in estate_findings(*seen)}
        for seen in ((one, estate_among(one, two)), (two, estate_among(two, one)))
    ]
    assert reports[0] == reports[1]


@given(seed=st.integers(0, 10**6))
def test_what_is_shared_with_a_copy_is_all_that_is_the_plans_own(seed):
    dice = random.Random(seed)
    plan = renamed(SOUND, "one", dice)
    own = {
        claim.thing
        for claim in claims_of(plan)
        if not claim.shared and claim.thing.kind not in (Kind.CLUSTER, Kind.MIRRORS)
    }
    estate = estate_among(plan, edit_all(plan, ClusterOptions, name="two"))
    found = estate_findings(plan, estate)
    assert {finding.about for finding in found} == {" ".join(thing) for thing in own}
    assert all("two (Payments)" in finding.title for finding in found)
