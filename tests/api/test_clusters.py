"""Clusters: list, make, head, plan file in and out, what is filled in, findings."""

from __future__ import annotations

import json

import pytest

from planner.audit.models import Event
from tests.plans import small_plan, version_of
from worksheets.models import Cluster
from worksheets.models.store.read import read_plan
from worksheets.plan.plan_file import decode, digest, encode
from worksheets.plan.rows.frame import Frame
from worksheets.plan.rows.node import Node
from worksheets.queries import portfolio
from worksheets.rules.registry import catalogue
from worksheets.services.clusters import create_cluster
from worksheets.sheets.needs import never
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db


def names(response):
    return [cluster["name"] for cluster in response.data["clusters"]]


@pytest.fixture
def three(architect, team, cluster):
    for name, environment in (("alpha", "test"), ("zeta", "production")):
        create_cluster(actor=architect, team_id=team.pk, name=name, environment=environment)


def test_the_head(call, cluster, architect, team):
    head = call("get", f"clusters/{cluster.pk}").data
    assert (head["id"], head["name"], head["environment"]) == (cluster.pk, "small", "production")
    assert head["team"] == {"id": team.pk, "name": "Payments"}
    assert (head["revision"], head["state"], head["rows"]) == (1, "draft r1", 10)
    assert head["edited_by"] == architect.username
    assert head["digest"] == digest(small_plan())
    revision = cluster.revisions.get()
    assert head["blockers"] == revision.blockers > 0
    assert head["spofs"] == revision.spofs > 0


def test_filter_and_sort(call, three):
    assert names(call("get", "clusters")) == ["alpha", "small", "zeta"]
    assert names(call("get", "clusters?q=ALP")) == ["alpha"]
    assert names(call("get", "clusters?environment=test")) == ["alpha"]
    assert names(call("get", "clusters?sort=environment")) == ["small", "zeta", "alpha"]
    assert "small" in names(call("get", "clusters?having=spofs"))


def test_pages(call, three, monkeypatch):
    monkeypatch.setattr("worksheets.api.clusters.PER_PAGE", 2)
    first = call("get", "clusters?q=a").data
    assert (first["count"], first["pages"], first["page"]) == (3, 2, 1)
    assert (first["previous"], first["next"]) == (None, "/api/v1/clusters?q=a&page=2")
    second = call("get", first["next"].removeprefix("/api/v1/"))
    assert (names(second), second.data["next"]) == (["zeta"], None)
    assert call("get", "clusters?q=a&page=3").status_code == 404


@pytest.mark.parametrize(
    "query", ["sort=size", "environment=moon", "having=fun", "page=0", "page=x", "page=-1"]
)
def test_a_choice_that_does_not_exist_is_said(call, query):
    assert call("get", f"clusters?{query}").status_code == 400


def test_make_an_empty_cluster(call, team):
    response = call("post", "clusters", {"team": team.pk, "name": "new", "environment": "test"})
    assert response.status_code == 201
    cluster = Cluster.objects.get()
    assert response["Location"] == f"/api/v1/clusters/{cluster.pk}"
    assert call("get", f"clusters/{cluster.pk}")["ETag"] == response["ETag"]
    assert Event.objects.order_by("number").last().action == "cluster.created"


def test_make_a_cluster_from_a_plan_file(call, team):
    response = call("post", f"clusters?team={team.pk}", encode(small_plan()))
    assert (response.status_code, response.data["digest"]) == (201, digest(small_plan()))
    assert Event.objects.order_by("number").last().action == "cluster.imported"


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"name": ""}, "name"),
        ({"name": 3}, "name"),
        ({"environment": "moon"}, "environment"),
        ({"team": "x"}, "team"),
        ({"team": True}, "team"),
        ({"team": None}, "team"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_bad_cluster_is_not_made(call, team, change, column):
    body = {"team": team.pk, "name": "new", "environment": "test", **change}
    response = call("post", "clusters", body)
    assert response.status_code == 422
    assert [error["column"] for error in response.data["errors"]] == [column]
    assert not Cluster.objects.exists()


def test_a_taken_name_is_refused(call, team, cluster):
    response = call("post", f"clusters?team={team.pk}", encode(small_plan()))
    assert response.status_code == 422
    assert "already has a cluster called small" in response.data["errors"][0]["message"]


@pytest.mark.parametrize("team_id", [0, 999, 2**70])
def test_a_team_of_others_does_not_exist(call, team_id):
    body = {"team": team_id, "name": "new", "environment": "test"}
    assert call("post", "clusters", body).status_code in (404, 422)


def test_plan_out_is_the_canonical_file(call, cluster):
    response = call("get", f"clusters/{cluster.pk}/plan")
    assert response.content == encode(small_plan())
    assert response["ETag"] == f'"{digest(small_plan())}"'


def test_plan_in_replaces_everything_and_keeps_rows_by_key(call, cluster):
    read = call("get", f"clusters/{cluster.pk}/plan")
    plan = decode(read.content)
    plan = plan.replace(
        Node(key="n1", name="nodea", frame="f3"),
        Node(key="n3", name="nodec"),
        Frame(key="f3", name="frameC"),
    ).without(Frame, "f2")
    response = call("put", f"clusters/{cluster.pk}/plan", encode(plan), If_Match=read["ETag"])
    assert response.status_code == 200
    assert response.content == encode(plan)
    assert read_plan(cluster.current_id) == plan
    assert call("get", f"clusters/{cluster.pk}/plan")["ETag"] == response["ETag"]
    assert version_of(cluster.current_id, "node", "n1") == 2
    assert version_of(cluster.current_id, "node", "n2") == 1


def _damaged(change):
    document = json.loads(encode(small_plan()))
    change(document["sheets"])
    return document


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"format": "shopping list"}, ("", "", "")),
        (_damaged(lambda sheets: sheets.pop("cluster_options")), ("", "", "")),
        (_damaged(lambda sheets: sheets.update(nonsense=[])), ("", "", "")),
        (_damaged(lambda sheets: sheets["node"][0].update(cpu_peak="x")), ("", "", "")),
        (_damaged(lambda sheets: sheets["node"][0].update(frame="x")), ("node", "n1", "frame")),
    ],
)
def test_a_bad_plan_file_changes_nothing(call, cluster, body, place):
    events = Event.objects.count()
    response = call("put", f"clusters/{cluster.pk}/plan", body, If_Match="*")
    assert (response.status_code, response["Content-Type"]) == (422, "application/problem+json")
    (error,) = response.data["errors"]
    assert (error["worksheet"], error["key"], error["column"]) == place
    assert read_plan(cluster.current_id) == small_plan()
    assert Event.objects.count() == events


def test_what_is_still_to_be_filled_in(call, cluster):
    data = call("get", f"clusters/{cluster.pk}/worksheets").data["worksheets"]
    assert [item["worksheet"] for item in data] == list(sheets())
    nodes = next(item for item in data if item["worksheet"] == "node")
    assert (nodes["rows"], nodes["asked"] >= 2) == (2, True)
    assert all(item["asked"] - item["filled"] == len(item["empty"]) for item in data)


def test_findings_can_be_chosen(call, cluster):
    address = f"clusters/{cluster.pk}/findings"
    everything = call("get", address).data
    assert everything["count"] == len(everything["findings"]) > 3
    assert all(finding["since"] for finding in everything["findings"])
    blockers = call("get", f"{address}?severity=blocker").data["findings"]
    assert {finding["severity"] for finding in blockers} == {"blocker"}
    (frame,) = call("get", f"{address}?rule=SPOF-FRAME").data["findings"]
    assert "N4" in frame["lines"]
    assert frame["places"][0]["title"]
    for finding in call("get", f"{address}?worksheet=node").data["findings"]:
        assert "node" in {place["worksheet"] for place in finding["places"]}
    for query in ("severity=fatal", "rule=NONSENSE", "worksheet=nonsense"):
        assert call("get", f"{address}?{query}").status_code == 400


def test_the_rules_are_those_of_the_catalogue(call):
    rules = call("get", "rules").data["rules"]
    assert [rule["id"] for rule in rules] == list(catalogue())
    assert all(rule["why"] and rule["fix"] for rule in rules)


def test_the_declarations_are_those_of_the_sheets(call):
    found = {item["worksheet"]: item for item in call("get", "worksheets").data["worksheets"]}
    assert list(found) == list(sheets())
    for slug, sheet in sheets().items():
        assert [c["name"] for c in found[slug]["columns"]] == [c.name for c in sheet.all_columns]
    columns = {column["name"]: column for column in found["node"]["columns"]}
    assert columns["usual_role"]["choices"][0] == {"value": "active", "label": "active"}
    assert (columns["frame"]["refers_to"], columns["cpu_peak"]["maximum"]) == ("frame", 100)
    assert (columns["name"]["needed"], columns["memory"]["unit"]) == ("always", "GiB")


def test_every_need_says_when(call):
    """What is asked for in some clusters only must say in which."""
    for item in call("get", "worksheets").data["worksheets"]:
        sheet = sheets()[item["worksheet"]]
        for column in item["columns"]:
            may_stay_empty = sheet.column(column["name"]).needed is never
            assert (column["needed"] == "") == (may_stay_empty and not column["required"])


def test_the_teams_say_what_one_may_do(script, people, team):
    (found,) = script(people["viewer"], "read")("get", "teams").data["teams"]
    assert found == {"id": team.pk, "name": "Payments", "may": ["view"]}
    assert script(people["stranger"], "read")("get", "teams").data == {"teams": []}


def test_every_way_to_sort_can_be_asked_for(call):
    for sort in portfolio.SORTS:
        assert call("get", f"clusters?sort={sort}").status_code == 200
