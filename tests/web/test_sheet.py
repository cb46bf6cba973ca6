"""The worksheet page: with htmx, without JavaScript, and with every kind of bad input."""

from __future__ import annotations

import re

import pytest

from tests.plans import version_of
from worksheets.models.store.read import read_plan
from worksheets.plan.rows import KINDS
from worksheets.plan.rows.node import Node
from worksheets.plan.rows.sheet_remark import SheetRemark
from worksheets.services.rows import save_row
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def browser(client, architect):
    client.force_login(architect)
    return client


def address(cluster, key="n1", sheet="node"):
    return f"/clusters/{cluster.pk}/{sheet}/rows/" + (f"{key}/" if key else "")


def node(cluster, key="n1"):
    return read_plan(cluster.current_id).get(Node, key)


@pytest.mark.parametrize("slug", sheets())
def test_every_sheet_shows_its_rows_and_an_editor(browser, cluster, slug):
    plan = read_plan(cluster.current_id)
    html = browser.get(f"/clusters/{cluster.pk}/{slug}/").content.decode()
    rows = plan.rows(sheets()[slug].row)
    assert re.findall(r'<tbody class="row[^"]*" id="row-(?!_new)([^-"][^"]*)"', html) == [
        row.key for row in rows
    ]
    for column in sheets()[slug].all_columns:
        assert f'id="help-{column.name}"' in html
    first = rows[0].key if rows else ""
    edited = browser.get(f"/clusters/{cluster.pk}/{slug}/?edit={first}").content.decode()
    for column in sheets()[slug].all_columns:
        assert f'name="{column.name}"' in edited


def test_save_with_htmx_answers_with_the_row_and_what_changed_beside_it(browser, cluster):
    response = browser.post(
        address(cluster), {"version": 1, "frame": "frameB", "base-frame": "frameA"}, headers=HTMX
    )
    html = response.content.decode()
    assert response.status_code == 200
    assert 'id="row-n1" data-key="n1" data-version="2"' in html
    assert ">frameB</span>" in html
    assert "fixed by your last save" in html
    for part in ("findings", "nav", "digest", "status"):
        assert re.search(rf'id="{part}"[^>]*hx-swap-oob="(true|innerHTML)"', html), part
    assert re.search(r'id="row-n2"[^>]*hx-swap-oob="true"', html), "nodeb lost its mark too"


def test_save_without_javascript_goes_back_to_the_row(browser, cluster):
    response = browser.post(address(cluster), {"version": 1, "cpu_peak": "70"})
    assert response.status_code == 302
    assert response["Location"] == f"/clusters/{cluster.pk}/node/#row-n1"
    assert node(cluster).cpu_peak == 70


def test_add_with_htmx_brings_a_fresh_new_row(browser, cluster):
    response = browser.post(address(cluster, ""), {"name": "nodec"}, headers=HTMX)
    html = response.content.decode()
    assert ">nodec</span>" in html
    assert 'id="row-_new"' in html


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_bad_cells_keep_the_input(browser, cluster, headers):
    response = browser.post(
        address(cluster),
        {"version": 1, "cpu_peak": "lots", "frame": "frmeB", "notes": "keep me"},
        headers=headers,
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert 'value="lots"' in html
    assert "is not a whole number; enter a whole number from 0 to 100" in html
    assert "did you mean frameB" in html
    assert "keep me" in html
    assert html.count('aria-invalid="true"') == 2
    assert node(cluster).cpu_peak == 50


def test_bad_new_row_keeps_the_input_without_javascript(browser, cluster):
    response = browser.post(address(cluster, ""), {"name": "", "notes": "keep me"})
    html = response.content.decode()
    assert response.status_code == 422
    assert "keep me" in html
    assert "cannot be empty" in html


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_conflict_shows_mine_theirs_and_before(browser, cluster, people, headers):
    save_row(
        actor=people["administrator"],
        cluster_id=cluster.pk,
        sheet=sheets()["node"],
        key="n1",
        version=1,
        cells={"cpu_peak": "71"},
    )
    response = browser.post(
        address(cluster), {"version": 1, "cpu_peak": "82", "base-cpu_peak": "50"}, headers=headers
    )
    html = response.content.decode()
    assert response.status_code == 409
    assert 'name="cpu_peak" form="form-n1" value="82"' in html
    assert re.search(r'class="theirs">71</b>, before 50', html)
    assert 'name="version" value="2"' in html
    again = browser.post(
        address(cluster), {"version": 2, "cpu_peak": "82", "base-cpu_peak": "71"}, headers=headers
    )
    assert again.status_code == (200 if headers else 302)
    assert node(cluster).cpu_peak == 82


def test_a_row_deleted_meanwhile_is_offered_as_a_new_one(browser, cluster):
    assert (
        browser.post(
            address(cluster, "g1", "resource_group") + "delete/", {"version": 1}, headers=HTMX
        ).status_code
        == 200
    )
    response = browser.post(
        address(cluster, "g1", "resource_group"), {"version": 1, "name": "rg_mine"}, headers=HTMX
    )
    html = response.content.decode()
    assert response.status_code == 409
    assert "deleted this row" in html
    assert 'value="rg_mine"' in html


def test_deleting_a_row_that_is_gone_already(browser, cluster):
    where = address(cluster, "g1", "resource_group") + "delete/"
    assert browser.post(where, {"version": 1}, headers=HTMX).status_code == 200
    again = browser.post(where, {"version": 1}, headers=HTMX)
    assert (again.status_code, again.content) == (200, b"")
    assert browser.post(where, {"version": 1}).status_code == 302


def test_deleting_a_row_that_somebody_changed(browser, cluster):
    browser.post(address(cluster, "f2", "frame"), {"version": 1, "model": "x"}, headers=HTMX)
    where = address(cluster, "f2", "frame") + "delete/"
    response = browser.post(where, {"version": 1}, headers=HTMX)
    assert response.status_code == 409
    assert "before you delete it" in response.content.decode()


def test_no_second_row_on_a_single_row_worksheet(browser, cluster):
    where = address(cluster, "bogus", "cluster_options")
    assert browser.post(where, {"version": 1, "name": "x"}, headers=HTMX).status_code == 404


@pytest.mark.parametrize("tail", ["", "n1/", "n1/delete/"])
def test_a_cluster_number_beyond_the_database_is_not_found(browser, cluster, tail):
    where = f"/clusters/{2**63}/node/rows/{tail}"
    assert browser.post(where, {"version": 1, "name": "x"}).status_code == 404


def test_deleting_a_row_in_use_names_its_users(browser, cluster):
    response = browser.post(
        address(cluster, "f1", "frame") + "delete/", {"version": 1}, headers=HTMX
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert f'href="/clusters/{cluster.pk}/node/#row-n1">nodea</a>' in html


NASTY = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</td></tr>{{ 7*7 }}&amp"]


@pytest.mark.parametrize("text", NASTY)
def test_html_in_a_cell_is_text_everywhere(browser, cluster, text):
    assert (
        browser.post(
            address(cluster), {"version": 1, "name": text[:60], "notes": text}, headers=HTMX
        ).status_code
        == 200
    )
    for page in ("node/", "node/?edit=n1", "findings/", "diagram/"):
        html = browser.get(f"/clusters/{cluster.pk}/{page}").content.decode()
        assert text[:60] not in html, page


@pytest.mark.parametrize("version", ["", "x", "-1", "²", "9" * 400])
def test_nonsense_version_is_a_conflict_not_a_crash(browser, cluster, version):
    response = browser.post(address(cluster), {"version": version, "cpu_peak": "1"}, headers=HTMX)
    assert response.status_code == 409
    assert node(cluster).cpu_peak == 50


@pytest.mark.parametrize("key", ["zzz", "a" * 500, "..%2f", "row;drop"])
def test_unknown_row(browser, cluster, key):
    response = browser.post(
        f"/clusters/{cluster.pk}/node/rows/{key}/", {"version": 1, "name": "x"}, headers=HTMX
    )
    assert response.status_code in (404, 409)


def test_a_viewer_sees_no_controls(client, people, cluster):
    client.force_login(people["viewer"])
    html = client.get(f"/clusters/{cluster.pk}/node/?edit=n1").content.decode()
    assert "nodea" in html
    assert "<input" not in html.partition("<main")[2]


def test_pages_carry_no_inline_script_or_style(browser, cluster):
    for page in ("", f"clusters/{cluster.pk}/node/", f"clusters/{cluster.pk}/diagram/", "rules/"):
        response = browser.get(f"/{page}")
        html = response.content.decode()
        policy = response["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "script-src 'self'" in policy
        assert not re.search(r"<script(?![^>]*\bsrc=)", html), page
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=", html), page


def test_save_takes_a_bounded_number_of_queries(browser, cluster, django_assert_max_num_queries):
    browser.post(address(cluster), {"version": 1, "cpu_peak": "60"}, headers=HTMX)
    with django_assert_max_num_queries(len(KINDS) + 36):
        browser.post(address(cluster), {"version": 2, "frame": "frameB"}, headers=HTMX)


def test_version_shown_is_the_version_stored(browser, cluster):
    html = browser.get(f"/clusters/{cluster.pk}/node/").content.decode()
    assert version_of(cluster.current_id, "node", "n1") == 1
    assert 'id="row-n1" data-key="n1" data-version="1"' in html


def test_a_worksheet_has_notes_and_a_rationale_of_its_own(browser, cluster):
    page = f"/clusters/{cluster.pk}/node/"
    rows = f"/clusters/{cluster.pk}/sheet_remark/rows/"
    sent = {"back": "node", "worksheet": "node", "notes": "Two frames", "rationale": "no third"}
    assert browser.post(rows, sent)["Location"] == page
    (remark,) = read_plan(cluster.current_id).rows(SheetRemark)
    html = browser.get(page).content.decode()
    assert f'action="{rows}{remark.key}/"' in html
    assert "no third</textarea>" in html
    sent = {"back": "node", "version": 1, "notes": "Three frames", "base-notes": "Two frames"}
    assert browser.post(f"{rows}{remark.key}/", sent)["Location"] == page
    assert read_plan(cluster.current_id).rows(SheetRemark)[0].notes == "Three frames"
    again = browser.post(f"{rows}{remark.key}/", {**sent, "notes": "None"})
    assert again.status_code == 409
    assert ">\nNone</textarea>" in again.content.decode()
