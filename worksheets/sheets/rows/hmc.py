"""The management console worksheet."""

from __future__ import annotations

from worksheets.plan.rows.hmc import Hmc
from worksheets.sheets.needs import in_production
from worksheets.sheets.sheet import Column, Group, Sheet

SHEET = Sheet(
    row=Hmc,
    title="Management consoles",
    singular="management console",
    group=Group.HARDWARE,
    order=43,
    lead=(
        "The HMCs. PowerHA asks them for processors and memory at takeover, and administrators "
        "reach a hanging partition through them."
    ),
    columns=(
        Column(
            "name",
            "Host name",
            "The host name of the HMC, as every node resolves it.",
            hint="as nodes resolve it",
            example="hmc-n-01",
            sources=("P10",),
            powerha="hmc",
            width=16,
        ),
        Column(
            "address",
            "Address",
            "The address at which the nodes reach it. It belongs into every /etc/hosts, since a "
            "takeover may not wait for a name server.",
            example="10.10.40.11",
            sources=("P10", "W10"),
            needed=in_production,
            width=15,
        ),
        Column(
            "kind",
            "Built as",
            "An appliance is a box of its own; a virtual one shares the fate of the host that it "
            "runs on, which must not be a frame that it manages.",
            example="appliance",
            sources=("P10", "R3"),
            width=16,
        ),
        Column(
            "model",
            "Model",
            "Machine type and model, for the service call and for the levels that it can run.",
            hint="type-model",
            example="7063-CR2",
            sources=("U1",),
            width=12,
        ),
        Column(
            "level",
            "Level",
            "Version and service pack as lshmc -V prints them. A frame's firmware asks for at "
            "least a certain level.",
            hint="lshmc -V",
            example="V10R3M1060",
            sources=("U1", "M7"),
            needed=in_production,
        ),
        Column(
            "site",
            "Stands at",
            "The place in which it stands. The two consoles of a frame should not be lost "
            "together with it.",
            example="north",
            sources=("S10",),
            needed=in_production,
            width=12,
        ),
        Column(
            "sites",
            "Serves sites",
            "The sites whose nodes ask this console first. Leave it empty when all nodes use it "
            "alike.",
            hint="empty: all",
            example="north",
            sources=("P10", "PowerHA planning guide: HMC definitions"),
            powerha="SITES",
            width=16,
        ),
        Column(
            "timeout",
            "Timeout",
            "How long PowerHA waits for an operation on this console before it counts as failed. "
            "Moving much memory takes minutes.",
            unit="min",
            example="10",
            sources=("P10", "PowerHA planning guide: HMC definitions"),
            powerha="TIMEOUT",
            width=7,
        ),
        Column(
            "retry_count",
            "Retries",
            "How often a failed operation is tried again on this console. A failed acquisition "
            "is not repeated on another one.",
            hint="attempts",
            example="5",
            sources=("P10", "PowerHA planning guide: HMC definitions"),
            powerha="RETRY_COUNT",
            width=7,
        ),
        Column(
            "retry_delay",
            "Retry delay",
            "How long to wait between two attempts. The takeover waits as long.",
            unit="s",
            example="10",
            sources=("P10", "PowerHA planning guide: HMC definitions"),
            powerha="RETRY_DELAY",
            width=7,
        ),
        Column(
            "user",
            "User",
            "The HMC user whose commands the nodes run, with no more rights than DLPAR and "
            "activation need.",
            hint="for the nodes",
            example="hscpha",
            sources=("D4", "P10"),
            width=12,
        ),
        Column(
            "keys_exchanged",
            "ssh keys exchanged",
            "Whether root of every node logs in on the console by key, without a password. "
            "Nobody types one during a takeover.",
            sources=("P10", "D7"),
            needed=in_production,
            width=9,
        ),
        Column(
            "resolves_nodes",
            "Knows the nodes",
            "Whether the console resolves the host name of every node. PowerHA finds its "
            "partitions by that name.",
            sources=("P10",),
            needed=in_production,
            width=8,
        ),
    ),
    sources=("P10", "N11"),
    needed=in_production,
)
