"""What people find and share: the search, attachments, and each other."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.test_main_line import WEAK, cell, edit, open_sheet


def test_from_the_key_to_the_cell(open_page):
    page = open_page()
    page.keyboard.press("/")
    expect(page.get_by_label("Search all clusters")).to_be_focused()
    page.keyboard.type("HORACLE2")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile("Nodes · mhoracle2 · Name")).click()
    expect(page).to_have_url(re.compile(r"/clusters/\d+/node/#row-.*:name"))
    expect(cell(page, "mhoracle2", "name")).to_be_focused()


def test_a_slash_in_a_cell_is_a_slash(open_page):
    page = open_page()
    open_sheet(page, WEAK, "File systems")
    page.locator("td[data-col=mount_point]").first.focus()
    page.keyboard.press("/")
    box = page.locator("tbody.editing [name=mount_point]").first
    expect(box).to_be_focused()
    expect(box).to_have_value("/")
    page.keyboard.press("Escape")


def test_two_people_see_each_other(open_page):
    mine, theirs = open_page("anna"), open_page("victor")
    open_sheet(mine, WEAK, "Nodes")
    open_sheet(theirs, WEAK, "Nodes")
    here = theirs.locator("#presence")
    expect(here).to_contain_text("Also here: Anna Ahlers in Nodes")
    edit(mine, "mhoracle1", "memory")
    expect(here).to_contain_text("Anna Ahlers edits mhoracle1")
    mine.keyboard.press("Escape")
    expect(here).to_contain_text("Anna Ahlers in Nodes")
    expect(mine.locator("#presence")).to_contain_text("Victor")
    expect(mine.locator("#presence")).not_to_contain_text("Anna")


def test_presence_does_not_disturb_an_editor(open_page):
    """Its answers come while a row is edited; they neither move the focus nor speak of saving."""
    page = open_page()
    open_sheet(page, WEAK, "Nodes")
    edit(page, "mhoracle1", "memory")
    page.keyboard.type("512")
    with page.expect_response("**/presence/**"):
        page.evaluate("htmx.trigger('#presence', 'seen')")
    # As htmx tells of an answer that failed; a real one would be an error on the console.
    page.evaluate(
        """() => {
          const elt = document.getElementById("presence");
          const detail = { elt, successful: false, xhr: { status: 500 } };
          elt.dispatchEvent(new CustomEvent("htmx:afterRequest", { bubbles: true, detail }));
        }"""
    )
    expect(page.locator("#status")).not_to_contain_text("Not saved")
    box = page.locator("tbody.editing [name=memory]").first
    expect(box).to_be_focused()
    expect(box).to_have_value(re.compile("512"))
    page.keyboard.press("Escape")


def test_a_file_with_a_row_and_without_javascript(open_page):
    page = open_page(java_script_enabled=False)
    open_sheet(page, WEAK, "Nodes")
    page.get_by_role("link", name="Edit mhoracle1").click()
    page.locator("tbody.editing").get_by_role("link", name="Attachments").click()
    text = {"name": "cabling.txt", "mimeType": "text/plain", "buffer": b"port 1 to switch A"}
    page.get_by_label("File").set_input_files(files=[text])
    page.get_by_label("What it shows").fill("cabling of frame A")
    page.get_by_role("button", name="Attach").click()
    expect(page.get_by_text("cabling.txt is attached.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="cabling.txt", exact=True).click()
    assert download.value.path().read_bytes() == b"port 1 to switch A"
    page.get_by_role("link", name="Nodes", exact=True).first.click()
    page.get_by_role("link", name="1 attachment of mhoracle1").click()
    page.get_by_role("link", name="Remove cabling.txt").click()
    page.get_by_role("button", name="Remove the file").click()
    expect(page.get_by_text("cabling.txt has been removed.")).to_be_visible()
