"""Open questions about storage and its copies."""

from __future__ import annotations

from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.glvm_volume_group import GlvmVolumeGroup
from worksheets.plan.rows.replicated_pair import ReplicatedPair
from worksheets.plan.rows.replication import Replication
from worksheets.plan.rows.volume_group import VolumeGroup
from worksheets.rules.questions import Question, ask

ask(
    __name__,
    Question(
        "OPEN-DISK",
        Disk,
        (("protection", "Protection"), ("size", "Size")),
        "A disk whose protection is not entered counts as unprotected.",
        ("S7",),
    ),
    Question(
        "OPEN-PATH",
        DiskPath,
        (("reserve_policy", "Reserve policy"),),
        "AIX reserves disks by default, which locks the other nodes out.",
        ("V5",),
    ),
    Question(
        "OPEN-VG",
        VolumeGroup,
        (("type", "Type"), ("concurrent", "Enhanced concurrent mode"), ("quorum", "Quorum")),
        "Whether a volume group survives the loss of a disk and can be taken over fast hangs on "
        "these answers.",
        ("V6", "D6", "PowerHA planning guide: shared volume groups"),
    ),
    Question(
        "OPEN-REPLICATION",
        Replication,
        (
            ("method", "Method"),
            ("mode", "Mode"),
            ("relationship", "Consistency group"),
            ("primary", "Primary storage"),
            ("secondary", "Secondary storage"),
            ("recovery_action", "Recovery action"),
            ("links", "Links between the storage units"),
            ("agent", "What PowerHA commands the storage through"),
        ),
        "Whether a copy is of use on the other site, and what turns it round, hangs on these "
        "answers.",
        ("R8", "R7", "PowerHA planning guide: storage replication"),
    ),
    Question(
        "OPEN-PAIR",
        ReplicatedPair,
        (("replication", "Replication"), ("primary", "Disk"), ("secondary", "Copy")),
        "A pair that is not whole cannot be checked for units, sizes and paths.",
        ("PowerHA planning guide: storage replication",),
    ),
    Question(
        "OPEN-GLVM",
        GlvmVolumeGroup,
        (
            ("volume_group", "Volume group"),
            ("mode", "Mode"),
            ("first_disks", "Disks of the first site"),
            ("second_disks", "Disks of the second site"),
            ("networks", "Networks of the mirror"),
            ("rpv_servers", "RPV servers"),
            ("rpv_clients", "RPV clients"),
        ),
        "What is lost with a site, and over which way the mirror runs, is judged only once it is "
        "entered.",
        ("R8", "PowerHA planning guide: GLVM"),
    ),
)
