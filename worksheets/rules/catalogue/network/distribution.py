"""Where a network puts its service addresses, and which of them its packets carry."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.plan.rows.network import Distribution, Network
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: distribution preference"
_BY_SOURCE = (Distribution.CS, Distribution.ACS, Distribution.ACPLS)


def _sources(design: Design) -> dict[str, list[IpLabel]]:
    """Service labels that are the source of what is sent, by network."""
    found: dict[str, list[IpLabel]] = {}
    for label in layout_of(design).labels[LabelFunction.SERVICE]:
        if label.source_ip and label.network:
            found.setdefault(label.network, []).append(label)
    return found


@rule(
    "NET-DISTRIBUTION-SOURCE",
    "Distribution by a source address that nobody named",
    severity=Severity.WARNING,
    sources=(_GUIDE, "per IBM guides"),
    fix="Mark the service label that is the source, or choose another preference.",
)
def net_distribution_source(design: Design, rule: Rule) -> Iterator[Finding]:
    """A preference with source makes one service address the sender of what the nodes send. It
    has to be said which one."""
    sources = _sources(design)
    for network in design.plan.rows(Network):
        if network.distribution in _BY_SOURCE and network.key not in sources:
            yield rule.at(
                cell(network, "distribution"),
                sheet(IpLabel, "source_ip"),
                title=f"{network.name} is distributed with source ({network.distribution.value}), "
                "and no service label on it is the source",
            )


@rule(
    "ADDR-SOURCE-SEVERAL",
    "Several source addresses on one network",
    severity=Severity.WARNING,
    sources=(_GUIDE, "per IBM guides"),
    fix="Keep one label as the source.",
)
def addr_source_several(design: Design, rule: Rule) -> Iterator[Finding]:
    """A network has one source address. With several, which of them partners see, and let through
    their firewalls, is left to chance."""
    for network, labels in _sources(design).items():
        if len(labels) > 1:
            yield rule.at(
                *(cell(label, "source_ip") for label in labels),
                title=f"{listed(label.name for label in labels)} are all the source address of "
                f"{design.plan.title(Network, network)}",
                about=network,
            )


@rule(
    "ADDR-SOURCE-IDLE",
    "Source address that the network does not use",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(_GUIDE, "per IBM guides"),
    fix="Choose a distribution preference with source, or clear the mark of the label.",
)
def addr_source_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """Only a service label can be the source, and only where the network's preference says so.
    Otherwise packets leave with the boot address of the node."""
    for label in design.plan.rows(IpLabel):
        if not label.source_ip:
            continue
        network = design.plan.get(Network, label.network)
        if label.function is not LabelFunction.SERVICE:
            yield rule.at(
                cell(label, "source_ip"),
                cell(label, "function"),
                title=f"The {label.function.label} label {label.name} is marked as source address",
            )
        elif network is not None and network.distribution not in _BY_SOURCE:
            yield rule.at(
                cell(label, "source_ip"),
                cell(network, "distribution"),
                title=f"{label.name} is marked as source address, but {network.name} is not "
                "distributed with source",
            )
