"""Making clusters."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from planner.audit.models import Event
from tests.plans import small_plan
from worksheets.models import Cluster, Revision
from worksheets.models.store.read import read_plan
from worksheets.plan.plan_file import PlanFileError, encode
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.services.clusters import create_cluster, import_plan
from worksheets.services.errors import NameTaken, RowInvalid

pytestmark = pytest.mark.django_db


def test_import_stores_the_plan_and_its_judgement(architect, team):
    cluster = import_plan(actor=architect, team_id=team.pk, data=encode(small_plan()))
    assert read_plan(cluster.current_id) == small_plan()
    assert (cluster.name, cluster.owner) == ("small", "Payments")
    revision = Revision.objects.get(cluster=cluster)
    assert revision.number == 1
    assert revision.rows == len(small_plan())
    assert revision.spofs > 0
    assert Event.objects.order_by("number").last().action == "cluster.imported"


def test_damaged_file_stores_nothing(architect, team):
    with pytest.raises(PlanFileError):
        import_plan(actor=architect, team_id=team.pk, data=encode(small_plan())[:-9])
    assert not Cluster.objects.exists()
    assert not Event.objects.filter(action="cluster.imported").exists()


def test_file_that_names_no_cluster(architect, team):
    data = encode(small_plan().without(ClusterOptions, "cluster"))
    with pytest.raises(PlanFileError, match="names no cluster"):
        import_plan(actor=architect, team_id=team.pk, data=data)
    assert not Cluster.objects.exists()


def test_second_cluster_of_a_name_is_refused(architect, team, cluster):
    with pytest.raises(NameTaken, match="already has a cluster called small"):
        import_plan(actor=architect, team_id=team.pk, data=encode(small_plan()))
    assert Cluster.objects.count() == 1


def test_empty_cluster(architect, team):
    cluster = create_cluster(actor=architect, team_id=team.pk, name=" fresh ", environment="test")
    plan = read_plan(cluster.current_id)
    assert (plan.options.name, plan.options.environment.value) == ("fresh", "test")
    assert len(plan) == 1


@pytest.mark.parametrize(("name", "environment"), [("", "test"), ("a,b", "test"), ("a", "moon")])
def test_bad_name_or_environment(architect, team, name, environment):
    with pytest.raises(RowInvalid):
        create_cluster(actor=architect, team_id=team.pk, name=name, environment=environment)
    assert not Cluster.objects.exists()


def test_rights(people, team):
    for role, refusal in [("viewer", PermissionDenied), ("stranger", Http404)]:
        with pytest.raises(refusal):
            create_cluster(actor=people[role], team_id=team.pk, name="x", environment="test")
