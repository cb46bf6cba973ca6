"""Pages of the waivers: proposing, signing, and what the other pages say then."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from planner.accounts.models import Membership, User
from tests.waivers import waiver_texts
from worksheets.models import Waiver
from worksheets.queries.workbook import open_workbook

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery staple"


@pytest.fixture
def browser(client, architect):
    client.force_login(architect)
    return client


@pytest.fixture
def signer(people):
    user = people["approver"]
    user.full_name = "Sam Signer"
    user.set_password(PASSWORD)
    user.save()
    client = Client()
    client.force_login(User.objects.get(pk=user.pk))
    return client


@pytest.fixture
def finding(cluster):
    book = open_workbook(cluster.current)
    return next(f for f in book.findings if f.rule == "SPOF-FRAME")


def text(response) -> str:
    return response.content.decode()


def propose(browser, cluster, finding, **changes):
    return browser.post(
        f"/clusters/{cluster.pk}/waivers/new/{finding.identity}/", waiver_texts(**changes)
    )


def test_from_the_finding_to_the_signature(browser, signer, cluster, finding):
    findings = f"/clusters/{cluster.pk}/findings/"
    link = f"/clusters/{cluster.pk}/waivers/new/{finding.identity}/"
    assert link in text(browser.get(findings))
    assert link not in text(signer.get(findings)), "who may not edit is not offered it"
    assert finding.title in text(browser.get(link))
    page = propose(browser, cluster, finding)["Location"]
    html = text(browser.get(page))
    assert "waits for a signature" in html
    assert "Sign waiver" not in html
    html = text(signer.get(page))
    statement = re.search(r'<p class="statement">(.*?)</p>', html)
    assert statement is not None
    assert "I, Sam Signer, have read the finding" in statement[1]
    assert signer.post(page + "sign/", {"password": PASSWORD})["Location"] == page
    html = text(browser.get(page))
    assert "in force" in html
    assert statement[1] in html
    html = text(browser.get(findings))
    assert "Tolerated by" in html
    assert link not in html
    assert "1,000,000 EUR (expected loss 50,000 EUR a year)" in text(browser.get(page))
    assert "W-1" in text(browser.get(f"/clusters/{cluster.pk}/waivers/"))


def test_the_portfolio_tells_who_may_sign_what_waits(browser, signer, cluster, finding, people):
    page = propose(browser, cluster, finding)["Location"]
    waiting = text(signer.get("/"))
    assert f'href="{page}"' in waiting
    assert finding.title in unescape(waiting)
    assert "Waits for your signature" not in text(browser.get("/")), "an architect does not sign"
    Membership.objects.create(user=people["architect"], team=cluster.team, role="approver")
    fresh = Client()
    fresh.force_login(User.objects.get(pk=people["architect"].pk))
    assert "Waits for your signature" not in text(fresh.get("/")), "nobody signs their own"
    signer.post(page + "sign/", {"password": PASSWORD})
    assert "Waits for your signature" not in text(signer.get("/"))


def test_a_bad_form_keeps_what_was_typed(browser, cluster, finding):
    response = propose(browser, cluster, finding, probability="often", risk="<b>Fire</b>")
    assert response.status_code == 422
    html = text(response)
    assert 'value="often"' in html
    assert "&lt;b&gt;Fire&lt;/b&gt;" in html
    assert 'id="error-probability"' in html
    assert "Olga Owner" in html
    assert not Waiver.objects.exists()


def test_a_second_proposal_is_told_of_the_first(browser, cluster, finding):
    propose(browser, cluster, finding)
    response = propose(browser, cluster, finding)
    assert response.status_code == 422
    assert "There is a waiver for this finding already, W-1" in text(response)


def test_wrong_password_and_missing_reason_are_told_at_their_field(
    browser, signer, cluster, finding
):
    page = propose(browser, cluster, finding)["Location"]
    response = signer.post(page + "sign/", {"password": "guess"})
    assert response.status_code == 422
    assert 'id="error-password"' in text(response)
    assert "guess" not in text(response)
    response = signer.post(page + "reject/", {"reason": ""})
    assert response.status_code == 422
    assert 'id="error-reject-reason"' in text(response)
    response = browser.post(page + "withdraw/", {"reason": ""})
    assert 'id="error-withdraw-reason"' in text(response)
    assert 'id="error-reject-reason"' not in text(response)


def test_signing_what_was_rejected_says_so(browser, signer, cluster, finding):
    page = propose(browser, cluster, finding)["Location"]
    assert signer.post(page + "reject/", {"reason": "Too likely"}).status_code == 302
    response = signer.post(page + "sign/", {"password": PASSWORD})
    assert response.status_code == 422
    assert "W-1 is rejected already." in text(response)
    html = text(browser.get(page))
    assert "Too likely" in html
    assert "Withdraw waiver" not in html


def test_waived_findings_leave_the_counts_and_the_marks(browser, signer, cluster, finding):
    sheet = f"/clusters/{cluster.pk}/{finding.places[0].sheet}/"
    assert f"finding-{finding.identity}" in text(browser.get(sheet))
    page = propose(browser, cluster, finding)["Location"]
    signer.post(page + "sign/", {"password": PASSWORD})
    assert f"finding-{finding.identity}" not in text(browser.get(sheet))
    portfolio = text(browser.get("/?sort=waived"))
    assert re.search(rf'/clusters/{cluster.pk}/waivers/"[^>]*>1', portfolio)
    lines = text_of_stream(browser.get("/portfolio.csv"))
    assert lines[0].split(",")[10] == "waived"
    assert lines[1].split(",")[10] == "1"


def text_of_stream(response) -> list[str]:
    return b"".join(response.streaming_content).decode().splitlines()


def test_the_interface_for_scripts_tells_of_the_waiver(browser, signer, cluster, finding):
    address = f"/api/v1/clusters/{cluster.pk}/findings?rule=SPOF-FRAME"
    assert browser.get(address).json()["findings"][0]["waiver"] is None
    page = propose(browser, cluster, finding)["Location"]
    signer.post(page + "sign/", {"password": PASSWORD})
    (found,) = browser.get(address).json()["findings"]
    assert found["waiver"]["number"] == 1
    assert found["waiver"]["signed_by"] == "Sam Signer"
    assert browser.get(f"/api/v1/clusters/{cluster.pk}").json()["waived"] == 1
