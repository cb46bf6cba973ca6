"""One rule asked about one plan."""

from __future__ import annotations

from tests.rules.test_every_rule import found
from worksheets.plan.plan import Plan
from worksheets.rules.finding import Finding


def only(rule_id: str, plan: Plan) -> Finding:
    """The one finding of a rule; fails where it has none or several."""
    (finding,) = found(rule_id, plan)
    return finding
