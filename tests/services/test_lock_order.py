"""What a write locks comes in one order, so that no two writes wait for each other."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.services.test_waivers import edit_row, state
from tests.waivers import waiver_texts
from worksheets.models.waiver import WaiverState
from worksheets.queries.workbook import open_workbook
from worksheets.rules.finding import Place
from worksheets.services.waivers import propose_waiver

pytestmark = pytest.mark.django_db


def test_a_renamed_cluster_locks_its_team_before_the_event_log(architect, cluster):
    """As whoever makes a cluster does; in the other order the two would wait for each other."""
    place = Place("cluster_options", "cluster")
    about_the_cluster = next(
        f for f in open_workbook(cluster.current).findings if f.places[0].key == place.key
    )
    waiver = propose_waiver(
        actor=architect,
        cluster_id=cluster.pk,
        identity=about_the_cluster.identity,
        texts=waiver_texts(),
    )
    with CaptureQueriesContext(connection) as captured:
        edit_row(architect, cluster, place, name="renamed")
    assert state(waiver) is WaiverState.ENDED
    asked = [query["sql"] for query in captured]
    team = next(n for n, sql in enumerate(asked) if 'FROM "accounts_team"' in sql)
    log = next(n for n, sql in enumerate(asked) if 'FROM "audit_chainhead"' in sql)
    assert team < log
