"""Things that two clusters have planned as their own: addresses, names, machines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from worksheets.rules.design import Design
from worksheets.rules.estate import Claim, Kind, gravest, neighbours_listed
from worksheets.rules.finding import Finding, Place, Severity
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule


class Weights(NamedTuple):
    """Severities where both clusters are production, where one is, and where neither is."""

    both: Severity
    one: Severity
    neither: Severity


# Production stops or loses data, whichever of the two came first.
HARM = Weights(Severity.BLOCKER, Severity.BLOCKER, Severity.WARNING)
CONFUSION = Weights(Severity.BLOCKER, Severity.WARNING, Severity.WARNING)
RISK = Weights(Severity.WARNING, Severity.WARNING, Severity.ADVICE)
TIDINESS = Weights(Severity.ADVICE, Severity.ADVICE, Severity.ADVICE)


def claimed_twice(
    design: Design, rule: Rule, weights: Weights, *kinds: Kind, detail: str = ""
) -> Iterator[Finding]:
    """One finding for each thing of these kinds that another cluster claims too."""
    others = design.estate.others
    if not any(thing.kind in kinds for thing in others):
        return
    found: dict[tuple[Kind, str], list[Claim]] = defaultdict(list)
    for claim in layout_of(design).claims:
        if claim.thing.kind in kinds and claim.thing in others:
            found[claim.thing].append(claim)
    environment = design.plan.options.environment
    for thing, claims in found.items():
        claims.sort()
        theirs = others[claims[0].thing]
        yield rule.at(
            *dict.fromkeys(Place(claim.sheet, claim.key, claim.column) for claim in claims),
            title=f"The {claims[0].words} is planned in {neighbours_listed(theirs)} too",
            detail=detail,
            about=" ".join(thing),
            severity=gravest(environment, theirs, weights),
        )


@rule(
    "ESTATE-ADDRESS",
    "Address that another cluster has too",
    severity=Severity.BLOCKER,
    sources=("W8", "W10"),
    fix="Agree with the other team who keeps the address, and ask the network group for another.",
)
def estate_address(design: Design, rule: Rule) -> Iterator[Finding]:
    """Two hosts with one address take each other's connections away, and which of them answers
    changes with every takeover. Addresses of consoles, switches and Virtual I/O Servers may stand
    in many plans, but not be a label in another one."""
    yield from claimed_twice(design, rule, HARM, Kind.ADDRESS)


@rule(
    "ESTATE-LABEL",
    "Label that another cluster has too",
    severity=Severity.BLOCKER,
    sources=("W10",),
    fix="Rename one of the two labels, also in DNS and in /etc/hosts.",
)
def estate_label(design: Design, rule: Rule) -> Iterator[Finding]:
    """A name leads to one service. When two clusters bring up labels of one name, users and
    administrators reach now this one, now that one."""
    yield from claimed_twice(design, rule, CONFUSION, Kind.LABEL)


@rule(
    "ESTATE-NODE",
    "Node that another cluster has too",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: cluster", "per IBM guides"),
    fix="Take the node out of one of the two plans, or give the machines names of their own.",
)
def estate_node(design: Design, rule: Rule) -> Iterator[Finding]:
    """A partition can be in one cluster only: AIX holds a single cluster definition. Two machines
    of one name are taken for each other at night."""
    yield from claimed_twice(design, rule, CONFUSION, Kind.NODE)


@rule(
    "ESTATE-PARTITION",
    "Partition that another cluster has too",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: cluster", "per IBM guides"),
    fix="Take the node out of one of the two plans, or correct the frame or the partition.",
)
def estate_partition(design: Design, rule: Rule) -> Iterator[Finding]:
    """Frame and partition say which machine a node is, whatever it is called. One machine cannot
    be a node of two clusters."""
    yield from claimed_twice(design, rule, HARM, Kind.PARTITION)


@rule(
    "ESTATE-PORT",
    "Port that another cluster has too",
    severity=Severity.BLOCKER,
    sources=("M6", "per IBM guides"),
    fix="Look the port up on its node, and correct the plan that has it wrongly.",
)
def estate_port(design: Design, rule: Rule) -> Iterator[Finding]:
    """The SAN and the network know a port by its name and its hardware address. A cluster that is
    zoned by another one's port reaches that one's disks."""
    yield from claimed_twice(design, rule, HARM, Kind.PORT)


@rule(
    "ESTATE-BOOT-SUBNET",
    "Boot subnet that another virtual cluster in the frame has too",
    severity=Severity.WARNING,
    sources=("W14",),
    fix="Give the boot addresses of each cluster a subnet of their own.",
)
def estate_boot_subnet(design: Design, rule: Rule) -> Iterator[Finding]:
    """Where several clusters of virtual machines are spread over the same frames, each needs boot
    subnets that no other one has; otherwise heartbeats of one answer for those of another."""
    yield from claimed_twice(design, rule, RISK, Kind.BOOT_SUBNET)


@rule(
    "ESTATE-MULTICAST",
    "Multicast address that another cluster has too",
    severity=Severity.WARNING,
    sources=("per IBM guides",),
    fix="Choose another multicast address, or leave it empty so that PowerHA makes one.",
)
def estate_multicast(design: Design, rule: Rule) -> Iterator[Finding]:
    """All nodes that listen to a multicast address get what any of them sends. Two clusters on
    one address load each other's nodes with heartbeats that are not theirs."""
    yield from claimed_twice(design, rule, RISK, Kind.MULTICAST)
