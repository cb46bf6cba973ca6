"""The pages of waivers and of settings of rules with axe, as each person sees them."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.test_access import TAGS
from tests.waivers import waiver_texts


def accessible(page) -> None:
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    violations = results.response["violations"]
    found = [
        (each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in violations
    ]
    assert not found, page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_from_the_proposal_to_the_end(open_page, scheme):
    page = open_page(color_scheme=scheme)
    page.goto("/clusters/2/findings/")
    page.locator("a[href*='/waivers/new/']").first.click()
    accessible(page)
    page.get_by_role("button", name="Propose waiver").click()
    for name, text in waiver_texts(probability="0,5").items():
        page.locator(f"#{name}").fill(text)
    page.get_by_role("button", name="Propose waiver").click()
    page.locator("#error-probability").wait_for()
    accessible(page)
    page.locator("#probability").fill("5")
    page.get_by_role("button", name="Propose waiver").click()
    page.get_by_role("button", name="Withdraw waiver").wait_for()
    accessible(page)
    address = page.url
    approver = open_page("petra", color_scheme=scheme)
    approver.goto(address)
    approver.get_by_label("Your password").fill("demo-petra-only-here")
    accessible(approver)
    approver.get_by_role("button", name="Sign waiver").click()
    approver.get_by_text("in force").wait_for()
    accessible(approver)
    approver.goto("/clusters/2/waivers/")
    accessible(approver)
    approver.goto("/clusters/2/findings/")
    accessible(approver)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_settings_of_rules(open_page, scheme):
    page = open_page("adam", color_scheme=scheme)
    page.goto("/rules/SPOF-FRAME/setting/")
    accessible(page)
    page.get_by_label("Severity").select_option("off")
    page.get_by_label("Reason").fill("Decided by the board")
    page.get_by_role("button", name="Store setting").click()
    page.get_by_text("Decided by the board").wait_for()
    accessible(page)
