"""How a failure is told, and which parts stand alone although no group is lost."""

from __future__ import annotations

from tests.failures.designs import called, design, edit
from worksheets.failures.parts import PartKind
from worksheets.failures.singles import SingleFailures, single_failures
from worksheets.plan.plan import Plan
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import ResourceGroup

SOUND = design()


def chain(plan: Plan, name: str) -> tuple[tuple[str, ...], ...]:
    found = single_failures(plan)
    return found.chain(next(loss for loss in found.losses if loss.part.name == name))


def cuts(found: SingleFailures) -> dict[str, list[tuple[PartKind, str, str]]]:
    return {called(cut.part): [tuple(thing) for thing in cut.things] for cut in found.cuts}


def test_from_a_circuit_over_frame_and_nodes_to_the_groups() -> None:
    plan = edit(edit(SOUND, Frame, "f1", circuits=("p1a",)), Node, "n2", frame="f1")
    plan = plan.replace(ResourceGroup(key="rg2", name="rg2", nodes=("n2", "n1")))
    assert chain(plan, "p1a") == (("p1a",), ("f1",), ("n1", "n2"), ("rg", "rg2"))


def test_from_a_switch_over_the_interfaces() -> None:
    plan = edit(edit(SOUND, Port, "e12p", attached_to="sw1"), Port, "e22p", attached_to="sw1")
    assert chain(plan, "sw1") == (("sw1",), ("n1 i1", "n2 i2"), ("rg",))


def test_from_a_gateway_over_the_network() -> None:
    plan = edit(SOUND, Network, "net", gateways=("sw1",))
    assert chain(plan, "sw1") == (("sw1",), ("net",), ("rg",))


def test_from_a_storage_unit_over_disk_and_volume_group() -> None:
    plan = edit(SOUND, LogicalVolume, "lv", copies=1)
    assert chain(plan, "u1") == (("u1",), ("k1",), ("vg",), ("rg",))


def test_from_a_san_switch_over_the_paths() -> None:
    plan = edit(SOUND, LogicalVolume, "lv", copies=1)
    for key in ("n1k1", "n2k1"):
        plan = edit(plan, DiskPath, key, ports=(f"h{key[1]}1p",))
    assert chain(plan, "san1") == (("san1",), ("n1 to k1", "n2 to k1"), ("vg",), ("rg",))


def test_a_site_is_told_by_its_racks() -> None:
    plan = edit(SOUND, ResourceGroup, "rg", nodes=("n1",))
    assert chain(plan, "s1") == (("s1",), ("r1",), ("f1",), ("n1",), ("rg",))


def test_many_groups_are_counted() -> None:
    groups = [ResourceGroup(key=f"g{n}", name=f"g{n}", nodes=("n1",)) for n in range(9)]
    assert chain(SOUND.replace(*groups), "n1") == (
        ("n1",),
        ("g0", "g1", "g2", "g3", "g4", "g5", "and 3 more"),
    )


def test_losses_are_ordered_from_the_ground_up_then_by_name() -> None:
    plan = edit(SOUND, ResourceGroup, "rg", nodes=("n1",))
    assert [loss.part.name for loss in single_failures(plan).losses] == ["s1", "r1", "f1", "n1"]


def test_the_sound_design_has_no_cut() -> None:
    assert single_failures(SOUND).cuts == ()


def test_a_card_on_which_a_node_hangs_is_a_cut_without_a_loss() -> None:
    found = single_failures(edit(SOUND, Interface, "i1", ports=("e11p",)))
    assert found.losses == ()
    on_net = [(PartKind.NETWORK, "net", "n1")]
    assert cuts(found) == {"e11": on_net, "e11p": on_net}


def test_paths_over_one_card() -> None:
    found = single_failures(edit(SOUND, DiskPath, "n1k2", ports=("h11p",)))
    assert found.losses == ()
    assert cuts(found)["h11"] == [(PartKind.PATH, "n1k2", "")]


def test_two_rows_for_one_node_and_disk_are_ways_of_one_path() -> None:
    first = DiskPath(key="a", node="n1", disk="k2", ports=("h11p",))
    second = DiskPath(key="b", node="n1", disk="k2", ports=("h11p",))
    bare = SOUND.without(DiskPath, "n1k2")
    on_path = [(PartKind.PATH, "a", "")]
    for rows in ((first, second), (second, first)):
        assert cuts(single_failures(bare.replace(*rows)))["h11"] == on_path
    other = DiskPath(key="b", node="n1", disk="k2", ports=("h12p",))
    assert single_failures(bare.replace(first, other)).cuts == ()


def test_rootvg_on_one_disk_stops_the_node() -> None:
    found = single_failures(edit(SOUND, Node, "n1", rootvg=RootvgProtection.NONE))
    assert found.losses == ()
    assert cuts(found) == {"rootvg of n1": [(PartKind.NODE, "n1", "")]}


def test_one_circuit_for_a_rack() -> None:
    found = single_failures(edit(SOUND, Rack, "r1", circuits=("p1a",)))
    assert found.losses == ()
    assert {key for _, key, _ in cuts(found)["p1a"]} == {"f1", "sw1", "san1", "u1"}
