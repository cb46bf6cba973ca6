"""Waivers from proposal to their end: who may, what is kept, what ends them."""

from __future__ import annotations

import dataclasses
import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.http import Http404
from django.utils import timezone

from planner.accounts.models import Membership, Role, User
from planner.audit.models import Event
from tests.plans import version_of
from tests.waivers import PASSWORD, waiver_texts
from worksheets.models import Finding, Revision, Waiver, WaiverStep
from worksheets.models.waiver import WaiverState
from worksheets.queries import workbook
from worksheets.queries.waivers import register
from worksheets.queries.workbook import open_workbook
from worksheets.rules.finding import Severity
from worksheets.rules.registry import catalogue
from worksheets.services.errors import RowInvalid, WaiverRefused
from worksheets.services.history import undo
from worksheets.services.rows import save_row
from worksheets.services.waivers import (
    propose_waiver,
    reject_waiver,
    sign_waiver,
    statement_of,
    withdraw_waiver,
)
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db


def current(cluster) -> Revision:
    return Revision.objects.select_related("cluster").get(pk=cluster.current_id)


def told(action: str) -> dict[str, str]:
    return json.loads(Event.objects.get(action=action).details)


def open_ones(cluster) -> set[str]:
    return {f.identity for f in open_workbook(current(cluster)).findings}


def sign(approver, waiver, password=PASSWORD):
    return sign_waiver(
        actor=approver, cluster_id=waiver.cluster_id, number=waiver.number, password=password
    )


def state(waiver) -> WaiverState:
    (found,) = [item for item in register(waiver.cluster) if item.pk == waiver.pk]
    return found.state(timezone.localdate())


def test_a_proposal_changes_nothing_yet(cluster, finding, proposed):
    assert state(proposed) is WaiverState.PROPOSED
    assert finding.identity in open_ones(cluster)
    assert proposed.risk == "The frame fails\nat night"
    assert proposed.cost_of_failure == 1_000_000
    assert told("waiver.proposed")["finding"] == finding.title
    assert told("waiver.proposed")["owner"] == "Olga Owner"


def test_a_signature_closes_the_finding_and_is_kept_verbatim(cluster, finding, proposed, approver):
    before = current(cluster)
    sign(approver, proposed)
    after = current(cluster)
    assert state(proposed) is WaiverState.IN_FORCE
    assert finding.identity not in open_ones(cluster)
    assert after.stamp != before.stamp
    assert after.waived == 1
    assert after.waived_until == proposed.review_by
    column = {Severity.BLOCKER: "blockers", Severity.WARNING: "warnings"}.get(
        finding.severity, "advice"
    )
    assert getattr(after, column) == getattr(before, column) - 1
    assert Finding.objects.filter(revision=after, identity=finding.identity).exists()
    step = WaiverStep.objects.get(waiver=proposed)
    assert step.name == "Sam Signer"
    assert step.statement == statement_of(proposed, approver)
    assert finding.title in step.statement
    assert told("waiver.signed")["statement"] == step.statement


def test_nobody_signs_ones_own_waiver(cluster, finding, approver, team):
    Membership.objects.create(user=approver, team=team, role=Role.ARCHITECT)
    own = User.objects.get(pk=approver.pk)
    waiver = propose_waiver(
        actor=own, cluster_id=cluster.pk, identity=finding.identity, texts=waiver_texts()
    )
    with pytest.raises(PermissionDenied):
        sign(own, waiver)
    with pytest.raises(PermissionDenied):
        reject_waiver(actor=own, cluster_id=cluster.pk, number=waiver.number, reason="no")
    assert state(waiver) is WaiverState.PROPOSED


@pytest.mark.parametrize("role", ["viewer", "architect", "administrator"])
def test_only_approvers_sign(people, role, proposed):
    with pytest.raises(PermissionDenied):
        sign(people[role], proposed)


def test_strangers_do_not_know_of_it(people, proposed, finding):
    with pytest.raises(Http404):
        sign(people["stranger"], proposed)
    with pytest.raises(Http404):
        propose_waiver(
            actor=people["stranger"],
            cluster_id=proposed.cluster_id,
            identity=finding.identity,
            texts=waiver_texts(),
        )


def test_a_wrong_password_signs_nothing_and_is_remembered(approver, proposed):
    with pytest.raises(RowInvalid) as refused:
        sign(approver, proposed, "guess")
    assert set(refused.value.errors) == {"password"}
    assert state(proposed) is WaiverState.PROPOSED
    assert Event.objects.filter(action="account.sign_in_failed").count() == 1


def test_guessing_is_slowed_down(approver, proposed):
    for _ in range(10):
        with pytest.raises(RowInvalid):
            sign(approver, proposed, "guess")
    with pytest.raises(RowInvalid, match="Too many wrong passwords"):
        sign(approver, proposed)
    assert state(proposed) is WaiverState.PROPOSED


def edit_row(actor, cluster, place, **cells):
    save_row(
        actor=actor,
        cluster_id=cluster.pk,
        sheet=sheets()[place.sheet],
        key=place.key,
        version=version_of(cluster.current_id, place.sheet, place.key),
        cells=cells,
    )


def test_it_ends_when_the_row_changes_and_undo_does_not_bring_it_back(
    architect, approver, cluster, finding, proposed
):
    sign(approver, proposed)
    edit_row(architect, cluster, finding.places[0], serial="65DEAD")
    assert state(proposed) is WaiverState.ENDED
    assert finding.identity in open_ones(cluster)
    assert current(cluster).waived == 0
    assert "changed" in told("waiver.ended")["reason"]
    undo(actor=architect, cluster_id=cluster.pk)
    assert state(proposed) is WaiverState.ENDED
    assert finding.identity in open_ones(cluster)


def test_a_note_leaves_it_in_force(architect, approver, cluster, finding, proposed):
    sign(approver, proposed)
    edit_row(architect, cluster, finding.places[0], notes="looked at")
    assert state(proposed) is WaiverState.IN_FORCE
    assert finding.identity not in open_ones(cluster)
    assert current(cluster).waived == 1


def test_a_proposal_ends_with_its_row_too(architect, approver, cluster, finding, proposed):
    edit_row(architect, cluster, finding.places[0], serial="65DEAD")
    assert state(proposed) is WaiverState.ENDED
    with pytest.raises(WaiverRefused, match="ended already"):
        sign(approver, proposed)


def test_rejected_and_withdrawn_need_a_reason_and_are_final(
    architect, approver, cluster, finding, proposed
):
    with pytest.raises(RowInvalid):
        reject_waiver(actor=approver, cluster_id=cluster.pk, number=1, reason="  ")
    reject_waiver(actor=approver, cluster_id=cluster.pk, number=1, reason="Too likely")
    assert state(proposed) is WaiverState.REJECTED
    with pytest.raises(WaiverRefused, match="rejected already"):
        sign(approver, proposed)
    with pytest.raises(WaiverRefused):
        withdraw_waiver(actor=architect, cluster_id=cluster.pk, number=1, reason="x")
    again = propose_waiver(
        actor=architect, cluster_id=cluster.pk, identity=finding.identity, texts=waiver_texts()
    )
    assert again.number == 2
    sign(approver, again)
    withdraw_waiver(actor=architect, cluster_id=cluster.pk, number=2, reason="Bought a card")
    assert state(again) is WaiverState.WITHDRAWN
    assert finding.identity in open_ones(cluster)
    assert told("waiver.withdrawn")["reason"] == "Bought a card"


def test_viewers_withdraw_nothing(people, proposed):
    with pytest.raises(PermissionDenied):
        withdraw_waiver(
            actor=people["viewer"], cluster_id=proposed.cluster_id, number=1, reason="no"
        )


def test_one_waiver_at_a_time(architect, cluster, finding, proposed):
    with pytest.raises(WaiverRefused, match="W-1"):
        propose_waiver(
            actor=architect, cluster_id=cluster.pk, identity=finding.identity, texts=waiver_texts()
        )
    assert Waiver.objects.count() == 1


def test_after_the_review_date_the_finding_is_open_and_the_night_ends_the_waiver(
    approver, cluster, finding, proposed, capsys
):
    sign(approver, proposed)
    Waiver.objects.filter(pk=proposed.pk).update(review_by=timezone.localdate() - timedelta(days=1))
    workbook._shelf._books.clear()
    assert state(proposed) is WaiverState.DUE
    assert finding.identity in open_ones(cluster)
    assert current(cluster).waived == 1, "the portfolio still counts as of the last write"
    call_command("end_waivers")
    assert "small: 1 ended" in capsys.readouterr().out
    assert state(proposed) is WaiverState.ENDED
    assert current(cluster).waived == 0
    call_command("end_waivers")
    assert "0 waivers ended" in capsys.readouterr().out


def test_judging_again_keeps_it(approver, cluster, finding, proposed):
    sign(approver, proposed)
    call_command("rejudge")
    assert state(proposed) is WaiverState.IN_FORCE
    assert finding.identity not in open_ones(cluster)


def test_nothing_is_signed_while_a_rule_fails(approver, cluster, proposed, monkeypatch):
    def stop(design, rule):
        raise RuntimeError("no")

    rules = dict(catalogue())
    rules["LEVEL-OLD"] = dataclasses.replace(rules["LEVEL-OLD"], check=stop)
    monkeypatch.setattr("worksheets.rules.judge.catalogue", lambda: rules)
    call_command("rejudge")
    with pytest.raises(WaiverRefused, match="could not be applied"):
        sign(approver, proposed)
    assert state(proposed) is WaiverState.PROPOSED


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("risk", "", "Fill this in"),
        ("risk", "a\x07b", "remove it"),
        ("risk", "x" * 4001, "at most 4,000"),
        ("probability", "101", "0 to 100"),
        ("probability", "-1", "whole number"),
        ("probability", "5%", "whole number"),
        ("probability", "0,5", "whole number"),
        ("cost_of_failure", "1,50", "whole number"),
        ("cost_of_failure", "1 5", "whole number"),
        ("cost_of_failure", "1.5", "whole number"),
        ("cost_of_failure", "9" * 40, "whole number"),
        ("currency", "x" * 11, "at most 10"),
        ("owner", "a\nb", "remove it"),
        ("review_by", "soon", "such as"),
        ("review_by", "2020-01-01", "after today"),
        ("review_by", "2099-01-01", "not after"),
    ],
)
def test_bad_answers_are_named_and_nothing_is_stored(
    architect, cluster, finding, field, text, says
):
    with pytest.raises(RowInvalid) as refused:
        propose_waiver(
            actor=architect,
            cluster_id=cluster.pk,
            identity=finding.identity,
            texts=waiver_texts(**{field: text}),
        )
    assert set(refused.value.errors) == {field}
    assert says in refused.value.errors[field]
    assert not Waiver.objects.exists()


def test_a_finding_that_is_gone_needs_no_waiver(architect, cluster):
    with pytest.raises(WaiverRefused, match="gone"):
        propose_waiver(
            actor=architect, cluster_id=cluster.pk, identity="0" * 32, texts=waiver_texts()
        )
