"""Which policies of a resource group go together."""

from __future__ import annotations

from itertools import product

from tests.rules.builders import group, sound
from worksheets.plan.rows.resource_group import Fallback, Fallover, NodePriority, Startup
from worksheets.rules.judge import judge

ALLOWED = {
    (startup, fallover, fallback)
    for startup in ("OHN", "OFAN")
    for fallover, fallback in (
        ("FNPN", "FBHPN"), ("FNPN", "NFB"), ("FUDNP", "FBHPN"), ("FUDNP", "NFB"), ("BO", "NFB"),
    )
} | {("OUDP", "FNPN", "NFB"), ("OUDP", "FUDNP", "NFB"), ("OAAN", "BO", "NFB")}  # fmt: skip


def test_thirteen_of_the_twenty_four_combinations_are_allowed():
    accepted = set()
    for startup, fallover, fallback in product(Startup, Fallover, Fallback):
        candidate = group(
            "g1", startup=startup, fallover=fallover, fallback=fallback,
            node_priority=NodePriority.CPU if fallover is Fallover.FUDNP else None,
        )  # fmt: skip
        findings = judge(sound().replace(candidate)).findings
        if not any(item.rule.startswith("RG-POLICY") for item in findings):
            accepted.add((startup.value, fallover.value, fallback.value))
    assert len(accepted) == 13
    assert accepted == ALLOWED
