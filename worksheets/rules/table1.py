"""The paper's table of single points of failure, answered for one design."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from worksheets.plan.plan import Plan
from worksheets.rules import inventory
from worksheets.rules.finding import Finding
from worksheets.rules.inventory import Answer
from worksheets.rules.policy import NO_POLICY, Policy
from worksheets.rules.registry import catalogue
from worksheets.rules.waiver import Standing
from worksheets.rules.weighing import weight

NOTHING = "nothing entered yet"
NOT_JUDGED, NOT_ASKED = "not judged", "not asked"


class Table1Row(NamedTuple):
    """One cluster object of the table.

    `id`: S1 to S10. `how`: what this design has against the failure of the object, in words.
    `eliminated`: something is entered, it is complete enough to be judged, and no finding is
    open. `findings`: those that leave the row open. `tolerated`: nothing is missing, and a waiver
    has been signed for each of them. `unknown`: why nobody can tell whether it is one of the two,
    where a rule of the row was not applied.
    """

    id: str
    object: str
    how: str
    eliminated: bool
    findings: tuple[Finding, ...]
    tolerated: bool = False
    unknown: str = ""


_ROWS: tuple[tuple[str, str, Callable[[Plan], Answer]], ...] = (
    ("S1", "Node", inventory.nodes),
    ("S2", "Power source", inventory.power),
    ("S3", "Network adapter", inventory.network_adapters),
    ("S4", "Network", inventory.networks),
    ("S5", "TCP/IP subsystem", inventory.heartbeat),
    ("S6", "Disk adapter", inventory.disk_adapters),
    ("S7", "Disk", inventory.disks),
    ("S8", "Application", inventory.applications),
    ("S9", "Administrator", inventory.administrators),
    ("S10", "Site", inventory.sites),
)


def table1(standing: Standing, policy: Policy = NO_POLICY) -> tuple[Table1Row, ...]:
    """The ten rows of the table for a plan as its findings stand under a policy.

    While a group cannot run anywhere, the row of the nodes stays open too, since no failure can
    be judged for that group.
    """
    found: dict[str, list[Finding]] = {}
    for finding in standing.judgement.findings:
        found.setdefault(_row_of(finding.rule), []).append(finding)
    signed = {item.finding.identity for item in standing.waived}
    not_applied = _not_applied(standing, policy)
    rows = []
    for id_, name, describe in _ROWS:
        answer = describe(standing.plan)
        still = tuple(found.get(id_, ()))
        lacking = not_applied.get(id_, {}) if answer.has else {}
        fine = bool(answer.has) and not answer.lacks and all(f.identity in signed for f in still)
        remarks = (f"{rule} is {why} here" for rule, why in lacking.items())
        how = "; ".join((*answer.has, *answer.lacks, *remarks)) or NOTHING
        unknown = (
            min(lacking.values(), key=(NOT_JUDGED, NOT_ASKED).index, default="") if fine else ""
        )
        sure = fine and not lacking
        rows.append(
            Table1Row(id_, name, how, sure and not still, still, sure and bool(still), unknown)
        )
    return tuple(rows)


def _row_of(rule: str) -> str:
    rules = catalogue()
    return "S1" if rule == "GROUP-STRANDED" else rules[rule].table1 if rule in rules else ""


def _not_applied(standing: Standing, policy: Policy) -> dict[str, dict[str, str]]:
    """By row, the rules that failed or are switched off, each with the word for it."""
    failed = {finding.about for finding in standing.judgement.unjudged}
    environment = standing.plan.options.environment
    found: dict[str, dict[str, str]] = {}
    for rule in catalogue().values():
        if rule.id in failed:
            found.setdefault(_row_of(rule.id), {})[rule.id] = NOT_JUDGED
        elif weight(rule, environment, policy) is None:
            found.setdefault(_row_of(rule.id), {})[rule.id] = NOT_ASKED
    return found
