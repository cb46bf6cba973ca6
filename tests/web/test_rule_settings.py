"""Pages on which stewards weigh the rules."""

from __future__ import annotations

import pytest

from planner.accounts.models import OrganisationMembership
from worksheets.models import RuleSetting

pytestmark = pytest.mark.django_db
PAGE = "/rules/SPOF-FRAME/setting/"
GIVEN = {"environment": "test", "severity": "off", "reason": "Test clusters share a frame."}


@pytest.fixture
def browser(client, architect):
    OrganisationMembership.objects.create(user=architect, role="steward")
    client.force_login(architect)
    return client


def test_set_show_change_and_remove(browser):
    html = browser.get(PAGE).content.decode()
    assert "production <b>blocker</b>, test <b>advice</b>" in html
    assert browser.post(PAGE, GIVEN)["Location"] == "/rules/settings/"
    html = browser.get("/rules/settings/").content.decode()
    assert "Test clusters share a frame." in html
    assert f"{PAGE}?environment=test" in html
    html = browser.get(f"{PAGE}?environment=test").content.decode()
    assert "Test clusters share a frame.</textarea>" in html
    assert '<option value="off" selected>' in html
    assert browser.post(PAGE + "remove/", {"environment": "test"}).status_code == 302
    assert not RuleSetting.objects.exists()
    assert browser.post(PAGE + "remove/", {"environment": "test"}).status_code == 404


def test_the_catalogue_leads_a_steward_to_it_and_says_what_was_set(browser, client, people):
    assert f'href="{PAGE}"' in browser.get("/rules/").content.decode()
    browser.post(PAGE, GIVEN)
    browser.post(PAGE, {**GIVEN, "environment": "", "severity": "advice"})
    client.force_login(people["viewer"])
    html = client.get("/rules/").content.decode()
    rule = html.partition('id="SPOF-FRAME"')[2].partition("</article>")[0]
    assert "off in test, advice everywhere else" in rule
    assert html.count("Set by the organisation") == 1
    assert 'href="/rules/settings/"' in html
    assert f'href="{PAGE}"' not in html


def test_a_bad_setting_keeps_what_was_typed(browser):
    response = browser.post(PAGE, {**GIVEN, "severity": "fatal"})
    assert response.status_code == 422
    html = response.content.decode()
    assert "Test clusters share a frame." in html
    assert 'id="error-severity"' in html
    assert not RuleSetting.objects.exists()


def test_unknown_rules_do_not_exist(browser):
    assert browser.get("/rules/NOPE/setting/").status_code == 404
    assert browser.post("/rules/NOPE/setting/", GIVEN).status_code == 404


def test_setting_of_a_rule_that_is_gone_can_be_removed(browser, architect):
    RuleSetting.objects.create(rule="GONE", severity="off", reason="r", edited_by=architect)
    html = browser.get("/rules/settings/").content.decode()
    assert "This version has no such rule" in html
    assert browser.post("/rules/GONE/setting/remove/", {}).status_code == 302
    assert not RuleSetting.objects.exists()


def test_others_read_only(client, people, architect):
    RuleSetting.objects.create(rule="SPOF-FRAME", severity="off", reason="r", edited_by=architect)
    client.force_login(people["administrator"])
    html = client.get("/rules/settings/").content.decode()
    assert "SPOF-FRAME" in html
    assert "/setting/" not in html
