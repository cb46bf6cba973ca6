"""The dependency worksheet."""

from __future__ import annotations

from worksheets.plan.rows.dependency import Dependency, DependencyKind
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: resource group dependencies"
LED = needs.where("kind", *(kind for kind in DependencyKind if kind.has_leader))
APART = needs.where("kind", DependencyKind.DIFFERENT_NODES)

SHEET = Sheet(
    row=Dependency,
    title="Dependencies",
    singular="dependency",
    group=Group.BEHAVIOUR,
    order=20,
    lead=(
        "What groups have to do with each other: which starts first, which stay together, which "
        "stay apart. Add only what is really needed; each one makes behaviour harder to test."
    ),
    columns=(
        Column(
            "kind",
            "Kind",
            "Parent / child: the child runs only while the parent does, and restarts with it. "
            "Start after and stop after set the order and no more. The rest say which groups "
            "share a node or a site, or never share a node.",
            example="parent / child",
            sources=(GUIDE, "P8"),
            powerha="dependency, SAME",
            width=22,
        ),
        Column(
            "leader",
            "Parent or first",
            "The parent, or the group that the others wait for. Empty when groups are only kept "
            "together or apart. Chains may be three levels deep and never come back to "
            "themselves.",
            hint="empty for locations",
            example="rg_ora",
            sources=(GUIDE, "D9"),
            powerha="PARENT, AFTER",
            needed=LED,
        ),
        Column(
            "groups",
            "Groups",
            "The children, the followers, or the groups of the set. Groups on the same node need "
            "the same nodes in the same order and equal policies.",
            hint="children, followers, set",
            example="rg_sap, rg_web",
            sources=(GUIDE,),
            powerha="CHILD, GROUPS, START, STOP",
            needed=needs.always,
            width=24,
        ),
        Column(
            "priority",
            "Priority",
            "Who wins when too few nodes are left for groups that stay apart: one row per "
            "priority. Groups of equal priority cannot push each other away.",
            hint="different nodes only",
            example="high",
            sources=(GUIDE,),
            powerha="HIGH, INTERMEDIATE, LOW",
            needed=APART,
            width=13,
        ),
    ),
    sources=("P8", "D9"),
)
