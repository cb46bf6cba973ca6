"""Running the cluster: verification, alerts, name resolution."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.cluster_event import ClusterEvent
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.monitoring_item import MonitoringItem
from worksheets.plan.rows.name_resolution import NameResolution
from worksheets.plan.rows.remote_notification import RemoteNotification
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.registry import Rule, rule


def _unsettled(design: Design, rule: Rule, column: str, no: str, topic: str) -> Iterator[Finding]:
    """A finding where the answer is no, and advice where nobody has answered."""
    for row in design.plan.rows(ClusterOptions):
        answer = getattr(row, column)
        if answer is False:
            yield rule.at(cell(row, column), title=no)
        elif answer is None:
            yield rule.at(
                cell(row, column), title=f"Nobody has said yet {topic}", severity=Severity.ADVICE
            )


@rule(
    "RUN-VERIFICATION",
    "No daily verification",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("T6", "D10"),
    fix="Turn automatic verification on, and name somebody who reads its result.",
)
def run_verification(design: Design, rule: Rule) -> Iterator[Finding]:
    """Clusters drift: somebody changes one node and not the other. Daily verification finds it
    before a takeover does."""
    yield from _unsettled(
        design,
        rule,
        "daily_verification",
        "The daily verification is off",
        "whether the cluster is verified daily",
    )


@rule(
    "RUN-ROOTVG-EVENT",
    "Loss of rootvg starts no fallover",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("N8",),
    fix="Plan the response to the rootvg system event as an event with a fallover.",
)
def run_rootvg_event(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node that has lost its rootvg may go on sending heartbeats while nothing on it works.
    AIX reports the loss; PowerHA should act on it."""
    yield from _unsettled(
        design,
        rule,
        "rootvg_event",
        "A node that loses its rootvg keeps its groups",
        "what happens when a node loses its rootvg",
    )


@rule(
    "RUN-RESOLVE",
    "Names are not looked up locally first",
    severity=Severity.WARNING,
    sources=("W10",),
    fix="Set hosts = local, bind in /etc/netsvc.conf, and enter every label in /etc/hosts.",
)
def run_resolve(design: Design, rule: Rule) -> Iterator[Finding]:
    """While networks fail or addresses move, a name server may not answer. Cluster events that
    wait for one take minutes longer or fail. Once the order is entered node by node, that is what
    counts."""
    if any(row.order is not None for row in design.plan.rows(NameResolution)):
        return
    yield from _unsettled(
        design,
        rule,
        "resolve_locally",
        "Nodes ask a name server before their own hosts file",
        "whether nodes look names up in their own hosts file first",
    )


@rule(
    "RUN-ALERTS",
    "Nobody is told about a failure",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("O4", "D10"),
    fix="Write down who is told when something fails, and by which way.",
)
def run_alerts(design: Design, rule: Rule) -> Iterator[Finding]:
    """After a fallover the application runs, but without its spare. If nobody notices, the next
    failure finds a cluster that is none. Whoever plans notifications or monitoring has said who
    is told."""
    plan = design.plan
    commands = any(row.notify_command for row in plan.rows(ClusterEvent))
    watched = bool(plan.rows(MonitoringItem))
    if commands or watched or plan.rows(RemoteNotification):
        return
    for row in plan.rows(ClusterOptions):
        if not row.alerts.strip():
            yield rule.at(cell(row, "alerts"), title="No alerts are planned")


@rule(
    "RUN-OWNER",
    "Cluster without an owner",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("R6", "M6"),
    fix="Enter the team or person that answers for the cluster.",
)
def run_owner(design: Design, rule: Rule) -> Iterator[Finding]:
    """Risks are accepted and changes agreed by somebody with a name."""
    for row in design.plan.rows(ClusterOptions):
        if not row.owner.strip():
            yield rule.at(cell(row, "owner"), title=f"{row.name} has no owner")
