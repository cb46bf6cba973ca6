"""Nodes, networks and adapters."""

from __future__ import annotations

from worksheets.rules.coverage.line import line, on, printed, ticked

NODES = (
    line("N1", "At most sixteen nodes.", on("node", "the nodes")),
    line(
        "N2",
        "At least one node stands by and normally runs nothing.",
        on("node.usual_role", "what each node usually does"),
    ),
    line(
        "N3",
        "Nodes share neither a power supply nor their only rack.",
        on("frame.rack", "the rack of each frame"),
        on("rack.circuits", "the circuits of each rack"),
    ),
    line(
        "N4",
        "Nodes that are partitions of one frame are for tests only.",
        on("node.frame", "the frame of each node"),
    ),
    line(
        "N5",
        "I/O slots for two of every adapter, twice what one node alone needs.",
        on("node.io_slots_free", "slots there are"),
        on("node.io_slots_needed", "slots needed"),
    ),
    line(
        "N6",
        "No node without a second adapter; blades often are.",
        on("card", "the cards of each node"),
    ),
    line(
        "N7",
        "The rootvg of every node is mirrored or on RAID.",
        on("node.rootvg", "how each rootvg is protected"),
    ),
    line(
        "N8",
        "Losing rootvg starts a fallover: the system event is reacted to.",
        on("cluster_options.rootvg_event", "whether the cluster reacts"),
    ),
    line(
        "N9",
        "No node is busier than 85% at its peak.",
        on("node.cpu_peak", "the peak of each node"),
    ),
    line(
        "N10",
        "A takeover node can carry all it may ever have to, at worst everything at once.",
        on("node.entitlement", "processors of each node"),
        on("node.memory", "memory of each node"),
    ),
    line(
        "N11",
        "Processors and memory to be added on takeover are there, or can be bought in time.",
        on("provisioning", "what each application asks for"),
        on("frame.processors_installed", "what each frame has"),
        on("frame.memory_installed", "and how much memory"),
    ),
)

NETWORKS = (
    line(
        "W1",
        "More than one network, so that a dead network is not taken for a dead node.",
        on("network", "the networks"),
    ),
    line(
        "W2",
        "At least one way that is not IP, better two, against a split cluster.",
        on("repository_disk", "the repository disk"),
        on("network.kind", "SAN heartbeat"),
    ),
    line(
        "W3",
        "The repository disk is such a way; heartbeat over the SAN needs adapters in target mode, "
        "zoned to each other.",
        on("card.target_mode", "whether an adapter is in target mode"),
    ),
    line(
        "W4",
        "Two physical adapters of every node in the same network or VLAN.",
        on("interface.network", "the network of each interface"),
    ),
    line(
        "W5",
        "Networks of more than one kind, so that fewer nodes are declared dead in error.",
        on("network.kind", "the kind of each network"),
    ),
    line(
        "W6",
        "EtherChannel or Shared Ethernet Adapter where it can be had.",
        on("interface.kind", "what each interface is"),
    ),
    line(
        "W7",
        "Several interfaces on one network: each in a subnet of its own, all with one mask.",
        on("ip_label.netmask", "the mask of each label"),
    ),
    line(
        "W8",
        "Ethernet only, with valid IPv4 or IPv6 addresses.",
        on("ip_label.address", "the address of each label"),
    ),
    line(
        "W9",
        "EtherChannel and virtual adapters follow the rules of addressing, service and persistent "
        "addresses keep theirs.",
        on("ip_label.function", "what each address is for"),
    ),
    line(
        "W10",
        "Names are looked up in the local hosts file first, and every label stands in it.",
        on("name_resolution.order", "where each node looks first"),
        on("host_entry", "lines besides those of the labels"),
        printed("sheet-ip_label", "every label with its address, to hold the file against"),
    ),
    line(
        "W11",
        "The release notes of the level in use have been read.",
        ticked("levels.release_notes", "ticked when levels are chosen"),
    ),
    line(
        "W12",
        "Every node has a persistent label.",
        on("ip_label.function", "the persistent labels among them"),
    ),
    line(
        "W13",
        "Think of IPsec between the persistent labels.",
        on("network.ipsec", "whether a network carries it"),
    ),
    line(
        "W14",
        "Clusters of partitions over several frames: boot subnets that no other cluster uses.",
        on("ip_label.netmask", "the subnets of the boot labels"),
    ),
)

ADAPTERS = (
    line(
        "A1",
        "Two adapters per node and network.",
        on("interface.ports", "the ports of each interface"),
    ),
    line(
        "A2",
        "A network with a single adapter or an EtherChannel: netmon.cf names addresses outside "
        "the cluster.",
        on("netmon_target", "the lines of netmon.cf"),
    ),
    line(
        "A3",
        "Two ports of one card do not stand in for each other.",
        on("port.card", "the card of each port"),
    ),
    line(
        "A4",
        "A port on the board goes with one on an extra card; say so where that costs Live "
        "Partition Mobility.",
        on("card.kind", "what each card is"),
        on("node.live_mobility", "whether a node is to be moved while it runs"),
    ),
    line(
        "A5",
        "Failure detection that departs from the defaults has a reason and is not too quick.",
        on("cluster_options.detection_rationale", "the reason"),
    ),
)
