"""ETag, If-Match and If-None-Match."""

from __future__ import annotations

import pytest

from planner.audit.models import Event
from tests.plans import small_plan
from worksheets.models.store.read import read_plan
from worksheets.plan.plan_file import encode
from worksheets.plan.rows.node import Node

pytestmark = pytest.mark.django_db

READS = [
    "",
    "clusters",
    "clusters/{c}",
    "clusters/{c}/plan",
    "clusters/{c}/findings",
    "clusters/{c}/worksheets",
    "clusters/{c}/worksheets/node/rows",
    "clusters/{c}/worksheets/node/rows/n1",
    "worksheets",
    "rules",
    "teams",
    "schema/",
]


@pytest.mark.parametrize("address", READS)
def test_every_read_has_a_strong_tag_and_answers_304(call, cluster, address):
    address = address.format(c=cluster.pk)
    first = call("get", address)
    assert first.status_code == 200
    assert first["ETag"].startswith('"')
    assert first["Cache-Control"] == "private, no-cache"
    again = call("get", address, If_None_Match=f'"old", W/{first["ETag"]}')
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert "Content-Type" not in again
    assert call("get", address, If_None_Match='"old"').status_code == 200
    assert call("head", address, If_None_Match=first["ETag"]).status_code == 304


@pytest.mark.parametrize(
    "address",
    [
        "clusters",
        "clusters/{c}",
        "clusters/{c}/plan",
        "clusters/{c}/worksheets/node/rows",
        "clusters/{c}/worksheets/node/rows/n1",
    ],
)
def test_a_write_changes_the_tags_of_what_shows_it(call, rows, cluster, address):
    address = address.format(c=cluster.pk)
    before = call("get", address)["ETag"]
    call("patch", rows("node", "n1"), {"memory": 1}, If_Match="*")
    response = call("get", address, If_None_Match=before)
    assert (response.status_code, response["ETag"] != before) == (200, True)


def test_other_rows_keep_their_tag(call, rows):
    before = call("get", rows("node", "n2"))["ETag"]
    call("patch", rows("node", "n1"), {"memory": 1}, If_Match="*")
    assert call("get", rows("node", "n2"), If_None_Match=before).status_code == 304


def test_back_to_the_same_content_is_another_state(call, rows):
    before = call("get", rows("node", "n1"))["ETag"]
    call("patch", rows("node", "n1"), {"memory": 1}, If_Match="*")
    call("patch", rows("node", "n1"), {"memory": 64}, If_Match="*")
    assert call("delete", rows("node", "n1"), If_Match=before).status_code == 412


WRITES = [
    ("put", "clusters/{c}/plan"),
    ("put", "clusters/{c}/worksheets/node/rows/n1"),
    ("patch", "clusters/{c}/worksheets/node/rows/n1"),
    ("delete", "clusters/{c}/worksheets/node/rows/n1"),
]


def _body(method, address):
    if method == "delete":
        return None
    return encode(small_plan()) if address.endswith("plan") else {"name": "nodea", "memory": 99}


@pytest.mark.parametrize(("method", "address"), WRITES)
def test_a_write_without_a_condition_is_428(call, cluster, method, address):
    response = call(method, address.format(c=cluster.pk), _body(method, address))
    assert response.status_code == 428
    assert "If-Match" in response.data["detail"]


@pytest.mark.parametrize(("method", "address"), WRITES)
@pytest.mark.parametrize("given", ["stale", "weak", "unquoted", '"x", "y"'])
def test_a_write_for_another_state_is_412_and_stores_nothing(call, cluster, method, address, given):
    address = address.format(c=cluster.pk)
    tag = call("get", address)["ETag"]
    tags = {"stale": '"0"', "weak": f"W/{tag}", "unquoted": tag.strip('"')}
    events, plan = Event.objects.count(), read_plan(cluster.current_id)
    response = call(method, address, _body(method, address), If_Match=tags.get(given, given))
    assert response.status_code == 412
    assert response["ETag"] == tag
    if not address.endswith("plan"):
        assert response.data["current"] == call("get", address).data
    assert (Event.objects.count(), read_plan(cluster.current_id)) == (events, plan)


def test_one_of_several_tags_is_enough(call, rows):
    tag = call("get", rows("node", "n1"))["ETag"]
    headers = {"If_Match": f'"x", {tag}'}
    assert call("patch", rows("node", "n1"), {"memory": 1}, **headers).status_code == 200


def test_both_conditions_must_hold(call, rows, cluster):
    tag = call("get", rows("node", "n1"))["ETag"]
    headers = {"If_Match": tag, "If_None_Match": tag}
    assert call("patch", rows("node", "n1"), {"memory": 1}, **headers).status_code == 412
    assert read_plan(cluster.current_id).get(Node, "n1").memory == 64


def test_two_scripts_that_read_the_same_row_do_not_overwrite_each_other(call, rows, cluster):
    first = call("get", rows("node", "n1"))["ETag"]
    assert call("patch", rows("node", "n1"), {"memory": 1}, If_Match=first).status_code == 200
    late = call("patch", rows("node", "n1"), {"memory": 2}, If_Match=first)
    assert (late.status_code, late.data["current"]["memory"]) == (412, 1)
    retried = call("patch", rows("node", "n1"), {"memory": 2}, If_Match=late["ETag"])
    assert retried.status_code == 200
    assert read_plan(cluster.current_id).get(Node, "n1").memory == 2
