"""How grave findings are: by environment and by what the organisation has decided."""

from __future__ import annotations

import msgspec
import pytest

from tests.rules.builders import edit, sound
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.node import Node
from worksheets.rules.finding import Severity
from worksheets.rules.judge import judge
from worksheets.rules.policy import NO_POLICY, Policy, RuleSetting, settings_of
from worksheets.rules.registry import SAME, catalogue, rule

BLOCKER, WARNING, ADVICE = Severity

ONE_FRAME = edit(sound(), Node, "n2", frame="f1")
UNANSWERED = edit(sound(), ClusterOptions, "cluster", rootvg_event=None)
REFUSED = edit(sound(), ClusterOptions, "cluster", rootvg_event=False)


def placed(plan: Plan, environment: Environment) -> Plan:
    return edit(plan, ClusterOptions, "cluster", environment=environment)


def policy(rule_id: str, severity: Severity | None, environment: Environment | None = None):
    return Policy(settings=settings_of([RuleSetting(rule_id, severity, "decided", environment)]))


def severities(rule_id: str, plan: Plan, asked: Policy = NO_POLICY) -> list[Severity]:
    return [item.severity for item in judge(plan, asked).findings if item.rule == rule_id]


@pytest.mark.parametrize(
    ("environment", "severity"),
    [
        (Environment.PRODUCTION, BLOCKER),
        (Environment.TEST, ADVICE),
        (Environment.DEVELOPMENT, ADVICE),
    ],
)
def test_one_frame_is_fine_for_a_test_cluster(environment, severity):
    assert severities("SPOF-FRAME", placed(ONE_FRAME, environment)) == [severity]


def test_organisation_changes_a_severity():
    assert severities("RUN-ROOTVG-EVENT", REFUSED) == [WARNING]
    for severity in Severity:
        asked = policy("RUN-ROOTVG-EVENT", severity)
        assert severities("RUN-ROOTVG-EVENT", REFUSED, asked) == [severity]


def test_what_a_rule_weighs_lighter_stays_lighter():
    assert severities("RUN-ROOTVG-EVENT", UNANSWERED) == [ADVICE]
    assert severities("RUN-ROOTVG-EVENT", UNANSWERED, policy("RUN-ROOTVG-EVENT", BLOCKER)) == [
        ADVICE
    ]


def test_rule_switched_off_finds_nothing():
    assert severities("RUN-ROOTVG-EVENT", REFUSED, policy("RUN-ROOTVG-EVENT", None)) == []


def test_setting_for_one_environment_leaves_the_others():
    asked = policy("SPOF-FRAME", None, Environment.TEST)
    assert severities("SPOF-FRAME", placed(ONE_FRAME, Environment.TEST), asked) == []
    assert severities("SPOF-FRAME", ONE_FRAME, asked) == [BLOCKER]


def test_setting_for_one_environment_goes_before_that_for_all():
    asked = Policy(
        settings=settings_of(
            [
                RuleSetting("SPOF-FRAME", None, "no", None),
                RuleSetting("SPOF-FRAME", WARNING, "yes", Environment.TEST),
            ]
        )
    )
    assert severities("SPOF-FRAME", placed(ONE_FRAME, Environment.TEST), asked) == [WARNING]
    assert severities("SPOF-FRAME", ONE_FRAME, asked) == []


def test_a_severity_does_not_make_another_finding_of_it():
    before = next(item for item in judge(ONE_FRAME).findings if item.rule == "SPOF-FRAME")
    asked = policy("SPOF-FRAME", ADVICE)
    after = next(item for item in judge(ONE_FRAME, asked).findings if item.rule == "SPOF-FRAME")
    assert after.identity == before.identity
    assert msgspec.structs.replace(after, severity=BLOCKER) == before


def test_severity_outside_production_is_that_of_production_unless_said():
    rules = catalogue()
    assert rules["NAME-SYNTAX"].outside_production is BLOCKER
    assert rules["SPOF-NODE"].outside_production is ADVICE
    assert SAME not in {item.outside_production for item in rules.values()}


def test_rule_may_not_be_asked_outside_production():
    check = rule(
        "TEST-ONLY-PRODUCTION",
        "Only in production",
        severity=WARNING,
        sources=("N4",),
        fix="Do it.",
        outside_production=None,
    )
    from worksheets.rules import registry

    try:

        @check
        def nothing(design, asked):
            """Needed by the registration."""
            return ()

        registered = registry._RULES["TEST-ONLY-PRODUCTION"]
        assert registered.severity_in(Environment.TEST) is None
        assert registered.severity_in(Environment.PRODUCTION) is WARNING
    finally:
        del registry._RULES["TEST-ONLY-PRODUCTION"]
