"""The node worksheet."""

from __future__ import annotations

from worksheets.plan.rows.node import Node
from worksheets.sheets.needs import always, in_production, when_virtual
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
            "host_name",
            "AIX host name",
            "What the hostname command prints. With dynamic LPAR it is the node name; if it "
            "differs, say why in the rationale.",
            hint="hostname",
            example="mhoracle1",
            sources=("P10", "P2"),
            needed=in_production,
        ),
        Column(
            "partition",
            "Partition",
            "The name of the partition on the HMC. PowerHA finds the partition that is to grow "
            "by it, so it equals the host name.",
            hint="on the HMC",
            example="mhoracle1",
            sources=("P10", "PowerHA planning guide: HMC definitions"),
            needed=in_production,
        ),
        Column(
            "frame",
            "Frame",
            "The physical server that the partition runs on. Two nodes in one frame fall "
            "together, which only a test cluster can accept.",
            example="frameA",
            sources=("N3", "N4", "V1"),
            needed=always,
        ),
        Column(
            "usual_role",
            "Usual role",
            "Active when it runs applications on a normal day, standby when it waits for them. "
            "A cluster with a true standby takes over more surely than one where every node is "
            "already at work.",
            example="standby",
            sources=("N2",),
            needed=always,
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
            needed=always,
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
            needed=when_virtual,
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
            needed=in_production,
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
            needed=in_production,
            width=6,
        ),
        Column(
            "processor_mode",
            "Processors are",
            "Dedicated, or shared from the pool. An uncapped partition can borrow at takeover, "
            "but only what its neighbours leave.",
            example="shared, uncapped",
            sources=("N10", "N11"),
            needed=in_production,
            width=17,
        ),
        Column(
            "entitlement",
            "Entitlement",
            "What the partition is guaranteed, in hundredths of a processor: 250 is two and a "
            "half. Dedicated processors count 100 each.",
            hint="hundredths of a CPU",
            example="250",
            sources=("N9", "N10"),
            needed=in_production,
            width=10,
        ),
        Column(
            "processors",
            "Processors",
            "Virtual processors as desired in the profile, or cores when they are dedicated.",
            hint="desired",
            example="8",
            sources=("N10", "P10"),
            needed=in_production,
            width=9,
        ),
        Column(
            "processor_limit",
            "Most processors",
            "The maximum in the profile. DLPAR cannot go beyond it at takeover without a restart "
            "of the partition.",
            hint="profile maximum",
            example="16",
            sources=("N11", "P10"),
            width=9,
        ),
        Column(
            "cpu_peak",
            "CPU peak",
            "How busy the node is in its busiest hour, measured or modelled. Above 85% PowerHA "
            "may not get the cycles to send its heartbeats, and a healthy node looks dead.",
            unit="%",
            example="71",
            sources=("N9",),
            needed=in_production,
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
            needed=in_production,
            width=7,
        ),
        Column(
            "memory_limit",
            "Most memory",
            "The maximum in the profile. What a takeover adds must fit below it.",
            hint="profile maximum",
            unit="GiB",
            example="512",
            sources=("N11", "P10"),
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
            needed=always,
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
            needed=always,
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
            needed=always,
        ),
        Column(
            "start_on_boot",
            "Starts with AIX",
            "Whether cluster services start by themselves when AIX does. Many prefer no: a node "
            "that crashed should be looked at before it takes work again.",
            sources=("PowerHA planning guide: starting cluster services", "N1"),
            powerha="START_ON_BOOT",
            needed=in_production,
            width=7,
        ),
        Column(
            "live_mobility",
            "May be moved live",
            "Whether Live Partition Mobility is planned for it. Built-in and SR-IOV ports or "
            "disks of the frame itself rule it out.",
            sources=("A4",),
            needed=in_production,
            width=7,
        ),
        Column(
            "time_source",
            "Time from",
            "The time servers that it follows. Clocks that drift apart make logs of two nodes "
            "unreadable and stop a synchronisation.",
            hint="NTP servers",
            example="ntp1, ntp2",
            sources=("T6", "M7"),
            needed=in_production,
            width=20,
        ),
    ),
    sources=("N1", "N2"),
    needed=always,
)
