"""Rows of worksheets: reading, adding, changing, deleting, and what each refusal says."""

from __future__ import annotations

import pytest

from planner.audit.models import Event
from tests.plans import version_of
from worksheets.models.store.read import read_plan
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node

pytestmark = pytest.mark.django_db


def stored(cluster):
    return read_plan(cluster.current_id)


def errors(response):
    return {error["column"]: error for error in response.data["errors"]}


def test_a_row_is_typed_as_in_the_plan_file_with_all_its_columns(call, rows):
    row = call("get", rows("node", "n1")).data
    assert row["key"] == "n1"
    assert (row["name"], row["frame"], row["cpu_peak"]) == ("nodea", "f1", 50)
    assert (row["usual_role"], row["rootvg_servers"], row["notes"]) == (None, [], "")
    assert set(row) == {"key", *Node.__struct_fields__}


def test_the_list_gives_titles_and_tags(call, rows):
    response = call("get", rows("node"))
    assert [row["key"] for row in response.data["rows"]] == ["n1", "n2"]
    assert response.data["titles"] == {"n1": "nodea", "n2": "nodeb"}
    assert response.data["etags"]["n2"] == call("get", rows("node", "n2"))["ETag"]


def test_add_by_key_and_by_title(call, rows, cluster):
    by_key = call("post", rows("node"), {"name": "nodec", "frame": "f2", "memory": 32})
    assert by_key.status_code == 201
    assert by_key["Location"] == "/api/v1/" + rows("node", by_key.data["key"])
    assert call("get", rows("node", by_key.data["key"]))["ETag"] == by_key["ETag"]
    by_title = call("post", rows("frame"), {"name": "frameC", "circuits": [{"title": "P2"}, "p1"]})
    assert by_title.data["circuits"] == ["p2", "p1"]
    plan = stored(cluster)
    assert plan.get(Node, by_key.data["key"]).frame == "f2"
    assert plan.get(Frame, by_title.data["key"]).circuits == ("p2", "p1")


def test_add_with_a_key_of_ones_own(call, rows):
    body = {"key": "node-3", "name": "nodec"}
    assert call("post", rows("node"), body).data["key"] == "node-3"
    again = call("post", rows("node"), {"key": "node-3", "name": "noded"})
    assert again.status_code == 422
    assert "already" in errors(again)["key"]["message"]
    bad = call("post", rows("node"), {"key": "No Key", "name": "noded"})
    assert "lower-case" in errors(bad)["key"]["message"]


def test_patch_changes_what_is_sent_and_nothing_else(call, rows, cluster):
    tag = call("get", rows("node", "n1"))["ETag"]
    response = call("patch", rows("node", "n1"), {"memory": 128}, If_Match=tag)
    assert response.status_code == 200
    assert (response.data["memory"], response.data["cpu_peak"]) == (128, 50)
    assert response["ETag"] != tag
    node = stored(cluster).get(Node, "n1")
    assert (node.memory, node.cpu_peak, node.frame) == (128, 50, "f1")
    assert version_of(cluster.current_id, "node", "n1") == 2


def test_merge_patch_media_type_and_null(call, rows, cluster):
    response = call(
        "patch",
        rows("node", "n1"),
        {"memory": None, "frame": None},
        If_Match="*",
        content_type="application/merge-patch+json",
    )
    assert (response.data["memory"], response.data["frame"]) == (None, "")
    assert stored(cluster).get(Node, "n1").memory is None


def test_put_replaces_the_whole_row(call, rows, cluster):
    response = call("put", rows("node", "n1"), {"name": "nodea", "memory": 1}, If_Match="*")
    assert response.status_code == 200
    node = stored(cluster).get(Node, "n1")
    assert (node.memory, node.cpu_peak, node.frame) == (1, None, "")


def test_what_was_read_can_be_put_back(call, rows, cluster):
    read = call("get", rows("frame", "f1"))
    events = Event.objects.count()
    response = call("put", rows("frame", "f1"), read.data, If_Match=read["ETag"])
    assert (response.status_code, response.data, response["ETag"]) == (
        200,
        read.data,
        read["ETag"],
    )
    assert Event.objects.count() == events
    assert version_of(cluster.current_id, "frame", "f1") == 1


def test_put_makes_a_row_only_when_told_so(call, rows, cluster):
    address, body = rows("frame", "cmdb-4711"), {"name": "frameC"}
    assert call("put", address, body, If_Match="*").status_code == 412
    made = call("put", address, body, If_None_Match="*")
    assert made.status_code == 201
    assert made["Location"].endswith("/rows/cmdb-4711")
    assert stored(cluster).get(Frame, "cmdb-4711").name == "frameC"
    again = call("put", address, body, If_None_Match="*")
    assert (again.status_code, again.data["current"]["name"]) == (412, "frameC")


def test_delete(call, rows, cluster):
    tag = call("get", rows("frame", "f2"))["ETag"]
    response = call("delete", rows("frame", "f2"), If_Match=tag)
    assert (response.status_code, response.content) == (204, b"")
    assert stored(cluster).get(Frame, "f2") is None
    assert call("delete", rows("frame", "f2"), If_Match=tag).status_code == 404


def test_a_row_in_use_stays_and_its_users_are_named(call, rows, cluster):
    response = call("delete", rows("frame", "f1"), If_Match="*")
    assert response.status_code == 409
    users = {(error["worksheet"], error["key"]) for error in response.data["errors"]}
    assert users == {("node", "n1"), ("node", "n2")}
    assert stored(cluster).get(Frame, "f1") is not None


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"cpu_peak": "70"}, "cpu_peak", "send a whole number from 0 to 100"),
        ({"cpu_peak": 101}, "cpu_peak", "send a whole number from 0 to 100"),
        ({"cpu_peak": 7.5}, "cpu_peak", "send a whole number"),
        ({"cpu_peak": True}, "cpu_peak", "send a whole number"),
        ({"cpu_peak": 10**400}, "cpu_peak", "send a whole number"),
        ({"usual_role": "boss"}, "usual_role", "send one of: active, standby"),
        ({"frame": "nowhere"}, "frame", "no row of the worksheet frame"),
        ({"frame": {"title": "nowhere"}}, "frame", "There is no frame called"),
        ({"frame": {"title": "frameA", "more": 1}}, "frame", '{"title": its name}'),
        ({"frame": ["f1"]}, "frame", '{"title": its name}'),
        ({"rootvg_servers": "f1"}, "rootvg_servers", "send a list of keys"),
        ({"rootvg_servers": ["a", "a"]}, "rootvg_servers", "has that key"),
        ({"name": None}, "name", "cannot be empty"),
        ({"name": ""}, "name", "send a name"),
        ({"name": "nodeb"}, "name", "already a row called"),
        ({"name": "x" * 65}, "name", "send a name of at most 64"),
        ({"name": "nul\x00"}, "name", "cannot be shown"),
        ({"notes": "x" * 10_001}, "notes", "send text of at most 10,000"),
        ({"colour": "red"}, "colour", "no such column"),
        ({"key": "n9"}, "key", "keeps its key"),
    ],
)
def test_bad_cells_are_named_and_nothing_is_stored(call, rows, cluster, cells, column, words):
    events = Event.objects.count()
    body = {"memory": 99, **cells}
    response = call("patch", rows("node", "n1"), body, If_Match="*")
    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"
    found = errors(response)
    assert list(found) == [column]
    assert words in found[column]["message"]
    assert (found[column]["worksheet"], found[column]["key"]) == ("node", "n1")
    assert stored(cluster).get(Node, "n1").memory == 64
    assert Event.objects.count() == events


def test_every_bad_cell_is_named_at_once_with_its_label(call, rows):
    found = errors(call("post", rows("node"), {"cpu_peak": "x", "memory": -1}))
    assert set(found) == {"name", "cpu_peak", "memory"}
    assert found["cpu_peak"]["label"] == "CPU peak"


def test_a_single_row_worksheet_keeps_its_one_row(call, rows):
    address = rows("cluster_options", "cluster")
    assert call("patch", address, {"owner": "Cards"}, If_Match="*").data["owner"] == "Cards"
    assert call("delete", address, If_Match="*").status_code == 422
    second = call("post", rows("cluster_options"), {"name": "second"})
    assert (second.status_code, "one row" in second.data["errors"][0]["message"]) == (422, True)
    other = call("put", rows("cluster_options", "b"), {"name": "second"}, If_None_Match="*")
    assert other.status_code == 422


def test_a_name_taken_by_another_cluster_is_a_bad_cell(call, rows, team):
    body = {"team": team.pk, "name": "other", "environment": "test"}
    assert call("post", "clusters", body).status_code == 201
    response = call("patch", rows("cluster_options", "cluster"), {"name": "other"}, If_Match="*")
    assert "already has a cluster" in errors(response)["name"]["message"]


def test_a_write_leaves_one_event_that_names_person_and_token(call, rows, cluster, architect):
    events = Event.objects.count()
    call("patch", rows("node", "n1"), {"cpu_peak": 70}, If_Match="*")
    assert Event.objects.count() == events + 1
    event = Event.objects.order_by("number").last()
    assert (event.actor, event.data["token"]) == (architect.username, "write test")
    assert event.subject.startswith(f"cluster:{cluster.pk}/revision:1")
    assert "cpu_peak" in event.details


def test_a_write_is_judged_at_once(call, rows, cluster):
    address = f"clusters/{cluster.pk}/findings?rule=SPOF-FRAME"
    assert call("get", address).data["count"] == 1
    call("patch", rows("node", "n2"), {"frame": "f2"}, If_Match="*")
    assert call("get", address).data["count"] == 0
