"""What happens during events, moves and the loss of a site."""

from __future__ import annotations

from worksheets.plan.rows.cluster_options import SiteFailureAction
from worksheets.sheets.needs import always, where, with_sites
from worksheets.sheets.sheet import Column

COLUMNS = (
    Column(
        "max_event_time",
        "Longest event",
        "After how long in one cluster event PowerHA warns that something hangs. Enter more "
        "than the slowest start, stop or file system check needs, or the warning cries wolf.",
        unit="s",
        example="600",
        sources=("PowerHA planning guide: cluster events", "P10"),
        powerha="MAX_EVENT_TIME",
        width=6,
    ),
    Column(
        "max_rg_processing_time",
        "Longest group time",
        "After how long in one event that works on resource groups PowerHA warns. It is "
        "added to the longest event time where groups are moved, so allow for starts and "
        "file system checks.",
        unit="s",
        example="900",
        sources=("PowerHA planning guide: cluster events", "P10"),
        powerha="MAX_RG_PROCESSING_TIME",
        width=8,
    ),
    Column(
        "rg_settling_time",
        "Settling time",
        "How long a starting group waits for a better node to join before it takes the one "
        "it has. It works only for groups that start on the first available node.",
        unit="s",
        example="300",
        sources=("PowerHA planning guide: resource group settling time",),
        powerha="RG_SETTLING_TIME",
        width=6,
    ),
    Column(
        "skip_event_processing_manage_node",
        "Skip events on manage",
        "Whether a node whose groups were left unmanaged takes them back without running "
        "events. It shortens the return, but no event script of yours runs either.",
        sources=("U6", "PowerHA planning guide: starting cluster services"),
        powerha="SKIP_EVENT_PROCESSING_MANAGE_NODE",
        width=8,
    ),
    Column(
        "site_policy_failure_action",
        "Recovery across sites",
        "What PowerHA does with a group that no node of its site can run any more: move it to the "
        "other site, or only tell somebody who then decides.",
        hint="with two sites",
        example="fallover",
        sources=("R8", "PowerHA planning guide: inter-site recovery"),
        powerha="SITE_POLICY_FAILURE_ACTION",
        needed=with_sites,
        width=9,
    ),
    Column(
        "site_policy_notify_method",
        "Site notify script",
        "The script that is called when the action is to notify. It must be on every node, "
        "at the same path.",
        hint="if it only notifies",
        example="/usr/local/ha/site_alert",
        sources=("O4", "PowerHA planning guide: inter-site recovery"),
        powerha="SITE_POLICY_NOTIFY_METHOD",
        needed=where("site_policy_failure_action", SiteFailureAction.NOTIFY),
        width=26,
    ),
    Column(
        "lpm_policy",
        "During a live move",
        "Whether PowerHA keeps managing the groups of a partition that moves live, or leaves "
        "them alone until the move is over.",
        example="manage",
        sources=("A4", "PowerHA planning guide: live partition mobility"),
        powerha="LPM_POLICY",
        width=9,
    ),
    Column(
        "temp_hostname",
        "Temporary host name",
        "Whether the host name of a node may be changed for a time while the cluster runs. "
        "Some applications ask for it; PowerHA prefers that it stays.",
        example="disallow",
        sources=("P2", "P10"),
        powerha="TEMP_HOSTNAME",
        width=10,
    ),
    Column(
        "resolve_locally",
        "Local hosts first",
        "Whether every node looks names up in its own /etc/hosts before it asks a name "
        "server (netsvc.conf and NSORDER). During a network event no name server may answer.",
        hint="/etc/hosts",
        sources=("W10",),
        needed=always,
        width=6,
    ),
)
