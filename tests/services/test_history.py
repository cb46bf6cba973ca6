"""Undo and redo of one's own writes, and of a chosen one."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import PermissionDenied

from planner.accounts.models import Membership, Role, User
from planner.audit.models import Event
from tests.plans import small_plan
from worksheets.models import Change
from worksheets.models.store.read import read_plan
from worksheets.plan.rows.node import Node
from worksheets.queries.history import history
from worksheets.services import changes
from worksheets.services.blocks import Line, save_block
from worksheets.services.copies import copy_row
from worksheets.services.errors import RowConflict, UndoRefused
from worksheets.services.history import redo, undo
from worksheets.services.rows import add_row, delete_row, move_row, save_row
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db
NODES = sheets()["node"]


@pytest.fixture
def second(team):
    user = User.objects.create_user("second")
    Membership.objects.create(user=user, team=team, role=Role.ARCHITECT)
    return user


@pytest.fixture
def where(architect, cluster):
    return {"actor": architect, "cluster_id": cluster.pk}


@pytest.fixture
def save(where, cluster):
    def save(key="n1", **cells):
        actor = cells.pop("actor", where["actor"])
        version = 10**6
        plan = read_plan(cluster.current_id)
        base = {name: str(getattr(plan.get(Node, key), name)) for name in cells}
        return save_row(
            actor=actor,
            cluster_id=cluster.pk,
            sheet=NODES,
            key=key,
            version=version,
            cells=cells,
            base=base,
        )

    return save


def plan_of(cluster):
    return read_plan(cluster.current_id)


def memory(cluster):
    return plan_of(cluster).get(Node, "n1").memory


def test_undo_and_redo_walk_through_ones_own_writes(save, where, cluster):
    for value in ("70", "80", "90"):
        save(memory=value)
    seen = [memory(cluster)]
    for step in (undo, undo, redo, undo, undo, redo, redo, redo):
        step(**where)
        seen.append(memory(cluster))
    assert seen == [90, 80, 70, 80, 70, 64, 70, 80, 90]
    with pytest.raises(UndoRefused):
        redo(**where)


def test_a_new_write_ends_redoing(save, where, cluster):
    save(memory="70")
    undo(**where)
    save(memory="75")
    with pytest.raises(UndoRefused, match="nothing to redo"):
        redo(**where)
    undo(**where)
    assert memory(cluster) == 64
    with pytest.raises(UndoRefused, match="nothing of yours"):
        undo(**where)


def test_what_others_did_since_survives(save, second, where, cluster):
    save(memory="70")
    save(actor=second, cpu_peak="11")
    undo(**where)
    node = plan_of(cluster).get(Node, "n1")
    assert (node.memory, node.cpu_peak) == (64, 11)


def test_a_cell_that_somebody_changed_again_is_left_alone(save, second, where, cluster):
    save(memory="70")
    save(actor=second, memory="80")
    with pytest.raises(UndoRefused, match="Memory of node nodea has been changed again"):
        undo(**where)
    assert memory(cluster) == 80


def test_added_deleted_and_moved_rows_come_and_go(where, cluster):
    added = add_row(**where, sheet=NODES, cells={"name": "nodec"})
    move_row(**where, sheet=NODES, key=added.row.key, above="")
    delete_row(**where, sheet=NODES, key=added.row.key, version=added.version)
    names = []
    for _ in range(3):
        undo(**where)
        names.append([node.name for node in plan_of(cluster).rows(Node)])
    assert names == [["nodec", "nodea", "nodeb"], ["nodea", "nodeb", "nodec"], ["nodea", "nodeb"]]
    assert plan_of(cluster) == small_plan()


def test_a_row_that_others_refer_to_by_now_is_not_taken_away(where, cluster):
    added = add_row(**where, sheet=NODES, cells={"name": "nodec"})
    first = Change.objects.get()
    add_row(**where, sheet=sheets()["card"], cells={"name": "C1", "node": "nodec"})
    with pytest.raises(UndoRefused, match="still referred to by nodec C1"):
        undo(**where, change_id=first.pk)
    assert plan_of(cluster).get(Node, added.row.key)


def test_a_chosen_write_of_somebody_else_can_be_undone_once(save, second, where, cluster):
    save(actor=second, memory="70")
    save(actor=second, cpu_peak="11")
    first = Change.objects.earliest("id")
    undo(**where, change_id=first.pk)
    node = plan_of(cluster).get(Node, "n1")
    assert (node.memory, node.cpu_peak) == (64, 11)
    with pytest.raises(UndoRefused, match="not in effect"):
        undo(**where, change_id=first.pk)


def test_the_list_says_what_was_done_and_what_is_in_effect(save, where, cluster):
    save(memory="70")
    undo(**where)
    found = [(item.change.label, item.in_effect) for item in history(cluster.current)]
    assert found == [
        ("Undone: Changed node nodea: Memory", True),
        ("Changed node nodea: Memory", False),
    ]
    redo(**where)
    assert history(cluster.current)[0].change.label == "Redone: Changed node nodea: Memory"


def test_an_undo_is_a_write_like_any_other(save, where, people, cluster):
    save(memory="70")
    undo(**where)
    event = Event.objects.order_by("number").last()
    assert event.action == "row.saved"
    assert json.loads(event.details)["changes"] == {"memory": ["70", "64"]}
    with pytest.raises(PermissionDenied):
        undo(actor=people["viewer"], cluster_id=cluster.pk)


def test_only_the_last_writes_are_remembered(save, cluster, monkeypatch):
    monkeypatch.setattr(changes, "REMEMBERED", 5)
    monkeypatch.setattr(changes, "_PRUNED_EVERY", 1)
    for value in range(100, 108):
        save(memory=str(value))
    assert Change.objects.count() == 5


def test_a_row_that_comes_back_has_a_version_it_never_had(save, second, where, cluster):
    """Who opened the row before it was changed and deleted must not overwrite that change."""
    saved = save(memory="70")
    delete = {"actor": second, "cluster_id": cluster.pk}
    sole = add_row(**where, sheet=NODES, cells={"name": "nodec", "memory": "1"})
    key, opened = sole.row.key, sole.version
    changed = save_row(**where, sheet=NODES, key=key, version=opened, cells={"memory": "2"})
    delete_row(**delete, sheet=NODES, key=key, version=changed.version)
    undo(**delete)
    with pytest.raises(RowConflict):
        save_row(
            **where,
            sheet=NODES,
            key=key,
            version=opened,
            cells={"memory": "3"},
            base={"memory": "1"},
        )
    assert saved.version == 2


def test_undoing_a_move_leaves_what_came_since_where_it_is(second, where, cluster):
    for name in ("nodec", "noded", "nodee"):
        add_row(**where, sheet=NODES, cells={"name": name})
    keys = {node.name: node.key for node in plan_of(cluster).rows(Node)}
    move_row(**where, sheet=NODES, key=keys["nodee"], above="")
    others = {"actor": second, "cluster_id": cluster.pk, "sheet": NODES}
    copied = copy_row(**others, key=keys["nodec"])
    undo(**where)
    names = [node.name for node in plan_of(cluster).rows(Node)]
    assert names == ["nodea", "nodeb", "nodec", copied.row.name, "noded", "nodee"]

    move_row(**where, sheet=NODES, key=keys["nodee"], above="")
    move_row(**others, key=keys["nodeb"], above=keys["noded"])
    with pytest.raises(UndoRefused, match="put in another order since"):
        undo(**where)


def test_an_undo_that_finds_nothing_to_do_is_not_offered_again(save, second, where, cluster):
    save(cpu_peak="10")
    save(memory="70")
    save(actor=second, memory="64")
    undo(**where)
    undo(**where)
    node = plan_of(cluster).get(Node, "n1")
    assert (node.memory, node.cpu_peak) == (64, 50)


def test_redo_looks_past_what_others_wrote(save, second, where, cluster):
    save(memory="70")
    undo(**where)
    save(actor=second, cpu_peak="11")
    redo(**where)
    assert memory(cluster) == 70


def test_many_rows_that_refer_to_each_other_can_be_taken_back(where, cluster):
    lines = [Line("", 0, {"name": f"p{i}", "backup": f"p{(i + 501) % 1002}"}) for i in range(1002)]
    save_block(**where, sheet=sheets()["administrator"], lines=lines)
    undo(**where)
    assert plan_of(cluster) == small_plan()


def test_long_labels_are_cut(where, cluster):
    path = "/" + "x" * 250
    add_row(**where, sheet=sheets()["file_system"], cells={"mount_point": path})
    assert len(Change.objects.get().label) <= 200
