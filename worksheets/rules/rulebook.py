"""The name of what a plan is judged by: the catalogue of this version and the policy."""

from __future__ import annotations

import hashlib
from functools import cache

from worksheets.rules.policy import Policy
from worksheets.rules.policy_file import write_policy
from worksheets.rules.registry import catalogue


def rulebook(policy: Policy) -> str:
    """Digest (64 hex digits) of all rules with their weights, and of the policy.

    Two judgements of one plan by the same rulebook are the same.
    """
    return hashlib.sha256(_catalogue() + write_policy(policy)).hexdigest()


@cache
def _catalogue() -> bytes:
    lines = (
        f"{rule.id} {rule.severity} {rule.outside_production} {rule.title} {rule.fix}\n"
        for rule in catalogue().values()
    )
    return "".join(lines).encode()
