"""People and clusters for the benchmarks."""

from __future__ import annotations

import random

from django.utils import timezone

from planner.accounts.models import Membership, Role, Team, User
from worksheets.models import Cluster, Revision
from worksheets.plan.plan import Plan
from worksheets.plan.rows.cluster_options import ClusterOptions
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.disk_path import DiskPath
from worksheets.plan.rows.node import Node

_BATCH = 2000


def disk_paths(name: str, rows: int) -> Plan:
    """A cluster whose worksheet of disk paths has that many rows, eight for each disk."""
    nodes = [Node(key=f"n{number}", name=f"node{number}") for number in range(8)]
    disks = [
        Disk(key=f"d{number}", name=f"data{number:04}", pvid=f"{number:016x}")
        for number in range(-(-rows // 8))
    ]
    paths = [
        DiskPath(key=f"{node.key}-{disk.key}", node=node.key, disk=disk.key, hdisk="hdisk2")
        for disk in disks
        for node in nodes
    ]
    options = ClusterOptions(key="cluster", name=name)
    return Plan([options, *nodes, *disks, *paths[:rows]])


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
