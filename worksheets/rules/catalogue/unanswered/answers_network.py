"""Open questions about names and addresses."""

from __future__ import annotations

from worksheets.plan.rows.host_entry import HostEntry
from worksheets.plan.rows.name_resolution import NameResolution
from worksheets.rules.questions import Question, ask

ask(
    __name__,
    Question(
        "OPEN-HOSTS",
        HostEntry,
        (("address", "Address"), ("names", "Names")),
        "A line of /etc/hosts without its address or its name resolves nothing.",
        ("W10",),
    ),
    Question(
        "OPEN-RESOLUTION",
        NameResolution,
        (("order", "Order of the lookup"), ("hosts_keeper", "Keeper of the hosts file")),
        "Every node looks into its own hosts file first, and somebody keeps those files equal.",
        ("W10", "D10"),
    ),
)
