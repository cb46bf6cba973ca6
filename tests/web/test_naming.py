"""Pages of the naming rules, and what a worksheet says about its own."""

from __future__ import annotations

import re

import pytest

from planner.accounts.models import OrganisationMembership
from worksheets.models import NamingRule

pytestmark = pytest.mark.django_db
RULE = {"mask": "node{x:1}", "example": "nodea", "reason": "As ever.", "severity": "warning"}


@pytest.fixture
def browser(client, architect):
    OrganisationMembership.objects.create(user=architect, role="steward")
    client.force_login(architect)
    return client


def test_set_show_and_remove(browser):
    assert browser.post("/naming/node/", RULE)["Location"] == "/naming/"
    html = browser.get("/naming/").content.decode()
    assert "node{x:1}" in html
    assert "manage.py rejudge" in html
    assert 'value="node{x:1}"' in browser.get("/naming/node/").content.decode()
    assert browser.post("/naming/node/remove/").status_code == 302
    assert not NamingRule.objects.exists()
    assert browser.post("/naming/node/remove/").status_code == 404
    assert browser.get("/naming/disk_path/").status_code == 404
    assert browser.get("/naming/nonsense/").status_code == 404


def test_a_bad_rule_keeps_what_was_typed(browser):
    response = browser.post("/naming/node/", {**RULE, "mask": "<{x}{x}", "severity": "blocker"})
    assert response.status_code == 422
    html = response.content.decode()
    assert 'value="&lt;{x}{x}"' in html
    assert 'id="error-mask"' in html
    assert "<option selected>blocker</option>" in html
    assert "As ever." in html
    assert not NamingRule.objects.exists()


def test_others_read_only(client, people):
    client.force_login(people["administrator"])
    html = client.get("/naming/").content.decode()
    assert "The stewards of the organisation set these rules" in html
    assert "/naming/node/" not in html
    assert 'href="/naming/"' in client.get("/rules/").content.decode()


def test_the_name_column_says_the_rule_and_the_next_free_name(browser, people, cluster):
    page = f"/clusters/{cluster.pk}/node/"
    assert 'class="naming"' not in browser.get(page).content.decode()
    browser.post("/naming/node/", {**RULE, "mask": "node{x:1}{n}", "example": "nodea1"})
    html = browser.get(page).content.decode()
    assert html.count('class="naming"') == 1
    assert html.index('id="help-name"') < html.index('class="naming"') < html.index('"help-frame"')
    assert "node{x:1}{n}" in html
    assert "The next free name" not in html, "no row says which word"
    rows = page + "rows/"
    htmx = {"HX-Request": "true"}
    added = browser.post(rows, {"name": "nodec1"}, headers=htmx).content.decode()
    oob = re.search(r'<p class="naming" hx-swap-oob="outerHTML:.naming">(.*?)</p>', added)
    assert 'The next free name is <span class="mono">nodec2</span>' in oob[1]
    assert "nodec2" in browser.get(page).content.decode()
    browser.force_login(people["viewer"])
    read_only = browser.get(page).content.decode()
    assert "node{x:1}{n}" in read_only
    assert "nodec2" not in read_only


def test_a_departure_is_shown_as_a_finding(browser, cluster):
    browser.post("/naming/node/", {**RULE, "mask": "x{nn}", "example": "x01"})
    answer = browser.post(
        f"/clusters/{cluster.pk}/node/rows/", {"name": "y1"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "The name y1 does not follow the naming rule x{nn}" in answer
    assert "As ever. An example: x01." in answer
