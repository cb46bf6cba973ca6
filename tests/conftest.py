"""Set-up shared by all tests."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from planner.accounts.models import Membership, Role, Team, User
from tests.plans import small_plan
from worksheets.plan.plan_file import encode
from worksheets.services.attachments import attach
from worksheets.services.clusters import import_plan

settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


@pytest.fixture
def team(db):
    return Team.objects.create(name="Payments", slug="payments")


@pytest.fixture
def people(team):
    """One person per role of the team, by role, and a stranger."""
    found = {}
    for role in Role:
        user = User.objects.create_user(role.value)
        Membership.objects.create(user=user, team=team, role=role)
        found[role.value] = user
    found["stranger"] = User.objects.create_user("stranger")
    return found


@pytest.fixture
def architect(people):
    return people["architect"]


@pytest.fixture
def cluster(architect, team):
    """A cluster with the rows of `small_plan`."""
    return import_plan(actor=architect, team_id=team.pk, data=encode(small_plan()))


@pytest.fixture
def attachment(architect, cluster):
    """A file on a node of the cluster."""
    return attach(
        actor=architect,
        cluster_id=cluster.pk,
        name="cabling.txt",
        content=b"port 1 to switch A",
        worksheet="node",
        key="n1",
    )
