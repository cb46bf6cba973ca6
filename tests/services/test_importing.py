"""Importing into a cluster that exists: nothing before it is confirmed, then all or nothing."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from planner.audit.models import Event
from tests.plans import small_plan
from worksheets.exchange.csv_files import write_csv
from worksheets.exchange.mistakes import ExchangeError
from worksheets.exchange.proposal import Fate
from worksheets.exchange.workbook_writing import write_workbook
from worksheets.models import Cluster, PendingImport, Revision
from worksheets.models.store.read import read_plan
from worksheets.plan.plan import Plan
from worksheets.plan.plan_file import encode
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node
from worksheets.services.clusters import import_plan
from worksheets.services.errors import ImportInvalid, ImportOutdated, PlanInvalid
from worksheets.services.importing import (
    STALE,
    cancel_import,
    confirm_import,
    prepare_import,
    preview_import,
)
from worksheets.services.rows import add_row
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db
NODES = b"Key,Name,Frame,Memory\nn1,nodea,frameB,65\n,nodec,frameA,64\n"


@pytest.fixture
def bring(architect, cluster):
    """Upload a file and look at it."""

    def bring(data: bytes, name: str = "nodes.csv", **options):
        pending = prepare_import(
            actor=architect, cluster_id=cluster.pk, name=name, data=data, **options
        )
        return preview_import(architect, cluster.pk, pending.pk)

    return bring


@pytest.fixture
def confirm(architect, cluster):
    def confirm(preview, digest=None):
        return confirm_import(
            actor=architect,
            cluster_id=cluster.pk,
            import_id=preview.pending.pk,
            expected_digest=preview.digest if digest is None else digest,
        )

    return confirm


def stored(cluster: Cluster) -> Plan:
    return read_plan(Revision.objects.get(cluster=cluster).pk)


def actions() -> list[str]:
    return list(Event.objects.order_by("number").values_list("action", flat=True))


def test_a_preview_stores_nothing_but_the_upload(bring, cluster):
    preview = bring(NODES)
    assert stored(cluster) == small_plan()
    assert (preview.proposal.count(Fate.ADDED), preview.proposal.count(Fate.CHANGED)) == (1, 1)
    assert "UTF-8, columns separated by commas" in preview.notes[0]
    assert actions()[-1] == "import.prepared"


def test_confirming_stores_all_of_it_in_one_write(bring, confirm, cluster):
    preview = bring(NODES)
    done = confirm(preview)
    plan = stored(cluster)
    assert plan.get(Node, "n1").frame == "f2"
    assert [node.name for node in plan.rows(Node)] == ["nodea", "nodeb", "nodec"]
    assert plan == done.verdict.after.plan
    assert not PendingImport.objects.exists()
    assert actions()[-2:] == ["rows.changed", "import.confirmed"]
    event = Event.objects.get(action="rows.changed")
    assert "Imported nodes.csv" in event.details


@pytest.mark.parametrize("name", ["plan.json", "plan.xlsx"])
def test_what_was_exported_changes_nothing(bring, confirm, cluster, name):
    data = encode(small_plan())
    if name.endswith("xlsx"):
        data = write_workbook(small_plan(), sheets().values())
    preview = bring(data, name, remove_missing=True)
    assert "all worksheets" in preview.notes[0] or "plan file" in preview.notes[0]
    assert preview.proposal.mistakes == ()
    assert not preview.proposal.changes
    confirm(preview)
    assert stored(cluster) == small_plan()


def test_a_workbook_of_an_earlier_state_says_so(bring, architect, cluster):
    data = write_workbook(stored(cluster), sheets().values())
    assert STALE not in bring(data, "all.xlsx").notes
    cells = {"name": "frameC"}
    add_row(actor=architect, cluster_id=cluster.pk, sheet=sheets()["frame"], cells=cells)
    assert STALE in bring(data, "all.xlsx").notes


def test_a_plan_file_says_all_of_it(bring, confirm, cluster):
    plan = small_plan().without(Frame, "f2")
    nodes = plan.rows(Node)
    turned = Plan([*(row for row in plan if not isinstance(row, Node)), nodes[1], nodes[0]])
    preview = bring(encode(turned), "plan.json")
    assert preview.proposal.count(Fate.REMOVED) == 1
    assert preview.proposal.reordered == ("node",)
    confirm(preview)
    assert stored(cluster) == turned


def test_deleting_what_the_file_lacks(bring, confirm, cluster):
    plan = small_plan().without(Frame, "f2")
    preview = bring(write_csv(plan, sheets()["frame"]), "frames.csv", remove_missing=True)
    assert preview.proposal.count(Fate.REMOVED) == 1
    confirm(preview)
    assert stored(cluster) == plan


def test_a_change_by_somebody_else_needs_a_new_look(bring, confirm, cluster, people):
    preview = bring(NODES)
    add_row(
        actor=people["administrator"],
        cluster_id=cluster.pk,
        sheet=sheets()["frame"],
        cells={"name": "frameC"},
    )
    before = stored(cluster)
    with pytest.raises(ImportOutdated):
        confirm(preview)
    assert stored(cluster) == before
    again = preview_import(preview.pending.actor, cluster.pk, preview.pending.pk)
    assert again.digest != preview.digest
    confirm(again)
    assert len(stored(cluster).rows(Frame)) == 3


def test_a_file_with_mistakes_cannot_be_confirmed(bring, confirm, cluster):
    preview = bring(NODES + b",noded,nowhere,1\n")
    assert [mistake.line for mistake in preview.proposal.mistakes] == [4]
    with pytest.raises(ImportInvalid):
        confirm(preview)
    assert stored(cluster) == small_plan()
    assert PendingImport.objects.count() == 1


def test_a_name_that_another_cluster_has(bring, confirm, cluster, architect, team):
    import_plan(actor=architect, team_id=team.pk, data=encode(small_plan("taken")))
    preview = bring(b"Name,Owner\ntaken,x\n", "cluster.csv", sheet="cluster_options")
    with pytest.raises(PlanInvalid, match="already has a cluster called taken"):
        confirm(preview)
    assert stored(cluster) == small_plan()
    assert PendingImport.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "x.csv", "empty"),
        (b"Name\na\n", "x.csv", "choose the worksheet"),
        (b"PK\x03\x04 broken", "x.xlsx", "not a readable XLSX"),
        (encode(small_plan())[:-9], "x.json", "truncated"),
        (b'{"format":"ha-cluster-plan","version":2,"sheets":{}}', "x.json", "names no cluster"),
        (b"\xd0\xcf\x11\xe0\x00\x00old", "x.xls", "save it as CSV"),
        (b" " * (16 * 1024 * 1024 + 1), "x.csv", "larger than 16 MiB"),
    ],
)
def test_files_that_cannot_be_read_are_not_kept(bring, data, name, message):
    with pytest.raises(ExchangeError, match=message):
        bring(data, name)
    assert not PendingImport.objects.exists()


def test_cancelling_forgets_the_file(bring, architect, cluster):
    preview = bring(NODES)
    cancel_import(actor=architect, cluster_id=cluster.pk, import_id=preview.pending.pk)
    assert not PendingImport.objects.exists()
    assert actions()[-1] == "import.cancelled"


def test_one_upload_a_person_and_none_older_than_a_day(bring, cluster, people, confirm):
    old = prepare_import(
        actor=people["administrator"],
        cluster_id=cluster.pk,
        name="old.csv",
        data=NODES,
        sheet="node",
    )
    first = bring(NODES)
    PendingImport.objects.filter(pk=old.pk).update(
        created_at=timezone.now() - datetime.timedelta(hours=25)
    )
    with pytest.raises(Http404):
        preview_import(people["administrator"], cluster.pk, old.pk)
    second = bring(NODES, "again.csv", sheet="node")
    assert set(PendingImport.objects.values_list("pk", flat=True)) == {second.pending.pk}
    with pytest.raises(Http404):
        confirm(first)


def test_rights(bring, people, cluster, team, architect):
    preview = bring(NODES)
    for role, refusal in [("viewer", PermissionDenied), ("stranger", Http404)]:
        with pytest.raises(refusal):
            prepare_import(actor=people[role], cluster_id=cluster.pk, name="nodes.csv", data=NODES)
        with pytest.raises(refusal):
            preview_import(people[role], cluster.pk, preview.pending.pk)
    with pytest.raises(Http404):
        preview_import(people["administrator"], cluster.pk, preview.pending.pk)
    other = import_plan(actor=architect, team_id=team.pk, data=encode(small_plan("other")))
    for cluster_id, import_id in [(other.pk, preview.pending.pk), (cluster.pk, 10**30)]:
        with pytest.raises(Http404):
            confirm_import(
                actor=architect,
                cluster_id=cluster_id,
                import_id=import_id,
                expected_digest=preview.digest,
            )


def test_names_of_files_are_made_plain(bring):
    assert bring(NODES, "a-\x00\n\u202enodes.csv").pending.name == "a-nodes.csv"
    assert bring(NODES, "\n", sheet="node").pending.name == "file"
    assert len(bring(NODES, "n" * 500 + "-nodes.csv").pending.name) == 120


def test_a_workbook_becomes_a_new_cluster(architect, team):
    data = write_workbook(small_plan(), sheets().values())
    cluster = import_plan(actor=architect, team_id=team.pk, data=data)
    assert stored(cluster) == small_plan()
