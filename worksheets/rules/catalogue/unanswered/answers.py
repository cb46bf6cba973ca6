"""Questions that nobody has answered yet: one finding for each column that other rules need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from worksheets.failures.words import listed
from worksheets.plan.row import Row
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application import Application
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.custom_event import CustomEvent
from worksheets.plan.rows.custom_method import CustomMethod
from worksheets.plan.rows.device_link import DeviceLink
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.file_collection import FileCollection
from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.hmc import Hmc
from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.name_resolution import NameResolution
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.provisioning import Provisioning
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.replication import Replication
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Check, Rule, rule

_MARKED = 50


def _every_row(row: Row) -> bool:
    return True


@dataclass(frozen=True)
class Question:
    """Columns (with their words) of a worksheet that somebody should answer, and why.

    `least`: how many rows there must be before the question makes sense. `everywhere`: whether it
    is asked outside production too. `where`: the rows that it is put to.
    """

    id: str
    kind: type[Row]
    columns: tuple[tuple[str, str], ...]
    why: str
    sources: tuple[str, ...]
    least: int = 1
    everywhere: bool = True
    where: Callable[[Any], bool] = _every_row


QUESTIONS = (
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
        "OPEN-HOSTS",
        HostEntry,
        (("address", "Address"), ("names", "Names")),
        "A line of /etc/hosts without its address or its name resolves nothing.",
        ("W10",),
    ),
    Question(
        "OPEN-RESOLUTION",
        NameResolution,
        (("order", "Order of the lookup"), ("hosts_keeper", "Keeper of the hosts file")),
        "Every node looks into its own hosts file first, and somebody keeps those files equal.",
        ("W10", "D10"),
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
        "OPEN-DISK",
        Disk,
        (("protection", "Protection"), ("size", "Size")),
        "A disk whose protection is not entered counts as unprotected.",
        ("S7",),
    ),
    Question(
        "OPEN-PATH",
        DiskPath,
        (("reserve_policy", "Reserve policy"),),
        "AIX reserves disks by default, which locks the other nodes out.",
        ("V5",),
    ),
    Question(
        "OPEN-VG",
        VolumeGroup,
        (("type", "Type"), ("concurrent", "Enhanced concurrent mode"), ("quorum", "Quorum")),
        "Whether a volume group survives the loss of a disk and can be taken over fast hangs on "
        "these answers.",
        ("V6", "D6", "PowerHA planning guide: shared volume groups"),
    ),
    Question(
        "OPEN-REPLICATION",
        Replication,
        (
            ("method", "Method"),
            ("mode", "Mode"),
            ("relationship", "Consistency group"),
            ("primary", "Primary storage"),
            ("secondary", "Secondary storage"),
            ("recovery_action", "Recovery action"),
            ("links", "Links between the storage units"),
            ("agent", "What PowerHA commands the storage through"),
        ),
        "Whether a copy is of use on the other site, and what turns it round, hangs on these "
        "answers.",
        ("R8", "R7", "PowerHA planning guide: storage replication"),
    ),
    Question(
        "OPEN-PAIR",
        ReplicatedPair,
        (("replication", "Replication"), ("primary", "Disk"), ("secondary", "Copy")),
        "A pair that is not whole cannot be checked for units, sizes and paths.",
        ("PowerHA planning guide: storage replication",),
    ),
    Question(
        "OPEN-GLVM",
        GlvmVolumeGroup,
        (
            ("volume_group", "Volume group"),
            ("mode", "Mode"),
            ("first_disks", "Disks of the first site"),
            ("second_disks", "Disks of the second site"),
            ("networks", "Networks of the mirror"),
            ("rpv_servers", "RPV servers"),
            ("rpv_clients", "RPV clients"),
        ),
        "What is lost with a site, and over which way the mirror runs, is judged only once it is "
        "entered.",
        ("R8", "PowerHA planning guide: GLVM"),
    ),
    Question(
        "OPEN-APP",
        ApplicationController,
        (
            ("startup_mode", "Startup mode"),
            ("location", "Place of programs and data"),
            ("asks_for_input", "Whether it asks for input"),
            ("kills_by_name", "Whether its stop script kills by name"),
        ),
        "An application that cannot start unattended on another node is not highly available, "
        "whatever the hardware.",
        ("P1", "P3", "P8", "D5"),
    ),
    Question(
        "OPEN-MONITOR",
        ApplicationMonitor,
        (
            ("mode", "Mode"),
            ("stabilization_interval", "Stabilization interval"),
            ("restart_count", "Restart count"),
            ("failure_action", "Action on failure"),
            ("tested", "Whether it has been tested"),
        ),
        "These say when a monitor gives up restarting and what happens then.",
        ("P7", "O1"),
    ),
    Question(
        "OPEN-DUTIES",
        ApplicationController,
        (
            ("ends_if_running", "Whether the start script ends if it runs already"),
            ("checks_environment", "Whether the start script checks its environment"),
            ("branches_by_host", "Whether the start script branches by host name"),
            ("checks_data", "Whether the start script checks the data"),
            ("checks_prerequisites", "Whether the start script checks what it needs"),
            ("raises_alerts", "Whether the start script raises alerts"),
            ("ends_children", "Whether the stop script ends child processes"),
            ("frees_file_systems", "Whether the stop script frees the file systems"),
            ("forces_leftovers", "Whether the stop script forces what is left"),
            ("returns_zero", "Whether the stop script returns 0"),
            ("logs_verbosely", "Whether the scripts log verbosely"),
            ("documented_commands", "Whether the scripts use documented commands only"),
        ),
        "Most takeovers that fail do so in these two scripts. Each duty is asked once, before "
        "the first takeover asks it.",
        ("P4", "P5", "P6", "P9"),
        everywhere=False,
    ),
    Question(
        "OPEN-SERVICE",
        Application,
        (
            ("owner", "Owner"),
            ("controllers", "Controllers"),
            ("strategy", "Strategy"),
            ("prompts", "Whether it asks for input"),
            ("host_bindings", "What it is bound to"),
            ("licence", "Licences"),
            ("start_procedure", "How it is started"),
            ("stop_procedure", "How it is stopped"),
            ("recovery", "Recovery of data"),
            ("script_maintainer", "Who keeps the scripts"),
        ),
        "Whoever writes the scripts, and whoever stands in for them at night, works from these "
        "answers.",
        ("P1", "P2", "P4", "P5", "R6"),
        everywhere=False,
    ),
    Question(
        "OPEN-EVENT",
        CustomEvent,
        (
            ("documented_only", "Whether the script uses documented commands only"),
            ("log", "Log"),
            ("maintained_by", "Who maintains it"),
        ),
        "A script inside a cluster event fails together with the event; then its log and the "
        "person who knows it are needed.",
        ("P6", "P9", "S9"),
    ),
    Question(
        "OPEN-COLLECTION",
        FileCollection,
        (
            ("sync_with_cluster", "Whether it is sent when the cluster is synchronised"),
            ("sync_when_changed", "Whether it is sent when a file changes"),
        ),
        "A file collection whose files are never sent keeps nothing equal.",
        ("D10", "P3"),
    ),
    Question(
        "OPEN-METHOD",
        CustomMethod,
        (("type", "Type"), ("description", "Description")),
        "PowerHA has to be told when to run a method, and people what its complaint means.",
        ("D10",),
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
    Question(
        "OPEN-ADMIN",
        Administrator,
        (("trained", "Training"), ("root_access", "Root access")),
        "Root access on a cluster node belongs in trained hands only.",
        ("D4",),
        everywhere=False,
    ),
)


def _check(question: Question) -> Check:
    def check(design: Design, rule: Rule) -> Iterator[Finding]:
        plan = design.plan
        if len(plan.rows(question.kind)) < question.least:
            return
        for column, words in question.columns:
            unanswered = [
                row
                for row in plan.rows(question.kind)
                if getattr(row, column) in (None, "", ()) and question.where(row)
            ]
            if unanswered:
                marked = layout_of(design).in_order(unanswered)[:_MARKED]
                names = f"{len(unanswered)} rows"
                if len(unanswered) <= _MARKED:
                    names = listed(plan.title(question.kind, row.key) for row in unanswered)
                yield rule.at(
                    sheet(question.kind, column),
                    *(cell(row, column) for row in marked),
                    title=f"{words} is not entered for {names}",
                )

    check.__doc__ = question.why
    return check


def ask(*questions: Question) -> None:
    """Register a rule for each question."""
    for question in questions:
        rule(
            question.id,
            f"Open questions about {question.kind.slug.replace('_', ' ')} rows",
            severity=Severity.ADVICE,
            outside_production=Severity.ADVICE if question.everywhere else None,
            sources=question.sources,
            fix="Enter the answers.",
        )(_check(question))


ask(*QUESTIONS)
