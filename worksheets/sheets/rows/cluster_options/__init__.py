"""The cluster worksheet; its columns stand in one module for each thing they are about."""

from __future__ import annotations

from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.sheets.needs import always
from worksheets.sheets.rows.cluster_options import (
    events,
    heartbeat,
    identity,
    kernel,
    verification,
)
from worksheets.sheets.sheet import Group, Sheet

SHEET = Sheet(
    row=ClusterOptions,
    title="Cluster",
    singular="cluster",
    group=Group.NEEDS,
    order=10,
    lead=(
        "What this cluster is for and the settings that hold for all of it. The environment "
        "decides how strictly every other worksheet is judged."
    ),
    columns=(
        *identity.COLUMNS,
        *heartbeat.COLUMNS,
        *events.COLUMNS,
        *kernel.COLUMNS,
        *verification.COLUMNS,
    ),
    sources=("PowerHA planning guide: cluster", "W11"),
    needed=always,
)
