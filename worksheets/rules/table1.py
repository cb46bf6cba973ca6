"""The paper's table of single points of failure, answered for one design."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from worksheets.plan.plan import Plan
from worksheets.rules import inventory
from worksheets.rules.finding import Finding
from worksheets.rules.inventory import Answer
from worksheets.rules.registry import catalogue
from worksheets.rules.waiver import Standing

NOTHING = "nothing entered yet"


class Table1Row(NamedTuple):
    """One cluster object of the table.

    `id`: S1 to S10. `how`: what this design has against the failure of the object, in words.
    `eliminated`: something is entered, it is complete enough to be judged, and no finding is
    open. `findings`: those that leave the row open. `tolerated`: nothing is missing, and a waiver
    has been signed for each of them.
    """

    id: str
    object: str
    how: str
    eliminated: bool
    findings: tuple[Finding, ...]
    tolerated: bool = False


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


def table1(standing: Standing) -> tuple[Table1Row, ...]:
    """The ten rows of the table for a plan as its findings stand.

    While a group cannot run anywhere, the row of the nodes stays open too, since no failure can
    be judged for that group.
    """
    rules = catalogue()
    found: dict[str, list[Finding]] = {}
    for finding in standing.judgement.findings:
        rule = rules.get(finding.rule)
        row = "S1" if finding.rule == "GROUP-STRANDED" else rule.table1 if rule else ""
        found.setdefault(row, []).append(finding)
    signed = {item.finding.identity for item in standing.waived}
    rows = []
    for id_, name, describe in _ROWS:
        answer = describe(standing.plan)
        still = tuple(found.get(id_, ()))
        covered = bool(answer.has) and not answer.lacks
        tolerated = covered and bool(still) and all(f.identity in signed for f in still)
        how = "; ".join((*answer.has, *answer.lacks)) or NOTHING
        rows.append(Table1Row(id_, name, how, covered and not still, still, tolerated))
    return tuple(rows)
