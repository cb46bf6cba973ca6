"""Pages on which stewards weigh the rules."""

from __future__ import annotations

import io

import pytest
from django.core.management import call_command
from pypdf import PdfReader

from planner.accounts.models import OrganisationMembership
from worksheets.models import RuleSetting
from worksheets.plan.rows.cluster_options import Environment
from worksheets.queries.policy import current_policy
from worksheets.rules.policy_file import read_policy, write_policy

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


def test_the_catalogue_shows_what_was_decided_and_the_way_to_decide(browser):
    browser.post(PAGE, GIVEN)
    html = browser.get("/rules/?q=SPOF-FRAME").content.decode()
    assert "The organisation: <b>off</b> (test). Test clusters share a frame." in html
    assert f'href="{PAGE}"' in html


def test_the_policy_file_is_what_builds_read(browser):
    browser.post(PAGE, GIVEN)
    naming = {"mask": "node{x:1}", "example": "nodea", "reason": "ever", "severity": "warning"}
    browser.post("/naming/node/", naming)
    response = browser.get("/rules/policy.json")
    assert "policy.json" in response["Content-Disposition"]
    policy = read_policy(response.content)
    assert policy == current_policy()
    assert write_policy(policy) == response.content
    assert list(policy.naming) == ["node"]
    assert policy.setting("SPOF-FRAME", Environment.TEST).severity is None


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
    assert "/setting/" not in client.get("/rules/").content.decode()


def test_pages_and_document_say_when_the_rules_have_changed_since(browser, cluster):
    page, pdf = f"/clusters/{cluster.pk}/findings/", f"/clusters/{cluster.pk}/design.pdf"
    told = "have changed since this design was"
    assert told not in browser.get(page).content.decode()
    browser.post(PAGE, GIVEN)
    assert told in browser.get(page).content.decode()
    cover = PdfReader(io.BytesIO(browser.get(pdf).content)).pages[0].extract_text()
    assert "Out of date" in cover
    call_command("rejudge")
    assert told not in browser.get(page).content.decode()
    cover = PdfReader(io.BytesIO(browser.get(pdf).content)).pages[0].extract_text()
    assert "Out of date" not in cover
