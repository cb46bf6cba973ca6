"""The replication worksheet."""

from __future__ import annotations

from worksheets.plan.rows.replication import Replication, ReplicationMode
from worksheets.sheets.needs import always, in_production, where
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: storage replication"

SHEET = Sheet(
    row=Replication,
    title="Replications",
    singular="replication",
    group=Group.STORAGE,
    order=100,
    lead=(
        "Disks that the storage units copy to the other site, and that PowerHA turns round at a "
        "takeover: one row per consistency group. Which disks, the next worksheet says."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The name of the replicated resource in PowerHA. Its resource group refers to it.",
            example="mm_ora",
            sources=(GUIDE,),
            powerha="mirror_group",
            width=14,
        ),
        Column(
            "method",
            "Method",
            "What copies the data. It follows from the storage units, and decides what PowerHA "
            "must be able to reach to turn the copy round.",
            example="DS8000 HyperSwap",
            sources=("R8", GUIDE),
            needed=always,
            width=26,
        ),
        Column(
            "mode",
            "Mode",
            "Synchronous loses nothing but makes each write wait for the other site, up to some "
            "100 km. Asynchronous goes further and loses the last seconds.",
            example="synchronous",
            sources=("R8", "R2"),
            powerha="MODE",
            needed=always,
            width=13,
        ),
        Column(
            "relationship",
            "Consistency group",
            "The name or number that the storage units give to the consistency group or "
            "relationship. All disks of one volume group are in one.",
            hint="as the storage has it",
            example="CG_ORA_01",
            sources=(GUIDE,),
            needed=always,
            width=18,
        ),
        Column(
            "primary",
            "Primary storage",
            "The unit that is written to on a normal day, at the site where the group prefers to "
            "run.",
            example="ds8k_1",
            sources=(GUIDE, "S10"),
            powerha="storage_system",
            needed=always,
        ),
        Column(
            "secondary",
            "Secondary storage",
            "The unit at the other site that holds the copy.",
            example="ds8k_2",
            sources=(GUIDE, "S10"),
            powerha="storage_system",
            needed=always,
        ),
        Column(
            "recovery_action",
            "Recovery",
            "Automatic: PowerHA turns the copy round by itself when the site is lost. Manual: it "
            "waits for a person, which guards against using stale data after a broken link.",
            example="automatic",
            sources=("R6", GUIDE),
            needed=always,
            width=11,
        ),
        Column(
            "lag",
            "Greatest lag",
            "How far the copy may be behind before somebody is told. This is how much is lost "
            "with the site.",
            hint="asynchronous only",
            unit="s",
            example="30",
            sources=("R2", GUIDE),
            needed=where("mode", ReplicationMode.ASYNC),
            width=7,
        ),
        Column(
            "links",
            "Links",
            "The lines between the units: how many, over which routes, how fast. One route is "
            "one excavator away from no copy at all.",
            example="4 FC links, routes A and B",
            sources=("R7", GUIDE),
            width=28,
        ),
        Column(
            "agent",
            "Commanded through",
            "What PowerHA gives its commands to: console, cluster address of the SVC, or command "
            "device. It must be reached from the site that survives.",
            example="ds8k2-hmc, ds8k1-hmc",
            sources=(GUIDE,),
            powerha="storage_agent",
            needed=in_production,
            width=22,
        ),
        Column(
            "takeover_conditions",
            "Conditions of takeover",
            "When the copy may be used and who decides it: states of the pairs, links down, "
            "resynchronisation still running; and how one gets back.",
            example="only while the pairs are in full duplex; the duty manager decides otherwise",
            sources=("R6", "D7"),
            needed=in_production,
            width=30,
        ),
    ),
    sources=("R8", "S10", GUIDE),
)
