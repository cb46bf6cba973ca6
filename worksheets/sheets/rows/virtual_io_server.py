"""The Virtual I/O Server worksheet."""

from __future__ import annotations

from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.sheets.needs import always, in_production
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=VirtualIoServer,
    title="Virtual I/O Servers",
    singular="Virtual I/O Server",
    group=Group.HARDWARE,
    order=45,
    lead=(
        "Partitions that own real cards and lend them to the nodes. Two in every frame, so that "
        "one can fail or be updated; none where every node has cards of its own."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The name of the VIOS partition. A name that shows its frame saves many mistakes.",
            hint="partition name",
            example="vioA1",
            sources=("V2",),
        ),
        Column(
            "frame",
            "Frame",
            "The server whose partitions it serves. It can help only nodes in the same frame.",
            example="frameA",
            sources=("V2",),
            needed=always,
        ),
        Column(
            "address",
            "Address",
            "The address at which administrators log in. It must stay reachable while its own "
            "Shared Ethernet Adapter is down.",
            hint="administration",
            example="10.10.40.21",
            sources=("V2", "S9"),
            needed=in_production,
            width=15,
        ),
        Column(
            "level",
            "Level",
            "The VIOS level as ioslevel prints it. All of them should run the same code; update "
            "them one at a time.",
            hint="ioslevel",
            example="2.2.3.4",
            sources=("V10",),
            needed=in_production,
            width=12,
        ),
        Column(
            "disk_service",
            "Lends disks as",
            "NPIV gives a node a Fibre Channel port of its own to the SAN; virtual SCSI lends "
            "single disks, whose reservation must then be switched off on the server too.",
            example="NPIV (virtual Fibre Channel)",
            sources=("V4", "V5"),
            needed=in_production,
            width=20,
        ),
        Column(
            "rootvg",
            "Own rootvg",
            "How the disks of the server itself are protected. When it dies, half of the paths "
            "of every node in the frame are gone.",
            hint="protection",
            example="mirrored by LVM",
            sources=("V2", "N7"),
            needed=in_production,
            width=16,
        ),
        Column(
            "entitlement",
            "Entitlement",
            "Guaranteed processing capacity in hundredths: 150 is one and a half processors. A "
            "server that starves delays heartbeats and disk I/O of all its clients.",
            hint="hundredths of a CPU",
            example="150",
            sources=("N9", "V2"),
            width=10,
        ),
        Column(
            "virtual_processors",
            "Virtual CPUs",
            "How many virtual processors it spreads its work over.",
            hint="desired",
            example="4",
            sources=("N9", "V2"),
            width=7,
        ),
        Column(
            "memory",
            "Memory",
            "What the server has; virtual Fibre Channel and many clients need more than the "
            "default.",
            unit="GiB",
            example="8",
            sources=("V2",),
            width=7,
        ),
    ),
    sources=("V2", "V10"),
)
