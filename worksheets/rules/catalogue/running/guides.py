"""The operation guide: topics that have to be there, texts that can be found and followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from worksheets.plan.rows.file_system import FileSystem
from worksheets.plan.rows.operation_guide import OperationGuide, Topic
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.promises import tightest
from worksheets.rules.registry import Rule, rule

_ALWAYS = (
    Topic.START,
    Topic.STOP,
    Topic.STATUS,
    Topic.TAKEOVER,
    Topic.NODE_FAILURE,
    Topic.NETWORK_FAILURE,
    Topic.STORAGE_FAILURE,
    Topic.REPOSITORY_FAILURE,
    Topic.APPLICATION_FAILURE,
    Topic.EVENT_ERROR,
    Topic.BACKUP,
    Topic.RESTORE,
)
_WITH_SITES = (Topic.SITE_FAILURE, Topic.SPLIT)
_EACH_GROUP = (Topic.START, Topic.STOP)
_PAPER = re.compile("paper|print", re.IGNORECASE)


@rule(
    "GUIDE-NONE",
    "No operation guide is entered",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("DOC4", "S9"),
    fix="Enter its topics, with the steps or with the place where the full text lies.",
)
def guide_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """Documentation for operations is written before production begins; later there is always
    something more urgent."""
    if not design.plan.rows(OperationGuide):
        yield rule.at(sheet(OperationGuide), title="No topic of an operation guide is entered")


@rule(
    "GUIDE-TOPICS",
    "Topics that the operation guide leaves out",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("DOC4", "S9"),
    fix="Write these topics too.",
)
def guide_topics(design: Design, rule: Rule) -> Iterator[Finding]:
    """A stand-in looks for exactly the situation that is not in the guide. With two sites the
    loss of one and of the lines between them belong to it."""
    rows = design.plan.rows(OperationGuide)
    needed = _ALWAYS + (_WITH_SITES if has_powerha_sites(design.plan) else ())
    written = {row.topic for row in rows}
    missing = [topic.label for topic in needed if topic not in written]
    if rows and missing:
        yield rule.at(
            sheet(OperationGuide, "topic"),
            title=f"The operation guide says nothing about: {', '.join(missing)}",
        )


@rule(
    "GUIDE-GROUP",
    "Application that the guide does not start or stop",
    severity=Severity.ADVICE,
    sources=("DOC4", "S9"),
    fix="Add the group to a guide, or leave the groups of a guide empty if it is about all.",
)
def guide_group(design: Design, rule: Rule) -> Iterator[Finding]:
    """Each application has its own way to be started and stopped by hand."""
    rows = design.plan.rows(OperationGuide)
    covered = {topic: [row for row in rows if row.topic is topic] for topic in _EACH_GROUP}
    for group in design.plan.rows(ResourceGroup):
        missing = [
            topic.label
            for topic, guides in covered.items()
            if guides
            and not any(not row.resource_groups or group.key in row.resource_groups
                        for row in guides)
        ]  # fmt: skip
        if group.controllers and missing:
            yield rule.at(
                cell(group),
                sheet(OperationGuide, "resource_groups"),
                title=f"The guides to {' and '.join(missing)} leave {group.name} out",
            )


@rule(
    "GUIDE-TEXT",
    "Guide without a text",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("DOC4", "S9"),
    fix="Write the steps, or say where they lie.",
)
def guide_text(design: Design, rule: Rule) -> Iterator[Finding]:
    """A heading without steps helps nobody."""
    for row in design.plan.rows(OperationGuide):
        if not row.procedure.strip() and not row.location.strip():
            yield rule.at(
                cell(row, "procedure"),
                cell(row, "location"),
                title=f"{row.name} has neither steps nor a place where they lie",
            )


@rule(
    "GUIDE-OWN",
    "Guide rehearsed by its author",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=("S9", "DOC4"),
    fix="Let somebody else rehearse it by the text alone.",
)
def guide_own(design: Design, rule: Rule) -> Iterator[Finding]:
    """Authors do not notice what their text leaves out; they know it."""
    for row in design.plan.rows(OperationGuide):
        if row.rehearsed_by and row.rehearsed_by == row.written_by:
            yield rule.at(
                cell(row, "rehearsed_by"),
                cell(row, "written_by"),
                title=f"{row.name} was rehearsed only by the one who wrote it",
            )


@rule(
    "GUIDE-SLOW",
    "Guide that takes longer than the recovery time",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("R2", "S9"),
    fix="Shorten or automate the steps, or agree on a longer recovery time.",
)
def guide_slow(design: Design, rule: Rule) -> Iterator[Finding]:
    """Where PowerHA does not recover by itself, the service is back when the last step is done."""
    asked = tightest(design.plan, "rto")
    if asked is None:
        return
    requirement, minutes = asked
    repairs = (*_WITH_SITES, Topic.TAKEOVER, Topic.APPLICATION_FAILURE, Topic.EVENT_ERROR)
    for row in design.plan.rows(OperationGuide):
        if row.topic in repairs and row.duration is not None and row.duration > minutes:
            yield rule.at(
                cell(row, "duration"),
                cell(requirement, "rto"),
                title=f"{row.name} takes {row.duration} min; {requirement.name} has to be back "
                f"within {minutes} min",
            )


@rule(
    "GUIDE-INSIDE",
    "Guide that lies on the cluster itself",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=("S9", "DOC4"),
    fix="Keep a copy on paper or on a machine that runs when the cluster does not.",
)
def guide_inside(design: Design, rule: Rule) -> Iterator[Finding]:
    """The guide is needed when the cluster is down, and then its file systems are not mounted."""
    mounts = {row.mount_point.rstrip("/") for row in design.plan.rows(FileSystem)} - {""}
    for row in design.plan.rows(OperationGuide):
        words = [word.strip(".,;:()") for word in row.location.split() if "/" in word]
        if not words or _PAPER.search(row.location):
            continue
        inside = sorted(
            mount
            for mount in mounts
            if any(word == mount or word.startswith(f"{mount}/") for word in words)
        )
        if inside:
            yield rule.at(
                cell(row, "location"),
                title=f"{row.name} lies on the shared file system {inside[-1]}",
            )
