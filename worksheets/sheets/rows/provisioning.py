"""The provisioning worksheet."""

from __future__ import annotations

from worksheets.plan.rows.provisioning import Provisioning
from worksheets.sheets.needs import always, in_production, where
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: dynamic LPAR and capacity on demand"

SHEET = Sheet(
    row=Provisioning,
    title="Provisioning",
    singular="provisioning",
    group=Group.APPLICATIONS,
    order=50,
    lead=(
        "Processors and memory that PowerHA adds to a partition by dynamic LPAR before it starts "
        "an application, and takes back afterwards. Empty where every node has what it needs."
    ),
    columns=(
        Column(
            "controller",
            "Controller",
            "The application controller that gets them: one row each. What several controllers "
            "on a node ask for is added up.",
            example="ac_oracle",
            sources=("N11", "P10"),
            powerha="cod",
            needed=always,
        ),
        Column(
            "use_desired",
            "Use desired values",
            "Yes: PowerHA brings the partition to the desired values of its profile. No: to the "
            "optimal values entered here.",
            sources=("P10", GUIDE),
            powerha="USE_DESIRED",
            needed=always,
            width=8,
        ),
        Column(
            "optimal_memory",
            "Memory",
            "The memory that the controller needs to run well. Moving much of it takes minutes, "
            "and the takeover waits for it.",
            unit="GiB",
            example="128",
            sources=("N10", "P10"),
            powerha="OPTIMAL_MEM",
            needed=where("use_desired", False),
            width=7,
        ),
        Column(
            "optimal_cpus",
            "Dedicated processors",
            "How many whole processors it needs, in a partition with dedicated ones. Empty in a "
            "partition that shares its processors.",
            hint="dedicated partitions",
            example="8",
            sources=("N10", GUIDE),
            powerha="OPTIMAL_CPU",
            width=9,
        ),
        Column(
            "optimal_units",
            "Processing units",
            "How many processing units it needs, with up to two decimals, in a partition that "
            "shares its processors.",
            hint="shared partitions",
            example="4.5",
            sources=("N10", GUIDE),
            powerha="OPTIMAL_PU",
            width=10,
        ),
        Column(
            "optimal_virtual_cpus",
            "Virtual processors",
            "How many virtual processors the units are spread over; at least as many as the "
            "units, rounded up.",
            hint="shared partitions",
            example="6",
            sources=("N10", GUIDE),
            powerha="OPTIMAL_VP",
            width=10,
        ),
        Column(
            "start_anyway",
            "Start even if short",
            "Whether the application starts when not everything can be had. Slow is mostly "
            "better than down; a database that swaps may be worse.",
            sources=("P10", "R6"),
            needed=in_production,
            width=7,
        ),
        Column(
            "cod_agreement",
            "On/Off CoD",
            "Whether processors or memory beyond those paid for may be used, and the agreement "
            "with the vendor covers it.",
            hint="agreement signed",
            sources=("N11", "P10"),
            needed=in_production,
            width=7,
        ),
        Column(
            "activation_key",
            "Key entered",
            "Whether the activation key has been entered at the HMC by hand. PowerHA cannot do "
            "that, and without it the resources do not come.",
            hint="at the HMC",
            sources=("P10",),
            needed=where("cod_agreement", True),
            width=8,
        ),
        Column(
            "names_agree",
            "Names agree",
            "Whether partition, host and PowerHA node have one name on every node. By that name "
            "PowerHA asks the HMC for the partition.",
            hint="LPAR, host, node",
            sources=("P10", "N1"),
            needed=in_production,
            width=7,
        ),
        Column(
            "hmc_resolves",
            "HMC resolves names",
            "Whether the HMC can resolve the host names of all nodes, and the nodes that of the "
            "HMC.",
            sources=("P10", "W10"),
            needed=in_production,
            width=9,
        ),
        Column(
            "delay",
            "Takes",
            "How long the HMC takes to add all of it, measured. The times of cluster events must "
            "allow for this.",
            unit="s",
            example="120",
            sources=("P10", "A5"),
            width=7,
        ),
    ),
    sources=("N11", "P10"),
)
