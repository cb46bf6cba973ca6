"""The network worksheet."""

from __future__ import annotations

from worksheets.plan.rows.network import Network
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=Network,
    title="Networks",
    singular="network",
    group=Group.NETWORK,
    order=20,
    lead=(
        "The networks that join the nodes. With one alone, a broken network and a dead node "
        "look the same; two IP networks and one that is not IP can be told apart."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The PowerHA network name. By custom net_, the type and a number, as PowerHA's own "
            "discovery would call it.",
            hint="net_type_nn",
            example="net_ether_01",
            sources=("PowerHA planning guide: networks", "W1"),
            powerha="network",
        ),
        Column(
            "kind",
            "Type",
            "ether for ordinary Ethernet; XD_data carries GLVM mirroring between sites, XD_ip "
            "joins sites for heartbeat; sancomm is heartbeat over Fibre Channel and keeps "
            "working when IP is gone.",
            example="ether",
            sources=("W2", "W3", "W8"),
            powerha="TYPE",
            width=18,
        ),
        Column(
            "netmask",
            "Netmask",
            "The IPv4 mask of the network. Every interface of the network uses this one.",
            hint="IPv4",
            example="255.255.255.0",
            sources=("W7", "W8"),
            powerha="NETMASK",
            width=15,
        ),
        Column(
            "prefix",
            "Prefix",
            "The prefix length of an IPv6 network. Enter a netmask or a prefix, not both.",
            hint="IPv6",
            unit="bits",
            example="64",
            sources=("W8", "PowerHA planning guide: networks"),
            powerha="PREFIX",
            width=6,
        ),
        Column(
            "public",
            "Public",
            "Yes when users come in by this network, so that service addresses belong on it; no "
            "when only the nodes talk to each other over it.",
            sources=("PowerHA planning guide: networks",),
            powerha="PUBLIC",
            width=6,
        ),
        Column(
            "distribution",
            "Service label placement",
            "How PowerHA spreads several service addresses over the interfaces of a node: apart "
            "(anti-collocation), together (collocation), or beside the persistent or source "
            "address. It is a wish: PowerHA sooner ignores it than leaves an address down.",
            hint="preference",
            example="AC (anti-collocation)",
            sources=("PowerHA planning guide: service IP label distribution",),
            powerha="RESOURCE_DIST_PREF",
            width=20,
        ),
        Column(
            "gateways",
            "Ways to the users",
            "The routers or firewalls through which users reach this network; any one of them "
            "is enough. Nodes that nobody can reach are as good as down.",
            hint="routers, firewalls",
            example="rtr1, rtr2",
            sources=("R7", "S4"),
            width=20,
        ),
    ),
    sources=("W1", "W2"),
)
