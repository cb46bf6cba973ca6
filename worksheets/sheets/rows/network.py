"""The network worksheet."""

from __future__ import annotations

from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.sheets.needs import always, both, in_production, unless, where
from worksheets.sheets.sheet import Column, Group, Sheet

IP_KINDS = tuple(kind for kind in NetworkKind if kind.carries_ip)

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
            "joins sites for heartbeat; sancomm (device sfwcomm) is heartbeat over Fibre Channel "
            "and works without IP. The repository disk has a worksheet of its own.",
            example="ether",
            sources=("W2", "W3", "W8"),
            powerha="TYPE",
            width=18,
        ),
        Column(
            "purpose",
            "Purpose",
            "What the network is there for: users, administration, backup, mirroring between "
            "sites. Backup traffic on the only heartbeat network causes false alarms.",
            example="users and heartbeat",
            sources=("W1", "W5"),
            needed=in_production,
            width=24,
        ),
        Column(
            "vlan",
            "VLAN",
            "The VLAN that it is on. One network is one VLAN on every node; two networks in one "
            "VLAN fail together.",
            hint="number",
            example="110",
            sources=("W4", "V7"),
            needed=both(in_production, where("kind", *IP_KINDS)),
            width=6,
        ),
        Column(
            "netmask",
            "Netmask",
            "The IPv4 mask of the network. Every interface of the network uses this one.",
            hint="IPv4",
            example="255.255.255.0",
            sources=("W7", "W8"),
            powerha="NETMASK",
            needed=both(where("kind", *IP_KINDS), unless("prefix")),
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
            needed=both(where("kind", *IP_KINDS), unless("netmask")),
            width=6,
        ),
        Column(
            "mtu",
            "MTU",
            "The largest packet, the same on every interface and switch of the network. One "
            "device that differs lets small packets through and swallows large ones.",
            unit="bytes",
            example="1500",
            sources=("W4", "PowerHA planning guide: networks"),
            width=7,
        ),
        Column(
            "public",
            "Public",
            "Yes when users come in by this network, so that service addresses belong on it; no "
            "when only the nodes talk to each other over it.",
            sources=("PowerHA planning guide: networks",),
            powerha="PUBLIC",
            needed=where("kind", *IP_KINDS),
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
            needed=both(in_production, where("kind", *IP_KINDS)),
            width=20,
        ),
        Column(
            "ipsec",
            "IPsec",
            "Whether the persistent addresses of the nodes talk to each other through an IPsec "
            "tunnel. Consider it where others share the network.",
            hint="between persistent",
            sources=("W13",),
            needed=both(in_production, where("kind", *IP_KINDS)),
            width=10,
        ),
        Column(
            "gateways",
            "Ways to the users",
            "The routers or firewalls through which users reach this network; any one of them "
            "is enough. Nodes that nobody can reach are as good as down.",
            hint="routers, firewalls",
            example="rtr1, rtr2",
            sources=("R7", "S4"),
            needed=where("public", True),
            width=20,
        ),
    ),
    sources=("W1", "W2"),
    needed=always,
)
