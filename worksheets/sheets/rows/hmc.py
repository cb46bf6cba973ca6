"""The HMC worksheet."""

from __future__ import annotations

from worksheets.plan.rows.hmc import Hmc
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=Hmc,
    title="HMCs",
    singular="management console",
    group=Group.HARDWARE,
    order=35,
    lead=(
        "The Hardware Management Consoles: they move processors and memory at takeover, and "
        "they are the way in when a node hangs. Two are better than one."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "The host name of the console, as PowerHA is to call it.",
            hint="host name",
            example="hmc1",
            sources=("P10", "N11"),
        ),
        Column(
            "address",
            "Address",
            "The address at which nodes and administrators reach the console.",
            example="10.1.9.11",
            sources=("P10",),
            width=16,
        ),
    ),
    sources=("P10", "N11"),
)
