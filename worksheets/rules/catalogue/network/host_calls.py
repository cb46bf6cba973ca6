"""Hosts that nodes call by name during a takeover, and the lines that resolve them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.split_merge_policy import SplitPolicy
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Place, Severity, cell, sheet
from worksheets.rules.hosts import entry_names, short
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule
from worksheets.rules.split_merge import chosen, policies
from worksheets.rules.subnets import host


def _entries(design: Design) -> Sequence[HostEntry]:
    return layout_of(design).ordered(HostEntry)


def _asked(design: Design) -> Iterator[tuple[str, str, Place, str]]:
    """Hosts that nodes call by name: name, address if entered, place and words."""
    for hmc in layout_of(design).ordered(Hmc):
        yield hmc.name, hmc.address, cell(hmc, "address"), f"the console {hmc.name}"
    for row in policies(design.plan):
        if row.nfs_server and SplitPolicy.NFS.value in chosen(row):
            name = row.nfs_server.strip()
            yield name, "", cell(row, "nfs_server"), f"the NFS server {name} of the tie breaker"


def _addresses_of(name: str, entries: Iterable[HostEntry]) -> list[HostEntry]:
    """Lines that resolve a name, with or without its domain."""
    return [
        entry
        for entry in entries
        if name.casefold() in entry_names(entry)
        or short(name) in {short(own) for own in entry_names(entry)}
    ]


@rule(
    "HOSTS-MISSING",
    "Host that a takeover asks for without a line",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("W10", "P10"),
    fix="Enter a line with its address and name.",
)
def hosts_missing(design: Design, rule: Rule) -> Iterator[Finding]:
    """Consoles give processors at a takeover, and the quorum server decides a split. Both are asked
    while the network is in trouble, when no name server may answer."""
    entries = _entries(design)
    for name, _, place, words in _asked(design) if entries else ():
        if host(name) is None and not _addresses_of(name, entries):
            yield rule.at(
                place,
                sheet(HostEntry, "names"),
                title=f"No line of /etc/hosts resolves {words}",
            )


@rule(
    "HOSTS-CONSOLE",
    "Console with two addresses",
    severity=Severity.WARNING,
    sources=("W10", "P10"),
    fix="Correct the address of the console, or that of the line.",
)
def hosts_console(design: Design, rule: Rule) -> Iterator[Finding]:
    """Nodes call a console by its name. If the hosts file leads them elsewhere, nobody gives them
    processors and memory."""
    entries = _entries(design)
    for name, text, place, words in _asked(design):
        address = host(text)
        for entry in _addresses_of(name, entries) if address is not None else ():
            theirs = host(entry.address)
            if theirs is None or address is None or theirs == address:
                continue
            if theirs.version == address.version:
                yield rule.at(
                    cell(entry, "address"),
                    place,
                    title=f"The hosts file gives {words} the address {entry.address}, its own "
                    f"row says {text}",
                )
