"""The application worksheet."""

from __future__ import annotations

from worksheets.plan.rows.application import Application
from worksheets.sheets.needs import always, in_production
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: applications"

SHEET = Sheet(
    row=Application,
    title="Applications",
    singular="application",
    group=Group.APPLICATIONS,
    order=10,
    lead=(
        "The services that the cluster is there for, as their owners know them, and how people "
        "start, check and stop them. The scripts on the next worksheets do what stands here."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "What users and owners call it: the name that a call to the help desk would use.",
            example="Payments clearing",
            sources=(GUIDE, "DOC1"),
            width=20,
        ),
        Column(
            "purpose",
            "What it does",
            "What it is for, who uses it and when, and what stands still while it is away.",
            example="clears card payments for the branches, all day, with a peak at 16:00",
            sources=("R2", GUIDE),
            needed=always,
            width=30,
        ),
        Column(
            "owner",
            "Owner",
            "Who answers for it in the business, and whom to ask before it is stopped.",
            example="Payments, Anna Berg",
            sources=("R6", "M6"),
            needed=always,
            width=20,
        ),
        Column(
            "vendor",
            "Vendor",
            "Who makes it and supports it, with the number of the contract.",
            example="Oracle, contract 4711",
            sources=("M6", "U1"),
            width=22,
        ),
        Column(
            "release",
            "Version",
            "The version in use. It must be certified for the levels of AIX and PowerHA, and be "
            "the same on all nodes.",
            example="19.24",
            sources=("M7", "U1"),
            needed=in_production,
            width=14,
        ),
        Column(
            "controllers",
            "Controllers",
            "The application controllers that it consists of, in the order of starting: what "
            "PowerHA starts and stops.",
            example="ac_oracle",
            sources=("P8", "PowerHA planning guide: application controllers"),
            needed=always,
            width=22,
        ),
        Column(
            "strategy",
            "Strategy",
            "Cold standby: a node waits for it. Mutual takeover: each node takes the work of the "
            "other. With third-party takeover one node stands by for several, and with concurrent "
            "access it runs on all of them.",
            example="cold standby",
            sources=("N2", GUIDE),
            needed=always,
            width=20,
        ),
        Column(
            "licence",
            "Licences",
            "Which licences every node needs, how they are obtained, and what they hang on. A "
            "takeover to a node without a licence ends at its start script.",
            example="by processor, for both nodes; file /etc/opt/licence on each",
            sources=("P2",),
            needed=in_production,
            width=28,
        ),
        Column(
            "host_bindings",
            "Bound to",
            "What of it depends on one machine: host name, address, serial number, CPU id, "
            "certificates, queues of other systems. Say none if there is nothing.",
            example="none; clients use the service label only",
            sources=("P2",),
            needed=in_production,
            width=28,
        ),
        Column(
            "prompts",
            "Asks for input",
            "Yes if any step of starting or stopping waits for a person: a passphrase, a "
            "confirmation, an operator at a console.",
            sources=("P1", "D7"),
            needed=always,
            width=7,
        ),
        Column(
            "start_procedure",
            "How it is started",
            "The usual commands and their order, under which user, with how long each takes. "
            "Whoever writes the start script works from this.",
            example="as oracle: lsnrctl start, then sqlplus startup; about 90 s",
            sources=("P4", "DOC4"),
            needed=in_production,
            width=34,
        ),
        Column(
            "start_verification",
            "How a start is checked",
            "Commands and answers by which one knows that it works for its users and not only "
            "that processes are there.",
            example="a test payment through the branch page is answered within 3 s",
            sources=("P7", "DOC4"),
            needed=in_production,
            width=30,
        ),
        Column(
            "takeover_caveats",
            "At a takeover",
            "What is different on the node that takes over: sessions lost, jobs to repeat, "
            "partners to tell, work to switch off so that it fits.",
            example="users sign in again; the night batch is repeated from its last mark",
            sources=("N10", "R6", GUIDE),
            needed=in_production,
            width=30,
        ),
        Column(
            "recovery",
            "Recovery of data",
            "What state a crash leaves the data in, what repairs it at the start, and how long "
            "that takes in the worst case.",
            example="the database rolls forward by itself, 5 minutes at most",
            sources=("P4", "R2"),
            needed=in_production,
            width=28,
        ),
        Column(
            "stop_procedure",
            "How it is stopped",
            "The usual commands and their order, and what must be finished first.",
            example="as oracle: sqlplus shutdown immediate, then lsnrctl stop",
            sources=("P5", "DOC4"),
            needed=in_production,
            width=34,
        ),
        Column(
            "stop_verification",
            "How a stop is checked",
            "Commands by which one knows that nothing runs any more and that the file systems "
            "are free.",
            example="ps -u oracle shows nothing; fuser -c of each file system is empty",
            sources=("P5", "DOC4"),
            needed=in_production,
            width=30,
        ),
        Column(
            "script_maintainer",
            "Scripts kept by",
            "Who writes and changes the start, stop and monitor scripts, and where their master "
            "copy lies.",
            example="databases, repo ha-scripts",
            sources=("M6", "P6"),
            needed=in_production,
            width=26,
        ),
    ),
    sources=("P1", "P2", "DOC2", GUIDE),
    needed=in_production,
)
