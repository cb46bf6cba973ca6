"""Measures the search over all clusters, and what keeping its entries adds to a save.

python -m dev.with_postgres --durable -- python -m tests.benchmarks.search

with PLANNER_ENV=development. Every cluster has a generated plan of its own (about 165 rows);
nodes are led by the cluster's name, other names repeat from cluster to cluster as they do in life.
"""

from __future__ import annotations

import argparse
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "planner.settings")
os.environ.setdefault("PLANNER_ENV", "development")

import django

django.setup()

import msgspec  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import get_runner  # noqa: E402

from planner.accounts.models import User  # noqa: E402
from tests.benchmarks.__main__ import SIZES, median_ms, row  # noqa: E402
from tests.benchmarks.fixtures import make_portfolio  # noqa: E402
from tests.generator import generate  # noqa: E402
from worksheets.models import Cluster, SearchEntry  # noqa: E402
from worksheets.models.store import search_index  # noqa: E402
from worksheets.models.store.search import refresh_entries  # noqa: E402
from worksheets.plan.plan import Plan  # noqa: E402
from worksheets.plan.rows.node import Node  # noqa: E402
from worksheets.plan.rows.power_circuit import PowerCircuit  # noqa: E402
from worksheets.services.search import ensure_index  # noqa: E402

QUERIES = [
    ("one cluster's nodes", "cl01234"),
    ("two words, by title", "cl01234 node"),
    ("address by its beginning", "10.77.1."),
    ("part of a PVID", "f6a15"),
    ("part of a name in every cluster", "ledger"),
    ("a word in most rows", "node"),
    ("two letters", "e1"),
    ("nothing", "nowhere"),
]


def make_entries() -> None:
    """Write the entries of every cluster of the portfolio."""
    for name, revision in Cluster.objects.values_list("name", "current_id"):
        refresh_entries(revision, Plan(), plan_of(name))


def plan_of(name: str) -> Plan:
    """The generated plan of the cluster `clNNNNN-...`, nodes named after it."""
    code = name.partition("-")[0]
    plan = generate(int(code.removeprefix("cl")), 2, 2)
    nodes = [msgspec.structs.replace(node, name=f"{code}{node.name}") for node in plan.rows(Node)]
    return plan.replace(*nodes)


def searches(user: User, repeats: int) -> None:
    client = Client()
    client.force_login(user)
    for name, text in QUERIES:
        page = client.get("/search/", {"q": text})
        assert page.status_code == 200
        shown = page.content.count(b'class="place"')
        ask = median_ms(lambda t=text: client.get("/search/", {"q": t}), repeats)
        row(f"{name}: {text}, ms ({shown} shown)", [ask])


def upkeep(repeats: int) -> None:
    """What a save pays: a cell that is not searched, a name, and a name that titles hang on."""
    revision = Cluster.objects.order_by("name").values_list("current_id", flat=True)[0]
    changes = {
        "no searched cell": lambda p: _changed(p, Node, cpu_peak=1),
        "a circuit's name": lambda p: _changed(p, PowerCircuit, name="other"),
        "a node's name, with all titles": lambda p: _changed(p, Node, name="other"),
    }
    figures: dict[str, list[float]] = {name: [] for name in changes}
    for nodes, groups in SIZES:
        plan = generate(1, nodes, groups)
        SearchEntry.objects.filter(revision_id=revision).delete()
        refresh_entries(revision, Plan(), plan)
        for name, change in changes.items():
            pairs = iter([(plan, change(plan)), (change(plan), plan)] * repeats)

            def save(pairs: object = pairs) -> None:
                before, after = next(pairs)
                with transaction.atomic():
                    refresh_entries(revision, before, after)

            figures[name].append(median_ms(save, repeats))
    for name, found in figures.items():
        row(f"entries kept, {name}, ms", found)


def _changed(plan: Plan, kind: type, **values: object) -> Plan:
    return plan.replace(msgspec.structs.replace(plan.rows(kind)[0], **values))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=25)
    parser.add_argument("--clusters", type=int, default=2000)
    chosen = parser.parse_args()
    django.conf.settings.ALLOWED_HOSTS = ["testserver"]
    runner = get_runner(django.conf.settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        user = make_portfolio(chosen.clusters)
        search_index.remove(connection)
        make_entries()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(f"{connection.vendor}, Python {sys.version.split()[0]}")
        print(f"{chosen.clusters:,} clusters, {SearchEntry.objects.count():,} entries")
        print("without the index")
        searches(user, 5)
        print("with the index" if ensure_index() else "this database has no such index")
        searches(user, chosen.repeats)
        upkeep(chosen.repeats)
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    main()
