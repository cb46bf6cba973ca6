"""The page of the search, and the box in the head of every page."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.plans import small_plan
from worksheets.plan.plan_file import encode
from worksheets.plan.rows.ip_label import IpLabel
from worksheets.queries import search as query
from worksheets.services.clusters import import_plan
from worksheets.services.rows import delete_row
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, architect, cluster):
    client.force_login(architect)
    return client


def html(response):
    assert response.status_code == 200
    return response.content.decode()


def test_every_page_has_the_box(browser, cluster, client):
    for address in ("/", "/rules/", "/search/", f"/clusters/{cluster.pk}/node/"):
        assert 'id="search"' in html(browser.get(address)), address
    browser.logout()
    assert 'id="search"' not in html(browser.get("/sign-in/"))


def test_a_hit_leads_to_its_cell(browser, cluster):
    page = html(browser.get("/search/", {"q": "ODEA"}))
    assert f'href="/clusters/{cluster.pk}/node/#row-n1:name"' in page
    assert "Nodes · <b>nodea</b> · Name" in page
    assert "n<mark>odea</mark>" in page
    assert 'value="ODEA"' in page
    assert "1 cell," in page


def test_groups_by_cluster(browser, architect, team):
    plan = small_plan("second").replace(IpLabel(key="l1", name="nodea_boot", address="10.1.1.1"))
    import_plan(actor=architect, team_id=team.pk, data=encode(plan))
    groups = browser.get("/search/", {"q": "nodea"}).context["groups"]
    found = [(views[0].hit.cluster, [view.hit.text for view in views]) for views in groups]
    assert found == [("second", ["nodea", "nodea_boot"]), ("small", ["nodea"])]


def test_says_what_to_do_when_nothing_is_found(browser):
    assert "No cell in a cluster that you may see" in html(browser.get("/search/", {"q": "qqq"}))
    assert "Type at least 2 characters" in html(browser.get("/search/", {"q": "q"}))
    assert "Finds names, addresses" in html(browser.get("/search/"))


def test_more(browser, monkeypatch):
    monkeypatch.setattr(query, "PER_PAGE", 1)
    page = html(browser.get("/search/", {"q": "node"}))
    assert 'href="?q=node&amp;page=2"' in page
    last = html(browser.get("/search/", {"q": "node", "page": "2"}))
    assert "More</a>" not in last
    assert 'href="?q=node&amp;page=1"' in last


@pytest.mark.parametrize("number", ["0", "-1", "x", "999", "99999999999999999999", "٣"])
def test_any_page_number_is_answered(browser, number):
    assert browser.get("/search/", {"q": "node", "page": number}).status_code == 200


@pytest.mark.parametrize("text", ["<b>", "ßß", "İİ", "\\", "'--", "%", "a" * 5000, "  ", "\ud800"])
def test_any_text_is_answered(browser, text):
    address = f"/search/?q={quote(text, errors='surrogatepass')}"
    page = html(browser.get(address))
    assert "<b>" not in page.partition("<h1>")[2].partition("</h1>")[0]


def test_a_deleted_row_is_no_longer_found(browser, cluster, architect):
    assert "frameB" in html(browser.get("/search/", {"q": "frameb"}))
    delete_row(actor=architect, cluster_id=cluster.pk, sheet=sheets()["frame"], key="f2", version=1)
    assert browser.get("/search/", {"q": "frameb"}).context["found"] == 0
