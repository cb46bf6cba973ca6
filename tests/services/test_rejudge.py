"""Judging again after the rules have changed."""

from __future__ import annotations

import msgspec
import pytest
from django.core.management import call_command

from planner.audit.models import Event
from worksheets.models import Finding, Revision
from worksheets.plan.rows.node import Node
from worksheets.queries import workbook
from worksheets.rules import finding as rules

pytestmark = pytest.mark.django_db


def test_findings_of_old_rules_are_replaced(cluster, capsys):
    revision = Revision.objects.get(cluster=cluster)
    right = set(Finding.objects.values_list("identity", flat=True))
    gone = Finding.objects.filter(revision=revision).first()
    old = rules.Finding(
        rule="OLD-RULE", severity=rules.Severity.BLOCKER, title="t", places=(rules.sheet(Node),)
    )
    Finding.objects.create(
        revision=revision,
        identity=old.identity,
        rule=old.rule,
        severity="blocker",
        content=msgspec.json.encode(old).decode(),
        since=revision.edited_at,
    )
    gone.delete()
    workbook._shelf._books.clear()
    call_command("rejudge")
    assert "1 new, 1 gone" in capsys.readouterr().out
    again = Revision.objects.get(cluster=cluster)
    assert set(Finding.objects.values_list("identity", flat=True)) == right
    assert again.edited_at == revision.edited_at
    assert again.stamp != revision.stamp
    event = Event.objects.order_by("number").last()
    assert (event.actor, event.action) == ("system", "cluster.rejudged")
