"""The form of an example of a rule."""

from __future__ import annotations

from typing import NamedTuple

from worksheets.plan.plan import Plan
from worksheets.rules.estate import NO_ESTATE, Estate
from worksheets.rules.finding import Place
from worksheets.rules.policy import NO_POLICY, Policy


class Case(NamedTuple):
    """A plan that fails a rule, one that passes it, and where and how the failure is told.

    `at`: the place to jump to, as "sheet", "sheet/column" of a worksheet without a row, or
    "sheet/key/column" (the column may be empty). `says`: words of the finding's title.
    `times`: how many findings of the rule the failing plan has. `policy`: what the
    organisation asks. `estate`: what other clusters have planned.
    """

    fails: Plan
    passes: Plan
    at: str
    says: str
    times: int = 1
    policy: Policy = NO_POLICY
    estate: Estate = NO_ESTATE

    @property
    def place(self) -> Place:
        parts = self.at.split("/")
        if len(parts) == 3:
            return Place(*parts)
        return Place(parts[0], "", parts[1] if len(parts) == 2 else "")


def examples(cases: dict[str, Case]) -> dict[str, tuple[Plan, Plan]]:
    """The failing and the passing plan by rule."""
    return {rule: (case.fails, case.passes) for rule, case in cases.items()}
