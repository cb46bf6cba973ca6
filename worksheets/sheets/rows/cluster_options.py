"""The cluster worksheet: identity, heartbeat, verification, alerts."""

from __future__ import annotations

from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=ClusterOptions,
    title="Cluster",
    singular="cluster",
    group=Group.NEEDS,
    order=10,
    lead=(
        "What this cluster is for and the settings that hold for all of it. The environment "
        "decides how strictly every other worksheet is judged."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "What PowerHA and everybody else will call the cluster. Use letters, digits and "
            "underscores and begin with a letter; no other cluster may have the name.",
            hint="letters, digits, _",
            example="sapdemo71_cluster",
            sources=("PowerHA planning guide: cluster",),
            powerha="cluster",
            width=20,
        ),
        Column(
            "environment",
            "Environment",
            "Whether people depend on it. Production is judged hardest; in a test cluster a "
            "shared frame or a single card may be accepted.",
            example="production",
            sources=("N4", "M5"),
            width=12,
        ),
        Column(
            "owner",
            "Owner",
            "The person or department that answers for the service and decides which risks are "
            "tolerated.",
            example="Payments, Anna Berg",
            sources=("R6",),
            width=20,
        ),
        Column(
            "purpose",
            "Purpose",
            "What runs here, who uses it, how long it may be away, and how much the business "
            "loses while it is. Every later decision is weighed against these lines.",
            hint="service and requirement",
            example="SAP and Oracle for 4,000 users; an outage may last 15 minutes, 99.95% a year",
            sources=("R2", "DOC1"),
            width=32,
        ),
        Column(
            "type",
            "Type",
            "Standard: all nodes in one place. Stretched: two sites that reach the same "
            "repository disk. Linked: two sites further apart, each with a repository of its own.",
            example="Standard (NSC)",
            sources=("PowerHA planning guide: cluster types", "R8"),
            powerha="TYPE",
            width=14,
        ),
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
            "detection_rationale",
            "Reason for the times",
            "If any detection time differs from the default: why, who measured it, and with "
            "which load. Too low a value is a common cause of needless takeovers.",
            example="spanning tree needs 18 s after a switch restart, measured 3 March",
            sources=("A5",),
            width=28,
        ),
        Column(
            "max_event_time",
            "Longest event",
            "After how long in one cluster event PowerHA warns that something hangs. Enter more "
            "than the slowest start, stop or file system check needs, or the warning cries wolf.",
            unit="s",
            example="600",
            sources=("PowerHA planning guide: cluster events", "P10"),
            powerha="MAX_EVENT_TIME",
            width=6,
        ),
        Column(
            "rg_settling_time",
            "Settling time",
            "How long a starting group waits for a better node to join before it takes the one "
            "it has. It works only for groups that start on the first available node.",
            unit="s",
            example="300",
            sources=("PowerHA planning guide: resource group settling time",),
            powerha="RG_SETTLING_TIME",
            width=6,
        ),
        Column(
            "daily_verification",
            "Daily verification",
            "Whether PowerHA checks the configuration by itself every day. It finds what "
            "somebody changed on one node only, long before a takeover would.",
            sources=("T6",),
            powerha="DAILY_VERIFICATION",
            width=10,
        ),
        Column(
            "verification_hour",
            "Verified at",
            "The hour of the day at which the daily verification runs; choose a quiet one after "
            "which somebody reads the result. The default is midnight.",
            hint="hour, 0 to 23",
            example="5",
            sources=("T6", "PowerHA planning guide: verification"),
            powerha="VERIFICATION_HOUR",
            width=6,
        ),
        Column(
            "rootvg_event",
            "Act on rootvg loss",
            "Whether a node that loses its rootvg hands its groups over at once. Without it "
            "such a node can linger, half alive, with its applications stuck.",
            sources=("N8",),
            width=6,
        ),
        Column(
            "resolve_locally",
            "Local hosts first",
            "Whether every node looks names up in its own /etc/hosts before it asks a name "
            "server (netsvc.conf and NSORDER). During a network event no name server may answer.",
            hint="/etc/hosts",
            sources=("W10",),
            width=6,
        ),
        Column(
            "alerts",
            "Alerts",
            "Who is told when something fails, by which way (SNMP, SMS, e-mail), and who acts "
            "on it at night. A cluster that has survived one failure has no spare left until "
            "somebody knows.",
            example="SNMP trap to the operations desk; SMS to the on-call administrator",
            sources=("O4", "D10"),
            width=28,
        ),
    ),
    sources=("PowerHA planning guide: cluster", "W11"),
)
