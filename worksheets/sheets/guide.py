"""The worksheets of the planning guide, and where each of them lives here.

The list is that of the last guide that printed all of them (HACMP 5.4.1, appendix A), with the
two sheets that the books on disaster recovery add. Titles are in our words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Standing(Enum):
    """What became of a printed worksheet since."""

    LIVING = "living"
    CHANGED = "changed"
    OBSOLETE = "obsolete"


@dataclass(frozen=True)
class GuideSheet:
    """One printed worksheet.

    `slugs`: the worksheets that hold what it asked for, or what took its place. `instead`: what
    changed or took its place, in sentences; empty for living ones.
    """

    number: int
    title: str
    standing: Standing
    slugs: tuple[str, ...]
    instead: str = ""


_LIVING, _CHANGED, _OBSOLETE = Standing.LIVING, Standing.CHANGED, Standing.OBSOLETE
_NON_IP = ("repository_disk", "network")
_NO_LINKS = (
    "PowerHA no longer keeps such links. Applications speak TCP/IP over a service IP label; what "
    "is left is run by a gateway of its own, or by a script as a user-defined resource."
)

GUIDE = (
    GuideSheet(
        1,
        "Assistant for two nodes",
        _CHANGED,
        (
            "cluster_options",
            "node",
            "repository_disk",
            "ip_label",
            "application_controller",
            "resource_group",
        ),
        "The assistant asked for the least that makes a cluster. The same few cells on these "
        "worksheets still do, with a repository disk besides.",
    ),
    GuideSheet(2, "TCP/IP networks", _LIVING, ("network",)),
    GuideSheet(3, "TCP/IP network interfaces", _LIVING, ("interface", "ip_label", "port")),
    GuideSheet(
        4,
        "Point-to-point networks",
        _OBSOLETE,
        _NON_IP,
        "Heartbeats over serial lines, target mode SCSI or SSA and disks ended with Cluster Aware "
        "AIX. The repository disk and the SAN carry them now.",
    ),
    GuideSheet(
        5,
        "Serial network interfaces",
        _OBSOLETE,
        _NON_IP,
        "There are no serial networks any more. The second, non-IP way between nodes is the "
        "repository disk, and SAN communication where adapters allow it.",
    ),
    GuideSheet(6, "Fibre Channel disks", _LIVING, ("disk", "disk_path", "storage_unit")),
    GuideSheet(
        7,
        "Shared SCSI disks",
        _OBSOLETE,
        ("disk", "disk_path"),
        "Parallel SCSI buses shared by two machines are gone. Shared disks are LUNs on Fibre "
        "Channel or iSCSI, known by their PVID.",
    ),
    GuideSheet(
        8,
        "Shared SCSI disk arrays",
        _OBSOLETE,
        ("storage_unit", "disk", "disk_path"),
        "Arrays on a SCSI bus gave way to storage units in a SAN, which protect their disks "
        "themselves.",
    ),
    GuideSheet(
        9,
        "Shared SCSI tape drives",
        _OBSOLETE,
        ("tape_drive",),
        "SCSI tape drives that two machines share are gone. PowerHA still knows tapes as a "
        "resource; those in use hang on Fibre Channel.",
    ),
    GuideSheet(10, "Shared Fibre Channel tape drives", _LIVING, ("tape_drive",)),
    GuideSheet(
        11,
        "Shared SSA disk subsystems",
        _OBSOLETE,
        ("storage_unit", "disk", "disk_path"),
        "SSA loops are no longer supported. Storage units in a SAN hold the shared disks, and "
        "fencing is done by SCSI reservations.",
    ),
    GuideSheet(
        12,
        "Volume groups of one node, not concurrent",
        _LIVING,
        ("local_volume_group", "local_file_system"),
    ),
    GuideSheet(
        13,
        "Shared volume groups and file systems, not concurrent",
        _LIVING,
        ("volume_group", "logical_volume", "file_system"),
    ),
    GuideSheet(14, "NFS exports and mounts", _LIVING, ("nfs_export", "nfs_mount")),
    GuideSheet(
        15,
        "Volume groups of one node, concurrent",
        _LIVING,
        ("local_volume_group", "local_file_system"),
    ),
    GuideSheet(16, "Shared volume groups, concurrent", _LIVING, ("volume_group", "logical_volume")),
    GuideSheet(17, "Applications", _LIVING, ("application", "application_file")),
    GuideSheet(
        18,
        "Fast Connect services",
        _OBSOLETE,
        ("application_controller", "nfs_export"),
        "Fast Connect, which served files to PCs, was withdrawn. A file server such as Samba "
        "takes its place, planned like any application, or NFS.",
    ),
    GuideSheet(
        19, "Communication links: SNA over LAN", _OBSOLETE, ("user_defined_resource",), _NO_LINKS
    ),
    GuideSheet(
        20,
        "Communication links: X.25",
        _OBSOLETE,
        ("user_defined_resource",),
        "X.25 lines and their adapters are gone from AIX. Partners are reached over IP networks, "
        "mostly in a tunnel that network devices hold.",
    ),
    GuideSheet(
        21,
        "Communication links: SNA over X.25",
        _OBSOLETE,
        ("user_defined_resource",),
        "Both halves are gone: X.25 from AIX, SNA links from PowerHA. What still speaks SNA does "
        "so over IP, behind a gateway.",
    ),
    GuideSheet(22, "Application servers", _LIVING, ("application_controller", "provisioning")),
    GuideSheet(23, "Application monitors: process", _LIVING, ("application_monitor",)),
    GuideSheet(24, "Application monitors: custom", _LIVING, ("application_monitor",)),
    GuideSheet(
        25, "Resource groups", _LIVING, ("resource_group", "dependency", "fallback_timer", "wpar")
    ),
    GuideSheet(
        26, "Cluster events", _LIVING, ("cluster_event", "custom_event", "remote_notification")
    ),
    GuideSheet(27, "Cluster sites", _LIVING, ("site", "split_merge_policy")),
    GuideSheet(28, "File collections", _LIVING, ("file_collection",)),
    GuideSheet(
        29,
        "Users of WebSMIT",
        _OBSOLETE,
        ("administrator",),
        "WebSMIT was removed. The PowerHA user interface and clmgr know people by roles, which "
        "stand with the administrators.",
    ),
    GuideSheet(
        30, "Metro Mirror and other replication", _LIVING, ("replication", "replicated_pair")
    ),
    GuideSheet(31, "Geographic LVM mirroring", _LIVING, ("glvm_volume_group",)),
)


def beyond_the_guide(slugs: tuple[str, ...]) -> tuple[str, ...]:
    """Which of these worksheets no printed one asked for, in the order given."""
    printed = {slug for sheet in GUIDE for slug in sheet.slugs}
    return tuple(slug for slug in slugs if slug not in printed)
