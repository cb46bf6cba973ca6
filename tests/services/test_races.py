"""Two people at the same moment, on a database that lets them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from planner.audit.chain import verify
from worksheets.models import Finding, Revision
from worksheets.models.store.read import read_plan
from worksheets.plan.rows.node import Node
from worksheets.queries.estate import estate_of
from worksheets.queries.policy import current_policy
from worksheets.rules.judge import judge
from worksheets.services.errors import RowConflict
from worksheets.services.rows import save_row
from worksheets.sheets.registry import sheets

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite's test database is one connection"
    ),
]
ROUNDS = 6


def at_once(*works):
    """Run the works in threads that start together; returns results or exceptions."""
    start = Barrier(len(works))

    def run(work):
        start.wait()
        try:
            return work()
        except RowConflict as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def saver(people, cluster, person, key, version, column, old, new):
    return lambda: save_row(
        actor=people[person],
        cluster_id=cluster.pk,
        sheet=sheets()["node"],
        key=key,
        version=version,
        cells={column: new},
        base={column: old},
    )


def test_different_cells_both_survive(people, cluster):
    version, peak, memory = 1, 50, 64
    for turn in range(ROUNDS):
        at_once(
            saver(people, cluster, "architect", "n1", version, "cpu_peak", str(peak), str(turn)),
            saver(
                people, cluster, "administrator", "n1", version, "memory", str(memory), str(turn)
            ),
        )
        version, peak, memory = version + 2, turn, turn
        node = read_plan(cluster.current_id).get(Node, "n1")
        assert (node.cpu_peak, node.memory) == (turn, turn)


def test_one_cell_has_one_winner_and_one_conflict(people, cluster):
    results = at_once(
        saver(people, cluster, "architect", "n1", 1, "cpu_peak", "50", "71"),
        saver(people, cluster, "administrator", "n1", 1, "cpu_peak", "50", "72"),
    )
    conflicts = [result for result in results if isinstance(result, RowConflict)]
    assert len(conflicts) == 1
    (clash,) = conflicts[0].clashes
    assert read_plan(cluster.current_id).get(Node, "n1").cpu_peak == clash.theirs


def test_stored_findings_are_those_of_the_last_content(people, cluster):
    for turn in range(ROUNDS):
        frames = ["frameA", "frameB"]
        at_once(
            saver(people, cluster, "architect", "n1", turn + 1, "frame", "", frames[turn % 2]),
            saver(people, cluster, "administrator", "n2", turn + 1, "cpu_peak", "", str(80 + turn)),
        )
    plan = read_plan(cluster.current_id)
    judgement = judge(plan, current_policy(), estate_of(cluster, plan))
    stored = set(Finding.objects.values_list("identity", flat=True))
    assert stored == {finding.identity for finding in judgement.findings}
    assert Revision.objects.get(cluster=cluster).spofs == judgement.spofs
    assert verify().intact
