"""Times in which PowerHA leaves groups alone: live moves of partitions, skipped events."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import by_name, listed
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.cluster_options import ClusterOptions, MobilityPolicy
from worksheets.plan.rows.node import Node
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import HEARTBEAT_FREQUENCY
from worksheets.rules.registry import Rule, rule


def _moving(design: Design) -> list[str]:
    return by_name(node.name for node in design.plan.rows(Node) if node.live_mobility)


def _unwatched(design: Design) -> list[str]:
    """Names of the applications that no monitor watches."""
    watched = layout_of(design).monitors_of
    rows = design.plan.rows(ApplicationController)
    return by_name(row.name for row in rows if row.key not in watched)


@rule(
    "UNMANAGED-MOVE",
    "Groups left alone during a live move",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("U6", "per IBM guides"),
    fix="Let PowerHA manage the groups during the move, and raise its failure timeout instead.",
)
def unmanaged_move(design: Design, rule: Rule) -> Iterator[Finding]:
    """While its groups are unmanaged an application is not highly available. When PowerHA takes
    the group back, the monitor decides whether the application runs; without one it is started
    a second time."""
    for row in design.plan.rows(ClusterOptions):
        moving = _moving(design)
        if row.lpm_policy is not MobilityPolicy.UNMANAGE or not moving:
            continue
        unwatched = _unwatched(design)
        yield rule.at(
            cell(row, "lpm_policy"),
            title=f"While {listed(moving)} moves live, its groups are unmanaged",
            detail=f"{listed(unwatched)} has no monitor that tells whether it still runs."
            if unwatched
            else "",
            severity=Severity.WARNING if unwatched else Severity.ADVICE,
        )


@rule(
    "UNMANAGED-SKIP",
    "Events skipped when groups are managed again",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("U6", "per IBM guides"),
    fix="Give each application a monitor, or let the events run.",
)
def unmanaged_skip(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node whose groups were unmanaged takes them back as if nothing had happened. Whether an
    application died meanwhile only its monitor notices."""
    for row in design.plan.rows(ClusterOptions):
        unwatched = _unwatched(design)
        if row.skip_event_processing_manage_node and unwatched:
            yield rule.at(
                cell(row, "skip_event_processing_manage_node"),
                title=f"Events are skipped when a node is managed again, and no monitor watches "
                f"{listed(unwatched)}",
            )


@rule(
    "LPM-TIMEOUT",
    "Failure timeout that is not raised for live moves",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("A5", "per IBM guides"),
    fix="Enter a longer node failure timeout for the time of the move.",
)
def lpm_timeout(design: Design, rule: Rule) -> Iterator[Finding]:
    """A partition stands still for seconds while it moves. The others must not take that for its
    death."""
    for row in design.plan.rows(ClusterOptions):
        moving = _moving(design)
        usual = row.heartbeat_frequency or HEARTBEAT_FREQUENCY.low
        raised = row.heartbeat_frequency_during_lpm
        if moving and not raised:
            yield rule.at(
                cell(row, "heartbeat_frequency_during_lpm"),
                title=f"No failure timeout is set for the time in which {listed(moving)} moves",
                severity=Severity.ADVICE,
            )
        elif moving and raised and raised <= usual:
            yield rule.at(
                cell(row, "heartbeat_frequency_during_lpm"),
                cell(row, "heartbeat_frequency"),
                title=f"The failure timeout during a live move is {raised} s, not above the usual "
                f"{usual} s",
            )


@rule(
    "LPM-RANGE",
    "Failure timeout for live moves out of range",
    severity=Severity.BLOCKER,
    sources=("A5", "PowerHA planning guide: failure detection", "per IBM guides"),
    fix="Enter a time within the range, or clear it to keep the default.",
)
def lpm_range(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA takes the same range as for the usual failure timeout; 0 keeps the default."""
    span = HEARTBEAT_FREQUENCY
    for row in design.plan.rows(ClusterOptions):
        seconds = row.heartbeat_frequency_during_lpm
        if seconds and not span.lowest <= seconds <= span.highest:
            yield rule.at(
                cell(row, "heartbeat_frequency_during_lpm"),
                title=f"The failure timeout during a live move is {seconds} s; PowerHA takes "
                f"{span.lowest} to {span.highest} s",
            )


@rule(
    "LPM-IDLE",
    "Settings for live moves that no node makes",
    severity=Severity.ADVICE,
    sources=("A4", "U6"),
    fix="Say which nodes may move live, or clear the settings.",
)
def lpm_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """All nodes are entered as fixed to their frames, for instance because of their adapters.
    These settings then suggest a freedom that is not there."""
    nodes = design.plan.rows(Node)
    if not nodes or any(node.live_mobility is not False for node in nodes):
        return
    for row in design.plan.rows(ClusterOptions):
        given = [
            column
            for column in ("lpm_policy", "heartbeat_frequency_during_lpm")
            if getattr(row, column)
        ]
        if given:
            yield rule.at(
                *(cell(row, column) for column in given),
                title="Settings for live moves are entered, but no node may move live",
            )
