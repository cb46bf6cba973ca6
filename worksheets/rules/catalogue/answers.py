"""Questions that nobody has answered yet: one finding for each column that other rules need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from worksheets.failures.words import listed
from worksheets.plan.row import Row
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.application_monitor import ApplicationMonitor
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.power_circuit import PowerCircuit
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Check, Rule, rule

_MARKED = 50


@dataclass(frozen=True)
class Question:
    """Columns (with their words) of a worksheet that somebody should answer, and why.

    `least`: how many rows there must be before the question makes sense. `in_production`: a test
    cluster may leave it open.
    """

    id: str
    kind: type[Row]
    columns: tuple[tuple[str, str], ...]
    why: str
    sources: tuple[str, ...]
    least: int = 1
    in_production: bool = False


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
        in_production=True,
    ),
    Question(
        "OPEN-CIRCUIT",
        PowerCircuit,
        (("ups", "UPS"),),
        "A circuit with an uninterruptible supply does not go dark; without an answer the "
        "analysis takes it that it does.",
        ("S2",),
        in_production=True,
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
        ),
        "These say when a monitor gives up restarting and what happens then.",
        ("P7", "O1"),
    ),
    Question(
        "OPEN-ADMIN",
        Administrator,
        (("trained", "Training"), ("root_access", "Root access")),
        "Root access on a cluster node belongs in trained hands only.",
        ("D4",),
        in_production=True,
    ),
)


def _check(question: Question) -> Check:
    def check(design: Design, rule: Rule) -> Iterator[Finding]:
        plan = design.plan
        if len(plan.rows(question.kind)) < question.least:
            return
        for column, words in question.columns:
            unanswered = [
                row for row in plan.rows(question.kind) if getattr(row, column) in (None, "")
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


for _question in QUESTIONS:
    rule(
        _question.id,
        f"Open questions about {_question.kind.slug.replace('_', ' ')} rows",
        severity=Severity.ADVICE,
        outside_production=None if _question.in_production else Severity.ADVICE,
        sources=_question.sources,
        fix="Enter the answers.",
    )(_check(_question))
