"""Lines of /etc/hosts beyond the cluster's own labels."""

from __future__ import annotations

import ipaddress
from collections import defaultdict
from collections.abc import Iterator, Sequence

from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.network import Network
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.hosts import entry_names, label_names, short
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.subnets import Host, host

_LOOPBACK_NAMES = frozenset({"localhost", "loopback", "ip6-localhost", "ip6-loopback"})


def _entries(design: Design) -> Sequence[HostEntry]:
    return layout_of(design).ordered(HostEntry)


def _together(first: HostEntry, second: HostEntry) -> bool:
    """Whether some node has both lines."""
    everywhere = not first.nodes or not second.nodes
    return everywhere or bool(set(first.nodes) & set(second.nodes))


@rule(
    "HOSTS-ADDRESS-TWICE",
    "Address in two lines of the hosts file",
    severity=Severity.WARNING,
    sources=("W10",),
    fix="Make it one line, with the other names as aliases.",
)
def hosts_address_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """Whoever asks for the name of an address gets the first line only. What compares names, as
    export lists do, then finds another one than it expects."""
    found: dict[Host, list[HostEntry]] = defaultdict(list)
    for entry in _entries(design):
        address = host(entry.address)
        if address is None:
            continue
        first = next((one for one in found[address] if _together(one, entry)), None)
        found[address].append(entry)
        if first is not None:
            yield rule.at(
                cell(entry, "address"),
                cell(first, "address"),
                title=f"{entry.address} stands in two lines, as "
                f"{_first_name(first)} and as {_first_name(entry)}",
            )


def _first_name(entry: HostEntry) -> str:
    return next(iter(entry.names.split()), "a line without a name")


@rule(
    "HOSTS-NAME-TWICE",
    "Name with two addresses in the hosts file",
    severity=Severity.WARNING,
    sources=("W10",),
    fix="Leave the name in the line of the address that is meant.",
)
def hosts_name_twice(design: Design, rule: Rule) -> Iterator[Finding]:
    """The first line wins, and the other address is never reached by this name. One line for each
    kind of address, IPv4 and IPv6, is fine."""
    found: dict[tuple[str, int], list[HostEntry]] = defaultdict(list)
    for entry in _entries(design):
        address = host(entry.address)
        if address is None:
            continue
        for name in dict.fromkeys(entry_names(entry)):
            earlier = found[name, address.version]
            others = (one for one in earlier if host(one.address) != address)
            first = next((one for one in others if _together(one, entry)), None)
            earlier.append(entry)
            if first is not None:
                yield rule.at(
                    cell(entry, "names"),
                    cell(first, "names"),
                    title=f"{name} stands for {first.address} and for {entry.address}",
                    about=name,
                )


@rule(
    "HOSTS-ALIAS",
    "Name that stands twice in a line",
    severity=Severity.ADVICE,
    sources=("W10",),
    fix="Leave each name once.",
)
def hosts_alias(design: Design, rule: Rule) -> Iterator[Finding]:
    """An alias equal to the name adds nothing, and often another name was meant."""
    for entry in _entries(design):
        names = entry_names(entry)
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            yield rule.at(
                cell(entry, "names"),
                title=f"The line of {entry.address or entry.key} has {twice[0]} twice",
            )


def _labels_by_name(design: Design) -> dict[str, IpLabel]:
    found: dict[str, IpLabel] = {}
    for label in layout_of(design).ordered(IpLabel):
        for name in label_names(label):
            found.setdefault(name.casefold(), label)
    return found


@rule(
    "HOSTS-LABEL",
    "Name of a label with another address",
    severity=Severity.BLOCKER,
    sources=("W10", "W8"),
    fix="Rename the host, or correct the address.",
)
def hosts_label(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA finds the addresses of its labels in /etc/hosts. A second line with the name of a
    label sends it to the wrong one."""
    labels = _labels_by_name(design)
    for entry in _entries(design):
        for name in dict.fromkeys(entry_names(entry)):
            label = labels.get(name)
            theirs = host(label.address) if label is not None else None
            ours = host(entry.address)
            if label is None or theirs is None or ours is None or theirs == ours:
                continue
            if theirs.version == ours.version:
                yield rule.at(
                    cell(entry, "names"),
                    cell(label, "address"),
                    title=f"{name} is the label {label.name} with {label.address}, but a line "
                    f"gives it {entry.address}",
                    about=name,
                )


@rule(
    "HOSTS-LABEL-LINE",
    "Line for an address that a label has",
    severity=Severity.WARNING,
    sources=("W10",),
    fix="Enter further names as aliases of the label, and delete the line.",
)
def hosts_label_line(design: Design, rule: Rule) -> Iterator[Finding]:
    """The labels of the cluster have their lines already. A second one for the same address makes
    the name of the address a matter of their order."""
    labels = {
        address: label
        for label in reversed(layout_of(design).ordered(IpLabel))
        if (address := host(label.address)) is not None
    }
    for entry in _entries(design):
        address = host(entry.address)
        if address is None or address not in labels:
            continue
        label = labels[address]
        own = {name.casefold() for name in label_names(label)}
        same = bool(entry_names(entry)) and set(entry_names(entry)) <= own
        yield rule.at(
            cell(entry, "address"),
            cell(label, "address"),
            title=f"The line of {_first_name(entry)} repeats the label {label.name}"
            if same
            else f"{entry.address} is the label {label.name}, but a line calls it "
            f"{_first_name(entry)}",
            severity=Severity.ADVICE if same else Severity.WARNING,
        )


@rule(
    "HOSTS-LOOPBACK",
    "Host behind the loopback address",
    severity=Severity.WARNING,
    sources=("W10",),
    fix="Give the host the address at which others reach it.",
)
def hosts_loopback(design: Design, rule: Rule) -> Iterator[Finding]:
    """A name on the loopback address leads every node to itself."""
    for entry in _entries(design):
        if host(entry.address) is None or not ipaddress.ip_address(entry.address).is_loopback:
            continue
        others = [name for name in entry_names(entry) if short(name) not in _LOOPBACK_NAMES]
        if others:
            yield rule.at(
                cell(entry, "names"),
                cell(entry, "address"),
                title=f"{others[0]} has the loopback address {entry.address}",
            )


@rule(
    "HOSTS-NO-HOST",
    "Line for an address that no host can have",
    severity=Severity.WARNING,
    sources=("W10", "W8"),
    fix="Correct the address.",
)
def hosts_no_host(design: Design, rule: Rule) -> Iterator[Finding]:
    """The first and the last address of a subnet stand for the subnet itself and for all of its
    hosts."""
    layout = layout_of(design)
    wide = {net for net in layout.subnets.values() if net.version == 4 and net.prefix < 31}
    ends = {(net.version, end) for net in wide for end in (net.first, net.last)}
    for entry in _entries(design):
        address = host(entry.address)
        if address is not None and (address.version, address.number) in ends:
            yield rule.at(
                cell(entry, "address"),
                sheet(Network, "netmask"),
                title=f"{entry.address} is the first or the last address of its subnet",
            )
