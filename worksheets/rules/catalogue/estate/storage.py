"""Disks and volume groups that two clusters have planned as their own."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.rules.catalogue.estate.addresses import HARM, RISK, TIDINESS, claimed_twice
from worksheets.rules.design import Design
from worksheets.rules.estate import Kind
from worksheets.rules.finding import Finding, Severity
from worksheets.rules.registry import Rule, rule


@rule(
    "ESTATE-DISK",
    "Disk that another cluster has too",
    severity=Severity.BLOCKER,
    sources=("M6", "PowerHA planning guide: shared disks"),
    fix="Find out with the storage group whose disk it is, and take it out of the other plan.",
)
def estate_disk(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each cluster guards its disks against its own nodes only. When two clusters vary on one
    disk, both write to it and the data is lost; a shared repository takes both clusters down."""
    yield from claimed_twice(design, rule, HARM, Kind.PVID, Kind.WWID, Kind.UDID)


@rule(
    "ESTATE-LUN",
    "LUN that another cluster has too",
    severity=Severity.WARNING,
    sources=("M6", "PowerHA planning guide: shared disks"),
    fix="Ask the storage group; enter the WWID of both disks, which tells them apart for certain.",
)
def estate_lun(design: Design, rule: Rule) -> Iterator[Finding]:
    """One number in one storage unit is mostly one disk. Some units number the disks of each host
    for themselves, so only the WWID or the PVID proves it."""
    yield from claimed_twice(design, rule, RISK, Kind.LUN)


@rule(
    "ESTATE-VG",
    "Volume group name that another cluster has on the same storage",
    severity=Severity.WARNING,
    sources=("PowerHA planning guide: shared volume groups", "per IBM guides"),
    fix="Give one of the two volume groups another name.",
)
def estate_vg(design: Design, rule: Rule) -> Iterator[Finding]:
    """Names of volume groups are told apart on one machine only. Where two clusters use one
    storage unit, a disk mapped to the wrong one, a copy or a restore brings both names together,
    and the import is refused or hits the wrong data."""
    yield from claimed_twice(design, rule, RISK, Kind.VOLUME_GROUP)


@rule(
    "ESTATE-MAJOR",
    "Major number that another cluster has on the same storage",
    severity=Severity.ADVICE,
    sources=("PowerHA planning guide: shared volume groups", "per IBM guides"),
    fix="Choose a major number that no cluster on this storage unit has.",
)
def estate_major(design: Design, rule: Rule) -> Iterator[Finding]:
    """A volume group exported by NFS must keep its major number wherever it goes. If a cluster on
    the same storage has the number too, the group cannot move there as it is."""
    yield from claimed_twice(design, rule, TIDINESS, Kind.MAJOR_NUMBER)
