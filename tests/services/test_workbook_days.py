"""A workbook that stays open over midnight."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.services.test_waivers import current, sign
from worksheets.models import Waiver
from worksheets.queries import workbook
from worksheets.queries.workbook import open_workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def tomorrow(monkeypatch):
    def begin(day):
        monkeypatch.setattr(timezone, "localdate", lambda: day)

    return begin


def test_what_is_worked_out_on_a_day_is_kept_for_that_day(cluster, tomorrow):
    yesterdays = open_workbook(current(cluster))
    tomorrow(timezone.localdate() + timedelta(days=1))
    opened = open_workbook(current(cluster))
    assert opened is not yesterdays
    assert open_workbook(current(cluster)) is opened


def test_the_day_after_the_review_date_opens_the_finding(
    approver, cluster, finding, proposed, tomorrow
):
    today = timezone.localdate()
    sign(approver, proposed)
    Waiver.objects.filter(pk=proposed.pk).update(review_by=today)
    workbook._shelf._books.clear()
    assert finding not in open_workbook(current(cluster)).findings
    tomorrow(today + timedelta(days=1))
    assert finding in open_workbook(current(cluster)).findings
    tomorrow(today)
    assert finding not in open_workbook(current(cluster)).findings
