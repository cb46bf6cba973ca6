"""The resource group worksheet."""

from __future__ import annotations

from worksheets.plan.rows.resource_group import (
    Fallback,
    Fallover,
    NodePriority,
    Processing,
    ResourceGroup,
)
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: resource groups"
BY_SCRIPT = needs.where("node_priority", NodePriority.LEAST, NodePriority.MOST)

SHEET = Sheet(
    row=ResourceGroup,
    title="Resource groups",
    singular="resource group",
    group=Group.BEHAVIOUR,
    order=10,
    lead=(
        "What moves together: an application with its disks and its address, the nodes that may "
        "run it, and how it behaves when nodes come and go."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "Letters, digits and underscores, not beginning with a digit. This is the name that "
            "clRGinfo prints.",
            hint="letters, digits, _",
            example="rg_ora",
            sources=(GUIDE,),
            powerha="resource_group",
        ),
        Column(
            "nodes",
            "Nodes",
            "The nodes that may run it, in order of preference; the first one is its home. With "
            "one node alone there is nowhere to go when that fails. With two sites, all nodes of "
            "the preferred site come before those of the other.",
            hint="home node first",
            example="mhoracle1, mhoracle2",
            sources=("S1", "S8"),
            powerha="NODES, SECONDARYNODES",
            needed=needs.always,
            width=24,
        ),
        Column(
            "startup",
            "Startup",
            "Where it comes up when cluster services start: only at home, on the first node that "
            "is there, spread so that each node gets one, or on all nodes at once.",
            hint="policy",
            example="Online On Home Node Only",
            sources=("PowerHA planning guide: resource group policies",),
            powerha="STARTUP",
            width=26,
        ),
        Column(
            "fallover",
            "Fallover",
            "Where it goes when its node fails: to the next in the list, to the one that is best "
            "off (three nodes or more, no sites), or nowhere. A group that starts on all nodes "
            "can only be brought offline.",
            hint="policy",
            example="Fallover To Next Priority Node In The List",
            sources=("PowerHA planning guide: resource group policies",),
            powerha="FALLOVER",
            width=26,
        ),
        Column(
            "fallback",
            "Fallback",
            "Whether it goes back when a better node returns. That is a second interruption; "
            "with never, a person moves it at a quiet hour. Groups spread over the nodes, or "
            "on all of them, never fall back.",
            hint="policy",
            example="Never Fallback",
            sources=("PowerHA planning guide: resource group policies", "T5"),
            powerha="FALLBACK",
            width=26,
        ),
        Column(
            "fallback_timer",
            "Fallback timer",
            "When it may go back to a better node, so that the second interruption falls into a "
            "quiet hour. Without a timer the move is immediate; with never as fallback policy "
            "there is none.",
            hint="empty: at once",
            example="sunday_night",
            sources=("PowerHA planning guide: delayed fallback timers", "T5"),
            powerha="FALLBACK_AT",
            needed=needs.where("fallback", Fallback.FBHPN),
            width=16,
        ),
        Column(
            "site_policy",
            "Site policy",
            "Which site it prefers when there are two. Leave it empty, or ignore, in a cluster "
            "with one site.",
            hint="two sites only",
            example="Prefer Primary Site",
            sources=("PowerHA planning guide: sites", "S10"),
            powerha="SITE_POLICY",
            needed=needs.with_sites,
            width=18,
        ),
        Column(
            "node_priority",
            "Dynamic priority",
            "What best off means when the fallover policy chooses the node at that moment; the "
            "last two ask a script of yours. Empty with the other fallover policies.",
            hint="dynamic fallover",
            example="most free memory",
            sources=("PowerHA planning guide: dynamic node priority", "N10"),
            powerha="NODE_PRIORITY_POLICY",
            needed=needs.where("fallover", Fallover.FUDNP),
            width=18,
        ),
        Column(
            "node_priority_script",
            "Priority script",
            "The script that each node runs to rate itself; what it returns decides between the "
            "nodes. Only with the two script priorities, and at the same path on all nodes of the "
            "group.",
            hint="script priority only",
            example="/usr/local/ha/rate_node",
            sources=("PowerHA planning guide: dynamic node priority",),
            powerha="NODE_PRIORITY_POLICY_SCRIPT",
            needed=BY_SCRIPT,
            width=24,
        ),
        Column(
            "node_priority_timeout",
            "Script timeout",
            "How long PowerHA waits for the priority script of a node. A node whose script "
            "hangs must not hold up the takeover.",
            unit="s",
            example="30",
            sources=("PowerHA planning guide: dynamic node priority",),
            powerha="NODE_PRIORITY_POLICY_TIMEOUT",
            needed=BY_SCRIPT,
            width=8,
        ),
        Column(
            "processing",
            "Processing",
            "Whether PowerHA handles it at the same time as other groups, which is faster, or "
            "in a fixed order. Dependencies between groups go before this order.",
            example="in parallel",
            sources=("PowerHA planning guide: processing order", "P8"),
            powerha="PARALLEL, SERIAL",
            width=16,
        ),
        Column(
            "acquisition_place",
            "Place on start",
            "Its place among the groups that are brought online one after the other. Empty for "
            "a group that starts in parallel with the rest.",
            hint="1 starts first",
            example="1",
            sources=("PowerHA planning guide: processing order",),
            powerha="ACQUIRE",
            needed=needs.where("processing", Processing.SERIAL),
            width=8,
        ),
        Column(
            "release_place",
            "Place on stop",
            "Its place among the groups that are taken offline one after the other; often the "
            "reverse of starting. Empty for a group that stops in parallel.",
            hint="1 stops first",
            example="3",
            sources=("PowerHA planning guide: processing order",),
            powerha="RELEASE",
            width=8,
        ),
        Column(
            "service_labels",
            "Service IP labels",
            "The addresses its users connect to; they move with it. Each belongs to this group "
            "only, and every node of the group has an interface on their networks.",
            example="ora_svc",
            sources=("PowerHA planning guide: service IP labels", "D1"),
            powerha="SERVICE_LABEL",
            width=18,
        ),
        Column(
            "volume_groups",
            "Volume groups",
            "The shared volume groups that it brings online, with all their file systems. Each "
            "is in one resource group, and all nodes of the group reach its disks.",
            example="oravg",
            sources=("PowerHA planning guide: shared volume groups", "V6"),
            powerha="VOLUME_GROUP",
            width=18,
        ),
        Column(
            "concurrent_use",
            "Concurrent use",
            "Yes when several nodes write to its volume groups at the same time, which only an "
            "application made for it survives. There are no file systems then, and the group "
            "starts on all nodes.",
            hint="several nodes write",
            sources=("PowerHA planning guide: concurrent access",),
            width=10,
        ),
        Column(
            "forced_varyon",
            "Forced varyon",
            "Yes to open its volume groups even when too few disks answer for a quorum. Needed "
            "where copies stand in two places and quorum is off; safe only while a whole copy "
            "is surely there.",
            sources=("PowerHA planning guide: forced varyon", "R8"),
            powerha="FORCED_VARYON",
            needed=needs.where("volume_groups"),
            width=8,
        ),
        Column(
            "auto_import",
            "Auto import",
            "Yes to let PowerHA import its volume groups on the other nodes when the cluster is "
            "synchronised. No leaves the import to C-SPOC, where somebody watches it.",
            hint="volume groups",
            sources=("PowerHA planning guide: shared volume groups", "M10"),
            powerha="VG_AUTO_IMPORT",
            width=8,
        ),
        Column(
            "raw_disks",
            "Raw disks",
            "Shared disks that the application uses without a volume group. They must be in no "
            "volume group of this cluster and reached by all nodes of the group.",
            example="raw01",
            sources=("PowerHA planning guide: shared disks", "D6"),
            powerha="DISK",
            width=16,
        ),
        Column(
            "file_systems",
            "File systems",
            "Those that it mounts. Leave it empty for all file systems of its volume groups, "
            "which is safer: a new one is then not forgotten.",
            hint="empty: all",
            example="/oradata",
            sources=("PowerHA planning guide: file systems", "D3"),
            powerha="FILESYSTEM",
            width=20,
        ),
        Column(
            "file_system_check",
            "Consistency check",
            "How file systems are checked before they are mounted. logredo plays back the log "
            "and is quick; fsck reads everything and can take hours on large file systems.",
            example="logredo",
            sources=("PowerHA planning guide: file systems",),
            powerha="FSCHECK_TOOL",
            width=12,
        ),
        Column(
            "file_system_recovery",
            "Recovery method",
            "Whether its file systems are checked and mounted one by one or several at a time. "
            "Nested ones need sequential.",
            hint="of file systems",
            example="parallel",
            sources=("PowerHA planning guide: file systems", "D3"),
            powerha="RECOVERY_METHOD",
            width=12,
        ),
        Column(
            "mount_before_address",
            "Mount before IP",
            "Yes to mount file systems before the service address comes up. A group that exports "
            "over NFS needs it, or clients meet an address with nothing behind it.",
            hint="NFS: yes",
            sources=("PowerHA planning guide: NFS", "X1"),
            powerha="FS_BEFORE_IPADDR",
            width=8,
        ),
        Column(
            "controllers",
            "Applications",
            "The application controllers that it starts last and stops first, when disks and "
            "addresses are there.",
            example="ac_oracle",
            sources=("PowerHA planning guide: application controllers", "S8"),
            powerha="APPLICATIONS",
            needed=needs.always,
            width=18,
        ),
        Column(
            "user_defined_resources",
            "Own resources",
            "Resources of types of your own that start and stop with the group, each with its "
            "own scripts.",
            example="lic_server",
            sources=("PowerHA planning guide: user-defined resources",),
            width=16,
        ),
        Column(
            "misc_data",
            "Miscellaneous data",
            "Text that PowerHA passes to event scripts in the environment of the group. Use it "
            "for what your pre- and post-events must know about this group.",
            hint="for event scripts",
            example="TIER=1 SERVICE=erp",
            sources=("PowerHA planning guide: cluster events",),
            powerha="MISC_DATA",
            width=20,
        ),
    ),
    sources=("N2", "T5"),
    needed=needs.always,
)
