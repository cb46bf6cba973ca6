"""The disk path worksheet."""

from __future__ import annotations

from worksheets.plan.rows.disk_path import DiskPath
from worksheets.sheets.needs import always, in_production
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=DiskPath,
    title="Disk paths",
    singular="disk path",
    group=Group.STORAGE,
    order=30,
    lead=(
        "Which node reaches which disk, and by which ports: one row for each pair. A node can "
        "take over a resource group only if it reaches every disk of its volume groups."
    ),
    columns=(
        Column(
            "node",
            "Node",
            "The node that uses the disk. Every node of a resource group needs a row for every "
            "disk of the group.",
            example="mhoracle1",
            sources=("S6", "PowerHA planning guide: shared disks"),
            needed=always,
        ),
        Column(
            "disk",
            "Disk",
            "The disk that it reaches. Repository disks are reached by all nodes of their "
            "cluster or site.",
            example="data01",
            sources=("S6", "W3"),
            needed=always,
        ),
        Column(
            "hdisk",
            "hdisk",
            "What this node calls the disk. The numbers may differ from node to node; the PVID "
            "does not.",
            hint="on this node",
            example="hdisk4",
            sources=("PowerHA planning guide: shared disks",),
            needed=in_production,
            width=9,
        ),
        Column(
            "ports",
            "Ports",
            "All Fibre Channel ports the disk can be reached by: the node's own, or those of its "
            "Virtual I/O Servers. Name at least two, on different cards, in different fabrics "
            "and through both servers.",
            hint="any one is enough",
            example="mhoracle1 fcs0, mhoracle1 fcs1",
            sources=("S6", "V4"),
            needed=always,
            width=30,
        ),
        Column(
            "reserve_policy",
            "Reserve policy",
            "The disk's reserve_policy in AIX. no_reserve is needed for repository disks, for "
            "enhanced concurrent volume groups and on every VIOS; a reserved disk cannot be "
            "taken over.",
            example="no_reserve",
            sources=("V5",),
            powerha="reserve_policy (chdev)",
            needed=always,
            width=13,
        ),
        Column(
            "driver",
            "Driver",
            "The multipath driver that handles the disk on this node: the one that the storage "
            "vendor supports for the level of AIX. All nodes use the same one.",
            hint="multipath",
            example="AIX PCM (MPIO)",
            sources=("S6", "U1"),
            needed=in_production,
            width=20,
        ),
        Column(
            "algorithm",
            "Path policy",
            "How the driver spreads requests over the paths. fail_over uses one at a time and "
            "goes with reservations; the others need no_reserve.",
            hint="algorithm in lsattr",
            example="shortest_queue",
            sources=("S6", "PowerHA planning guide: shared disks"),
            width=15,
        ),
        Column(
            "path_count",
            "Paths",
            "How many paths lspath must list, all enabled: ports of the node times ports of the "
            "box zoned to each. Fewer means that a cable or zone has gone and nobody noticed.",
            hint="in lspath",
            example="4",
            sources=("S6", "V4"),
            needed=in_production,
            width=6,
        ),
    ),
    sources=("S6", "V4"),
    needed=always,
)
