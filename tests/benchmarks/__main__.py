"""Measures a save and a portfolio page in-process, on the database that DATABASE_URL names.

Run with `make bench`. Every figure is the median of repetitions in one process on whatever else
the machine does; compare figures of one run with each other, not with those of another day.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "planner.settings")
os.environ.setdefault("PLANNER_ENV", "development")

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import get_runner  # noqa: E402

from tests.benchmarks.fixtures import make_portfolio, make_team  # noqa: E402
from tests.generator import generate  # noqa: E402
from worksheets.failures.singles import single_failures  # noqa: E402
from worksheets.models.store.read import read_plan, read_rows  # noqa: E402
from worksheets.plan.plan import Plan  # noqa: E402
from worksheets.plan.plan_file import digest, encode  # noqa: E402
from worksheets.plan.rows.frame import Frame  # noqa: E402
from worksheets.plan.rows.node import Node  # noqa: E402
from worksheets.rules.judge import judge  # noqa: E402
from worksheets.services.clusters import import_plan  # noqa: E402

SIZES = [(2, 4), (4, 8), (16, 64)]


def median_ms(work: Callable[[], object], repeats: int) -> float:
    """Median wall time of `work` in milliseconds; one unmeasured run goes before."""
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def row(name: str, figures: list[float]) -> None:
    print(f"| {name:44} | " + " | ".join(f"{figure:9.2f}" for figure in figures) + " |", flush=True)


def engine(plans: list[Plan], repeats: int) -> None:
    fresh = [Plan(list(plan)) for plan in plans]
    row("single failures, ms", [median_ms(lambda p=p: single_failures(p), repeats) for p in fresh])
    row(
        "all rules with single failures, ms",
        [median_ms(lambda p=p: judge(p), repeats) for p in fresh],
    )
    row("canonical JSON and digest, ms", [median_ms(lambda p=p: digest(p), repeats) for p in fresh])


def saves(plans: list[Plan], repeats: int) -> None:
    user, team = make_team()
    client = Client()
    client.force_login(user)
    loading, saving, opening = [], [], []
    for plan in plans:
        cluster = import_plan(actor=user, team_id=team.pk, data=encode(plan))
        revision = cluster.current_id
        loading.append(median_ms(lambda r=revision: read_plan(r), repeats))
        saving.append(median_ms(_save(client, cluster.pk, revision, plan), repeats))
        page = f"/clusters/{cluster.pk}/node/"
        opening.append(median_ms(lambda p=page: _ok(client.get(p)), repeats))
    row("plan from tables, nothing in memory, ms", loading)
    row("save request: judged, fragments rendered, ms", saving)
    row("node worksheet page, ms", opening)


def _save(client: Client, cluster_id: int, revision_id: int, plan: Plan) -> Callable[[], None]:
    """A save that moves a node to another frame and back, so that findings change."""
    node = plan.rows(Node)[0]
    frames = list(plan.titles(Frame).values())[:2]
    first = read_rows(revision_id)[1]["node", node.key]
    turn = iter(range(1_000_000))
    address = f"/clusters/{cluster_id}/node/rows/{node.key}/"

    def save() -> None:
        number = next(turn)
        cells = {
            "version": first + number,
            "frame": frames[number % len(frames)],
            "cpu_peak": number % 100,
        }
        _ok(client.post(address, cells, headers={"HX-Request": "true"}))

    return save


def _ok(response: object) -> None:
    assert response.status_code == 200, response.status_code


def portfolio(clusters: int, repeats: int) -> None:
    client = Client()
    client.force_login(make_portfolio(clusters))
    for name, query in [
        ("portfolio page", ""),
        ("portfolio page by blockers", "?sort=blockers"),
        ("portfolio page 200", "?page=200"),
        ("portfolio, search by part of a name", "?q=9-1"),
    ]:
        row(
            f"{name}, {clusters:,} clusters, ms",
            [median_ms(lambda q=query: _ok(client.get(f"/{q}")), repeats)],
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=25)
    parser.add_argument("--clusters", type=int, default=20_000)
    chosen = parser.parse_args()
    # Not setup_test_environment: it makes every template copy its context for assertions.
    django.conf.settings.ALLOWED_HOSTS = ["testserver"]
    runner = get_runner(django.conf.settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        plans = [generate(1, nodes, groups) for nodes, groups in SIZES]
        print(f"{connection.vendor}, Python {sys.version.split()[0]}, Django {django.__version__}")
        print(
            "| " + " " * 44 + " | " + " | ".join(f"{nodes:>3} nodes" for nodes, _ in SIZES) + " |"
        )
        row("rows of the plan", [len(plan) for plan in plans])
        engine(plans, chosen.repeats)
        saves(plans, chosen.repeats)
        portfolio(chosen.clusters, chosen.repeats)
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    main()
