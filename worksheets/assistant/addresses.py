"""Networks, interfaces, labels and the targets in netmon.cf."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator

from worksheets.assistant.answers import Answers, AnswersInvalid, Subnet
from worksheets.assistant.assumptions import assumed
from worksheets.plan.row import Row
from worksheets.plan.rows.interface import ChannelMode, Interface, InterfaceKind
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.netmon_target import NetmonTarget
from worksheets.plan.rows.network import Network


def addresses(answers: Answers) -> list[Row]:
    """Two IP networks with one EtherChannel per node on each.

    Keys: networks net1 net2, interfaces i11 i12 i21 i22 and boot labels boot11 ... by node and
    network, persistent labels adm1 adm2, service label "service".

    Raises AnswersInvalid when a subnet is too small for the addresses taken from it.
    """
    subnets = (answers.subnet, answers.second_subnet)
    rows: list[Row] = [_network(number, subnets[number - 1]) for number in (1, 2)]
    rows += [_interface(node, network) for node in (1, 2) for network in (1, 2)]
    rows += _labels(answers)
    rows += _targets(answers)
    return rows


def _network(number: int, subnet: Subnet | None) -> Network:
    netmask, prefix = "", None
    if isinstance(subnet, ipaddress.IPv4Network):
        netmask = str(subnet.netmask)
    elif subnet is not None:
        prefix = subnet.prefixlen
    rationale = ""
    if subnet is None:
        rationale = assumed(
            "There is a second network, so that a dead network is not taken for a dead neighbour."
        )
    return Network(
        key=f"net{number}",
        name=f"net_ether_0{number}",
        netmask=netmask,
        prefix=prefix,
        rationale=rationale,
    )


def _interface(node: int, network: int) -> Interface:
    port = network - 1
    return Interface(
        key=f"i{node}{network}",
        name=f"en{3 + network}",
        node=f"n{node}",
        network=f"net{network}",
        kind=InterfaceKind.ETHERCHANNEL,
        mode=ChannelMode.BACKUP,
        ports=(f"n{node}e1p{port}",),
        backup_port=f"n{node}e2p{port}",
        rationale=assumed(
            "An EtherChannel with a backup port on the other card and switch, which asks "
            "nothing of the switches."
        ),
    )


class _Pool:
    """Free addresses of a subnet, lowest first; the very first is left to the router."""

    def __init__(self, question: str, subnet: Subnet, taken: set[str]) -> None:
        self.question = question
        self.subnet = subnet
        self.taken = taken

    def take(self) -> str:
        last = self.subnet.num_addresses - 2
        for offset in range(2, min(last, len(self.taken) + 8) + 1):
            address = str(self.subnet[offset])
            if address not in self.taken:
                self.taken.add(address)
                return address
        raise AnswersInvalid(
            {self.question: f"{self.subnet} has too few addresses for two nodes; enter a larger "
             "subnet."}
        )  # fmt: skip


def _labels(answers: Answers) -> Iterator[Row]:
    yield IpLabel(
        key="service",
        name=answers.service_label or f"{answers.word}_svc",
        function=LabelFunction.SERVICE,
        network="net1",
        address=_plain(answers.service_address),
    )
    known = (answers.service_address, answers.first_boot, answers.second_boot, *answers.targets)
    taken = {_plain(address) for address in known}
    first = _Pool("subnet", answers.subnet, taken)
    second = None
    if answers.second_subnet is not None:
        second = _Pool("second_subnet", answers.second_subnet, taken)
    given = (answers.first_boot, answers.second_boot)
    for node, name in enumerate(answers.nodes, start=1):
        boot = _plain(given[node - 1])
        yield _label(f"boot{node}1", f"{name}_boot1", node, 1, boot or first.take(), not boot)
        taken_here = second.take() if second else ""
        yield _label(f"boot{node}2", f"{name}_boot2", node, 2, taken_here, bool(second))
    for node, name in enumerate(answers.nodes, start=1):
        yield IpLabel(
            key=f"adm{node}",
            name=f"{name}_adm",
            function=LabelFunction.PERSISTENT,
            network="net1",
            node=f"n{node}",
            address=first.take(),
            rationale=assumed("The next free address of the first subnet, for administration."),
        )


def _label(key: str, name: str, node: int, network: int, address: str, guessed: bool) -> IpLabel:
    return IpLabel(
        key=key,
        name=name,
        network=f"net{network}",
        interface=f"i{node}{network}",
        address=address,
        rationale=assumed("The next free address of the subnet.") if guessed else "",
    )


def _plain(address: str) -> str:
    """An address in its shortest form; other texts, such as names, as they are."""
    try:
        return str(ipaddress.ip_address(address))
    except ValueError:
        return address


def _targets(answers: Answers) -> Iterator[Row]:
    """Each target for the interface of its subnet, those of no subnet for the first network."""
    for number, target in enumerate(answers.targets, start=1):
        network = 2 if _inside(target, answers.second_subnet) else 1
        for node in (1, 2):
            yield NetmonTarget(
                key=f"target{number}n{node}",
                node=f"n{node}",
                interface=f"i{node}{network}",
                target=target,
            )


def _inside(target: str, subnet: Subnet | None) -> bool:
    try:
        address = ipaddress.ip_address(target)
    except ValueError:
        return False
    return subnet is not None and address.version == subnet.version and address in subnet
