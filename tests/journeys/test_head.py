"""The head of a cluster's pages: one line with what is used most, the rest in a menu."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.test_main_line import WEAK, open_sheet

MENU = "#more"


def from_menu(page: Page, name: str) -> None:
    """Follow a link of the menu, with or without scripts."""
    page.locator(f"{MENU} > summary").click()
    page.locator(MENU).get_by_role("link", name=name, exact=True).click()


def test_the_menu_is_worked_by_keyboard(open_page):
    page = open_page()
    open_sheet(page, WEAK, "Nodes")
    menu, link = page.locator(MENU), page.get_by_role("link", name="Attachments", exact=True)
    expect(link).to_have_count(0)
    page.locator(f"{MENU} > summary").focus()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_have_count(0)
    expect(page.locator(f"{MENU} > summary")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Attachments")
    expect(menu.locator("[aria-current=page]")).to_have_text("Attachments")


def test_the_menu_closes_with_a_click_elsewhere_and_when_it_is_left(open_page):
    page = open_page()
    open_sheet(page, WEAK, "Nodes")
    entry = page.locator(MENU).get_by_text("History")
    page.locator(f"{MENU} > summary").click()
    expect(entry).to_be_visible()
    page.get_by_role("heading", level=1).click(position={"x": 5, "y": 5})
    expect(entry).to_be_hidden()
    page.locator(f"{MENU} > summary").click()
    page.get_by_role("link", name="Findings", exact=True).focus()
    expect(entry).to_be_hidden()


def test_who_only_reads_is_offered_no_import_and_no_copy(open_page):
    page = open_page("victor")
    open_sheet(page, WEAK, "Nodes")
    page.locator(f"{MENU} > summary").click()
    assert page.locator(f"{MENU} li").all_inner_texts() == ["Attachments", "History", "Export"]


@pytest.mark.parametrize("width", [1200, 1400, 1920])
def test_the_head_is_one_line_and_hides_nothing_beside_the_worksheet(open_page, width):
    page = open_page()
    open_sheet(page, WEAK, "Nodes")
    page.set_viewport_size({"width": width, "height": 700})
    page.evaluate("window.scrollTo(0, 10000)")
    heads = page.locator(".top").bounding_box()
    column = page.locator("#nav").bounding_box()
    assert heads["height"] < 50
    assert heads["x"] + heads["width"] <= width
    assert column["y"] >= heads["y"] + heads["height"] - 3
    end = page.get_by_role("button", name="Sign out").bounding_box()
    assert end["x"] + end["width"] <= width


def test_a_chain_reads_as_one_line_of_text(open_page):
    page = open_page()
    open_sheet(page, WEAK, "Nodes")
    parts = page.locator("#findings .chain .part")
    assert parts.count() > 1
    assert {round(parts.nth(n).bounding_box()["height"]) < 24 for n in range(2)} == {True}
    styles = parts.evaluate_all("all => all.map(part => getComputedStyle(part).marginTop)")
    assert set(styles) == {"0px"}
