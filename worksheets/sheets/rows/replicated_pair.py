"""The replicated pair worksheet."""

from __future__ import annotations

from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.replication import Replication
from worksheets.sheets.needs import always, when_planned
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: storage replication"

SHEET = Sheet(
    row=ReplicatedPair,
    title="Replicated pairs",
    singular="replicated pair",
    group=Group.STORAGE,
    order=105,
    lead=(
        "Which disk is the copy of which. A volume group is usable at the other site only if "
        "every one of its disks has a pair in the same consistency group."
    ),
    columns=(
        Column(
            "replication",
            "Replication",
            "The replicated resource that the pair belongs to and is turned round with.",
            example="mm_ora",
            sources=(GUIDE,),
            needed=always,
        ),
        Column(
            "primary",
            "Primary disk",
            "The disk that the nodes use on a normal day.",
            example="data01",
            sources=(GUIDE,),
            needed=always,
        ),
        Column(
            "secondary",
            "Secondary disk",
            "The disk at the other site that receives the copy; of the same size, and seen by "
            "the nodes of that site.",
            example="data01_s",
            sources=(GUIDE,),
            needed=always,
        ),
        Column(
            "relationship",
            "Pair",
            "The volume numbers or the relationship by which the storage units know the pair.",
            hint="storage group's id",
            example="1000:2000",
            sources=(GUIDE,),
            width=16,
        ),
    ),
    sources=(GUIDE,),
    needed=when_planned(Replication),
)
