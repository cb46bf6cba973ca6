"""The split, merge and quarantine worksheet."""

from __future__ import annotations

from worksheets.plan.rows.split_merge_policy import (
    Quarantine,
    SplitMergePolicy,
    SplitPolicy,
)
from worksheets.sheets import needs
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: split and merge policies"
QUARANTINE = "PowerHA planning guide: quarantine policy"
ON_NFS = needs.where("split_policy", SplitPolicy.NFS)
IN_CLOUD = needs.where("split_policy", SplitPolicy.CLOUD)
BY_HAND = needs.where("split_policy", SplitPolicy.MANUAL)

SHEET = Sheet(
    row=SplitMergePolicy,
    title="Split, merge and quarantine",
    singular="split and merge policy",
    group=Group.BEHAVIOUR,
    order=40,
    lead=(
        "Who goes on when the halves of the cluster lose sight of each other, who gives way when "
        "they meet again, and how a node that has stalled is kept off the data."
    ),
    columns=(
        Column(
            "split_policy",
            "Split policy",
            "What each half does when it no longer hears the other. With none both go on, and "
            "both may write; a tie breaker lets one half win; manual waits for a person.",
            example="tie breaker disk",
            sources=(GUIDE, "W2", "S10"),
            powerha="SPLIT_POLICY",
            needed=needs.with_sites,
            width=24,
        ),
        Column(
            "merge_policy",
            "Merge policy",
            "Which half stays up when they see each other again. A tie breaker or manual split "
            "takes the same for the merge; none pairs with majority, or with priority in a "
            "linked cluster.",
            example="tie breaker disk",
            sources=(GUIDE, "W2"),
            powerha="MERGE_POLICY",
            needed=needs.with_sites,
            width=24,
        ),
        Column(
            "tie_breaker_disk",
            "Tie breaker disk",
            "The SCSI disk that the halves race for: reached by all nodes, neither a repository "
            "nor a data disk, best at a third site.",
            hint="disk policy only",
            example="tie01",
            sources=(GUIDE, "S10"),
            powerha="TIEBREAKER",
            needed=needs.where("split_policy", SplitPolicy.TIE_BREAKER),
            width=16,
        ),
        Column(
            "nfs_server",
            "NFS server",
            "The server whose file the halves race for, by a name or address that all nodes "
            "reach without each other. It belongs to a third site.",
            hint="NFS policy only",
            example="quorum1.example.com",
            sources=(GUIDE, "S10"),
            powerha="NFS_QUORUM_SERVER",
            needed=ON_NFS,
            width=22,
        ),
        Column(
            "nfs_local_directory",
            "Local directory",
            "Where the nodes mount the directory of the NFS server. The same path on every node, "
            "used for nothing else.",
            hint="NFS policy only",
            example="/ha/quorum",
            sources=(GUIDE,),
            powerha="LOCAL_QUORUM_DIRECTORY",
            needed=ON_NFS,
            width=20,
        ),
        Column(
            "nfs_remote_directory",
            "Remote directory",
            "The directory that the NFS server exports to the nodes, with write access for root.",
            hint="NFS policy only",
            example="/export/quorum",
            sources=(GUIDE,),
            powerha="REMOTE_QUORUM_DIRECTORY",
            needed=ON_NFS,
            width=20,
        ),
        Column(
            "cloud_service",
            "Cloud service",
            "The provider whose storage the halves race for. Every node needs its own way there, "
            "which must not end when the sites lose each other.",
            hint="cloud policy only",
            example="IBM Cloud",
            sources=(GUIDE,),
            needed=IN_CLOUD,
            width=16,
        ),
        Column(
            "cloud_bucket",
            "Bucket",
            "The bucket in that cloud, kept for this cluster alone. Say in the notes who owns "
            "the account and when its credentials expire.",
            hint="cloud policy only",
            example="ha-tie-payments",
            sources=(GUIDE,),
            needed=IN_CLOUD,
            width=18,
        ),
        Column(
            "action_plan",
            "Action plan",
            "What nodes of the losing half do. A plain reboot may start groups again by itself; "
            "the other two wait until a person has looked.",
            hint="of the losing half",
            example="reboot",
            sources=(GUIDE,),
            powerha="ACTION_PLAN",
            needed=needs.with_sites,
            width=22,
        ),
        Column(
            "notify_method",
            "Notify method",
            "The script that calls people when a decision is waiting for them. At the same path "
            "on all nodes, and not by way of the network that has just failed.",
            hint="manual policy only",
            example="/usr/local/ha/split_alert",
            sources=(GUIDE, "O4"),
            powerha="NOTIFY_METHOD",
            needed=BY_HAND,
            width=26,
        ),
        Column(
            "notify_interval",
            "Notify interval",
            "How long PowerHA waits before it calls again while nobody has answered.",
            hint="manual policy only",
            unit="s",
            example="60",
            sources=(GUIDE,),
            powerha="NOTIFY_INTERVAL",
            width=8,
        ),
        Column(
            "maximum_notifications",
            "Calls at most",
            "After how many calls PowerHA stops calling. Empty means that it goes on until "
            "somebody decides.",
            hint="manual policy only",
            example="10",
            sources=(GUIDE,),
            powerha="MAXIMUM_NOTIFICATIONS",
            width=7,
        ),
        Column(
            "surviving_site",
            "Surviving site",
            "The site that goes on when nobody answers in time. Empty means that the service "
            "waits, however long it takes.",
            hint="manual policy only",
            example="north",
            sources=(GUIDE, "S10"),
            powerha="DEFAULT_SURVIVING_SITE",
            width=12,
        ),
        Column(
            "applies_to_pprc",
            "Also for PPRC",
            "Yes when the same person also decides whether replicated volumes are taken over. "
            "Only with storage replication.",
            hint="manual policy only",
            sources=(GUIDE, "R8"),
            powerha="APPLY_TO_PPRC_TAKEOVER",
            width=8,
        ),
        Column(
            "operator_steps",
            "What people do",
            "The steps by which a person makes sure that the other half is really down, and then "
            "decides. Needed for manual policies; useful with all others for the way back.",
            example="Ask the other control room by telephone; if its nodes are off, answer the "
            "prompt with continue.",
            sources=(GUIDE, "DOC4"),
            needed=BY_HAND,
            width=34,
        ),
        Column(
            "quarantine",
            "Quarantine",
            "How a node that stopped answering is kept from writing when it wakes up: halted "
            "before the takeover, its disks fenced by SCSI reservations, or both.",
            example="halt the node and fence the disks",
            sources=(QUARANTINE, "W2"),
            powerha="QUARANTINE_POLICY",
            needed=needs.with_sites,
            width=24,
        ),
        Column(
            "critical_group",
            "Critical group",
            "The resource group that decides which node is the active one when a node has to be "
            "halted: the one whose data matter most.",
            hint="with quarantine",
            example="rg_ora",
            sources=(QUARANTINE,),
            powerha="CRITICAL_RG",
            needed=needs.where(
                "quarantine",
                Quarantine.NODE_HALT,
                Quarantine.FENCING,
                Quarantine.HALT_WITH_FENCING,
            ),
            width=14,
        ),
    ),
    sources=("W2", "S10"),
    needed=needs.with_sites,
)
