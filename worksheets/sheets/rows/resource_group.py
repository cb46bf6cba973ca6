"""The resource group worksheet."""

from __future__ import annotations

from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=ResourceGroup,
    title="Resource groups",
    singular="resource group",
    group=Group.BEHAVIOUR,
    order=30,
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
            sources=("PowerHA planning guide: resource groups",),
            powerha="resource_group",
        ),
        Column(
            "nodes",
            "Nodes",
            "The nodes that may run it, in order of preference; the first one is its home. With "
            "one node alone there is nowhere to go when that fails.",
            hint="home node first",
            example="mhoracle1, mhoracle2",
            sources=("S1", "S8"),
            powerha="NODES",
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
            "site_policy",
            "Site policy",
            "Which site it prefers when there are two. Leave it empty, or ignore, in a cluster "
            "with one site.",
            hint="two sites only",
            example="Prefer Primary Site",
            sources=("PowerHA planning guide: sites", "S10"),
            powerha="SITE_POLICY",
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
            width=18,
        ),
        Column(
            "service_labels",
            "Service IP labels",
            "The addresses its users connect to; they move with it. Each belongs to this group "
            "only, and every node of the group has an interface on their networks.",
            example="ora_svc",
            sources=("PowerHA planning guide: service IP labels", "D1"),
            powerha="SERVICE_LABEL",
            width=18,
        ),
        Column(
            "volume_groups",
            "Volume groups",
            "The shared volume groups that it brings online, with all their file systems. Each "
            "is in one resource group, and all nodes of the group reach its disks.",
            example="oravg",
            sources=("PowerHA planning guide: shared volume groups", "V6"),
            powerha="VOLUME_GROUP",
            width=18,
        ),
        Column(
            "controllers",
            "Applications",
            "The application controllers that it starts last and stops first, when disks and "
            "addresses are there.",
            example="ac_oracle",
            sources=("PowerHA planning guide: application controllers", "S8"),
            powerha="APPLICATIONS",
            width=18,
        ),
    ),
    sources=("N2", "T5"),
)
