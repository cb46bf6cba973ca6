"""What pages and print say of a rule that is switched off, and settings that do not exist."""

from __future__ import annotations

import pytest

from planner.accounts.models import OrganisationMembership
from tests.rules.builders import two_sites
from tests.web.test_rule_settings import GIVEN, PAGE
from worksheets.documents import sections
from worksheets.documents.chapters import design_chapters
from worksheets.plan.plan_file import encode
from worksheets.queries.policy import current_policy
from worksheets.queries.workbook import open_workbook
from worksheets.services.clusters import import_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, architect):
    OrganisationMembership.objects.create(user=architect, role="steward")
    client.force_login(architect)
    return client


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
