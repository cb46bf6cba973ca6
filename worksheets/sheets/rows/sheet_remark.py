"""The worksheet of remarks on whole worksheets."""

from __future__ import annotations

from worksheets.plan.rows.sheet_remark import SheetRemark
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=SheetRemark,
    title="Remarks on worksheets",
    singular="remark on a worksheet",
    group=Group.RUNNING,
    order=90,
    lead=(
        "What is to be said about a worksheet as a whole: what was left open, what was decided "
        "and why. One row for each worksheet that needs it, with the text in the last columns."
    ),
    columns=(
        Column(
            "worksheet",
            "Worksheet",
            "The short name of the worksheet, as it stands at the end of its address: node, "
            "volume_group, ip_label.",
            hint="short name",
            example="resource_group",
            sources=("R6", "DOC2"),
            width=24,
        ),
    ),
    sources=("DOC2", "R6"),
)
