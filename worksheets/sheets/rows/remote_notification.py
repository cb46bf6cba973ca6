"""The remote notification worksheet."""

from __future__ import annotations

from worksheets.plan.rows.remote_notification import NotificationKind, RemoteNotification
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: remote notification"

SHEET = Sheet(
    row=RemoteNotification,
    title="Remote notifications",
    singular="remote notification",
    group=Group.EVENTS,
    order=30,
    lead=(
        "Messages that PowerHA itself sends to people when something happens, so that a takeover "
        "at night does not go unnoticed until the second failure."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "What the method is called: letters, digits and underscores, not beginning with a "
            "digit.",
            hint="letters, digits, _",
            example="sms_node_down",
            sources=(GUIDE,),
            powerha="method",
            width=18,
        ),
        Column(
            "kind",
            "Kind",
            "E-mail, SMS, or a page over a modem. A message that wakes somebody is worth more "
            "than one that waits in a mailbox.",
            example="SMS",
            sources=("O4", "D10"),
            needed=needs.always,
            width=13,
        ),
        Column(
            "contacts",
            "Address or number",
            "Where it goes: mail addresses, numbers of mobile telephones, or the number dialed, "
            "with commas between them. A group address outlives people.",
            example="+1 555 0100",
            sources=("O4", "S9"),
            powerha="CONTACTS",
            needed=needs.always,
            width=24,
        ),
        Column(
            "people",
            "People",
            "The administrators who get it. More than one, so that the message does not go "
            "on holiday.",
            example="Anna Berg, Omar Khan",
            sources=("S9", "O4"),
            width=22,
        ),
        Column(
            "events",
            "Events",
            "The predefined events that send it. The ones ending in _complete tell how it ended; "
            "event_error and config_too_long say that a person is needed.",
            hint="predefined names",
            example="node_down_complete, event_error",
            sources=(GUIDE, "O4"),
            powerha="EVENTS",
            needed=needs.always,
            width=34,
        ),
        Column(
            "message_file",
            "Message file",
            "The file with the text of the message, at the same path on every node.",
            example="/usr/local/ha/msg/node_down",
            sources=(GUIDE,),
            powerha="FILE",
            needed=needs.always,
            width=30,
        ),
        Column(
            "message",
            "Message",
            "What that file says. Name the cluster, the node and the first thing to do; it is "
            "read half asleep.",
            example="Cluster payments: node %n down, see handbook 7.2",
            sources=(GUIDE, "DOC4"),
            width=30,
        ),
        Column(
            "nodes",
            "Sending nodes",
            "The nodes that can send it, in the order in which they try. A page needs a modem "
            "there, a mail a working mail system.",
            hint="in order",
            example="mhoracle2, mhoracle1",
            sources=(GUIDE,),
            powerha="NODES",
            needed=needs.where("kind", NotificationKind.TEXT_PAGE, NotificationKind.NUMERIC_PAGE),
            width=22,
        ),
        Column(
            "retry_count",
            "Retries",
            "How often a node tries again before the next node takes over the sending.",
            hint="per node",
            example="3",
            sources=(GUIDE,),
            width=7,
        ),
        Column(
            "timeout",
            "Timeout",
            "How long one attempt may take before it counts as failed.",
            unit="s",
            example="60",
            sources=(GUIDE,),
            width=7,
        ),
    ),
    sources=("O4", "D10"),
    needed=needs.in_production,
)
