"""Pages on which stewards weigh the rules."""

from __future__ import annotations

import pytest

from planner.accounts.models import OrganisationMembership
from tests.rules.builders import two_sites
from worksheets.documents import sections
from worksheets.documents.chapters import design_chapters
from worksheets.models import RuleSetting
from worksheets.plan.plan_file import encode
from worksheets.queries.policy import current_policy
from worksheets.queries.workbook import open_workbook
from worksheets.services.clusters import import_plan

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


@pytest.mark.parametrize("environment", ["moon", "te\0st"])
def test_environments_that_do_not_exist_have_no_setting_to_remove(browser, environment):
    assert browser.post(PAGE + "remove/", {"environment": environment}).status_code == 404


def test_table_1_does_not_take_what_is_not_asked_for_eliminated(browser, architect, team):
    browser.post(PAGE, {**GIVEN, "environment": ""})
    cluster = import_plan(actor=architect, team_id=team.pk, data=encode(two_sites()))
    html = browser.get(f"/clusters/{cluster.pk}/findings/").content.decode()
    assert "SPOF-FRAME is not asked here" in html
    assert html.count("not asked</span>") == 1
    assert html.count("✓ eliminated") == 9
    chapters = design_chapters(open_workbook(cluster.current).standing, current_policy())
    printed = next(item.html for item in chapters if item.heading == sections.SINGLE_POINTS)
    assert "9 of 10 are eliminated" in printed
    assert "not asked</span>" in printed


def test_others_read_only(client, people, architect):
    RuleSetting.objects.create(rule="SPOF-FRAME", severity="off", reason="r", edited_by=architect)
    client.force_login(people["administrator"])
    html = client.get("/rules/settings/").content.decode()
    assert "SPOF-FRAME" in html
    assert "/setting/" not in html
