"""A small design that survives every single failure, and verbs that change it.

Two nodes in two frames, racks and sites, each box on two circuits of its site; one group with a
service address and a mirrored volume group. Keys are the names.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from worksheets.failures.parts import Part, PartKind
from worksheets.failures.singles import single_failures
from worksheets.plan.plan import Plan
from worksheets.plan.row import Row
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.logical_volume import LogicalVolume
from worksheets.plan.rows.network import Network
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.plan.rows.node import Node, RootvgProtection
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit
from worksheets.plan.rows.volume_group import VolumeGroup


def _half(n: int) -> list[Row]:
    """One site with all that stands in it."""
    circuits = (f"p{n}a", f"p{n}b")
    rows: list[Row] = [
        Site(key=f"s{n}", name=f"s{n}"),
        *(PowerCircuit(key=key, name=key, site=f"s{n}") for key in circuits),
        Rack(key=f"r{n}", name=f"r{n}", site=f"s{n}", circuits=circuits),
        Frame(key=f"f{n}", name=f"f{n}", rack=f"r{n}"),
        Node(key=f"n{n}", name=f"n{n}", frame=f"f{n}", rootvg=RootvgProtection.MIRRORED),
        NetworkDevice(key=f"sw{n}", name=f"sw{n}", rack=f"r{n}"),
        NetworkDevice(key=f"san{n}", name=f"san{n}", kind=DeviceKind.SAN_SWITCH, rack=f"r{n}"),
        StorageUnit(key=f"u{n}", name=f"u{n}", rack=f"r{n}"),
        Disk(key=f"k{n}", name=f"k{n}", storage_unit=f"u{n}", volume_group="vg"),
    ]
    for side in (1, 2):
        for letter, kind, far in (
            ("e", CardKind.ETHERNET, "sw"),
            ("h", CardKind.FIBRE_CHANNEL, "san"),
        ):
            card = f"{letter}{n}{side}"
            rows.append(Card(key=card, name=card, node=f"n{n}", kind=kind))
            rows.append(
                Port(key=f"{card}p", name=f"{card}p", card=card, attached_to=f"{far}{side}")
            )
    rows.append(
        Interface(
            key=f"i{n}", name=f"i{n}", node=f"n{n}", network="net", ports=(f"e{n}1p", f"e{n}2p")
        )
    )
    rows += [
        DiskPath(key=f"n{n}k{disk}", node=f"n{n}", disk=f"k{disk}", ports=(f"h{n}1p", f"h{n}2p"))
        for disk in (1, 2)
    ]
    return rows


@cache
def design() -> Plan:
    """The design; nothing in it is a single point of failure."""
    return Plan(
        [
            *_half(1),
            *_half(2),
            Network(key="net", name="net", gateways=("sw1", "sw2")),
            IpLabel(key="svc", name="svc", function=LabelFunction.SERVICE, network="net"),
            VolumeGroup(key="vg", name="vg", quorum=False),
            LogicalVolume(key="lv", name="lv", volume_group="vg", copies=2),
            ResourceGroup(
                key="rg",
                name="rg",
                nodes=("n1", "n2"),
                service_labels=("svc",),
                volume_groups=("vg",),
            ),
        ]
    )


def edit(plan: Plan, kind: type[Row], key: str, /, **cells: Any) -> Plan:
    """The plan with some cells of a row changed."""
    row = plan.get(kind, key)
    assert row is not None, key
    return plan.replace(msgspec.structs.replace(row, **cells))


def singles(plan: Plan) -> dict[str, set[str]]:
    """Keys of the parts that take groups with them ("rootvg of n1"), and the groups."""
    return {called(loss.part): set(loss.groups) for loss in single_failures(plan).losses}


def called(part: Part) -> str:
    return part.name if part.kind is PartKind.ROOTVG else part.key


def spofs(plan: Plan) -> set[str]:
    """Keys of the parts that take a group with them."""
    return set(singles(plan))
