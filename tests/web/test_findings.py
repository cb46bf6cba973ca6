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


def test_words_and_worksheet_choose_findings_of_which_the_severities_are_counted(
    client, architect, cluster
):
    client.force_login(architect)
    findings = open_workbook(cluster.current).judgement.findings
    address = f"/clusters/{cluster.pk}/findings/"
    spofs = client.get(address, {"q": "spof- FRAME"})
    assert titles(spofs) == [
        f.title
        for f in findings
        if all(
            word in f"{f.rule} {f.title} {f.detail} {f.fix} {f.chain}".lower()
            for word in ("spof-", "frame")
        )
    ]
    assert 0 < len(titles(spofs)) < len(findings)
    at_nodes = client.get(address, {"sheet": "node"})
    expected = [f for f in findings if any(place.sheet == "node" for place in f.places)]
    assert titles(at_nodes) == [f.title for f in expected]
    assert sum(number for _, _, number in at_nodes.context["counts"]) == len(expected)
    graver = client.get(address, {"sheet": "node", "severity": "blocker"})
    assert titles(graver) == [f.title for f in expected if f.severity == "blocker"]
    assert '<option value="node" selected>' in graver.content.decode()
    assert "sheet=node&amp;severity=blocker#list" in graver.content.decode()
    none = client.get(address, {"q": "<no such>"}).content.decode()
    assert "No finding fits." in none
    assert 'value="&lt;no such&gt;"' in none


def test_table_1_is_answered_line_by_line(client, architect, cluster):
    client.force_login(architect)
    response = client.get(f"/clusters/{cluster.pk}/findings/")
    assert len(response.context["table1"]) == 10
    html = response.content.decode()
    for row in response.context["table1"]:
        assert row.object in html
