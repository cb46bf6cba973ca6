"""Pasting, filling and setting many cells: all or nothing, every fault named."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import PermissionDenied

from planner.audit.models import Event
from tests.plans import small_plan
from worksheets.models import Change
from worksheets.models.store.read import read_plan
from worksheets.plan.rows.administrator import Administrator
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.split_merge_policy import SplitMergePolicy
from worksheets.services.blocks import MAX_LINES, Line, save_block
from worksheets.services.errors import BlockInvalid
from worksheets.services.rows import save_row
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db


@pytest.fixture
def save(architect, cluster):
    def save(*lines, sheet="node", actor=architect):
        return save_block(
            actor=actor, cluster_id=cluster.pk, sheet=sheets()[sheet], lines=lines, label="Pasted"
        )

    return save


def stored(cluster, kind=Node):
    return read_plan(cluster.current_id).rows(kind)


def test_a_block_changes_rows_and_adds_rows_in_one_write(save, cluster):
    saved = save(
        Line("n1", 1, {"memory": "99"}),
        Line("", 0, {"name": "nodec", "frame": "frameB"}),
        Line("", 0, {"name": "noded", "frame": "frameA"}),
    )
    rows = stored(cluster)
    assert [(row.name, row.frame, row.memory) for row in rows] == [
        ("nodea", "f1", 99),
        ("nodeb", "f1", 64),
        ("nodec", "f2", None),
        ("noded", "f1", None),
    ]
    assert saved.keys == ("n1", rows[2].key, rows[3].key)
    assert Change.objects.count() == 1
    event = Event.objects.order_by("number").last()
    assert event.action == "rows.changed"
    assert [row["row"] for row in json.loads(event.details)["rows"]] == ["nodea", "nodec", "noded"]
    assert json.loads(event.details)["rows"][0]["changes"] == {"memory": ["64", "99"]}


def test_rows_of_a_block_may_name_each_other(save, cluster):
    save(
        Line("", 0, {"name": "Cem", "backup": "Dora"}),
        Line("", 0, {"name": "Dora", "backup": "Cem"}),
        sheet="administrator",
    )
    cem, dora = stored(cluster, Administrator)[2:]
    assert (cem.backup, dora.backup) == (dora.key, cem.key)


def test_every_fault_is_named_and_nothing_is_stored(save, cluster):
    with pytest.raises(BlockInvalid) as caught:
        save(
            Line("n1", 1, {"memory": "99", "frame": "frameZ"}),
            Line("gone", 1, {"memory": "1"}),
            Line("", 0, {"name": "", "cpu_peak": "101"}),
            Line("n2", 1, {"memory": "98"}),
        )
    places = [(fault.line, fault.key, fault.column, fault.text) for fault in caught.value.faults]
    assert places == [
        (0, "n1", "frame", "frameZ"),
        (1, "gone", "", ""),
        (2, "", "name", ""),
        (2, "", "cpu_peak", "101"),
    ]
    assert stored(cluster) == small_plan().rows(Node)


def test_a_name_used_twice_is_named_at_its_line(save, cluster):
    with pytest.raises(BlockInvalid) as caught:
        save(Line("", 0, {"name": "nodec"}), Line("", 0, {"name": "nodea"}))
    assert [(fault.line, fault.column) for fault in caught.value.faults] == [(1, "name")]
    assert "already a row called 'nodea'" in caught.value.faults[0].message


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(save, cluster, people):
    save_row(
        actor=people["architect"],
        cluster_id=cluster.pk,
        sheet=sheets()["node"],
        key="n1",
        version=1,
        cells={"memory": "128"},
    )
    with pytest.raises(BlockInvalid) as caught:
        save(Line("n1", 1, {"memory": "99"}, {"memory": "64"}))
    assert "128" in caught.value.faults[0].message
    save(Line("n1", 1, {"cpu_peak": "33"}, {"cpu_peak": "50"}))
    assert (stored(cluster)[0].memory, stored(cluster)[0].cpu_peak) == (128, 33)


def test_limits(save):
    with pytest.raises(BlockInvalid, match=r"1 cells"):
        save(*[Line("", 0, {"name": f"n{number}"}) for number in range(MAX_LINES + 1)])
    with pytest.raises(BlockInvalid):
        save(Line("", 0, {"name": "second"}), sheet="cluster_options")


def test_who_may_not_edit_may_not_paste(save, people):
    with pytest.raises(PermissionDenied):
        save(Line("n1", 1, {"memory": "99"}), actor=people["viewer"])


def test_a_block_fills_a_single_row_worksheet_that_is_empty(save, cluster):
    save(Line("", 0, {"split_policy": ""}), sheet="split_merge_policy")
    assert [row.key for row in stored(cluster, SplitMergePolicy)] == ["cluster"]


def test_one_row_named_twice_is_refused(save):
    with pytest.raises(BlockInvalid, match="1 cells"):
        save(Line("n1", 1, {"memory": "9"}), Line("n1", 1, {"cpu_peak": "9"}))


def test_a_bad_name_and_a_bad_form_are_told_together(save):
    with pytest.raises(BlockInvalid) as caught:
        save(
            Line("", 0, {"name": "one", "network": "net_O1"}),
            Line("", 0, {"name": "two", "address": "10.30.1.999"}),
            sheet="ip_label",
        )
    assert [fault.column for fault in caught.value.faults] == ["network", "address"]
