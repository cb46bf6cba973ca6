"""The name resolution worksheet."""

from __future__ import annotations

from worksheets.plan.rows.name_resolution import NameResolution
from worksheets.sheets.needs import always, in_production
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=NameResolution,
    title="Name resolution",
    singular="node's name resolution",
    group=Group.NETWORK,
    order=57,
    lead=(
        "How each node turns names into addresses. Every node must look into its own /etc/hosts "
        "first, since no name server may answer during a network event."
    ),
    columns=(
        Column(
            "node",
            "Node",
            "The node that is set up this way; one row for each.",
            example="mhoracle1",
            sources=("W10", "M7"),
            needed=always,
        ),
        Column(
            "order",
            "Order",
            "Where the node looks, and what comes first. The cluster needs its own file first.",
            example="/etc/hosts, then DNS",
            sources=("W10",),
            needed=always,
            width=20,
        ),
        Column(
            "netsvc",
            "netsvc.conf",
            "The hosts line of /etc/netsvc.conf as it stands there. A 4 or 6 behind a source "
            "asks for that kind of address only.",
            hint="/etc/netsvc.conf",
            example="hosts = local, bind4",
            sources=("W10", "PowerHA planning guide: name resolution"),
            needed=in_production,
            width=24,
        ),
        Column(
            "nsorder",
            "NSORDER",
            "The value of NSORDER in /etc/environment; it overrides netsvc.conf in processes "
            "that inherit it. Leave it empty when it is not set.",
            hint="/etc/environment",
            example="local,bind",
            sources=("W10", "PowerHA planning guide: name resolution"),
        ),
        Column(
            "servers",
            "DNS servers",
            "The name servers of /etc/resolv.conf in their order. Two or more, in different "
            "networks.",
            hint="/etc/resolv.conf",
            example="10.1.0.53, 10.2.0.53",
            sources=("W10", "R7"),
            needed=in_production,
            width=24,
        ),
        Column(
            "domain",
            "Domain",
            "The domain of the node, which short names belong to.",
            hint="/etc/resolv.conf",
            example="plant.example.com",
            sources=("W10",),
            width=20,
        ),
        Column(
            "search",
            "Search list",
            "The domains in which a short name is looked for, in their order. Each one costs a "
            "question while the name server is silent.",
            hint="blanks between",
            example="plant.example.com example.com",
            sources=("W10",),
            width=32,
        ),
        Column(
            "hosts_keeper",
            "Hosts file kept by",
            "Who changes /etc/hosts, and how the copies on all nodes stay equal: a file "
            "collection, a script, a person.",
            example="file collection, UNIX group",
            sources=("W10", "D10"),
            needed=in_production,
            width=28,
        ),
    ),
    sources=("W10",),
    needed=in_production,
)
