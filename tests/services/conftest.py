"""People and findings for the tests of waivers."""

from __future__ import annotations

import pytest

from tests.waivers import PASSWORD, waiver_texts
from worksheets.queries.workbook import open_workbook
from worksheets.services.waivers import propose_waiver


@pytest.fixture
def approver(people):
    user = people["approver"]
    user.full_name = "Sam Signer"
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def finding(cluster):
    """A single point of failure of the cluster: one frame holds all nodes."""
    book = open_workbook(cluster.current)
    return next(f for f in book.findings if f.rule == "SPOF-FRAME")


@pytest.fixture
def proposed(architect, cluster, finding):
    return propose_waiver(
        actor=architect, cluster_id=cluster.pk, identity=finding.identity, texts=waiver_texts()
    )
