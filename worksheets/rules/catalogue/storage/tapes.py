"""Tape drives that move with a group."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.card import CardKind
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.port import Port
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.plan.rows.tape_drive import TapeDrive
from worksheets.plan.rows.virtual_io_server import VirtualIoServer
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_GUIDE = "PowerHA planning guide: tape drives"
_SCRIPTS = (
    ("start_script", "start", "what the lost node held reserved stays so"),
    ("stop_script", "stop", "the drive stays reserved when the group leaves"),
)


def _reaching(design: Design, drive: TapeDrive) -> tuple[set[str], set[str]]:
    """Nodes (keys) with a port to the drive, and frames (keys) with a server that has one."""
    plan, layout = design.plan, layout_of(design)
    nodes = {layout.node_of_port[key] for key in drive.ports if key in layout.node_of_port}
    servers = [layout.server_of_port[key] for key in drive.ports if key in layout.server_of_port]
    return nodes, {row.frame for row in plan.pick(VirtualIoServer, servers) if row.frame}


@rule(
    "TAPE-REACH",
    "Node of a group that does not reach its tape drive",
    severity=Severity.BLOCKER,
    sources=(_GUIDE, "S6"),
    fix="Zone the drive to a port of the node and enter that port, or take the node off the list.",
)
def tape_reach(design: Design, rule: Rule) -> Iterator[Finding]:
    """A drive moves with its group only to nodes that reach it, through a Fibre Channel port of
    their own or of a Virtual I/O Server in their frame."""
    plan = design.plan
    for group in plan.rows(ResourceGroup):
        for drive in plan.pick(TapeDrive, dict.fromkeys(group.tapes)):
            nodes, frames = _reaching(design, drive)
            away = [
                node
                for node in plan.pick(Node, dict.fromkeys(group.nodes))
                if node.key not in nodes and node.frame not in frames
            ]
            if away and (nodes or frames):
                yield rule.at(
                    cell(drive, "ports"),
                    cell(group, "nodes"),
                    title=f"{listed(node.name for node in away)} of {group.name} cannot reach the "
                    f"tape drive {drive.name}",
                    about=group.key,
                )


@rule(
    "TAPE-PORT",
    "Tape drive on a port that is not Fibre Channel",
    severity=Severity.BLOCKER,
    sources=(_GUIDE,),
    fix="Choose Fibre Channel ports, or correct the kind of the card.",
)
def tape_port(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA takes along drives on Fibre Channel; no other card leads to them from two nodes."""
    plan, cards = design.plan, layout_of(design).card_of
    for drive in plan.rows(TapeDrive):
        wrong = [
            key
            for key in dict.fromkeys(drive.ports)
            if key in cards and cards[key].kind is not CardKind.FIBRE_CHANNEL
        ]
        if wrong:
            yield rule.at(
                cell(drive, "ports"),
                *(cell(cards[key], "kind") for key in wrong),
                title=f"The tape drive {drive.name} hangs on "
                f"{listed(plan.title(Port, key) for key in wrong)}, which is not Fibre Channel",
            )


@rule(
    "TAPE-SHARED-PORT",
    "Tape drive and disks on one port",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=(_GUIDE, "per IBM guides"),
    fix="Plan a port of its own for tapes on each node.",
)
def tape_shared_port(design: Design, rule: Rule) -> Iterator[Finding]:
    """Tapes move large blocks and reset their port when they fail, and disks on the same port
    feel both. Separate ports keep a backup from slowing or failing the application."""
    plan = design.plan
    drives = plan.rows(TapeDrive)
    taken = {key for path in plan.rows(DiskPath) for key in path.ports} if drives else set()
    for drive in drives:
        shared = [key for key in drive.ports if key in taken]
        if shared:
            yield rule.at(
                cell(drive, "ports"),
                title=f"The tape drive {drive.name} shares "
                f"{listed(plan.title(Port, key) for key in shared)} with disks",
            )


@rule(
    "TAPE-SCRIPTS",
    "Tape drive without start or stop script",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(_GUIDE, "P6"),
    fix="Enter the full path of the script.",
)
def tape_scripts(design: Design, rule: Rule) -> Iterator[Finding]:
    """A drive is reserved by one node at a time. The scripts release it before the group leaves,
    and clear what a lost node left behind."""
    for drive in design.plan.rows(TapeDrive):
        for column, word, follows in _SCRIPTS:
            if not getattr(drive, column):
                yield rule.at(
                    cell(drive, column),
                    title=f"The tape drive {drive.name} has no {word} script: {follows}",
                )


@rule(
    "TAPE-ASYNCHRONOUS",
    "Group that leaves before its tape drive is free",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(_GUIDE, "P5"),
    fix='Answer "Wait for stop" with yes.',
)
def tape_asynchronous(design: Design, rule: Rule) -> Iterator[Finding]:
    """If PowerHA does not wait for the stop script, the next node may find the drive still
    reserved, and its own script fails."""
    for drive in design.plan.rows(TapeDrive):
        if drive.stop_script and drive.stop_synchronous is False:
            yield rule.at(
                cell(drive, "stop_synchronous"),
                title=f"Nobody waits until the tape drive {drive.name} is released",
            )
