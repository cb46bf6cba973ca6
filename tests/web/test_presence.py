"""Who else is here."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from planner.accounts.models import Membership, Role, User
from planner.audit.models import Event
from worksheets.models import Presence
from worksheets.queries.presence import STAYS, also_here
from worksheets.queries.workbook import open_workbook
from worksheets.services.clusters import create_cluster
from worksheets.services.presence import note_presence

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def browsers(people):
    found = {role: Client() for role in people}
    for role, client in found.items():
        client.force_login(people[role])
    return found


@pytest.fixture
def beat(browsers, cluster):
    def beat(role, worksheet="node", row=""):
        address = f"/clusters/{cluster.pk}/presence/?worksheet={worksheet}"
        response = browsers[role].post(address, {"row": row}, headers=HTMX)
        assert response.status_code == 200
        return response.content.decode().strip()

    return beat


def test_others_are_told_apart_from_oneself(beat):
    assert beat("architect") == ""
    assert "Also here: architect in Nodes<" in beat("viewer")
    assert "Also here: viewer in Nodes<" in beat("architect", "frame")
    both = beat("approver", "findings")
    assert "Also here: architect in Frames; viewer in Nodes<" in both
    assert "Also here: approver; viewer in Nodes<" in beat("architect")


def test_which_row_is_edited_and_when_no_longer(beat):
    beat("architect", "node", "n2")
    assert "architect edits nodeb<" in beat("viewer")
    beat("architect", "node", "")
    assert "architect in Nodes<" in beat("viewer")


@pytest.mark.parametrize("row", ["zzz", "<b>", "x" * 500, "\0"])
def test_rows_that_do_not_exist_are_not_shown(beat, row):
    beat("architect", "node", row)
    assert "architect in Nodes<" in beat("viewer")


@pytest.mark.parametrize("worksheet", ["", "nonsense", "%3Cb%3E", "x" * 3000])
def test_pages_that_are_no_worksheet(beat, worksheet):
    beat("architect", worksheet, "n1")
    assert "Also here: architect<" in beat("viewer")


def test_who_was_not_seen_for_40_seconds_is_gone(beat, people):
    beat("architect")
    beat("approver")
    ago = timezone.now() - timedelta(seconds=STAYS - 5)
    Presence.objects.filter(user=people["architect"]).update(seen_at=ago)
    ago -= timedelta(seconds=10)
    Presence.objects.filter(user=people["approver"]).update(seen_at=ago)
    assert "Also here: architect in Nodes<" in beat("viewer")
    assert not Presence.objects.filter(user=people["approver"]).exists(), "swept away"


def test_one_line_a_person_however_many_tabs(beat, people):
    beat("architect", "node")
    beat("architect", "frame", "f1")
    assert Presence.objects.count() == 1
    assert "architect edits frameA<" in beat("viewer")


def test_clusters_are_apart(beat, browsers, people, team, cluster):
    other = create_cluster(
        actor=people["architect"], team_id=team.pk, name="other", environment="test"
    )
    note_presence(actor=people["viewer"], cluster_id=other.pk, worksheet="node", row="")
    assert beat("architect") == ""
    address = f"/clusters/{other.pk}/presence/?worksheet=node"
    assert "viewer in Nodes" in browsers["architect"].post(address).content.decode()


def test_many_people_are_counted(cluster, people, beat, team):
    for number in range(5):
        user = User.objects.create_user(f"p{number}", full_name=f"Person {number}")
        Membership.objects.create(user=user, team=team, role=Role.VIEWER)
        note_presence(actor=user, cluster_id=cluster.pk, worksheet="", row="")
    html = beat("architect")
    assert "Person 0; Person 1; Person 2; and 2 more<" in html
    assert "Person 4" in html, "in the title"


def test_leaves_no_event_and_no_stamp(beat, cluster):
    events, stamp = Event.objects.count(), cluster.revisions.get().stamp
    beat("viewer", "node", "n1")
    assert Event.objects.count() == events
    assert cluster.revisions.get().stamp == stamp


def test_a_page_shows_it_without_javascript(beat, browsers, cluster):
    beat("architect", "node", "n1")
    for page in ("node", "findings", "diagram", "attachments"):
        html = browsers["viewer"].get(f"/clusters/{cluster.pk}/{page}/").content.decode()
        assert "architect edits nodea</span>" in html, page
    own = browsers["architect"].get(f"/clusters/{cluster.pk}/node/").content.decode()
    assert "Also here" not in own


def test_a_save_does_not_ask_for_it(beat, browsers, cluster):
    address = f"/clusters/{cluster.pk}/node/"
    with CaptureQueriesContext(connection) as page:
        browsers["architect"].get(address)
    data = {"version": 1, "memory": "65"}
    with CaptureQueriesContext(connection) as save:
        browsers["architect"].post(f"{address}rows/n1/", data, headers=HTMX)
    table = Presence._meta.db_table
    assert any(table in query["sql"] for query in page.captured_queries)
    assert not any(table in query["sql"] for query in save.captured_queries)


def test_costs_few_queries(
    beat, people, cluster, django_assert_num_queries, django_assert_max_num_queries
):
    beat("architect", "node", "n1")
    beat("viewer")
    with django_assert_max_num_queries(8):
        beat("viewer")
    plan = open_workbook(cluster.current).plan
    with django_assert_num_queries(1):
        assert [here.text for here in also_here(people["viewer"], cluster, plan)] == [
            "architect edits nodea"
        ]


def test_an_old_sign_of_life_that_nobody_swept_does_not_count(people, cluster):
    Presence.objects.create(
        user=people["architect"],
        cluster=cluster,
        worksheet="node",
        row="n1",
        seen_at=timezone.now() - timedelta(seconds=STAYS + 5),
    )
    plan = open_workbook(cluster.current).plan
    assert also_here(people["viewer"], cluster, plan) == []


def test_a_page_that_shows_an_older_state_is_told_who_changed_it(browsers, architect, cluster):
    address = f"/clusters/{cluster.pk}/presence/?worksheet=node"
    stamp = str(cluster.current.stamp)
    client = browsers["viewer"]
    assert b"changed by" not in client.post(address, {"stamp": stamp}).content
    browsers["architect"].post(
        f"/clusters/{cluster.pk}/node/rows/n1/", {"memory": "9", "version": 1}
    )
    html = client.post(address, {"stamp": stamp}).content.decode()
    assert f"changed by {architect}" in html
    assert b"changed by" not in client.post(address).content
