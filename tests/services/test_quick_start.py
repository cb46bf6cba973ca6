"""A cluster from answers."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from planner.audit.models import Event
from tests.assistant.answered import ALL, answered
from worksheets.assistant.answers import AnswersInvalid
from worksheets.assistant.cluster import two_node_cluster
from worksheets.models import Cluster, Revision
from worksheets.models.store.read import read_plan
from worksheets.plan.plan_file import digest
from worksheets.services.clusters import quick_start
from worksheets.services.errors import NameTaken

pytestmark = pytest.mark.django_db


def test_answers_become_a_cluster_without_single_points_of_failure(architect, team):
    cluster = quick_start(actor=architect, team_id=team.pk, answers=ALL)
    plan = read_plan(cluster.current_id)
    assert plan == two_node_cluster(ALL)
    assert (cluster.name, cluster.owner) == ("orders_cluster", "Payments")
    revision = Revision.objects.get(cluster=cluster)
    # Nobody was asked for requirements and regular tasks.
    assert (revision.spofs, revision.blockers, revision.warnings) == (0, 0, 2)
    event = Event.objects.order_by("number").last()
    assert (event.action, event.actor) == ("cluster.created", "architect")
    assert event.data == {
        "name": "orders_cluster",
        "digest": digest(plan),
        "source": "two-node quick start",
    }


def test_bad_answers_store_nothing(architect, team):
    with pytest.raises(AnswersInvalid):
        quick_start(actor=architect, team_id=team.pk, answers=answered(second_node="nodea"))
    assert not Cluster.objects.exists()


def test_a_second_cluster_of_the_name_is_refused(architect, team):
    quick_start(actor=architect, team_id=team.pk, answers=ALL)
    with pytest.raises(NameTaken):
        quick_start(actor=architect, team_id=team.pk, answers=ALL)
    assert Cluster.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "refusal"),
    [("viewer", PermissionDenied), ("approver", PermissionDenied), ("stranger", Http404)],
)
def test_rights(people, team, role, refusal):
    with pytest.raises(refusal):
        quick_start(actor=people[role], team_id=team.pk, answers=ALL)
    assert not Cluster.objects.exists()
