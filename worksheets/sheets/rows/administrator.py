"""The administrator worksheet."""

from __future__ import annotations

from worksheets.plan.rows.administrator import Administrator
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
            width=18,
        ),
        Column(
            "contact",
            "Contact",
            "How to reach them at night: a telephone that is answered, not only a mailbox.",
            example="on-call +1 555 0100",
            sources=("O4", "S9"),
            width=20,
        ),
        Column(
            "backup",
            "Backup",
            "Who stands in during holidays and illness. Add that person as a row too, with the "
            "same access and training.",
            example="Omar Khan",
            sources=("S9",),
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
            width=30,
        ),
        Column(
            "trained",
            "Trained in PowerHA",
            "Yes if the person has learnt how a cluster behaves, and that disks, addresses and "
            "applications are changed by PowerHA's own tools only.",
            sources=("D4", "M10"),
            width=8,
        ),
        Column(
            "root_access",
            "Root access",
            "Yes if the person can become root on the nodes. Together with no training that is "
            "how healthy clusters get broken.",
            sources=("D4",),
            width=8,
        ),
    ),
    sources=("S9", "D4"),
)
