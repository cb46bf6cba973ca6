"""What a rule is given: the plan, and what has been worked out from it once for all rules."""

from __future__ import annotations

from functools import cached_property

from worksheets.failures.singles import SingleFailures, single_failures
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import Environment


class Design:
    """A plan with its failure analysis, which is made when the first rule asks for it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def singles(self) -> SingleFailures:
        """What each single failure takes away."""
        return single_failures(self.plan)

    @property
    def is_production(self) -> bool:
        return self.plan.options.environment is Environment.PRODUCTION
