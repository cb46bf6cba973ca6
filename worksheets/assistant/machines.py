"""Places, power, racks, frames, switches, storage units, nodes, cards and ports."""

from __future__ import annotations

from worksheets.assistant.answers import Answers
from worksheets.assistant.assumptions import assumed
from worksheets.plan.row import Row
from worksheets.plan.rows.card import Card, CardKind
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.network_device import DeviceKind, NetworkDevice
from worksheets.plan.rows.node import Node, UsualRole
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.rack import Rack
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.storage_unit import StorageUnit

_HALVES = (1, 2)


def machines(answers: Answers) -> list[Row]:
    """Everything twice: each half of the cluster stands in a rack of its own.

    Keys: sites s1 s2, racks r1 r2, frames f1 f2, nodes n1 n2, ports such as n1e2p0: node,
    e for Ethernet or c for Fibre Channel, card, port.
    """
    return [*_places(answers), *_boxes(), *_nodes(answers), *_cards()]


def _places(answers: Answers) -> list[Row]:
    names = list(dict.fromkeys((answers.first_place, answers.second_place)))
    rows: list[Row] = [
        Site(
            key=f"s{number}",
            name=name,
            rationale=assumed(
                "A fire or a blackout here spares the other place. This is no PowerHA site: the "
                "cluster is of the standard type."
            )
            if len(names) > 1
            else "",
        )
        for number, name in enumerate(names, start=1)
    ]
    for half in _HALVES:
        site = f"s{min(half, len(names))}"
        circuits = (f"p{half}a", f"p{half}b")
        rows += [
            PowerCircuit(
                key=key,
                name=f"P{half}{key[-1].upper()}",
                site=site,
                rationale=assumed("Each rack has two circuits that no other rack shares."),
            )
            for key in circuits
        ]
        rows.append(
            Rack(
                key=f"r{half}",
                name=f"R{half}",
                site=site,
                circuits=circuits,
                rationale=assumed("The two halves of the cluster stand in different racks."),
            )
        )
    return rows


def _boxes() -> list[Row]:
    rows: list[Row] = []
    for half in _HALVES:
        rack = f"r{half}"
        rows += [
            Frame(
                key=f"f{half}",
                name=f"frame {half}",
                rack=rack,
                rationale=assumed("The nodes are partitions of different frames."),
            ),
            StorageUnit(
                key=f"u{half}",
                name=f"storage {half}",
                rack=rack,
                rationale=assumed("The data is mirrored over two storage units."),
            ),
            NetworkDevice(
                key=f"sw{half}",
                name=f"switch {half}",
                kind=DeviceKind.SWITCH,
                rack=rack,
                rationale=assumed("Each network is reached through two Ethernet switches."),
            ),
            NetworkDevice(
                key=f"san{half}",
                name=f"SAN switch {half}",
                kind=DeviceKind.SAN_SWITCH,
                rack=rack,
                fabric="AB"[half - 1],
                rationale=assumed("Storage is reached over two fabrics."),
            ),
        ]
    return rows


def _nodes(answers: Answers) -> list[Row]:
    roles = (UsualRole.ACTIVE, UsualRole.STANDBY)
    return [
        Node(
            key=f"n{half}",
            name=name,
            frame=f"f{half}",
            usual_role=role,
            rootvg=answers.rootvg,
            communication_path=name,
            rationale=assumed(
                f"{name} is a partition of frame {half} and is reached by its own name."
            ),
        )
        for half, name, role in zip(_HALVES, answers.nodes, roles, strict=True)
    ]


def _cards() -> list[Row]:
    """Two Ethernet and two Fibre Channel cards in each node, two ports on each."""
    rows: list[Row] = []
    for node in ("n1", "n2"):
        for letter, kind, device, switch, words in (
            ("e", CardKind.ETHERNET, "ent", "sw", "Ethernet"),
            ("c", CardKind.FIBRE_CHANNEL, "fcs", "san", "FC"),
        ):
            for number in _HALVES:
                key = f"{node}{letter}{number}"
                rows.append(
                    Card(
                        key=key,
                        name=f"{words} {number}",
                        node=node,
                        kind=kind,
                        rationale=assumed("Each node has two cards of each kind for spares."),
                    )
                )
                rows += [
                    Port(
                        key=f"{key}p{port}",
                        name=f"{device}{2 * (number - 1) + port}",
                        card=key,
                        attached_to=f"{switch}{number}",
                        rationale=assumed(
                            "Two ports per card; the cards lead to different switches."
                        ),
                    )
                    for port in (0, 1)
                ]
    return rows
