"""Pages to copy a cluster, to keep it as a template, and to use one."""

from __future__ import annotations

import pytest

from planner.accounts.models import OrganisationMembership
from worksheets.models import Cluster, ClusterTemplate
from worksheets.models.store.read import read_plan
from worksheets.plan.rows.node import Node

pytestmark = pytest.mark.django_db
CHAPTERS = ["NEEDS", "HARDWARE", "BEHAVIOUR"]


@pytest.fixture
def browser(client, architect):
    OrganisationMembership.objects.create(user=architect, role="steward")
    client.force_login(architect)
    return client


@pytest.fixture
def template(browser, cluster):
    browser.post(f"/clusters/{cluster.pk}/template/", {"name": "Small", "chapter": CHAPTERS})
    return ClusterTemplate.objects.get()


def test_copy_form_offers_everything_and_the_environment_of_the_source(browser, cluster):
    html = browser.get(f"/clusters/{cluster.pk}/copy/").content.decode()
    assert html.count('name="chapter"') == html.count(" checked") - 4 == 8
    assert '<option value="production" selected>' in html
    assert f'href="/clusters/{cluster.pk}/template/"' in html
    sheet = browser.get(f"/clusters/{cluster.pk}/node/").content.decode()
    assert f'href="/clusters/{cluster.pk}/copy/"' in sheet


def test_copy(browser, team, cluster):
    sent = {
        "team": team.pk, "name": "twin", "environment": "test", "chapter": CHAPTERS,
        "old": ["nodea", "", "nodeb"], "new": ["one", "x", "two"],
    }  # fmt: skip
    response = browser.post(f"/clusters/{cluster.pk}/copy/", sent)
    twin = Cluster.objects.get(name="twin")
    assert response["Location"] == f"/clusters/{twin.pk}/"
    plan = read_plan(twin.current_id)
    assert [row.name for row in plan.rows(Node)] == ["one", "two"]
    assert not [row for row in plan if row.slug == "administrator"]


def test_refused_copies_keep_what_was_chosen(browser, team, cluster):
    sent = {
        "team": team.pk, "name": "twin", "environment": "test", "chapter": ["HARDWARE"],
        "clear": ["disk"], "old": ["nodea"], "new": ["nodeb"],
    }  # fmt: skip
    response = browser.post(f"/clusters/{cluster.pk}/copy/", sent)
    assert response.status_code == 422
    html = response.content.decode()
    assert "already a row called" in html
    for text in (
        'name="name" value="twin"', '<option value="test" selected>',
        'value="HARDWARE" checked', 'value="disk" checked', 'name="old" value="nodea"',
        'name="new" value="nodeb"',
    ):  # fmt: skip
        assert text in html, text
    for text in ('value="NEEDS" checked', 'value="serial" checked', 'name="remarks" checked'):
        assert text not in html, text
    assert Cluster.objects.count() == 1


def test_bad_names_are_told_at_the_name(browser, team, cluster):
    for name, says in (("", "cannot be empty"), (cluster.name, "already has a cluster")):
        sent = {"team": team.pk, "name": name, "environment": "test"}
        response = browser.post(f"/clusters/{cluster.pk}/copy/", sent)
        assert response.status_code == 422
        assert says in response.context["errors"]["name"]


def test_templates_are_listed_used_and_retired(browser, team, template):
    html = browser.get("/templates/").content.decode()
    assert "Small" in html
    assert f'href="/templates/{template.pk}/use/"' in html
    assert (
        '<option value="production" selected>'
        in browser.get(f"/templates/{template.pk}/use/").content.decode()
    )
    sent = {"team": team.pk, "name": "fresh", "environment": "test", "chapter": CHAPTERS}
    response = browser.post(f"/templates/{template.pk}/use/", sent)
    fresh = Cluster.objects.get(name="fresh")
    assert response["Location"] == f"/clusters/{fresh.pk}/"
    assert len(read_plan(fresh.current_id).rows(Node)) == 2
    assert browser.post(f"/templates/{template.pk}/retire/").status_code == 302
    assert "No templates yet" in browser.get("/templates/").content.decode()
    assert browser.get(f"/templates/{template.pk}/use/").status_code == 404
    assert browser.get(f"/templates/{2**63}/use/").status_code == 404


def test_what_others_see(client, people, template, cluster):
    client.force_login(people["viewer"])
    html = client.get("/templates/").content.decode()
    assert "Small" in html
    assert "/use/" not in html
    assert "Retire" not in html
    page = client.get(f"/clusters/{cluster.pk}/template/").content.decode()
    assert "kept by the stewards" in page
    assert 'class="questions"' not in page
    client.force_login(people["administrator"])
    assert "/template/" not in client.get(f"/clusters/{cluster.pk}/copy/").content.decode()


def test_a_template_that_cannot_be_read_says_why(browser, template):
    ClusterTemplate.objects.update(content='{"format":"ha-cluster-plan","version":99}')
    response = browser.get(f"/templates/{template.pk}/use/")
    assert response.status_code == 422
    assert "format version 99" in response.content.decode()


def test_saving_a_template_twice_keeps_the_description(browser, cluster, template):
    sent = {"name": "Small", "description": "For <all>", "chapter": CHAPTERS}
    response = browser.post(f"/clusters/{cluster.pk}/template/", sent)
    assert response.status_code == 422
    html = response.content.decode()
    assert "For &lt;all&gt;" in html
    assert "There is a template called Small already" in html
