"""What a signed waiver covers, and what makes it untrue."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime

import msgspec
import pytest

from tests.rules.builders import edit, sound
from tests.rules.test_every_rule import shuffled
from worksheets.plan.plan import Plan
from worksheets.plan.rows.application import Application
from worksheets.plan.rows.cluster_options import ClusterOptions, Environment
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node, RootvgProtection, UsualRole
from worksheets.rules.finding import Finding, Place, Severity
from worksheets.rules.judge import ENGINE_RULE, Judgement, judge
from worksheets.rules.table1 import table1
from worksheets.rules.waiver import Standing, Waiver, evidence_of, expected_loss

TODAY = date(2026, 11, 23)
ONE_FRAME = edit(sound(), Node, "n2", frame="f1")


def the(plan: Plan, rule: str = "SPOF-FRAME") -> Finding:
    return next(item for item in judge(plan).findings if item.rule == rule)


def waiver(plan: Plan, finding: Finding) -> Waiver:
    return Waiver(
        number=1,
        finding=finding.identity,
        evidence=evidence_of(plan, finding),
        title=finding.title,
        risk="The frame fails",
        probability=5,
        cost_of_failure=1000,
        cost_of_countermeasure=9000,
        currency="EUR",
        decision="Too dear",
        owner="Olga",
        review_by=TODAY,
        proposed_by="Ada",
        signed_by="Sam",
        signed_at=datetime(2026, 11, 1, tzinfo=UTC),
    )


def standing(plan: Plan, *waivers: Waiver, day: date = TODAY) -> Standing:
    return Standing(plan, judge(plan), waivers, day)


SIGNED = waiver(ONE_FRAME, the(ONE_FRAME))


def test_a_waived_finding_is_not_open_and_not_counted():
    without, with_it = standing(ONE_FRAME), standing(ONE_FRAME, SIGNED)
    assert [item.finding.rule for item in with_it.waived] == ["SPOF-FRAME"]
    assert [f for f in without.open if f.rule != "SPOF-FRAME"] == list(with_it.open)
    assert with_it.count(Severity.BLOCKER) == without.count(Severity.BLOCKER) - 1
    assert with_it.spofs == without.spofs - 1
    assert with_it.until == TODAY
    assert without.until is None


def test_it_holds_on_the_review_date_and_not_after():
    assert standing(ONE_FRAME, SIGNED).waived
    assert not standing(ONE_FRAME, SIGNED, day=date(2026, 11, 24)).waived


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(edit(ONE_FRAME, Frame, "f1", name="other"), id="renamed"),
        pytest.param(edit(ONE_FRAME, Frame, "f1", serial="65DEAD"), id="cell of its row"),
        pytest.param(edit(ONE_FRAME, Node, "n1", name="nodeX"), id="named in the finding"),
        pytest.param(
            edit(ONE_FRAME, ClusterOptions, "cluster", environment=Environment.TEST),
            id="other severity",
        ),
    ],
)
def test_it_ends_when_the_row_or_the_finding_changes(plan):
    assert the(plan).identity == SIGNED.finding
    assert not standing(plan, SIGNED).waived


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(edit(ONE_FRAME, Frame, "f1", notes="seen"), id="note"),
        pytest.param(edit(ONE_FRAME, Frame, "f1", rationale="why"), id="rationale"),
        pytest.param(edit(ONE_FRAME, Node, "n1", cpu_peak=70), id="cell elsewhere"),
        pytest.param(shuffled(ONE_FRAME, 3), id="order"),
    ],
)
def test_comments_other_rows_and_order_leave_it_in_force(plan):
    assert standing(plan, SIGNED).waived


def test_the_remedy_is_no_evidence():
    finding = the(ONE_FRAME)
    other = msgspec.structs.replace(finding, fix="Something else.")
    assert evidence_of(ONE_FRAME, finding) == evidence_of(ONE_FRAME, other)


def test_a_waiver_of_one_finding_covers_no_other():
    foreign = dataclasses.replace(SIGNED, finding="0" * 32)
    assert not standing(ONE_FRAME, foreign).waived


def test_that_a_rule_could_not_be_applied_cannot_be_waived():
    failed = Finding(
        rule=ENGINE_RULE,
        severity=Severity.BLOCKER,
        title="no",
        places=(Place("cluster_options"),),
        about="NODE-BUSY",
    )
    stands = Standing(ONE_FRAME, Judgement((failed,)), (waiver(ONE_FRAME, failed),), TODAY)
    assert stands.open == (failed,)
    assert stands.waived == ()


def test_finding_about_a_whole_worksheet_has_evidence_too():
    plan = edit(sound(), Node, "n2", usual_role=UsualRole.ACTIVE)
    plan = edit(plan, Application, "pay", strategy=None)
    finding = the(plan, "NODE-STANDBY")
    assert finding.places[0].key == ""
    assert standing(plan, waiver(plan, finding)).waived


def test_table_1_tells_tolerated_from_open_and_eliminated():
    rows = {row.id: row for row in table1(standing(ONE_FRAME, SIGNED))}
    assert rows["S1"].tolerated
    assert not rows["S1"].eliminated
    assert not {row.id: row for row in table1(standing(ONE_FRAME))}["S1"].tolerated
    assert not rows["S3"].tolerated


def test_one_open_finding_keeps_its_row_of_table_1_open():
    alone = edit(ONE_FRAME, Node, "n2", rootvg=RootvgProtection.NONE)
    rows = {row.id: row for row in table1(standing(alone, waiver(alone, the(alone))))}
    assert rows["S1"].tolerated
    assert not rows["S7"].tolerated
    assert not rows["S7"].eliminated


@pytest.mark.parametrize(
    ("cost", "probability", "loss"),
    [(1000, 5, 50), (0, 50, 0), (99, 1, 1), (49, 1, 0), (7, 100, 7)],
)
def test_expected_loss_is_rounded_to_whole_units(cost, probability, loss):
    assert expected_loss(cost, probability) == loss
