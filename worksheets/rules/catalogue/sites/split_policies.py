"""Split and merge policies: which go together, what they need, and clusters without a decision."""

from __future__ import annotations

from collections.abc import Iterator

from worksheets.failures.words import listed
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.site import Site
from worksheets.plan.rows.split_merge_policy import MergePolicy, SplitMergePolicy, SplitPolicy
from worksheets.rules.cluster import has_powerha_sites
from worksheets.rules.design import Design
from worksheets.rules.fencing import FENCING
from worksheets.rules.finding import Finding, Severity, cell, sheet
from worksheets.rules.registry import Rule, rule
from worksheets.rules.split_merge import (
    ALWAYS_USEFUL,
    NEEDED,
    OPTIONAL,
    WORDS,
    chosen,
    pairs_of,
    policies,
)

GUIDE = "PowerHA planning guide: split and merge policies"


@rule(
    "SPLIT-PAIR",
    "Split and merge policies that do not go together",
    severity=Severity.BLOCKER,
    sources=(GUIDE, "per IBM guides"),
    fix="Choose a merge policy that goes with the split policy, or the other way round.",
)
def split_pair(design: Design, rule: Rule) -> Iterator[Finding]:
    """PowerHA takes only some pairs. A tie breaker or a person that decides the split decides the
    merge as well. Type of the cluster and level of AIX say what there is to choose from."""
    pairs = pairs_of(design.plan)
    for row in policies(design.plan):
        if row.split_policy is None or row.merge_policy is None:
            continue
        allowed = pairs.get(row.split_policy, frozenset())
        if row.merge_policy in allowed:
            continue
        takes = " or ".join(sorted(policy.label for policy in allowed))
        kind = design.plan.options.type.label
        yield rule.at(
            cell(row, "merge_policy"),
            cell(row, "split_policy"),
            title=f"The split policy {row.split_policy.label} does not go with the merge policy "
            f"{row.merge_policy.label}",
            detail=f"With this split policy a cluster of the type {kind} takes {takes}."
            if takes
            else f"A cluster of the type {kind} does not know this split policy at its AIX level.",
        )


@rule(
    "SPLIT-OPEN",
    "Nobody has decided what happens when the sites lose each other",
    severity=Severity.ADVICE,
    sources=(GUIDE, "S10"),
    fix="Choose a split and a merge policy; with two sites best a tie breaker at a third.",
)
def split_open(design: Design, rule: Rule) -> Iterator[Finding]:
    """As long as nobody chooses, PowerHA's default holds: both sites go on by themselves, and both
    may write."""
    if not has_powerha_sites(design.plan) or len(design.plan.rows(Site)) < 2:
        return
    rows = policies(design.plan)
    if not rows:
        yield rule.at(sheet(SplitMergePolicy), title="No split and merge policy is entered")
    for row in rows:
        for column, word in (("split_policy", "split"), ("merge_policy", "merge")):
            if getattr(row, column) is None:
                yield rule.at(cell(row, column), title=f"No {word} policy is chosen")


@rule(
    "SPLIT-NONE",
    "Two sites that both go on after a split",
    severity=Severity.WARNING,
    outside_production=Severity.ADVICE,
    sources=(GUIDE, "S10", "W2"),
    fix="Choose a tie breaker at a third place, or let a person decide.",
)
def split_none(design: Design, rule: Rule) -> Iterator[Finding]:
    """When both lines between two sites are cut, each takes the other for dead. Without a tie
    breaker both start the groups, and the data part ways. Where disks are fenced, a rule of its
    own tells what that leads to."""
    for row in policies(design.plan) if has_powerha_sites(design.plan) else ():
        if row.split_policy is SplitPolicy.NONE and row.quarantine not in FENCING:
            names = listed(site.name for site in design.plan.rows(Site))
            yield rule.at(
                cell(row, "split_policy"),
                title=f"After a split all sites go on ({names})"
                if names
                else "After a split all sites go on",
            )


@rule(
    "SPLIT-TWO-NODES",
    "Two nodes without a tie breaker",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=(GUIDE, "W2"),
    fix="Choose a tie breaker, or write down why the heartbeat ways are enough.",
)
def split_two_nodes(design: Design, rule: Rule) -> Iterator[Finding]:
    """With two nodes a split has no majority. If all heartbeat ways can fail together, both nodes
    go on unless something outside of them decides."""
    nodes = design.plan.rows(Node)
    if has_powerha_sites(design.plan) or len(nodes) != 2:
        return
    for row in policies(design.plan):
        explained = row.rationale.strip() or row.notes.strip()
        if row.split_policy is SplitPolicy.NONE and not explained:
            yield rule.at(
                cell(row, "split_policy"),
                cell(row, "rationale"),
                title=f"{listed(node.name for node in nodes)} have no tie breaker, "
                "and nobody says why",
            )


@rule(
    "SPLIT-INCOMPLETE",
    "Policy without what it needs",
    severity=Severity.WARNING,
    sources=(GUIDE, "S10", "O4"),
    fix="Enter what is missing, or choose another policy.",
)
def split_incomplete(design: Design, rule: Rule) -> Iterator[Finding]:
    """A tie breaker needs the thing that the halves race for. A person who shall decide has to be
    called, and must know how to tell that the other half is down."""
    for row in policies(design.plan):
        for kind in sorted(chosen(row) & NEEDED.keys()):
            for column in NEEDED[kind]:
                if not getattr(row, column).strip():
                    yield rule.at(
                        cell(row, column),
                        cell(row, "split_policy"),
                        title=f"The policy {SplitPolicy(kind).label} has no {WORDS[column]}",
                    )


@rule(
    "SPLIT-IDLE",
    "Entry for a policy that is not chosen",
    severity=Severity.ADVICE,
    sources=(GUIDE,),
    fix="Clear the cell, or choose the policy that it belongs to.",
)
def split_idle(design: Design, rule: Rule) -> Iterator[Finding]:
    """A tie breaker disk beside an NFS policy looks like protection that is not there. PowerHA
    uses the cells of the chosen policy only."""
    for row in policies(design.plan):
        kinds = chosen(row)
        for kind in NEEDED if kinds else ():
            if kind in kinds:
                continue
            for column in (*NEEDED[kind], *OPTIONAL.get(kind, ())):
                idle = getattr(row, column) not in (None, "") and column not in ALWAYS_USEFUL
                if idle:
                    yield rule.at(
                        cell(row, column),
                        cell(row, "split_policy"),
                        title=f"The {WORDS[column]} belongs to the policy "
                        f"{SplitPolicy(kind).label}, which is not chosen",
                    )


@rule(
    "SPLIT-PRIORITY",
    "Merge by priority of sites that have none",
    severity=Severity.WARNING,
    sources=(GUIDE, "S10"),
    fix="Give one site the priority 1 and the other 2.",
)
def split_priority(design: Design, rule: Rule) -> Iterator[Finding]:
    """With the merge policy priority the site with the lower number stays up. Without numbers, or
    with the same twice, nobody can tell which one that is."""
    sites = sorted(design.plan.rows(Site), key=lambda site: site.key)
    for row in policies(design.plan):
        if row.merge_policy is not MergePolicy.PRIORITY:
            continue
        for site in sites:
            if site.priority is None:
                yield rule.at(
                    cell(site, "priority"),
                    cell(row, "merge_policy"),
                    title=f"{site.name} has no priority, but the merge goes by it",
                )
        known = [site for site in sites if site.priority is not None]
        if len(known) > 1 and len({site.priority for site in known}) == 1:
            yield rule.at(
                cell(row, "merge_policy"),
                *(cell(site, "priority") for site in known),
                title=f"{listed(site.name for site in known)} have the same priority "
                f"{known[0].priority}",
            )


@rule(
    "SPLIT-ACTION",
    "No action plan for the losing half",
    severity=Severity.ADVICE,
    outside_production=None,
    sources=(GUIDE,),
    fix="Say whether its nodes reboot, and whether groups and services stay off afterwards.",
)
def split_action(design: Design, rule: Rule) -> Iterator[Finding]:
    """Nodes of the half that gives way are restarted. Whether they take groups at once afterwards
    or wait for a person should not be found out in the night."""
    for row in policies(design.plan):
        policy = row.split_policy
        if policy is None or policy is SplitPolicy.NONE or row.action_plan is not None:
            continue
        yield rule.at(
            cell(row, "action_plan"), title=f"The policy {policy.label} has no action plan"
        )
