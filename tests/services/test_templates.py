"""Copies of clusters, and templates for every team."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from planner.accounts.models import Membership, OrganisationMembership, Role, Team, User
from planner.audit.models import Event
from tests.plans import small_plan
from tests.rules.builders import edit, sound
from worksheets.models import Cluster, ClusterTemplate
from worksheets.models.store.read import read_plan
from worksheets.plan import plan_file
from worksheets.plan.markers import Identity
from worksheets.plan.plan_file import digest, encode
from worksheets.plan.rows.cluster_options import ClusterOptions, ClusterType, Environment
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.resource_group import ResourceGroup
from worksheets.services.clusters import import_plan
from worksheets.services.errors import NameTaken, RowInvalid
from worksheets.services.templates import (
    Carry,
    NotDerived,
    copy_cluster,
    retire_template,
    save_as_template,
    use_template,
)
from worksheets.sheets.sheet import Group

pytestmark = pytest.mark.django_db
ALL = Carry()


@pytest.fixture
def full(architect, team):
    """A cluster with a row of nearly every kind."""
    plan = edit(sound(), ClusterOptions, "cluster", type=ClusterType.STANDARD, notes="as agreed")
    return import_plan(actor=architect, team_id=team.pk, data=encode(plan))


@pytest.fixture
def steward(architect):
    OrganisationMembership.objects.create(user=architect, role="steward")
    return architect


def copied(actor, source, team, name="copy", carry=ALL, environment="test"):
    return copy_cluster(
        actor=actor, cluster_id=source.pk, team_id=team.pk, name=name, environment=environment,
        carry=carry,
    )  # fmt: skip


def last_event():
    return Event.objects.order_by("number").last()


def test_a_copy_has_everything_but_name_and_environment(architect, team, full):
    copy = copied(architect, full, team)
    old, new = read_plan(full.current_id), read_plan(copy.current_id)
    assert (new.options.name, new.options.environment) == ("copy", Environment.TEST)
    assert new.options.notes == "as agreed"
    expected = edit(old, ClusterOptions, "cluster", name="copy", environment=Environment.TEST)
    assert new == expected
    event = last_event()
    assert event.action == "cluster.copied"
    assert event.data["from"] == f"cluster:{full.pk}/revision:1"
    assert event.data["from_digest"] == digest(old)


def test_a_copy_takes_over_what_was_chosen(architect, team, full):
    carry = Carry(
        chapters=frozenset(Group) - {Group.NEEDS, Group.RUNNING},
        clear=frozenset({Identity.ADDRESS, Identity.DISK}),
        remarks=False,
        words={"app": "orders", "node": "n"},
    )
    plan = read_plan(copied(architect, full, team, carry=carry).current_id)
    assert plan.options == ClusterOptions(key="cluster", name="copy", environment=Environment.TEST)
    assert [row.name for row in plan.rows(Node)] == ["na", "nb"]
    assert plan.get(ResourceGroup, "rg").name == "rg_orders"
    assert not any(row.address for row in plan.rows(IpLabel))
    assert not any(row.pvid for row in plan.rows(Disk))
    assert not any(row.slug == "administrator" for row in plan)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"nodea": "nodeb"}, "already a row called"),
        ({"nodea": "n" * 65}, "too long"),
        ({"nodea": "n" * 60}, "length <= 64"),
        ({"nodea": "a,b"}, "comma"),
        ({"/usr": "usr"}, "absolute path"),
        ({"nodea": ""}, "column name"),
    ],
)
def test_names_that_cannot_be_stored_are_told_and_nothing_is_made(
    architect, team, full, words, says
):
    with pytest.raises(NotDerived) as caught:
        copied(architect, full, team, carry=Carry(words=words))
    assert any(says in message for message in caught.value.messages), caught.value.messages
    assert Cluster.objects.count() == 1


def test_bad_names_and_environments_of_copies(architect, team, full):
    with pytest.raises(RowInvalid) as caught:
        copied(architect, full, team, name="", environment="moon")
    assert caught.value.errors.keys() == {"name", "environment"}
    with pytest.raises(NameTaken):
        copied(architect, full, team, name=full.name)


def test_rights_to_copy(people, team, full):
    with pytest.raises(PermissionDenied):
        copied(people["viewer"], full, team)
    with pytest.raises(Http404):
        copied(people["stranger"], full, team)
    other = Team.objects.create(name="Other", slug="other")
    Membership.objects.create(user=people["stranger"], team=other, role=Role.ARCHITECT)
    stranger = User.objects.get(pk=people["stranger"].pk)
    with pytest.raises(Http404):
        copied(stranger, full, other)
    Membership.objects.create(user=people["viewer"], team=other, role=Role.ARCHITECT)
    viewer = User.objects.get(pk=people["viewer"].pk)
    assert copied(viewer, full, other).team == other


def saved(actor, source, name="Two nodes", carry=ALL):
    return save_as_template(
        actor=actor, cluster_id=source.pk, name=name, description=" For apps. ", carry=carry
    )


def used(actor, template, team, name="fresh", carry=ALL):
    return use_template(
        actor=actor, template_id=template.pk, team_id=team.pk, name=name,
        environment="production", carry=carry,
    )  # fmt: skip


def test_a_template_is_a_plan_file_that_other_teams_begin_from(steward, people, full):
    template = saved(steward, full, carry=Carry(clear=frozenset(Identity)))
    assert json.loads(template.content)["format"] == "ha-cluster-plan"
    assert template.description == "For apps."
    event = last_event()
    assert (event.action, event.subject) == ("template.saved", f"template:{template.pk}")
    assert event.data["digest"] == template.digest
    other = Team.objects.create(name="Other", slug="other")
    Membership.objects.create(user=people["stranger"], team=other, role=Role.ARCHITECT)
    stranger = User.objects.get(pk=people["stranger"].pk)
    cluster = used(stranger, template, other)
    plan = read_plan(cluster.current_id)
    assert plan.options.name == "fresh"
    assert [row.name for row in plan.rows(Node)] == ["nodea", "nodeb"]
    assert not any(row.address for row in plan.rows(IpLabel))
    event = last_event()
    assert event.action == "cluster.created"
    assert event.data["template"] == "Two nodes"
    assert event.data["template_digest"] == template.digest


def test_changing_the_cluster_later_does_not_change_the_template(steward, team, full):
    template = saved(steward, full)
    Cluster.objects.filter(pk=full.pk).update(name="renamed")
    assert digest(read_plan(used(steward, template, team, name="Two nodes").current_id)) == (
        template.digest
    )


def test_templates_are_read_as_plan_files_are(steward, team, full, monkeypatch):
    """An older file goes through the reader, which is where formats are migrated."""
    template = saved(steward, full)
    read = []

    def spy(data):
        read.append(json.loads(data)["sheets"].keys())
        return plan_file.decode(data)

    with monkeypatch.context() as patch:
        patch.setattr("worksheets.services.templates.decode", spy)
        used(steward, template, team)
    assert read[0] == json.loads(template.content)["sheets"].keys()
    ClusterTemplate.objects.update(content='{"format":"ha-cluster-plan","version":999}')
    with pytest.raises(NotDerived, match="version 999"):
        used(steward, template, team, name="again")


def test_only_stewards_keep_templates(people, architect, full):
    for role in ("viewer", "architect", "approver", "administrator"):
        with pytest.raises(PermissionDenied, match="steward"):
            saved(people[role], full)
    with pytest.raises(Http404):
        saved(people["stranger"], full)
    assert not ClusterTemplate.objects.exists()
    boss = people["stranger"]
    boss.is_superuser = True
    boss.save()
    assert saved(boss, full).made_by == boss


def test_names_of_templates_are_not_used_twice(steward, full):
    saved(steward, full)
    with pytest.raises(NameTaken, match="template called Two nodes"):
        saved(steward, full)
    with pytest.raises(RowInvalid) as caught:
        saved(steward, full, name=" ")
    assert caught.value.errors.keys() == {"name"}
    with pytest.raises(RowInvalid) as caught:
        save_as_template(
            actor=steward, cluster_id=full.pk, name="x", description="d" * 2001, carry=ALL
        )
    assert caught.value.errors.keys() == {"description"}
    assert ClusterTemplate.objects.count() == 1


def test_a_retired_template_is_offered_no_longer(steward, people, team, full):
    template = saved(steward, full)
    with pytest.raises(PermissionDenied):
        retire_template(actor=people["administrator"], template_id=template.pk)
    retire_template(actor=steward, template_id=template.pk)
    assert last_event().action == "template.retired"
    with pytest.raises(Http404):
        used(steward, template, team)
    with pytest.raises(Http404):
        retire_template(actor=steward, template_id=template.pk)
    assert Event.objects.filter(action="template.retired").count() == 1


def test_a_template_needs_not_be_a_whole_design(steward, team):
    cluster = import_plan(actor=steward, team_id=team.pk, data=encode(small_plan()))
    template = saved(steward, cluster, carry=Carry(chapters=frozenset()))
    plan = read_plan(used(steward, template, team).current_id)
    assert [row.slug for row in plan] == ["cluster_options"]
