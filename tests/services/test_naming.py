"""Setting naming rules, and what they do to saves and to judging again."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.http import Http404

from planner.accounts.models import OrganisationMembership
from planner.audit.models import Event
from tests.plans import version_of
from worksheets.models import Finding, NamingRule
from worksheets.queries.policy import current_policy
from worksheets.services.errors import RowInvalid
from worksheets.services.naming import remove_naming_rule, set_naming_rule
from worksheets.services.rows import save_row
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db
GOOD = {
    "worksheet": "node", "mask": "{env}{app:3}{nn}", "example": "pora01",
    "reason": "Codes come from the desk.", "severity": "warning",
}  # fmt: skip


@pytest.fixture
def steward(people):
    user = people["viewer"]
    OrganisationMembership.objects.create(user=user, role="steward")
    return user


def set_rule(actor, **changes):
    return set_naming_rule(actor=actor, **{**GOOD, **changes})


def departures(cluster):
    return Finding.objects.filter(revision__cluster=cluster, rule="NAME-POLICY")


def test_a_rule_counts_from_the_next_save_on(steward, architect, cluster):
    set_rule(steward)
    assert not departures(cluster).exists(), "nothing is judged by setting a rule"
    cells = {"cpu_peak": "70"}
    version = version_of(cluster.current_id, "node", "n1")
    save_row(
        actor=architect, cluster_id=cluster.pk, sheet=sheets()["node"], key="n1",
        version=version, cells=cells,
    )  # fmt: skip
    assert {row.severity for row in departures(cluster)} == {"warning"}
    assert departures(cluster).count() == 2


def test_judging_again_applies_and_lifts_rules(steward, cluster, capsys):
    set_rule(steward)
    call_command("rejudge")
    assert "small: 2 new, 0 gone" in capsys.readouterr().out
    remove_naming_rule(actor=steward, worksheet="node")
    call_command("rejudge")
    assert "small: 0 new, 2 gone" in capsys.readouterr().out
    assert not departures(cluster).exists()


def test_events_say_what_changed(steward):
    set_rule(steward)
    event = Event.objects.order_by("number").last()
    assert (event.action, event.subject) == ("naming_rule.set", "naming_rule:node")
    assert event.data["changes"]["mask"] == ["", "{env}{app:3}{nn}"]
    set_rule(steward, severity="advice")
    event = Event.objects.order_by("number").last()
    assert event.data["changes"] == {"severity": ["warning", "advice"]}
    count = Event.objects.count()
    set_rule(steward, severity="advice")
    assert Event.objects.count() == count, "nothing changed"
    remove_naming_rule(actor=steward, worksheet="node")
    event = Event.objects.order_by("number").last()
    assert event.action == "naming_rule.removed"
    assert event.data["changes"]["example"] == ["pora01", ""]
    assert NamingRule.objects.count() == 0
    with pytest.raises(Http404):
        remove_naming_rule(actor=steward, worksheet="node")


@pytest.mark.parametrize(
    ("changes", "column", "says"),
    [
        ({"mask": ""}, "mask", "1 to 200"),
        ({"mask": "{env"}, "mask", "braces come in pairs"),
        ({"mask": "(a+)+$"}, "mask", "one thing only"),
        ({"mask": "{nn}\x00"}, "mask", "U+0000"),
        ({"example": ""}, "example", "Enter a name"),
        ({"example": "pora1"}, "example", "does not follow"),
        ({"example": "x" * 65}, "example", "64"),
        ({"mask": "{*}", "example": "a,b"}, "example", "comma"),
        ({"reason": "x" * 1001}, "reason", "1,000"),
        ({"reason": "x\x00"}, "reason", "U+0000"),
        ({"severity": "fatal"}, "severity", "blocker, warning, advice"),
        (
            {"worksheet": "cluster_options", "mask": "{cluster}{nn}", "example": "a01"},
            "mask",
            "own name",
        ),
    ],
)
def test_bad_rules_are_refused_with_their_reason(steward, changes, column, says):
    with pytest.raises(RowInvalid) as caught:
        set_rule(steward, **changes)
    assert list(caught.value.errors) == [column]
    assert says in caught.value.errors[column]
    assert not NamingRule.objects.exists()


def test_only_stewards_set_rules(people):
    for role in ("architect", "approver", "administrator", "stranger"):
        with pytest.raises(PermissionDenied, match="steward"):
            set_rule(people[role])
        with pytest.raises(PermissionDenied, match="steward"):
            remove_naming_rule(actor=people[role], worksheet="node")
    assert not NamingRule.objects.exists()


@pytest.mark.parametrize("worksheet", ["disk_path", "nonsense"])
def test_worksheets_without_names_have_no_rules(steward, worksheet):
    with pytest.raises(Http404):
        set_rule(steward, worksheet=worksheet)


def test_policy_is_two_queries_and_leaves_out_what_cannot_be_applied(
    steward, caplog, django_assert_num_queries
):
    set_rule(steward)
    common = {"example": "x", "severity": "advice", "edited_by": steward}
    NamingRule.objects.create(worksheet="frame", mask="{broken", **common)
    NamingRule.objects.create(worksheet="gone", mask="{nn}", **common)
    with django_assert_num_queries(2):
        policy = current_policy()
    assert list(policy.naming) == ["node"]
    assert "frame" in caplog.text
    assert "gone" in caplog.text
