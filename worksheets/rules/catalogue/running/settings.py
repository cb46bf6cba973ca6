"""Settings of the cluster that need others, or contradict them."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.cluster_options import (
    ClusterOptions,
    PreferredRead,
    PvmWatchdog,
    RepositoryMode,
    SiteFailureAction,
    TemporaryHostname,
)
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.limits import CRITICAL_DAEMON_GRACE
from worksheets.rules.registry import Rule, rule

_VERIFICATION = (
    ("verification_node", "node"),
    ("verification_hour", "hour"),
    ("verification_debugging", "debugging"),
)
_SITES = (
    ("site_heartbeat_cycle", "site failure timeout"),
    ("site_grace_period", "site grace period"),
    ("site_policy_failure_action", "recovery across sites"),
    ("site_policy_notify_method", "site notify script"),
)
_HARD = (PvmWatchdog.HARD_RESET, PvmWatchdog.HARD_POWER_OFF)


def _is_set(value: object) -> bool:
    """Whether a cell says something; the hour 0 does, a plain no does not."""
    return value not in (None, "") and value is not False


@rule(
    "OPT-VERIFICATION",
    "Details of a daily verification that is off",
    severity=Severity.ADVICE,
    sources=("T6", "D10"),
    fix="Turn the daily verification on, or clear its details.",
)
def opt_verification(design: Design, rule: Rule) -> Iterator[Finding]:
    """Whoever reads the node and the hour believes that the cluster is verified."""
    for row in design.plan.rows(ClusterOptions):
        given = {column: words for column, words in _VERIFICATION if _is_set(getattr(row, column))}
        if row.daily_verification is False and given:
            yield rule.at(
                cell(row, "daily_verification"),
                *(cell(row, column) for column in given),
                title=f"The daily verification is off, but settings are left of: "
                f"{', '.join(given.values())}",
            )


@rule(
    "OPT-SITES",
    "Settings for sites in a cluster without sites",
    severity=Severity.ADVICE,
    sources=("S10", "PowerHA planning guide: sites"),
    fix="Clear them, or choose the stretched or linked type.",
)
def opt_sites(design: Design, rule: Rule) -> Iterator[Finding]:
    """A standard cluster has no sites for PowerHA; these settings do nothing there."""
    if has_powerha_sites(design.plan):
        return
    for row in design.plan.rows(ClusterOptions):
        given = {
            column: words for column, words in _SITES if getattr(row, column) not in (None, "")
        }
        if row.lvm_preferred_read is PreferredRead.SITE_AFFINITY:
            given["lvm_preferred_read"] = "preferred read"
        if given:
            yield rule.at(
                *(cell(row, column) for column in given),
                title=f"PowerHA knows no sites here, but sites are meant by: "
                f"{', '.join(given.values())}",
            )


@rule(
    "OPT-SITE-NOTIFY",
    "Notification about a site without a script, or a script without it",
    severity=Severity.WARNING,
    sources=("O4", "S10"),
    fix="Enter the script where the action is to notify, and clear it elsewhere.",
)
def opt_site_notify(design: Design, rule: Rule) -> Iterator[Finding]:
    """With the action "notify" nothing moves to the other site until somebody decides, who has
    to be told first."""
    for row in design.plan.rows(ClusterOptions):
        notifies = row.site_policy_failure_action is SiteFailureAction.NOTIFY
        if notifies and not row.site_policy_notify_method:
            yield rule.at(
                cell(row, "site_policy_notify_method"),
                cell(row, "site_policy_failure_action"),
                title="Recovery across sites only notifies, and no script is entered",
            )
        elif row.site_policy_notify_method and not notifies:
            yield rule.at(
                cell(row, "site_policy_failure_action"),
                cell(row, "site_policy_notify_method"),
                title=f"{row.site_policy_notify_method} is never called; the action is not to "
                "notify",
                severity=Severity.ADVICE,
            )


@rule(
    "OPT-REPOSITORY",
    "Nodes that go down with the repository",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("S7", "PowerHA planning guide: repository disk", "per IBM guides"),
    fix="Choose the event, and replace the repository disk while the cluster runs.",
)
def opt_repository(design: Design, rule: Rule) -> Iterator[Finding]:
    """With "assert" each node that cannot reach the repository disk goes down at once. If the
    disk itself is lost, that is every node, though all applications could go on."""
    for row in design.plan.rows(ClusterOptions):
        if row.caa_repos_mode is RepositoryMode.ASSERT:
            yield rule.at(
                cell(row, "caa_repos_mode"),
                title="All nodes go down when the repository disk is lost",
            )


@rule(
    "OPT-WATCHDOG",
    "Watchdog that leaves no dump",
    severity=Severity.ADVICE,
    sources=("N7", "per IBM guides"),
    fix="Choose dump_restart unless a half-dead node must be stopped faster than it can dump.",
)
def opt_watchdog(design: Design, rule: Rule) -> Iterator[Finding]:
    """A node that the hypervisor resets or switches off leaves no dump, so nobody learns what
    made it hang."""
    for row in design.plan.rows(ClusterOptions):
        if row.caa_pvm_watchdog_timer in _HARD:
            yield rule.at(
                cell(row, "caa_pvm_watchdog_timer"),
                title=f"The watchdog acts by {row.caa_pvm_watchdog_timer.label}",
            )


@rule(
    "OPT-DAEMON-GRACE",
    "Grace period of critical daemons out of range",
    severity=Severity.BLOCKER,
    sources=("PowerHA administration guide: critical daemons", "per IBM guides"),
    fix="Enter a time within the range, or clear it to keep the default.",
)
def opt_daemon_grace(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA refuses times outside its range."""
    span = CRITICAL_DAEMON_GRACE
    for row in design.plan.rows(ClusterOptions):
        seconds = row.crit_daemon_restart_grace_period
        if seconds is not None and not span.lowest <= seconds <= span.highest:
            yield rule.at(
                cell(row, "crit_daemon_restart_grace_period"),
                title=f"The daemon restart grace is {seconds} s; PowerHA takes {span.lowest} to "
                f"{span.highest} s",
            )


@rule(
    "OPT-HOST-NAME",
    "Changing host name that a start script relies on",
    severity=Severity.WARNING,
    sources=("P2", "P4", "per IBM guides"),
    fix="Do not allow temporary host names, or let the script ask for the node name of PowerHA.",
)
def opt_host_name(design: Design, rule: Rule) -> Iterator[Finding]:
    """Some start scripts do different things on different hosts. Where the host name may change
    for a time, such a script can take the wrong way."""
    scripts = [row for row in design.plan.rows(ApplicationController) if row.branches_by_host]
    for row in design.plan.rows(ClusterOptions):
        if row.temp_hostname is TemporaryHostname.ALLOW and scripts:
            yield rule.at(
                cell(row, "temp_hostname"),
                title=f"Host names may change, and {listed(one.name for one in scripts)} branches "
                "by host name",
            )
