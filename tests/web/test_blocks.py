"""Blocks, set columns, copies, moves and undo as pages and fragments."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from tests.plans import small_plan
from worksheets.models.store.read import read_plan
from worksheets.plan.rows.node import Node
from worksheets.web import refresh

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def browser(architect):
    client = Client(raise_request_exception=False)
    client.force_login(architect)
    return client


@pytest.fixture
def post(browser, cluster):
    def post(address, headers=HTMX, **data):
        return browser.post(f"/clusters/{cluster.pk}/{address}", data, headers=headers or {})

    return post


def nodes(cluster):
    return read_plan(cluster.current_id).rows(Node)


def lines(*changes):
    return json.dumps(
        [{"key": key, "version": 1, "cells": cells, "base": {}} for key, cells in changes]
    )


def test_a_block_comes_back_as_the_rows_that_changed_came_and_stand_where(post, cluster):
    sent = lines(("n1", {"cpu_peak": "9"}), ("", {"name": "nodec"}), ("", {"name": "noded"}))
    sent = sent.replace('"base": {}', '"base": {"cpu_peak": "50"}', 1)
    html = post("node/block/", lines=sent, how="paste").content.decode()
    added = [node.key for node in nodes(cluster)[2:]]
    assert 'id="row-n1" data-key="n1" data-version="2" hx-swap-oob="true"' in html
    assert 'hx-swap-oob="afterend:#row-n2"' in html
    assert f'hx-swap-oob="afterend:#row-{added[0]}"' in html
    assert "Pasted 3 rows" in html
    assert 'id="row-n2"' not in html


def test_undoing_takes_rows_away_again(post, cluster):
    post("node/block/", lines=lines(("", {"name": "nodec"})), how="paste")
    key = nodes(cluster)[2].key
    html = post("undo/", sheet="node").content.decode()
    assert f'<tbody id="row-{key}" hx-swap-oob="delete">' in html
    assert "Undone: Pasted 1 row of Nodes" in html
    html = post("redo/", sheet="node").content.decode()
    assert f'id="row-{key}"' in html
    assert post("redo/", sheet="node").status_code == 409


def test_many_rows_are_a_new_page(post, monkeypatch):
    monkeypatch.setattr(refresh, "MANY", 1)
    sent = lines(("", {"name": "nodec"}), ("", {"name": "noded"}))
    assert post("node/block/", lines=sent)["HX-Refresh"] == "true"


def test_a_renamed_frame_is_renamed_in_the_rows_that_show_it(post, cluster):
    html = post("frame/rows/f1/", version="1", name="frameX", **{"base-name": "frameA"}).content
    assert b'id="row-f1"' in html
    post("undo/", sheet="node")
    html = post("redo/", sheet="node").content.decode()
    assert html.count('<span class="text">frameX</span>') == 2


def test_refused_cells_are_named_with_their_place(post, cluster):
    sent = lines(("n1", {"frame": "frameZ"}), ("", {"name": ""}))
    response = post("node/block/", lines=sent)
    html = response.content.decode()
    assert response.status_code == 422
    assert '<a href="#row-n1:frame">nodea, Frame</a>' in html
    assert "New row 1, Name: This cell cannot be empty" in html
    assert nodes(cluster) == small_plan().rows(Node)


@pytest.mark.parametrize("sent", ["", "{}", "[1]", '[{"key": 1}]', "[" * 9000, "\ud800"])
def test_a_block_that_cannot_be_read(post, sent):
    assert post("node/block/", lines=sent.encode("utf-8", "replace")).status_code == 400


def test_html_in_a_refused_block_is_text(post):
    html = post("node/block/", lines=lines(("n1", {"frame": "<img src=x>"}))).content.decode()
    assert "<img" not in html
    assert "&lt;img src=x&gt;" in html


def test_moving_by_the_browser_needs_no_new_page_and_others_do(post, cluster):
    moved = post("node/rows/n1/move/", above="n2", moved="yes")
    assert "HX-Refresh" not in moved.headers
    assert [node.key for node in nodes(cluster)] == ["n2", "n1"]
    assert post("node/rows/n1/move/", to="up")["HX-Refresh"] == "true"
    assert [node.key for node in nodes(cluster)] == ["n1", "n2"]
    assert post("node/rows/n1/move/", to="up").status_code == 200
    assert post("node/rows/gone/move/", to="up").status_code == 200


def test_a_copy_goes_below_its_original(post, cluster):
    html = post("node/rows/n1/copy/").content.decode()
    assert 'hx-swap-oob="afterend:#row-n1"' in html
    assert [node.name for node in nodes(cluster)] == ["nodea", "nodec", "nodeb"]
    assert post("cluster_options/rows/cluster/copy/").status_code == 422
    assert post("node/rows/gone/copy/").status_code == 200


def test_a_column_is_set_for_chosen_rows(post, cluster):
    response = post("node/fill/", None, column="memory", value="7", which="chosen", row=["n2"])
    assert response.status_code == 302
    assert [node.memory for node in nodes(cluster)] == [64, 7]
    post("node/fill/", None, column="usual_role", value="active", which="empty")
    assert {node.usual_role for node in nodes(cluster)} == {"active"}


@pytest.mark.parametrize(
    "sent",
    [
        {"column": "nonsense", "value": "1", "which": "every"},
        {"column": "", "value": "1", "which": "every"},
        {"column": "memory", "value": "much", "which": "every"},
        {"column": "name", "value": "same", "which": "every"},
    ],
)
def test_a_column_that_cannot_be_set_says_why_and_keeps_the_input(post, cluster, sent):
    response = post("node/fill/", None, **sent)
    assert response.status_code == 422
    assert sent["value"] in response.content.decode()
    assert nodes(cluster) == small_plan().rows(Node)


def test_no_row_chosen_changes_nothing(post, cluster):
    assert post("node/fill/", None, column="memory", value="1", which="chosen").status_code == 302
    assert nodes(cluster) == small_plan().rows(Node)


@pytest.mark.parametrize("change", ["x", "0", "99999999999999999999", "-1"])
def test_a_change_that_does_not_exist_cannot_be_undone(post, change):
    assert post("undo/", None, change=change).status_code == 302
    assert post("undo/", sheet="node", change=change).status_code in (200, 409)


def test_the_history_offers_to_undo_what_is_in_effect(post, browser, cluster):
    post("node/block/", lines=lines(("", {"name": "nodec"})), how="paste")
    page = browser.get(f"/clusters/{cluster.pk}/history/").content.decode()
    assert "Pasted 1 row of Nodes" in page
    assert "node nodec, Name: (empty) → nodec" in page
    assert 'name="change"' in page
    post("undo/", None)
    page = browser.get(f"/clusters/{cluster.pk}/history/").content.decode()
    assert "Undone: Pasted 1 row of Nodes" in page
    assert page.count('name="change"') == 1
