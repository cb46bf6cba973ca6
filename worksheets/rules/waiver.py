"""Waivers: findings that a named person has signed to tolerate, for a reason and until a date."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

import msgspec

from worksheets.plan.plan import Plan
from worksheets.plan.rows import KINDS
from worksheets.rules.finding import Finding, Severity
from worksheets.rules.judge import ENGINE_RULE, Judgement
from worksheets.rules.registry import catalogue

# Comments, which change nothing about what a rule saw.
_COMMENTS = ("notes", "rationale")


@dataclass(frozen=True)
class Waiver:
    """A signed waiver.

    `finding`: the identity of the finding, `evidence` as `evidence_of` told it. `title`: what the
    finding said. `probability` in percent per year, costs in `currency`. `review_by`: the last
    day on which it holds.
    """

    number: int
    finding: str
    evidence: str
    title: str
    risk: str
    probability: int
    cost_of_failure: int
    cost_of_countermeasure: int
    currency: str
    decision: str
    owner: str
    review_by: date
    proposed_by: str
    signed_by: str
    signed_at: datetime

    @property
    def expected_loss(self) -> int:
        """Cost of the failure times its probability, per year."""
        return expected_loss(self.cost_of_failure, self.probability)


class Waived(NamedTuple):
    """A finding and the waiver that it is tolerated by."""

    finding: Finding
    waiver: Waiver


def expected_loss(cost: int, probability: int) -> int:
    """What a failure costs in an average year, in whole units of its currency.

    `probability` in percent per year.
    """
    return (cost * probability + 50) // 100


def may_be_waived(finding: Finding) -> bool:
    """Whether a finding can be tolerated. That a rule could not be applied never can be."""
    return finding.rule != ENGINE_RULE


def evidence_of(plan: Plan, finding: Finding) -> str:
    """What a finding rests on (64 hex digits): its words and places, and the row it is about.

    Changes with the severity, with any word of the finding but its remedy, and with any cell of
    the first place's row but its comments; not with the order of rows and not with other rows
    that the finding does not speak of.
    """
    place = finding.places[0]
    row = plan.get(KINDS[place.sheet], place.key) if place.key else None
    cells = msgspec.to_builtins(row) if row is not None else {}
    told = msgspec.structs.replace(finding, fix="")
    content = (told, {name: cells[name] for name in cells if name not in _COMMENTS})
    return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()


@dataclass(frozen=True)
class Standing:
    """How a judgement stands on a day: findings that are open, and those tolerated.

    `waivers`: the signed ones of the cluster that nobody has ended. None holds while no `day` is
    given.
    """

    plan: Plan
    judgement: Judgement
    waivers: tuple[Waiver, ...] = ()
    day: date = date.max

    @cached_property
    def waived(self) -> tuple[Waived, ...]:
        """Tolerated findings with their waivers, in the order of the findings."""
        found = []
        holding = {
            waiver.finding: waiver for waiver in self.waivers if waiver.review_by >= self.day
        }
        for finding in self.judgement.findings if holding else ():
            waiver = holding.get(finding.identity)
            if waiver is not None and is_true(waiver, self.plan, finding):
                found.append(Waived(finding, waiver))
        return tuple(found)

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """Findings that nobody has signed for, gravest first."""
        gone = {item.finding.identity for item in self.waived}
        if not gone:
            return self.judgement.findings
        return tuple(f for f in self.judgement.findings if f.identity not in gone)

    @property
    def until(self) -> date | None:
        """The first day on which a waiver that holds now is due for review."""
        return min((item.waiver.review_by for item in self.waived), default=None)

    @property
    def spofs(self) -> int:
        """Open findings that leave a row of the paper's Table 1 open."""
        return spofs(self.open)

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.open)


def is_true(waiver: Waiver, plan: Plan, finding: Finding) -> bool:
    """Whether what was signed is still what the finding says."""
    return may_be_waived(finding) and waiver.evidence == evidence_of(plan, finding)


def spofs(findings: Iterable[Finding]) -> int:
    """How many findings are about a single point of failure of Table 1."""
    rules = catalogue()
    return sum(bool(f.rule in rules and rules[f.rule].table1) for f in findings)
