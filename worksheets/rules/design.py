"""What a rule is given: plan, policy, and what has been worked out once for all rules."""

from __future__ import annotations

from functools import cached_property

from worksheets.failures.singles import SingleFailures, single_failures
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import Environment
from worksheets.rules.policy import NO_POLICY, Policy


class Design:
    """A plan, what the organisation asks of it, and its failure analysis, made on demand."""

    def __init__(self, plan: Plan, policy: Policy = NO_POLICY) -> None:
        self.plan = plan
        self.policy = policy

    @cached_property
    def singles(self) -> SingleFailures:
        """What each single failure takes away."""
        return single_failures(self.plan)

    @property
    def is_production(self) -> bool:
        return self.plan.options.environment is Environment.PRODUCTION
