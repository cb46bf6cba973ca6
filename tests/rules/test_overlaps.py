"""One mistake, one finding: which rules speak beside the one that an example is about.

`overlaps_allowed.txt` lists the others, below the reason why they may. A rule that is new there
either repeats another one, and then one of the two should give way, or the example makes a second
mistake. A star stands for every example.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests.rules.test_every_rule import EXAMPLES, estate_of, policy_of
from worksheets.rules.judge import judge
from worksheets.rules.registry import catalogue

FILE = Path(__file__).with_name("overlaps_allowed.txt")
ALL = "*"


@cache
def allowed() -> dict[str, set[str]]:
    """Rules that may speak beside the one of an example (by its rule), as the file says."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            rule, others = line.split(":")
            found[rule] |= set(others.split())
    return found


@cache
def beside(rule_id: str) -> frozenset[str]:
    """Rules other than its own that tell the failing plan of an example from the passing one."""
    asked = policy_of(rule_id), estate_of(rule_id)
    fails, passes = (judge(plan, *asked).findings for plan in EXAMPLES[rule_id])
    known = {finding.identity for finding in passes}
    return frozenset(item.rule for item in fails if item.identity not in known) - {rule_id}


@pytest.mark.parametrize("rule_id", sorted(EXAMPLES))
def test_one_rule_tells_what_is_wrong(rule_id: str) -> None:
    assert beside(rule_id) - allowed()[ALL] == allowed().get(rule_id, set())


def test_nothing_is_allowed_that_never_happens() -> None:
    assert set(allowed()) <= {ALL, *EXAMPLES}
    assert allowed()[ALL] <= {other for rule_id in EXAMPLES for other in beside(rule_id)}
    assert allowed()[ALL] <= {rule.id for rule in catalogue().values() if rule.table1}


def test_every_line_has_a_reason() -> None:
    blocks = FILE.read_text(encoding="utf-8").strip().split("\n\n")
    assert all(
        block.startswith("# ") and not block.splitlines()[-1].startswith("#") for block in blocks
    )
