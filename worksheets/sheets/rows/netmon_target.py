"""The netmon.cf worksheet."""

from __future__ import annotations

from worksheets.plan.rows.netmon_target import NetmonTarget
from worksheets.sheets.needs import always, in_production, when_virtual
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=NetmonTarget,
    title="netmon.cf",
    singular="netmon.cf line",
    group=Group.NETWORK,
    order=60,
    lead=(
        "Addresses outside the cluster that a node asks to learn whether its own interface "
        "works. Needed where a node has one interface on a network: EtherChannel or virtual."
    ),
    columns=(
        Column(
            "node",
            "Node",
            "The node whose netmon.cf gets the line. Leave it empty for a line in the file of "
            "every node.",
            hint="empty: every node",
            example="mhoracle1",
            sources=("A2",),
        ),
        Column(
            "interface",
            "Interface",
            "The interface that is judged by the answer: it counts as up while one of its "
            "targets replies. Enter several lines, so that one silent target proves nothing.",
            hint="that is judged",
            example="mhoracle1 en0",
            sources=("A2", "V8"),
            powerha="!REQD owner",
            width=16,
        ),
        Column(
            "target",
            "Target",
            "A host name or address that always answers a ping and is outside the cluster and "
            "outside its frames: a router, a name server. Traffic inside a frame proves nothing "
            "about the cable.",
            hint="outside the cluster",
            example="10.10.10.1",
            sources=("A2", "W14"),
            powerha="!REQD target",
            needed=always,
            width=16,
        ),
        Column(
            "device",
            "What answers",
            "Which device has that address and where it stands. Targets that all hang on one "
            "switch prove that switch, not the interface.",
            hint="device",
            example="router rtr1",
            sources=("A2", "R7"),
            needed=in_production,
            width=20,
        ),
        Column(
            "tested",
            "Seen to answer",
            "Whether the target was seen to answer a ping sent through that interface. Firewalls "
            "often drop what nobody tried.",
            sources=("A2", "T2"),
            needed=in_production,
            width=8,
        ),
    ),
    sources=("A2", "V8"),
    needed=when_virtual,
)
