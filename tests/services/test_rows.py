"""Adding, saving and deleting rows."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from planner.audit.models import Event
from tests.plans import small_plan, version_of
from worksheets.models import Finding
from worksheets.models.store.read import read_plan
from worksheets.plan.plan_file import decode, encode
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node
from worksheets.queries.workbook import open_workbook
from worksheets.services.errors import RowConflict, RowGone, RowInUse, RowInvalid
from worksheets.services.rows import add_row, delete_row, save_row
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db

NODES = sheets()["node"]
FRAMES = sheets()["frame"]


@pytest.fixture
def save(architect, cluster):
    def save(key="n1", version=1, base=None, actor=architect, sheet=NODES, **cells):
        return save_row(
            actor=actor,
            cluster_id=cluster.pk,
            sheet=sheet,
            key=key,
            version=version,
            cells=cells,
            base=base,
        )

    return save


def stored(cluster):
    return read_plan(cluster.current_id)


def test_save_writes_the_cells_and_counts_the_version(save, cluster):
    saved = save(frame="frameB", cpu_peak="70")
    assert saved.version == 2
    node = stored(cluster).get(Node, "n1")
    assert (node.frame, node.cpu_peak, node.memory) == ("f2", 70, 64)
    assert version_of(cluster.current_id, "node", "n1") == 2


def test_save_leaves_an_event_with_old_and_new_texts(save, architect, cluster):
    save(frame="frameB")
    event = Event.objects.order_by("number").last()
    assert (event.action, event.actor) == ("row.saved", architect.username)
    assert event.subject == f"cluster:{cluster.pk}/revision:1/node:n1"
    assert json.loads(event.details) == {
        "row": "nodea",
        "changes": {"frame": ["frameA", "frameB"]},
    }


def test_save_without_a_change_writes_nothing(save, cluster):
    events = Event.objects.count()
    assert save(cpu_peak="50").version == 1
    assert Event.objects.count() == events
    assert version_of(cluster.current_id, "node", "n1") == 1


def test_findings_are_judged_and_stored_with_the_save(save, cluster):
    before = set(Finding.objects.values_list("rule", flat=True))
    assert "SPOF-FRAME" in before
    saved = save(frame="frameB")
    assert "SPOF-FRAME" in {finding.rule for finding in saved.verdict.fixed}
    stored_findings = Finding.objects.filter(revision=cluster.current_id)
    assert set(stored_findings.values_list("identity", flat=True)) == {
        finding.identity for finding in saved.verdict.after.judgement.findings
    }
    revision = cluster.revisions.get()
    assert revision.blockers == stored_findings.filter(severity="blocker").count() > 0


def test_stored_findings_open_as_they_were_judged(save, cluster):
    saved = save(frame="frameB")
    from worksheets.queries import workbook

    workbook._shelf._books.clear()
    again = open_workbook(cluster.revisions.get())
    assert again.judgement == saved.verdict.after.judgement
    assert again.plan == saved.verdict.after.plan


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"frame": "nowhere"}, "frame"),
        ({"name": "nodeb"}, "name"),
        ({"name": ""}, "name"),
        ({"cpu_peak": "900"}, "cpu_peak"),
        ({"notes": "x" * 100_000}, "notes"),
        ({"name": "nul\x00"}, "name"),
        ({"aix_level": "\x1b[0m"}, "aix_level"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_bad_cells_are_refused_and_nothing_is_stored(save, cluster, cells, column):
    events = Event.objects.count()
    with pytest.raises(RowInvalid) as refusal:
        save(**{"cpu_peak": "99", **cells})
    assert list(refusal.value.errors) == [column]
    assert stored(cluster).get(Node, "n1").cpu_peak == 50
    assert Event.objects.count() == events


def test_every_bad_cell_is_named_at_once(save):
    with pytest.raises(RowInvalid) as refusal:
        save(frame="nowhere", cpu_peak="x", memory="-1")
    assert set(refusal.value.errors) == {"frame", "cpu_peak", "memory"}


def test_two_people_in_different_cells_both_survive(save, cluster):
    save(cpu_peak="70")
    saved = save(memory="128", base={"memory": "64"})
    node = stored(cluster).get(Node, "n1")
    assert (node.cpu_peak, node.memory, saved.version) == (70, 128, 3)


def test_untouched_cells_of_an_old_form_do_not_undo_the_others_work(save, cluster):
    save(cpu_peak="70")
    save(cpu_peak="50", memory="128", base={"cpu_peak": "50", "memory": "64"})
    node = stored(cluster).get(Node, "n1")
    assert (node.cpu_peak, node.memory) == (70, 128)


def test_two_people_in_one_cell_is_a_conflict(save, cluster):
    save(cpu_peak="70")
    with pytest.raises(RowConflict) as conflict:
        save(cpu_peak="80", base={"cpu_peak": "50"})
    (clash,) = conflict.value.clashes
    assert (clash.column, clash.base, clash.mine, clash.theirs) == ("cpu_peak", 50, 80, 70)
    assert stored(cluster).get(Node, "n1").cpu_peak == 70


def test_without_a_base_every_differing_cell_is_a_conflict(save):
    save(cpu_peak="70")
    with pytest.raises(RowConflict) as conflict:
        save(memory="128")
    assert [clash.column for clash in conflict.value.clashes] == ["memory"]


def test_rename_to_the_name_of_another_cluster_is_refused(save, cluster, architect, team):
    from worksheets.services.clusters import import_plan

    import_plan(actor=architect, team_id=team.pk, data=encode(small_plan("other")))
    options = sheets()["cluster_options"]
    with pytest.raises(RowInvalid, match="already has a cluster called other"):
        save(key="cluster", sheet=options, name="other")
    save(key="cluster", sheet=options, name="fresh", environment="test")
    cluster.refresh_from_db()
    assert (cluster.name, cluster.environment) == ("fresh", "test")


def test_add_and_delete(architect, cluster):
    where = {"actor": architect, "cluster_id": cluster.pk, "sheet": NODES}
    added = add_row(**where, cells={"name": "nodec", "frame": "frameB"})
    assert stored(cluster).get(Node, added.row.key).frame == "f2"
    delete_row(**where, key=added.row.key, version=added.version)
    assert stored(cluster).get(Node, added.row.key) is None
    with pytest.raises(RowGone):
        delete_row(**where, key=added.row.key, version=added.version)


def test_a_row_in_use_stays(architect, cluster):
    with pytest.raises(RowInUse) as refusal:
        delete_row(actor=architect, cluster_id=cluster.pk, sheet=FRAMES, key="f1", version=1)
    assert sorted(refusal.value.users) == [("node", "n1"), ("node", "n2")]
    assert stored(cluster).get(Frame, "f1") is not None


def test_deleting_an_old_version_is_a_conflict(save, architect, cluster):
    save(key="f2", sheet=FRAMES, model="9080")
    with pytest.raises(RowConflict):
        delete_row(actor=architect, cluster_id=cluster.pk, sheet=FRAMES, key="f2", version=1)


def test_single_row_worksheet_keeps_its_row(architect, cluster):
    where = {"actor": architect, "cluster_id": cluster.pk, "sheet": sheets()["cluster_options"]}
    with pytest.raises(RowInvalid, match="one row"):
        add_row(**where, cells={"name": "second"})
    with pytest.raises(RowInvalid, match="one row"):
        delete_row(**where, key="cluster", version=1)


@pytest.mark.parametrize("role", ["viewer", "approver"])
def test_who_may_only_look_cannot_save(save, people, role):
    with pytest.raises(PermissionDenied):
        save(cpu_peak="70", actor=people[role])


def test_strangers_do_not_learn_that_the_cluster_exists(save, people):
    with pytest.raises(Http404):
        save(cpu_peak="70", actor=people["stranger"])


def test_an_untouched_cell_keeps_its_row_when_names_move(save, cluster):
    """Frame A becomes frame X and frame B becomes frame A while the node is being edited."""
    save(key="f1", sheet=FRAMES, name="frameX")
    save(key="f2", sheet=FRAMES, name="frameA")
    old = {"frame": "frameA", "memory": "64"}
    save(frame="frameA", memory="128", base=old)
    node = stored(cluster).get(Node, "n1")
    assert (node.frame, node.memory) == ("f1", 128)


def test_an_untouched_cell_is_not_held_against_the_person(save, cluster):
    save(key="f1", sheet=FRAMES, name="frameX")
    save(frame="frameA", memory="128", base={"frame": "frameA", "memory": "64"})
    assert stored(cluster).get(Node, "n1").memory == 128


def test_a_rename_that_gives_two_other_rows_one_name_is_refused(architect, cluster, save):
    def add(sheet, **cells):
        return add_row(
            actor=architect, cluster_id=cluster.pk, sheet=sheets()[sheet], cells=cells
        ).row

    server = add("virtual_io_server", name="vio1")
    add("card", name="C1", node="nodea")
    add("card", name="C1", server="vio1")
    with pytest.raises(RowInvalid, match="two card rows would be called 'nodea C1'"):
        save(
            key=server.key,
            version=version_of(cluster.current_id, "virtual_io_server", server.key),
            sheet=sheets()["virtual_io_server"],
            name="nodea",
        )
    assert decode(encode(stored(cluster))) == stored(cluster)


@pytest.mark.parametrize("text", ["a\u2028b", "a\u202eb", "a\uffffb", "a\u2066b"])
def test_characters_that_deceive_are_refused(save, text):
    with pytest.raises(RowInvalid, match="which cannot be shown"):
        save(name=text)
