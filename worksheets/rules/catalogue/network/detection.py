"""Times after which a failure is believed."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.cluster_options import ClusterOptions, HeartbeatType
from worksheets.rules import limits
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.limits import Span
from worksheets.rules.registry import Rule, rule

_TIMES: tuple[tuple[str, str, Span], ...] = (
    ("heartbeat_frequency", "node failure detection time", limits.HEARTBEAT_FREQUENCY),
    ("grace_period", "grace period", limits.GRACE_PERIOD),
    (
        "network_failure_detection_time",
        "network failure detection time",
        limits.NETWORK_FAILURE_DETECTION_TIME,
    ),
    ("site_heartbeat_cycle", "failure detection time between sites", limits.SITE_HEARTBEAT_CYCLE),
    ("site_grace_period", "grace period between sites", limits.SITE_GRACE_PERIOD),
)


def _set_times(design: Design) -> Iterator[tuple[ClusterOptions, str, str, Span, int]]:
    """Times that differ from "take the default"; 0 is PowerHA's word for that."""
    for row in design.plan.rows(ClusterOptions):
        for column, words, span in _TIMES:
            value = getattr(row, column)
            if value:
                yield row, column, words, span, value


@rule(
    "DETECT-RANGE",
    "Detection time out of range",
    severity=Severity.BLOCKER,
    sources=("A5", "PowerHA planning guide: failure detection", "per IBM guides"),
    fix="Enter a time within the range, or clear it to keep the default.",
)
def detect_range(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA refuses times outside its ranges."""
    for row, column, words, span, value in _set_times(design):
        if not span.lowest <= value <= span.highest:
            yield rule.at(
                cell(row, column),
                title=f"The {words} is {value} s; PowerHA takes {span.lowest} to {span.highest} s",
            )


@rule(
    "DETECT-LOW",
    "Detection time so short that false alarms are likely",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("A5", "per IBM guides"),
    fix="Go back to the default unless a measurement under full load supports the short time.",
)
def detect_low(design: Design, rule: Rule) -> Iterator[Finding]:
    """Below the default a busy moment, a switch restart or a partition move can look like a
    dead node or network, and a needless takeover follows."""
    for row, column, words, span, value in _set_times(design):
        if span.lowest <= value < span.low:
            yield rule.at(
                cell(row, column),
                title=f"The {words} of {value} s is below the usual {span.low} s",
            )


@rule(
    "DETECT-RATIONALE",
    "Detection times changed without a reason",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("A5",),
    fix="Write down why the times were changed and what was measured, or clear them.",
)
def detect_rationale(design: Design, rule: Rule) -> Iterator[Finding]:
    """These times hold for all networks of the cluster. Whoever changes them later must know
    what they were chosen for."""
    for row in design.plan.rows(ClusterOptions):
        changed = {column: words for column, words, _ in _TIMES if getattr(row, column)}
        if changed and not row.detection_rationale.strip():
            yield rule.at(
                cell(row, "detection_rationale"),
                *(cell(row, column) for column in changed),
                title=f"No reason is given for the {listed(changed.values())}",
            )


@rule(
    "DETECT-MULTICAST",
    "Multicast address that is not used",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("PowerHA planning guide: heartbeat",),
    fix="Clear the address, or choose multicast heartbeat.",
)
def detect_multicast(design: Design, rule: Rule) -> Iterator[Finding]:
    """With unicast heartbeat no multicast address is used; one that is entered suggests that
    somebody expects multicast."""
    for row in design.plan.rows(ClusterOptions):
        if row.cluster_ip and row.heartbeat_type is HeartbeatType.UNICAST:
            yield rule.at(
                cell(row, "cluster_ip"),
                cell(row, "heartbeat_type"),
                title=f"The multicast address {row.cluster_ip} is entered, "
                "but heartbeat is unicast",
            )
