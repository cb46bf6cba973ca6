"""Open questions about machines, sites and power."""

from __future__ import annotations

from worksheets.plan.rows.device_link import DeviceLink
from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.rules.questions import Question, ask

ask(
    __name__,
    Question(
        "OPEN-NODE",
        Node,
        (
            ("usual_role", "Usual role"),
            ("rootvg", "Protection of rootvg"),
            ("cpu_peak", "CPU peak"),
            ("memory", "Memory"),
            ("io_slots_free", "I/O slots there"),
            ("io_slots_needed", "I/O slots needed"),
            ("aix_level", "AIX level"),
            ("powerha_level", "PowerHA level"),
        ),
        "Standby, load, slots, rootvg and levels of a node are judged only once they are entered.",
        ("N2", "N5", "N7", "N9", "N10", "M7"),
    ),
    Question(
        "OPEN-VIOS",
        VirtualIoServer,
        (("level", "Level"),),
        "Servers that back each other up should have one level, which can be compared only once "
        "it is entered.",
        ("V10",),
        everywhere=False,
    ),
    Question(
        "OPEN-CIRCUIT",
        PowerCircuit,
        (("ups", "UPS"),),
        "A circuit with an uninterruptible supply does not go dark; without an answer the "
        "analysis takes it that it does.",
        ("S2",),
        everywhere=False,
    ),
    Question(
        "OPEN-SITE",
        Site,
        (("distance_km", "Distance"),),
        "Which way of mirroring fits depends on the distance between the sites.",
        ("R8",),
        least=2,
    ),
    Question(
        "OPEN-LINK",
        DeviceLink,
        (("from_device", "Device at one end"), ("to_device", "Device at the other end")),
        "A link with one open end leads nowhere, so no failure can be traced over it.",
        ("R7",),
    ),
    Question(
        "OPEN-HMC",
        Hmc,
        (
            ("address", "Address"),
            ("keys_exchanged", "Exchange of keys"),
            ("resolves_nodes", "Whether it knows the nodes"),
        ),
        "Nodes ask the console for processors and memory only if they reach it, may log in, and "
        "are known there.",
        ("P10",),
    ),
    Question(
        "OPEN-PROVISIONING",
        Provisioning,
        (
            ("use_desired", "Whether desired values are used"),
            ("start_anyway", "Whether it starts even if short"),
            ("cod_agreement", "Capacity on Demand agreement"),
            ("names_agree", "Whether names agree"),
            ("hmc_resolves", "Whether the HMC resolves names"),
            ("delay", "How long it takes"),
        ),
        "Processors and memory come at takeover only if all this was settled beforehand.",
        ("P10", "N11"),
    ),
)
