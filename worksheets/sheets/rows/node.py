"""The node worksheet."""

from __future__ import annotations

from worksheets.plan.rows.node import Node
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=Node,
    title="Nodes",
    singular="node",
    group=Group.HARDWARE,
    order=50,
    lead=(
        "One row per AIX partition that takes part in the cluster. At most 16; at least one "
        "should normally run nothing."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The PowerHA node name. With dynamic LPAR it must equal the AIX host name and the "
            "name of the partition on the HMC.",
            hint="AIX host name",
            example="mhoracle1",
            sources=("N1", "P10"),
            powerha="node",
        ),
        Column(
            "frame",
            "Frame",
            "The physical server that the partition runs on. Two nodes in one frame fall "
            "together, which only a test cluster can accept.",
            example="frameA",
            sources=("N3", "N4", "V1"),
        ),
        Column(
            "usual_role",
            "Usual role",
            "Active when it runs applications on a normal day, standby when it waits for them. "
            "A cluster with a true standby takes over more surely than one where every node is "
            "already at work.",
            example="standby",
            sources=("N2",),
            width=9,
        ),
        Column(
            "rootvg",
            "rootvg",
            "How the disks that hold AIX itself are protected. A node on one plain disk dies "
            "with that disk.",
            hint="protection",
            example="mirrored by LVM",
            sources=("N7",),
            width=16,
        ),
        Column(
            "rootvg_servers",
            "rootvg through VIOS",
            "The Virtual I/O Servers through which it reaches its rootvg: name two, one for each "
            "copy or path. Leave it empty when the partition boots from disks of its own.",
            hint="empty: own disks",
            example="vioA1, vioA2",
            sources=("V3",),
            width=20,
        ),
        Column(
            "io_slots_free",
            "I/O slots free",
            "How many I/O slots the partition has for its cards, counting those that hold its "
            "cards already. Too few is the usual reason why a design ends up without spares.",
            hint="for its cards",
            example="6",
            sources=("N5", "N6"),
            width=6,
        ),
        Column(
            "io_slots_needed",
            "I/O slots needed",
            "How many slots its cards take when every network and disk card has a spare: twice "
            "what the node would need on its own.",
            hint="with spares",
            example="4",
            sources=("N5",),
            width=6,
        ),
        Column(
            "cpu_peak",
            "CPU peak",
            "How busy the node is in its busiest hour, measured or modelled. Above 85% PowerHA "
            "may not get the cycles to send its heartbeats, and a healthy node looks dead.",
            unit="%",
            example="71",
            sources=("N9",),
            width=6,
        ),
        Column(
            "memory",
            "Memory",
            "What the partition has without borrowing. A takeover node must hold everything it "
            "may have to run, in the worst case all of it at once.",
            unit="GiB",
            example="256",
            sources=("N10", "N11"),
            width=7,
        ),
        Column(
            "aix_level",
            "AIX level",
            "Technology level and service pack, best as oslevel -s prints it, written the same "
            "way for every node: a difference shows at once and is always a risk.",
            hint="oslevel -s",
            example="7100-03-01-1341",
            sources=("M7", "U1"),
            width=16,
        ),
        Column(
            "powerha_level",
            "PowerHA level",
            "Version and service pack of PowerHA. Except in the middle of an upgrade all nodes "
            "have the same one.",
            hint="halevel -s",
            example="7.1.3 SP1",
            sources=("M7", "W11"),
            width=11,
        ),
        Column(
            "communication_path",
            "Communication path",
            "The host name or address by which the other nodes reach this one when the cluster "
            "is configured. It must stand in /etc/hosts and in /etc/cluster/rhosts everywhere.",
            hint="label or address",
            example="mhoracle1",
            sources=("PowerHA planning guide: nodes", "W10"),
            powerha="COMMPATH",
        ),
    ),
    sources=("N1", "N2"),
)
