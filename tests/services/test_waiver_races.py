"""Decisions about one waiver at the same moment, on a database that lets them."""

from __future__ import annotations

from functools import partial

import pytest
from django.db import connection

from planner.accounts.models import Membership, Role, User
from planner.audit.chain import verify
from tests.services.test_races import at_once
from tests.services.test_waivers import current, edit_row, sign, state
from tests.waivers import PASSWORD, waiver_texts
from worksheets.models import Waiver, WaiverStep
from worksheets.models.waiver import WaiverState
from worksheets.queries import workbook
from worksheets.queries.workbook import open_workbook
from worksheets.services.errors import WaiverRefused
from worksheets.services.waivers import propose_waiver

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite's test database is one connection"
    ),
]
ROUNDS = 4


@pytest.fixture
def second(team):
    user = User.objects.create_user("second", password=PASSWORD)
    Membership.objects.create(user=user, team=team, role=Role.APPROVER)
    return user


def trying(work):
    def run():
        try:
            return work()
        except WaiverRefused as error:
            return error

    return run


def test_two_signatures_make_one(approver, second, proposed):
    results = at_once(
        trying(lambda: sign(approver, proposed)), trying(lambda: sign(second, proposed))
    )
    assert sum(isinstance(result, WaiverRefused) for result in results) == 1
    assert WaiverStep.objects.filter(waiver=proposed, verb="signed").count() == 1
    assert verify().intact


def test_two_proposals_make_one(people, cluster, finding):
    def proposing(person):
        return lambda: propose_waiver(
            actor=people[person],
            cluster_id=cluster.pk,
            identity=finding.identity,
            texts=waiver_texts(),
        )

    results = at_once(trying(proposing("architect")), trying(proposing("administrator")))
    assert sum(isinstance(result, WaiverRefused) for result in results) == 1
    assert Waiver.objects.count() == 1


def test_signed_while_the_row_is_edited(people, approver, cluster, finding):
    place = finding.places[0]
    for turn in range(ROUNDS):
        waiver = propose_waiver(
            actor=people["architect"],
            cluster_id=cluster.pk,
            identity=finding.identity,
            texts=waiver_texts(),
        )
        at_once(
            trying(partial(sign, approver, waiver)),
            partial(edit_row, people["architect"], cluster, place, serial=f"65DEAD{turn}"),
        )
        assert state(waiver) is WaiverState.ENDED
        assert current(cluster).waived == 0
        workbook._shelf._books.clear()
        assert not open_workbook(current(cluster)).standing.waived
    assert verify().intact
