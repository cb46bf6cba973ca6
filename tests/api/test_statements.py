"""How many statements a request costs once the workbook is open. More is a regression."""

from __future__ import annotations

import pytest

from planner.accounts.models import Membership, Role
from worksheets.services.clusters import create_cluster

pytestmark = pytest.mark.django_db

COSTS = [
    # Token, roles.
    ("teams", 3),
    ("rules", 1),
    ("worksheets", 1),
    # Token, roles, count, clusters with revision, team and editor.
    ("clusters", 4),
    # Token, roles, cluster.
    ("clusters/{c}/worksheets/node/rows", 3),
    ("clusters/{c}/worksheets/node/rows/n1", 3),
    ("clusters/{c}/plan", 3),
    ("clusters/{c}/worksheets", 3),
    # Also the editor.
    ("clusters/{c}", 4),
    # Also since when each finding is there.
    ("clusters/{c}/findings", 4),
]


@pytest.mark.parametrize(("address", "count"), COSTS)
def test_a_read(call, cluster, django_assert_num_queries, address, count):
    address = address.format(c=cluster.pk)
    call("get", f"clusters/{cluster.pk}/findings")
    with django_assert_num_queries(count):
        assert call("get", address).status_code == 200


def test_the_list_costs_the_same_for_more_clusters(
    call, cluster, architect, team, django_assert_num_queries
):
    for number in range(5):
        create_cluster(actor=architect, team_id=team.pk, name=f"c{number}", environment="test")
    call("get", "teams")
    with django_assert_num_queries(4):
        assert call("get", "clusters").data["count"] == 6


def test_a_refused_write_costs_little(call, rows, django_assert_max_num_queries, people, team):
    call("get", rows("node"))
    with django_assert_max_num_queries(6):
        assert call("patch", rows("node", "n1"), {"x": 1}, If_Match="*").status_code == 422
    Membership.objects.filter(role=Role.ARCHITECT).delete()
    with django_assert_max_num_queries(6):
        assert call("patch", rows("node", "n1"), {"memory": 1}, If_Match="*").status_code == 404
