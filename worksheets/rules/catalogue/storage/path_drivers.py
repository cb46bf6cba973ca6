"""Paths to disks: how many, and through which driver."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.card import CardKind
from worksheets.plan.rows.disk_path import DiskPath, PathAlgorithm, PathDriver
from worksheets.plan.rows.network import Network, NetworkKind
from worksheets.plan.rows.virtual_io_server import DiskService, VirtualIoServer
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.layout import layout_of
from worksheets.rules.registry import Rule, rule

_OLD_DRIVERS = (PathDriver.SDD, PathDriver.SDDPCM)


@rule(
    "DISK-PATH-COUNT",
    "Number of paths that does not fit",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("S6", "V4", "PowerHA planning guide: shared disks"),
    fix="Count the paths with lspath on the node, and zone a second one where there is one only.",
)
def disk_path_count(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each port of the node leads to a disk by one path or more. Fewer paths than ports means
    that a port is not zoned; a single path means that any failure on the way cuts the node off."""
    for row in design.plan.rows(DiskPath):
        count = row.path_count
        if count is None or (count > 1 and count >= len(row.ports)):
            continue
        name = design.plan.title(DiskPath, row.key)
        ports = f" over {len(row.ports)} ports" if len(row.ports) > 1 else ""
        yield rule.at(
            cell(row, "path_count"),
            cell(row, "ports"),
            title=f"{name} has {count} {'path' if count == 1 else 'paths'}{ports}",
        )


@rule(
    "DISK-DRIVER-PORTS",
    "Path driver that does not fit the ports",
    severity=Severity.WARNING,
    sources=("V4", "V5", "PowerHA planning guide: shared disks"),
    fix="Correct the driver, or the ports and the disk service of the Virtual I/O Servers.",
)
def disk_driver_ports(design: Design, rule: Rule) -> Iterator[Finding]:
    """A virtual SCSI disk comes through Virtual I/O Servers, never through a port of the node,
    and takes the paths in turn only when one fails. By NPIV the node itself has the driver of
    the storage unit."""
    plan, layout = design.plan, layout_of(design)
    for row in plan.rows(DiskPath):
        if row.driver is None:
            continue
        keys = dict.fromkeys(layout.server_of_port.get(port, "") for port in row.ports)
        services = {server.disk_service for server in plan.pick(VirtualIoServer, keys)}
        virtual = row.driver is PathDriver.VSCSI
        if virtual and any(port in layout.node_of_port for port in row.ports):
            what = "is virtual SCSI over a port of the node itself"
        elif virtual and DiskService.NPIV in services:
            what = "is virtual SCSI through a server that offers NPIV only"
        elif not virtual and DiskService.VSCSI in services:
            what = "comes by virtual SCSI and is entered with another driver"
        else:
            continue
        yield rule.at(
            cell(row, "driver"),
            cell(row, "ports"),
            title=f"{plan.title(DiskPath, row.key)} {what}",
        )


@rule(
    "DISK-ALGORITHM",
    "Path algorithm that virtual SCSI does not have",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("V4", "PowerHA planning guide: shared disks"),
    fix="Choose fail_over; spread the load by giving the disks different first paths.",
)
def disk_algorithm(design: Design, rule: Rule) -> Iterator[Finding]:
    """Virtual SCSI disks use one path at a time. Another algorithm is refused when the disk is
    configured."""
    for row in design.plan.rows(DiskPath):
        if row.algorithm is None or row.algorithm is PathAlgorithm.FAIL_OVER:
            continue
        if row.driver is PathDriver.VSCSI:
            yield rule.at(
                cell(row, "algorithm"),
                cell(row, "driver"),
                title=f"{design.plan.title(DiskPath, row.key)} is virtual SCSI with "
                f"{row.algorithm.label}",
            )


@rule(
    "DISK-DRIVER-OLD",
    "Path driver that is withdrawn",
    severity=Severity.ADVICE,
    sources=("D2", "per IBM guides"),
    fix="Plan the AIX PCM instead; it comes with AIX and is kept up with it.",
)
def disk_driver_old(design: Design, rule: Rule) -> Iterator[Finding]:
    """SDD and SDDPCM are withdrawn. Newer levels of AIX and newer machines do not have them."""
    rows = [row for row in design.plan.rows(DiskPath) if row.driver in _OLD_DRIVERS]
    if rows:
        drivers = {row.driver.label for row in rows if row.driver is not None}
        yield rule.at(
            sheet(DiskPath, "driver"),
            *(cell(row, "driver") for row in layout_of(design).in_order(rows)[:50]),
            title=f"{len(rows)} {'path uses' if len(rows) == 1 else 'paths use'} {listed(drivers)}",
        )


@rule(
    "NET-TARGET-MODE",
    "SAN heartbeat over cards that cannot take it",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("W3", "PowerHA planning guide: SAN heartbeat"),
    fix="Plan a Fibre Channel card that supports target mode in each node, zoned with the others.",
)
def net_target_mode(design: Design, rule: Rule) -> Iterator[Finding]:
    """SAN heartbeat goes from card to card, and the one that receives works in target mode. A
    node without such a card is not heard over the SAN, whatever the worksheet of networks says."""
    plan, layout = design.plan, layout_of(design)
    san = [row for row in plan.rows(Network) if row.kind is NetworkKind.SANCOMM]
    if not san:
        return
    answers: dict[str, dict[str, bool | None]] = {}
    for port, card in layout.card_of.items():
        if card.kind is CardKind.FIBRE_CHANNEL and card.node and port:
            answers.setdefault(card.node, {})[card.key] = card.target_mode
    for node in layout.nodes:
        cards = answers.get(node.key)
        if cards and all(answer is False for answer in cards.values()):
            yield rule.at(
                cell(node),
                *(cell(san_row, "kind") for san_row in layout.in_order(san)),
                title=f"No Fibre Channel card of {node.name} supports target mode",
            )
