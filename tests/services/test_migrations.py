"""Databases of the release before keep what they hold."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

pytestmark = pytest.mark.django_db(transaction=True)

BEFORE = [("worksheets", "0002_every_worksheet")]


@pytest.fixture
def apps_before():
    """The tables as they were; afterwards they are put back as they are now."""
    executor = MigrationExecutor(connection)
    executor.migrate(BEFORE)
    yield executor.loader.project_state(BEFORE).apps
    migrate_to_now()


def migrate_to_now():
    """The tables as they are now, and their models."""
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes("worksheets")
    executor.migrate(latest)
    return executor.loader.project_state(latest).apps


def test_consoles_named_on_frames_become_rows(apps_before):
    def table(name):
        return apps_before.get_model("worksheets", name).objects

    team = apps_before.get_model("accounts", "Team").objects.create(name="T", slug="t")
    cluster = table("Cluster").create(team_id=team.pk, name="c", environment="test")
    revision = table("Revision").create(cluster=cluster, number=1, edited_at=timezone.now())
    texts = {"f1": "hmc1, HMC 2", "f2": "hmc1", "f3": ""}
    for position, (key, text) in enumerate(texts.items()):
        table("Frame").create(revision=revision, key=key, name=key, hmc=text, position=position)

    now = migrate_to_now()

    consoles = now.get_model("worksheets", "Hmc").objects.order_by("position")
    assert [(row.key, row.name) for row in consoles] == [("hmc1", "hmc1"), ("hmc-2", "HMC 2")]
    frames = now.get_model("worksheets", "Frame").objects
    found = {
        frame.key: [link.hmc.name for link in frame.hmcs.through.objects.filter(frame=frame)]
        for frame in frames.all()
    }
    assert found == {"f1": ["hmc1", "HMC 2"], "f2": ["hmc1"], "f3": []}
    judged = now.get_model("worksheets", "Revision").objects.get()
    assert (judged.waived, judged.waived_until, judged.judged_by) == (0, None, "")
