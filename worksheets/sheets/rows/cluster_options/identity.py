"""What the cluster is, whose it is, and of which kind."""

from __future__ import annotations

from worksheets.sheets.needs import always, in_production
from worksheets.sheets.sheet import Column

COLUMNS = (
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
        "mirrors",
        "Must equal cluster",
        "For a test cluster: the name of your team's production cluster on which it tries "
        "every change first. Each difference from that cluster becomes a finding; names of "
        "nodes, addresses and places may differ.",
        hint="of the same team",
        example="sapdemo71_cluster",
        sources=("M5", "U3"),
        width=20,
    ),
    Column(
        "owner",
        "Owner",
        "The person or department that answers for the service and decides which risks are "
        "tolerated.",
        example="Payments, Anna Berg",
        sources=("R6",),
        needed=always,
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
        needed=always,
        width=32,
    ),
    Column(
        "change_id",
        "Change number",
        "The change under which the cluster is built or altered, as the change register "
        "numbers it. Generated commands carry it into PowerHA's own log.",
        hint="change register",
        example="CHG0048213",
        sources=("M9", "M8"),
        width=16,
    ),
    Column(
        "aix_edition",
        "AIX edition",
        "The edition of AIX that the nodes are licensed for, the same on all of them.",
        example="AIX Standard Edition",
        sources=("U1", "M7"),
        needed=in_production,
        width=20,
    ),
    Column(
        "edition",
        "PowerHA edition",
        "Standard serves one site and stretched clusters with LVM mirroring; replication by "
        "storage or GLVM between sites takes the Enterprise Edition on every node.",
        example="PowerHA Standard Edition",
        sources=("R8", "PowerHA planning guide: editions"),
        powerha="EDITION",
        needed=in_production,
        width=22,
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
)
