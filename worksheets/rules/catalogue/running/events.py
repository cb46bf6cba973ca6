"""Cluster events and the scripts that run with them."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.plan.rows.cluster_event import ClusterEvent
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.custom_event import CustomEvent
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell
from worksheets.rules.layout import layout_of
from worksheets.rules.limits import EVENT_TIME, GROUP_TIME
from worksheets.rules.registry import Rule, rule

_STARTING = frozenset(
    {"node_up", "node_up_local", "node_up_complete", "node_down", "node_down_remote"}
    | {"rg_move", "rg_move_acquire", "rg_online", "start_server", "site_down", "site_down_remote"}
)
_DOING = (
    *("event_command", "notify_command", "pre_events", "post_events"),
    *("recovery_command", "time_until_warning"),
)


@rule(
    "EVENT-SCRIPT",
    "Custom event without a script",
    severity=Severity.BLOCKER,
    sources=("PowerHA planning guide: cluster events",),
    fix="Enter the full path of the script; it is the same on every node.",
)
def event_script(design: Design, rule: Rule) -> Iterator[Finding]:
    """A custom event is a name and a script. Without the script there is nothing to run."""
    for row in design.plan.rows(CustomEvent):
        if not row.script:
            yield rule.at(cell(row, "script"), title=f"{row.name} has no script")


@rule(
    "EVENT-DOCUMENTED",
    "Event script with undocumented commands",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("P9",),
    fix="Use only utilities that have a man page.",
)
def event_documented(design: Design, rule: Rule) -> Iterator[Finding]:
    """A script that calls inner parts of PowerHA may fail after the next fix, inside an event
    that then fails with it."""
    for row in design.plan.rows(CustomEvent):
        if row.documented_only is False:
            yield rule.at(
                cell(row, "documented_only"),
                title=f"{row.name} uses commands of PowerHA that have no man page",
            )


@rule(
    "EVENT-IDLE",
    "Custom event that nothing runs",
    severity=Severity.ADVICE,
    sources=("PowerHA planning guide: cluster events",),
    fix="Name it as a pre- or post-event of a cluster event, or remove it.",
)
def event_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """A custom event runs before or after a cluster event that names it. This one never runs."""
    used = {
        key for row in design.plan.rows(ClusterEvent) for key in (*row.pre_events, *row.post_events)
    }
    for row in design.plan.rows(CustomEvent):
        if row.key not in used:
            yield rule.at(cell(row), title=f"No cluster event runs {row.name}")


@rule(
    "EVENT-REPLACED",
    "Script of PowerHA replaced by another",
    severity=Severity.WARNING,
    sources=("D9", "P9", "PowerHA planning guide: cluster events"),
    fix="Leave the event command empty, and do what is missing in a pre- or post-event.",
)
def event_replaced(design: Design, rule: Rule) -> Iterator[Finding]:
    """The script in its place has to do all that PowerHA's own does, and follow each of its
    updates. Support begins with the question whether this was changed."""
    for row in design.plan.rows(ClusterEvent):
        if row.event_command:
            yield rule.at(
                cell(row, "event_command"),
                title=f"{row.event_command} runs in place of PowerHA's own {row.event}",
            )


@rule(
    "EVENT-RECOVERY",
    "Recovery that never runs",
    severity=Severity.WARNING,
    sources=("D7", "PowerHA planning guide: cluster events"),
    fix="Enter both the recovery command and how often it is tried.",
)
def event_recovery(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA tries the recovery command as often as the counter says: without a number, or
    without a command, not at all."""
    for row in design.plan.rows(ClusterEvent):
        if row.recovery_command and not row.recovery_counter:
            yield rule.at(
                cell(row, "recovery_counter"),
                cell(row, "recovery_command"),
                title=f"The recovery command of {row.event} is tried no time",
            )
        elif row.recovery_counter and not row.recovery_command:
            yield rule.at(
                cell(row, "recovery_command"),
                cell(row, "recovery_counter"),
                title=f"{row.event} has a recovery counter but no recovery command",
                severity=Severity.ADVICE,
            )


@rule(
    "EVENT-NO-EFFECT",
    "Cluster event that is not changed",
    severity=Severity.ADVICE,
    sources=("PowerHA planning guide: cluster events",),
    fix="Enter what shall happen at the event, or remove the row.",
)
def event_no_effect(design: Design, rule: Rule) -> Iterator[Finding]:
    """The worksheet lists events at which this cluster does something of its own. Nothing is
    entered for this one."""
    for row in design.plan.rows(ClusterEvent):
        empty = all(getattr(row, column) in ("", (), None) for column in _DOING)
        if empty and not row.recovery_counter:
            yield rule.at(cell(row), title=f"Nothing is entered for {row.event}", about="no effect")


@rule(
    "EVENT-LIMIT",
    "Start that takes longer than an event may",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("P10", "R2", "per IBM guides"),
    fix="Raise the event times of the cluster above the longest start, or shorten the start.",
)
def event_limit(design: Design, rule: Rule) -> Iterator[Finding]:
    """The event that acquires a group waits for start scripts in the foreground and for the HMC.
    If that takes longer than the cluster allows, config_too_long calls people to an event that
    is well, and they learn not to come."""
    layout, options = layout_of(design), design.plan.options
    event, group_time = options.max_event_time, options.max_rg_processing_time
    limit = (EVENT_TIME if event is None else event) + (
        GROUP_TIME if group_time is None else group_time
    )
    for group in layout.groups:
        seconds = layout.start_seconds.get(group.key, 0)
        if seconds > limit:
            own = (cell(row, "max_event_time") for row in design.plan.rows(ClusterOptions))
            yield rule.at(
                cell(group, "controllers"),
                *own,
                title=f"{group.name} takes {seconds} s to start; PowerHA warns after {limit} s",
                detail="Start scripts in the foreground and the delay of the HMC are added up. "
                "The limit is the event time of the cluster and its time for groups, "
                f"{EVENT_TIME} s and {GROUP_TIME} s where they are not entered.",
            )


@rule(
    "EVENT-TIME",
    "Warning before the start can have ended",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("P10", "PowerHA planning guide: cluster events"),
    fix="Make the time until the warning longer than the longest start.",
)
def event_time(design: Design, rule: Rule) -> Iterator[Finding]:
    """This event starts groups. A warning that comes at every takeover is one that nobody heeds
    when it matters."""
    layout = layout_of(design)
    slowest = max(
        ((layout.start_seconds.get(group.key, 0), group.key) for group in layout.groups),
        default=(0, ""),
    )
    group = next((row for row in layout.groups if row.key == slowest[1]), None)
    for row in design.plan.rows(ClusterEvent):
        allowed = row.time_until_warning
        if group is None or allowed is None or row.event not in _STARTING:
            continue
        if slowest[0] > allowed:
            yield rule.at(
                cell(row, "time_until_warning"),
                cell(group, "controllers"),
                title=f"{row.event} warns after {allowed} s, but {group.name} takes "
                f"{slowest[0]} s to start",
            )
