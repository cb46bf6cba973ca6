"""The resource group worksheet."""

from __future__ import annotations

from worksheets.plan.rows.resource_group import (
    Fallback,
    Fallover,
    NodePriority,
    Processing,
    ResourceGroup,
)
from worksheets.sheets import needs
from worksheets.sheets.group_resources import RESOURCES
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: resource groups"
BY_SCRIPT = needs.where("node_priority", NodePriority.LEAST, NodePriority.MOST)

SHEET = Sheet(
    row=ResourceGroup,
    title="Resource groups",
    singular="resource group",
    group=Group.BEHAVIOUR,
    order=10,
    lead=(
        "What moves together: an application with its disks and its address, the nodes that may "
        "run it, and how it behaves when nodes come and go."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "Letters, digits and underscores, not beginning with a digit. This is the name that "
            "clRGinfo prints.",
            hint="letters, digits, _",
            example="rg_ora",
            sources=(GUIDE,),
            powerha="resource_group",
        ),
        Column(
            "nodes",
            "Nodes",
            "The nodes that may run it, in order of preference; the first one is its home. With "
            "one node alone there is nowhere to go when that fails. With two sites, all nodes of "
            "the preferred site come before those of the other.",
            hint="home node first",
            example="mhoracle1, mhoracle2",
            sources=("S1", "S8"),
            powerha="NODES, SECONDARYNODES",
            needed=needs.always,
            width=24,
        ),
        Column(
            "startup",
            "Startup",
            "Where it comes up when cluster services start: only at home, on the first node that "
            "is there, spread so that each node gets one, or on all nodes at once.",
            hint="policy",
            example="Online On Home Node Only",
            sources=("PowerHA planning guide: resource group policies",),
            powerha="STARTUP",
            width=26,
        ),
        Column(
            "fallover",
            "Fallover",
            "Where it goes when its node fails: to the next in the list, to the one that is best "
            "off (three nodes or more, no sites), or nowhere. A group that starts on all nodes "
            "can only be brought offline.",
            hint="policy",
            example="Fallover To Next Priority Node In The List",
            sources=("PowerHA planning guide: resource group policies",),
            powerha="FALLOVER",
            width=26,
        ),
        Column(
            "fallback",
            "Fallback",
            "Whether it goes back when a better node returns. That is a second interruption; "
            "with never, a person moves it at a quiet hour. Groups spread over the nodes, or "
            "on all of them, never fall back.",
            hint="policy",
            example="Never Fallback",
            sources=("PowerHA planning guide: resource group policies", "T5"),
            powerha="FALLBACK",
            width=26,
        ),
        Column(
            "fallback_timer",
            "Fallback timer",
            "When it may go back to a better node, so that the second interruption falls into a "
            "quiet hour. Without a timer the move is immediate; with never as fallback policy "
            "there is none.",
            hint="empty: at once",
            example="sunday_night",
            sources=("PowerHA planning guide: delayed fallback timers", "T5"),
            powerha="FALLBACK_AT",
            needed=needs.where("fallback", Fallback.FBHPN),
            width=16,
        ),
        Column(
            "site_policy",
            "Site policy",
            "Which site it prefers when there are two. Leave it empty, or ignore, in a cluster "
            "with one site.",
            hint="two sites only",
            example="Prefer Primary Site",
            sources=("PowerHA planning guide: sites", "S10"),
            powerha="SITE_POLICY",
            needed=needs.with_sites,
            width=18,
        ),
        Column(
            "node_priority",
            "Dynamic priority",
            "What best off means when the fallover policy chooses the node at that moment; the "
            "last two ask a script of yours. Empty with the other fallover policies.",
            hint="dynamic fallover",
            example="most free memory",
            sources=("PowerHA planning guide: dynamic node priority", "N10"),
            powerha="NODE_PRIORITY_POLICY",
            needed=needs.where("fallover", Fallover.FUDNP),
            width=18,
        ),
        Column(
            "node_priority_script",
            "Priority script",
            "The script that each node runs to rate itself; what it returns decides between the "
            "nodes. Only with the two script priorities, and at the same path on all nodes of the "
            "group.",
            hint="script priority only",
            example="/usr/local/ha/rate_node",
            sources=("PowerHA planning guide: dynamic node priority",),
            powerha="NODE_PRIORITY_POLICY_SCRIPT",
            needed=BY_SCRIPT,
            width=24,
        ),
        Column(
            "node_priority_timeout",
            "Script timeout",
            "How long PowerHA waits for the priority script of a node. A node whose script "
            "hangs must not hold up the takeover.",
            unit="s",
            example="30",
            sources=("PowerHA planning guide: dynamic node priority",),
            powerha="NODE_PRIORITY_POLICY_TIMEOUT",
            needed=BY_SCRIPT,
            width=8,
        ),
        Column(
            "processing",
            "Processing",
            "Whether PowerHA handles it at the same time as other groups, which is faster, or "
            "in a fixed order. Dependencies between groups go before this order.",
            example="in parallel",
            sources=("PowerHA planning guide: processing order", "P8"),
            powerha="PARALLEL, SERIAL",
            width=16,
        ),
        Column(
            "acquisition_place",
            "Place on start",
            "Its place among the groups that are brought online one after the other. Empty for "
            "a group that starts in parallel with the rest.",
            hint="1 starts first",
            example="1",
            sources=("PowerHA planning guide: processing order",),
            powerha="ACQUIRE",
            needed=needs.where("processing", Processing.SERIAL),
            width=8,
        ),
        Column(
            "release_place",
            "Place on stop",
            "Its place among the groups that are taken offline one after the other; often the "
            "reverse of starting. Empty for a group that stops in parallel.",
            hint="1 stops first",
            example="3",
            sources=("PowerHA planning guide: processing order",),
            powerha="RELEASE",
            width=8,
        ),
        *RESOURCES,
    ),
    sources=("N2", "T5"),
    needed=needs.always,
)
