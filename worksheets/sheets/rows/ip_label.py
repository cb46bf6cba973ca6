"""The IP label worksheet."""

from __future__ import annotations

from worksheets.plan.rows.ip_label import IpLabel, LabelFunction
from worksheets.sheets.needs import always, both, in_production, where
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=IpLabel,
    title="IP labels",
    singular="IP label",
    group=Group.NETWORK,
    order=50,
    lead=(
        "Names with addresses. Boot labels stay on their interface, persistent ones on their "
        "node; service labels move with the application, and are what users connect to."
    ),
    columns=(
        Column(
            "name",
            "Label",
            "The name as it stands in /etc/hosts, the same on every node. A name that tells "
            "its function helps whoever reads netstat at night.",
            hint="as in /etc/hosts",
            example="ora_svc",
            sources=("W10", "PowerHA planning guide: IP labels"),
        ),
        Column(
            "function",
            "Function",
            "Boot: what AIX puts on the interface at start. Persistent: an extra address to "
            "reach one node for administration, whatever becomes of an interface. Service: the "
            "application's address, moved by PowerHA as an alias.",
            example="service",
            sources=("W9", "W12", "D1"),
            powerha="service_ip, persistent_ip, interface",
            width=11,
        ),
        Column(
            "address",
            "Address",
            "The IPv4 or IPv6 address, used nowhere else. With several interfaces of a node on "
            "one network every boot address has a subnet of its own, and service addresses are "
            "in none of those.",
            example="10.10.30.11",
            sources=("W7", "W8", "W14"),
            needed=always,
            width=15,
        ),
        Column(
            "network",
            "Network",
            "The network on which the address is reached. For a boot label it is that of its "
            "interface.",
            example="net_ether_01",
            sources=("PowerHA planning guide: networks",),
            powerha="NETWORK",
            needed=always,
        ),
        Column(
            "node",
            "Node",
            "The node that a persistent label belongs to; each node can have one per network. "
            "Service labels are at home on no node, and a boot label's follows from its "
            "interface.",
            hint="persistent only",
            example="mhoracle1",
            sources=("W12", "W13"),
            powerha="NODE",
            needed=where("function", LabelFunction.PERSISTENT),
        ),
        Column(
            "interface",
            "Interface",
            "The interface that carries a boot label. PowerHA finds the interface by this "
            "address, so it may not be a service address.",
            hint="boot only",
            example="mhoracle1 en0",
            sources=("W9",),
            powerha="INTERFACE",
            needed=where("function", LabelFunction.BOOT),
            width=16,
        ),
        Column(
            "site",
            "Site",
            "For a service address that makes sense at one site only, because the other one has "
            "different subnets: PowerHA brings it up only there.",
            hint="service, if bound",
            example="north",
            sources=("PowerHA planning guide: site-specific service labels",),
            powerha="SITE",
            width=12,
        ),
        Column(
            "netmask",
            "Netmask",
            "Only if the label's mask differs from that of its network. PowerHA takes one for a "
            "service label; boot and persistent labels keep the network's.",
            hint="if not the network's",
            example="255.255.255.0",
            sources=("W7", "PowerHA planning guide: service IP labels"),
            powerha="NETMASK",
            width=15,
        ),
        Column(
            "prefix",
            "Prefix",
            "The prefix length of an IPv6 label, only if it differs from that of its network. "
            "Enter a mask or a prefix.",
            hint="IPv6, if not network's",
            unit="bits",
            example="64",
            sources=("W8", "PowerHA planning guide: service IP labels"),
            powerha="PREFIX",
            width=6,
        ),
        Column(
            "source_ip",
            "Sender address",
            "Whether what the network's nodes send out carries this address as its sender. "
            "Firewalls that know only the service address ask for it; one label per network.",
            hint="service only",
            sources=("PowerHA planning guide: service IP labels",),
            powerha="SOURCE_IP",
            needed=both(in_production, where("function", LabelFunction.SERVICE)),
            width=8,
        ),
        Column(
            "aliases",
            "Aliases",
            "Further names behind the label in the same line of /etc/hosts, separated by blanks.",
            hint="blanks between",
            example="ora ora.plant.example.com",
            sources=("W10",),
            width=26,
        ),
        Column(
            "dns_name",
            "Name in DNS",
            "The name by which users find it in DNS. Change requests and certificates speak of "
            "this one.",
            hint="full name",
            example="orders.example.com",
            sources=("W10", "R7"),
            needed=both(in_production, where("function", LabelFunction.SERVICE)),
            width=24,
        ),
        Column(
            "users",
            "Used by",
            "Who connects to a service address: users, other systems, interfaces with a fixed "
            "address in their settings.",
            hint="service only",
            example="SAP GUI, plant gateways",
            sources=("R7", "R2"),
            needed=both(in_production, where("function", LabelFunction.SERVICE)),
            width=26,
        ),
    ),
    sources=("W7", "W12"),
    needed=always,
)
