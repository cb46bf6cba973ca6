"""How nodes and sites notice each other's failure."""

from __future__ import annotations

from worksheets.sheets.needs import in_production, when_linked, where
from worksheets.sheets.sheet import Column

COLUMNS = (
    Column(
        "heartbeat_type",
        "Heartbeat",
        "How nodes tell each other on IP networks that they live. Unicast asks nothing of "
        "the switches; multicast must be let through by every switch between the nodes. "
        "Between the sites of a linked cluster it is always unicast.",
        example="unicast",
        sources=("PowerHA planning guide: heartbeat", "W1"),
        powerha="HEARTBEAT_TYPE",
        width=9,
    ),
    Column(
        "cluster_ip",
        "Multicast address",
        "The group address for multicast heartbeat; ask the network group for one that "
        "nobody else uses. Empty lets PowerHA choose one; with unicast it is not used.",
        hint="multicast only",
        example="228.168.101.43",
        sources=("PowerHA planning guide: heartbeat",),
        powerha="CLUSTER_IP",
        width=15,
    ),
    Column(
        "heartbeat_frequency",
        "Node failure timeout",
        "How long a node may be silent before the others count it as down, 10 to 600. Short "
        "times start a takeover sooner, but a busy moment can then look like a dead node. "
        "Empty keeps the default.",
        unit="s",
        example="30",
        sources=("A5", "PowerHA planning guide: failure detection"),
        powerha="HEARTBEAT_FREQUENCY",
        needed=in_production,
        width=6,
    ),
    Column(
        "grace_period",
        "Grace period",
        "How much longer PowerHA waits once a node has fallen silent, before it acts, 5 to "
        "30. A node that is only slow gets this time to answer.",
        unit="s",
        example="10",
        sources=("A5", "PowerHA planning guide: failure detection"),
        powerha="GRACE_PERIOD",
        needed=in_production,
        width=6,
    ),
    Column(
        "network_failure_detection_time",
        "Network failure time",
        "How long a network may carry nothing before its interfaces are called down, 5 to "
        "590; 0 keeps the default. It holds for all networks of the cluster, so allow for "
        "the slowest switch to settle.",
        unit="s",
        example="20",
        sources=("A5", "PowerHA planning guide: failure detection"),
        powerha="NETWORK_FAILURE_DETECTION_TIME",
        width=6,
    ),
    Column(
        "site_heartbeat_cycle",
        "Site failure timeout",
        "How long a whole site may be silent before the other one counts it as lost, 10 to "
        "600. Lines between sites pause longer than a local network does.",
        hint="linked clusters",
        unit="s",
        example="60",
        sources=("A5", "PowerHA planning guide: failure detection"),
        powerha="SITE_HEARTBEAT_CYCLE",
        needed=when_linked,
        width=7,
    ),
    Column(
        "site_grace_period",
        "Site grace period",
        "How much longer the silent site is given before the other one acts, 10 to 30. "
        "Acting too soon starts the same service at both.",
        hint="linked clusters",
        unit="s",
        example="30",
        sources=("A5", "PowerHA planning guide: failure detection"),
        powerha="SITE_GRACE_PERIOD",
        needed=when_linked,
        width=7,
    ),
    Column(
        "heartbeat_frequency_during_lpm",
        "Timeout during a move",
        "The node failure timeout that holds while a partition moves live. A moving node "
        "stands still for some seconds; with a short timeout it would look dead.",
        hint="live mobility",
        unit="s",
        example="60",
        sources=("A4", "A5"),
        powerha="HEARTBEAT_FREQUENCY_DURING_LPM",
        width=7,
    ),
    Column(
        "detection_rationale",
        "Reason for the times",
        "If any detection time differs from the default: why, who measured it, and with "
        "which load. Too low a value is a common cause of needless takeovers.",
        example="spanning tree needs 18 s after a switch restart, measured 3 March",
        sources=("A5",),
        needed=where("heartbeat_frequency"),
        width=28,
    ),
)
