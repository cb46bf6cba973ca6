"""Names and addresses that belong to the cluster itself, for rules about what must not."""

from __future__ import annotations

from worksheets.plan.row import Row
from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.rules.design import Design
from worksheets.rules.layout import layout_of
from worksheets.rules.subnets import host


def short(name: str) -> str:
    """A host name without its domain, in small letters; an address as it is."""
    name = name.strip().casefold()
    return name if host(name) is not None else name.split(".", 1)[0]


def label_names(label: IpLabel) -> tuple[str, ...]:
    """Every name that the hosts line of a label has, as entered."""
    return (label.name, *label.aliases.split(), *label.dns_name.split())


def entry_names(entry: HostEntry) -> list[str]:
    """Every name of a further hosts line, in small letters."""
    return entry.names.casefold().split()


def inside_names(design: Design) -> dict[str, Row]:
    """The row that each name or address of the cluster belongs to, names in small letters."""
    layout = layout_of(design)
    found: dict[str, Row] = {}
    for label in layout.ordered(IpLabel):
        for name in (*label_names(label), label.address):
            found.setdefault(name.strip().casefold(), label)
    for node in layout.nodes:
        for name in (node.name, node.host_name):
            found.setdefault(name.strip().casefold(), node)
    found.pop("", None)
    return found
