"""The cluster event worksheet."""

from __future__ import annotations

from worksheets.plan.rows.cluster_event import ClusterEvent
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: cluster events"

SHEET = Sheet(
    row=ClusterEvent,
    title="Cluster events",
    singular="cluster event",
    group=Group.EVENTS,
    order=10,
    lead=(
        "Predefined events of PowerHA at which this cluster does something of its own: tells "
        "somebody, runs a script before or after, or tries to recover."
    ),
    columns=(
        Column(
            "event",
            "Event",
            "The name of a predefined event, as hacmp.out prints it. Those that people customise "
            "most are node_down_complete, network_down, rg_move, server_down, event_error and "
            "config_too_long.",
            hint="predefined name",
            example="node_down_complete",
            sources=(GUIDE,),
            powerha="event",
            width=24,
        ),
        Column(
            "event_command",
            "Event command",
            "A script that runs in place of PowerHA's own. Leave it empty: whoever replaces that "
            "script maintains it through every update.",
            hint="empty: PowerHA's own",
            example="/usr/local/ha/ev/node_down",
            sources=(GUIDE, "D9"),
            width=28,
        ),
        Column(
            "notify_command",
            "Notify command",
            "The script that tells people or the monitoring; it runs when the event begins and "
            "again when it has ended.",
            example="/usr/local/ha/ev/notify",
            sources=(GUIDE, "O4", "D10"),
            powerha="NOTIFYCOMMAND",
            width=28,
        ),
        Column(
            "pre_events",
            "Pre-events",
            "Custom events that run before it, in this order. The event waits for them, so they "
            "must be short and never hang.",
            hint="run before, in order",
            example="ev_save_state",
            sources=(GUIDE, "P9"),
            powerha="PRECOMMAND",
            width=20,
        ),
        Column(
            "post_events",
            "Post-events",
            "Custom events that run after it, in this order, whether the event went well or not.",
            hint="run after, in order",
            example="ev_restart_backup",
            sources=(GUIDE, "P9"),
            powerha="POSTCOMMAND",
            width=20,
        ),
        Column(
            "recovery_command",
            "Recovery command",
            "The script that tries to mend what made the event fail, before PowerHA gives up and "
            "waits for a person.",
            example="/usr/local/ha/ev/recover",
            sources=(GUIDE, "D7"),
            powerha="RECOVERYCOMMAND",
            width=28,
        ),
        Column(
            "recovery_counter",
            "Recovery counter",
            "How often the recovery command is tried. Without a number it is never run.",
            hint="attempts",
            example="2",
            sources=(GUIDE,),
            powerha="RECOVERYCOUNTER",
            needed=needs.where("recovery_command"),
            width=8,
        ),
        Column(
            "time_until_warning",
            "Time until warning",
            "How long this event may take before config_too_long warns. Empty takes the value of "
            "the cluster; give large memory moves and long checks of file systems more.",
            unit="s",
            example="360",
            sources=(GUIDE, "P10"),
            width=8,
        ),
    ),
    sources=(GUIDE, "O4", "D10"),
)
