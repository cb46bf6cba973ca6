"""The administrator worksheet."""

from __future__ import annotations

from worksheets.plan.rows.administrator import Administrator
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=Administrator,
    title="Administrators",
    singular="administrator",
    group=Group.RUNNING,
    order=10,
    lead=(
        "The people who keep the cluster running. Somebody who cannot be replaced is a single "
        "point of failure like any machine."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "First name and family name, so that a stranger can ask for the right person.",
            example="Anna Berg",
            sources=("S9",),
            width=18,
        ),
        Column(
            "role",
            "Role",
            "What the person looks after: the cluster, the database, the network, the storage. "
            "All of them plan a change together.",
            example="PowerHA and AIX",
            sources=("M6",),
            needed=needs.always,
            width=18,
        ),
        Column(
            "contact",
            "Contact",
            "How to reach them at night: a telephone that is answered, not only a mailbox.",
            example="on-call +1 555 0100",
            sources=("O4", "S9"),
            needed=needs.always,
            width=20,
        ),
        Column(
            "email",
            "E-mail",
            "Where reports and the results of the nightly verification go. For alerts a mailbox "
            "alone is not enough.",
            example="anna.berg@example.com",
            sources=("O4", "T6"),
            width=24,
        ),
        Column(
            "reaction_time",
            "Reaction time",
            "How long it takes until the person works on a failure outside working hours. It "
            "adds to every outage that PowerHA cannot end on its own.",
            unit="min",
            example="30",
            sources=("S9", "R2"),
            needed=needs.in_production,
            width=8,
        ),
        Column(
            "remote_access",
            "Remote access",
            "How the person gets onto the nodes and the HMC from outside, and what else that way "
            "depends on. It must work when the cluster's own network is down.",
            hint="way in from outside",
            example="VPN, then HMC console",
            sources=("S9", "PowerHA planning guide: administrators"),
            width=24,
        ),
        Column(
            "backup",
            "Backup",
            "Who stands in during holidays and illness. Add that person as a row too, with the "
            "same access and training.",
            example="Omar Khan",
            sources=("S9",),
            needed=needs.in_production,
            width=18,
        ),
        Column(
            "operation_guide",
            "Operation guide",
            "Where the guide lies by which a stand-in can start, stop, move and repair the "
            "cluster. It must be readable when the cluster is down, and written before "
            "production starts.",
            hint="where it lies",
            example="binder 7 in operations room 2",
            sources=("S9", "DOC4"),
            needed=needs.in_production,
            width=30,
        ),
        Column(
            "trained",
            "Trained in PowerHA",
            "Yes if the person has learnt how a cluster behaves, and that disks, addresses and "
            "applications are changed by PowerHA's own tools only.",
            sources=("D4", "M10"),
            needed=needs.always,
            width=8,
        ),
        Column(
            "last_trained",
            "Last trained",
            "The date of the last course or supervised fallover. What was learnt on an old "
            "release and never used since is worth little at night.",
            hint="YYYY-MM-DD",
            example="2026-03-12",
            sources=("D4", "T5"),
            width=11,
        ),
        Column(
            "root_access",
            "Root access",
            "Yes if the person can become root on the nodes. Together with no training that is "
            "how healthy clusters get broken.",
            sources=("D4",),
            needed=needs.always,
            width=8,
        ),
        Column(
            "powerha_role",
            "PowerHA role",
            "The role the person holds in PowerHA's own user administration. It lets people "
            "work on the cluster without being root.",
            hint="instead of root",
            example="operator (ha_op)",
            sources=("D4", "PowerHA planning guide: users and roles"),
            powerha="user",
            width=18,
        ),
    ),
    sources=("S9", "D4"),
    needed=needs.always,
)
