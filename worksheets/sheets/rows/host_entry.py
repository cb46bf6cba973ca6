"""The worksheet of further lines of /etc/hosts."""

from __future__ import annotations

from worksheets.plan.rows.host_entry import HostEntry
from worksheets.sheets.needs import always, in_production
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=HostEntry,
    title="Further hosts lines",
    singular="hosts line",
    group=Group.NETWORK,
    order=55,
    lead=(
        "Lines of /etc/hosts beyond the cluster's own labels: consoles, time and name servers, "
        "neighbours that scripts call. During a takeover they must resolve without DNS."
    ),
    columns=(
        Column(
            "address",
            "Address",
            "The address of the host, IPv4 or IPv6, one line for each address.",
            example="10.10.40.11",
            sources=("W10", "W8"),
            needed=always,
            width=15,
        ),
        Column(
            "names",
            "Names",
            "The host's name, then its aliases, separated by blanks as in the file.",
            hint="name, then aliases",
            example="hmc-n-01.example.com hmc-n-01",
            sources=("W10", "P10"),
            needed=always,
            width=32,
        ),
        Column(
            "nodes",
            "On nodes",
            "The nodes whose file gets the line. Leave it empty for all; lines that differ "
            "between nodes are a trap.",
            hint="empty: every node",
            example="mhoracle1, mhoracle2",
            sources=("W10", "M7"),
            width=22,
        ),
        Column(
            "reason",
            "Needed for",
            "What on the node asks for this name. A line that nobody needs outlives the host and "
            "then misleads.",
            example="DLPAR at takeover",
            sources=("W10", "R1"),
            needed=in_production,
            width=26,
        ),
    ),
    sources=("W10", "P10"),
)
