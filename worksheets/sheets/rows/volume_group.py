"""The shared volume group worksheet."""

from __future__ import annotations

from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.sheets.needs import always, in_production, where, with_sites
from worksheets.sheets.sheet import Column, Group, Sheet

GUIDE = "PowerHA planning guide: shared volume groups"

SHEET = Sheet(
    row=VolumeGroup,
    title="Volume groups",
    singular="volume group",
    group=Group.STORAGE,
    order=50,
    lead=(
        "The shared volume groups that move between nodes. Each belongs to one resource group; "
        "its disks are named on the disk worksheet."
    ),
    columns=(
        Column(
            "name",
            "Name",
            "Its AIX name, free on all nodes that may take it.",
            example="oravg",
            sources=(GUIDE,),
            powerha="volume_group",
        ),
        Column(
            "nodes",
            "Nodes",
            "The nodes that import it. Leave it empty for those of its resource group; a node "
            "outside of that list has no business with the disks.",
            hint="empty: of its group",
            example="mhoracle1, mhoracle2",
            sources=(GUIDE,),
            powerha="NODES",
            width=24,
        ),
        Column(
            "type",
            "Type",
            "Original has narrow limits. Big and scalable ones also remember who owns a raw "
            "logical volume, which otherwise is lost at takeover.",
            example="scalable",
            sources=("D6",),
            powerha="TYPE",
            needed=always,
            width=9,
        ),
        Column(
            "concurrent",
            "Enhanced concurrent",
            "Yes: PowerHA can then switch it between nodes without waiting for disk "
            "reservations. Since version 7.1 every shared volume group must be so.",
            sources=("V6", "D1"),
            needed=always,
            width=8,
        ),
        Column(
            "auto_on",
            "Varied on by AIX",
            "No, for every shared volume group: AIX must not take it when a node starts, because "
            "another node may have it. PowerHA varies it on.",
            hint="at system start",
            sources=(GUIDE,),
            powerha="ACTIVATE_ON_RESTART",
            needed=always,
            width=7,
        ),
        Column(
            "quorum",
            "Quorum",
            "With quorum the group goes offline when half of its disks or more are gone, which "
            "for a mirror over two boxes means with either box. Without it, it lives on as "
            "long as one copy does.",
            sources=("S7", "PowerHA planning guide: quorum"),
            powerha="QUORUM_NEEDED",
            needed=always,
            width=6,
        ),
        Column(
            "mirror_pools",
            "Mirror pools",
            "How strictly LVM keeps copies in their pools. Super strict lets each pool hold a "
            "whole copy of everything, which mirroring between sites needs.",
            hint="strictness",
            example="super strict",
            sources=("R8", "PowerHA planning guide: cross-site LVM mirroring"),
            powerha="STRICT_MIRROR_POOLS",
            needed=with_sites,
            width=12,
        ),
        Column(
            "cross_site",
            "Mirrored over sites",
            "Yes when LVM keeps one whole copy at each site. Then each site has its mirror "
            "pools, and every logical volume its copies in them.",
            sources=("R8", "PowerHA planning guide: cross-site LVM mirroring"),
            needed=with_sites,
            width=9,
        ),
        Column(
            "pp_size",
            "Partition size",
            "The smallest piece that LVM hands out. It limits how large the group can grow and "
            "cannot be changed later, so choose it for the disks of the next years.",
            example="128 MiB",
            sources=(GUIDE,),
            powerha="PPART_SIZE",
            needed=in_production,
            width=10,
        ),
        Column(
            "ltg_size",
            "Track group",
            "The largest request that LVM passes on in one piece. All disks must take it, those "
            "added later too. Empty lets AIX find it at varyon.",
            hint="empty: AIX decides",
            example="512 KiB",
            sources=(GUIDE,),
            powerha="LTG_SIZE",
            width=9,
        ),
        Column(
            "max_partitions",
            "Most partitions",
            "How many physical partitions the group may have in all. A high limit costs room in "
            "the VGDA of every disk, a low one ends growth.",
            hint="scalable only",
            example="64 x 1024",
            sources=(GUIDE,),
            powerha="MAX_PHYSICAL_PARTITIONS",
            width=11,
        ),
        Column(
            "max_volumes",
            "Most volumes",
            "How many logical volumes the group may hold. Raising it later needs free partitions "
            "on the disks.",
            hint="scalable only",
            example="256",
            sources=(GUIDE,),
            powerha="MAX_LOGICAL_VOLUMES",
            width=8,
        ),
        Column(
            "hot_spare",
            "Hot spare",
            "What LVM does with the partitions of a failed disk when spare disks stand by in the "
            "group. It works with mirrored volumes only.",
            hint="mirrored only",
            example="move to one spare",
            sources=("S7", GUIDE),
            powerha="MIGRATE_FAILED_DISKS",
            width=18,
        ),
        Column(
            "major_number",
            "Major number",
            "The device number, equal on all nodes. Needed when file systems of the group are "
            "exported by NFS, or clients lose them at takeover; lvlstmajor shows which are free.",
            hint="lvlstmajor",
            example="55",
            sources=("PowerHA planning guide: NFS",),
            powerha="MAJOR_NUMBER",
            needed=in_production,
            width=7,
        ),
        Column(
            "critical",
            "Critical",
            "Yes when a node that loses access to it should give up at once rather than run on "
            "without its data.",
            sources=("N8", "PowerHA planning guide: critical volume groups"),
            powerha="CRITICAL",
            needed=in_production,
            width=6,
        ),
        Column(
            "failure_action",
            "When disks are lost",
            "What follows when a critical group loses quorum or its disks: halt makes the "
            "takeover sure, notify leaves it to people.",
            hint="critical only",
            example="halt the node",
            sources=("N8", "PowerHA planning guide: critical volume groups"),
            powerha="FAILUREACTION",
            needed=where("critical", True),
            width=16,
        ),
        Column(
            "notify_method",
            "Notify script",
            "Full path of the script that tells people when the critical group loses access to "
            "its disks.",
            hint="critical only",
            example="/usr/local/ha/alert_vg",
            sources=("O4", "PowerHA planning guide: critical volume groups"),
            powerha="NOTIFYMETHOD",
            width=24,
        ),
        Column(
            "preferred_read",
            "Reads",
            "Which copy reads come from. With two sites the copy of the own site is nearer; with "
            "a fast and a slow box the fast one is the favoured copy.",
            hint="mirrored only",
            example="from the copy of the site",
            sources=("R8", "PowerHA planning guide: cross-site LVM mirroring"),
            powerha="LVM_PREFERRED_READ",
            width=24,
        ),
        Column(
            "encryption",
            "Encryption",
            "Whether its logical volumes may be encrypted. Then every node of the group must get "
            "the keys without a person, or the takeover waits for a passphrase.",
            sources=("P1", GUIDE),
            powerha="ENABLE_LV_ENCRYPTION",
            width=9,
        ),
    ),
    sources=("V6", "D6"),
    needed=always,
)
