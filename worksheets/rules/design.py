"""What a rule is given: plan, policy, and what has been worked out once for all rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from worksheets.failures.parts import PartKind
from worksheets.failures.singles import SingleFailures, single_failures
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import Environment
from worksheets.rules.estate import NO_ESTATE, Estate
from worksheets.rules.memory import Memory, Source, TracedPlan, reached
from worksheets.rules.policy import NO_POLICY, Policy

POLICY: Source = "policy"
ESTATE: Source = "estate"
_PARTS = reached(kind.row for kind in PartKind)


class Design:
    """A plan, what the organisation asks of it, what other clusters have to do with it, and its
    failure analysis, made on demand.

    `memory`: what is already known, because an earlier plan had the same worksheets. `made`: what
    others keep with the design, such as the layout of its rows.
    """

    def __init__(
        self,
        plan: Plan,
        policy: Policy = NO_POLICY,
        estate: Estate = NO_ESTATE,
        memory: Memory | None = None,
    ) -> None:
        self.memory = memory or Memory()
        self.plan: Plan = TracedPlan(plan, self.memory)
        self.made: dict[type, Any] = {}
        self._policy = policy
        self._estate = estate

    @property
    def policy(self) -> Policy:
        """What the organisation asks."""
        self.memory.reading.add(POLICY)
        return self._policy

    @property
    def estate(self) -> Estate:
        """What other clusters of the installation have to do with this one."""
        self.memory.reading.add(ESTATE)
        return self._estate

    @property
    def singles(self) -> SingleFailures:
        """What each single failure takes away."""
        return self.memory.recall("singles", self._singles)

    def _singles(self) -> SingleFailures:
        # Findings ask for names of parts later; they count as read from the start.
        self.memory.reading.update(_PARTS)
        return single_failures(self.plan).settled()

    @property
    def is_production(self) -> bool:
        return self.plan.options.environment is Environment.PRODUCTION

    def after(
        self, plan: Plan, policy: Policy, estate: Estate, changed: Iterable[Source]
    ) -> Design:
        """The design of another plan that differs from this one in nothing but `changed`."""
        return Design(plan, policy, estate, self.memory.without(changed))
