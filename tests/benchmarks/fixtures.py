"""People and clusters for the benchmarks."""

from __future__ import annotations

import random

from django.utils import timezone

from planner.accounts.models import Membership, Role, Team, User
from worksheets.models import Cluster, Revision

_BATCH = 2000


def make_team(name: str = "bench") -> tuple[User, Team]:
    """An architect and the team that owns the clusters."""
    team = Team.objects.create(name=name, slug=name)
    user = User.objects.create_user(name)
    Membership.objects.create(user=user, team=team, role=Role.ARCHITECT)
    return user, team


def make_portfolio(clusters: int) -> User:
    """An architect who sees that many clusters with counts of findings (no rows)."""
    user, team = make_team("portfolio")
    chance = random.Random(1)
    made = Cluster.objects.bulk_create(
        [
            Cluster(
                team=team,
                name=f"cl{number:05}-{chance.randrange(100)}",
                environment=chance.choice(["production", "test"]),
                owner=f"Department {chance.randrange(80)}",
            )
            for number in range(clusters)
        ],
        batch_size=_BATCH,
    )
    revisions = Revision.objects.bulk_create(
        [
            Revision(
                cluster=cluster,
                number=1,
                edited_at=timezone.now(),
                rows=200,
                blockers=chance.randrange(9),
                warnings=chance.randrange(20),
                advice=chance.randrange(9),
                spofs=chance.randrange(5),
            )
            for cluster in made
        ],
        batch_size=_BATCH,
    )
    for cluster, revision in zip(made, revisions, strict=True):
        cluster.current = revision
    Cluster.objects.bulk_update(made, ["current"], batch_size=_BATCH)
    return user
