"""Two clusters that take one address at the same moment, on a database that lets them."""

from __future__ import annotations

import pytest
from django.db import connection

from planner.audit.chain import verify
from tests.services.test_estate import SHARED, plan_of, titles
from tests.services.test_races import at_once
from worksheets.models import Claim
from worksheets.models.store.read import read_plan
from worksheets.plan.plan_file import encode
from worksheets.queries.estate import estate_of
from worksheets.rules.estate import Kind, Thing
from worksheets.services.clusters import import_plan
from worksheets.services.rows import add_row, delete_row
from worksheets.sheets.registry import sheets

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite's test database is one connection"
    ),
]
ROUNDS = 5


def test_whoever_commits_last_both_clusters_know(people, team):
    architect = people["architect"]
    clusters = [
        import_plan(actor=architect, team_id=team.pk, data=encode(plan_of(name)))
        for name in ("one", "two")
    ]
    labels = sheets()["ip_label"]

    def adding(cluster):
        cells = {"name": f"{cluster.name}_svc", "address": SHARED}
        return lambda: add_row(actor=architect, cluster_id=cluster.pk, sheet=labels, cells=cells)

    def deleting(cluster, added):
        return lambda: delete_row(
            actor=architect, cluster_id=cluster.pk, sheet=labels, key=added.row.key,
            version=added.version,
        )  # fmt: skip

    for _ in range(ROUNDS):
        added = at_once(*(adding(cluster) for cluster in clusters))
        assert all(titles(cluster, "ESTATE-ADDRESS") for cluster in clusters)
        at_once(*(deleting(*pair) for pair in zip(clusters, added, strict=True)))
        assert not any(titles(cluster, "ESTATE-ADDRESS") for cluster in clusters)
    assert verify().intact


def test_the_index_answers_among_many(people, team):
    clusters = [
        import_plan(actor=people["architect"], team_id=team.pk, data=encode(plan_of(name, SHARED)))
        for name in ("one", "two")
    ]
    Claim.objects.bulk_create(
        Claim(revision_id=clusters[1].current_id, kind="label", value=f"filler{n}")
        for n in range(20_000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE worksheets_claim")
    mine = Claim.objects.filter(revision=clusters[0].current_id, shared=False).values("value")
    assert "claim_by_value" in Claim.objects.filter(value__in=mine).explain()
    estate = estate_of(clusters[0], read_plan(clusters[0].current_id))
    assert estate.others.keys() == {Thing(Kind.ADDRESS, SHARED)}
