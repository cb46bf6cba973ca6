"""The form of the two-node assistant and the list of what it assumed."""

from __future__ import annotations

import re

import pytest

from planner.accounts.models import User
from tests.assistant.answered import ALL, answered
from tests.plans import version_of
from worksheets.assistant.questions import QUESTIONS
from worksheets.models import Cluster
from worksheets.services.rows import save_row
from worksheets.sheets.registry import sheets

pytestmark = pytest.mark.django_db
ADDRESS = "/clusters/quick-start/"


@pytest.fixture
def browser(client, architect):
    User.objects.filter(pk=architect.pk).update(full_name="Anna Ahlers")
    client.force_login(architect)
    return client


def test_the_form_asks_every_question_with_help_and_label(browser):
    html = browser.get(ADDRESS).content.decode()
    for name, question in QUESTIONS.items():
        assert f'<label for="{name}">{question.label}' in html
        assert re.search(rf'<(input|select) id="{name}" name="{name}"', html), name
        assert f'id="about-{name}"' in html
    assert 'value="Anna Ahlers"' in html
    assert 'value="room 1"' in html


def test_the_portfolio_links_to_it(browser, people):
    assert f'href="{ADDRESS}"' in browser.get("/").content.decode()
    browser.force_login(people["viewer"])
    assert f'href="{ADDRESS}"' not in browser.get("/").content.decode()
    assert "one in no team" in browser.get(ADDRESS).content.decode()


def test_answers_lead_to_the_list_of_assumptions(browser, team):
    response = browser.post(ADDRESS, {**ALL, "team": team.pk}, follow=True)
    cluster = Cluster.objects.get()
    assert response.redirect_chain[-1][0] == f"/clusters/{cluster.pk}/assumptions/"
    html = response.content.decode()
    assert "✓ none" in html
    assert f'href="/clusters/{cluster.pk}/frame/#row-f1"' in html
    assert "partitions of different frames" in html
    shown = [group["sheet"].slug for group in response.context["groups"]]
    assert shown == [slug for slug in sheets() if slug in shown]


def test_a_confirmed_row_leaves_the_list(browser, architect, team):
    browser.post(ADDRESS, {**ALL, "team": team.pk})
    cluster = Cluster.objects.get()
    page = f"/clusters/{cluster.pk}/assumptions/"
    row = f"/clusters/{cluster.pk}/frame/#row-f1"
    assert row in browser.get(page).content.decode()
    save_row(
        actor=architect, cluster_id=cluster.pk, sheet=sheets()["frame"], key="f1",
        version=version_of(cluster.current_id, "frame", "f1"),
        cells={"rationale": "Confirmed by the data centre."},
    )  # fmt: skip
    html = browser.get(page).content.decode()
    assert row not in html
    assert "#row-f2" in html


def test_clusters_made_otherwise_assume_nothing(browser, cluster):
    html = browser.get(f"/clusters/{cluster.pk}/assumptions/").content.decode()
    assert "Nothing in this plan is marked" in html
    assert "assumptions to confirm" not in html


def test_bad_answers_keep_all_answers_and_name_each(browser, team):
    sent = answered(second_node="NODEA", data_pvid="12", alerts='"><b>', subnet="moon")
    response = browser.post(ADDRESS, {**sent, "team": team.pk})
    assert response.status_code == 422
    html = response.content.decode()
    for name in ("second_node", "data_pvid", "subnet"):
        assert f'id="error-{name}"' in html
        assert f'<a href="#{name}">' in html
    for name, text in sent.items():
        if not QUESTIONS[name].options and name != "alerts":
            assert f'name="{name}" value="{text}"' in html, name
    assert 'value="&quot;&gt;&lt;b&gt;"' in html
    assert re.search(r'<option value="mirrored" selected>', html)
    assert not Cluster.objects.exists()


def test_a_taken_name_is_told_at_the_name(browser, team):
    browser.post(ADDRESS, {**ALL, "team": team.pk})
    response = browser.post(ADDRESS, {**ALL, "team": team.pk})
    assert response.status_code == 422
    assert response.context["errors"].keys() == {"cluster"}


@pytest.mark.parametrize(
    ("role", "code"),
    [("viewer", 403), ("approver", 403), ("administrator", 302), ("stranger", 404)],
)
def test_good_answers_of_others(client, people, team, role, code):
    client.force_login(people[role])
    assert client.post(ADDRESS, {**ALL, "team": team.pk}).status_code == code
    assert Cluster.objects.exists() == (code == 302)


@pytest.mark.parametrize("team_sent", ["", "x", "0", "99999999999999999999", "-1"])
def test_unreadable_teams_are_not_found(browser, team_sent):
    assert browser.post(ADDRESS, {**ALL, "team": team_sent}).status_code == 404
