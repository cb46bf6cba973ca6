"""The portfolio: filters, order, pages, CSV."""

from __future__ import annotations

import csv
import io

import pytest

from planner.accounts.models import Team
from tests.plans import small_plan
from worksheets.models import Cluster
from worksheets.plan.plan_file import encode
from worksheets.services.clusters import create_cluster, import_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, architect):
    client.force_login(architect)
    return client


@pytest.fixture
def several(architect, team, cluster):
    for number in range(3):
        create_cluster(actor=architect, team_id=team.pk, name=f"extra{number}", environment="test")
    return cluster


def names(response):
    return [cluster.name for cluster in response.context["page"]]


def test_lists_what_the_team_owns(browser, several):
    assert names(browser.get("/")) == ["extra0", "extra1", "extra2", "small"]


def test_hides_other_teams(client, people, several):
    client.force_login(people["stranger"])
    response = client.get("/")
    assert names(response) == []
    assert "small" not in response.content.decode()
    assert client.get("/portfolio.csv").getvalue().decode().count("\n") == 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"q": "EXTRA1"}, ["extra1"]),
        ({"q": "payments"}, ["small"]),
        ({"environment": "production"}, ["small"]),
        ({"having": "spofs", "environment": "production"}, ["small"]),
        ({"having": "nonsense", "q": "small"}, ["small"]),
        ({"q": "%"}, []),
    ],
)
def test_filters(browser, several, query, expected):
    assert names(browser.get("/", query)) == expected


def test_unreadable_query_is_refused(browser, several):
    assert browser.get("/", {"q": "\x00"}).status_code == 400


def test_sorts_by_blockers_with_the_worst_first(browser, several):
    shown = browser.get("/", {"sort": "blockers"}).context["page"].object_list
    numbers = [cluster.current.blockers for cluster in shown]
    assert numbers == sorted(numbers, reverse=True)
    assert names(browser.get("/", {"sort": "; drop"})) == names(browser.get("/"))


def test_pages(browser, architect, team):
    for number in range(51):
        create_cluster(actor=architect, team_id=team.pk, name=f"c{number:02}", environment="test")
    assert len(names(browser.get("/"))) == 50
    assert names(browser.get("/", {"page": "2"})) == ["c50"]
    assert names(browser.get("/", {"page": "99"})) == ["c50"]
    assert len(names(browser.get("/", {"page": "x"}))) == 50


def test_csv_has_every_line_and_no_formula(browser, architect, team, several):
    import_plan(actor=architect, team_id=team.pk, data=encode(small_plan("=1+2")))
    text = browser.get("/portfolio.csv").getvalue().decode()
    lines = list(csv.DictReader(io.StringIO(text)))
    assert len(lines) == Cluster.objects.count() == 5
    assert "'=1+2" in {line["cluster"] for line in lines}
    small = next(line for line in lines if line["cluster"] == "small")
    assert int(small["spofs"]) == several.revisions.get().spofs


def test_one_page_takes_few_queries(browser, several, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        browser.get("/")


def test_superuser_sees_all_teams(client, people, several):
    boss = people["stranger"]
    boss.is_superuser = True
    boss.save()
    Team.objects.create(name="Other", slug="other")
    client.force_login(boss)
    assert "small" in names(client.get("/"))
