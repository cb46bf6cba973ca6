"""The page of all findings."""

from __future__ import annotations

import pytest

from worksheets.queries.workbook import open_workbook
from worksheets.web import findings as page

pytestmark = pytest.mark.django_db


def titles(response):
    return [view.finding.title for view in response.context["findings"]]


def test_every_finding_is_on_some_page(client, architect, cluster, monkeypatch):
    monkeypatch.setattr(page, "PER_PAGE", 5)
    client.force_login(architect)
    findings = open_workbook(cluster.current).judgement.findings
    address = f"/clusters/{cluster.pk}/findings/"
    first = client.get(address)
    pages = first.context["page"].paginator.num_pages
    assert pages > 1
    found = [
        t for number in range(pages) for t in titles(client.get(address, {"page": number + 1}))
    ]
    assert found == [finding.title for finding in findings]
    blockers = client.get(address, {"severity": "blocker"})
    assert titles(blockers) == [f.title for f in findings if f.severity == "blocker"][:5]
    assert client.get(address, {"severity": "nonsense", "page": "x"}).status_code == 200


def test_table_1_is_answered_line_by_line(client, architect, cluster):
    client.force_login(architect)
    response = client.get(f"/clusters/{cluster.pk}/findings/")
    assert len(response.context["table1"]) == 10
    html = response.content.decode()
    for row in response.context["table1"]:
        assert row.object in html
