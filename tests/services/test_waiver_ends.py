"""What ends a waiver, what must not, and what is told and counted when something does."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from planner.accounts.models import OrganisationMembership
from tests.services.test_waivers import current, edit_row, open_ones, sign, state
from tests.waivers import waiver_texts
from worksheets.models import Waiver, WaiverStep
from worksheets.models.waiver import WaiverState
from worksheets.queries import workbook
from worksheets.rules.registry import catalogue
from worksheets.services.errors import WaiverRefused
from worksheets.services.rule_settings import set_rule_setting
from worksheets.services.waivers import propose_waiver, withdraw_waiver

pytestmark = pytest.mark.django_db


@pytest.fixture
def broken(monkeypatch):
    """Makes the rule of the waived finding raise."""

    def stop(design, rule):
        raise RuntimeError("no")

    def breaking():
        rules = dict(catalogue())
        rules["SPOF-FRAME"] = dataclasses.replace(rules["SPOF-FRAME"], check=stop)
        monkeypatch.setattr("worksheets.rules.judge.catalogue", lambda: rules)

    return breaking


@pytest.fixture
def switched_off(people):
    """Switches the rule of the waived finding off; no cluster is judged by that yet."""
    steward = people["administrator"]
    OrganisationMembership.objects.create(user=steward, role="steward")
    return lambda: set_rule_setting(
        actor=steward, rule="SPOF-FRAME", environment="", severity="off", reason="decided"
    )


def past_its_review(waiver):
    yesterday = timezone.localdate() - timedelta(days=1)
    Waiver.objects.filter(pk=waiver.pk).update(review_by=yesterday)
    workbook._shelf._books.clear()


def cluster_findings(cluster):
    return workbook.open_workbook(current(cluster)).judgement.findings


def test_a_new_proposal_in_place_of_a_due_waiver_makes_the_counts_true(
    architect, approver, cluster, finding, proposed
):
    sign(approver, proposed)
    counted = current(cluster)
    past_its_review(proposed)
    propose_waiver(
        actor=architect, cluster_id=cluster.pk, identity=finding.identity, texts=waiver_texts()
    )
    call_command("end_waivers")
    now = current(cluster)
    assert (now.waived, now.waived_until) == (0, None)
    assert now.spofs == counted.spofs + 1


def test_a_rule_that_fails_leaves_its_waivers_alone(
    approver, cluster, finding, proposed, broken, monkeypatch
):
    sign(approver, proposed)
    broken()
    call_command("rejudge")
    assert finding.identity not in {f.identity for f in cluster_findings(cluster)}
    assert state(proposed) is WaiverState.IN_FORCE
    monkeypatch.undo()
    call_command("rejudge")
    assert finding.identity in {f.identity for f in cluster_findings(cluster)}
    assert finding.identity not in open_ones(cluster)


def test_a_row_that_changed_while_its_rule_failed_ends_the_waiver_afterwards(
    architect, approver, cluster, finding, proposed, broken, monkeypatch
):
    sign(approver, proposed)
    broken()
    edit_row(architect, cluster, finding.places[0], serial="65DEAD")
    monkeypatch.undo()
    call_command("rejudge")
    assert state(proposed) is WaiverState.ENDED
    assert finding.identity in open_ones(cluster)


def test_what_the_organisation_asks_no_more_is_not_signed(
    approver, cluster, proposed, switched_off
):
    before = current(cluster)
    switched_off()
    with pytest.raises(WaiverRefused, match="gone"):
        sign(approver, proposed)
    assert not WaiverStep.objects.exists()
    assert current(cluster).stamp == before.stamp


def test_nothing_is_signed_when_a_rule_begins_to_fail(approver, cluster, proposed, broken):
    broken()
    with pytest.raises(WaiverRefused, match="could not be applied"):
        sign(approver, proposed)
    assert state(proposed) is WaiverState.PROPOSED


def test_a_withdrawal_that_fails_leaves_no_trace_in_memory(
    architect, approver, cluster, finding, proposed, monkeypatch
):
    sign(approver, proposed)
    workbook._shelf._books.clear()

    def stop(**_):
        raise RuntimeError("the database went away")

    monkeypatch.setattr("worksheets.services.waivers.judge_and_store", stop)
    with pytest.raises(RuntimeError):
        withdraw_waiver(actor=architect, cluster_id=cluster.pk, number=1, reason="Bought a card")
    assert state(proposed) is WaiverState.IN_FORCE
    assert finding.identity not in open_ones(cluster)
