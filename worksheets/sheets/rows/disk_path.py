"""The disk path worksheet."""

from __future__ import annotations

from worksheets.plan.rows.disk_path import DiskPath
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
        ),
        Column(
            "disk",
            "Disk",
            "The disk that it reaches. Repository disks are reached by all nodes of their "
            "cluster or site.",
            example="data01",
            sources=("S6", "W3"),
        ),
        Column(
            "hdisk",
            "hdisk",
            "What this node calls the disk. The numbers may differ from node to node; the PVID "
            "does not.",
            hint="on this node",
            example="hdisk4",
            sources=("PowerHA planning guide: shared disks",),
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
            width=13,
        ),
    ),
    sources=("S6", "V4"),
)
