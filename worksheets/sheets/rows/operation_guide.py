"""The operation guide worksheet."""

from __future__ import annotations

from worksheets.plan.rows.operation_guide import OperationGuide
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=OperationGuide,
    title="Operation guide",
    singular="topic of the guide",
    group=Group.RUNNING,
    order=30,
    lead=(
        "What a stand-in does, topic by topic, so exactly that nobody has to be asked. Written "
        "before production starts, and rehearsed by somebody who did not write it."
    ),
    columns=(
        Column(
            "name",
            "Topic",
            "What the topic is about, in the words that somebody in need would look for.",
            example="Move rg_ora by hand",
            sources=("S9", "DOC4"),
            width=26,
        ),
        Column(
            "topic",
            "Kind",
            "Which of the situations of a cluster it covers. Start, stop, status, takeover, each "
            "kind of failure, backup and restore should all be there.",
            example="takeover by hand",
            sources=("S9", "DOC4"),
            needed=needs.always,
            width=22,
        ),
        Column(
            "resource_groups",
            "Resource groups",
            "The groups it is about. Leave it empty when it is about the whole cluster.",
            hint="empty: whole cluster",
            example="rg_ora",
            sources=("DOC4",),
            width=20,
        ),
        Column(
            "procedure",
            "Procedure",
            "The steps with their commands, what each should show, and when to stop and call "
            "somebody. Write for a person who does not know this cluster.",
            example="1. clRGinfo rg_ora: ONLINE on mhoracle1.\n2. clmgr move resource_group rg_ora "
            "NODE=mhoracle2\n3. clRGinfo rg_ora: ONLINE on mhoracle2 within 4 minutes.",
            sources=("S9", "DOC4"),
            needed=needs.always,
            width=34,
        ),
        Column(
            "location",
            "Where it lies",
            "Where the full text is kept, also on paper or on a machine that runs when the "
            "cluster does not.",
            example="handbook 7.2, binder in room 2",
            sources=("DOC4", "S9"),
            needed=needs.in_production,
            width=32,
        ),
        Column(
            "duration",
            "Duration",
            "How long the steps took when they were last rehearsed, from the first command to a "
            "working service.",
            unit="min",
            example="12",
            sources=("R2", "T5"),
            width=8,
        ),
        Column(
            "written_by",
            "Written by",
            "Who wrote it and is asked when a step does not fit any more.",
            example="Anna Berg",
            sources=("S9",),
            width=18,
        ),
        Column(
            "last_rehearsed",
            "Last rehearsed",
            "The date on which somebody last did it by the text alone. A procedure that nobody "
            "has tried is a guess.",
            hint="YYYY-MM-DD",
            example="2026-09-18",
            sources=("T5", "DOC4"),
            needed=needs.in_production,
            width=11,
        ),
        Column(
            "rehearsed_by",
            "Rehearsed by",
            "Who did it then: best somebody who had not written it.",
            example="Omar Khan",
            sources=("S9", "T5"),
            width=18,
        ),
    ),
    sources=("S9", "DOC4"),
    needed=needs.in_production,
)
