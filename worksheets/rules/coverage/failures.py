"""Single points of failure and the analysis of risk."""

from __future__ import annotations

from worksheets.rules.coverage.line import line, on, printed, ticked

SINGLE_POINTS = (
    line(
        "S1",
        "Node: more than one node can run each application.",
        on("resource_group.nodes", "the nodes of each group, in order of priority"),
    ),
    line(
        "S2",
        "Power source: nodes and shared storage hang on more than one circuit, or on a UPS.",
        on("power_circuit", "the circuits"),
        on("frame.circuits", "which of them feed each frame"),
        on("storage_unit.circuits", "and each storage unit"),
    ),
    line(
        "S3",
        "Network adapter: there is more than one.",
        on("card", "the cards of nodes and Virtual I/O Servers"),
        on("interface.ports", "the ports of each interface"),
    ),
    line("S4", "Network: more than one network joins the nodes.", on("network", "the networks")),
    line(
        "S5",
        "TCP/IP subsystem: nodes also see each other on a way that is not IP.",
        on("repository_disk", "the repository disk, which carries heartbeats"),
    ),
    line(
        "S6",
        "Disk adapter: a second adapter, or a second path through another one.",
        on("disk_path.ports", "the ports of each path"),
    ),
    line(
        "S7",
        "Disk: several disks, mirrored or protected by RAID.",
        on("disk.protection", "how each disk is protected"),
    ),
    line(
        "S8",
        "Application: a node to take it over, and a monitor that notices its death.",
        on("application_monitor", "the monitors of each application"),
    ),
    line(
        "S9",
        "Administrator: a deputy, or a guide that leaves nothing open.",
        on("administrator.backup", "who stands in for whom"),
        on("operation_guide", "the guide"),
    ),
    line("S10", "Site: a second one.", on("site", "the sites")),
)

RISKS = (
    line(
        "R1",
        "Write down the environment as it is today: power, mirrors, habits.",
        on("current_system", "each system of today with its protection and weakness"),
        printed("chapter-needs", "printed in the chapter Needs"),
    ),
    line(
        "R2",
        "Write down how much availability is asked for, and how likely a long outage may be.",
        on("requirement.availability", "what each service asks for"),
        on("requirement.longer_outage", "the chance of a longer outage that is accepted"),
        printed("chapter-needs", "printed in the chapter Needs"),
    ),
    line(
        "R3",
        "List every weakness that anybody can think of.",
        on("current_system.weakness", "the weaknesses of today"),
        printed("single-points", "those of the design, worked out by failing each part"),
        printed("findings", "and what the rules found besides"),
    ),
    line(
        "R4",
        "Put figures on each: what the failure costs, and how likely it is.",
        on("requirement.cost", "what an hour of outage costs"),
        printed("waivers", "cost, probability and expected loss of each finding tolerated"),
    ),
    line(
        "R5",
        "Weigh what it takes to bring likelihood or damage down to what is bearable.",
        on("current_system.fate", "what becomes of each system of today"),
        printed("waivers", "the cost of the countermeasure beside the expected loss"),
    ),
    line(
        "R6",
        "Decide: deal with the risk or live with it, with money and a name behind it.",
        on("requirement.decided_by", "who decided on each requirement"),
        printed("waivers", "who answers for each risk that is tolerated, signed and dated"),
        ticked("going_live.requirements", "accepted before going live"),
    ),
    line(
        "R7",
        "What lies between cluster and users (routers, switches, cables) can fail alone too.",
        on("network_device", "the devices on the way"),
        on("device_link", "the links between them"),
    ),
    line(
        "R8",
        "The distance of sites decides: mirrors over a shared SAN when near, replication by "
        "storage up to about 100 km, GLVM beyond.",
        on("site.distance_km", "how far apart the sites are"),
    ),
)
