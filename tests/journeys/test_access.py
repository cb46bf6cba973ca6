"""Every page with axe: nothing that WCAG 2.2 AA forbids, light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PAGES = [
    "/",
    "/rules/",
    "/rules/settings/",
    "/guide/",
    "/coverage/",
    "/account/tokens/",
    "/api/v1/docs/",
    "/search/?q=oracle",
    "/clusters/new/",
    "/clusters/import/",
    "/clusters/quick-start/",
    "/templates/",
    "/naming/",
    "/clusters/1/copy/",
    "/clusters/1/assumptions/",
    "/clusters/1/node/",
    "/clusters/1/node/?edit=node-mhoracle1",
    "/clusters/1/cluster_options/",
    "/clusters/1/resource_group/",
    "/clusters/1/split_merge_policy/",
    "/clusters/1/disk_path/",
    "/clusters/1/findings/",
    "/clusters/1/findings/?q=spof&sheet=node",
    "/clusters/1/waivers/",
    "/clusters/1/coverage/",
    "/clusters/1/checklists/",
    "/clusters/1/diagram/",
    "/clusters/1/attachments/",
]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(open_page, address, scheme):
    page = open_page(color_scheme=scheme)
    page.goto(address)
    assert found_by_axe(page) == []


def test_axe_finds_nothing_in_the_open_menu(open_page):
    page = open_page()
    page.goto("/clusters/1/node/")
    page.locator("#more > summary").click()
    assert found_by_axe(page) == []


def found_by_axe(page: Page) -> list[tuple[str, list[str]]]:
    """What is wrong on the page, each with the beginning of the first places."""
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    return [
        (violation["id"], [node["html"][:160] for node in violation["nodes"][:3]])
        for violation in results.response["violations"]
    ]
