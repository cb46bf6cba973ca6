"""A plan file that has been judged, or could not be read: what every format of a report tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from worksheets.exchange.checks.lines import Lines
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import PlanFileError, decode, digest
from worksheets.rules.finding import Finding, Place, Severity
from worksheets.rules.judge import judge
from worksheets.rules.policy import NO_POLICY, Policy
from worksheets.rules.registry import Rule, catalogue
from worksheets.sheets.registry import sheets

FINE, FOUND, UNREADABLE, RULE_FAILED = 0, 1, 2, 3


class Spot(NamedTuple):
    """A place as people call it. `line`: where it stands in the file."""

    place: Place
    worksheet: str
    row: str
    column: str
    line: int

    @property
    def words(self) -> str:
        """Worksheet, row and column in one line."""
        return " / ".join(word for word in (self.worksheet, self.row, self.column) if word)

    @property
    def path(self) -> str:
        """Worksheet, key and column as the plan file has them."""
        parts = (self.place.sheet, self.place.key, self.place.column)
        return "/".join(part for part in parts if part)


@dataclass(frozen=True)
class UnreadableFile:
    """A file that is no plan. `problems` say where and what to do."""

    name: str
    problems: tuple[str, ...]

    def code(self, fail_on: Severity | None) -> int:
        return UNREADABLE


class CheckedPlan:
    """A plan and its findings, as the file of that name holds it.

    `failed_rules`: those that could not be applied, so that the plan counts as not judged.
    """

    def __init__(self, name: str, data: bytes, plan: Plan, policy: Policy = NO_POLICY) -> None:
        self.name = name
        self.plan = plan
        self.policy = policy
        judgement = judge(plan, policy)
        self.findings = judgement.findings
        self.failed_rules = tuple(finding.about for finding in judgement.unjudged)
        self._data = data

    @property
    def cluster(self) -> str:
        return self.plan.options.name

    @cached_property
    def digest(self) -> str:
        return digest(self.plan)

    @cached_property
    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity, gravest first."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in Severity}

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._data.decode())

    def spots(self, finding: Finding) -> Iterator[Spot]:
        """The places of a finding, the one to look at first in front."""
        for place in finding.places:
            sheet = sheets()[place.sheet]
            labels = {column.name: column.label for column in sheet.all_columns}
            label = labels.get(place.column, place.column)
            row = "" if sheet.single else self.plan.title(sheet.row, place.key)
            yield Spot(place, sheet.title, row, label, self._lines.of(place))

    def code(self, fail_on: Severity | None) -> int:
        """The exit code: 3 where a rule failed, 1 with a finding as grave as `fail_on`, else 0.

        None as `fail_on`: no finding counts. A rule that failed always does.
        """
        if self.failed_rules:
            return RULE_FAILED
        if fail_on is None:
            return FINE
        grave = any(finding.severity.rank <= fail_on.rank for finding in self.findings)
        return FOUND if grave else FINE


Checked = CheckedPlan | UnreadableFile


def check(name: str, data: bytes, policy: Policy = NO_POLICY) -> Checked:
    """Read a plan file and judge it by every rule and the organisation's policy."""
    try:
        plan = decode(data)
    except PlanFileError as error:
        return UnreadableFile(name, tuple(error.messages))
    return CheckedPlan(name, data, plan, policy)


def rule_of(finding: Finding) -> Rule | None:
    """The rule of the catalogue that a finding is of; None for a rule that failed."""
    return catalogue().get(finding.rule)


def plainly(severity: Severity, count: int) -> str:
    """A count in words."""
    if severity is Severity.ADVICE:
        return f"{count:,} advice"
    return f"{count:,} {severity.value}{'' if count == 1 else 's'}"
