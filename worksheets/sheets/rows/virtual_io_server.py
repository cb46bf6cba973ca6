"""The Virtual I/O Server worksheet."""

from __future__ import annotations

from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=VirtualIoServer,
    title="Virtual I/O Servers",
    singular="Virtual I/O Server",
    group=Group.HARDWARE,
    order=45,
    lead=(
        "Partitions that own real cards and lend them to the nodes. Two in every frame, so that "
        "one can fail or be updated; none where every node has cards of its own."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The name of the VIOS partition. A name that shows its frame saves many mistakes.",
            hint="partition name",
            example="vioA1",
            sources=("V2",),
        ),
        Column(
            "frame",
            "Frame",
            "The server whose partitions it serves. It can help only nodes in the same frame.",
            example="frameA",
            sources=("V2",),
        ),
        Column(
            "level",
            "Level",
            "The VIOS level as ioslevel prints it. All of them should run the same code; update "
            "them one at a time.",
            hint="ioslevel",
            example="2.2.3.4",
            sources=("V10",),
            width=12,
        ),
    ),
    sources=("V2", "V10"),
)
