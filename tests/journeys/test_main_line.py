"""The main line: sign in, edit, watch the findings, print."""

from __future__ import annotations

import io
import re

from playwright.sync_api import Page, expect
from pypdf import PdfReader

WEAK = "sapdemo71_cluster"


def open_sheet(page: Page, cluster: str, sheet: str) -> None:
    page.get_by_role("link", name=cluster).click()
    page.get_by_role("navigation", name="Worksheets").get_by_role(
        "link", name=re.compile(rf"^{sheet}\b")
    ).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(sheet)


def cell(page: Page, row: str, column: str):
    body = page.locator("tbody.row", has=page.locator("td[data-col=name]", has_text=row))
    return body.locator(f"td[data-col={column}]")


def edit(page: Page, row: str, column: str) -> None:
    """Open a cell, beside its mark."""
    cell(page, row, column).dblclick(position={"x": 12, "y": 10})


def test_a_row_moves_and_its_finding_goes_and_comes_back(open_page):
    page = open_page()
    open_sheet(page, WEAK, "Nodes")
    aside = page.get_by_role("complementary", name="Findings")
    shared = aside.locator("article", has_text="If frame frameA fails")
    expect(shared).to_have_count(1)
    frames = page.locator("#names-frame option").evaluate_all("all => all.map(o => o.value)")
    first = cell(page, "mhoracle2", "frame").locator(".text").inner_text()
    other = next(name for name in frames if name != first)

    edit(page, "mhoracle2", "frame")
    page.keyboard.type(other)
    page.keyboard.press("Enter")
    expect(aside.get_by_text("fixed by your last save")).to_be_visible()
    expect(shared).to_have_count(0)
    expect(cell(page, "mhoracle2", "frame").locator(".text")).to_have_text(other)

    edit(page, "mhoracle2", "frame")
    page.keyboard.press("Control+A")
    page.keyboard.type(first)
    page.get_by_role("heading", level=1).click()
    expect(aside.get_by_text("new since your last save")).to_be_visible()
    expect(shared).to_have_count(1)
    page.reload()
    expect(shared).to_have_count(1)


def test_the_design_document_is_the_plan_on_the_screen(open_page):
    page = open_page()
    open_sheet(page, WEAK, "Nodes")
    digest = page.locator("#digest").get_attribute("title").split()[-1]
    with page.expect_download() as download:
        page.get_by_role("link", name="Print design (PDF)").click()
    reader = PdfReader(io.BytesIO(download.value.path().read_bytes()))
    text = "\n".join(sheet.extract_text() for sheet in reader.pages)
    assert digest[:12] in text
    assert "mhoracle2" in text
    assert download.value.suggested_filename.endswith("-design.pdf")


def test_keyboard_alone(open_page):
    page = open_page()
    open_sheet(page, WEAK, "Power circuits")
    page.keyboard.press("a")
    page.keyboard.type("P9")
    page.keyboard.press("Enter")
    expect(cell(page, "P9", "name")).to_be_visible()
    expect(page.locator("#row-_new [name=name]")).to_be_focused()
    cell(page, "P9", "name").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("F2")
    page.keyboard.press("End")
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    expect(cell(page, "P9", "name").locator(".text")).to_have_text("P9")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    marked = page.locator("td.blocker, td.warning, td.advice")
    page.get_by_role("heading", level=1).click()
    for number in range(2):
        page.keyboard.press("F8")
        expect(marked.nth(number)).to_be_focused()


def test_wrong_input_stays_and_says_how_to_mend_it(open_page):
    page = open_page()
    open_sheet(page, WEAK, "Nodes")
    edit(page, "mhoracle1", "cpu_peak")
    page.keyboard.type("lots")
    page.keyboard.press("Enter")
    box = page.get_by_label("CPU peak").first
    error = page.locator("#grid .error")
    expect(error).to_have_text(re.compile("CPU peak: .*enter a whole number from 0 to 100"))
    expect(box).to_have_value("lots")
    expect(box).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("64")
    page.keyboard.press("Enter")
    expect(cell(page, "mhoracle1", "cpu_peak").locator(".text")).to_have_text("64")


def test_a_mark_shows_its_finding_and_leaves_the_cell_in_focus(open_page):
    page = open_page()
    open_sheet(page, WEAK, "Nodes")
    cell(page, "mhoracle1", "frame").locator(".mark").click()
    expect(page.locator(".finding.shown")).to_contain_text("frameA")
    expect(cell(page, "mhoracle1", "frame")).to_be_focused()


def test_two_people_in_one_cell(open_page):
    mine, theirs = open_page("anna"), open_page("adam")
    for page in (mine, theirs):
        open_sheet(page, WEAK, "Nodes")
    edit(mine, "mhoracle1", "memory")
    edit(theirs, "mhoracle1", "memory")
    theirs.keyboard.press("Control+A")
    theirs.keyboard.type("333")
    theirs.keyboard.press("Enter")
    expect(cell(theirs, "mhoracle1", "memory").locator(".text")).to_have_text("333")
    mine.keyboard.press("Control+A")
    mine.keyboard.type("444")
    mine.keyboard.press("Enter")
    expect(mine.get_by_text("theirs 333")).to_be_visible()
    mine.get_by_role("button", name="Take theirs").click()
    mine.get_by_role("button", name="Save", exact=True).click()
    expect(cell(mine, "mhoracle1", "memory").locator(".text")).to_have_text("333")


def test_without_javascript(open_page):
    page = open_page(java_script_enabled=False)
    open_sheet(page, WEAK, "Frames")
    page.locator("#row-_new [name=name]").fill("frameZ")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("td[data-col=name]", has_text="frameZ")).to_be_visible()
    page.get_by_role("link", name="Edit frameZ").click()
    page.locator("tbody.editing [name=model]").first.fill("9080-HEX")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("td[data-col=model]", has_text="9080-HEX")).to_be_visible()
    page.get_by_role("link", name="Edit frameZ").click()
    page.get_by_role("button", name="Delete row").click()
    expect(page.locator("td[data-col=name]", has_text="frameZ")).to_have_count(0)


def test_a_viewer_reads_only(open_page):
    page = open_page("victor")
    open_sheet(page, WEAK, "Nodes")
    edit(page, "mhoracle1", "frame")
    expect(page.locator("#grid input")).to_have_count(0)
    expect(page.get_by_role("link", name="Add node")).to_have_count(0)
