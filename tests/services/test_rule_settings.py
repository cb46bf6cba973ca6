"""Deciding how grave rules are, and what that does to saves and to judging again."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.http import Http404

from planner.accounts.models import OrganisationMembership
from planner.audit.models import Event
from worksheets.models import Finding, Revision, RuleSetting
from worksheets.plan.rows.cluster_options import Environment
from worksheets.queries.policy import current_policy, is_outdated
from worksheets.rules.finding import Severity
from worksheets.services.errors import RowInvalid
from worksheets.services.rejudge import refresh_findings
from worksheets.services.rule_settings import remove_rule_setting, set_rule_setting

pytestmark = pytest.mark.django_db
RULE = "SPOF-SITE"


@pytest.fixture
def steward(people):
    user = people["viewer"]
    OrganisationMembership.objects.create(user=user, role="steward")
    return user


def decide(actor, **changes):
    given = {"rule": RULE, "environment": "", "severity": "advice", "reason": "One site is policy"}
    return set_rule_setting(actor=actor, **{**given, **changes})


def severities(cluster) -> set[str]:
    found = Finding.objects.filter(revision__cluster=cluster, rule=RULE)
    return set(found.values_list("severity", flat=True))


def test_it_counts_after_judging_again_and_is_lifted_again(steward, cluster):
    assert severities(cluster) == {"blocker"}
    decide(steward)
    assert severities(cluster) == {"blocker"}, "nothing is judged by setting it"
    call_command("rejudge")
    assert severities(cluster) == {"advice"}
    decide(steward, severity="off")
    call_command("rejudge")
    assert severities(cluster) == set()
    remove_rule_setting(actor=steward, rule=RULE, environment="")
    call_command("rejudge")
    assert severities(cluster) == {"blocker"}


def test_every_decision_is_audited_with_before_and_after(steward):
    decide(steward)
    decide(steward, severity="off", reason="Not ours")
    decide(steward, severity="off", reason="Not ours")
    remove_rule_setting(actor=steward, rule=RULE, environment="")
    events = Event.objects.filter(subject=f"rule_setting:{RULE}/all").order_by("number")
    assert [event.action for event in events] == [
        "rule_setting.set", "rule_setting.set", "rule_setting.removed",
    ]  # fmt: skip
    assert json.loads(events[1].details)["changes"] == {
        "severity": ["advice", "off"], "reason": ["One site is policy", "Not ours"],
    }  # fmt: skip
    assert not RuleSetting.objects.exists()


def test_policy_as_the_rules_see_it(steward):
    decide(steward, environment="test", severity="off", reason="r")
    policy = current_policy()
    setting = policy.setting(RULE, Environment.TEST)
    assert setting is not None
    assert (setting.severity, setting.reason) == (None, "r")
    assert policy.setting(RULE, Environment.PRODUCTION) is None
    decide(steward, severity="warning")
    found = current_policy().setting(RULE, Environment.PRODUCTION)
    assert found is not None
    assert found.severity is Severity.WARNING


def test_setting_of_a_rule_that_this_version_lacks_is_passed_over(steward, caplog):
    RuleSetting.objects.create(rule="GONE", severity="off", reason="r", edited_by=steward)
    assert current_policy().settings == {}
    assert "GONE" in caplog.text


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("severity", "fatal"),
        ("severity", ""),
        ("environment", "moon"),
        ("reason", " "),
        ("reason", "a\x00"),
        ("reason", "x" * 1001),
    ],
)
def test_bad_answers_are_named(steward, field, text):
    with pytest.raises(RowInvalid) as refused:
        decide(steward, **{field: text})
    assert set(refused.value.errors) == {field}
    assert not RuleSetting.objects.exists()


def test_only_stewards_and_only_known_rules(people, steward):
    with pytest.raises(PermissionDenied):
        decide(people["administrator"])
    with pytest.raises(Http404):
        decide(steward, rule="NOPE")
    with pytest.raises(Http404):
        remove_rule_setting(actor=steward, rule=RULE, environment="")


def test_a_design_judged_by_other_rules_is_known_as_such(steward, cluster):
    def outdated() -> bool:
        return is_outdated(Revision.objects.get(pk=cluster.current_id), current_policy())

    assert not outdated()
    decide(steward, severity="off")
    assert outdated()
    call_command("rejudge")
    assert not outdated()
    remove_rule_setting(actor=steward, rule=RULE, environment="")
    assert outdated()
    refresh_findings(cluster.pk)
    assert not outdated()


def test_a_setting_that_changes_no_finding_is_taken_note_of(steward, cluster):
    decide(steward, rule="WPAR-NAME", severity="warning")
    assert refresh_findings(cluster.pk) is None
    assert not is_outdated(Revision.objects.get(pk=cluster.current_id), current_policy())
