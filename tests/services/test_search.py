"""The search: what is found, by whom, and that it stays true through every write."""

from __future__ import annotations

import msgspec
import pytest
from django.core.management import call_command
from django.db import connection, transaction

from planner.accounts.models import Membership, Role, Team
from tests.generator import generate
from tests.plans import small_plan, version_of
from worksheets.models import Revision, SearchEntry
from worksheets.models.store import search_index
from worksheets.models.store.read import read_plan
from worksheets.models.store.search import refresh_entries
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import encode
from worksheets.plan.rows.application_controller import ApplicationController
from worksheets.plan.rows.disk import Disk
from worksheets.plan.rows.interface import Interface
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.plan.rows.node import Node
from worksheets.queries import search as query
from worksheets.queries.search import search
from worksheets.services.clusters import import_plan
from worksheets.services.rejudge import rejudge_cluster
from worksheets.services.rows import add_row, delete_row, save_row
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db


def plan_of(name: str) -> Plan:
    return small_plan(name).replace(
        Node(key="n1", name="mhoracle1", frame="f1", notes="agreed with Kim"),
        Interface(key="i1", name="en0", node="n1"),
        IpLabel(key="l1", name="Oracle1_svc", address="10.1.1.5"),
        IpLabel(key="l2", name="far_svc", address="110.1.1.5"),
        IpLabel(key="l3", name="six_svc", address="2001:db8::00ff"),
        Disk(key="d1", name="hdisk7", pvid="00C8F3A1DEAFBEEF"),
        ApplicationController(
            key="c1", name="app_db", application="SAP  ERP", start_script="/usr/local/ha/start_db"
        ),
    )


@pytest.fixture
def planned(architect, team):
    return import_plan(actor=architect, team_id=team.pk, data=encode(plan_of("alpha")))


def found(user, text):
    """(worksheet, key, column) of each hit."""
    return [(hit.worksheet, hit.key, hit.column) for hit in search(user, text).hits]


def stored(revision_id):
    return {
        (entry.worksheet, entry.key, entry.column): (
            *(entry.title, entry.text),
            *(entry.folded, entry.is_address),
        )
        for entry in SearchEntry.objects.filter(revision_id=revision_id)
    }


def made_anew(plan, other: Revision):
    """The entries that the plan gets when it is written as a whole."""
    SearchEntry.objects.filter(revision=other).delete()
    refresh_entries(other.pk, Plan(), plan)
    return stored(other.pk)


@pytest.fixture
def spare(planned):
    """A revision that is not current, to write entries to."""
    current = planned.revisions.get()
    return Revision.objects.create(cluster=planned, number=2, edited_at=current.edited_at)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("oracle1", [("ip_label", "l1", "name"), ("node", "n1", "name")]),
        ("MHORACLE1", [("node", "n1", "name")]),
        ("10.1.1.", [("ip_label", "l1", "address")]),
        ("10.1.1.5", [("ip_label", "l1", "address")]),
        ("2001:0db8:0::ff", [("ip_label", "l3", "address")]),
        ("a1deaf", [("disk", "d1", "pvid")]),
        ("sap erp", [("application_controller", "c1", "application")]),
        ("erp sap", [("application_controller", "c1", "application")]),
        ("mhoracle1 en0", [("interface", "i1", "name")]),
        ("ha/start", [("application_controller", "c1", "start_script")]),
        ("alpha", [("cluster_options", "cluster", "name")]),
        ("agreed", []),
        ("n", []),
        ("", []),
        ("%%", []),
        ("__", []),
        ("hdisk7 nowhere", []),
    ],
)
def test_what_is_found(architect, planned, text, expected):
    assert found(architect, text) == expected


def test_exact_texts_come_before_beginnings_and_those_before_parts(architect, planned):
    sheet = sheets()["node"]
    for name in ("xdb", "db2", "db"):
        add_row(actor=architect, cluster_id=planned.pk, sheet=sheet, cells={"name": name})
    texts = [hit.text for hit in search(architect, "DB").hits]
    assert texts[:2] == ["db", "db2"]
    assert sorted(texts[2:]) == sorted(["xdb", "app_db", "/usr/local/ha/start_db"])


def test_only_clusters_that_the_person_may_see(people, planned, team):
    other = Team.objects.create(name="Other", slug="other")
    Membership.objects.create(user=people["stranger"], team=other, role=Role.ARCHITECT)
    import_plan(actor=people["stranger"], team_id=other.pk, data=encode(plan_of("beta")))
    for role in ("viewer", "architect", "approver", "administrator"):
        assert {hit.cluster for hit in search(people[role], "mhoracle1").hits} == {"alpha"}
    assert {hit.cluster for hit in search(people["stranger"], "mhoracle1").hits} == {"beta"}
    people["viewer"].is_superuser = True
    assert {hit.cluster for hit in search(people["viewer"], "mhoracle1").hits} == {"alpha", "beta"}
    (hit,) = search(people["stranger"], "mhoracle1").hits
    assert (hit.team, hit.environment, hit.title) == ("Other", "production", "mhoracle1")


def test_only_current_revisions(architect, planned, spare):
    refresh_entries(spare.pk, Plan(), Plan([Node(key="n9", name="proposed")]))
    assert found(architect, "proposed") == []


def test_pages(architect, planned, monkeypatch):
    monkeypatch.setattr(query, "PER_PAGE", 2)
    everything = []
    for page in range(1, 20):
        hits = search(architect, "sv", page)
        everything += hits.hits
        if not hits.more:
            break
    assert page == 2
    assert sorted(hit.text for hit in everything) == ["Oracle1_svc", "far_svc", "six_svc"]
    assert search(architect, "sv", 0) == search(architect, "sv", 1)
    assert search(architect, "sv", 10**30).hits == ()


def test_a_search_is_one_query(architect, planned, django_assert_num_queries):
    assert architect.roles_by_team
    with django_assert_num_queries(1):
        search(architect, "mhoracle1 en0")


def test_every_write_keeps_the_entries(architect, planned, spare):
    here = {"actor": architect, "cluster_id": planned.pk}
    revision = planned.current_id

    def check():
        plan = read_plan(revision)
        assert stored(revision) == made_anew(plan, spare)

    check()
    version = version_of(revision, "node", "n1")
    save_row(**here, sheet=sheets()["node"], key="n1", version=version, cells={"name": "renamed"})
    check()
    assert stored(revision)["interface", "i1", "name"][0] == "renamed en0"
    added = add_row(**here, sheet=sheets()["disk"], cells={"name": "hdisk9", "lun": "L 1"})
    check()
    save_row(
        **here,
        sheet=sheets()["disk"],
        key=added.row.key,
        version=added.version,
        cells={"lun": "", "name": "x"},
    )
    check()
    delete_row(**here, sheet=sheets()["disk"], key=added.row.key, version=added.version + 1)
    check()
    rejudge_cluster(planned)
    check()


@pytest.mark.parametrize("seed", range(6))
def test_the_difference_of_two_plans_leads_from_one_to_the_other(planned, spare, seed):
    """Whatever two plans have in common, and whatever their titles hang on."""
    before, after = generate(seed, 2, 3), generate(seed, 3, 4)
    nodes = after.rows(Node)
    after = after.replace(*(msgspec.structs.replace(node, name=f"{node.name}x") for node in nodes))
    current = planned.current_id
    SearchEntry.objects.filter(revision_id=current).delete()
    refresh_entries(current, Plan(), before)
    refresh_entries(current, before, after)
    assert stored(current) == made_anew(after, spare)


def test_a_save_touches_only_the_entries_it_changes(architect, planned):
    ids = {e.pk: e.text for e in SearchEntry.objects.filter(revision_id=planned.current_id)}
    save_row(
        actor=architect,
        cluster_id=planned.pk,
        sheet=sheets()["disk"],
        key="d1",
        version=1,
        cells={"lun": "L7", "pvid": ""},
    )
    now = {e.pk: e.text for e in SearchEntry.objects.filter(revision_id=planned.current_id)}
    assert [ids[pk] for pk in ids.keys() - now.keys()] == ["00C8F3A1DEAFBEEF"]
    assert [now[pk] for pk in now.keys() - ids.keys()] == ["L7"]


def test_rebuilding(architect, planned, spare, capsys):
    right = stored(planned.current_id)
    SearchEntry.objects.filter(worksheet="node").delete()
    SearchEntry.objects.filter(worksheet="disk").update(folded="wrong")
    refresh_entries(spare.pk, Plan(), plan_of("old"))
    call_command("rebuild_search")
    assert stored(planned.current_id) == right
    assert stored(spare.pk) == {}
    assert f"1 clusters, {len(right)} entries" in capsys.readouterr().out


@pytest.mark.skipif(connection.vendor != "postgresql", reason="an index of PostgreSQL")
class TestIndex:
    def names(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT indexname FROM pg_indexes WHERE schemaname = 'public'")
            return {name for (name,) in cursor.fetchall()}

    def test_comes_and_goes(self):
        search_index.remove(connection)
        assert search_index.NAME not in self.names()
        assert search_index.install(connection)
        assert search_index.install(connection), "a second time"
        assert search_index.NAME in self.names()

    @pytest.fixture
    def index(self, db):
        """Made before the rows: an index on rows of its own transaction is not used at once."""
        search_index.install(connection)

    def test_serves_the_search(self, index, planned):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            holding = SearchEntry.objects.filter(query.holding("oracle") | query.holding("en0"))
            assert holding.explain().count(search_index.NAME) == 2

    def test_refusal_leaves_the_transaction_usable(self, planned, monkeypatch, capsys):
        refused = ("CREATE EXTENSION IF NOT EXISTS no_such_extension",)
        monkeypatch.setattr(search_index, "INSTALL", refused)
        assert not search_index.install(connection)
        assert SearchEntry.objects.exists()
        call_command("rebuild_search")
        assert "CREATE EXTENSION pg_trgm" in capsys.readouterr().out


def test_sqlite_goes_without_the_index(planned):
    if connection.vendor == "sqlite":
        assert not search_index.install(connection)
        search_index.remove(connection)
